"""A short note at the lower left that fades by itself; never for what stops inspection or loses data."""

from collections.abc import Iterable
from itertools import product

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QWidget,
)

from app.i18n import translate
from app.theme.tokens import GAP
from app.widgets.button import Button, Kind, Target
from app.widgets.image_view import ImageView
from app.widgets.text import Size, Text

STAYS_MS = 6000
_HEIGHT = 64
_WATCH_MS = 200
"""So often it looks whether a button has come beneath it: with another screen, another part."""


class Toast(QFrame):
    """One at a time, at the lower left of its parent, where it covers no button. `undone` when Undo was pressed."""

    undone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setProperty("box", "toast")
        self._text = Text(size=Size.BODY)
        self._undo = Button(translate("Toast", "Undo"), icon_name="undo-2", kind=Kind.BARE, target=Target.TOUCH)
        self._undo.clicked.connect(self._on_undo)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(18)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 90))
        self.setGraphicsEffect(shadow)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 0, 8, 0)
        layout.setSpacing(14)
        layout.addWidget(self._text)
        layout.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self.hide)
        self._watch = QTimer(self)
        self._watch.setInterval(_WATCH_MS)
        self._watch.timeout.connect(self._give_way)
        parent.installEventFilter(self)
        self.hide()

    def show_text(self, text: str, *, with_undo: bool = False, offer: str = "") -> None:
        """Show a text for six seconds, in place of the one before; `offer` is what the button says instead of Undo."""
        self._text.setText(text)
        self._undo.set_text(offer or translate("Toast", "Undo"))
        self._undo.setVisible(with_undo)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        self._watch.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """In the corner; else above the buttons there, or over the lower edge of an image, so that no list is covered."""
        room = self._ground.rect().adjusted(GAP, GAP, -GAP, -GAP)
        box = QRect(0, 0, min(self.sizeHint().width(), room.width()), _HEIGHT)
        box.moveBottomLeft(room.bottomLeft())
        buttons = self._rects(QAbstractButton)
        lefts = [room.left(), *(one.left() + GAP for one in self._rects(ImageView) if one.left() + GAP < room.right())]
        for obstacles, left in product(([*buttons, *self._rects(QAbstractItemView)], buttons), lefts):
            box.moveLeft(min(left, room.right() - box.width()))
            if (free := raised(box, obstacles, room)) is not None:
                self.setGeometry(free)
                return
        box.moveBottomLeft(room.bottomLeft())
        self.setGeometry(box)

    def _give_way(self) -> None:
        if any(one.intersects(self.geometry()) for one in self._rects(QAbstractButton)):
            self._place()

    def _rects(self, kind: type[QWidget]) -> list[QRect]:
        """Where the widgets of a kind can be seen; its own button is no obstacle."""
        seen = (one for one in self._ground.findChildren(kind) if one.isVisible() and not self.isAncestorOf(one))
        return [QRect(one.mapTo(self._ground, QPoint()), one.size()) for one in seen]

    def _on_undo(self) -> None:
        self.hide()
        self.undone.emit()


def raised(box: QRect, obstacles: Iterable[QRect], room: QRect) -> QRect | None:
    """The box moved up until it covers none of the obstacles; None when it would stand in the room's upper third."""
    free, obstacles = QRect(box), list(obstacles)
    while covered := [one for one in obstacles if one.intersects(free)]:
        free.moveBottom(min(one.top() for one in covered) - GAP)
        if free.top() < room.top() + room.height() // 3:
            return None
    return free


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    def _example() -> QWidget:
        ground = QWidget()
        ground.setMinimumSize(700, 200)
        Toast(ground).show_text("Thresholds of Magnet tile 42 moved.", with_undo=True)
        return ground

    show_alone(_example)
