"""Inspected parts that a person may call good, from the station's records."""

from app.recipe.ports import GoodPart, LearnedParts
from vision.inspection import Frame, Verdict, ViewRecord
from vision.recipe import RecipeLibrary
from vision.storage import RecordQuery, Store

MOST = 100
"""Newest parts that are offered."""


class StationStored:
    """Fulfils `app.recipe.ports.StoredParts`."""

    def __init__(self, store: Store, library: RecipeLibrary) -> None:
        self._store = store
        self._library = library
        self._offered: dict[str, ViewRecord] = {}
        """By key, as they were offered last: a frame is read back against the hash of its record."""

    def doubted(self, recipe: str, view: str | None) -> LearnedParts:
        """See `StoredParts`. Raises `StorageTrouble` and `RecipeTrouble`."""
        chosen = next(each for each in self._library.load(recipe).views if view in (None, each.name))
        query = RecordQuery(recipe=recipe, verdicts=frozenset({Verdict.NG, Verdict.REVIEW}), oldest_first=False)
        seen = [each for record in self._store.page(query, limit=MOST) for each in record.views]
        self._offered = {
            str(self._store.home.root / each.image): each for each in seen if each.view == chosen.name and each.image
        }
        parts = (GoodPart(key=key, score=each.score) for key, each in self._offered.items())
        return LearnedParts(parts=tuple(part for part in parts if part.image), lines=chosen.thresholds)

    def load(self, part: GoodPart) -> Frame:
        """See `StoredParts`. Raises `StorageTrouble`."""
        seen = self._offered[part.key]
        return self._store.frames.load(seen.image or "", seen.image_hash)
