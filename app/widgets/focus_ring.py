"""The visible focus: a 3 px ring, 2 px outside whichever widget has the keyboard.

One overlay for the whole application, because a style sheet can only draw inside a widget and each widget would need
its own rule. It shows while the keyboard is in use and hides at the first touch or click.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from app.theme import tokens
from app.theme.tokens import FOCUS_GAP, FOCUS_RING, RADIUS_CARD

_MARGIN = FOCUS_RING + FOCUS_GAP
_POINTER = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide}


class _Ring(QWidget):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens().acc), FOCUS_RING))
        inset = FOCUS_RING / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS_CARD + FOCUS_GAP, RADIUS_CARD + FOCUS_GAP)


class FocusRing(QObject):
    """Follows the focus of a QApplication; make it with `follow`."""

    def __init__(self, app: QApplication, owner: QObject) -> None:
        super().__init__(owner)
        self._ring: _Ring | None = None
        self._target: QWidget | None = None
        self._by_keyboard = False
        app.focusChanged.connect(self._on_focus)
        app.installEventFilter(self)

    @classmethod
    def follow(cls, app: QApplication, owner: QObject | None = None) -> "FocusRing":
        """Begin to show the focus of `app`, for as long as `owner` lives (the application unless told)."""
        return cls(app, owner or app)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and not self._by_keyboard:
            self._by_keyboard = True
            self._place()
        elif kind in _POINTER and self._by_keyboard:
            self._by_keyboard = False
            self._place()
        elif kind in _MOVES and watched is self._target:
            self._place()
        return False

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._target = new
        self._place()

    def _place(self) -> None:
        target = self._target
        if target is None or not self._by_keyboard or not target.isVisible() or target.isWindow():
            self._drop()
            return
        window = target.window()
        if self._ring is None or self._ring.parentWidget() is not window:
            self._drop()
            self._ring = _Ring(window)
        where = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        self._ring.setGeometry(where.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN) & window.rect())
        self._ring.raise_()
        self._ring.show()

    def _drop(self) -> None:
        if self._ring is not None:
            try:
                self._ring.hide()
                self._ring.deleteLater()
            except RuntimeError:  # its window was deleted and took the ring along
                pass
            self._ring = None
