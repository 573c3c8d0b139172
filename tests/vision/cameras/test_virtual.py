"""The virtual line: determinism, truth, arrivals on an injected clock, and every fault."""

import threading
import time

import numpy as np
import pytest

from vision.cameras.camera import (
    CameraLost,
    CameraNotFound,
    CameraTrouble,
    FrameFailed,
    FrameTimeout,
    GrabStrategy,
    SettingRefused,
)
from vision.cameras.spec import parse_spec
from vision.cameras.virtual import VirtualCamera
from vision.cameras.virtual_stream import BUFFERED_FRAMES
from vision.inspection import Frame, ManualClock, SystemClock
from vision.recipe import CameraSettings, Region, TriggerMode

SMALL = "virtual:width=160,height=120"


class Line:
    """A small virtual line on a manual clock, opened, set and started."""

    def __init__(
        self,
        options: str = "",
        mode: TriggerMode = TriggerMode.SOFTWARE,
        strategy: GrabStrategy = GrabStrategy.ONE_BY_ONE,
    ) -> None:
        self.clock = ManualClock()
        self.strategy = strategy
        self.camera = VirtualCamera(parse_spec(f"{SMALL},{options}".rstrip(",")), self.clock)
        self.camera.open()
        self.camera.configure(CameraSettings(trigger_mode=mode))
        self.camera.start(strategy)

    def part(self) -> int:
        """Trigger and grab one frame; the number of the part on it."""
        self.camera.trigger()
        return self.arriving()

    def arriving(self, timeout_s: float = 2.0) -> int:
        """Grab one frame; the number of the part on it."""
        return self.camera.truth(self.camera.grab(timeout_s).frame_id).part

    def restart(self) -> None:
        self.camera.close()
        self.camera.open()
        self.camera.start(self.strategy)


def frame_of(options: str = "", settings: CameraSettings | None = None) -> Frame:
    camera = VirtualCamera(parse_spec(f"{SMALL},{options}".rstrip(",")), ManualClock())
    camera.open()
    camera.configure(settings or CameraSettings())
    camera.start(GrabStrategy.ONE_BY_ONE)
    camera.trigger()
    return camera.grab(1.0)


def test_seed_and_part_decide_the_frame_whatever_the_timing() -> None:
    by_software, by_line = Line("seed=3"), Line("seed=3,rate=600", TriggerMode.LINE)
    for _ in range(3):
        by_software.clock.advance(0.37)
        by_software.camera.trigger()
        assert np.array_equal(by_software.camera.grab(1).pixels, by_line.camera.grab(1).pixels)
    assert not np.array_equal(frame_of("seed=3").pixels, frame_of("seed=4").pixels)


def test_the_truth_of_a_part_is_known() -> None:
    line = Line("defect_rate=0.5")
    truths = []
    for _ in range(12):
        line.camera.trigger()
        truths.append(line.camera.truth(line.camera.grab(1).frame_id))
    assert {truth.is_good for truth in truths} == {True, False}
    for truth in truths:
        assert truth.mask.shape == (120, 160)
        assert truth.is_good == (not truth.defect_kinds) == (not truth.mask.any())


def test_a_line_without_defects_has_none() -> None:
    line = Line("defect_rate=0")
    for _ in range(6):
        line.camera.trigger()
        assert line.camera.truth(line.camera.grab(1).frame_id).is_good


def test_an_unknown_frame_has_no_truth() -> None:
    with pytest.raises(KeyError):
        Line().camera.truth(1)


@pytest.mark.parametrize(
    "option", ["sed=3", "seed=x", "seed=-1", "defect_rate=2", "width=10", "rate=0", "fault=fire@3"]
)
def test_an_option_nobody_understands_is_named(option: str) -> None:
    with pytest.raises(CameraTrouble, match=option.split("=")[0]) as trouble:
        VirtualCamera(parse_spec(f"virtual:{option}"), ManualClock())
    assert "virtual:seed=3" in trouble.value.remedy


def test_its_spec_opens_the_same_line() -> None:
    camera = Line("seed=3,fault=unplug@20:3+late@4").camera
    assert VirtualCamera(parse_spec(camera.info.spec), ManualClock()).info == camera.info


def test_exposure_and_gain_change_the_frame() -> None:
    nominal = frame_of().pixels.mean()
    assert frame_of("", CameraSettings(exposure_time_us=2000)).pixels.mean() == pytest.approx(nominal / 2, rel=0.1)
    assert frame_of("", CameraSettings(gain_db=6)).pixels.mean() > 1.5 * nominal
    assert (frame_of("", CameraSettings(exposure_time_us=100_000)).pixels == 255).mean() > 0.5


