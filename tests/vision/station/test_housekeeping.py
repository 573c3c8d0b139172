"""The background sweep: by the rules of now, beside the line, and no trouble of it reaches the line."""

import threading
import time
from collections.abc import Callable

import pytest

from tests.vision.storage.parts import Line
from vision.inspection import ManualClock, Verdict
from vision.station.housekeeping import EVERY_S, FIRST_AFTER_S, Housekeeping
from vision.storage import RetentionRules, StorageCause, StorageTrouble, Store

KEEP = RetentionRules(quota_gb=1.0, keep_days=30, ok_share=0.0)
NO_ROOM = RetentionRules(quota_gb=0.0, keep_days=30, ok_share=0.0)


class StepClock(ManualClock):
    """Waits on its caller: each `step` lets one wait pass and returns when the next one has begun."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []
        self._moved = threading.Condition()
        self._allowed = 0

    def wait(self, event: threading.Event, timeout_s: float) -> bool:
        with self._moved:
            self.waits.append(timeout_s)
            mine = len(self.waits)
            self._moved.notify_all()
        while self._allowed < mine and not event.is_set():
            event.wait(0.005)
        return event.is_set()

    def step(self) -> None:
        with self._moved:
            assert self._moved.wait_for(lambda: len(self.waits) > self._allowed, timeout=5)
            self._allowed += 1
            assert self._moved.wait_for(lambda: len(self.waits) > self._allowed, timeout=5)


def kept(store: Store) -> list[int]:
    return [record.sequence for record in store.records() if any(view.image for view in record.views)]


def nothing(path: str) -> bool:
    return False


def test_it_sweeps_soon_after_the_start_and_then_by_the_rules_of_that_moment(store: Store) -> None:
    clock, rules = StepClock(), [KEEP]
    line = Line(store, clock)
    line.inspect(Verdict.OK)
    line.inspect(Verdict.NG)
    with Housekeeping(store, lambda: rules[0], nothing, clock):
        clock.step()
        assert kept(store) == [1, 2]
        rules[0] = NO_ROOM
        clock.step()
        assert kept(store) == [2]
    assert clock.waits[:2] == [FIRST_AFTER_S, EVERY_S]


def test_what_a_label_or_a_golden_set_uses_stays(store: Store) -> None:
    line = Line(store, ManualClock())
    used = line.inspect(Verdict.OK).views[0].image
    line.inspect(Verdict.OK)
    Housekeeping(store, lambda: NO_ROOM, lambda path: path == used, ManualClock()).sweep_once()
    assert kept(store) == [1]


def test_it_ends_at_once_though_the_next_sweep_is_minutes_away(store: Store) -> None:
    begun = time.monotonic()
    with Housekeeping(store, lambda: KEEP, nothing):
        pass
    assert time.monotonic() - begun < 1.0


def test_a_sweep_under_way_removes_nothing_more_once_the_app_closes(store: Store) -> None:
    clock = StepClock()
    line = Line(store, clock)
    for _ in range(3):
        line.inspect(Verdict.OK)
    sweeping, may_go_on = threading.Event(), threading.Event()

    def slow(path: str) -> bool:
        sweeping.set()
        may_go_on.wait(5)
        return False

    keeping = Housekeeping(store, lambda: NO_ROOM, slow, clock)
    with keeping:
        threading.Thread(target=clock.step, daemon=True).start()
        assert sweeping.wait(5)
        threading.Timer(0.05, may_go_on.set).start()
    assert kept(store) == [2, 3]


def _refuse() -> RetentionRules:
    raise StorageTrouble("The disk does not answer.", cause=StorageCause.DEVICE)


def _mistake() -> RetentionRules:
    raise ZeroDivisionError


@pytest.mark.expected_log
@pytest.mark.parametrize("trouble", [_refuse, _mistake])
def test_trouble_is_logged_and_met_again_by_the_next_sweep(
    store: Store, trouble: Callable[[], RetentionRules], caplog: pytest.LogCaptureFixture
) -> None:
    clock = StepClock()
    Line(store, clock).inspect(Verdict.OK)
    answers = [trouble, lambda: NO_ROOM]
    with Housekeeping(store, lambda: answers.pop(0)(), nothing, clock):  # noqa: PLW0108 (each sweep takes the next)
        clock.step()
        assert "the sweep failed" in caplog.text
        assert kept(store) == [1]
        clock.step()
    assert kept(store) == []
