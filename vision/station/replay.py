"""Replaying records: a stored frame under its recipe version gives the same score again.

Used by `loupe replay`, by History, and as the self-test after power returns.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from vision.inspection import Frame, InspectionRecord, Prediction, Predictor, Trouble, Verdict, say, worst
from vision.recipe import Recipe
from vision.station.inspector import Inspector

ReadFrame = Callable[[InspectionRecord, str], Frame]
"""Record and view name in, its stored frame out; raises `Trouble` when the image is gone or damaged."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Replay:
    """What the replay of one record gave."""

    record: InspectionRecord
    scores: Mapping[str, float]
    predictions: Mapping[str, Prediction]
    verdict: Verdict

    @property
    def score(self) -> float | None:
        """The replayed score of the view whose score the record carries."""
        for view in self.record.views:
            if view.score == self.record.score and view.view in self.scores:
                return self.scores[view.view]
        return None

    @property
    def is_same(self) -> bool:
        """True when every stored score came out again, bit for bit."""
        stored = {view.view: view.score for view in self.record.views if view.score is not None}
        return bool(stored) and stored == dict(self.scores)


def replay_record(
    record: InspectionRecord, recipe: Recipe, predictors: Mapping[str, Predictor], read_frame: ReadFrame
) -> Replay:
    """Judge a record's stored frames again under its own recipe version.

    Raises:
        Trouble: the record holds no frame, a frame is gone or damaged, or the model cannot predict it.
    """
    views = [view for view in record.views if view.image is not None]
    if not views:
        raise Trouble(
            say("Inspection {inspection_id} has no stored frame.", inspection_id=record.inspection_id),
            "It cannot be replayed.",
            say("Its reason was: {reason}", reason=record.reason) if record.reason else "",
        )
    outcome = Inspector(recipe, predictors).inspect({view.view: read_frame(record, view.view) for view in views})
    found = {view.view.name: view for view in outcome.views}
    predictions = {name: view.prediction for name, view in found.items() if view.prediction is not None}
    return Replay(
        record=record,
        scores={name: prediction.score for name, prediction in predictions.items()},
        predictions=predictions,
        verdict=worst(view.verdict for view in outcome.views),
    )


def self_test(
    records: Iterable[InspectionRecord], recipe: Recipe, predictors: Mapping[str, Predictor], read_frame: ReadFrame
) -> int:
    """Replay some records of this recipe version; the number that could be replayed.

    Raises:
        Trouble: a frame scores differently than when it was recorded: the model, its files or the computer changed.
    """
    replayed = 0
    for record in records:
        try:
            replay = replay_record(record, recipe, predictors, read_frame)
        except Trouble:
            continue  # a frame removed by retention says nothing about the model
        replayed += 1
        if not replay.is_same:
            raise Trouble(
                "The self-test failed: a stored frame does not score as it did.",
                say(
                    "Part {number} scored {before}, now {now}. No part is inspected.",
                    number=record.sequence,
                    before=record.score,
                    now=replay.score,
                ),
                "Choose an older version on Teach, under Versions, or teach again, and tell your quality engineer.",
            )
    return replayed
