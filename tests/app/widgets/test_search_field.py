"""The field that searches: by a pause or by Enter, and never over what a person is typing."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import ThemeName
from app.widgets.search_field import SearchField


@pytest.fixture
def field(qtbot: QtBot, dark: ThemeName) -> SearchField:
    found = SearchField("Part", "Search by part")
    qtbot.addWidget(found)
    found.show()
    return found


@pytest.fixture
def settled(field: SearchField) -> list[str]:
    words: list[str] = []
    field.settled.connect(words.append)
    return words


def test_a_pause_ends_the_typing(field: SearchField, settled: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(field, " MT42 ")
    assert settled == []
    qtbot.waitUntil(lambda: settled == ["MT42"])


def test_enter_searches_at_once_and_once(field: SearchField, settled: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "MT42")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert settled == ["MT42"]
    qtbot.wait(400)
    assert settled == ["MT42"]


def test_what_is_shown_searches_nothing_and_leaves_typed_words_alone(
    field: SearchField, settled: list[str], qtbot: QtBot
) -> None:
    field.show_text("L-2419")
    assert field.text() == "L-2419"
    qtbot.keyClicks(field, "7")
    field.show_text("L-2419")
    assert field.text() == "L-24197"
    qtbot.waitUntil(lambda: settled == ["L-24197"])
