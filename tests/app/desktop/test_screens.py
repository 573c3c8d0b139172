"""Every screen of the rail in the real window: reachable by its key, named, and closed to whom it does not belong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.desktop.screens import MAKERS
from app.people.sheets import SignInSheet
from app.session import NotAllowed, Permission
from app.settings import Language, Theme
from app.widgets.button import Button
from tests.app.desktop.conftest import RECIPE, OpenApp, Opened
from vision.storage import AuditLog
from vision.storage.operators import Role

KEYS = {
    "live": Qt.Key.Key_F1,
    "review": Qt.Key.Key_F2,
    "annotate": Qt.Key.Key_F3,
    "teach": Qt.Key.Key_F4,
    "history": Qt.Key.Key_F5,
    "studies": Qt.Key.Key_F6,
    "cameras": Qt.Key.Key_F7,
    "people": Qt.Key.Key_F8,
    "settings": Qt.Key.Key_F10,
}


def focusable(parent: QWidget) -> Iterator[QWidget]:
    """What Tab can come to now; Qt's own inner parts are not ours."""
    for child in parent.findChildren(QWidget):
        reachable = child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reachable and not child.objectName().startswith("qt_"):
            yield child


def test_every_screen_opens_by_its_key_and_by_the_rail(home: Path, open_app: OpenApp) -> None:
    opened = open_app(home)
    window = opened.shell.window
    window.activateWindow()
    opened.until(window.isActiveWindow)
    shown: list[str] = []
    window.screen_shown.connect(shown.append)
    for key in KEYS.values():
        opened.qtbot.keyClick(window, key)
    for entry in window.rail.entries.values():
        opened.qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert shown == list(KEYS) * 2
    assert list(KEYS) == list(MAKERS)


@pytest.mark.parametrize("key", KEYS)
def test_every_widget_that_can_have_the_keyboard_has_a_name(home: Path, open_app: OpenApp, key: str) -> None:
    opened = open_app(home)
    opened.inspect(1)
    opened.stop()
    opened.shell.window.open_screen(key)
    found = list(focusable(opened.shell.window))
    assert len(found) > len(KEYS)
    assert [repr(child) for child in found if not child.accessibleName().strip()] == []


def test_every_widget_of_the_guided_path_has_a_name(fresh_home: Path, open_app: OpenApp) -> None:
    window = open_app(fresh_home).shell.window
    assert [repr(child) for child in focusable(window) if not child.accessibleName().strip()] == []


def button(screen: QWidget, text: str) -> Button:
    return next(b for b in screen.findChildren(Button) if text in (b.text(), b.accessibleName()))


@pytest.fixture
def staffed(home: Path, open_app: OpenApp) -> Opened:
    """A station with a line lead, an engineer and an inspector; nobody is signed in."""
    opened = open_app(home)
    operators = opened.desk.operators
    operators.add("Lea", Role.LINE_LEAD, "1111", "Lea")
    operators.add("Eva", Role.QUALITY_ENGINEER, "2222", "Lea")
    operators.add("Ina", Role.INSPECTOR, "3333", "Lea")
    opened.desk.session.operators_changed()
    return opened


PINS = {"Lea": "1111", "Eva": "2222", "Ina": "3333"}


def allowed(opened: Opened) -> dict[str, bool]:
    """What the screens let the person at the station do."""
    window = opened.shell.window
    teach, cameras = window.open_screen("teach"), window.open_screen("cameras")
    people, settings = window.open_screen("people"), window.open_screen("settings")
    quota = next(child for child in focusable(settings) if child.accessibleName() == "Room for images")
    return {
        "teach": "sign in" not in button(teach, "Teach").accessibleDescription(),
        "cameras": "sign in" not in button(cameras, "Use this camera").accessibleDescription(),
        "people": button(people, "Add an operator").isEnabled(),
        "settings": quota.isEnabled(),
    }


@pytest.mark.parametrize(
    ("who", "may"),
    [
        (None, set()),
        ("Ina", set()),
        ("Eva", {"teach", "cameras", "settings"}),
        ("Lea", {"teach", "cameras", "settings", "people"}),
    ],
)
def test_each_role_finds_its_own_things_enabled(staffed: Opened, who: str | None, may: set[str]) -> None:
    everything = allowed(staffed)
    assert not any(everything.values())
    if who is not None:
        staffed.desk.session.sign_in(who, PINS[who])
    assert {key for key, is_allowed in allowed(staffed).items() if is_allowed} == may
    staffed.desk.session.sign_out()
    assert not any(allowed(staffed).values())


