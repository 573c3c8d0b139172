"""Two Loupes on one data directory, in two processes: the second is told, and only looks."""

import logging
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.compose import open_beside
from app.desktop.launch import open_desktop
from app.desktop.onlooker import Onlooker
from app.desktop.window import make_desk
from app.history.screen import HistoryScreen
from app.i18n import Language, load_language
from app.main_window import MainWindow
from app.workers import wait_for_all
from tests.app.desktop.conftest import OpenApp
from tests.app.screenshots import SIZES, shoot
from tests.app.setting_up import texts
from vision.images import encode_png
from vision.inspection import Trouble
from vision.storage import Home, Store
from vision.synth.dataset import good_frames

OTHER = """
import sys
from pathlib import Path
from app.compose import open_station
from labeling.datasets import Datasets

with open_station(Path(sys.argv[1])) as premises:
    print("open", flush=True)
    for name in sys.stdin:
        Datasets(premises.home, premises.store.database).create(name.strip(), Path(sys.argv[2]), "Ada")
        print("made", flush=True)
"""


class Other:
    """Another Loupe, in a process of its own, that works in a home."""

    def __init__(self, home: Path, folder: Path) -> None:
        command = [sys.executable, "-c", OTHER, str(home), str(folder)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._hear("open")

    def make(self, name: str) -> None:
        """A dataset."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{name}\n")
        self._process.stdin.flush()
        self._hear("made")

    def close(self) -> None:
        """As a person closes it. Safe to call twice."""
        if self._process.returncode is not None:
            return
        with self._process as process:
            assert process.stdin is not None
            process.stdin.close()
        assert process.returncode == 0

    def _hear(self, word: str) -> None:
        assert self._process.stdout is not None
        assert self._process.stdout.readline().strip() == word


@pytest.fixture
def other(home: Path, tmp_path: Path, open_app: OpenApp) -> Iterator[Other]:
    """It works in a home where parts were inspected."""
    opened = open_app(home)
    opened.inspect(2)
    opened.stop()
    open_app.close()
    folder = tmp_path / "images"
    folder.mkdir()
    for number, pixels in enumerate(good_frames(3, 2, size=(160, 120))):
        (folder / f"{number}.png").write_bytes(encode_png(pixels))
    working = Other(home, folder)
    yield working
    working.close()


@pytest.fixture
def look(qtbot: QtBot) -> Iterator[Callable[[Path], Onlooker]]:
    """The second window; closed afterwards."""
    opened: list[Onlooker] = []

    def begin(home: Path) -> Onlooker:
        premises = opening.enter_context(open_beside(home))
        onlooker = Onlooker(make_desk(premises))
        onlooker.open()
        opened.append(onlooker)
        return onlooker

    with ExitStack() as opening:
        yield begin
        for onlooker in opened:
            onlooker.window.close()
            QCoreApplication.processEvents()
            wait_for_all()
            QCoreApplication.processEvents()  # late answers still find their widgets
            onlooker.window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def files(home: Path) -> dict[str, bytes]:
    """What a home holds, but for the cache and what SQLite keeps for its readers."""
    kept = (path for path in home.rglob("*") if path.is_file() and not path.name.endswith("-shm"))
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in kept if home / "cache" not in path.parents}


def banner(onlooker: Onlooker) -> str:
    (cause,) = onlooker.desk.notices.board.causes
    return f"{cause.what} {cause.meaning} {cause.remedy}"


def test_the_second_one_opens_to_look_and_writes_nothing(other: Other, home: Path, qapp: QApplication) -> None:
    seen: list[str] = []
    (home / "settings.json").write_text((home / "settings.json").read_text().replace('"dark"', '"purple"'))
    before = files(home)

    def read() -> None:
        (window,) = (one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible())
        seen.extend([*window.rail.entries, window.bar.state.text(), texts(window)])
        logging.getLogger("app").info("not into the other one's log")
        window.change_theme()
        window.sign_in()
        window.close()
        window.deleteLater()

    QTimer.singleShot(500, read)
    QTimer.singleShot(20_000, qapp.quit)
    assert open_desktop(home) == 0
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert seen[:3] == ["annotate", "history", "Only looking"]
    assert re.search(rf"works in this data directory, on {socket.gethostname()} since [-: 0-9]+\.", seen[3])
    assert files(home) == before


def test_what_the_other_one_does_shows_after_looking_again(
    other: Other, home: Path, look: Callable[[Path], Onlooker], qtbot: QtBot
) -> None:
    onlooker = look(home)
    (history,) = (kept for kept in onlooker.desk.kept if isinstance(kept, HistoryScreen))
    qtbot.waitUntil(lambda: history.view.table.model().rowCount() >= 2)
    place = onlooker.window.open_screen("annotate")
    assert "No dataset yet" in texts(place)
    other.make("Plates")
    onlooker.window.banner.acted.emit()
    assert "Plates" in texts(place)
    assert "works in this data directory" in banner(onlooker)
    other.close()
    onlooker.look_again()
    assert "Plates" in texts(place)
    assert banner(onlooker).startswith("The other Loupe has been closed.")


def test_where_an_older_loupe_works_it_is_told(home: Path, tmp_path: Path, qapp: QApplication) -> None:
    with Store(Home(tmp_path / "old")), pytest.raises(Trouble) as raised:  # its tables lack those of labeling
        open_desktop(tmp_path / "old")
    assert "An older Loupe works in" in raised.value.what
    assert "Close the other Loupe" in raised.value.remedy


@pytest.mark.parametrize("language", list(Language))
def test_both_themes_and_sizes(
    other: Other, home: Path, look: Callable[[Path], Onlooker], theme: str, language: Language, qapp: QApplication
) -> None:
    other.make("Plates")
    translators = load_language(qapp, language)
    onlooker = look(home)
    for screen in ("history", "annotate"):
        onlooker.window.open_screen(screen)
        wait_for_all()
        for size in SIZES:
            onlooker.window.resize(*size)
            picture = shoot(onlooker.window, f"onlooker-{screen}-{language}", theme)  # type: ignore[arg-type]
            assert not picture.isNull()
    load_language(qapp, Language.ENGLISH)
    for translator in translators:
        qapp.removeTranslator(translator)
