"""Annotate in the real window: from a folder to labels in the store, with the station's own recipe."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.annotate.screen import Annotate
from app.desktop.annotate_screen import StationModels
from labeling.storage import AnnotationBook, CatalogBook
from tests.app.desktop.conftest import RECIPE, SIZE, OpenApp, Opened
from vision.detectors.family import ModelTrouble
from vision.images import encode_png
from vision.recipe import RecipeLibrary
from vision.storage import Home
from vision.synth.dataset import defective_parts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four parts with a defect each."""
    made = tmp_path / "parts"
    made.mkdir()
    for number, part in enumerate(defective_parts(4, 4, size=SIZE)):
        (made / f"{number}.png").write_bytes(encode_png(part.pixels))
    return made


def opened_on(opened: Opened, folder: Path) -> Annotate:
    """The screen with a dataset of the recipe's own product."""
    CatalogBook(opened.premises.store.database).add(RECIPE, "Scratch", "Eva")
    window = opened.shell.window
    window.activateWindow()
    opened.until(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F3)
    screen = next(kept for kept in opened.desk.kept if isinstance(kept, Annotate))
    screen.start.create("Parts", folder, RECIPE)
    opened.until(lambda: screen.bench.session is not None)
    return screen


def test_the_stations_recipe_proposes_and_the_store_keeps(home: Path, folder: Path, open_app: OpenApp) -> None:
    opened = open_app(home)
    screen = opened_on(opened, folder)
    canvas = screen.view.easel.canvas
    QTest.keyClick(canvas, Qt.Key.Key_M)
    session = screen.bench.session
    assert session is not None
    opened.until(lambda: session.proposal is not None)
    bar = screen.view.easel.proposal
    bar.slider.setValue(0)
    assert session.proposal is not None
    assert session.proposal.mask.area_px
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    QTest.keyClick(canvas, Qt.Key.Key_N)
    book = AnnotationBook(opened.premises.store.database)
    versions = book.history(1)
    assert [one.tool for one in versions] == ["Accept proposal, Scratch, Done"]
    assert versions[0].annotation == session.annotation
    opened.until(lambda: screen.bench.session not in (None, session))


def test_what_is_drawn_is_there_when_the_app_opens_again(home: Path, folder: Path, open_app: OpenApp) -> None:
    screen = opened_on(open_app(home), folder)
    canvas = screen.view.easel.canvas
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    drawn = screen.bench.session.annotation if screen.bench.session else None
    assert drawn is not None
    assert drawn.defects
    again = open_app(home)
    again.shell.window.open_screen("annotate")
    second = next(kept for kept in again.desk.kept if isinstance(kept, Annotate))
    second.start.choose("Parts")
    again.until(lambda: second.bench.session is not None)
    assert second.bench.session is not None
    assert second.bench.session.annotation == drawn


def test_an_imported_network_that_fails_can_be_dropped(tmp_path: Path) -> None:
    home = Home(tmp_path)
    models = StationModels(RecipeLibrary(home.recipes), home, refused="")
    kept = home.root / "weights" / "click"
    kept.mkdir(parents=True)
    for name in ("encoder.onnx", "decoder.onnx"):
        (kept / name).write_bytes(b"no network")
    with pytest.raises(ModelTrouble):
        models.click_to_mask()
    models.drop_sam()
    models.drop_sam()
    assert models.click_to_mask() is not None
