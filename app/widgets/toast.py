"""A short note at the lower left that fades by itself; never for what stops inspection or loses data."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QWidget

from app.i18n import translate
from app.theme.tokens import GAP
from app.widgets.button import Button, Kind, Target
from app.widgets.text import Size, Text

STAYS_MS = 6000
_HEIGHT = 64


class Toast(QFrame):
    """One at a time, at the lower left of its parent. `undone` when Undo was pressed."""

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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent = self._ground
        width = min(self.sizeHint().width(), parent.width() - 2 * GAP)
        self.setGeometry(GAP, parent.height() - _HEIGHT - GAP, width, _HEIGHT)

    def _on_undo(self) -> None:
        self.hide()
        self.undone.emit()


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    def _example() -> QWidget:
        ground = QWidget()
        ground.setMinimumSize(700, 200)
        Toast(ground).show_text("Thresholds of Magnet tile 42 moved.", with_undo=True)
        return ground

    show_alone(_example)