def test_mono12_is_deep_and_shows_the_same() -> None:
    deep = frame_of("", CameraSettings(pixel_format="Mono12"))
    assert (deep.pixels.dtype, deep.bit_depth) == (np.uint16, 12)
    assert deep.pixels.mean() / 16 == pytest.approx(frame_of().pixels.mean(), rel=0.02)


def test_a_region_is_cut_from_frame_and_truth() -> None:
    line = Line("defect_rate=1")
    line.camera.stop()
    line.camera.configure(CameraSettings(roi=Region(x=40, y=30, width=80, height=60)))
    line.camera.start(GrabStrategy.ONE_BY_ONE)
    line.camera.trigger()
    frame = line.camera.grab(1)
    assert frame.pixels.shape == line.camera.truth(frame.frame_id).mask.shape == (60, 80)
    assert abs(frame.pixels.astype(float) - frame_of("defect_rate=1").pixels[30:90, 40:120]).mean() < 5


@pytest.mark.parametrize(
    ("settings", "feature"),
    [
        (CameraSettings(exposure_time_us=1), "ExposureTime"),
        (CameraSettings(gain_db=60), "Gain"),
        (CameraSettings(pixel_format="RGB8"), "PixelFormat"),
        (CameraSettings(roi=Region(x=100, y=0, width=100, height=10)), "OffsetX"),
    ],
)
def test_settings_out_of_range_are_refused_and_change_nothing(settings: CameraSettings, feature: str) -> None:
    line = Line()
    line.camera.stop()
    before = line.camera.configure(CameraSettings())
    with pytest.raises(SettingRefused, match=feature):
        line.camera.configure(settings)
    assert line.camera.configure(CameraSettings()) == before


def test_settings_wait_for_the_stream_to_stop() -> None:
    with pytest.raises(SettingRefused):
        Line().camera.configure(CameraSettings())


def test_one_trigger_gives_one_frame_and_ids_increase() -> None:
    line = Line()
    ids = []
    for _ in range(3):
        line.camera.trigger()
        ids.append(line.camera.grab(1).frame_id)
    with pytest.raises(FrameTimeout):
        line.camera.grab(0.5)
    assert ids == sorted(set(ids))
    assert line.camera.statistics().delivered == 3


def test_a_trigger_is_refused_when_the_line_triggers() -> None:
    with pytest.raises(CameraTrouble, match="software trigger"):
        Line("", TriggerMode.LINE).camera.trigger()


@pytest.mark.parametrize("mode", [TriggerMode.LINE, TriggerMode.FREE])
def test_parts_arrive_at_the_rate_on_the_clock(mode: TriggerMode) -> None:
    line = Line("rate=30", mode)
    times = [line.camera.grab(3).arrived_s for _ in range(3)]
    assert np.diff(times) == pytest.approx([2.0, 2.0])
    with pytest.raises(FrameTimeout):
        line.camera.grab(1.0)


def test_an_hour_of_the_line_takes_no_time() -> None:
    line = Line("rate=1", TriggerMode.LINE)
    began = time.monotonic()
    assert [line.arriving(3600) for _ in range(3)] == [0, 1, 2]
    assert line.clock.monotonic_s() > 179
    assert time.monotonic() - began < 10


def test_a_busy_station_finds_a_bounded_buffer_and_a_count_of_what_was_lost() -> None:
    line = Line("rate=60", TriggerMode.LINE)
    line.clock.advance(BUFFERED_FRAMES + 5.5)
    assert [line.arriving(0) for _ in range(BUFFERED_FRAMES)] == list(range(BUFFERED_FRAMES))
    assert line.camera.statistics().dropped == 5
    frame = line.camera.grab(2)
    assert line.camera.truth(frame.frame_id).part == BUFFERED_FRAMES + 5
    assert frame.frame_id == BUFFERED_FRAMES + 6, "frame ids count what the sensor made, so a gap shows the loss"


def test_preview_gets_the_newest_frame_and_counts_the_skipped() -> None:
    line = Line("rate=60", TriggerMode.FREE, GrabStrategy.LATEST_ONLY)
    line.clock.advance(8.5)
    assert line.arriving(0) == 7
    assert line.camera.statistics().skipped == 7


def test_frames_from_before_start_are_never_delivered() -> None:
    line = Line()
    line.camera.trigger()
    line.camera.stop()
    line.camera.start(GrabStrategy.ONE_BY_ONE)
    with pytest.raises(FrameTimeout):
        line.camera.grab(1)
    assert line.part() == 1


