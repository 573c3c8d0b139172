"""Good parts added to a taught view, or taken out of it again, without teaching the others anew.

Either makes a new version of the recipe, from its active one: the version that inspects stays as it is, and rolling
back works as always. T1 and T2 follow from the same rates as before; a part's score joins those kept aside before the
model learns from it.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any

from vision.detectors import Cancelled, Tolerates, counts_inside, crop_frame, open_model
from vision.images import ImageTrouble
from vision.inspection import Frame, PixelMask, say
from vision.recipe import Recipe, RecipeLibrary, View
from vision.teaching.evidence import Evidence, Saved, in_short, warnings_of
from vision.teaching.images import (
    MIN_IMAGES,
    GoodImages,
    Survey,
    fingerprint,
    index_of,
    read_frame,
    survey_images,
)
from vision.teaching.meter import Meter
from vision.teaching.promise import noted_rates
from vision.teaching.request import (
    HeldAside,
    SkippedImage,
    Taught,
    TeachProgress,
    TeachRequest,
    TeachStage,
    TeachTrouble,
)
from vision.teaching.thresholds import calibrate
from vision.teaching.version import model_files, named_view, next_version, taught_view

_NOTHING = "Nothing is changed."


@dataclass(frozen=True, eq=False, kw_only=True)
class ChangeRequest:
    """What adding and taking out have in common."""

    recipes: RecipeLibrary
    recipe: str
    view: str | None = None
    """None is the recipe's first view."""
    created_by: str = ""
    note: str = ""


@dataclass(frozen=True, eq=False, kw_only=True)
class AddRequest(ChangeRequest):
    """Good parts to add."""

    images: Sequence[Path | Frame]
    """Image files, or frames as captured. Files that were learned already are skipped."""
    skip_bad: bool = False
    """Leave unreadable files out; otherwise the first one stops adding."""
    even_if_ng: bool = False
    """Learn also from parts that the version before judges NG, with a warning; otherwise they stop adding."""


@dataclass(frozen=True, eq=False, kw_only=True)
class RemoveRequest(ChangeRequest):
    """Learned images to take out."""

    images: Sequence[str]
    """File names, or whole paths as they were taught; or names of tolerated places."""


@dataclass(frozen=True, kw_only=True)
class LearnedPart:
    """One image that a view's model learned from, or a false alarm that it tolerates."""

    image: str
    """Its whole path, or what a captured frame was called; of a tolerated place the part's name."""
    score: float | None
    """As if it had not been learned; None where others were kept aside in its place."""
    is_tolerated: bool = False


def add_parts(
    request: AddRequest, *, progress: Callable[[TeachProgress], None], cancelled: Callable[[], bool]
) -> Taught:
    """Learn from more good parts, and save a new recipe version. Blocks; call it from a worker.

    Args:
        progress: told about each step, from the calling thread.
        cancelled: asked between steps; once it says True nothing is left behind.

    Returns:
        The whole teaching as it stands now.

    Raises:
        TeachTrouble: no readable image, images of another size than the view's, parts that are NG so far, or a version
            without its scores.
        ModelTrouble: a kind that cannot learn part by part, or a region outside the images.
        RecipeTrouble: no such recipe, or one that is damaged.
        Cancelled: as asked.
    """
    meter, change = Meter(progress), _Change(request)
    survey = survey_images(
        request.images,
        skip_bad=request.skip_bad,
        progress=lambda done, total: meter.step(TeachStage.READING, done, total),
        cancelled=cancelled,
        fewest=1,
    )
    _check_sizes(survey, change.view)
    images, new = GoodImages(survey.readable), change.new(survey)
    steps = count(1)

    def step() -> None:
        if cancelled():
            raise Cancelled
        meter.step(TeachStage.FEATURES, next(steps), 2 * len(new))

    odd = []
    for index in new:  # before any is learned: several alike would make each other usual
        step()
        if change.is_ng(images[index]):
            odd.append(Path(images.key(index)).name)
    if odd and not request.even_if_ng:
        raise _ng_so_far(odd)
    for index in new:
        step()
        change.add(images[index], survey, index)
    warnings = (*warnings_of(survey, change.n_images), *([_ng_before(odd)] if odd else []))
    return change.save(meter, skipped=tuple(survey.skipped), warnings=warnings)


