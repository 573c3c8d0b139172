"""The pace of a run: every interval that falls due is served or counted as missed."""

import threading

import pytest

from vision.inspection import ManualClock
from vision.recipe import TriggerMode
from vision.station.triggers import make_pace


def test_an_interval_is_kept_whatever_the_work_in_between_takes() -> None:
    clock, stop = ManualClock(), threading.Event()
    pace = make_pace(TriggerMode.INTERVAL, 100, clock)
    times = []
    for work_s in (0.03, 0.09, 0.01):
        assert pace.wait(stop)
        times.append(round(clock.monotonic_s(), 3))
        clock.advance(work_s)
        assert pace.missed() == 0
    assert times == [0.0, 0.1, 0.2]


def test_whole_intervals_lost_to_slow_work_are_missed_triggers() -> None:
    clock, stop = ManualClock(), threading.Event()
    pace = make_pace(TriggerMode.INTERVAL, 100, clock)
    pace.wait(stop)
    clock.advance(0.35)  # due at 0.1, 0.2 and 0.3: two are over, the third can still be served
    assert pace.missed() == 2
    assert pace.wait(stop)
    assert clock.monotonic_s() == pytest.approx(0.35)


def test_a_stop_ends_the_waiting() -> None:
    clock, stop = ManualClock(), threading.Event()
    stop.set()
    assert not make_pace(TriggerMode.INTERVAL, 100, clock).wait(stop)
    assert not make_pace(TriggerMode.SOFTWARE, None, clock).wait(stop)


def test_while_the_camera_is_lost_each_interval_is_a_missed_trigger_and_software_triggers_pause() -> None:
    clock, stop = ManualClock(), threading.Event()
    pace = make_pace(TriggerMode.INTERVAL, 250, clock)
    pace.wait(stop)
    assert pace.missed_while_lost(stop) == 4
    assert make_pace(TriggerMode.SOFTWARE, None, clock).missed_while_lost(stop) == 0


def test_only_the_line_and_free_running_cameras_trigger_by_themselves() -> None:
    clock = ManualClock()
    ours = {mode: make_pace(mode, 100, clock).is_ours for mode in TriggerMode}
    assert ours == {
        TriggerMode.SOFTWARE: True,
        TriggerMode.INTERVAL: True,
        TriggerMode.LINE: False,
        TriggerMode.FREE: False,
    }