def test_an_unplugged_cable_is_lost_until_it_is_back_and_opened_again() -> None:
    line = Line("fault=unplug@1:3")
    assert line.part() == 0
    with pytest.raises(CameraLost):
        line.camera.trigger()
    with pytest.raises(CameraLost):
        line.camera.grab(0.1)
    with pytest.raises(CameraNotFound):
        line.camera.open()
    line.clock.advance(3.0)
    with pytest.raises(CameraLost):
        line.camera.grab(0.1)
    line.restart()
    assert line.part() == 2


def test_a_cable_pulled_between_parts_is_lost_at_the_next_grab() -> None:
    line = Line("rate=60", TriggerMode.LINE)
    assert line.arriving() == 0
    line.camera.unplug(1.0)
    with pytest.raises(CameraLost):
        line.camera.grab(5.0)
    line.clock.advance(0.9)
    with pytest.raises(CameraNotFound):
        line.camera.open()
    line.clock.advance(1.0)
    line.restart()
    assert line.arriving() == 1


def test_a_cable_unplugged_while_the_line_triggers_is_noticed_by_grab() -> None:
    line = Line("fault=unplug@2.5s:3", TriggerMode.LINE)
    assert [line.arriving(), line.arriving()] == [0, 1]
    with pytest.raises(CameraLost):
        line.camera.grab(5.0)


def test_a_missing_trigger_brings_no_frame_and_costs_one_part() -> None:
    line = Line("fault=missing@1")
    assert line.part() == 0
    with pytest.raises(FrameTimeout):
        line.part()
    assert line.part() == 2


def test_a_late_frame_comes_after_its_delay() -> None:
    line = Line("fault=late@0:0.5")
    line.camera.trigger()
    with pytest.raises(FrameTimeout):
        line.camera.grab(0.3)
    assert line.arriving(0.3) == 0


def test_a_double_trigger_gives_one_part_twice_with_fresh_noise() -> None:
    line = Line("fault=double@0")
    line.camera.trigger()
    first, second = line.camera.grab(1), line.camera.grab(1)
    assert line.camera.truth(first.frame_id).part == line.camera.truth(second.frame_id).part == 0
    assert second.frame_id == first.frame_id + 1
    assert not np.array_equal(first.pixels, second.pixels)
    assert line.part() == 1


@pytest.mark.parametrize(("fault", "words"), [("half@0", "60 of 120 lines"), ("failed@0", "buffer")])
def test_a_damaged_frame_is_counted_and_never_delivered(fault: str, words: str) -> None:
    line = Line(f"fault={fault}")
    with pytest.raises(FrameFailed) as failed:
        line.part()
    assert words in failed.value.detail
    assert (line.camera.statistics().failed, line.camera.statistics().delivered) == (1, 0)
    assert line.part() == 1


def test_fading_lamps_darken_and_a_loose_lens_blurs() -> None:
    fading, drifting, sound = Line("fault=lamp@0:5"), Line("fault=defocus@0:0.4"), Line()
    frames = [[(line.camera.trigger(), line.camera.grab(1).pixels)[1].astype(float) for _ in range(6)]
              for line in (fading, drifting, sound)]  # fmt: skip
    dark, blurred, good = (taken[-1] for taken in frames)
    assert dark.mean() == pytest.approx(good.mean() / np.e, rel=0.1)
    assert np.abs(np.diff(blurred)).mean() < 0.8 * np.abs(np.diff(good)).mean()
    assert np.array_equal(frames[0][0], frames[2][0])


def test_stop_from_another_thread_frees_a_waiting_grab() -> None:
    camera = VirtualCamera(parse_spec(SMALL), SystemClock())
    camera.open()
    camera.start(GrabStrategy.ONE_BY_ONE)
    stopper = threading.Timer(0.1, camera.stop)
    stopper.start()
    began = time.monotonic()
    with pytest.raises((CameraLost, FrameTimeout)):
        camera.grab(20.0)
    assert time.monotonic() - began < 5
    stopper.join()


def test_a_trigger_from_another_thread_wakes_a_waiting_grab() -> None:
    camera = VirtualCamera(parse_spec(SMALL), SystemClock())
    camera.open()
    camera.start(GrabStrategy.ONE_BY_ONE)
    trigger = threading.Timer(0.1, camera.trigger)
    trigger.start()
    assert camera.grab(20.0).frame_id == 1
    trigger.join()


def test_closing_is_safe_in_any_state_and_again() -> None:
    camera = VirtualCamera(parse_spec(SMALL), ManualClock())
    camera.close()
    camera.stop()
    with pytest.raises(CameraLost):
        camera.start(GrabStrategy.ONE_BY_ONE)
    camera.open()
    camera.close()
    camera.close()
    with pytest.raises(CameraLost):
        camera.grab(0)
