"""A changed picture is told by the station, and at a fading lamp before good parts are judged NG."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.app.line import make_record
from tests.grabbing import grabbed
from tests.twins import Memory, ScriptedCamera, shade_recipe
from vision.cameras import make_camera
from vision.inspection import Frame, ManualClock, Prediction, Verdict
from vision.recipe import Recipe
from vision.station import AlarmKind, Station
from vision.station.alarms import AlarmRules, AlarmWatch
from vision.teaching import calibrate

MakeStation = Callable[..., Station]
LINE = "virtual:defect_rate=0,width=320,height=240"
LAMP_FROM, FADES_OVER, PARTS = 40, 1600, 230


def with_notes(recipe: Recipe, scores: list[float]) -> Recipe:
    notes = {"top": {"held_aside": [{"name": "part", "score": score} for score in scores]}}
    return recipe.model_copy(update={"teaching": notes})


def calls(recipe: Recipe, verdict: Verdict, parts: int = 60, rules: AlarmRules | None = None) -> list[AlarmKind]:
    """What parts with the score of that verdict call for (OK 0.21, REVIEW 0.56, NG 1.07)."""
    memory = Memory()
    watch = AlarmWatch(rules or AlarmRules(ng_in_a_row=0), ManualClock(), memory, recipe)
    for sequence in range(parts):
        watch.recorded(make_record(sequence, verdict))
    return [alarm.kind for alarm in memory.alarms]


@pytest.mark.parametrize(
    ("verdict", "kinds"),
    [
        (Verdict.OK, [AlarmKind.PICTURE_CHANGED]),
        (Verdict.REVIEW, [AlarmKind.PICTURE_CHANGED]),
        (Verdict.NG, []),
        (Verdict.NOT_INSPECTED, [AlarmKind.NOT_INSPECTED_IN_A_ROW]),
    ],
)
def test_parts_that_all_score_higher_than_at_teaching_call_once(verdict: Verdict, kinds: list[AlarmKind]) -> None:
    taught = list(np.random.default_rng(0).uniform(0.05, 0.2, 200))
    assert calls(with_notes(shade_recipe(), taught), verdict) == kinds


def test_usual_parts_a_recipe_without_notes_and_a_rule_of_zero_call_nothing() -> None:
    usual, low = list(np.linspace(0.1, 0.4, 60)), list(np.linspace(0.05, 0.2, 60))
    assert calls(with_notes(shade_recipe(), usual), Verdict.OK) == []
    assert calls(shade_recipe(), Verdict.OK) == []
    assert calls(with_notes(shade_recipe(), low), Verdict.OK, rules=AlarmRules(changed_picture_every=0)) == []


def test_parts_of_teaching_above_t2_are_no_reference_as_parts_judged_ng_are_not_compared() -> None:
    low, t2 = list(np.linspace(0.05, 0.2, 60)), shade_recipe().views[0].t2
    assert calls(with_notes(shade_recipe(), [*low, *[t2 + 0.001] * 60]), Verdict.OK) == [AlarmKind.PICTURE_CHANGED]
    assert calls(with_notes(shade_recipe(), [t2 + 0.001] * 60), Verdict.OK) == []
    assert calls(with_notes(shade_recipe(), [*low, *[t2] * 60]), Verdict.OK) == [], "at T2 a part is not judged NG"


def test_a_note_without_a_score_is_left_out() -> None:
    recipe = with_notes(shade_recipe(), list(np.linspace(0.05, 0.2, 60)))
    for odd in ({"name": "part"}, {"score": "high"}, "part"):
        recipe.teaching["top"]["held_aside"].append(odd)
    assert calls(recipe, Verdict.OK) == [AlarmKind.PICTURE_CHANGED]


def test_the_alarm_reaches_the_listener_of_a_running_station(make_station: MakeStation, clock: ManualClock) -> None:
    camera = ScriptedCamera([], clock, shade=120)
    station = make_station(camera, recipe=with_notes(shade_recipe(), list(np.linspace(0.0, 0.1, 100))))
    station.prepare()
    station.run(40)
    memory = station._listener
    assert isinstance(memory, Memory)
    assert [alarm.kind for alarm in memory.alarms] == [AlarmKind.PICTURE_CHANGED]
    alarm = memory.alarms[0]
    assert "top" in alarm.what
    assert alarm.meaning
    assert "teach" in alarm.remedy


class PatchMemory:
    """A model without torch: how far the oddest patch of a frame lies from the nearest one of good frames."""

    model_hash = "0" * 64

    def __init__(self, good: list[Frame]) -> None:
        self._memory = np.concatenate([patches(frame) for frame in good])
        self._squares = np.square(self._memory).sum(axis=1)

    def predict(self, frame: Frame) -> Prediction:
        seen = patches(frame)
        apart = np.square(seen).sum(axis=1)[:, None] + self._squares - 2 * seen @ self._memory.T
        distances = np.sqrt(np.maximum(apart.min(axis=1), 0)).reshape(12, 16).astype(np.float32)
        anomaly_map = cv2.resize(distances, (frame.width, frame.height), interpolation=cv2.INTER_NEAREST)
        return Prediction(score=float(distances.max()), anomaly_map=np.asarray(anomaly_map, np.float32))


def patches(frame: Frame) -> NDArray[np.float32]:
    """(192, 100): 12 x 16 patches of 10 x 10 pixels of the frame brought to 160 x 120."""
    small = np.asarray(cv2.resize(frame.pixels, (160, 120), interpolation=cv2.INTER_AREA), np.float32)
    return small.reshape(12, 10, 16, 10).swapaxes(1, 2).reshape(-1, 100)


def test_a_fading_lamp_is_told_before_good_parts_are_judged_ng(
    make_station: MakeStation, clock: ManualClock, memory: Memory
) -> None:
    good = grabbed(LINE + ",seed=3", 80, clock=clock)
    model = PatchMemory(good[:50])
    aside = [model.predict(frame).score for frame in good[50:]]
    lines = calibrate(aside)
    change = {"t1": lines.thresholds.t1, "t2": lines.thresholds.t2, "any_size": True}
    recipe = shade_recipe(views=(shade_recipe().views[0].model_copy(update=change),))
    lamp = make_camera(f"{LINE},seed=4,fault=lamp@{LAMP_FROM}:{FADES_OVER}", clock)
    station = make_station(lamp, recipe=with_notes(recipe, aside), predictors={"top": model})
    station.prepare()
    told: list[tuple[int, AlarmKind]] = []
    memory.on_alarm = lambda alarm: told.append((len(memory.inspected), alarm.kind))  # type: ignore[method-assign]
    station.run(PARTS)
    verdicts = [one.record.verdict for one in memory.inspected]
    part, kind = told[0]
    rate = lines.promises.overkill.rate
    assert (kind, part > LAMP_FROM) == (AlarmKind.PICTURE_CHANGED, True)
    assert verdicts[:part].count(Verdict.NG) <= rate * part
    assert verdicts.count(Verdict.NG) > rate * PARTS
