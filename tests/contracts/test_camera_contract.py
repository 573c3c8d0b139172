"""What every camera promises. A test is skipped only where the camera itself declares that it cannot."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.contracts.camera_doubles import RIGS
from vision.cameras import (
    Camera,
    CameraLost,
    CameraTrouble,
    FrameTimeout,
    GrabStrategy,
    SettingRefused,
    format_spec,
    parse_spec,
)
from vision.recipe import CameraSettings, TriggerMode

SLACK_S = 0.4
FRAME_S = 2.0


@pytest.fixture(params=RIGS, ids=lambda rig: rig.name)
def camera(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Camera]:
    made = request.param.make(tmp_path / "images")
    yield made
    made.close()


def needs(camera: Camera, mode: TriggerMode) -> None:
    if mode not in camera.capabilities.trigger_modes:
        pytest.skip(f"{camera.info.name} declares no {mode} trigger")


def run(camera: Camera, mode: TriggerMode, strategy: GrabStrategy = GrabStrategy.ONE_BY_ONE) -> None:
    """Open, configure and start, or skip."""
    camera.open()
    needs(camera, mode)
    camera.configure(CameraSettings(trigger_mode=mode))
    camera.start(strategy)


def any_mode(camera: Camera) -> TriggerMode:
    has_software = TriggerMode.SOFTWARE in camera.capabilities.trigger_modes
    return TriggerMode.SOFTWARE if has_software else TriggerMode.FREE


def run_any(camera: Camera, strategy: GrabStrategy = GrabStrategy.ONE_BY_ONE) -> TriggerMode:
    camera.open()
    mode = any_mode(camera)
    run(camera, mode, strategy)
    return mode


def shoot(camera: Camera, mode: TriggerMode):
    if mode is TriggerMode.SOFTWARE:
        camera.trigger()
    return camera.grab(FRAME_S)


class TestCamera:
    def test_says_who_it_is_before_it_is_opened(self, camera):
        assert camera.info.name
        assert format_spec(parse_spec(camera.info.spec)) == camera.info.spec

    def test_is_told_by_its_spec_when_open_too(self, camera):
        before = camera.info.spec
        camera.open()
        assert camera.info.spec == before

    @pytest.mark.parametrize("call", ["trigger", "grab", "start"])
    def test_refuses_work_before_it_is_open(self, camera, call):
        arguments = {"grab": (0.05,), "start": (GrabStrategy.ONE_BY_ONE,)}
        with pytest.raises(CameraTrouble) as raised:
            getattr(camera, call)(*arguments.get(call, ()))
        assert raised.value.what
        assert raised.value.remedy

    @pytest.mark.parametrize("call", ["trigger", "grab"])
    def test_refuses_work_before_it_is_started(self, camera, call):
        camera.open()
        with pytest.raises(CameraTrouble):
            getattr(camera, call)(*((0.05,) if call == "grab" else ()))

    def test_may_be_stopped_and_closed_in_any_state_and_again(self, camera):
        camera.stop()
        camera.close()
        camera.open()
        camera.open()
        camera.stop()
        camera.stop()
        camera.close()
        camera.close()
        run_any(camera)
        camera.close()
        camera.stop()

    def test_works_again_after_it_was_closed(self, camera):
        mode = run_any(camera)
        first = shoot(camera, mode)
        camera.close()
        run(camera, mode)
        assert shoot(camera, mode).pixels.shape == first.pixels.shape

    def test_works_again_after_it_was_stopped(self, camera):
        mode = run_any(camera)
        shoot(camera, mode)
        camera.stop()
        camera.start(GrabStrategy.ONE_BY_ONE)
        assert shoot(camera, mode).pixels.size

    def test_one_software_trigger_gives_exactly_one_frame(self, camera):
        run(camera, TriggerMode.SOFTWARE)
        for _ in range(3):
            camera.trigger()
            camera.grab(FRAME_S)
        with pytest.raises(FrameTimeout):
            camera.grab(0.1)
        assert camera.statistics().delivered == 3
        assert camera.statistics().dropped == 0

    def test_triggers_in_a_row_lose_nothing_while_inspecting(self, camera):
        run(camera, TriggerMode.SOFTWARE)
        for _ in range(3):
            camera.trigger()
        ids = [camera.grab(FRAME_S).frame_id for _ in range(3)]
        assert len(set(ids)) == 3

    def test_waits_as_long_as_asked_and_no_longer(self, camera):
        run(camera, TriggerMode.SOFTWARE)
        for timeout_s in (0.0, 0.2):
            begun_s = time.monotonic()
            with pytest.raises(FrameTimeout):
                camera.grab(timeout_s)
            assert timeout_s - 0.02 <= time.monotonic() - begun_s < timeout_s + SLACK_S

    def test_frame_ids_increase(self, camera):
        mode = run_any(camera)
        ids = [shoot(camera, mode).frame_id for _ in range(4)]
        assert ids == sorted(set(ids))

    def test_frames_are_stamped_and_named(self, camera):
        mode = run_any(camera)
        before_s = time.monotonic()
        frame = shoot(camera, mode)
        assert before_s <= frame.arrived_s <= time.monotonic()
        assert frame.camera == camera.info.name
        assert frame.pixels.dtype in (np.uint8, np.uint16)
        assert frame.pixels.flags.owndata or frame.pixels.base.flags.owndata

    def test_frames_are_not_overwritten_by_later_ones(self, camera):
        mode = run_any(camera)
        frame = shoot(camera, mode)
        copy = frame.pixels.copy()
        for _ in range(12):
            shoot(camera, mode)
        assert np.array_equal(frame.pixels, copy)

    def test_no_frame_from_before_a_start_is_delivered(self, camera):
        run(camera, TriggerMode.SOFTWARE)
        camera.trigger()
        time.sleep(0.1)
        camera.stop()
        camera.start(GrabStrategy.ONE_BY_ONE)
        with pytest.raises(FrameTimeout):
            camera.grab(0.1)
        assert camera.statistics().delivered == 0

    def test_free_running_gives_frames_without_a_trigger(self, camera):
        run(camera, TriggerMode.FREE)
        ids = [camera.grab(FRAME_S).frame_id for _ in range(3)]
        assert ids == sorted(set(ids))

    def test_free_running_takes_no_trigger(self, camera):
        run(camera, TriggerMode.FREE)
        with pytest.raises(CameraTrouble):
            camera.trigger()

    def test_an_interval_is_timed_by_the_station(self, camera):
        camera.open()
        camera.configure(CameraSettings(trigger_mode=TriggerMode.INTERVAL, interval_ms=100))
        camera.start(GrabStrategy.ONE_BY_ONE)
        assert shoot(camera, any_mode(camera)).pixels.size

    @pytest.mark.parametrize("mode", [TriggerMode.SOFTWARE, TriggerMode.LINE, TriggerMode.FREE])
    def test_a_trigger_mode_is_taken_or_refused_as_declared(self, camera, mode):
        camera.open()
        if mode in camera.capabilities.trigger_modes:
            assert camera.configure(CameraSettings(trigger_mode=mode)).trigger_mode is mode
            return
        with pytest.raises(SettingRefused):
            camera.configure(CameraSettings(trigger_mode=mode))

    def test_latest_only_gives_the_newest(self, camera):
        run(camera, TriggerMode.SOFTWARE, GrabStrategy.LATEST_ONLY)
        triggered_s = []
        for _ in range(3):
            triggered_s.append(time.monotonic())
            camera.trigger()
            time.sleep(0.05)
        frame = camera.grab(FRAME_S)
        with pytest.raises(FrameTimeout):
            camera.grab(0.1)
        assert camera.statistics().delivered == 1
        assert camera.statistics().skipped == 2
        if not camera.capabilities.has_timestamp:
            assert frame.frame_id >= 2
            return
        next_s = time.monotonic()
        apart_ns = shoot(camera, TriggerMode.SOFTWARE).camera_timestamp_ns - frame.camera_timestamp_ns
        assert apart_ns / 1e9 < next_s - triggered_s[1]

    def test_latest_only_leaves_out_what_was_not_fetched_in_time(self, camera):
        run(camera, TriggerMode.FREE, GrabStrategy.LATEST_ONLY)
        if camera.frames_left() is not None:
            pytest.skip(f"{camera.info.name} declares an end: it makes a frame when it is asked for one")
        camera.grab(FRAME_S)
        time.sleep(0.6)
        camera.grab(FRAME_S)
        assert camera.statistics().skipped > 0

    def test_stopping_frees_a_waiting_grab(self, camera):
        mode = run_any(camera)
        ended = []

        def wait() -> None:
            try:
                while True:
                    camera.grab(10.0)
            except CameraTrouble as trouble:
                ended.append((trouble, time.monotonic()))

        waiting = threading.Thread(target=wait)
        waiting.start()
        time.sleep(0.2)
        stopped_s = time.monotonic()
        camera.stop()
        waiting.join(5)
        assert ended, mode
        trouble, ended_s = ended[0]
        assert isinstance(trouble, FrameTimeout | CameraLost)
        assert ended_s - stopped_s < SLACK_S

    def test_closing_frees_a_waiting_grab(self, camera):
        run_any(camera)
        ended = []

        def wait() -> None:
            try:
                while True:
                    camera.grab(10.0)
            except CameraTrouble as trouble:
                ended.append(trouble)

        waiting = threading.Thread(target=wait)
        waiting.start()
        time.sleep(0.1)
        camera.close()
        waiting.join(5)
        assert ended

    def test_counts_begin_anew_at_every_start(self, camera):
        mode = run_any(camera)
        shoot(camera, mode)
        camera.stop()
        camera.start(GrabStrategy.ONE_BY_ONE)
        assert camera.statistics().delivered == 0

    def test_frames_left_counts_down_or_is_unknown(self, camera):
        mode = run_any(camera)
        before = camera.frames_left()
        shoot(camera, mode)
        after = camera.frames_left()
        assert (before is None and after is None) or (before is not None and after == before - 1)


class TestSettings:
    def test_exposure_is_taken_within_the_limits(self, camera):
        camera.open()
        limits = camera.capabilities.exposure_time_us
        if limits is None:
            pytest.skip(f"{camera.info.name} declares no exposure")
        asked = min(limits.high, max(limits.low, 2000.0))
        taken = camera.configure(CameraSettings(trigger_mode=any_mode(camera), exposure_time_us=asked))
        assert taken.exposure_time_us == pytest.approx(asked, rel=0.1)

    @pytest.mark.parametrize("field", ["exposure_time_us", "gain_db"])
    def test_a_value_out_of_range_is_refused_by_name(self, camera, field):
        camera.open()
        limits = getattr(camera.capabilities, field)
        value = 1e9 if limits is None else limits.high * 2 + 1
        with pytest.raises(SettingRefused) as refused:
            camera.configure(CameraSettings(trigger_mode=any_mode(camera), **{field: value}))
        assert {"exposure_time_us": "ExposureTime", "gain_db": "Gain"}[field] in refused.value.what
        if limits is not None:
            assert f"{round(limits.high, 3):.10g}" in str(refused.value)

    def test_every_declared_pixel_format_gives_frames(self, camera):
        camera.open()
        mode = any_mode(camera)
        for name in camera.capabilities.pixel_formats:
            taken = camera.configure(CameraSettings(trigger_mode=mode, pixel_format=name))
            assert taken.pixel_format == name
            camera.start(GrabStrategy.ONE_BY_ONE)
            frame = shoot(camera, mode)
            camera.stop()
            assert frame.pixels.ndim == (2 if name.startswith("Mono") else 3)
            deep = any(name.endswith(bits) for bits in ("10", "12", "16"))
            assert (frame.pixels.dtype == np.uint16) == deep
            assert frame.bit_depth == (int(name[-2:]) if deep else 8)

    def test_an_unknown_pixel_format_is_refused(self, camera):
        camera.open()
        with pytest.raises(SettingRefused, match="PixelFormat"):
            camera.configure(CameraSettings(trigger_mode=any_mode(camera), pixel_format="Mono99"))

    def test_a_sensor_region_gives_frames_of_its_size_or_is_refused(self, camera):
        camera.open()
        mode = any_mode(camera)
        asked = CameraSettings(trigger_mode=mode, roi={"x": 0, "y": 0, "width": 32, "height": 24})
        if not camera.capabilities.roi:
            with pytest.raises(SettingRefused):
                camera.configure(asked)
            return
        taken = camera.configure(asked).roi
        assert taken is not None
        camera.start(GrabStrategy.ONE_BY_ONE)
        assert shoot(camera, mode).pixels.shape[:2] == (taken.height, taken.width)

    def test_a_region_beyond_the_sensor_is_refused(self, camera):
        camera.open()
        roi = {"x": 100_000, "y": 0, "width": 32, "height": 24}
        with pytest.raises(SettingRefused):
            camera.configure(CameraSettings(trigger_mode=any_mode(camera), roi=roi))

    def test_nothing_is_set_while_grabbing(self, camera):
        mode = run_any(camera)
        with pytest.raises(CameraTrouble):
            camera.configure(CameraSettings(trigger_mode=mode))
