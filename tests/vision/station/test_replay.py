"""A stored frame under its recipe version gives the same score again, or it is said that it does not."""

from collections.abc import Callable

import numpy as np
import pytest

from tests.twins import TIMEOUT, ScriptedCamera, ShadePredictor, shade_recipe
from vision.inspection import Frame, InspectionRecord, ManualClock, Prediction, Trouble, Verdict
from vision.station import Station, replay_record, self_test
from vision.storage import RecordQuery, RetentionRules, Store, sweep

MakeStation = Callable[..., Station]
RECIPE = shade_recipe()


class Changed(ShadePredictor):
    """The same model after its file was touched: one bit in the last place."""

    def predict(self, frame: Frame) -> Prediction:
        found = super().predict(frame)
        return Prediction(score=float(np.nextafter(found.score, 2.0)), anomaly_map=found.anomaly_map)


@pytest.fixture
def records(make_station: MakeStation, store: Store, clock: ManualClock) -> list[InspectionRecord]:
    """An OK part, a doubtful one, a bad one, and one whose frame never came."""
    camera = ScriptedCamera(["frame", "frame", "frame", TIMEOUT], clock)
    camera.shades = {2: 143, 3: 191}
    station = make_station(camera)
    station.prepare()
    station.run(parts=4)
    return list(store.records(RecordQuery()))


def test_the_same_scores_and_verdicts_come_out_bit_for_bit(store: Store, records: list[InspectionRecord]) -> None:
    for record in records[:3]:
        replay = replay_record(record, RECIPE, {"top": ShadePredictor()}, store.read_frame)
        assert replay.is_same
        assert replay.score == record.score
        assert replay.verdict is record.verdict
        assert replay.predictions["top"].anomaly_map.shape == (48, 64)


def test_a_changed_model_is_seen_even_in_the_last_bit(store: Store, records: list[InspectionRecord]) -> None:
    assert not replay_record(records[1], RECIPE, {"top": Changed()}, store.read_frame).is_same
    with pytest.raises(Trouble, match="does not score as it did") as told:
        self_test(records, RECIPE, {"top": Changed()}, store.read_frame)
    assert "Part 1 scored" in told.value.meaning
    assert "teach again" in told.value.remedy


def test_a_model_that_fails_on_a_frame_is_not_the_same(store: Store, records: list[InspectionRecord]) -> None:
    broken = {"top": ShadePredictor(error=Trouble("The model's memory is damaged."))}
    assert not replay_record(records[0], RECIPE, broken, store.read_frame).is_same
    with pytest.raises(Trouble, match="does not score as it did"):
        self_test(records[:1], RECIPE, broken, store.read_frame)


def test_a_part_without_a_frame_cannot_be_replayed_and_its_reason_is_told(
    store: Store, records: list[InspectionRecord]
) -> None:
    missed = records[3]
    assert missed.verdict is Verdict.NOT_INSPECTED
    with pytest.raises(Trouble, match="no stored frame") as told:
        replay_record(missed, RECIPE, {"top": ShadePredictor()}, store.read_frame)
    assert missed.reason in told.value.remedy


def test_a_frame_that_the_rules_removed_is_told_by_the_replay_and_skipped_by_the_self_test(
    store: Store, records: list[InspectionRecord], clock: ManualClock
) -> None:
    sweep(store, RetentionRules(quota_gb=0.0, keep_days=1, ok_share=0.0), clock.wall(), lambda _path: False)
    with pytest.raises(Trouble, match="no stored frame") as told:
        replay_record(records[0], RECIPE, {"top": ShadePredictor()}, store.read_frame)
    assert "removed on 2026-01-01 (disk quota)" in told.value.meaning
    assert self_test(records, RECIPE, {"top": ShadePredictor()}, store.read_frame) == 2


def test_a_damaged_frame_is_told_by_the_replay(store: Store, records: list[InspectionRecord]) -> None:
    path = store.home.root / str(records[0].views[0].image)
    path.write_bytes(path.read_bytes()[:40])
    with pytest.raises(Trouble, match=path.name):
        replay_record(records[0], RECIPE, {"top": ShadePredictor()}, store.read_frame)


def test_a_self_test_with_nothing_to_replay_passes(store: Store) -> None:
    assert self_test([], RECIPE, {"top": ShadePredictor()}, store.read_frame) == 0
