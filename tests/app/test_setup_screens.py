"""Cameras, People, Settings and the first start as a person meets them: named, reachable, and saying what was done."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDoubleSpinBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.cameras.presenter import CameraRow
from app.cameras.view import CamerasScreen
from app.first_start.ports import CameraChoice, ChoiceKind, Step
from app.first_start.view import FirstStartScreen
from app.people.screen import make_people_screen
from app.people.sheets import AddSheet, PinSheet, SignInSheet
from app.preferences.screen import make_settings_screen
from app.session import Session, SignedIn
from app.settings import SettingsBook, SettingsFile
from app.theme import ThemeName, apply_theme
from vision.cameras import Capabilities, Limits
from vision.inspection import Frame, ManualClock, Trouble
from vision.recipe import CameraSettings, Region, TriggerMode
from vision.storage.operators import Role

CAN = Capabilities(
    trigger_modes=frozenset({TriggerMode.SOFTWARE, TriggerMode.LINE}),
    pixel_formats=("Mono8", "Mono12"),
    exposure_time_us=Limits(low=20, high=200_000),
    gain_db=Limits(low=0, high=24),
    roi=True,
    sensor_width=1280,
    sensor_height=960,
)
FRAME = Frame(pixels=np.full((48, 64), 90, np.uint8), camera="Virtual line")
TROUBLE = Trouble("Camera 1 stopped answering.", "", "Check the cable.")


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


def _cameras() -> QWidget:
    view = CamerasScreen()
    rows = [CameraRow(spec=spec, name=spec, detail="x", chosen=True, in_use=True) for spec in ("virtual", "usb:0")]
    view.show_cameras(tuple(rows))
    view.show_controls(
        CAN, CameraSettings(trigger_mode=TriggerMode.INTERVAL, roi=Region(x=8, y=8, width=64, height=64))
    )
    return view


def _people() -> QWidget:
    book = _Book(_Person(name="Ada", role=Role.LINE_LEAD), _Person(name="Ben", role=Role.INSPECTOR))
    return make_people_screen(book, _session(book)).view


def _settings(home: Path) -> QWidget:
    book = SettingsBook(SettingsFile(home / "settings.json"))
    return make_settings_screen(book, _session(_Book()), lambda: None).view


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


def _focusable(screen: QWidget) -> list[QWidget]:
    found = [child for child in screen.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
    inner = (QLineEdit,)
    return [
        child
        for child in found
        if child.isVisibleTo(screen) and not (isinstance(child, inner) and isinstance(child.parent(), QDoubleSpinBox))
    ]


def test_everything_that_takes_the_focus_has_a_name(screen: QWidget) -> None:
    nameless = [repr(child) for child in _focusable(screen) if not child.accessibleName().strip()]
    assert not nameless
    assert _focusable(screen)


def test_the_keyboard_reaches_everything(screen: QWidget, qtbot: QtBot) -> None:
    wanted = {child for child in _focusable(screen) if child.isEnabled()}
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
        for child in _focusable(screen)
        if isinstance(child, QAbstractButton | QLineEdit | QComboBox | QDoubleSpinBox) and child.height() < 44
    ]
    assert not small
