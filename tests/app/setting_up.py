"""What the screens of setting up are shown with: people in memory, a camera's declaration, and what can be read there."""

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QWidget

from app.session import Session, SignedIn
from vision.cameras import Capabilities, Limits
from vision.inspection import Frame, ManualClock, Trouble
from vision.recipe import TriggerMode
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
PIN = "1234"


@dataclass(frozen=True, kw_only=True)
class Person:
    """An operator."""

    name: str
    role: Role
    active: bool = True


ADA = Person(name="Ada", role=Role.LINE_LEAD)
BEN = Person(name="Ben", role=Role.INSPECTOR)


class People:
    """The operators in memory; `by` tells who made each change."""

    def __init__(self, *people: Person) -> None:
        self.people = {person.name: person for person in people}
        self.pins = dict.fromkeys(self.people, PIN)
        self.by: list[str] = []

    def everyone(self) -> list[Person]:
        return list(self.people.values())

    def add(self, name: str, role: Role, pin: str, by: str) -> None:
        self.people[name], self.pins[name] = Person(name=name, role=role), pin
        self.by.append(by)

    def change_pin(self, name: str, pin: str, by: str) -> None:
        self.pins[name] = pin
        self.by.append(by)

    def deactivate(self, name: str, by: str) -> None:
        self.people[name] = replace(self.people[name], active=False)
        self.by.append(by)

    def verify(self, name: str, pin: str) -> SignedIn:
        if self.pins[name] != pin:
            raise Trouble("The PIN is wrong.", "", "Wait 30 s.")
        return SignedIn(name=name, role=self.people[name].role)

    def session(self) -> Session:
        """Nobody is signed in yet."""
        return Session(self.verify, lambda: bool(self.people), ManualClock())


def texts(screen: QWidget) -> str:
    """Everything that can be read on a screen."""
    return "\n".join(label.text() for label in screen.findChildren(QWidget) if hasattr(label, "text"))  # type: ignore[attr-defined]


def focusable(screen: QWidget) -> list[QWidget]:
    """What Tab should reach; the line edit inside a number field is part of that field."""
    found = [child for child in screen.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [
        child
        for child in found
        if child.isVisibleTo(screen)
        and not (isinstance(child, QLineEdit) and isinstance(child.parent(), QDoubleSpinBox))
    ]
