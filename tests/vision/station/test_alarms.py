"""What calls a person, and that it calls once."""

from collections.abc import Callable, Sequence

import pytest

from tests.app.line import make_record
from tests.twins import Memory, ScriptedCamera, ShadePredictor, shade_recipe
from vision.inspection import ManualClock, Verdict
from vision.recipe import TriggerMode
from vision.station import AlarmKind, Station
from vision.station.alarms import DISK_LOOK_EVERY_S, AlarmRules, AlarmWatch

OK, NG, REVIEW, NOT = Verdict.OK, Verdict.NG, Verdict.REVIEW, Verdict.NOT_INSPECTED
RULES = AlarmRules(ng_in_a_row=3, not_inspected_in_a_row=2, no_trigger_s=10)


def called(verdicts: Sequence[Verdict], rules: AlarmRules = RULES) -> list[AlarmKind]:
    memory = Memory()
    watch = AlarmWatch(rules, ManualClock(), memory)
    for sequence, verdict in enumerate(verdicts, 1):
        watch.recorded(make_record(sequence, verdict))
    return [alarm.kind for alarm in memory.alarms]


@pytest.mark.parametrize(
    ("verdicts", "kinds"),
    [
        ([NG, NG], []),
        ([NG, NG, NG], [AlarmKind.NG_IN_A_ROW]),
        ([NG] * 9, [AlarmKind.NG_IN_A_ROW]),
        ([NG, NG, OK, NG, NG], []),
        ([NG, NG, REVIEW, NG], []),
        ([NG] * 3 + [OK] + [NG] * 3, [AlarmKind.NG_IN_A_ROW] * 2),
        ([NOT, NOT], [AlarmKind.NOT_INSPECTED_IN_A_ROW]),
        ([NOT, NG, NOT, NG], []),
    ],
)
def test_parts_in_a_row_call_once_until_the_row_is_broken(verdicts: list[Verdict], kinds: list[AlarmKind]) -> None:
    assert called(verdicts) == kinds


def test_a_rule_of_zero_never_calls() -> None:
    assert called([NG] * 9 + [NOT] * 9, AlarmRules(ng_in_a_row=0, not_inspected_in_a_row=0)) == []


def test_an_alarm_says_what_it_means_what_to_do_and_when() -> None:
    memory, clock = Memory(), ManualClock()
    watch = AlarmWatch(RULES, clock, memory)
    clock.advance(7)
    for sequence in (1, 2):
        watch.recorded(make_record(sequence, NOT))
    (alarm,) = memory.alarms
    assert alarm.what == "2 parts in a row were not inspected."
    assert "no frame from Camera 1" in alarm.meaning
    assert alarm.remedy == "Check camera, cable and light."
    assert alarm.time == clock.wall()


def test_the_remedy_follows_the_last_reason(
    make_station: Callable[..., Station], memory: Memory, clock: ManualClock
) -> None:
    wide = shade_recipe().views[0].model_copy(update={"image_width": 640})
    small = make_station(ScriptedCamera([], clock), recipe=shade_recipe(views=(wide,)))
    small.prepare()
    small.run(parts=3)
    assert "region" in memory.alarms[-1].remedy
    slow = ShadePredictor(advance=clock, delay_s=0.5)
    every = {"trigger_mode": TriggerMode.INTERVAL, "interval_ms": 100.0, "predictors": {"top": slow}}
    late = make_station(ScriptedCamera([], clock), **every)
    late.prepare()
    late.run(parts=5)
    assert "busy" in memory.alarms[-1].meaning
    assert "slowly" in memory.alarms[-1].remedy


def test_silence_calls_once_and_again_after_a_part_came() -> None:
    memory, clock = Memory(), ManualClock()
    watch = AlarmWatch(RULES, clock, memory)
    for _ in range(3):
        clock.advance(9.9)
        watch.look()
        watch.triggered()
    assert memory.alarms == []
    for _ in range(3):
        clock.advance(10)
        watch.look()
    assert [alarm.what for alarm in memory.alarms] == ["No trigger for 10 s."]
    watch.triggered()
    clock.advance(10)
    watch.look()
    assert len(memory.alarms) == 2


def test_without_a_limit_silence_never_calls() -> None:
    memory, clock = Memory(), ManualClock()
    watch = AlarmWatch(AlarmRules(no_trigger_s=0), clock, memory)
    clock.advance(1e6)
    watch.look()
    assert memory.alarms == []


def test_the_disk_is_looked_at_now_and_then() -> None:
    clock = ManualClock()
    watch = AlarmWatch(RULES, clock, Memory())
    assert watch.time_for_disk()
    assert not watch.time_for_disk()
    clock.advance(DISK_LOOK_EVERY_S)
    assert watch.time_for_disk()


@pytest.mark.parametrize(("count", "words"), [(1, "1 frame came"), (3, "3 frames came")])
def test_frames_that_nobody_asked_for_are_told(count: int, words: str) -> None:
    memory = Memory()
    AlarmWatch(RULES, ManualClock(), memory).unexpected_frames(count)
    assert words in memory.alarms[0].what
    assert memory.alarms[0].kind is AlarmKind.TRIGGERS_LOST
