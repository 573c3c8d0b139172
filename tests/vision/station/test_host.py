"""The station in a thread of its own: no order is lost, no part is judged by a recipe that was already replaced."""

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from tests.twins import Memory, ScriptedCamera, ShadePredictor, shade_recipe
from vision.cameras import CameraNotFound
from vision.inspection import Clock, InspectionRecord, SystemClock, Trouble, Verdict
from vision.station import FinishReason, Station, StationListener, StationPlan, StationState
from vision.station.host import StationHost
from vision.station.recorder import Origin
from vision.storage import RecordQuery, StorageCause, StorageTrouble, Store

WAIT_S = 10.0


def until(holds: Callable[[], bool]) -> None:
    """Wait for something to become true; fail when it does not."""
    end_s = time.monotonic() + WAIT_S
    while not holds():
        assert time.monotonic() < end_s, "it did not happen in time"
        time.sleep(0.002)


@dataclass
class Works:
    """Makes stations for recipe names, as slow and as broken as a test asks."""

    store: Store
    cameras: list[ScriptedCamera] = field(default_factory=list)
    troubles: list[Exception] = field(default_factory=list)
    """Raised by the next makings, one each."""
    self_test: Callable[[], object] = str
    may_go_on: threading.Event = field(default_factory=threading.Event)
    """A making waits for it."""
    clock: Clock = field(default_factory=SystemClock)

    def __call__(self, recipe: str, listener: StationListener) -> Station:
        self.may_go_on.wait(WAIT_S)
        if self.troubles:
            raise self.troubles.pop(0)
        self.cameras.append(ScriptedCamera([], self.clock))
        plan = StationPlan(
            recipe=shade_recipe(recipe),
            predictors={"top": ShadePredictor()},
            cameras={"camera-1": self.cameras[-1]},
            store=self.store,
            origin=Origin(station="Station 1"),
            self_test=self.self_test,
        )
        return Station(plan, listener)


@pytest.fixture
def works(store: Store) -> Works:
    made = Works(store)
    made.may_go_on.set()
    return made


@pytest.fixture
def host(works: Works, memory: Memory) -> Iterator[StationHost[str]]:
    opened = StationHost(works, memory)
    yield opened
    works.may_go_on.set()
    assert opened.close()


Host = StationHost[str]


def state(memory: Memory) -> StationState | None:
    return memory.states[-1].state if memory.states else None


def recipes(memory: Memory) -> list[str]:
    return [found.record.recipe for found in list(memory.inspected)]


def test_a_chosen_station_gets_ready_and_inspects_from_start_to_stop(host: Host, memory: Memory, store: Store) -> None:
    host.choose("Plate")
    until(lambda: state(memory) is StationState.READY)
    assert not host.is_running
    host.start()
    assert host.is_running
    until(lambda: len(memory.inspected) >= 3)
    host.stop()
    until(lambda: state(memory) is StationState.STOPPED)
    assert not host.is_running
    assert memory.states[-1].finish is FinishReason.ASKED
    until(lambda: host.last_summary is not None)
    assert host.last_summary is not None
    assert host.last_summary.triggers == host.last_summary.records == len(store.records(RecordQuery()))


def test_a_stopped_station_starts_again_without_opening_its_camera_anew(
    host: Host, memory: Memory, works: Works
) -> None:
    host.choose("Plate")
    host.start()
    until(lambda: len(memory.inspected) >= 1)
    host.stop()
    until(lambda: state(memory) is StationState.STOPPED)
    seen = len(memory.inspected)
    host.start()
    until(lambda: len(memory.inspected) > seen)
    assert [camera.opened for camera in works.cameras] == [1]


def test_another_recipe_while_running_goes_on_after_the_part_at_hand(host: Host, memory: Memory, store: Store) -> None:
    host.choose("Plate")
    host.start()
    until(lambda: len(memory.inspected) >= 2)
    host.choose("Cookie")
    until(lambda: "Cookie" in recipes(memory))
    assert host.is_running
    host.stop()
    until(lambda: state(memory) is StationState.STOPPED)
    found = [record.recipe for record in store.records(RecordQuery())]
    changes = found.index("Cookie")
    assert set(found[:changes]) == {"Plate"}
    assert set(found[changes:]) == {"Cookie"}
    assert Verdict.NOT_INSPECTED not in {record.verdict for record in store.records(RecordQuery())}


