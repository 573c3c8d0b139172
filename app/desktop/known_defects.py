"""The defective parts that no change of a recipe may let pass: of the golden sets, and those that people confirmed."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from app.compose import Premises
from app.review.ports import Replays
from labeling.datasets import Datasets, evaluation_items
from labeling.records.datasets import FrozenKind, FrozenSet
from labeling.records.reviews import Finding
from labeling.review.reviewer import Reviewer
from labeling.review.state import PartState
from labeling.storage import AnnotationBook, FrozenBook
from labeling.storage.reviews import ReviewBook
from vision.evaluation import EvaluationItem
from vision.images import read_image
from vision.inspection import Frame, say
from vision.recipe import Recipe
from vision.teaching import KnownDefect

CONFIRMED = 100
"""So many parts that people called defective at most, the last ones, beside all golden sets."""
_LOOKED_THROUGH = 1000
"""The last decisions of a recipe among which they are looked for."""
_EVER = datetime(2000, 1, 1, tzinfo=UTC)


class KnownDefects:
    """Reads them from a station's store. Called from background threads."""

    def __init__(self, premises: Premises, replays: Replays) -> None:
        database = premises.store.database
        self._premises = premises
        self._replays = replays
        self._reviews, self._reviewer = ReviewBook(database), Reviewer.of(premises.store)
        self._frozen, self._annotations = FrozenBook(database), AnnotationBook(database)
        self._datasets = Datasets(premises.home, database)

    def of(self, recipe: str, view: str) -> list[KnownDefect]:
        """Those of a recipe, seen through a view of it.

        Raises:
            DatasetTrouble: a golden set was changed or an image of it is gone; then it proves nothing any more.
        """
        return [*self._golden(recipe, view), *self._confirmed(recipe, view)]

    def _golden(self, recipe: str, view: str) -> Iterator[KnownDefect]:
        taught = self._premises.recipes.load(recipe)
        sets = (self._frozen.load(name) for name in self._frozen.names(FrozenKind.GOLDEN))
        for frozen in (one for one in sets if one.product == recipe):
            for item in self._items(frozen):
                if item.defect and _shows(taught, view, item.path):
                    yield KnownDefect(name=item.path.name, frame=partial(_frame, item.path))

    def _items(self, frozen: FrozenSet) -> list[EvaluationItem]:
        return evaluation_items(frozen, self._datasets, self._annotations, self._premises.home)

    def _confirmed(self, recipe: str, view: str) -> Iterator[KnownDefect]:
        """As long as their frames are stored."""
        entries = [entry for entry in self._reviews.since(_EVER) if entry.part.recipe == recipe]
        ids = list(dict.fromkeys(entry.part.inspection_id for entry in reversed(entries)))[:_LOOKED_THROUGH]
        parts = [self._premises.store.get(inspection_id) for inspection_id in ids]
        states = self._reviewer.states(parts)
        for part in [one for one in parts if _is_defective(states[one.inspection_id])][:CONFIRMED]:
            own = next((one for one in part.views if one.view == view and one.image is not None), None)
            if own is not None and self._replays.absence(part, own) is None:
                name = str(say("Part {number}", number=part.sequence))
                yield KnownDefect(name=name, frame=partial(self._replays.frame, own))


def _shows(recipe: Recipe, view: str, image: Path) -> bool:
    """Whether an image can be of a view; of several views the size tells, as far as it can."""
    if len(recipe.views) == 1:
        return True
    size = _frame(image)
    fits = [one.name for one in recipe.views if (one.image_width, one.image_height) == (size.width, size.height)]
    return view in fits


def _frame(image: Path) -> Frame:
    pixels, bit_depth = read_image(image)
    return Frame(pixels=pixels, bit_depth=bit_depth, source=str(image))


def _is_defective(state: PartState) -> bool:
    return state.decision is not None and state.decision.judgement.finding is Finding.DEFECT
