"""Commands as data: installed, listed, found, and refused without permission."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.actions import COMMANDS, Command, Place, commands_of, install_commands
from app.actions.sheets import CommandFinder, KeySheet
from app.annotate.view import AnnotateScreen
from app.live.view import LiveScreen
from app.main_window import MainWindow
from app.review.view import ReviewScreen
from app.theme import ThemeName

OWNERS = {
    Place.EVERYWHERE: MainWindow,
    Place.LIVE: LiveScreen,
    Place.REVIEW: ReviewScreen,
    Place.ANNOTATE: AnnotateScreen,
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.key)
def test_every_command_has_a_text_a_key_and_a_handler(command: Command) -> None:
    assert command.title
    assert all(not QKeySequence(shortcut).isEmpty() for shortcut in command.shortcuts)
    assert callable(getattr(OWNERS[command.place], command.handler))


def test_keys_and_commands_are_unique() -> None:
    for place in Place:
        here = (
            (*commands_of(place), *commands_of(Place.EVERYWHERE))
            if place is not Place.EVERYWHERE
            else commands_of(place)
        )
        keys = [shortcut for command in here for shortcut in command.shortcuts]
        assert len(keys) == len(set(keys))
    assert len({command.key for command in COMMANDS}) == len(COMMANDS)


class Shop:
    def __init__(self) -> None:
        self.done = 0

    def do(self) -> None:
        self.done += 1


def test_a_command_asks_for_its_permission_at_every_use(qtbot: QtBot) -> None:
    owner, shop, allowed = QWidget(), Shop(), [False]
    qtbot.addWidget(owner)
    command = Command(key="do", text="Do", handler="do", permission="recipe.teach")
    action = install_commands(owner, (command,), shop, lambda permission: allowed[0] and permission == "recipe.teach")[
        "do"
    ]
    action.trigger()
    assert shop.done == 0
    allowed[0] = True
    action.trigger()
    assert shop.done == 1


@pytest.fixture
def actions(qtbot: QtBot, dark: ThemeName) -> tuple[QWidget, list[QAction]]:
    owner = QWidget()
    qtbot.addWidget(owner)
    made = []
    for text, key in (("Start inspecting", "F9"), ("Map on or off", "M"), ("History", "F3")):
        action = QAction(text, owner)
        action.setShortcut(QKeySequence(key))
        made.append(action)
    return owner, made


def test_the_finder_finds_by_a_few_letters(actions: tuple[QWidget, list[QAction]], qtbot: QtBot) -> None:
    owner, made = actions
    finder = CommandFinder(owner, made)
    qtbot.keyClicks(finder.field, "off map")
    assert finder.list.count() == 1
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert finder.chosen is made[1]


def test_the_sheet_lists_every_key(actions: tuple[QWidget, list[QAction]], qapp: QApplication) -> None:
    owner, made = actions
    sheet = KeySheet(owner, made)
    texts = {label.text() for label in sheet.findChildren(QWidget) if hasattr(label, "text")}
    assert {"F9", "M", "F3", "Start inspecting", "Map on or off", "History"} <= texts
