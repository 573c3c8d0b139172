"""The Settings screen as a person meets it: at once, undone, explained."""

from dataclasses import dataclass, replace
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDoubleSpinBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.preferences import about
from app.preferences.presenter import StorageConsequence
from app.preferences.screen import make_settings_screen
from app.preferences.view import SettingsScreen
from app.preferences.words import read_shifts, shifts_text, storage_sentences
from app.session import Session, SignedIn
from app.settings import SettingsBook, SettingsFile, Shift, Theme
from app.theme import ThemeName, apply_theme
from vision.inspection import ManualClock, Trouble
from vision.storage.operators import Role


@pytest.fixture(autouse=True)
def _theme(qapp: QApplication) -> None:
    apply_theme(qapp, ThemeName.LIGHT)


@dataclass(frozen=True, kw_only=True)
class _Person:
    name: str
    role: Role
    active: bool = True


class _Book:
    """The operators in memory."""

    def __init__(self, *people: _Person) -> None:
        self.people = {person.name: person for person in people}
        self.pins = dict.fromkeys(self.people, "1234")

    def everyone(self) -> list[_Person]:
        return list(self.people.values())

    def add(self, name: str, role: Role, pin: str, by: str) -> None:
        self.people[name], self.pins[name] = _Person(name=name, role=role), pin

    def change_pin(self, name: str, pin: str, by: str) -> None:
        self.pins[name] = pin

    def deactivate(self, name: str, by: str) -> None:
        self.people[name] = replace(self.people[name], active=False)

    def verify(self, name: str, pin: str) -> SignedIn:
        if self.pins[name] != pin:
            raise Trouble("The PIN is wrong.", "", "Wait 30 s.")
        return SignedIn(name=name, role=self.people[name].role)


def _session(book: _Book) -> Session:
    return Session(book.verify, lambda: bool(book.people), ManualClock())


def _texts(screen: QWidget) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QWidget) if hasattr(label, "text"))  # type: ignore[attr-defined]


def _focusable(screen: QWidget) -> list[QWidget]:
    found = [child for child in screen.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
    inner = (QLineEdit,)
    return [
        child
        for child in found
        if child.isVisibleTo(screen) and not (isinstance(child, inner) and isinstance(child.parent(), QDoubleSpinBox))
    ]


def test_a_settings_change_on_the_screen_is_saved_and_undone(qtbot: QtBot, tmp_path: Path) -> None:
    book = SettingsBook(SettingsFile(tmp_path / "settings.json"))
    parts = make_settings_screen(book, _session(_Book()), lambda: None)
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
    parts = make_settings_screen(SettingsBook(SettingsFile(tmp_path / "s.json")), _session(_Book()), lambda: None)
    qtbot.addWidget(parts.view)
    said: list[Any] = []
    parts.view.changed.connect(lambda key, value: said.append((key, value)))
    field = next(f for f in parts.view.findChildren(QLineEdit) if f.accessibleName() == "Shifts")
    field.setText(typed)
    field.editingFinished.emit()
    if stored is None:
        assert not said
        assert "A 06:00, with a comma" in _texts(parts.view)
    elif stored:
        assert shifts_text(said[0][1]) == stored
    assert read_shifts("Night 22:00") == (Shift(name="Night", starts=time(22)),)
    assert read_shifts("Night 25:00") is None


def test_settings_that_one_may_not_change_are_off_and_say_why(qtbot: QtBot) -> None:
    view = SettingsScreen()
    qtbot.addWidget(view)
    view.allow_changes(False)
    states = {w.accessibleName(): w.isEnabled() for w in _focusable(view) if w.accessibleName()}
    assert states["Look: Dark"]
    assert not states["Station name"]
    assert "sign in first" in _texts(view)


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
