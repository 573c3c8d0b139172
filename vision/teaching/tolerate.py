"""A false alarm taught at once: a recipe version that tolerates one place, and one that no longer does.

Either goes on from the active version and keeps its T1 and T2. Nothing is tolerated that would let a known defect pass:
before anything is saved, every known defect is judged with the new model.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from vision.detectors import (
    Cancelled,
    Tolerates,
    counts_inside,
    crop_frame,
    load_predictor,
    model_family,
    open_model,
)
from vision.detectors.explain import overlap
from vision.inspection import Frame, Prediction, Predictor, Thresholds, Trouble, Verdict, say
from vision.recipe import Recipe, RecipeLibrary, Region, View
from vision.teaching.request import TeachRequest
from vision.teaching.version import model_files, named_view, next_version, taught_view

_UNCHANGED = "The recipe stays as it is."


class NotTolerated(Trouble):
    """A place that cannot be tolerated, or no longer is."""


@dataclass(frozen=True, eq=False, kw_only=True)
class KnownDefect:
    """A defective part that must not pass."""

    name: str
    """How people find it."""
    frame: Callable[[], Frame]
    """Reads its frame, of the view in question. May raise `Trouble`: then it cannot be judged, and nothing is tolerated."""


@dataclass(frozen=True, eq=False, kw_only=True)
class ToleranceRequest:
    """Which recipe learns to tolerate."""

    recipes: RecipeLibrary
    recipe: str
    view: str
    name: str
    """What the place is called: the part, so that it can be found and taken back."""
    created_by: str = ""


def tolerate_place(
    request: ToleranceRequest,
    frame: Frame,
    region: Region,
    known: Sequence[KnownDefect],
    *,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Recipe:
    """A new version, not yet released, that tolerates what a region of a frame shows. Blocks; call it from a worker.

    Args:
        frame: whole, as the camera gave it.
        region: the false alarm, in its pixels.
        progress: told how many of the known defects were judged.

    Raises:
        NotTolerated: a known defect would pass, or could not be judged; the place is tolerated already, is not looked at,
            or does not stand out; the model cannot tolerate.
        RecipeTrouble: no such recipe, or one that is damaged.
        ModelTrouble: a damaged model.
        Cancelled: as asked; nothing is saved.
    """
    change = _Change(request)
    change.tolerate(frame, region)
    with change.predictors() as (before, after):
        change.prove(region, before.predict(frame), after.predict(frame))
        for number, defect in enumerate(known):
            if cancelled():
                raise Cancelled
            change.check(defect, before, after)
            progress(number + 1, len(known))
    return change.save(say("{name} is tolerated", name=request.name))


def take_back(request: ToleranceRequest) -> Recipe:
    """A new version, not yet released, as if the place had never been tolerated. Raises as `tolerate_place`."""
    change = _Change(request)
    change.take_back()
    return change.save(say("{name} is no longer tolerated", name=request.name))


def tolerated_places(library: RecipeLibrary, recipe: str, view: str) -> tuple[str, ...]:
    """Names of the places that the active version tolerates; none for a kind of model that cannot."""
    standing = library.load(recipe)
    model = _open(standing, named_view(standing, view), library)
    return tuple(model.tolerated) if model else ()


def taught_alike(library: RecipeLibrary, recipe: str, version: int) -> tuple[int, ...]:
    """The versions of a recipe that differ from this one in tolerated places at most, itself included.

    Versions that cannot be read, or are gone, are left out; this one is always there.
    """
    versions = library.versions(recipe)
    own = _taught_if_readable(library, recipe, version) if version in versions else None
    if own is None:
        return (version,)
    return tuple(other for other in versions if _taught_if_readable(library, recipe, other) == own)


def _taught_if_readable(library: RecipeLibrary, recipe: str, version: int) -> str | None:
    try:
        return _taught(library, recipe, version)
    except Trouble:
        return None


@lru_cache(maxsize=1024)
def _taught(library: RecipeLibrary, recipe: str, version: int) -> str:
    """All that decides verdicts but the tolerated places. Raises `RecipeTrouble`, which is not kept: files come back."""
    known = library.load(recipe, version)
    notes = {
        view: {key: note for key, note in told.items() if key != "tolerated"} for view, told in known.teaching.items()
    }
    views = [view.model_copy(update={"model": view.model.model_copy(update={"hash": ""})}) for view in known.views]
    return repr((notes, views))


class _Change:
    """The active version's view, with its model open."""

    def __init__(self, request: ToleranceRequest) -> None:
        self._request = request
        self._basis = request.recipes.basis(request.recipe)
        self._former = request.recipes.load(request.recipe)
        self._folder = request.recipes.version_folder(self._former.name, self._former.version)
        self._view = named_view(self._former, request.view)
        model = _open(self._former, self._view, request.recipes)
        if model is None:
            raise NotTolerated(
                "This kind of model cannot tolerate a place.",
                _UNCHANGED,
                say(
                    "Teach recipe {recipe} with Loupe's own model, or add the part as a good one.",
                    recipe=request.recipe,
                ),
            )
        self._model = model

    def tolerate(self, frame: Frame, region: Region) -> None:
        if self._request.name in self._model.tolerated:
            raise NotTolerated(
                say("{name} is tolerated already.", name=self._request.name),
                _UNCHANGED,
                "Start the recipe's active version, if another one is inspecting.",
            )
        own = self._view.region_of_interest
        inside = region if own is None else overlap(region, own)
        if inside is None:
            raise NotTolerated(
                "This place is not looked at.", _UNCHANGED, "Choose a place inside the region of interest."
            )
        seen = crop_frame(frame, own)
        counts = counts_inside(seen, own, self._view.ignore_regions)
        self._model.tolerate(seen, counts, inside, self._request.name)

    def take_back(self) -> None:
        names = list(self._model.tolerated)
        if self._request.name not in names:
            raise NotTolerated(
                say("{name} is not tolerated.", name=self._request.name),
                _UNCHANGED,
                "Nothing needs to be taken back.",
            )
        self._model.take_back(names.index(self._request.name))

    @contextmanager
    def predictors(self) -> Iterator[tuple[Predictor, Predictor]]:
        """As the line judges now, and as it would."""
        with TemporaryDirectory() as folder:
            Path(folder, self._view.model.file).write_bytes(self._model.content())
            yield load_predictor(self._view, self._folder), load_predictor(self._changed(), Path(folder))

    def prove(self, region: Region, before: Prediction, after: Prediction) -> None:
        """Raises `NotTolerated` when the place stands out as before."""
        rows, columns = slice(region.y, region.y + region.height), slice(region.x, region.x + region.width)
        if after.anomaly_map[rows, columns].max() >= before.anomaly_map[rows, columns].max():
            raise NotTolerated(
                "Nothing at this place stands out enough to be tolerated.",
                _UNCHANGED,
                "Choose the place that the map shows.",
            )

    def check(self, defect: KnownDefect, before: Predictor, after: Predictor) -> None:
        """Raises `NotTolerated` when a known defect passes that did not pass before, or cannot be judged."""
        lines = Thresholds(t1=self._view.t1, t2=self._view.t2)
        try:
            frame = defect.frame()
            passes = lines.judge(after.predict(frame).score) is Verdict.OK
            passed = passes and lines.judge(before.predict(frame).score) is Verdict.OK
        except Trouble as trouble:
            raise self._refused(say("Known defect {name} could not be judged again.", name=defect.name)) from trouble
        if passes and not passed:
            raise self._refused(say("Known defect {name} would pass as OK.", name=defect.name))

    def _refused(self, why: str) -> NotTolerated:
        meaning = say("{why} {name} keeps its decision.", why=why, name=self._request.name)
        return NotTolerated("This place cannot be tolerated.", meaning, "Look at both together, or ask the engineer.")

    def save(self, note: str) -> Recipe:
        library, view, content = self._request.recipes, self._changed(), self._model.content()
        notes = self._former.teaching.get(view.name, {})
        as_taught = TeachRequest(
            recipes=library,
            recipe=self._request.recipe,
            images=(),
            created_by=self._request.created_by,
            note=note,
        )
        recipe = next_version(as_taught, self._former, view, notes | {"tolerated": list(self._model.tolerated)})
        library.save(recipe, model_files(as_taught, self._former, view, content), self._basis)
        return recipe

    def _changed(self) -> View:
        return taught_view(self._view, self._model.content(), Thresholds(t1=self._view.t1, t2=self._view.t2))


def _open(recipe: Recipe, view: View, library: RecipeLibrary) -> Tolerates | None:
    """The view's model; None when its kind learns nothing afterwards."""
    if model_family(view.model.kind).open is None:
        return None
    model = open_model(view, library.version_folder(recipe.name, recipe.version))
    return model if isinstance(model, Tolerates) else None
