"""A field to search by words: it speaks when typing pauses, or at once with Enter."""

from PySide6.QtCore import QEvent, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from app.theme import font, icon, tokens
from app.theme.tokens import TOUCH

_TYPING_MS = 250
"""A search begins when typing pauses."""
_GLASS = 20


class SearchField(QLineEdit):
    """`settled` with the words, without the spaces around them."""

    settled = Signal(str)

    def __init__(self, hint: str, name: str) -> None:
        """`hint` stands in the empty field; `name` is for the screen reader."""
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setFixedHeight(TOUCH)
        self.setFont(font(16, serial=True))
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._show_glass()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._settle)
        self.textChanged.connect(lambda _text: self._typing.start())
        self.returnPressed.connect(self._settle)

    def show_text(self, text: str) -> None:
        """Show what is searched for, without `settled`; what a person is typing right now is not overwritten."""
        if not self._typing.isActive() and self.text().strip() != text.strip():
            with QSignalBlocker(self):
                self.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._show_glass()

    def _settle(self) -> None:
        self._typing.stop()
        self.settled.emit(self.text().strip())

    def _show_glass(self) -> None:
        self._glass.setIcon(icon("search", _GLASS, tokens().tx3))


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    show_alone(lambda: SearchField("Part, serial or lot", "Search by part, serial or lot"))
