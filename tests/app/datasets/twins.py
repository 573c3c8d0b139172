"""The Datasets pages on a home of their own, with drawn plates; the background works at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np

from app.datasets.ports import DatasetsNeeds, PartsWanted
from app.datasets.screen import DatasetsParts, make_datasets
from app.session import Session
from labeling.annotation import Annotation, Defect, LabelState, PlacedMask
from labeling.catalog import DefectClass
from labeling.datasets import Datasets, Eye, Sight, Thumbnails
from labeling.records.datasets import Dataset, DatasetImage, NewAnnotation
from labeling.storage import AnnotationBook, CatalogBook, FrozenBook, prepare
from tests.app.history.background import AtOnce
from tests.app.setting_up import People, Person
from vision.images import encode_png
from vision.inspection import Frame, InspectionRecord
from vision.storage import Home, Store
from vision.storage.operators import Role

EVA = Person(name="Eva Lang", role=Role.QUALITY_ENGINEER)
INA = Person(name="Ina", role=Role.INSPECTOR)
NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
SIZE = (120, 160)


def plate(path: Path, seed: int, *, crack: bool = False, brighter: int = 0) -> Path:
    """A drawn plate; the same seed is the same plate."""
    random = np.random.default_rng(seed)
    pixels = cv2.GaussianBlur(random.normal(130, 90, SIZE), (0, 0), 7) * 1.2 + random.normal(0, 3, SIZE) + brighter
    if crack:
        cv2.line(pixels, (20, 15 + seed % 60), (140, 90), 10, 2)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encode_png(pixels.clip(0, 255).astype(np.uint8)))
    return path


class DarkLine:
    """Sees a crack where something is black; what is black looks alike."""

    def see(self, frame: Frame) -> Sight:
        has_crack = bool((frame.pixels < 16).sum() > 30)
        return Sight(score=80.0 if has_crack else 10.0, code=np.array([has_crack, not has_crack], np.float32))


@dataclass
class Models:
    """One recipe."""

    names: list[str] = field(default_factory=lambda: ["Plate"])
    asked: list[str | None] = field(default_factory=list)

    def recipes(self) -> list[str]:
        return self.names

    def eye(self, recipe: str | None) -> Eye:
        self.asked.append(recipe)
        return DarkLine()


@dataclass
class Shelf:
    """Inspected parts: what was asked for, and what is there."""

    records: Sequence[InspectionRecord] = ()
    asked: list[PartsWanted] = field(default_factory=list)

    def recipes(self) -> list[str]:
        return ["Plate", "Ring"]

    def find(self, wanted: PartsWanted) -> Sequence[InspectionRecord]:
        self.asked.append(wanted)
        return self.records


@dataclass
class Screen:
    """The wired screen with everything around it."""

    store: Store
    session: Session
    needs: DatasetsNeeds
    parts: DatasetsParts
    models: Models
    shelf: Shelf
    troubles: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    handed_over: list[tuple[str, list[int], int]] = field(default_factory=list)
    shares: list[float | None] = field(default_factory=list)

    def make(self, name: str, folder: Path, product: str = "Plate") -> Dataset:
        """A dataset of a folder, in hand."""
        dataset, _ = self.needs.datasets.create(name, folder, "Ada", product=product)
        self.parts.presenter.open(dataset)
        return dataset

    def images(self) -> dict[str, DatasetImage]:
        """By path, as they are kept."""
        dataset = self.parts.presenter.dataset
        assert dataset is not None
        return {image.file.path: image for image in self.needs.datasets.book.page(dataset.id, limit=-1)}

    def crack(self) -> DefectClass:
        """The class, made when it is not there."""
        known = self.needs.catalogs.catalog("Plate").named("crack")
        return known or self.needs.catalogs.add("Plate", "crack", "Ada")

    def label(self, path: str, *, crack: bool = False, state: LabelState = LabelState.DONE) -> None:
        """Mark an image, or call it good."""
        image = self.images()[path]
        whole = np.zeros((image.file.height, image.file.width), np.bool_)
        whole[10:20, 10:60] = True
        defects = (Defect(class_id=self.crack().id, mask=PlacedMask.of(whole)),) if crack else ()
        said = Annotation(
            width=image.file.width, height=image.file.height, defects=defects, tags=image.tags, state=state
        )
        new = NewAnnotation(image_id=image.id, annotation=said, base=image.version)
        self.needs.annotations.save(new, "Ada", "brush")


def open_screen(root: Path, *people: Person, background: AtOnce | None = None, refused: str = "") -> Screen:
    """Over a real store."""
    store = Store(Home(root))
    prepare(store.database)
    session, works = People(*people).session(), background or AtOnce()
    models, shelf = Models(), Shelf()
    shares: list[float | None] = []
    needs = DatasetsNeeds(
        datasets=Datasets(store.home, store.database),
        annotations=AnnotationBook(store.database),
        catalogs=CatalogBook(store.database),
        frozen=FrozenBook(store.database),
        thumbnails=Thumbnails(store.home),
        models=models,
        parts=shelf,
        person=session,
        working=works,
        thumbnailing=AtOnce(),
        post=works.post,
        now=lambda: NOW,
        refused=refused,
        show_progress=shares.append,
    )
    screen = Screen(
        store=store, session=session, needs=needs, parts=make_datasets(needs), models=models, shelf=shelf, shares=shares
    )
    view = screen.parts.view
    view.trouble.connect(lambda trouble: screen.troubles.append(str(trouble)))
    view.told.connect(screen.said.append)
    view.annotate_asked.connect(lambda dataset, ids, image_id: screen.handed_over.append((dataset.name, ids, image_id)))
    return screen
