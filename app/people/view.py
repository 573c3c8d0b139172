"""The People screen: the list at the left, the chosen person at the right."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.i18n import told, translate
from app.people.presenter import Done, PersonRow
from app.people.sheets import AddSheet, PinSheet
from app.people.words import ROLE_ICONS, role_line, role_name
from app.theme.tokens import GAP
from app.widgets.button import Button, PrimaryButton
from app.widgets.card import Card
from app.widgets.choice_list import ChoiceList
from app.widgets.choice_row import ChoiceRow
from app.widgets.confirm_dialog import ConfirmDialog
from app.widgets.empty_state import EmptyState
from app.widgets.scroll import scrolled
from app.widgets.text import Size, Text, Tone
from app.widgets.toast import Toast
from vision.inspection import Trouble
from vision.storage.operators import Role

_SIDE_WIDTH = 420


class PeopleScreen(QWidget):
    """Signals say what a person did; setters are those of `PeopleView`."""

    shown = Signal()
    add_asked = Signal(str, object, str, str)
    """Name, role, PIN, PIN again."""
    pin_asked = Signal(str, str, str)
    """Name, PIN, PIN again."""
    deactivate_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[PersonRow, ...] = ()
        self._chosen = ""
        self._new_roles: tuple[Role, ...] = tuple(Role)
        self._sheet: AddSheet | PinSheet | None = None
        self._list = ChoiceList()
        self._list.chosen.connect(self._on_chosen)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GAP, GAP, GAP, GAP)
        self._stack = QStackedLayout()
        outer.addLayout(self._stack)
        self._stack.addWidget(self._build_empty())
        self._stack.addWidget(self._build_list())
        self._toast = Toast(self)

    # ---- setters of `PeopleView`

    def show_people(self, rows: tuple[PersonRow, ...]) -> None:
        self._rows = rows
        names = [person.name for person in rows]
        if self._chosen not in names:
            self._chosen = next((person.name for person in rows if person.is_me), names[0] if names else "")
        self._list.show_rows({person.name: _choice(person) for person in rows}, self._chosen)
        self._show_details()

    def show_open_station(self, is_open: bool) -> None:
        self._stack.setCurrentIndex(0 if is_open else 1)

    def allow_adding(self, allowed: bool, roles: tuple[Role, ...]) -> None:
        self._new_roles = roles
        reason = "" if allowed else translate("People", "A line lead can add people: sign in first.")
        self._add.set_reason(reason)
        self._why_not.setText(reason)
        self._why_not.setVisible(bool(reason))

    def show_trouble(self, trouble: Trouble) -> None:
        if self._sheet is not None:
            self._sheet.show_trouble(trouble)
        else:
            self._toast.show_text(told(trouble.what, trouble.remedy))

    def show_done(self, done: Done, name: str) -> None:
        if self._sheet is not None:
            self._sheet.accept()
        text = {
            Done.ADDED: translate("People", "{name} can sign in now."),
            Done.PIN_CHANGED: translate("People", "{name} has a new PIN."),
            Done.DEACTIVATED: translate("People", "{name} can no longer sign in."),
        }[done]
        self._toast.show_text(text.format(name=name))

    # ---- building

    def _build_empty(self) -> QWidget:
        card = Card()
        empty = EmptyState(
            translate("People", "This station is open: everybody may do everything."),
            translate("People", "Add the people who work here. From then on every change says who made it."),
            icon_name="users",
            action=translate("People", "Add the first line lead"),
        )
        empty.started.connect(self._on_add)
        card.body.addWidget(empty)
        return card

    def _build_list(self) -> QWidget:
        page = QWidget()
        layout = QHBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        card = Card(translate("People", "People at this station"))
        card.body.addWidget(scrolled(self._list), 1)
        layout.addWidget(card, 1)
        layout.addLayout(self._build_side())
        return page

    def _build_side(self) -> QVBoxLayout:
        self._details = Card()
        self._details.setFixedWidth(_SIDE_WIDTH)
        self._name = Text("", Size.SCREEN_TITLE, wraps=True)
        self._role = Text("", Size.CARD_TITLE)
        self._line = Text("", Size.LABEL, Tone.SOFT, wraps=True)
        self._change_pin = Button(translate("People", "Change PIN"), icon_name="lock")
        self._deactivate = Button(translate("People", "Deactivate"), icon_name="x")
        self._change_pin.clicked.connect(self._on_change_pin)
        self._deactivate.clicked.connect(self._on_deactivate)
        for widget in (self._name, self._role, self._line):
            self._details.body.addWidget(widget)
        self._details.body.addStretch(1)
        self._details.body.addWidget(self._change_pin)
        self._details.body.addWidget(self._deactivate)
        self._why_not = Text("", Size.CAPTION, Tone.SOFT, wraps=True)
        self._add = PrimaryButton(translate("People", "Add an operator"), icon_name="plus")
        self._add.clicked.connect(self._on_add)
        side = QVBoxLayout()
        side.setSpacing(GAP)
        side.addWidget(self._details, 1)
        side.addWidget(self._why_not)
        side.addWidget(self._add)
        return side

    def _show_details(self) -> None:
        person = next((person for person in self._rows if person.name == self._chosen), None)
        if person is None:
            return
        self._name.setText(person.name)
        self._role.setText(role_name(person.role))
        state = _state(person)
        self._line.setText(f"{role_line(person.role)}." + (f"\n{state}." if state else ""))
        pin_reason = translate("People", "Everybody changes the own PIN; a line lead changes all.")
        lead_reason = translate("People", "A line lead can do this.")
        self._change_pin.set_reason("" if person.may_change_pin else pin_reason)
        self._deactivate.set_reason("" if person.may_deactivate else lead_reason)

    # ---- what a person does

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _on_chosen(self, name: str) -> None:
        self._chosen = name
        self._show_details()

    def _on_add(self) -> None:
        sheet = AddSheet(self, self._new_roles)
        sheet.completed.connect(self.add_asked)
        self._open(sheet)

    def _on_change_pin(self) -> None:
        name = self._chosen
        sheet = PinSheet(self, name)
        sheet.completed.connect(lambda first, second: self.pin_asked.emit(name, first, second))
        self._open(sheet)

    def _on_deactivate(self) -> None:
        name = self._chosen
        agreed = ConfirmDialog.ask(
            self,
            translate("People", "Deactivate {name}?").format(name=name),
            meaning=translate(
                "People", "{name} can no longer sign in. Everything they did stays in the records."
            ).format(name=name),
            go_on=translate("People", "Deactivate"),
            stay=translate("People", "Keep active"),
        )
        if agreed:
            self.deactivate_asked.emit(name)

    def _open(self, sheet: AddSheet | PinSheet) -> None:
        self._sheet = sheet
        sheet.exec()
        self._sheet = None
        sheet.deleteLater()


def _choice(person: PersonRow) -> ChoiceRow:
    return ChoiceRow(person.name, role_name(person.role), icon_name=ROLE_ICONS[person.role], state=_state(person))


def _state(person: PersonRow) -> str:
    if not person.active:
        return translate("People", "No longer active")
    return translate("People", "Signed in") if person.is_me else ""
