"""The Annotate screen, shown and active, with a dataset of six images."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from app.theme import ThemeName
from tests.app.annotate.at_work import AtWork, at_work, write_images
from tests.app.history.background import AtOnce
from vision.storage import Home

Start = Callable[..., AtWork]


@pytest.fixture
def images(tmp_path: Path) -> Path:
    return write_images(tmp_path / "images", 6)


@pytest.fixture
def start(tmp_path: Path, qtbot: QtBot, dark: ThemeName) -> Iterator[Start]:
    """Opens the screen on one and the same home; a second call ends the first as a power cut would."""
    opened = ExitStack()

    def begin(*, refused: str = "", working: AtOnce | None = None) -> AtWork:
        opened.close()
        work = opened.enter_context(at_work(Home(tmp_path / "home"), refused=refused, working=working))
        view = work.screen.view
        view.resize(1180, 740)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        return work

    yield begin
    opened.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def work(start: Start, images: Path) -> AtWork:
    """Two classes, the first image in hand."""
    made = start()
    made.open(images, "Crack", "Blowhole")
    return made
