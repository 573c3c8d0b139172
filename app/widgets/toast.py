"""A short note at the lower left that fades by itself; never for what stops inspection or loses data."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QWidget,
)

from app.i18n import translate
from app.theme.tokens import GAP
from app.widgets.button import Button, Kind, Target
from app.widgets.filmstrip import Filmstrip
from app.widgets.image_view import ImageView
from app.widgets.text import Size, Text

STAYS_MS = 6000
_HEIGHT = 64
_LEAD = 16
"""Above and below the words together."""
_SLACK = 2
_NARROWEST = 160
"""Over an image or a list."""
_WATCH_MS = 200
"""So often it looks whether something has come beneath it: with another screen, another part."""
_SPARED: tuple[tuple[type[QWidget], ...], ...] = (
    (QAbstractButton, QAbstractItemView, Filmstrip, QLabel),
    (QAbstractButton, QAbstractItemView, Filmstrip),
    (QAbstractButton,),
)
"""What it covers none of: at best neither words nor a list; else the last rows of a list, which scrolls."""


class Toast(QFrame):
    """One at a time, at the lower left of its parent or where it covers less. `undone` when Undo was pressed."""

    undone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setProperty("box", "toast")
        self._text = Text(size=Size.BODY, wraps=True)
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
        layout.addWidget(self._text, 1)
        layout.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self.hide)
        self._watch = QTimer(self)
        self._watch.setInterval(_WATCH_MS)
        self._watch.timeout.connect(self._give_way)
        self._spared = _SPARED[-1]
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
        """In the corner, else over the lower edge of an image, else above what is there; in the end, over a list."""
        room = self._ground.rect().adjusted(GAP, GAP, -GAP, -GAP)
        corner, above = self._box(room), room.adjusted(0, room.height() // 3, 0, 0)
        lists, images = self._over(QAbstractItemView, room), self._over(ImageView, room)
        spots = [*lists, (corner, corner), *images, (corner, above)]
        for kinds in _SPARED:
            obstacles = self._rects(*kinds)
            free = next(filter(None, (raised(box, obstacles, within) for box, within in spots)), None)
            if free is not None:
                self._spared = kinds
                self.setGeometry(free)
                return
        self.setGeometry(corner)

    def _over(self, kind: type[QWidget], room: QRect) -> Iterator[tuple[QRect, QRect]]:
        """Boxes over such widgets that leave most of them to be seen, and the room of each."""
        for spot in (one.adjusted(GAP, GAP, -GAP, -GAP) & room for one in self._rects(kind)):
            box = self._box(spot)
            if box.width() >= _NARROWEST and box.height() <= spot.height() // 3:
                yield box, spot

    def _box(self, spot: QRect) -> QRect:
        """At the lower left of a spot, as wide as the words; where they do not fit, they go on below."""
        around = self.sizeHint().width() - self._text.sizeHint().width()
        words = self._text.fontMetrics().horizontalAdvance(self._text.text()) + _SLACK
        width = min(around + words, spot.width())
        height = max(_HEIGHT, self._text.heightForWidth(width - around) + _LEAD)
        return QRect(spot.left(), spot.bottom() + 1 - height, width, height)

    def _give_way(self) -> None:
        if any(one.intersects(self.geometry()) for one in self._rects(*self._spared)):
            self._place()

    def _rects(self, *kinds: type[QWidget]) -> list[QRect]:
        """What can be seen of the widgets of these kinds; its own are no obstacles, nor are labels that say nothing."""
        found = (one for kind in kinds for one in self._ground.findChildren(kind))
        seen = (one for one in found if one.isVisible() and not self.isAncestorOf(one) and not _is_blank(one))
        rects = (one.visibleRegion().boundingRect().translated(one.mapTo(self._ground, QPoint())) for one in seen)
        return [rect for rect in rects if not rect.isEmpty()]

    def _on_undo(self) -> None:
        self.hide()
        self.undone.emit()


def raised(box: QRect, obstacles: Iterable[QRect], within: QRect) -> QRect | None:
    """The box moved up until it covers none of the obstacles; None when it would leave a part of the ground."""
    free, obstacles = QRect(box), list(obstacles)
    while covered := [one for one in obstacles if one.intersects(free)]:
        free.moveBottom(min(one.top() for one in covered) - GAP)
        if free.top() < within.top():
            return None
    return free


def _is_blank(one: QWidget) -> bool:
    return isinstance(one, QLabel) and not one.text() and one.pixmap().isNull()


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    def _example() -> QWidget:
        ground = QWidget()
        ground.setMinimumSize(700, 200)
        Toast(ground).show_text("Thresholds of Magnet tile 42 moved.", with_undo=True)
        return ground

    show_alone(_example)