def remove_parts(request: RemoveRequest) -> Taught:
    """Forget learned images with their scores, or tolerated places, and save a new recipe version.

    Raises:
        TeachTrouble: a name that none of them has, or several; too few images would remain.
        ModelTrouble: a kind that cannot learn part by part.
        RecipeTrouble: no such recipe, or one that is damaged.
    """
    change = _Change(request)
    images = [part.image for part in change.parts()]
    for image in dict.fromkeys([images[index_of(name, images)] for name in request.images]):
        change.remove(image)
    return change.save(Meter(lambda _: None), warnings=warnings_of(Survey(), change.n_images))


def learned_parts(request: ChangeRequest) -> tuple[LearnedPart, ...]:
    """What the active version of a view has learned and tolerates, in that order; any of it may be taken out.

    Raises:
        TeachTrouble: a version without its scores.
        ModelTrouble: a kind that cannot learn part by part.
        RecipeTrouble: no such recipe, or one that is damaged.
    """
    return _Change(request).parts()


class _Change:
    """The active version's view, with its model open."""

    def __init__(self, request: ChangeRequest) -> None:
        library = request.recipes
        self._request = request
        self._basis = library.basis(request.recipe)
        self._former = library.load(request.recipe)
        self.view = named_view(self._former, request.view or self._former.views[0].name)
        self._notes: dict[str, Any] = self._former.teaching.get(self.view.name, {})
        self._held_aside = _held_aside(self._notes, self._former)
        self._model = open_model(self.view, library.version_folder(self._former.name, self._former.version))
        self.n_images: int = self._notes["images"]
        self._left_out: list[str] = list(self._notes.get("left_out", ()))
        self._blank: list[str] = list(self._notes.get("blank", ()))
        self._prints: dict[str, str] | None = self._notes.get("prints")
        self._added: list[HeldAside] = []
        self._removed: list[str] = []

    def new(self, survey: Survey) -> list[int]:
        """Which of the read images were not learned before; others are listed as skipped. `TeachTrouble` for none.

        A part counts once, whatever its image is called and wherever a copy of it lies.
        """
        if self._prints is None:
            self._prints = _prints_of(self._model.images)
        paths = {Path(image).resolve() for image in self._model.images}
        images, found = GoodImages(survey.readable), []
        for index, image in enumerate(survey.readable):
            if survey.prints[index] in self._prints or (isinstance(image, Path) and image.resolve() in paths):
                name = images.key(index)
                survey.skipped.append(SkippedImage(name=name, reason=say("{name} is learned already.", name=name)))
            else:
                found.append(index)
        if not found:
            raise TeachTrouble("All of these images are learned already.", _NOTHING, "Give images of other good parts.")
        return found

    def is_ng(self, frame: Frame) -> bool:
        """Whether the active version would judge it so."""
        return self._model.judge(*self._seen(frame)) > self.view.t2

    def _seen(self, frame: Frame) -> tuple[Frame, PixelMask | None]:
        seen = crop_frame(frame, self.view.region_of_interest)
        return seen, counts_inside(seen, self.view.region_of_interest, self.view.ignore_regions)

    def add(self, frame: Frame, survey: Survey, index: int) -> None:
        """One of the surveyed images."""
        score = self._model.add(*self._seen(frame))
        self._added.append(HeldAside(name=Path(self._model.images[-1]).name, score=score))
        self._held_aside.append(self._added[-1])
        self._left_out = [name for name in self._left_out if name != self._added[-1].name]
        self._prints = {**(self._prints or {}), survey.prints[index]: self._model.images[-1]}
        if survey.prints[index] in survey.blank:
            self._blank.append(self._added[-1].name)
        self.n_images += 1

    def remove(self, image: str) -> None:
        if image in self._tolerated:
            self._take_back(image)
            return
        number = self._model.images.index(image)
        if len(self._model.images) <= MIN_IMAGES:
            raise TeachTrouble(
                say("Without {name} fewer than {fewest} images would remain.", name=image, fewest=MIN_IMAGES),
                _NOTHING,
                "Add other good parts first, or teach the recipe again.",
            )
        from_the_end = len(self._model.images) - number
        if from_the_end <= self._n_both:
            del self._held_aside[-from_the_end]
        self._left_out.append(Path(image).name)
        self._blank = [name for name in self._blank if name != Path(image).name]
        if self._prints is not None:
            self._prints = {seen: name for seen, name in self._prints.items() if name != image}
        self._removed.append(image)
        self._model.remove(number)
        self.n_images -= 1

    def _take_back(self, place: str) -> None:
        if isinstance(self._model, Tolerates):
            self._model.take_back(self._tolerated.index(place))
        self._removed.append(place)

    @property
    def _tolerated(self) -> list[str]:
        return list(self._model.tolerated) if isinstance(self._model, Tolerates) else []

    def parts(self) -> tuple[LearnedPart, ...]:
        scores: list[float | None] = [None] * (len(self._model.images) - self._n_both)
        scores += [image.score for image in self._held_aside[len(self._held_aside) - self._n_both :]]
        learned = [LearnedPart(image=name, score=own) for name, own in zip(self._model.images, scores, strict=True)]
        tolerated = [LearnedPart(image=place, score=None, is_tolerated=True) for place in self._tolerated]
        return (*learned, *tolerated)

    @property
    def _n_both(self) -> int:
        """How many images are learned and kept aside: the last of both lists belong to each other."""
        return len(self._model.images) + len(self._held_aside) - self.n_images

    def save(self, meter: Meter, *, skipped: tuple[SkippedImage, ...] = (), warnings: tuple[str, ...] = ()) -> Taught:
        """A new version of the recipe."""
        evidence = Evidence(
            n_images=self.n_images,
            n_learned=len(self._model.images),
            held_aside=tuple(self._held_aside),
            lines=calibrate([image.score for image in self._held_aside], noted_rates(self._notes)),
            leaves_out=bool(self._notes.get("leaves_out", True)),
            skipped=skipped,
            warnings=warnings,
            left_out=tuple(self._left_out),
            blank=tuple(self._blank),
            prints=self._prints,
        )
        content = self._model.content()
        view = taught_view(self.view, content, evidence.lines.thresholds)
        as_taught = TeachRequest(
            recipes=self._request.recipes,
            recipe=self._request.recipe,
            images=(),
            created_by=self._request.created_by,
            note=self._request.note,
        )
        notes = self._notes | evidence.notes() | {"tolerated": self._tolerated}
        recipe = next_version(as_taught, self._former, view, notes)
        files = model_files(as_taught, self._former, view, content)
        folder = self._request.recipes.save(recipe, files, self._basis)
        meter.step(TeachStage.SAVING, 1, 1)
        saved = Saved(recipe=recipe, basis=self._basis, folder=folder)
        told = evidence.told(saved, view.name, meter.seconds)
        return replace(told, added=tuple(self._added), removed=tuple(self._removed))


