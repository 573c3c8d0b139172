"""A home that cannot be opened is told to whoever started the app: in a window, and to the terminal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from app.desktop.launch import open_demo, open_desktop
from app.i18n import Language, load_language
from app.theme import ThemeName, tokens
from vision.inspection import Trouble
from vision.storage import Home, Store


@pytest.fixture
def read(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What a person read in dialogs."""
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(f"{box.text()} {box.informativeText()}"))
    yield told
    load_language(qapp, Language.ENGLISH)


def test_a_second_line_of_the_demo_is_told_in_a_window(
    qapp: QApplication, tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    with Store(Home(tmp_path)), pytest.raises(Trouble) as raised:
        open_demo(tmp_path, 0)
    assert read == [str(raised.value)]


def test_a_home_that_is_a_file_is_told_in_a_window(
    qapp: QApplication, tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    (tmp_path / "home").write_text("")
    with pytest.raises(Trouble) as raised:
        open_desktop(tmp_path / "home")
    assert read == [str(raised.value)]


def test_the_window_has_the_stations_language_and_theme(
    qapp: QApplication, tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch, dark: ThemeName
) -> None:
    """Also when the home is not open yet, as its settings can be read all the same."""
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    (tmp_path / "settings.json").write_text('{"language": "de", "theme": "light"}')
    with Store(Home(tmp_path)), pytest.raises(Trouble):
        open_demo(tmp_path, 0)
    assert read[0].startswith("Ein anderes Loupe benutzt")
    assert "Das andere Loupe schließen" in read[0]
    assert tokens().name is ThemeName.LIGHT


def test_offscreen_nobody_is_asked_to_read(qapp: QApplication, tmp_path: Path, read: list[str]) -> None:
    with Store(Home(tmp_path)), pytest.raises(Trouble):
        open_demo(tmp_path, 0)
    assert read == []
