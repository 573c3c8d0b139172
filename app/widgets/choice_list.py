"""Rows one below the other, of which one is chosen; put it into `scrolled` where there may be many."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from app.widgets.choice_row import ChoiceRow

_GAP = 8

Key = TypeVar("Key", bound=Hashable)


class ChoiceList(QWidget):
    """Filled anew as a whole; every row has a key that says what it stands for."""

    chosen = Signal(object)
    """The key of the row that a person touched."""

    def __init__(self, gap: int = _GAP) -> None:
        super().__init__()
        self._rows: dict[Hashable, QAbstractButton] = {}
        self._group = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(gap)
        self._layout.addStretch(1)

    @property
    def rows(self) -> tuple[QAbstractButton, ...]:
        """From top to bottom."""
        return tuple(self._rows.values())

    def show_rows(self, rows: Mapping[Key, QAbstractButton], chosen: Key | None = None) -> None:
        """Show these rows by their keys; the keyboard stays on the row of the same key."""
        focused = next((key for key, button in self._rows.items() if button.hasFocus()), None)
        self._clear()
        for number, (key, button) in enumerate(rows.items()):
            self._rows[key] = button
            button.setChecked(key == chosen)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._layout.insertWidget(number, button)
        if focused in self._rows:
            self._rows[focused].setFocus()

    def _clear(self) -> None:
        for button in self._rows.values():
            self._group.removeButton(button)
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._rows.clear()


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    def _example() -> QWidget:
        lines = ChoiceList()
        words = {"virtual": "Virtual line", "folder": "Folder of images"}
        rows = {key: ChoiceRow(word, "Machined parts", icon_name="play") for key, word in words.items()}
        lines.show_rows(rows, "virtual")
        return lines

    show_alone(_example)
