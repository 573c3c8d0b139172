"""The drift tests of a recipe's views, with what teaching kept aside as their reference."""

from vision.health import DriftTest
from vision.recipe import Recipe, View

FEWEST = 2
"""A false alarm in every part would be no test."""
_KEPT_ASIDE = "held_aside"
"""Where teaching notes the scores of good parts that the model had not learned from."""


def drift_tests(recipe: Recipe, false_alarm_every: int) -> dict[str, DriftTest]:
    """By view name; empty when `false_alarm_every` is 0. A view without scores from teaching has no test."""
    references = {view.name: _reference(recipe, view) for view in recipe.views}
    return {
        name: DriftTest(scores, max(FEWEST, false_alarm_every))
        for name, scores in references.items()
        if scores and false_alarm_every
    }


def _reference(recipe: Recipe, view: View) -> list[float]:
    """Without those above T2, since parts judged NG are left out at the line as well.

    A note that a person changed may have lost its score: it counts for nothing.
    """
    notes = recipe.teaching.get(view.name, {}).get(_KEPT_ASIDE, [])
    scores = [note.get("score") for note in notes if isinstance(note, dict)]
    return [score for score in scores if isinstance(score, int | float) and score <= view.t2]
