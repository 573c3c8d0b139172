"""Where a toast stands: it covers nothing that is needed, wherever that is."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from app.widgets.button import Button
from app.widgets.image_view import ImageView
from app.widgets.toast import Toast

pytestmark = pytest.mark.usefixtures("dark")

TABLE, IMAGE = QRect(12, 100, 680, 588), QRect(704, 12, 384, 300)
FACTS, EXPORT = QRect(704, 320, 384, 300), QRect(704, 630, 384, 56)
LONG = "Part 1 281: tolerated here, once it is sure that no known defect would pass."


class Ground(QWidget):
    """As History: a table at the left, image, facts and buttons at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(1100, 700)
        self.table, self.image, self.export = QListWidget(self), ImageView(), Button("Export")
        self.facts = [QLabel(f"Score {line}", self) for line in range(10)]
        for line, fact in enumerate(self.facts):
            fact.setGeometry(FACTS.left(), FACTS.top() + 30 * line, FACTS.width(), 30)
        for widget, place in ((self.table, TABLE), (self.image, IMAGE), (self.export, EXPORT)):
            widget.setParent(self)
            widget.setGeometry(place)
        self.toast = Toast(self)

    @property
    def covered(self) -> set[QWidget]:
        places = (self.table, self.image, self.export, *self.facts)
        return {one for one in places if one.isVisible() and one.geometry().intersects(self.toast.geometry())}


@pytest.fixture
def ground(qtbot: QtBot) -> Ground:
    found = Ground()
    qtbot.addWidget(found)
    found.show()
    return found


def test_it_stands_over_the_image_rather_than_over_words_or_a_list(ground: Ground) -> None:
    ground.toast.show_text("Part 12 exported.")
    assert ground.covered == {ground.image}
    assert IMAGE.contains(ground.toast.geometry())


def test_words_that_are_too_long_for_a_line_go_on_below(ground: Ground) -> None:
    ground.toast.show_text("Exported 3 files to the folder plates of line 3")
    short = ground.toast.height()
    ground.toast.show_text("Exported 3 files to the folder plates of line 3, which is on the disk of the office")
    assert ground.toast.height() > short
    assert IMAGE.contains(ground.toast.geometry())


def test_what_would_hide_the_image_stands_over_the_last_rows_of_the_list(ground: Ground) -> None:
    ground.toast.show_text(LONG, with_undo=True, offer="Take back")
    assert ground.covered == {ground.table}
    assert ground.toast.geometry().top() > TABLE.bottom() - 120


def test_without_an_image_it_never_covers_the_facts(ground: Ground) -> None:
    ground.image.hide()
    for text in ("Exported.", LONG):
        ground.toast.show_text(text)
        assert ground.covered == {ground.table}


def test_it_gives_way_to_words_that_come_later(ground: Ground, qtbot: QtBot) -> None:
    for fact in ground.facts:
        fact.hide()
    ground.toast.show_text("Part 12 exported.")
    note = ground.facts[0]
    note.setGeometry(ground.toast.geometry())
    note.show()
    qtbot.waitUntil(lambda: not note.geometry().intersects(ground.toast.geometry()))


def test_a_label_that_says_nothing_is_no_reason_to_go_elsewhere(ground: Ground) -> None:
    ground.table.hide()
    ground.toast.show_text("Moved.")
    corner = ground.toast.geometry()
    empty = QLabel("", ground)
    empty.setGeometry(corner)
    empty.show()
    ground.toast.show_text("Moved.")
    assert ground.toast.geometry() == corner
