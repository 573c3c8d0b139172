"""The Datasets pages in the real window: from Annotate and back, with the station's recipe and its inspected parts."""

from pathlib import Path

from app.datasets.ports import PartsWanted, Which
from app.datasets.screen import DatasetsParts
from app.desktop.datasets_pages import StationParts
from labeling.annotation import Annotation, LabelState
from labeling.records.datasets import ImageQuery, ImageSource, NewAnnotation
from tests.app.desktop.conftest import RECIPE, OpenApp, Opened
from tests.app.desktop.test_annotate import folder, opened_on
from vision.inspection import Verdict

__all__ = ["folder"]


def pages_of(opened: Opened) -> DatasetsParts:
    return next(kept for kept in opened.desk.kept if isinstance(kept, DatasetsParts))


def test_the_pages_lie_beside_annotate(home: Path, folder: Path, open_app: OpenApp) -> None:
    opened = open_app(home)
    annotate = opened_on(opened, folder)
    annotate.view.gallery_asked.emit()
    pages = pages_of(opened)
    assert pages.view.isVisible()
    assert not annotate.view.isVisible()
    ids = list(pages.view.gallery.grid.images.ids)
    assert len(ids) == 4
    pages.presenter.open_images(ids[2], ids[1:])
    assert annotate.view.isVisible()
    opened.until(lambda: annotate.bench.session is not None)
    place = annotate.view.parentWidget()
    annotate.view.gallery_asked.emit()
    assert place.go_back()  # type: ignore[union-attr]
    assert annotate.view.isVisible()


def test_the_recipes_model_takes_a_second_look(home: Path, folder: Path, open_app: OpenApp) -> None:
    opened = open_app(home)
    annotate = opened_on(opened, folder)
    annotate.view.gallery_asked.emit()
    pages = pages_of(opened)
    dataset = pages.presenter.dataset
    assert dataset is not None
    book = pages.view.kept[1].datasets.book  # type: ignore[attr-defined]
    for image in book.page(dataset.id):
        said = Annotation(width=image.file.width, height=image.file.height, state=LabelState.DONE)
        new = NewAnnotation(image_id=image.id, annotation=said, base=image.version)
        pages.view.kept[1].annotations.save(new, "Eva", "brush")  # type: ignore[attr-defined]
    pages.suspects.look(RECIPE)
    opened.until(lambda: not pages.jobs.what)
    found = book.page(dataset.id, ImageQuery(state=LabelState.DONE))
    assert all(image.file.score is not None and image.suspicion is not None for image in found)


def test_inspected_parts_join_by_lot_and_judgement(home: Path, folder: Path, open_app: OpenApp) -> None:
    opened = open_app(home)
    opened_on(opened, folder).view.gallery_asked.emit()
    opened.inspect(3)
    opened.stop()
    parts = StationParts(opened.premises.store, opened.premises.recipes)
    records = opened.records()
    kept = [record for record in records if any(view.image for view in record.views)]
    assert kept
    assert {one.inspection_id for one in parts.find(PartsWanted())} == {one.inspection_id for one in kept}
    assert all(one.verdict is Verdict.OK for one in parts.find(PartsWanted(which=Which.OK)))
    assert parts.find(PartsWanted(lot="no such lot")) == []
    assert parts.find(PartsWanted(which=Which.DEFECT)) == []
    pages = pages_of(opened)
    pages.adding.add(PartsWanted(recipe=RECIPE))
    opened.until(lambda: not pages.jobs.what)
    dataset = pages.presenter.dataset
    assert dataset is not None
    book = pages.view.kept[1].datasets.book  # type: ignore[attr-defined]
    assert len(book.files(dataset.id, ImageSource.STATION)) >= len(kept)
