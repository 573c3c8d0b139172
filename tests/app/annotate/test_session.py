"""A real session: drawing, taking back, refining, classifying, saving, and what is left after a power cut."""

import json
from pathlib import Path

import numpy as np
import pytest
from pycocotools.coco import COCO
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.annotate.sheets.transfer import ExportSheet
from labeling.annotation import LabelState
from labeling.datasets import Datasets
from labeling.exchange import FORMATS
from labeling.painting import box_mask
from labeling.storage import AnnotationBook
from tests.app.annotate.at_work import HEIGHT, SPOT, WIDTH, AtWork
from tests.app.annotate.conftest import Start


def test_what_is_drawn_is_stored(work: AtWork) -> None:
    work.stroke((20, 20), (60, 20))
    (area,) = work.areas()
    assert 40 * 14 * 0.9 < area < 54 * 14
    work.key(Qt.Key.Key_N)
    stored = work.stored(0)
    assert stored is not None
    assert stored.annotation.state is LabelState.DONE
    assert [one.mask.area_px for one in stored.annotation.defects] == [area]
    assert (stored.author, stored.tool) == ("Eva", "Brush, Crack, Done")
    assert work.screen.presenter.image is not None
    assert work.screen.presenter.image.file.path == "001.png"


def test_every_stroke_can_be_taken_back_and_done_again(work: AtWork) -> None:
    work.stroke((20, 20), (60, 20))
    before = work.areas()
    work.key(Qt.Key.Key_E)
    work.stroke((40, 10), (40, 40))
    erased = work.areas()
    assert erased[0] < before[0]
    work.key(Qt.Key.Key_Z)
    assert work.areas() == before
    work.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert work.areas() == []
    work.key(Qt.Key.Key_Y)
    work.key(Qt.Key.Key_Y)
    assert work.areas() == erased


def test_strokes_that_touch_are_one_defect_and_others_are_not(work: AtWork) -> None:
    work.stroke((20, 20), (40, 20))
    work.stroke((40, 20), (60, 20))
    assert len(work.areas()) == 1
    work.stroke((20, 70), (40, 70))
    assert len(work.areas()) == 2


def test_a_number_chooses_the_class(work: AtWork) -> None:
    work.key(Qt.Key.Key_2)
    work.stroke((20, 20), (60, 20))
    session = work.bench.session
    assert session is not None
    assert [one.class_id for one in session.annotation.defects] == [work.classes[1].id]


def test_every_tool_has_its_key(work: AtWork) -> None:
    left, top, width, height = SPOT
    work.key(Qt.Key.Key_W)
    work.click(left + 5, top + 5)
    assert work.areas() == [width * height]
    work.key(Qt.Key.Key_Plus)
    assert work.areas()[0] > width * height
    work.key(Qt.Key.Key_Minus)
    assert work.areas()[0] <= width * height
    work.key(Qt.Key.Key_X)
    work.stroke((80, 60), (100, 80))
    assert 350 < work.areas()[1] < 450
    work.key(Qt.Key.Key_P)
    for place in ((5, 60), (25, 60), (25, 80)):
        work.click(*place)
    work.key(Qt.Key.Key_Return)
    assert 150 < work.areas()[2] < 250
    work.key(Qt.Key.Key_Delete)
    assert len(work.areas()) == 2


def test_refine_finds_the_edge_of_the_image(work: AtWork) -> None:
    left, top, width, height = SPOT
    work.stroke((left + 3, top + 6), (left + width - 2, top + 6))
    work.key(Qt.Key.Key_G)
    assert work.areas()[0] == pytest.approx(width * height, rel=0.15)
    assert work.strokes()[-1] == "Refine"


def test_holes_are_filled_and_the_previous_image_is_copied(work: AtWork) -> None:
    ring = [(30, 30), (70, 30), (70, 70), (30, 70), (30, 30)]
    work.bench.set_size(6)
    work.stroke(*ring)
    hollow = work.areas()[0]
    work.key(Qt.Key.Key_H)
    assert work.areas()[0] > 1.5 * hollow
    filled = work.areas()
    work.key(Qt.Key.Key_N)
    work.key(Qt.Key.Key_V)
    assert work.areas() == filled


