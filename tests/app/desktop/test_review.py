"""Review in the real window, over the real store, with parts of the emulated line."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.desktop.desk import Desk
from app.review.screen import Review
from labeling.records.reviews import Act, Disposition, Finding
from labeling.review.state import Standing
from labeling.storage.catalog import CatalogBook
from labeling.storage.reviews import ReviewBook
from tests.app.desktop.conftest import RECIPE, OpenApp, Opened
from vision.inspection import Verdict

FLAGGED = set(Verdict) - {Verdict.OK}


def review_of(desk: Desk) -> Review:
    return next(kept for kept in desk.kept if isinstance(kept, Review))


@pytest.fixture
def opened(home: Path, open_app: OpenApp) -> Opened:
    """A station with two classes, everything audited, and some parts in the store."""
    opened = open_app(home)
    catalog = CatalogBook(opened.premises.store.database)
    catalog.add(RECIPE, "Crack", "Eva")
    catalog.add(RECIPE, "Blowhole", "Eva")
    return opened


def fill(opened: Opened, parts: int) -> None:
    opened.inspect(parts)
    opened.stop()


def open_review(opened: Opened) -> Review:
    window = opened.shell.window
    window.activateWindow()
    opened.until(window.isActiveWindow)
    opened.qtbot.keyClick(window, Qt.Key.Key_F2)
    review = review_of(opened.desk)
    opened.until(lambda: review.view.queue.count.text() != "0")
    return review


def test_fifty_parts_with_the_keyboard_alone(opened: Opened) -> None:
    reviewer = None
    review = review_of(opened.desk)
    reviewer = review.presenter._ports.reviewer
    reviewer.set_share(1.0, "Eva")
    fill(opened, 52)
    review = open_review(opened)
    window, keys = opened.shell.window, (Qt.Key.Key_1, Qt.Key.Key_F, Qt.Key.Key_D, Qt.Key.Key_2, Qt.Key.Key_R)
    for number in range(50):
        before = review.presenter._sitting.chosen
        opened.until(lambda: review.view.sight.image.frame_size is not None)
        opened.qtbot.keyClick(QApplication.focusWidget() or window, keys[number % len(keys)])
        assert review.presenter._sitting.chosen != before, number
    assert review.view.queue.count.text() == "2"
