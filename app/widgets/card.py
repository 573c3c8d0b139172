"""The card: a grey surface with a border that groups what belongs together."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.theme.tokens import CARD_PADDING, GAP
from app.widgets.text import Size, Text


class Card(QFrame):
    """A box with an optional title; add to `body` (vertical) and, at the right of the title, to `head`."""

    def __init__(self, title: str = "", *, padding: int = CARD_PADDING, gap: int = GAP) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(gap)
        self.head = QHBoxLayout()
        self.head.setSpacing(gap)
        self.title = Text(title, Size.CARD_TITLE)
        if title:
            self.head.addWidget(self.title)
            self.head.addStretch(1)
            self.body.addLayout(self.head)
        else:
            self.title.setParent(self)  # in no layout, so nobody else would take it along
            self.title.hide()


class Line(QFrame):
    """A 1 px divider."""

    def __init__(self, orientation: Qt.Orientation = Qt.Orientation.Horizontal) -> None:
        super().__init__()
        self.setProperty("box", "line")
        if orientation is Qt.Orientation.Horizontal:
            self.setFixedHeight(1)
        else:
            self.setFixedWidth(1)


def row(*widgets: QWidget | None, gap: int = GAP) -> QHBoxLayout:
    """Widgets side by side; None is a stretch."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        else:
            layout.addWidget(widget)
    return layout
