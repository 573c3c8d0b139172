"""The list of choices: one chosen, told by its key, and the keyboard where it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.widgets.choice_list import ChoiceList
from app.widgets.choice_row import ChoiceRow

pytestmark = pytest.mark.usefixtures("dark")


@pytest.fixture
def choices(qtbot: QtBot) -> ChoiceList:
    found = ChoiceList()
    qtbot.addWidget(found)
    found.show_rows(rows(1, 2, 3), 2)
    found.show()
    return found


def rows(*keys: int) -> dict[int, ChoiceRow]:
    return {key: ChoiceRow(f"Study {key}", "", icon_name="users-round") for key in keys}


def chosen(choices: ChoiceList) -> list[str]:
    return [row.text() for row in choices.rows if row.isChecked()]


def seen(choices: ChoiceList) -> list[str]:
    found = [row for row in choices.findChildren(ChoiceRow) if row.isVisible()]
    return [row.text() for row in sorted(found, key=lambda row: row.y())]


def test_a_touch_tells_the_key_and_leaves_one_chosen(choices: ChoiceList, qtbot: QtBot) -> None:
    told: list[object] = []
    choices.chosen.connect(told.append)
    qtbot.mouseClick(choices.rows[2], Qt.MouseButton.LeftButton)
    assert told == [3]
    assert chosen(choices) == ["Study 3"]


def test_other_rows_take_the_place_of_all(choices: ChoiceList, qtbot: QtBot) -> None:
    choices.show_rows(rows(4, 2), 4)
    qtbot.waitUntil(lambda: seen(choices) == ["Study 4", "Study 2"])
    assert chosen(choices) == ["Study 4"]


def test_the_keyboard_stays_on_the_same_choice(choices: ChoiceList, qtbot: QtBot) -> None:
    QPushButton(choices).show()  # it would get the keyboard when a row goes
    choices.rows[2].setFocus()
    choices.show_rows(rows(3, 1), 1)
    qtbot.waitUntil(choices.rows[0].hasFocus)
