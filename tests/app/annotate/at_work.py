"""A person who marks images, on the real store and the real screen; only the models are a stand-in."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from app.annotate.canvas.canvas import Canvas
from app.annotate.canvas.glow import MapGlow
from app.annotate.ports import AnnotateNeeds
from app.annotate.presenters.bench import Bench
from app.annotate.screen import Annotate, make_annotate
from app.session import NotAllowed
from labeling.annotation import AnnotationVersion
from labeling.catalog import DefectClass
from labeling.datasets import Datasets, Thumbnails
from labeling.datasets.labels import DatasetLabels
from labeling.painting import ClickToMask, FeatureClick
from labeling.storage import AnnotationBook, CatalogBook, prepare
from tests.app.history.background import AtOnce
from vision.inspection import Frame, Thresholds, Trouble
from vision.storage import Home, StationDatabase

WIDTH, HEIGHT = 120, 90
SPOT = (40, 30, 16, 12)
"""Left, top, width, height of the dark spot on every image."""


def write_images(folder: Path, count: int) -> Path:
    """Grey images with a little noise and one dark spot, no two alike."""
    folder.mkdir(parents=True, exist_ok=True)
    left, top, width, height = SPOT
    for number in range(count):
        pixels = np.random.default_rng(number).integers(150, 160, (HEIGHT, WIDTH), np.uint8)
        pixels[top : top + height, left : left + width] -= 100
        cv2.imwrite(str(folder / f"{number:03}.png"), pixels)
    return folder


class Person:
    """Eva, who may everything unless it is taken from her."""

    who = "Eva"

    def __init__(self) -> None:
        self.forbidden: set[str] = set()

    def may(self, permission: str) -> bool:
        return permission not in self.forbidden

    def require(self, permission: str) -> None:
        if not self.may(permission):
            raise NotAllowed("This needs another role.", "Nothing is changed.", "Sign in.")


class DarkIsStriking:
    """A model for which dark is anomalous: the score is how much darker than 200 a pixel is, in hundredths."""

    names: Sequence[str] = ("Plate",)
    is_built_in = False

    def recipes(self) -> Sequence[str]:
        return self.names

    def map_of(self, recipe: str, frame: Frame) -> MapGlow:
        scores = ((200 - frame.pixels.astype(np.float32)) / 100).astype(np.float32)
        return MapGlow(anomaly_map=scores, thresholds=Thresholds(t1=1.0, t2=1.4))

    def click_to_mask(self) -> ClickToMask:
        return FeatureClick.embedded()

    def take_sam(self, encoder: Path, decoder: Path) -> None:
        raise Trouble("It is no network.")

    def drop_sam(self) -> None:
        self.is_built_in = True


@dataclass(eq=False, kw_only=True)
class AtWork:
    """The screen with a hand in front of it."""

    home: Home
    database: StationDatabase
    screen: Annotate
    person: Person
    models: DarkIsStriking
    told: list[Trouble] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    saving: list[Trouble | None] = field(default_factory=list)

    @property
    def bench(self) -> Bench:
        return self.screen.bench

    @property
    def canvas(self) -> Canvas:
        return self.screen.view.easel.canvas

    @property
    def classes(self) -> list[DefectClass]:
        return list(CatalogBook(self.database).catalog("Plates").current)

    def open(self, images: Path, *names: str) -> None:
        """Make a dataset with these classes, and open it."""
        for name in names:
            CatalogBook(self.database).add("Plates", name, "Eva")
        self.screen.start.create("Plates", images, None)

    def stroke(self, *places: tuple[float, float]) -> None:
        """Press, move, release, in pixels of the image."""
        points = [self.at(*place) for place in places]
        QTest.mousePress(self.canvas, Qt.MouseButton.LeftButton, pos=points[0])
        for point in points[1:]:
            QTest.mouseMove(self.canvas, point)
        QTest.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, pos=points[-1])

    def click(self, x: float, y: float, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        QTest.mouseClick(self.canvas, button, pos=self.at(x, y))

    def at(self, x: float, y: float) -> QPoint:
        """Where a place of the image lies on the canvas."""
        (left, top), scale = self.canvas.place.origin, self.canvas.place.scale
        return QPoint(round(left + x * scale), round(top + y * scale))

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.screen.view, key, modifier)

    def sheet(self) -> QDialog:
        """The form that is open."""
        return next(one for one in self.screen.view.findChildren(QDialog) if one.isVisible())

    def agree(self) -> None:
        """Press the button of the open form that goes on."""
        next(button for button in self.sheet().findChildren(QPushButton) if button.isDefault()).click()

    def areas(self) -> list[int]:
        session = self.bench.session
        return [one.mask.area_px for one in session.annotation.defects] if session else []

    def strokes(self) -> list[str]:
        session = self.bench.session
        return [str(edit.name) for edit in session.strokes] if session else []

    def stored(self, number: int) -> AnnotationVersion | None:
        """The last version of the dataset's nth image, read back from the store."""
        book = Datasets(self.home, self.database).book
        return AnnotationBook(self.database).current(book.ids(book.all()[0].id)[number])


@contextmanager
def at_work(home: Home, *, refused: str = "", working: AtOnce | None = None) -> Iterator[AtWork]:
    """The screen on a home; it goes as a killed process goes: nothing is saved that was not."""
    home.root.mkdir(parents=True, exist_ok=True)
    database = StationDatabase(home.database)
    prepare(database)
    datasets, person, models, lane = Datasets(home, database), Person(), DarkIsStriking(), AtOnce()
    needs = AnnotateNeeds(
        datasets=datasets,
        annotations=AnnotationBook(database),
        catalogs=CatalogBook(database),
        thumbnails=Thumbnails(home),
        labels=lambda dataset: DatasetLabels(database, datasets, dataset),
        journal=lambda image_id: home.labels / "unsaved" / f"{image_id}.journal",
        models=models,
        person=person,
        decoding=lane,
        thumbnailing=lane,
        working=working or lane,
        refused=refused,
    )
    screen = make_annotate(needs, lane.post)
    made = AtWork(home=home, database=database, screen=screen, person=person, models=models)
    screen.view.trouble_told.connect(made.told.append)
    screen.view.said.connect(made.said.append)
    screen.view.saving_troubled.connect(made.saving.append)
    try:
        yield made
    finally:
        screen.view.left.disconnect()  # a power cut asks nobody
        screen.view.close()
        screen.view.deleteLater()
        database.close()
