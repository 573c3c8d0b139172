"""Teaching for the screen: into a draft, and known defects scored by the model that was just taught."""

import shutil
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

from app.i18n import told, translate
from app.recipe.library_releases import DraftLibrary, newest_version, stored_evidence
from app.recipe.ports import Draft, ScoredPart, TeachOrder, TeachStage, ViewEvidence
from vision.detectors import load_predictor
from vision.images import read_image
from vision.inspection import Frame
from vision.recipe import CameraSettings, RecipeLibrary, View
from vision.teaching import Cancelled, Taught, TeachProgress, TeachRequest, promised, teach
from vision.teaching import TeachStage as Stage

Progress = Callable[[TeachStage], None]
Asked = Callable[[], bool]

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
        shutil.rmtree(self._drafts, ignore_errors=True)
        request = TeachRequest(
            library=DraftLibrary(self._library, self._drafts),
            recipe=order.recipe,
            images=order.images,
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
        return _draft_of(taught, order, defects)

    def _asked(self, order: TeachOrder) -> dict[str, Any]:
        """What the order asks for beyond the good parts; all else stays as teaching has it."""
        setup, asked = order.setup, {}
        for field in fields(setup):
            if field.name != "backbone" and getattr(setup, field.name) is not None:
                asked[field.name] = getattr(setup, field.name)
        if setup.backbone is not None:
            asked["model_settings"] = {"backbone": setup.backbone}
        return asked | {"cameras": self._cameras(order)}

    def _cameras(self, order: TeachOrder) -> dict[str, CameraSettings] | None:
        """The recipe's cameras with the one that a new view brings along; None when they stay as they are."""
        known = newest_version(self._library, order.recipe)
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
        pixels, bit_depth = read_image(path)
        score = predictor.predict(Frame(pixels=pixels, bit_depth=bit_depth, camera=str(path))).score
        scored.append(ScoredPart(name=path.name, score=score, is_defect=True, image=path))
        name = translate("Teach", "Judging the known defects")
        progress(TeachStage(name=name, done=number, total=len(paths), share=1.0))
    return tuple(scored)


def _view(taught: Taught) -> View:
    return next(view for view in taught.recipe.views if view.name == taught.view)


def _draft_of(taught: Taught, order: TeachOrder, defects: tuple[ScoredPart, ...]) -> Draft:
    """The views taught earlier keep their evidence beside that of the view taught now."""
    where = {path.name: path for path in order.images}
    good = tuple(ScoredPart(name=part.name, score=part.score, image=where.get(part.name)) for part in taught.held_aside)
    suggested = _view(taught).thresholds
    promise = promised(taught.n_images, taught.promises.overkill, leaves_out=taught.leaves_out)
    evidence = [ViewEvidence(view=taught.view, parts=good + defects, suggested=suggested, promise=promise)]
    others = (stored_evidence(taught.recipe, view) for view in taught.recipe.views if view.name != taught.view)
    return Draft(
        recipe=taught.recipe,
        files={view.model.file: taught.folder / view.model.file for view in taught.recipe.views},
        evidence=(*evidence, *(found for found in others if found is not None)),
        remarks=tuple(told(said) for said in (taught.statement, *taught.warnings)),
    )
