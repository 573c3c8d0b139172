"""Cameras, People, Settings and the first start as a person meets them: named, reachable, and saying what was done."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDoubleSpinBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.cameras.controls import CameraControls
from app.cameras.presenter import CameraRow, Focus
from app.cameras.preview import Quality, Sight
from app.cameras.view import CamerasScreen
from app.first_start.presenter import CameraChoice, ChoiceKind, Step, TaughtSummary, TeachProgress, TeachStage
from app.first_start.view import FirstStartScreen
from app.people.screen import IdleWatch, make_people_screen
from app.people.sheets import AddSheet, PinSheet, SignInSheet
from app.people.sign_in import SignInPresenter
from app.people.view import PeopleScreen
from app.preferences import about
from app.preferences.presenter import StorageConsequence
from app.preferences.screen import make_settings_screen
from app.preferences.view import SettingsScreen
from app.preferences.words import read_shifts, shifts_text, storage_sentences
from app.session import Session, SignedIn
from app.settings import SettingsBook, SettingsFile, Shift, Theme
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


def test_controls_show_what_the_camera_declares_and_nothing_else(qtbot: QtBot) -> None:
    controls = CameraControls()
    qtbot.addWidget(controls)
    controls.show_settings(CAN, CameraSettings(exposure_time_us=4000, trigger_mode=TriggerMode.LINE))
    controls.show()
    names = {spin.accessibleName(): spin for spin in controls.findChildren(QDoubleSpinBox) if spin.isVisible()}
    assert set(names) == {"Exposure", "Gain"}
    assert (names["Exposure"].minimum(), names["Exposure"].maximum(), names["Exposure"].value()) == (20, 200_000, 4000)
    controls.show_settings(Capabilities(trigger_modes=frozenset({TriggerMode.FREE})), CameraSettings())
    assert not [spin for spin in controls.findChildren(QDoubleSpinBox) if spin.isVisible()]


def test_choosing_the_interval_brings_its_field_and_its_value(qtbot: QtBot) -> None:
    controls = CameraControls()
    qtbot.addWidget(controls)
    controls.show_settings(CAN, CameraSettings())
    controls.show()
    said: list[CameraSettings] = []
    controls.changed.connect(said.append)
    box = next(box for box in controls.findChildren(QComboBox) if box.accessibleName() == "Trigger")
    box.setCurrentIndex(box.findText("At an interval"))
    box.activated.emit(box.currentIndex())
    assert said[-1].trigger_mode is TriggerMode.INTERVAL
    assert said[-1].interval_ms == 1500
    assert any(
        spin.accessibleName() == "Interval" and spin.isVisible() for spin in controls.findChildren(QDoubleSpinBox)
    )


def test_a_held_button_is_one_change(qtbot: QtBot) -> None:
    controls = CameraControls()
    qtbot.addWidget(controls)
    controls.show_settings(CAN, CameraSettings(gain_db=0))
    said: list[CameraSettings] = []
    controls.changed.connect(said.append)
    more = next(button for button in controls.findChildren(QAbstractButton) if button.accessibleName() == "More: Gain")
    for _ in range(5):
        more.click()
    qtbot.waitUntil(lambda: bool(said))
    assert [settings.gain_db for settings in said] == [2.5]


def test_a_value_that_the_camera_did_not_tell_is_a_dash(qtbot: QtBot) -> None:
    controls = CameraControls()
    qtbot.addWidget(controls)
    controls.show_settings(CAN, CameraSettings(gain_db=0))
    texts = {spin.accessibleName(): spin.text() for spin in controls.findChildren(QDoubleSpinBox)}
    assert texts["Exposure"] == "–"
    assert texts["Gain"] == "0.0 dB"


def test_a_region_starts_inside_and_goes_back_to_the_whole_sensor(qtbot: QtBot) -> None:
    controls = CameraControls()
    qtbot.addWidget(controls)
    controls.show_settings(CAN, CameraSettings())
    said: list[CameraSettings] = []
    controls.changed.connect(said.append)
    whole = next(b for b in controls.findChildren(QAbstractButton) if b.accessibleName().startswith("Whole sensor"))
    whole.click()
    region = said[-1].roi
    assert region is not None
    assert region.x + region.width <= 1280
    assert region.y + region.height <= 960
    whole.click()
    assert said[-1].roi is None


def _texts(screen: QWidget) -> str:
    return "\n".join(label.text() for label in screen.findChildren(QWidget) if hasattr(label, "text"))  # type: ignore[attr-defined]


def test_cameras_tells_light_focus_and_trouble(qtbot: QtBot) -> None:
    view = CamerasScreen()
    qtbot.addWidget(view)
    quality = Quality(levels=np.ones(256, np.int64), focus=2.0, clipped_share=0.3)
    view.show_sight(Sight(frame=FRAME, quality=quality, frames_per_s=24.2))
    view.show_focus(Focus(share=0.5, value=1, best=2))
    view.show_clipped(0.3, True)
    view.show_refusal(TROUBLE)
    for words in ("64 × 48 · 24 frames/s", "50 % of the best", "30.0 % of the pixels are overexposed: shorten"):
        assert words in _texts(view)
    assert "Camera 1 stopped answering. Check the cable." in _texts(view)
    view.show_no_sight(None, True)
    assert "Stop on Live" in _texts(view)
    assert "frames/s" not in _texts(view)


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


def test_the_first_line_lead_is_added_on_the_screen(qtbot: QtBot) -> None:
    book = _Book()
    session = _session(book)
    parts = make_people_screen(book, session)
    qtbot.addWidget(parts.view)
    parts.view.show()
    assert "This station is open" in _texts(parts.view)
    sheet = AddSheet(parts.view, (Role.LINE_LEAD,))
    sheet.completed.connect(parts.view.add_asked)
    sheet.name.setText("Ada")
    _type(sheet, "1234", qtbot)
    assert not book.people
    _type(sheet, "1234", qtbot)
    assert book.people["Ada"].role is Role.LINE_LEAD
    assert book.pins["Ada"] == "1234"


def test_two_different_pins_are_told_on_the_sheet(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    book = _Book(_Person(name="Ada", role=Role.LINE_LEAD))
    session = _session(book)
    session.sign_in("Ada", "1234")
    parts = make_people_screen(book, session)
    qtbot.addWidget(parts.view)
    told: list[str] = []

    def exec_(sheet: PinSheet) -> None:
        _type(sheet, "1111", qtbot)
        _type(sheet, "2222", qtbot)
        told.append(sheet.pad.message.text())

    monkeypatch.setattr(PinSheet, "exec", exec_)
    parts.presenter.refresh()
    next(b for b in parts.view.findChildren(QAbstractButton) if b.text() == "Change PIN").click()
    assert "not the same" in told[0]
    assert book.pins["Ada"] == "1234"


def test_signing_in_on_the_dialog(qtbot: QtBot) -> None:
    book = _Book(_Person(name="Ada", role=Role.LINE_LEAD), _Person(name="Ben", role=Role.INSPECTOR))
    session = _session(book)
    sheet = SignInSheet(None)
    qtbot.addWidget(sheet)
    presenter = SignInPresenter(sheet, session, lambda: ["Ada", "Ben"])
    sheet.opened.connect(presenter.opened)
    sheet.chosen.connect(presenter.choose)
    sheet.pin_entered.connect(presenter.enter)
    sheet.show()
    next(b for b in sheet.findChildren(QAbstractButton) if b.text() == "Ben").click()
    _type(sheet, "0000", qtbot)
    assert "Wait 30 s" in sheet.pad.message.text()
    assert session.operator is None
    _type(sheet, "1234", qtbot)
    assert session.operator == "Ben"
    assert not sheet.isVisible()


def _type(sheet: AddSheet | PinSheet | SignInSheet, digits: str, qtbot: QtBot) -> None:
    qtbot.keyClicks(sheet.pad, digits)
    qtbot.keyClick(sheet.pad, Qt.Key.Key_Return)


def test_a_key_anywhere_keeps_a_person_signed_in(qtbot: QtBot, qapp: QApplication) -> None:
    book = _Book(_Person(name="Ada", role=Role.LINE_LEAD))
    clock = ManualClock()
    session = Session(book.verify, lambda: True, clock, idle_sign_out_min=1)
    session.sign_in("Ada", "1234")
    watch = IdleWatch(qapp, session)
    field = QLineEdit()
    qtbot.addWidget(field)
    clock.advance(50)
    qtbot.keyClicks(field, "a")
    clock.advance(50)
    assert not session.check_idle()
    clock.advance(11)
    assert session.check_idle()
    qapp.removeEventFilter(watch)
    watch.stop()
    watch.deleteLater()


def test_people_who_may_not_add_are_told_why(qtbot: QtBot) -> None:
    view = PeopleScreen()
    qtbot.addWidget(view)
    view.allow_adding(False, tuple(Role))
    assert "A line lead can add people" in _texts(view)


def test_the_guided_path_says_each_step(qtbot: QtBot) -> None:
    view = FirstStartScreen()
    qtbot.addWidget(view)
    view.show_no_look(TROUBLE)
    assert "Camera 1 stopped answering. Check the cable." in _texts(view)
    view.show_progress(TeachProgress(stage=TeachStage.CAPTURING, done=18, total=40, frame=FRAME))
    assert "18 of 40" in _texts(view)
    view.show_progress(None)
    view.show_taught(TaughtSummary(recipe="Tile", version=2, parts_used=30, parts_kept_aside=10))
    assert "Tile, version 2, is ready." in _texts(view)


def test_the_number_of_good_parts_is_asked_for(qtbot: QtBot) -> None:
    view = FirstStartScreen()
    qtbot.addWidget(view)
    asked: list[tuple[Any, ...]] = []
    view.teach_page.teach_asked.connect(lambda *what: asked.append(what))
    spin = next(s for s in view.findChildren(QDoubleSpinBox) if s.accessibleName() == "Good parts to capture")
    spin.setValue(60)
    next(b for b in view.findChildren(QAbstractButton) if b.text() == "Teach 60 good parts").click()
    assert asked == [("First recipe", 60, None)]