def test_the_map_becomes_a_mask(work: AtWork) -> None:
    _, _, width, height = SPOT
    work.key(Qt.Key.Key_M)
    proposal = work.screen.view.easel.proposal
    assert proposal.isVisible()
    assert work.areas() == []
    proposal.slider.setValue(proposal.slider.maximum())
    assert work.bench.session is not None
    assert work.bench.session.proposal is not None
    assert not work.bench.session.proposal.mask.area_px
    proposal.slider.setValue(proposal.slider.maximum() // 2)
    work.key(Qt.Key.Key_Return)
    assert work.areas() == [pytest.approx(width * height, rel=0.2)]
    assert not proposal.isVisible()


def test_a_proposal_can_be_discarded(work: AtWork) -> None:
    work.key(Qt.Key.Key_M)
    work.screen.view.easel.proposal.discard.click()
    work.key(Qt.Key.Key_Return)
    assert work.areas() == []


def test_without_a_recipe_it_is_said_what_to_do(work: AtWork) -> None:
    work.models.names = ()
    work.key(Qt.Key.Key_M)
    assert "There is no recipe yet." in str(work.told[-1])


def test_a_click_gives_a_mask_and_more_clicks_correct_it(work: AtWork) -> None:
    left, top, width, height = SPOT
    work.key(Qt.Key.Key_C)
    work.click(left + width / 2, top + height / 2)
    assert work.bench.session is not None
    assert work.bench.session.proposal is not None
    found = work.bench.session.proposal.mask
    whole = found.on(HEIGHT, WIDTH)
    assert whole[top + height // 2, left + width // 2]
    work.click(left + width / 2, top + height / 2, Qt.MouseButton.RightButton)
    assert work.bench.session.proposal.mask.area_px <= found.area_px
    work.key(Qt.Key.Key_Return)
    assert work.strokes() == ["Click, Crack"]


def test_after_a_power_cut_the_strokes_are_back(start: Start, images: Path) -> None:
    first = start()
    first.open(images, "Crack")
    first.stroke((20, 20), (60, 20))
    first.stroke((20, 60), (60, 60))
    areas = first.areas()
    second = start()
    assert second.stored(0) is None
    second.screen.start.choose("Plates")
    assert second.areas() == areas
    assert second.said[-1] == "Strokes that were not saved are back."
    second.key(Qt.Key.Key_Z)
    assert len(second.areas()) == 1


def test_twenty_strokes_over_six_images_come_back_from_coco(work: AtWork, tmp_path: Path) -> None:
    for number in range(6):
        work.key(Qt.Key.Key_1 if number % 2 else Qt.Key.Key_2)
        for line in range(3):
            work.stroke((20, 15 + 30 * line), (30 + 10 * number, 15 + 30 * line))
        work.key(Qt.Key.Key_N)
    target = tmp_path / "out"
    work.screen.transfer.prepare_export(FORMATS["coco"], target)
    sheet = work.sheet()
    assert isinstance(sheet, ExportSheet)
    work.agree()
    file = next(target.rglob("*.json")) if target.is_dir() else target
    coco = COCO(str(file))
    assert len(coco.getImgIds()) == 6
    assert len(coco.getAnnIds()) == 18
    names = {one["file_name"]: one["id"] for one in json.loads(file.read_text())["images"]}
    stored = work.stored(3)
    assert stored is not None
    union = np.zeros((HEIGHT, WIDTH), np.bool_)
    for one in coco.loadAnns(coco.getAnnIds(names["003.png"])):
        union |= coco.annToMask(one) > 0
    expected = np.zeros_like(union)
    for defect in stored.annotation.defects:
        expected |= defect.mask.on(HEIGHT, WIDTH)
    assert np.array_equal(union, expected)


def test_an_old_version_comes_back_and_can_be_taken_back(work: AtWork) -> None:
    work.stroke((20, 20), (60, 20))
    work.key(Qt.Key.Key_N)
    work.key(Qt.Key.Key_Left)
    work.stroke((20, 60), (60, 60))
    image = work.screen.presenter.image
    assert image is not None
    work.screen.presenter.save()
    first = AnnotationBook(work.database).version(image.id, 1)
    work.screen.view.version_chosen.emit(first)
    assert len(work.areas()) == 1
    work.key(Qt.Key.Key_Z)
    assert len(work.areas()) == 2


def test_tags_and_filters(work: AtWork) -> None:
    work.screen.presenter.set_tags(frozenset({"glare", "second shift"}))
    work.key(Qt.Key.Key_N)
    work.key(Qt.Key.Key_N)
    work.screen.presenter.ask_filter()
    sheet = work.sheet()
    sheet.text.setText("glare")  # type: ignore[attr-defined]
    work.agree()
    assert work.screen.view.strip.model().rowCount() == 1
    assert work.screen.presenter.image is not None
    assert work.screen.presenter.image.file.path == "000.png"


def test_the_dataset_opens_on_the_first_open_image(work: AtWork) -> None:
    work.key(Qt.Key.Key_N)
    work.key(Qt.Key.Key_N)
    work.screen.presenter.close_dataset()
    work.screen.view.start.list.rows[0].click()
    image = work.screen.presenter.image
    assert image is not None
    assert image.file.path == "002.png"
    counts = Datasets(work.home, work.database).book.counts(image.dataset)
    assert counts.done == 2


def test_a_pen_presses_harder_or_softer(work: AtWork) -> None:
    """Half the pressure is half the radius."""
    areas = []
    for line, pressure in ((20, 1.0), (70, 0.5)):
        for kind, x in ((QEvent.Type.TabletPress, 20), (QEvent.Type.TabletMove, 80), (QEvent.Type.TabletRelease, 80)):
            at = QPointF(work.at(x, line))
            none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
            device = QPointingDevice.primaryPointingDevice()
            event = QTabletEvent(kind, device, at, at, pressure, 0, 0, 0, 0, 0, none, left, left)
            QApplication.sendEvent(work.canvas, event)
        areas.append(work.areas()[-1])
    assert areas[1] == pytest.approx(areas[0] / 2, rel=0.15)


def test_a_slider_in_use_keeps_its_arrow_keys(work: AtWork) -> None:
    slider = work.screen.view.tools.slider
    slider.setFocus()
    before = work.bench.diameter_px
    work.key(Qt.Key.Key_Right)
    assert work.bench.diameter_px > before
    assert work.screen.presenter.image is not None
    assert work.screen.presenter.image.file.path == "000.png"
    work.canvas.setFocus()
    work.key(Qt.Key.Key_Right)
    assert work.screen.presenter.image.file.path == "001.png"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # of menus, offscreen
def test_the_right_button_gives_a_defect_another_class(work: AtWork) -> None:
    work.stroke((20, 20), (60, 20))
    work.click(40, 20, Qt.MouseButton.RightButton)
    menu = next(one for one in work.screen.view.findChildren(QMenu) if one.isVisible())
    menu.actions()[1].trigger()
    menu.close()
    session = work.bench.session
    assert session is not None
    assert [one.class_id for one in session.annotation.defects] == [work.classes[1].id]
    assert work.strokes()[-1] == "Now Blowhole"


def test_undo_takes_back_the_last_corner_of_a_polygon(work: AtWork) -> None:
    work.stroke((20, 80), (60, 80))
    work.key(Qt.Key.Key_P)
    for place in ((20, 10), (60, 10), (100, 80)):
        work.click(*place)
    work.key(Qt.Key.Key_Z)
    work.click(60, 50)
    work.key(Qt.Key.Key_Return)
    assert len(work.areas()) == 2
    assert 700 < work.areas()[1] < 950
    work.click(20, 10)
    work.key(Qt.Key.Key_Z)
    work.key(Qt.Key.Key_Z)
    assert len(work.areas()) == 1


def test_the_count_of_a_class_is_painted_with_the_stroke(work: AtWork, qtbot: QtBot) -> None:
    painted: list[int] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                painted.append(work.screen.view.side.classes.rows[0].count)
            return False

    watch, button = Watch(), work.screen.view.side.classes.buttons[work.classes[0].id]
    QApplication.processEvents()
    button.installEventFilter(watch)
    work.bench.draw(box_mask(10, 10, 30, 30, width=WIDTH, height=HEIGHT))
    qtbot.waitUntil(lambda: painted == [1])


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # of menus, offscreen
def test_only_what_is_done_can_be_opened_again(work: AtWork) -> None:
    def offered() -> bool:
        work.screen.view.easel.buttons["ellipsis"].click()
        menu = next(one for one in work.screen.view.findChildren(QMenu) if one.isVisible() and one.actions())
        texts = [action.text() for action in menu.actions()]
        menu.close()
        return "Not done after all" in texts

    assert not offered()
    work.key(Qt.Key.Key_N)
    work.key(Qt.Key.Key_Left)
    assert offered()
