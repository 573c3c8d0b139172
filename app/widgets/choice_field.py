"""A name above a drop-down of values."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.widgets.drop_down import DropDown
from app.widgets.text import Size, Text, Tone


class ChoiceField(QWidget):
    """`chosen` carries the value that a person chose, never what `show_items` shows."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.box = DropDown(name)
        self._values: list[Any] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(Text(name, Size.LABEL, Tone.SOFT))
        layout.addWidget(self.box)
        # kept here, because Qt would hand back an enum as a plain string
        self.box.activated.connect(lambda index: self.chosen.emit(self._values[index]))

    def show_items(self, items: Sequence[tuple[str, object]], chosen: object) -> None:
        """Words and the values they stand for; nothing is marked when `chosen` is none of them."""
        self._values = [value for _, value in items]
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItems([text for text, _ in items])
            self.box.setCurrentIndex(self._values.index(chosen) if chosen in self._values else -1)


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    def _example() -> ChoiceField:
        field = ChoiceField("Pixel format")
        field.show_items((("Mono8", 8), ("Mono12", 12)), 8)
        return field

    show_alone(_example)
