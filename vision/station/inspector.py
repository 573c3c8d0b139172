"""From frames to a verdict: the model predicts, the recipe judges, the worst view decides."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from vision.inspection import Clock, Frame, Prediction, Predictor, SystemClock, Trouble, Verdict, say, worst
from vision.recipe import Recipe, View

log = logging.getLogger(__name__)

WRONG_SIZE = say("The image has the wrong size.")
SET_REGION_BACK = say("Set the camera's region back, or choose the recipe for this camera.")


@dataclass(frozen=True, eq=False, kw_only=True)
class ViewOutcome:
    """One view's part of the verdict."""

    view: View
    verdict: Verdict
    frame: Frame | None = None
    prediction: Prediction | None = None
    trouble: str = ""
    """Why the view was not inspected; empty otherwise."""

    @property
    def score(self) -> float | None:
        return None if self.prediction is None else self.prediction.score


@dataclass(frozen=True, eq=False, kw_only=True)
class Outcome:
    """The verdict on one part with everything it rests on."""

    verdict: Verdict
    views: tuple[ViewOutcome, ...]
    latency_ms: float | None
    """Decoded frames in memory to verdict; None when no model was asked."""
    overruled: str = ""
    """Why the part is NOT_INSPECTED although its views were judged (a verdict after the deadline); else empty."""

    @property
    def deciding(self) -> ViewOutcome:
        """The view whose verdict became the part's; of equal ones the highest above its T2."""
        candidates = [view for view in self.views if view.verdict is self.verdict] or list(self.views)
        return max(candidates, key=lambda found: (found.score or 0.0) - found.view.t2)


class Inspector:
    """A recipe with its loaded predictors, ready to judge."""

    def __init__(self, recipe: Recipe, predictors: Mapping[str, Predictor], clock: Clock | None = None) -> None:
        missing = {view.name for view in recipe.views} - set(predictors)
        if missing:
            raise ValueError(f"no predictor for {', '.join(sorted(missing))}")
        self.recipe = recipe
        self._predictors = dict(predictors)
        self._clock = clock or SystemClock()

    def model_hash(self, view: str) -> str:
        """Hash of the model that judges a view."""
        return self._predictors[view].model_hash

    def predict(self, view: View, frame: Frame) -> Prediction:
        """What a view's model says of a frame. Raises `Trouble` for a frame that the recipe does not accept."""
        self._check_size(view, frame)
        return self._predictors[view.name].predict(frame)

    def inspect(self, frames: Mapping[str, Frame], missing: Mapping[str, str] | None = None) -> Outcome:
        """Judge one part.

        Args:
            frames: by view name.
            missing: by view name, why its frame never came.
        """
        started_s = self._clock.monotonic_s()
        views = tuple(self._look(view, frames.get(view.name), missing or {}) for view in self.recipe.views)
        asked = any(view.prediction is not None for view in views)
        latency_ms = (self._clock.monotonic_s() - started_s) * 1000 if asked else None
        return Outcome(verdict=worst(view.verdict for view in views), views=views, latency_ms=latency_ms)

    def _look(self, view: View, frame: Frame | None, missing: Mapping[str, str]) -> ViewOutcome:
        if frame is None:
            trouble = missing.get(view.name, say("No frame came."))
            return ViewOutcome(view=view, verdict=Verdict.NOT_INSPECTED, trouble=trouble)
        try:
            prediction = self.predict(view, frame)
        except Trouble as trouble:
            return ViewOutcome(view=view, verdict=Verdict.NOT_INSPECTED, frame=frame, trouble=trouble.sentence)
        except Exception as bug:  # fail safe: whatever breaks inside a model, this part is not OK and the line goes on
            log.exception("the model failed on a frame of view %s", view.name)
            reason = say("The model failed on this frame ({kind}).", kind=type(bug).__name__)
            return ViewOutcome(view=view, verdict=Verdict.NOT_INSPECTED, frame=frame, trouble=reason)
        return self._judge(view, frame, prediction)

    def _judge(self, view: View, frame: Frame, prediction: Prediction) -> ViewOutcome:
        verdict = view.thresholds.judge(prediction.score)
        if verdict is Verdict.NOT_INSPECTED:
            trouble = say("The model gave no finite score.")
            return ViewOutcome(view=view, verdict=verdict, frame=frame, trouble=trouble)
        return ViewOutcome(view=view, verdict=verdict, frame=frame, prediction=prediction)

    def _check_size(self, view: View, frame: Frame) -> None:
        if view.any_size or (frame.width, frame.height) == (view.image_width, view.image_height):
            return
        raise Trouble(
            WRONG_SIZE,
            say(
                "{width} x {height} came, recipe {recipe} expects {wanted_width} x {wanted_height}.",
                width=frame.width,
                height=frame.height,
                recipe=self.recipe.name,
                wanted_width=view.image_width,
                wanted_height=view.image_height,
            ),
            SET_REGION_BACK,
        )
