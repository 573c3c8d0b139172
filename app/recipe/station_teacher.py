"""Teaching for the screen: into a draft, and known defects scored by the model that was just taught."""

import shutil
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

from app.i18n import told, translate
from app.recipe.images import read_part
from app.recipe.ports import (
    Draft,
    GoodPart,
    LearnedParts,
    ScoredPart,
    TakeOutOrder,
    TeachOrder,
    TeachStage,
    ViewEvidence,
)
from app.recipe.releases import DraftLibrary, still_there, stored_evidence
from vision.detectors import load_predictor
from vision.recipe import CameraSettings, RecipeLibrary, View
from vision.storage.trouble import beside_the_line
from vision.teaching import (
    NOTHING_TAUGHT,
    AddRequest,
    Cancelled,
    ChangeRequest,
    RemoveRequest,
    Taught,
    TeachProgress,
    TeachRequest,
    add_parts,
    images_kept_aside,
    learned_parts,
    promised,
    remove_parts,
    standing_recipe,
    teach,
)
from vision.teaching import TeachStage as Stage

Progress = Callable[[TeachStage], None]
Asked = Callable[[], bool]

_MODEL_SETTINGS = ("backbone", "detail")
"""Fields of `Setup` that are settings of the model."""
FIRST_CAMERA = "camera-1"
"""The camera's name in a recipe that looks through one."""


class StationTeacher:
    """Fulfils `app.recipe.ports.Teacher` with `vision.teaching`."""

    def __init__(
        self,
        library: RecipeLibrary,
        drafts: Path,
        weights: Path,
        camera_settings: Callable[[str], CameraSettings] = lambda _camera: CameraSettings(),
    ) -> None:
        """`drafts`: a folder of the home that holds nothing else; `weights`: where imported backbones lie.

        `camera_settings`: what a recipe's camera begins with, "" for the first; one it knows keeps its own.
        """
        self._library = library
        self._camera_settings = camera_settings
        self._drafts = drafts
        self._weights = weights

    def teach(self, order: TeachOrder, progress: Progress, cancelled: Asked) -> Draft | None:
        """Learn; None when cancelled. Earlier drafts are thrown away. Raises `Trouble`."""
        with beside_the_line(self._drafts, NOTHING_TAUGHT):
            request = TeachRequest(
                recipes=self._new_drafts(),
                recipe=order.recipe,
                images=order.images,
                leave_out=[str(path) for path in order.leave_out],
                skip_bad=True,
                created_by=order.who,
                weights_folder=self._weights,
                **self._asked(order),
            )
            try:
                taught = teach(request, progress=lambda step: progress(_stage_of(step)), cancelled=cancelled)
                defects = _score_defects(taught, order.defects, progress, cancelled)
            except Cancelled:
                return None
            return _draft_of(taught, defects)

    def add(self, order: TeachOrder, progress: Progress, cancelled: Asked) -> Draft | None:
        """See `Teacher`. Raises `Trouble`."""
        with beside_the_line(self._drafts, NOTHING_TAUGHT):
            request = AddRequest(
                recipes=self._new_drafts(),
                recipe=order.recipe,
                view=order.setup.view,
                images=order.images,
                skip_bad=True,
                even_if_ng=True,
                created_by=order.who,
            )
            try:
                taught = add_parts(request, progress=lambda step: progress(_stage_of(step)), cancelled=cancelled)
                defects = _score_defects(taught, order.defects or _known_defects(taught), progress, cancelled)
            except Cancelled:
                return None
            return _draft_of(taught, defects)

    def take_out(self, order: TakeOutOrder) -> Draft:
        """See `Teacher`. Raises `Trouble`."""
        with beside_the_line(self._drafts, NOTHING_TAUGHT):
            request = RemoveRequest(
                recipes=self._new_drafts(),
                recipe=order.recipe,
                view=order.view,
                images=order.parts,
                created_by=order.who,
            )
            taught = remove_parts(request)
            defects = _score_defects(taught, _known_defects(taught), lambda _: None, lambda: False)
            return _draft_of(taught, defects)

    def learned(self, recipe: str, view: str | None) -> LearnedParts:
        """See `Teacher`. Raises `Trouble`."""
        views = self._library.load(recipe).views
        parts = learned_parts(ChangeRequest(recipes=self._library, recipe=recipe, view=view))
        return LearnedParts(
            parts=tuple(GoodPart(key=part.image, score=part.score, is_tolerated=part.is_tolerated) for part in parts),
            lines=next(each for each in views if view in (None, each.name)).thresholds,
        )

    def _new_drafts(self) -> DraftLibrary:
        """Earlier drafts are thrown away."""
        shutil.rmtree(self._drafts, ignore_errors=True)
        return DraftLibrary(self._library, self._drafts)

    def _asked(self, order: TeachOrder) -> dict[str, Any]:
        """What the order asks for beyond the good parts; all else stays as teaching has it."""
        setup, asked = order.setup, {}
        for field in fields(setup):
            if field.name not in _MODEL_SETTINGS and getattr(setup, field.name) is not None:
                asked[field.name] = getattr(setup, field.name)
        settings = {name: getattr(setup, name) for name in _MODEL_SETTINGS if getattr(setup, name) is not None}
        if settings:
            asked["model_settings"] = settings
        return asked | {"cameras": self._cameras(order)}

    def _cameras(self, order: TeachOrder) -> dict[str, CameraSettings] | None:
        """The recipe's cameras with the one that a new view brings along; None when they stay as they are."""
        known = standing_recipe(self._library, order.recipe)
        camera = order.setup.camera
        if known is None:
            return {camera or FIRST_CAMERA: self._camera_settings("")}
        if camera is None or camera in known.cameras:
            return None
        return dict(known.cameras) | {camera: self._camera_settings(camera)}