def _ng_before(odd: Sequence[str]) -> str:
    return say(
        "{count} of the added parts would have been judged NG: {names}. Take out those that are not good.",
        count=len(odd),
        names=in_short(odd),
    )


def _ng_so_far(odd: Sequence[str]) -> TeachTrouble:
    return TeachTrouble(
        say(
            "{count} of the parts to add are judged NG by the running version: {names}.",
            count=len(odd),
            names=in_short(odd),
        ),
        _NOTHING,
        "Look at them, and leave out those that are not good. If all are good, add them with --even-if-ng.",
    )


def _held_aside(notes: dict[str, Any], recipe: Recipe) -> list[HeldAside]:
    try:
        int(notes["images"])
        return [HeldAside(name=str(one["name"]), score=float(one["score"])) for one in notes["held_aside"]]
    except (KeyError, TypeError, ValueError) as error:
        raise TeachTrouble(
            say("Recipe {name} does not say what its good parts scored.", name=recipe.name),
            _NOTHING,
            "Teach the recipe again with all images of good parts.",
            detail=str(error),
        ) from error


def _prints_of(images: Sequence[str]) -> dict[str, str]:
    """Fingerprints of learned images that can still be read: versions taught by an older Loupe noted none."""
    found = {}
    for image in images:
        if Path(image).is_file():
            with suppress(ImageTrouble):
                found[fingerprint(read_frame(Path(image)))] = image
    return found


def _check_sizes(survey: Survey, view: View) -> None:
    """Raises `TeachTrouble` for an image of another size than the line's frames."""
    expected = (view.image_width, view.image_height)
    for image, size in zip(survey.readable, survey.sizes, strict=True):
        if size != expected and not view.any_size:
            raise TeachTrouble(
                say(
                    "{name} is {width} x {height}, the recipe was taught with {taught_width} x {taught_height}.",
                    name=image if isinstance(image, Path) else image.camera or say("A frame"),
                    width=size[0],
                    height=size[1],
                    taught_width=expected[0],
                    taught_height=expected[1],
                ),
                _NOTHING,
                "Give images as the camera takes them, or teach the recipe again.",
            )
