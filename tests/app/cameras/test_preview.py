"""The preview keeps the newest frame, says what the camera took, and always lets the camera go."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.cameras.preview import Preview, Sight, for_preview, preview_of
from vision.cameras import (
    CameraInfo,
    CameraLost,
    Capabilities,
    FrameFailed,
    FrameTimeout,
    GrabStrategy,
    Limits,
    SettingRefused,
    StreamStatistics,
    make_camera,
)
from vision.images import encode_png
from vision.inspection import Frame, ManualClock
from vision.recipe import CameraSettings, TriggerMode


class FakeCamera:
    """A camera of a few lines: each grab is one entry of the script, then `at_end` is called."""

    def __init__(self, at_end: Callable[[], None], *, script: tuple[Exception | None, ...] = (None,) * 3) -> None:
        self.info = CameraInfo(spec="fake", name="Fake")
        self.capabilities = Capabilities(
            trigger_modes=frozenset({TriggerMode.SOFTWARE}), exposure_time_us=Limits(low=10, high=1000)
        )
        self.script = list(script)
        self.at_end = at_end
        self.log: list[str] = []
        self.frames = 0

    def open(self) -> None:
        self.log.append("open")

    def close(self) -> None:
        self.log.append("close")

    def configure(self, settings: CameraSettings) -> CameraSettings:
        assert settings.trigger_mode is TriggerMode.SOFTWARE
        exposure = settings.exposure_time_us or 100.0
        if exposure > 1000:
            raise SettingRefused(f"ExposureTime takes 10 to 1000 us, not {exposure:g}.")
        return settings.model_copy(update={"exposure_time_us": round(exposure / 10) * 10.0})

    def start(self, strategy: GrabStrategy) -> None:
        assert strategy is GrabStrategy.LATEST_ONLY
        self.log.append("start")

    def stop(self) -> None:
        self.log.append("stop")

    def trigger(self) -> None:
        self.log.append("trigger")

    def grab(self, timeout_s: float) -> Frame:
        outcome = self.script.pop(0)
        if not self.script:
            self.at_end()
        if outcome is not None:
            raise outcome
        self.frames += 1
        return Frame(pixels=np.full((8, 8), 10 * self.frames, np.uint8), frame_id=self.frames)

    def statistics(self) -> StreamStatistics:
        return StreamStatistics()


def _preview(camera: FakeCamera, settings: CameraSettings) -> Preview:
    preview = Preview(lambda: camera, settings, clock=ManualClock())
    camera.at_end = preview.stop
    return preview


def _run(camera: FakeCamera, settings: CameraSettings | None = None) -> Sight:
    preview = _preview(camera, settings or CameraSettings())
    preview.run()
    assert preview.ended.is_set()
    sight = preview.take()
    assert sight is not None
    assert preview.take() is None
    return sight


def test_only_the_newest_frame_is_kept_and_measured() -> None:
    camera = FakeCamera(lambda: None)
    sight = _run(camera)
    assert sight.frame is not None
    assert sight.frame.frame_id == 3
    assert sight.quality is not None
    assert sight.quality.levels.sum() == 64
    assert sight.frames_per_s == pytest.approx(25, rel=0.1)
    assert camera.log == ["open", "stop", "start", "trigger", "trigger", "trigger", "stop", "close"]


def test_what_the_camera_took_comes_back_with_the_persons_trigger() -> None:
    wish = CameraSettings(exposure_time_us=123.0, trigger_mode=TriggerMode.LINE, trigger_line="Line3")
    sight = _run(FakeCamera(lambda: None), wish)
    assert sight.taken == wish.model_copy(update={"exposure_time_us": 120.0})
    assert sight.refusal is None


def test_a_refused_setting_is_told_and_the_picture_goes_on() -> None:
    sight = _run(FakeCamera(lambda: None), CameraSettings(exposure_time_us=5000))
    assert sight.refusal is not None
    assert "10 to 1000" in sight.refusal.what
    assert sight.taken is None
    assert sight.frame is not None


def test_a_new_wish_restarts_the_stream() -> None:
    camera = FakeCamera(lambda: None)
    preview = _preview(camera, CameraSettings())
    grab, seen = camera.grab, []

    def wishing(timeout_s: float) -> Frame:
        seen.append(1)
        if len(seen) == 1:
            preview.configure(CameraSettings(exposure_time_us=500))
        return grab(timeout_s)

    camera.grab = wishing  # type: ignore[method-assign]
    preview.run()
    sight = preview.take()
    assert sight is not None
    assert sight.taken is not None
    assert sight.taken.exposure_time_us == 500
    assert camera.log.count("start") == 2


def test_missing_and_damaged_frames_are_passed_over() -> None:
    sight = _run(FakeCamera(lambda: None, script=(FrameTimeout("late"), FrameFailed("half"), None)))
    assert sight.frame is not None
    assert sight.frame.frame_id == 1


def test_a_lost_camera_is_raised_and_let_go() -> None:
    camera = FakeCamera(lambda: None, script=(None, CameraLost("Camera 1 stopped answering.")))
    preview = Preview(lambda: camera, CameraSettings(), clock=ManualClock())
    with pytest.raises(CameraLost):
        preview.run()
    assert camera.log[-2:] == ["stop", "close"]
    assert preview.ended.is_set()


def test_the_next_preview_waits_until_the_camera_is_free() -> None:
    first = FakeCamera(lambda: None, script=(None,) * 10_000)
    earlier = Preview(lambda: first, CameraSettings(), period_s=0.002)
    thread = threading.Thread(target=earlier.run)
    thread.start()
    second = FakeCamera(lambda: None)
    seen_at_open: list[str] = []
    second.open = lambda: seen_at_open.append(first.log[-1])  # type: ignore[method-assign]
    later = Preview(lambda: second, CameraSettings(), after=earlier)
    second.at_end = later.stop
    earlier.stop()
    later.run()
    thread.join(5)
    assert seen_at_open == ["close"]
    assert second.frames == 3


def test_a_preview_stopped_before_it_began_opens_nothing() -> None:
    camera = FakeCamera(lambda: None)
    preview = Preview(lambda: camera, CameraSettings())
    preview.stop()
    preview.run()
    assert camera.log == []


def test_a_free_running_camera_needs_no_trigger() -> None:
    free = Capabilities(trigger_modes=frozenset({TriggerMode.FREE, TriggerMode.SOFTWARE}))
    assert for_preview(CameraSettings(trigger_mode=TriggerMode.LINE), free).trigger_mode is TriggerMode.FREE


def test_a_folder_is_replayed_without_end_and_other_cameras_as_they_are() -> None:
    asked: list[str] = []

    def make(spec: str) -> FakeCamera:
        asked.append(spec)
        return FakeCamera(lambda: None)

    for spec in ("folder:/parts", "virtual:seed=3"):
        preview = preview_of(spec, make, CameraSettings())
        with pytest.raises(IndexError):
            preview.run()
    assert asked == ["folder:/parts?loop=1", "virtual:seed=3"]


def test_a_real_folder_is_seen_again_and_again(tmp_path: Path) -> None:
    for number in range(2):
        (tmp_path / f"{number}.png").write_bytes(encode_png(np.full((8, 8), 50 + number, np.uint8)))
    preview = preview_of(f"folder:{tmp_path}", make_camera, CameraSettings())
    thread = threading.Thread(target=preview.run)
    thread.start()
    seen = 0
    for _ in range(200):
        sight = preview.take()
        if sight is not None and sight.frame is not None:
            seen = max(seen, sight.frame.frame_id)
        if seen > 4:
            break
        time.sleep(0.02)
    preview.stop()
    thread.join(5)
    assert preview.ended.is_set()
    assert seen > 4
