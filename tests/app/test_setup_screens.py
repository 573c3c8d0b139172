"""Cameras, People, Settings and the first start as a person meets them: named, reachable, and saying what was done."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDoubleSpinBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.cameras.presenter import CameraRow
from app.cameras.view import CamerasScreen
from app.first_start.ports import CameraChoice, ChoiceKind, Step
from app.first_start.view import FirstStartScreen
from app.people.screen import make_people_screen
from app.people.sheets import AddSheet, PinSheet, SignInSheet
from app.preferences.screen import make_settings_screen
from app.settings import SettingsBook, SettingsFile
from tests.app.setting_up import ADA, BEN, CAN, People, focusable
from vision.recipe import CameraSettings, Region, TriggerMode
from vision.storage.operators import Role

pytestmark = pytest.mark.usefixtures("light")


def _cameras() -> QWidget:
    view = CamerasScreen()
    rows = [CameraRow(spec=spec, name=spec, detail="x", chosen=True, in_use=True) for spec in ("virtual", "usb:0")]
    view.show_cameras(tuple(rows))
    view.show_controls(
        CAN, CameraSettings(trigger_mode=TriggerMode.INTERVAL, roi=Region(x=8, y=8, width=64, height=64))
    )
    return view


def _people() -> QWidget:
    book = People(ADA, BEN)
    return make_people_screen(book, book.session()).view


def _settings(home: Path) -> QWidget:
    book = SettingsBook(SettingsFile(home / "settings.json"))
    return make_settings_screen(book, People().session(), lambda: None).view


def _first_start(step: Step) -> QWidget:
    view = FirstStartScreen()
    choice = CameraChoice(kind=ChoiceKind.FOLDER, spec="", name="", detail="", chosen=False)
    view.show_choices((replace(choice, kind=ChoiceKind.VIRTUAL, spec="virtual", chosen=True), choice))
    view.show_step(step)
    return view


@pytest.fixture(
    params=["cameras", "people", "settings", "camera step", "teach step", "run step", "add", "pin", "sign in"]
)
def screen(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[QWidget]:
    """Each screen and dialog of setting up, shown in its usual size."""
    makers: dict[str, Callable[[], QWidget]] = {
        "cameras": _cameras,
        "people": _people,
        "settings": lambda: _settings(tmp_path),
        "camera step": lambda: _first_start(Step.CAMERA),
        "teach step": lambda: _first_start(Step.TEACH),
        "run step": lambda: _first_start(Step.RUN),
        "add": lambda: AddSheet(None, tuple(Role)),
        "pin": lambda: PinSheet(None, "Ada"),
        "sign in": lambda: SignInSheet(None),
    }
    widget = makers[request.param]()
    qtbot.addWidget(widget)
    if isinstance(widget, SignInSheet):
        widget.show_names(("Ada", "Ben"), "")
    else:
        widget.resize(1188, 744)
    widget.show()
    yield widget
    widget.hide()


def test_everything_that_takes_the_focus_has_a_name(screen: QWidget) -> None:
    nameless = [repr(child) for child in focusable(screen) if not child.accessibleName().strip()]
    assert not nameless
    assert focusable(screen)


def test_the_keyboard_reaches_everything(screen: QWidget, qtbot: QtBot) -> None:
    wanted = {child for child in focusable(screen) if child.isEnabled()}
    # of a group of exclusive buttons Tab reaches the checked one, arrows the others
    wanted = {c for c in wanted if not (isinstance(c, QAbstractButton) and c.group() is not None)}
    start = screen.nextInFocusChain()
    reached, now = set(), start
    while True:
        reached.add(now)
        now = now.nextInFocusChain()
        if now is start:
            break
    assert wanted <= reached


def test_what_a_finger_touches_is_large_enough(screen: QWidget) -> None:
    small = [
        f"{child.accessibleName()} is {child.width()} x {child.height()}"
        for child in focusable(screen)
        if isinstance(child, QAbstractButton | QLineEdit | QComboBox | QDoubleSpinBox) and child.height() < 44
    ]
    assert not small
