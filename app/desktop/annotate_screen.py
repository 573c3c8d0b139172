"""The maker of the Annotate screen: this station's datasets, its recipes' models, and the network for clicks."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.annotate.canvas.glow import MapGlow
from app.annotate.ports import AnnotateNeeds
from app.annotate.screen import make_annotate
from app.compose import load_inspector
from app.desktop.datasets_pages import AnnotatePlace, datasets_pages
from app.desktop.desk import Desk
from app.i18n import told, translate
from app.notices.board import Cause, Severity
from app.workers.background import WorkerBackground
from labeling.datasets import Datasets, Thumbnails
from labeling.datasets.labels import DatasetLabels
from labeling.painting import ClickToMask, FeatureClick
from labeling.painting.sam import SamFile
from labeling.storage import AnnotationBook, CatalogBook, prepare
from vision.durable import make_folder
from vision.inspection import Frame, Trouble, say
from vision.recipe import RecipeLibrary
from vision.station import Inspector
from vision.storage import Home
from vision.storage.trouble import translate_errors

_SAVING = "annotate:saving"


class StationModels:
    """Fulfils `app.annotate.ports.Models`; the recipe that was asked last stays loaded."""

    def __init__(self, library: RecipeLibrary, home: Home, refused: str) -> None:
        self._library, self._refused = library, refused
        self._sam = home.root / "weights" / "click"
        self._loaded: tuple[str, int, Inspector] | None = None

    def recipes(self) -> Sequence[str]:
        """Those of the library."""
        return self._library.names()

    def map_of(self, recipe: str, frame: Frame) -> MapGlow:
        """By the first view of the recipe's active version."""
        version = self._library.active_version(recipe)
        if self._loaded is None or self._loaded[:2] != (recipe, version):
            self._loaded = (recipe, version, load_inspector(self._library, recipe, version))
        inspector = self._loaded[2]
        view = inspector.recipe.views[0]
        return MapGlow(anomaly_map=inspector.predict(view, frame).anomaly_map, thresholds=view.thresholds)

    def click_to_mask(self) -> ClickToMask:
        """The imported network where there is one."""
        encoder, decoder = self._sam / "encoder.onnx", self._sam / "decoder.onnx"
        if encoder.is_file() and decoder.is_file():
            return SamFile(encoder, decoder)
        return FeatureClick.embedded()

    def take_sam(self, encoder: Path, decoder: Path) -> None:
        """Open it, to be sure, then keep a copy in the home."""
        self._check_may_change()
        SamFile(encoder, decoder)
        with translate_errors(self._sam):
            make_folder(self._sam)
            shutil.copyfile(encoder, self._sam / "encoder.onnx")
            shutil.copyfile(decoder, self._sam / "decoder.onnx")

    def drop_sam(self) -> None:
        """Remove the copies; the files that were imported stay where they are."""
        self._check_may_change()
        with translate_errors(self._sam):
            for name in ("encoder.onnx", "decoder.onnx"):
                (self._sam / name).unlink(missing_ok=True)

    def _check_may_change(self) -> None:
        if self._refused:
            raise Trouble("Nothing can be changed here.", "The networks stay as they are.", self._refused)


def annotate_screen(desk: Desk) -> QWidget:
    """Annotate."""
    needs = _needs(desk)
    screen = make_annotate(needs, desk.background.post)
    view = screen.view
    view.trouble_told.connect(desk.notices.tell_error)
    view.said.connect(desk.notices.toast)
    view.saving_troubled.connect(lambda trouble: _tell_saving(desk, trouble))
    desk.session.subscribe(screen.presenter.person_changed)
    desk.hooks.going_on.append(lambda: _goes_on(is_creating=screen.start.is_creating))
    desk.hooks.before_close.append(screen.stop)
    desk.kept.append(screen)
    return AnnotatePlace(screen, datasets_pages(desk, needs))


def _needs(desk: Desk) -> AnnotateNeeds:
    premises = desk.premises
    home, database = premises.home, premises.store.database
    prepare(database)
    datasets = Datasets(home, database)
    looking = say("Another Loupe works in this data directory: here everything can only be looked at.")
    refused = looking if database.is_read_only else ""
    return AnnotateNeeds(
        datasets=datasets,
        annotations=AnnotationBook(database),
        catalogs=CatalogBook(database),
        thumbnails=Thumbnails(home),
        labels=lambda dataset: DatasetLabels(database, datasets, dataset),
        journal=lambda image_id: home.labels / "unsaved" / f"{image_id}.journal",
        models=StationModels(premises.recipes, home, refused),
        person=desk.session,
        decoding=WorkerBackground(),
        thumbnailing=WorkerBackground(),
        working=WorkerBackground(),
        refused=refused,
    )


def _tell_saving(desk: Desk, trouble: Trouble | None) -> None:
    """A banner that stays until every stroke is on the disk."""
    if trouble is None:
        desk.notices.clear(_SAVING)
        return
    cause = Cause(
        key=_SAVING,
        severity=Severity.AMBER,
        what=told(trouble.what),
        meaning=told(trouble.meaning),
        remedy=told(trouble.remedy),
    )
    desk.notices.raise_cause(cause)


def _goes_on(*, is_creating: bool) -> str:
    return (
        translate("MainWindow", "A dataset is being made. The images read until now are kept.") if is_creating else ""
    )
