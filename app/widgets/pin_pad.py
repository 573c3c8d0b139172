"""A numeric pad with 76 px keys for gloved fingers; a keyboard types into it too."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.i18n import translate
from app.theme import Weight, font
from app.theme.tokens import GAP
from app.widgets.button import Button, Kind
from app.widgets.text import Size, Text, Tone

_KEYS = ("7", "8", "9", "4", "5", "6", "1", "2", "3")
_DOT = "\u25cf"


class PinPad(QWidget):
    """Collects digits without showing them. `entered` with the digits when OK is pressed, `changed` with their count."""

    entered = Signal(str)
    changed = Signal(int)

    def __init__(self, *, lowest: int = 4, highest: int = 12) -> None:
        super().__init__()
        self._lowest, self._highest = lowest, highest
        self._digits = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("PinPad", "PIN"))
        self.dots = Text()
        self.dots.setFont(font(28, Weight.BOLD))
        self.dots.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.dots.setMinimumHeight(40)
        self.message = Text(size=Size.LABEL, tone=Tone.SOFT, wraps=True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setMinimumHeight(24)
        self.back = Button(icon_name="arrow-left", name=translate("PinPad", "Delete the last digit"))
        self.done = Button(icon_name="check", kind=Kind.PRIMARY, name=translate("PinPad", "Take this PIN"))
        self.keys = {digit: Button(digit, name=digit) for digit in "0123456789"}
        self._lay_out()
        self._refresh()

    def clear(self) -> None:
        """Forget the digits."""
        self._digits = ""
        self._refresh()

    def show_message(self, text: str) -> None:
        """A line below the dots, such as "Wrong PIN. Try again in 30 s."."""
        self.message.setText(text)
        self.setAccessibleDescription(text)

    def press(self, digit: str) -> None:
        """Add a digit."""
        if len(self._digits) < self._highest:
            self._digits += digit
            self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text.isdigit() and text.isascii():
            self.press(text)
        elif event.key() == Qt.Key.Key_Backspace:
            self._take_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        else:
            super().keyPressEvent(event)

    def _take_back(self) -> None:
        self._digits = self._digits[:-1]
        self._refresh()

    def _finish(self) -> None:
        if len(self._digits) >= self._lowest:
            digits, self._digits = self._digits, ""
            self._refresh()
            self.entered.emit(digits)

    def _refresh(self) -> None:
        self.dots.setText(" ".join(_DOT * len(self._digits)))
        self.dots.setAccessibleName(translate("PinPad", "{count} digits").format(count=len(self._digits)))
        self.done.setEnabled(len(self._digits) >= self._lowest)
        self.changed.emit(len(self._digits))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for index, digit in enumerate(_KEYS):
            grid.addWidget(self.keys[digit], index // 3, index % 3)
        grid.addWidget(self.back, 3, 0)
        grid.addWidget(self.keys["0"], 3, 1)
        grid.addWidget(self.done, 3, 2)
        for digit, key in self.keys.items():
            key.setFont(font(28, Weight.SEMIBOLD))
            key.setMinimumWidth(96)
            key.clicked.connect(lambda _checked=False, digit=digit: self.press(digit))
        self.back.clicked.connect(self._take_back)
        self.done.clicked.connect(self._finish)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.dots)
        layout.addWidget(self.message)
        layout.addLayout(grid)


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    show_alone(PinPad)