def _stage_of(step: TeachProgress) -> TeachStage:
    words = {
        Stage.READING: translate("Teach", "Reading the images"),
        Stage.FEATURES: translate("Teach", "Looking at the good parts"),
        Stage.MEMORY: translate("Teach", "Remembering what good parts look like"),
        Stage.SCORING: translate("Teach", "Judging the parts kept aside"),
        Stage.SAVING: translate("Teach", "Keeping the draft"),
    }
    return TeachStage(
        name=words[step.stage], done=step.done, total=step.total, share=step.fraction, seconds_left=step.seconds_left
    )


def _score_defects(
    taught: Taught, paths: tuple[Path, ...], progress: Progress, cancelled: Asked
) -> tuple[ScoredPart, ...]:
    if not paths:
        return ()
    predictor = load_predictor(_view(taught), taught.folder)
    scored = []
    for number, path in enumerate(paths, start=1):
        if cancelled():
            raise Cancelled
        score = predictor.predict(read_part(path)).score
        scored.append(ScoredPart(name=path.name, score=score, is_defect=True, image=path))
        name = translate("Teach", "Judging the known defects")
        progress(TeachStage(name=name, done=number, total=len(paths), share=1.0))
    return tuple(scored)


def _view(taught: Taught) -> View:
    return next(view for view in taught.recipe.views if view.name == taught.view)


def _known_defects(taught: Taught) -> tuple[Path, ...]:
    """Images of the known defects that the version before was measured with, as far as they are still there."""
    stored = stored_evidence(taught.recipe, _view(taught))
    return tuple(part.image for part in (stored.parts if stored else ()) if part.is_defect and part.image)


def _left_out(taught: Taught) -> tuple[str, ...]:
    """That files were skipped, with the first reason; () when none was."""
    if not taught.skipped:
        return ()
    words = translate("Teach", "Images skipped: {count}. {reason}")
    return (words.format(count=len(taught.skipped), reason=told(taught.skipped[0].reason)),)


def _draft_of(taught: Taught, defects: tuple[ScoredPart, ...]) -> Draft:
    """The views taught earlier keep their evidence beside that of the view taught now."""
    images = map(still_there, images_kept_aside(taught.recipe.teaching[taught.view]))
    seen = tuple(zip(taught.held_aside, images, strict=True))
    where = dict(seen)
    good = tuple(ScoredPart(name=part.name, score=part.score, image=image) for part, image in seen)
    suggested = _view(taught).thresholds
    promise = promised(
        taught.n_images, taught.promises.overkill, leaves_out=taught.leaves_out, n_left_out=len(taught.left_out)
    )
    evidence = [ViewEvidence(view=taught.view, parts=good + defects, suggested=suggested, promise=promise)]
    others = (stored_evidence(taught.recipe, view) for view in taught.recipe.views if view.name != taught.view)
    return Draft(
        recipe=taught.recipe,
        basis=taught.basis,
        files={view.model.file: taught.folder / view.model.file for view in taught.recipe.views},
        evidence=(*evidence, *(found for found in others if found is not None)),
        remarks=tuple(told(said) for said in (taught.statement, *_left_out(taught), *taught.warnings)),
        odd=tuple(GoodPart(key=str(where[part] or part.name), score=part.score) for part in taught.odd),
    )