def test_an_inspector_is_refused_behind_the_screens_too(staffed: Opened) -> None:
    desk = staffed.desk
    desk.session.sign_in("Ina", PINS["Ina"])
    for permission in set(Permission) - {Permission.INSPECT, Permission.REVIEW, Permission.TOLERATE}:
        with pytest.raises(NotAllowed):
            desk.session.require(permission)
    before = desk.book.current
    for kept in desk.kept:
        presenter = getattr(kept, "presenter", kept)
        change = getattr(presenter, "change", None)
        if change is not None and type(presenter).__name__ == "SettingsPresenter":
            for key, value in (("station", "Mine"), ("theme", Theme.LIGHT), ("language", Language.GERMAN)):
                change(key, value)
    assert desk.book.current == before


def test_an_inspector_runs_the_released_version_and_no_other(staffed: Opened) -> None:
    desk = staffed.desk
    library = desk.premises.recipes
    name = library.names()[0]
    active = library.load(name)
    folder = library.version_folder(name, active.version)
    files = {view.model.file: folder / view.model.file for view in active.views}
    library.release(name, active.version, by="Lea", time=active.created)
    library.save(active.model_copy(update={"version": active.version + 1}), files)
    desk.session.sign_in("Ina", PINS["Ina"])
    (offer,) = [offer for offer in desk.station.offers() if offer.name == name]
    assert offer.versions == (active.version,)
    with pytest.raises(NotAllowed):
        desk.station.choose(name, active.version + 1, None)
    desk.session.sign_in("Eva", PINS["Eva"])
    (offer,) = [offer for offer in desk.station.offers() if offer.name == name]
    assert offer.versions == (active.version, active.version + 1)


def test_the_line_runs_for_an_inspector_and_the_records_say_who(staffed: Opened) -> None:
    staffed.desk.session.sign_in("Ina", PINS["Ina"])
    staffed.inspect(2)
    staffed.desk.session.sign_out()
    before = len(staffed.records())
    staffed.until(lambda: len(staffed.records()) > before + 2)
    staffed.stop()
    people = [record.operator for record in staffed.records()]
    assert people[0] == "Ina"
    assert people[-1] is None
    assert "Ina" not in people[people.index(None) :]


def test_signing_in_at_the_bar_shows_the_person(staffed: Opened) -> None:
    window = staffed.shell.window

    def sign_in() -> None:
        sheet = QApplication.activeModalWidget()
        if not isinstance(sheet, SignInSheet):
            QTimer.singleShot(10, sign_in)
            return
        sheet.chosen.emit("Eva")
        sheet.pin_entered.emit("2222")

    QTimer.singleShot(0, sign_in)
    staffed.qtbot.mouseClick(window.bar.person, Qt.MouseButton.LeftButton)
    assert staffed.desk.session.operator == "Eva"
    assert "Eva" in window.bar.person.text()
    staffed.qtbot.mouseClick(window.bar.person, Qt.MouseButton.LeftButton)
    assert staffed.desk.session.operator is None


def test_every_change_says_who(staffed: Opened) -> None:
    desk = staffed.desk
    desk.session.sign_in("Eva", PINS["Eva"])
    desk.station.choose(RECIPE, 1, "L-9")
    changes = [entry for entry in AuditLog(staffed.premises.store.database).entries() if entry.who == "Eva"]
    assert changes
    assert desk.book.current.last_lot == "L-9"


def test_the_theme_follows_its_key_and_is_kept(home: Path, open_app: OpenApp) -> None:
    opened = open_app(home)
    before = opened.desk.book.current.theme
    opened.shell.window.change_theme()
    assert opened.desk.book.current.theme is not before


def test_esc_leads_back_to_live(home: Path, open_app: OpenApp) -> None:
    opened = open_app(home)
    window = opened.shell.window
    for key in ("history", "cameras", "settings", "people"):
        window.open_screen(key)
        window.go_back()
        assert window.stack.currentWidget() is window.open_screen("live"), key


def test_the_first_run_of_the_window_leaves_no_dead_button(home: Path, open_app: OpenApp) -> None:
    """A button without reason that is disabled cannot be understood."""
    opened = open_app(home)
    view = opened.shell.window.open_screen("live")
    silent = [
        b.accessibleName()
        for b in view.findChildren(QPushButton)
        if b.isVisible() and not b.isEnabled() and not b.accessibleDescription()
    ]
    assert silent == []
