"""A number with a minus and a plus that a gloved finger hits: for settings and camera features."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from app.i18n import translate
from app.theme import font
from app.theme.tokens import TOUCH
from app.widgets.button import Button, Target
from app.widgets.card import row

# NoButtons would be the word for it, but under a style sheet Qt then gives the text one pixel of width.
_SHEET = f"""
QDoubleSpinBox {{ min-height: {TOUCH - 2}px; padding: 0; }}
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{ width: 0; height: 0; border: none; }}
"""
_SETTLE_MS = 400
"""A held-down button counts as one change: it is told once the finger has left."""


class NumberField(QWidget):
    """`value_changed` speaks once a value has settled, never for `set_value`."""

    value_changed = Signal(float)

    def __init__(self, name: str, *, unit: str = "", decimals: int = 0, step: float = 1) -> None:
        super().__init__()
        self.spin = QDoubleSpinBox()
        self.spin.setStyleSheet(_SHEET)
        self.spin.setKeyboardTracking(False)
        self.spin.setDecimals(decimals)
        self.spin.setSingleStep(step)
        self.spin.setSuffix(f" {unit}" if unit else "")
        self.spin.setGroupSeparatorShown(False)
        self.spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.spin.setMinimumWidth(96)
        self.spin.setFont(font(18))
        self.spin.setAccessibleName(name)
        self._less = self._stepper("minus", translate("NumberField", "Less: {name}").format(name=name), -1)
        self._more = self._stepper("plus", translate("NumberField", "More: {name}").format(name=name), 1)
        layout = row(self._less, self.spin, self._more, gap=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._settle = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(lambda: self.value_changed.emit(self.spin.value()))
        self.spin.valueChanged.connect(lambda _: self._settle.start())

    @property
    def value(self) -> float:
        """What stands in the field."""
        return self.spin.value()

    def set_value(self, value: float | None) -> None:
        """Show a value, or a dash for None; what a person is typing right now is not overwritten."""
        if self._settle.isActive() or (self.spin.hasFocus() and self.spin.lineEdit().isModified()):
            return
        with QSignalBlocker(self.spin):
            self.spin.setSpecialValueText("–" if value is None else "")
            self.spin.setValue(self.spin.minimum() if value is None else value)

    def set_limits(self, low: float, high: float) -> None:
        """Lowest and highest value that can be typed."""
        with QSignalBlocker(self.spin):
            self.spin.setRange(low, high)

    def set_growing_steps(self) -> None:
        """Steps of a tenth of the value's magnitude: for exposure times, which span six decades."""
        self.spin.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)

    def set_reason(self, reason: str) -> None:
        """Disable with a reason for tooltip and screen reader; an empty reason enables."""
        self.setEnabled(not reason)
        self.setToolTip(reason)
        self.spin.setAccessibleDescription(reason)

    def _stepper(self, icon: str, name: str, steps: int) -> Button:
        button = Button(icon_name=icon, target=Target.TOUCH, name=name)
        button.setFixedWidth(TOUCH)
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: self.spin.stepBy(steps))
        return button


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    show_alone(lambda: NumberField("Gain", unit="dB", decimals=1, step=0.5))
