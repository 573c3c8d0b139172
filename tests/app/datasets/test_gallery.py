"""The gallery: what is shown, chosen, tagged, looked for again, and handed over to Annotate."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.datasets.sheets import TagSheet
from app.datasets.shown import Page
from labeling.annotation import LabelState
from labeling.records.datasets import ImageOrder, ImageQuery
from tests.app.datasets.twins import EVA, INA, Screen, plate
from tests.app.history.background import WhenTold
from tests.app.screenshots import SIZES, shoot
from tests.app.setting_up import PIN, focusable, texts
from tests.labeling.marks import image_file

SCROLL_MS = 16.7


def shown(screen: Screen) -> list[str]:
    """The paths in the grid, in its order."""
    ids = screen.parts.view.gallery.grid.images.ids
    return [image.file.path for image in screen.needs.datasets.book.images(ids)]


def choose(screen: Screen, *paths: str) -> None:
    grid, order = screen.parts.view.gallery.grid, shown(screen)
    grid.clearSelection()
    for path in paths:
        index = grid.images.index(order.index(path))
        grid.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)


def open_sheet() -> TagSheet:
    (sheet,) = (
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, TagSheet) and widget.isVisible()
    )
    return sheet


def test_every_filter_narrows_and_show_all_widens(screen: Screen, qtbot: QtBot) -> None:
    page = screen.parts.view.gallery
    assert len(shown(screen)) == 7
    screen.label("crack/0.png", crack=True)
    screen.label("good/1.png")
    screen.needs.datasets.book.note("score", {screen.images()["good/2.png"].id: 62.0})
    screen.parts.presenter.enter()
    page.filter.label.chosen.emit({"state": None, "has_defects": True, "is_missing": None})
    assert shown(screen) == ["crack/0.png"]
    assert "1 shown" in page.count.text()
    page.filter.everything.click()
    page.filter.class_.chosen.emit(screen.crack().id)
    assert shown(screen) == ["crack/0.png"]
    page.filter.everything.click()
    page.filter.author.chosen.emit("Ada")
    assert shown(screen) == ["crack/0.png", "good/1.png"]
    page.filter.everything.click()
    page.filter.least.setText("60")
    page.filter.least.settled.emit("60")
    assert shown(screen) == ["good/2.png"]
    page.filter.everything.click()
    page.search.setText("検")
    qtbot.waitUntil(lambda: shown(screen) == ["crack/1 検査.png"])
    page.search.setText("nothing like this")
    qtbot.waitUntil(lambda: shown(screen) == [])
    assert page.nothing.isVisible()
    page.nothing.button.click()
    assert len(shown(screen)) == 7
    assert not page.nothing.isVisible()
    assert page.search.text() == ""


def test_the_order_stays_when_the_filter_goes(screen: Screen) -> None:
    screen.needs.datasets.book.note("score", {screen.images()["good/2.png"].id: 62.0})
    screen.parts.presenter.search(ImageQuery(order=ImageOrder.SCORE, state=LabelState.DONE))
    screen.parts.presenter.show_everything()
    assert shown(screen)[0] == "good/2.png"
    assert screen.parts.view.gallery.order.currentIndex() == list(ImageOrder).index(ImageOrder.SCORE)


def test_chosen_images_are_tagged_together_and_stay_chosen(screen: Screen) -> None:
    page = screen.parts.view.gallery
    assert page.tag.toolTip() == "Choose images first."
    choose(screen, "good/1.png", "good/2.png")
    assert "2 chosen" in page.count.text()
    page.tag.click()
    sheet = open_sheet()
    assert not sheet.go_on.isEnabled()
    sheet.field.setText("dusty, night shift,")
    sheet.go_on.click()
    assert screen.images()["good/1.png"].tags == {"dusty", "night shift"}
    assert screen.images()["good/0.png"].tags == set()
    assert page.grid.chosen_count == 2
    page.filter.tag.chosen.emit("dusty")
    assert shown(screen) == ["good/1.png", "good/2.png"]
    assert page.grid.chosen_count == 2
    choose(screen, "good/2.png")
    page.tag.click()
    sheet = open_sheet()
    next(button for button in sheet._known if button.text() == "dusty").click()
    sheet.take_off.click()
    assert screen.images()["good/2.png"].tags == {"night shift"}
    assert shown(screen) == ["good/1.png"]


def test_a_tap_on_the_circle_adds_one_and_a_click_replaces(screen: Screen) -> None:
    grid = screen.parts.view.gallery.grid
    QApplication.processEvents()

    def tap(number: int, place: QPoint) -> None:
        corner = grid.visualRect(grid.images.index(number)).topLeft()
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=corner + place)

    tap(0, QPoint(20, 20))
    tap(2, QPoint(20, 20))
    assert grid.chosen_ids == [grid.images.ids[0], grid.images.ids[2]]
    tap(2, QPoint(20, 20))
    assert grid.chosen_ids == [grid.images.ids[0]]
    tap(1, QPoint(90, 90))
    assert grid.chosen_ids == [grid.images.ids[1]]


def test_images_go_to_annotate_as_they_are_shown(screen: Screen) -> None:
    screen.parts.presenter.search(ImageQuery(text="good"))
    grid = screen.parts.view.gallery.grid
    wanted = grid.images.ids[2]
    grid.setCurrentIndex(grid.images.index(2))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert screen.handed_over == [("Plates", list(grid.images.ids), wanted)]
    choose(screen, "good/1.png")
    screen.parts.view.gallery.open.click()
    assert screen.handed_over[-1][2] == screen.images()["good/1.png"].id


def test_another_look_tells_what_is_new_and_what_is_gone(screen: Screen, folder: Path) -> None:
    screen.label("good/3.png")
    (folder / "good" / "3.png").unlink()
    plate(folder / "good" / "9.png", 9)
    screen.parts.view.rescan.click()
    assert screen.said == ["1 new, 1 gone"]
    assert "good/3.png" in screen.troubles[0]
    assert "labelled on them is kept" in screen.troubles[0]
    screen.parts.view.gallery.filter.label.chosen.emit({"state": None, "has_defects": None, "is_missing": True})
    assert shown(screen) == ["good/3.png"]
    assert screen.parts.presenter.describe(screen.images()["good/3.png"]).line == "File is gone"
    assert screen.shares[0] == 0
    assert screen.shares[-1] is None


def test_long_work_is_shown_and_stops_where_it_is_told(make: Callable[..., Screen], folder: Path) -> None:
    lane = WhenTold()
    screen = make(background=lane)
    screen.make("Plates", folder)
    plate(folder / "good" / "9.png", 9)
    view = screen.parts.view
    view.rescan.click()
    assert view._job.isVisible()
    assert view.rescan.toolTip() == "Looking through the folder"
    view.parts.click()
    view.rescan.click()
    assert len(lane.waiting) == 1
    view._progress.button.click()
    lane.work_off()
    assert not view._job.isVisible()
    assert len(screen.images()) == 7
    assert screen.troubles == []  # nothing is called gone by a look that was not whole


@pytest.mark.parametrize("what", ["tag", "rescan", "suspects", "parts"])
def test_who_is_not_signed_in_changes_nothing(make: Callable[..., Screen], folder: Path, what: str) -> None:
    screen = make(EVA, INA)
    screen.make("Plates", folder)
    choose(screen, "good/1.png")
    view = screen.parts.view
    {"tag": view.gallery.tag, "rescan": view.rescan, "suspects": view.gallery.suspects, "parts": view.parts}[
        what
    ].click()
    assert "another role" in screen.troubles[0]
    screen.session.sign_in("Ina", PIN)
    screen.parts.presenter.rescan()
    assert screen.said == ["0 new"]


def test_beside_another_loupe_everything_can_only_be_looked_at(make: Callable[..., Screen], folder: Path) -> None:
    screen = make(refused="Close the other one.")
    screen.make("Plates", folder)
    screen.parts.presenter.tag([screen.images()["good/1.png"].id], ["dusty"], [])
    assert "Close the other one." in screen.troubles[0]
    assert screen.images()["good/1.png"].tags == set()


def test_without_a_dataset_a_sentence_says_where_they_come_from(make: Callable[..., Screen]) -> None:
    screen = make()
    assert "No dataset yet" in texts(screen.parts.view)
    backs: list[bool] = []
    screen.parts.view.back_asked.connect(lambda: backs.append(True))
    assert screen.parts.view.go_back()
    assert backs == [True]


def test_esc_leaves_step_by_step(screen: Screen) -> None:
    view, backs = screen.parts.view, []
    view.back_asked.connect(lambda: backs.append(True))
    screen.parts.presenter.turn_to(Page.FROZEN)
    view.go_back()
    assert screen.parts.presenter.page is Page.IMAGES
    view.gallery.search.setText("x")
    view.go_back()
    assert view.gallery.search.text() == ""
    assert backs == []
    view.go_back()
    assert backs == [True]


def test_ten_thousand_images_scroll_at_screen_rate(screen: Screen, folder: Path) -> None:
    dataset = screen.parts.presenter.dataset
    assert dataset is not None
    known = list(screen.images().values())
    files = [
        image_file(f"more/{n:05d}.png", sha256=known[n % len(known)].file.sha256, score=n % 100) for n in range(10_000)
    ]
    screen.needs.datasets.book.put(dataset.id, files)
    started = time.perf_counter()
    screen.parts.presenter.enter()
    QApplication.processEvents()
    assert time.perf_counter() - started < 2
    grid = screen.parts.view.gallery.grid
    bar, steps = grid.verticalScrollBar(), []
    assert bar.maximum() > 100_000
    for step in range(120):
        began = time.perf_counter()
        bar.setValue(1000 + step * 97)
        grid.viewport().repaint()
        steps.append(1000 * (time.perf_counter() - began))
    print(f"scrolling: median {sorted(steps)[60]:.1f} ms, 95 % within {sorted(steps)[114]:.1f} ms")
    assert sorted(steps)[60] < SCROLL_MS


def test_every_target_has_a_name(screen: Screen) -> None:
    nameless = [widget for widget in focusable(screen.parts.view) if not widget.accessibleName()]
    assert nameless == []


def test_both_themes_and_sizes(screen: Screen, theme: str) -> None:
    screen.label("crack/0.png", crack=True)
    screen.parts.presenter.enter()
    for width, height in SIZES:
        screen.parts.view.resize(width - 92, height - 56)
        shoot(screen.parts.view, "datasets-gallery", theme)  # type: ignore[arg-type]
    grid = screen.parts.view.gallery.grid
    first, second = grid.visualRect(grid.images.index(0)), grid.visualRect(grid.images.index(1))
    assert second.left() > first.left()
    assert second.top() == first.top()
