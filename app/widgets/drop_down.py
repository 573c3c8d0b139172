"""A drop-down as high as a finger needs; the sheet of the theme draws the rest."""

from PySide6.QtWidgets import QComboBox

from app.theme import font
from app.theme.tokens import TOUCH


class DropDown(QComboBox):
    """A QComboBox 56 px high; `name` is its accessible name, and that of the list it opens."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setStyleSheet(f"QComboBox {{ min-height: {TOUCH - 2}px; }}")
        self.setFont(font(18))
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    def _example() -> DropDown:
        box = DropDown("Pixel format")
        box.addItems(["Mono8", "Mono12"])
        return box

    show_alone(_example)
