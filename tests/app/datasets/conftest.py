"""A screen that is closed again: its database has a thread."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.app.datasets.twins import Screen, open_screen, plate


@pytest.fixture
def make(tmp_path: Path, qtbot: QtBot, light: object) -> Iterator[Callable[..., Screen]]:
    """`open_screen` on a folder of this test."""
    made: list[Screen] = []

    def open_one(*people: object, **changes: object) -> Screen:
        screen = open_screen(tmp_path / "home ü", *people, **changes)  # type: ignore[arg-type]
        qtbot.addWidget(screen.parts.view)
        screen.parts.view.resize(1188, 744)
        screen.parts.view.show()
        made.append(screen)
        return screen

    yield open_one
    for screen in made:
        screen.store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six plates, two of them cracked, one of them twice."""
    root = tmp_path / "images"
    for number in range(4):
        plate(root / "good" / f"{number}.png", number)
    plate(root / "crack" / "0.png", 10, crack=True)
    plate(root / "crack" / "1 検査.png", 11, crack=True)
    plate(root / "again" / "0.png", 0, brighter=6)
    return root


@pytest.fixture
def screen(make: Callable[..., Screen], folder: Path) -> Screen:
    """A station without operators, with a dataset of the folder in hand."""
    opened = make()
    opened.make("Plates", folder)
    return opened
