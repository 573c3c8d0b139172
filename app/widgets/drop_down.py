"""A drop-down 56 px high with the theme's own arrow, its list as tall as a finger needs."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from app.theme import font, paint_icon, tokens
from app.theme.icons import DISABLED_OPACITY
from app.theme.tokens import TOUCH

_SHEET = f"""
QComboBox {{ min-height: {TOUCH - 2}px; }}
QComboBox::drop-down {{ border: none; width: 44px; }}
QComboBox::down-arrow {{ image: none; }}
"""
_ARROW = 22


class DropDown(QComboBox):
    """A QComboBox; `name` is its accessible name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setStyleSheet(_SHEET)
        self.setFont(font(18))
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setOpacity(1 if self.isEnabled() else DISABLED_OPACITY)
        place = QRectF(self.width() - 12 - _ARROW, (self.height() - _ARROW) / 2, _ARROW, _ARROW)
        paint_icon(painter, "chevron-down", place, tokens().tx)


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    def _example() -> DropDown:
        box = DropDown("Pixel format")
        box.addItems(["Mono8", "Mono12"])
        return box

    show_alone(_example)
