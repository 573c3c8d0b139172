"""The Settings screen as a person meets it: at once, undone, explained."""

from datetime import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from app.preferences import about
from app.preferences.presenter import StorageConsequence
from app.preferences.screen import make_settings_screen
from app.preferences.view import SettingsScreen
from app.preferences.words import read_shifts, shifts_text, storage_sentences
from app.settings import SettingsBook, SettingsFile, Shift, Theme
from tests.app.setting_up import People, focusable, texts

pytestmark = pytest.mark.usefixtures("light")


def test_a_settings_change_on_the_screen_is_saved_and_undone(qtbot: QtBot, tmp_path: Path) -> None:
    book = SettingsBook(SettingsFile(tmp_path / "settings.json"))
    parts = make_settings_screen(book, People().session(), lambda: None)
    qtbot.addWidget(parts.view)
    parts.view.show()
    light = next(b for b in parts.view.findChildren(QAbstractButton) if b.accessibleName() == "Look: Light")
    light.click()
    assert book.current.theme is Theme.LIGHT
    undo = next(b for b in parts.view.findChildren(QAbstractButton) if b.text() == "Undo")
    undo.click()
    assert book.current.theme is Theme.DARK
    assert not light.isChecked()


@pytest.mark.parametrize(("typed", "stored"), [("A 06:00, B 14.30", "A 06:00, B 14:30"), ("", ""), ("A 6", None)])
def test_shifts_as_people_write_them(qtbot: QtBot, tmp_path: Path, typed: str, stored: str | None) -> None:
    parts = make_settings_screen(SettingsBook(SettingsFile(tmp_path / "s.json")), People().session(), lambda: None)
    qtbot.addWidget(parts.view)
    said: list[Any] = []
    parts.view.changed.connect(lambda key, value: said.append((key, value)))
    field = next(f for f in parts.view.findChildren(QLineEdit) if f.accessibleName() == "Shifts")
    field.setText(typed)
    field.editingFinished.emit()
    if stored is None:
        assert not said
        assert "A 06:00, with a comma" in texts(parts.view)
    elif stored:
        assert shifts_text(said[0][1]) == stored
    assert read_shifts("Night 22:00") == (Shift(name="Night", starts=time(22)),)
    assert read_shifts("Night 25:00") is None


def test_settings_that_one_may_not_change_are_off_and_say_why(qtbot: QtBot) -> None:
    view = SettingsScreen()
    qtbot.addWidget(view)
    view.allow_changes(False)
    states = {w.accessibleName(): w.isEnabled() for w in focusable(view) if w.accessibleName()}
    assert not states["Look: Dark"]
    assert not states["Station name"]
    assert "sign in first" in texts(view)


def test_the_consequences_of_retention_are_sentences() -> None:
    meant = StorageConsequence(used_gb=20, free_gb=30, quota_gb=100, days_until_quota=1.5, quota_exceeds_disk=True)
    said = " ".join(storage_sentences(meant))
    assert "Images take 20.0 GB of 100 GB" in said
    assert "the disk is full in 36 hours" in said
    assert "make the room smaller" in said
    assert "never removed" in said


def test_about_names_the_licences_of_what_is_bundled() -> None:
    text = about.licence_text()
    assert "OFL-1.1" in text
    assert "Open Font License" in text
    assert "ISC License" in text