def test_another_recipe_while_the_first_is_still_loading_is_the_only_one_that_inspects(
    host: Host, memory: Memory, works: Works
) -> None:
    works.may_go_on.clear()
    host.choose("Plate")
    host.start()
    until(lambda: state(memory) is StationState.STARTING)
    host.choose("Cookie")
    works.may_go_on.set()
    until(lambda: len(memory.inspected) >= 3)
    assert set(recipes(memory)) == {"Cookie"}


def test_a_stop_while_the_station_gets_ready_is_not_forgotten(host: Host, memory: Memory, works: Works) -> None:
    works.may_go_on.clear()
    host.choose("Plate")
    host.start()
    until(lambda: state(memory) is StationState.STARTING)
    host.stop()
    works.may_go_on.set()
    until(lambda: state(memory) is StationState.READY)
    assert host.close()
    assert StationState.INSPECTING not in {report.state for report in memory.states}


def test_a_stop_in_the_moment_a_run_begins_ends_it_after_one_part_at_most(
    works: Works, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    host = StationHost(works, memory)
    recover = works.store.recover

    def stop_meanwhile(*, own: bool = False) -> list[InspectionRecord]:
        host.stop()
        return recover(own=own)

    monkeypatch.setattr(works.store, "recover", stop_meanwhile)
    host.choose("Plate")
    host.start()
    until(lambda: state(memory) is StationState.STOPPED)
    assert host.close()
    assert len(memory.inspected) <= 1


def test_start_pressed_in_the_moment_a_run_ends_starts_again(works: Works, memory: Memory) -> None:
    host: list[Host] = []
    told = memory.on_state
    again = iter([True])

    def on_state(report: object) -> None:
        told(report)  # type: ignore[arg-type]
        if memory.states[-1].finish is not None and next(again, False):
            host[0].start()

    memory.on_state = on_state  # type: ignore[method-assign, assignment]
    host.append(StationHost(works, memory))
    host[0].choose("Plate")
    host[0].start()
    until(lambda: len(memory.inspected) >= 1)
    host[0].stop()
    until(lambda: [report.state for report in memory.states].count(StationState.INSPECTING) == 2)
    assert host[0].is_running
    assert host[0].close()


@pytest.mark.parametrize("place", ["make", "self-test"])
def test_trouble_while_getting_ready_is_told_in_words_and_start_tries_again(
    host: Host, memory: Memory, works: Works, place: str
) -> None:
    words = Trouble("Recipe Plate is broken.", "Nothing is inspected.", "Choose another version.")
    if place == "make":
        works.troubles = [words]
    else:
        once = iter([words])
        works.self_test = lambda: _raise_next(once)
    host.choose("Plate")
    host.start()
    until(lambda: state(memory) is StationState.STOPPED and not host.is_running)
    last = memory.states[-1]
    assert (last.what, last.meaning, last.remedy) == (words.what, words.meaning, words.remedy)
    assert last.finish is FinishReason.FAULT
    host.start()
    until(lambda: len(memory.inspected) >= 1)


def _raise_next(troubles: Iterator[Exception]) -> None:
    trouble = next(troubles, None)
    if trouble is not None:
        raise trouble


@pytest.mark.expected_log
def test_a_mistake_of_ours_stops_the_line_in_words_and_the_thread_lives_on(
    host: Host, memory: Memory, works: Works
) -> None:
    closed = []
    works.self_test = lambda: works.cameras[-1].__setattr__("close", lambda: closed.append(1)) or 1 / 0
    host.choose("Plate")
    host.start()
    until(lambda: state(memory) is StationState.STOPPED)
    assert memory.states[-1].what == "The station failed."
    assert closed, "the camera is free for the next try"
    works.self_test = str
    until(lambda: not host.is_running)
    host.start()
    until(lambda: len(memory.inspected) >= 1)


@pytest.mark.expected_log
def test_a_camera_that_cannot_even_be_closed_does_not_take_the_thread_with_it(
    host: Host, memory: Memory, works: Works
) -> None:
    host.choose("Plate")
    until(lambda: state(memory) is StationState.READY)
    works.cameras[0].close = lambda: 1 / 0  # type: ignore[method-assign, assignment, return-value]
    host.choose("Cookie")
    host.start()
    until(lambda: "Cookie" in recipes(memory))


def test_start_without_a_recipe_says_so(host: Host, memory: Memory) -> None:
    host.start()
    until(lambda: not host.is_running and state(memory) is StationState.STOPPED)
    assert memory.states[-1].what == "No recipe is chosen."


@pytest.mark.expected_log
def test_after_a_failed_record_starting_again_owes_the_open_part_its_record(
    host: Host, memory: Memory, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageTrouble("The disk is full.", "", "Free some space.", cause=StorageCause.DISK_FULL)

    with monkeypatch.context() as patched:
        patched.setattr(store, "complete", full)
        host.choose("Plate")
        host.start()
        until(lambda: state(memory) is StationState.STOPPED)
    last = memory.states[-1]
    assert last.finish is FinishReason.RECORD_FAILED
    assert "The disk is full." in last.meaning
    assert memory.inspected == []
    until(lambda: not host.is_running)
    host.start()
    until(lambda: len(memory.inspected) >= 1)
    host.stop()
    until(lambda: state(memory) is StationState.STOPPED)
    records = store.records(RecordQuery())
    assert [record.sequence for record in records] == list(range(1, len(records) + 1))
    assert records[0].verdict is Verdict.NOT_INSPECTED
    assert records[-1].verdict is Verdict.OK


@pytest.mark.parametrize("when", ["nothing chosen", "ready", "inspecting", "getting ready"])
def test_close_always_ends_the_thread_and_lets_go_of_the_cameras(works: Works, memory: Memory, when: str) -> None:
    host = StationHost(works, memory)
    if when == "getting ready":
        works.may_go_on.clear()
    if when != "nothing chosen":
        host.choose("Plate")
        until(lambda: bool(memory.states))
    if when == "ready":
        until(lambda: state(memory) is StationState.READY)
    if when == "inspecting":
        host.start()
        until(lambda: len(memory.inspected) >= 1)
    closer = threading.Timer(0.02, works.may_go_on.set)
    closer.start()
    assert host.close()
    closer.join()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("loupe-")]


def test_a_close_that_takes_too_long_says_so(works: Works, memory: Memory) -> None:
    works.may_go_on.clear()
    host = StationHost(works, memory)
    host.choose("Plate")
    until(lambda: bool(memory.states))
    assert not host.close(timeout_s=0.01)
    works.may_go_on.set()
    assert host.close()


def test_a_camera_that_boots_slower_than_the_station_is_waited_for(
    host: Host, memory: Memory, works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vision.station.host.RETRY_S", 0.01)
    works.self_test = lambda: None
    absent = iter([True, True])
    opened = ScriptedCamera.open

    def slow_to_boot(camera: ScriptedCamera) -> None:
        if next(absent, False):
            raise CameraNotFound("The camera does not answer yet.")
        opened(camera)

    monkeypatch.setattr(ScriptedCamera, "open", slow_to_boot)
    host.choose("Plate")
    host.start()
    until(lambda: len(memory.inspected) >= 1)
    states = [report.state for report in memory.states]
    assert states.count(StationState.CAMERA_LOST) == 2
    assert StationState.STOPPED not in states


def test_waiting_for_a_camera_ends_when_it_is_stopped(
    host: Host, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_camera: ScriptedCamera) -> None:
        raise CameraNotFound("The camera does not answer.")

    monkeypatch.setattr(ScriptedCamera, "open", never)
    host.choose("Plate")
    host.start()
    until(lambda: state(memory) is StationState.CAMERA_LOST)
    host.stop()
    until(lambda: state(memory) is StationState.STOPPED)
    assert not host.is_running
