"""The rows of the Settings screen: a name, a hint, and one field that a gloved hand can use."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.button import Button, Target
from app.widgets.number_field import NumberField
from app.widgets.text import Size, Text, Tone

_FIELD_WIDTH = 284


class SettingRow(QWidget):
    """Name and hint at the left, the field at the right, and below it why a value was refused."""

    def __init__(self, name: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self._refusal = Text("", Size.CAPTION, wraps=True)
        self._refusal.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(Text(name, Size.BODY, wraps=True))
        if hint:
            words.addWidget(Text(hint, Size.CAPTION, Tone.FAINT, wraps=True))
        words.addWidget(self._refusal)
        words.addStretch(1)
        field.setFixedWidth(_FIELD_WIDTH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(words, 1)
        layout.addWidget(field, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_refusal(self, why: str) -> None:
        """Say why the last value was refused; an empty text ends it."""
        self._refusal.setText(why)
        self._refusal.setVisible(bool(why))


class Choices(QWidget):
    """Two or three words side by side, exactly one of them chosen."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: tuple[tuple[str, object], ...]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._values = [value for _, value in choices]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for number, (text, _) in enumerate(choices):
            button = Button(text, target=Target.TOUCH, name=f"{name}: {text}")
            button.setCheckable(True)
            self._group.addButton(button, number)
            layout.addWidget(button, 1)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._values[number]))

    def show_choice(self, value: object) -> None:
        """Mark one of the values."""
        self._group.button(self._values.index(value)).setChecked(True)


class NumberRow(SettingRow):
    """A setting row whose field is a whole number."""

    def __init__(self, name: str, hint: str, limits: tuple[float, float], unit: str) -> None:
        number = NumberField(name, unit=unit)
        number.set_limits(*limits)
        super().__init__(name, number, hint)
        self.number = number
