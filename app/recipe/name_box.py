"""A name that is typed or taken from a list."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.theme import tokens


class NameBox(QComboBox):
    """A tall field with a list below it; its arrow is ours, because the style's own is a bevelled box."""

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setStyleSheet(
            "QComboBox { min-height: 54px; } QComboBox::drop-down { border: none; width: 44px; }"
            "QLineEdit { border: none; padding: 0; min-height: 40px; background: transparent; }"
        )
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        field = QLineEdit()
        field.setPlaceholderText(hint)
        self.setLineEdit(field)
        for widget in (self, self.view(), field):
            widget.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().tx2), 2))
        x, y = self.width() - 24, self.height() / 2 - 3
        painter.drawPolyline([QPointF(x - 6, y), QPointF(x, y + 6), QPointF(x + 6, y)])
