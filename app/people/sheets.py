"""The dialogs of the People screen: add an operator, change a PIN, sign in. Digits are never shown."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.i18n import told, translate
from app.people.words import ROLE_ICONS, role_line, role_name
from app.theme import font
from app.theme.tokens import GAP, TOUCH
from app.widgets.button import Button, Kind
from app.widgets.card import row
from app.widgets.choice_row import ChoiceRow
from app.widgets.confirm_dialog import Sheet
from app.widgets.pin_pad import PinPad
from app.widgets.scroll import scrolled
from app.widgets.text import Size, Text, Tone
from vision.inspection import Trouble
from vision.storage.operators import Role

_ADD_WIDTH, _SIGN_IN_WIDTH, _PIN_WIDTH = 940, 840, 386
_PAD_WIDTH = 336
_MESSAGE_HEIGHT = 66
"""Three lines: what happened, and for how long to wait."""
_LONGEST_NAME = 80


class TwicePad(PinPad):
    """Asks for a new PIN twice; `completed` carries both."""

    completed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._first = ""
        _fix_size(self)
        self.entered.connect(self._on_entered)
        self.start_again()

    def start_again(self, message: str = "") -> None:
        """Forget both, and say why."""
        self._first = ""
        self.clear()
        self.show_message(message or translate("People", "Type a PIN of 4 to 12 digits."))

    def _on_entered(self, digits: str) -> None:
        if not self._first:
            self._first = digits
            self.show_message(translate("People", "Type the same PIN again."))
            return
        first, self._first = self._first, ""
        self.completed.emit(first, digits)


class AddSheet(Sheet):
    """Name, role and PIN of a new operator. `completed` carries name, role and the PIN twice."""

    completed = Signal(str, object, str, str)

    def __init__(self, parent: QWidget | None, roles: Sequence[Role]) -> None:
        super().__init__(parent, translate("People", "Add an operator"), width=_ADD_WIDTH)
        self.name = QLineEdit()
        self.name.setStyleSheet(f"QLineEdit {{ min-height: {TOUCH - 2}px; }}")
        self.name.setFont(font(18))
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setAccessibleName(translate("People", "Name"))
        self.pad = TwicePad()
        self.pad.completed.connect(self._on_pin)
        self._group = QButtonGroup(self)
        self._roles = tuple(roles)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(self._form(roles), 1)
        both.addWidget(self.pad)
        self.body.addLayout(both)
        cancel = _cancel(self)
        self.buttons.addLayout(row(None, cancel))
        self.name.setFocus()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say why nobody was added; name and role stay."""
        self.pad.start_again(told(trouble.what, trouble.remedy))

    def _form(self, roles: Sequence[Role]) -> QVBoxLayout:
        form = QVBoxLayout()
        form.setSpacing(8)
        form.addWidget(Text(translate("People", "Name"), Size.LABEL, Tone.SOFT))
        form.addWidget(self.name)
        form.addSpacing(8)
        form.addWidget(Text(translate("People", "Role"), Size.LABEL, Tone.SOFT))
        for number, role in enumerate(roles):
            choice = ChoiceRow(role_name(role), role_line(role), icon_name=ROLE_ICONS[role])
            choice.setChecked(number == 0)
            self._group.addButton(choice, number)
            form.addWidget(choice)
        if len(roles) == 1:
            note = translate("People", "The first operator is a line lead, who adds the others.")
            form.addWidget(Text(note, Size.LABEL, Tone.SOFT, wraps=True))
        form.addStretch(1)
        return form

    def _on_pin(self, first: str, second: str) -> None:
        self.completed.emit(self.name.text(), self._roles[self._group.checkedId()], first, second)


class PinSheet(Sheet):
    """A new PIN for somebody. `completed` carries it twice."""

    completed = Signal(str, str)

    def __init__(self, parent: QWidget | None, name: str) -> None:
        title = translate("People", "New PIN for {name}").format(name=name)
        super().__init__(parent, title, width=_PIN_WIDTH)
        self.pad = TwicePad()
        self.pad.completed.connect(self.completed)
        self.body.addWidget(self.pad)
        self.buttons.addWidget(_cancel(self))
        self.pad.setFocus()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say why the PIN stays as it was."""
        self.pad.start_again(told(trouble.what, trouble.remedy))


class SignInSheet(Sheet):
    """Pick a name, type the PIN. Setters are those of `SignInView`."""

    opened = Signal()
    chosen = Signal(str)
    pin_entered = Signal(str)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, translate("People", "Who are you?"), width=_SIGN_IN_WIDTH)
        self.pad = PinPad()
        _fix_size(self.pad)
        self.pad.entered.connect(self.pin_entered)
        self._group = QButtonGroup(self)
        self._names = QVBoxLayout()
        self._names.setSpacing(8)
        self._names.setContentsMargins(0, 0, 8, 0)
        content = QWidget()
        content.setLayout(self._names)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addWidget(scrolled(content), 1)
        both.addWidget(self.pad)
        self.body.addLayout(both)
        self.buttons.addLayout(row(None, _cancel(self)))

    def show_names(self, names: tuple[str, ...], chosen: str) -> None:
        for name in names:
            button = Button(name, icon_name="user")
            button.setCheckable(True)
            button.setChecked(name == chosen)
            button.clicked.connect(lambda _=False, name=name: self._on_name(name))
            self._group.addButton(button)
            self._names.addWidget(button)
        self._names.addStretch(1)
        self.pad.show_message("" if chosen else translate("People", "Pick your name, then type the PIN."))
        if chosen:
            self.pad.setFocus()

    def show_trouble(self, trouble: Trouble) -> None:
        self.pad.show_message(told(trouble.what, trouble.remedy))

    def clear_pin(self) -> None:
        self.pad.clear()

    def finish(self) -> None:
        self.accept()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)
        self.opened.emit()

    def _on_name(self, name: str) -> None:
        self.pad.show_message(translate("People", "Type your PIN, {name}.").format(name=name))
        self.pad.setFocus()
        self.chosen.emit(name)


def _fix_size(pad: PinPad) -> None:
    """Room for a long message from the start, so that no key moves under a finger."""
    pad.setFixedWidth(_PAD_WIDTH)
    pad.message.setFixedHeight(_MESSAGE_HEIGHT)


def _cancel(sheet: Sheet) -> Button:
    button = Button(translate("People", "Cancel"), kind=Kind.QUIET)
    button.setAutoDefault(False)
    button.clicked.connect(sheet.reject)
    button.setMinimumWidth(160 + GAP)
    return button
