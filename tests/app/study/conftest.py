"""A screen that is closed again: its database has a thread."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.app.study.twins import Screen, open_screen


@pytest.fixture
def make(tmp_path: Path, qtbot: QtBot, light: object) -> Iterator[Callable[..., Screen]]:
    """`open_screen` on a folder of this test."""
    made: list[Screen] = []

    def open_one(*people: object, **changes: object) -> Screen:
        screen = open_screen(tmp_path / "home", *people, **changes)  # type: ignore[arg-type]
        qtbot.addWidget(screen.parts.view)
        screen.parts.view.resize(1188, 744)
        screen.parts.view.show()
        made.append(screen)
        return screen

    yield open_one
    for screen in made:
        screen.desk.database.close()
