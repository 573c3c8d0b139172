"""The inspection cycle: every trigger ends in exactly one record, and no fault is ever OK."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.twins import DOUBLE, FAILED, FRAME, LATE, LOST, TIMEOUT, Memory, ScriptedCamera, ShadePredictor, shade_recipe
from tests.vision.station.verdicts import verdicts
from vision.inspection import InspectionRecord, ManualClock, Trouble, Verdict
from vision.recipe import TriggerMode
from vision.station import AlarmKind, FinishReason, Station, StationState
from vision.station.alarms import AlarmRules
from vision.storage import Home, RecordQuery, StorageCause, StorageTrouble, Store, open_reader

MakeStation = Callable[..., Station]


def test_good_doubtful_and_bad_parts_get_their_verdicts_and_one_record_each(
    make_station: MakeStation, store: Store, clock: ManualClock, memory: Memory
) -> None:
    camera = ScriptedCamera([], clock)
    camera.shades = {2: 140, 3: 190}
    station = make_station(camera)
    station.prepare()
    summary = station.run(parts=3)
    assert verdicts(store) == [Verdict.OK, Verdict.REVIEW, Verdict.NG]
    assert (summary.triggers, summary.records, summary.ok, summary.review, summary.ng) == (3, 3, 1, 1, 1)
    assert summary.finish is FinishReason.PARTS_DONE
    assert [found.record.sequence for found in memory.inspected] == [1, 2, 3]
    assert [report.state for report in memory.states] == [
        StationState.STARTING,
        StationState.READY,
        StationState.INSPECTING,
        StationState.STOPPED,
    ]


def test_the_record_keeps_who_what_and_why(make_station: MakeStation, store: Store, clock: ManualClock) -> None:
    camera = ScriptedCamera([], clock, shade=190)
    station = make_station(camera)
    station.prepare()
    station.run(parts=1)
    record = store.records(RecordQuery())[0]
    assert (record.part.lot, record.operator, record.station) == ("L-1", "Ada", "Station 1")
    assert (record.recipe, record.recipe_version, record.part.serial) == ("Plate", 1, "000001")
    assert record.reason == "1 region above T2, upper left"
    view = record.views[0]
    assert view.map_summary is not None
    assert view.map_summary["regions"][0]["area_px"] == 64 * 48
    assert store.read_frame(record, "top").pixels[0, 0] == 190


def test_recorded_ms_reaches_to_the_durable_record(
    make_station: MakeStation, tmp_path: Path, clock: ManualClock, memory: Memory
) -> None:
    home = Home(tmp_path / "slow")

    class SlowDisk(Store):
        def complete(self, record: InspectionRecord) -> InspectionRecord:
            stored = super().complete(record)
            clock.advance(0.25)
            return stored

    with SlowDisk(home) as disk:
        station = make_station(ScriptedCamera([], clock), store=disk)
        station.prepare()
        station.run(parts=2)
        told = [found.record.recorded_ms for found in memory.inspected]
        assert all(ms is not None and ms >= 250 for ms in told)
        station.close()
    with open_reader(home) as reader:
        assert [record.recorded_ms for record in reader.records()] == told


@pytest.mark.expected_log
@pytest.mark.parametrize(("fault", "words"), [(TIMEOUT, "No frame"), (FAILED, "incomplete"), (LOST, "gone")])
def test_a_camera_fault_is_one_not_inspected_record_with_its_reason(
    make_station: MakeStation, store: Store, clock: ManualClock, fault: str, words: str
) -> None:
    station = make_station(ScriptedCamera([FRAME, fault, FRAME], clock))
    station.prepare()
    station.run(parts=3)
    assert verdicts(store) == [Verdict.OK, Verdict.NOT_INSPECTED, Verdict.OK]
    assert words in store.records(RecordQuery())[1].reason


def test_a_frame_that_comes_too_late_is_never_judged_for_the_next_part(
    make_station: MakeStation, store: Store, clock: ManualClock, memory: Memory
) -> None:
    camera = ScriptedCamera([LATE, FRAME], clock)
    camera.shades = {1: 190}
    station = make_station(camera)
    station.prepare()
    station.run(parts=2)
    assert verdicts(store) == [Verdict.NOT_INSPECTED, Verdict.OK]
    assert memory.inspected[1].frames["top"].frame_id == 2


def test_a_second_frame_for_one_trigger_is_thrown_away_and_called_out(
    make_station: MakeStation, clock: ManualClock, memory: Memory
) -> None:
    station = make_station(ScriptedCamera([DOUBLE, FRAME], clock))
    station.prepare()
    station.run(parts=2)
    assert [found.frames["top"].frame_id for found in memory.inspected] == [1, 3]
    assert AlarmKind.TRIGGERS_LOST in {alarm.kind for alarm in memory.alarms}


@pytest.mark.expected_log
def test_a_lost_camera_is_shown_and_taken_again_within_five_seconds_of_its_return(
    make_station: MakeStation, store: Store, clock: ManualClock, memory: Memory
) -> None:
    station = make_station(ScriptedCamera([LOST, FRAME], clock, away=2))
    station.prepare()
    station.run(parts=2)
    states = [report.state for report in memory.states]
    assert states[3:5] == [StationState.CAMERA_LOST, StationState.INSPECTING]
    assert verdicts(store) == [Verdict.NOT_INSPECTED, Verdict.OK]
    assert clock.monotonic_s() < 5


@pytest.mark.expected_log
def test_interval_triggers_are_recorded_while_the_camera_is_away(
    make_station: MakeStation, store: Store, clock: ManualClock
) -> None:
    camera = ScriptedCamera([FRAME, LOST], clock, away=1)
    station = make_station(camera, trigger_mode=TriggerMode.INTERVAL, interval_ms=250)
    station.prepare()
    summary = station.run(parts=8)
    assert summary.triggers == summary.records == len(verdicts(store))
    assert verdicts(store)[:3] == [Verdict.OK, Verdict.NOT_INSPECTED, Verdict.NOT_INSPECTED]
    assert verdicts(store)[-1] is Verdict.OK


def test_missed_triggers_count_among_the_parts_asked_for(
    make_station: MakeStation, store: Store, clock: ManualClock
) -> None:
    slow = ShadePredictor(advance=clock, delay_s=1.0)
    station = make_station(
        ScriptedCamera([], clock), predictors={"top": slow}, trigger_mode=TriggerMode.INTERVAL, interval_ms=100
    )
    station.prepare()
    summary = station.run(parts=4)
    assert (summary.triggers, summary.records, len(verdicts(store))) == (4, 4, 4)


def test_a_verdict_after_the_deadline_is_not_inspected_though_the_model_said_ok(
    make_station: MakeStation, store: Store, clock: ManualClock
) -> None:
    slow = ShadePredictor(advance=clock, delay_s=0.2)
    recipe = shade_recipe(takt_deadline_ms=100.0)
    station = make_station(ScriptedCamera([], clock), recipe=recipe, predictors={"top": slow})
    station.prepare()
    station.run(parts=1)
    record = store.records(RecordQuery())[0]
    assert record.verdict is Verdict.NOT_INSPECTED
    assert "200 ms after the trigger" in record.reason
    assert record.views[0].verdict is Verdict.OK


@pytest.mark.expected_log
@pytest.mark.parametrize("error", [RuntimeError("bug"), MemoryError(), Trouble("The frame is black.")])
def test_whatever_breaks_inside_a_model_the_part_is_not_inspected_and_the_line_goes_on(
    make_station: MakeStation, store: Store, clock: ManualClock, error: Exception
) -> None:
    station = make_station(ScriptedCamera([], clock), predictors={"top": ShadePredictor(error=error)})
    station.prepare()
    station.run(parts=2)
    assert verdicts(store) == [Verdict.NOT_INSPECTED] * 2
    assert store.records(RecordQuery())[0].views[0].image is not None


def test_a_frame_of_the_wrong_size_is_not_inspected_and_the_reason_names_both_sizes(
    make_station: MakeStation, store: Store, clock: ManualClock
) -> None:
    view = shade_recipe().views[0].model_copy(update={"image_width": 640})
    station = make_station(ScriptedCamera([], clock), recipe=shade_recipe(views=(view,)))
    station.prepare()
    station.run(parts=1)
    record = store.records(RecordQuery())[0]
    assert record.verdict is Verdict.NOT_INSPECTED
    assert "64 x 48 came, recipe Plate expects 640 x 48" in record.reason


@pytest.mark.expected_log
def test_when_a_record_cannot_be_written_the_line_stops_and_nothing_is_published(
    make_station: MakeStation, store: Store, clock: ManualClock, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Trouble("The disk is full.")

    monkeypatch.setattr(store, "complete", refuse)
    station = make_station(ScriptedCamera([], clock))
    station.prepare()
    summary = station.run(parts=50)
    assert summary.finish is FinishReason.RECORD_FAILED
    assert memory.inspected == []
    assert memory.states[-1].state is StationState.STOPPED
    assert "record could not be written" in memory.states[-1].what


@pytest.mark.expected_log
def test_parts_a_stopped_station_left_open_become_not_inspected_records(
    make_station: MakeStation, store: Store, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "complete", lambda *_: (_ for _ in ()).throw(Trouble("Power is gone.")))
    station = make_station(ScriptedCamera([], clock))
    station.prepare()
    station.run(parts=1)
    store.close()
    with Store(store.home) as reopened:
        assert len(reopened.recover()) == 1
        assert verdicts(reopened) == [Verdict.NOT_INSPECTED]
        assert reopened.recover() == []


def test_frames_of_the_line_are_parts_and_frames_lost_on_the_way_are_counted(
    make_station: MakeStation, store: Store, clock: ManualClock
) -> None:
    camera = ScriptedCamera([], clock)
    station = make_station(camera, trigger_mode=TriggerMode.LINE)
    station.prepare()
    start = camera.start
    camera.start = lambda strategy: (start(strategy), camera.arrive(FRAME, FAILED), _drop(camera))  # type: ignore[func-returns-value,misc,method-assign,assignment]
    summary = station.run(parts=3)
    assert sorted(verdicts(store)) == [Verdict.NOT_INSPECTED, Verdict.NOT_INSPECTED, Verdict.OK]
    assert summary.triggers == summary.records == 3


def _drop(camera: ScriptedCamera) -> None:
    camera.dropped = 1


def test_alarms_call_once_when_parts_go_wrong_in_a_row(
    make_station: MakeStation, clock: ManualClock, memory: Memory
) -> None:
    rules = AlarmRules(ng_in_a_row=2, not_inspected_in_a_row=3)
    station = make_station(ScriptedCamera([], clock, shade=190), alarms=rules)
    station.prepare()
    station.run(parts=5)
    assert [alarm.kind for alarm in memory.alarms] == [AlarmKind.NG_IN_A_ROW]


def test_silence_of_the_line_raises_an_alarm(make_station: MakeStation, clock: ManualClock, memory: Memory) -> None:
    camera = ScriptedCamera([], clock)
    station = make_station(camera, trigger_mode=TriggerMode.LINE, alarms=AlarmRules(no_trigger_s=10))
    station.prepare()
    waits = []

    def grab(timeout_s: float) -> object:
        waits.append(timeout_s)
        clock.advance(timeout_s)
        if len(waits) > 100:
            station.stop()
        return ScriptedCamera.grab(camera, timeout_s)

    camera.grab = grab  # type: ignore[method-assign,assignment]
    station.run()
    assert [alarm.kind for alarm in memory.alarms] == [AlarmKind.NO_TRIGGER]


def test_a_low_disk_is_shown_and_goes_away_again(make_station: MakeStation, clock: ManualClock, memory: Memory) -> None:
    sentences = iter(["Disk almost full: 2.1 GB left.", ""])
    slow = ShadePredictor(advance=clock, delay_s=3.0)
    station = make_station(ScriptedCamera([], clock), predictors={"top": slow}, disk_is_low=lambda: next(sentences, ""))
    station.prepare()
    station.run(parts=6)
    states = [report.state for report in memory.states]
    assert states[2:6] == [
        StationState.INSPECTING,
        StationState.DISK_LOW,
        StationState.INSPECTING,
        StationState.STOPPED,
    ]


def test_a_failed_self_test_keeps_the_station_from_ready(
    make_station: MakeStation, clock: ManualClock, memory: Memory
) -> None:
    def fail() -> None:
        raise Trouble("A stored frame does not score as it did.")

    station = make_station(ScriptedCamera([], clock), self_test=fail)
    with pytest.raises(Trouble, match="does not score"):
        station.prepare()
    assert StationState.READY not in {report.state for report in memory.states}


def test_a_store_that_refuses_the_trigger_stops_the_line(
    make_station: MakeStation, store: Store, clock: ManualClock, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise StorageTrouble("The data folder is read-only.", cause=StorageCause.READ_ONLY)

    monkeypatch.setattr(store, "begin", refuse)
    camera = ScriptedCamera([], clock)
    station = make_station(camera)
    station.prepare()
    summary = station.run(parts=1)
    assert (summary.triggers, summary.finish) == (0, FinishReason.RECORD_FAILED)
    assert camera.triggers == 0


@pytest.mark.expected_log
def test_a_listener_that_fails_costs_no_part_its_record(
    make_station: MakeStation, store: Store, clock: ManualClock, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the screen is gone")

    monkeypatch.setattr(memory, "on_inspected", fail)
    station = make_station(ScriptedCamera([], clock))
    station.prepare()
    summary = station.run(parts=12)
    assert (summary.triggers, summary.records) == (12, 12)
    assert len(verdicts(store)) == 12


def test_what_a_failed_recording_owes_is_recorded_when_the_disk_is_well_again(
    make_station: MakeStation, store: Store, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    complete, failures = store.complete, iter([True])

    def fail_once(record: object) -> object:
        if next(failures, False):
            raise StorageTrouble("The disk is full.", cause=StorageCause.DISK_FULL)
        return complete(record)  # type: ignore[arg-type]

    monkeypatch.setattr(store, "complete", fail_once)
    station = make_station(ScriptedCamera([], clock))
    station.prepare()
    summary = station.run(parts=3)
    assert summary.finish is FinishReason.RECORD_FAILED
    assert summary.triggers == summary.records == len(verdicts(store))
    assert set(verdicts(store)) == {Verdict.NOT_INSPECTED}
