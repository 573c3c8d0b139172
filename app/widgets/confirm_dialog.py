"""Dialogs: only for what cannot be undone, or for one short form.

The title is a question, buttons are verbs, Esc and Enter take the safe one. A dialog stands below state bar and
banner, so that the station's state never leaves the screen.
"""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.theme.tokens import BAR, GAP
from app.widgets.button import Button, Kind
from app.widgets.card import row
from app.widgets.text import Size, Text, Tone

WIDTH = 560
_PADDING = 24


class Sheet(QDialog):
    """A frameless dialog of width 560 over the content of its window; put widgets into `body`, buttons into `buttons`."""

    def __init__(self, parent: QWidget | None, title: str, *, width: int = WIDTH) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setModal(True)
        frame = QFrame()
        frame.setProperty("box", "dialog")
        self.setFixedWidth(width)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        inside.setSpacing(16)
        self.title = Text(title, Size.TITLE, wraps=True)
        inside.addWidget(self.title)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        inside.addLayout(self.body)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(GAP)
        inside.addLayout(self.buttons)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        parent = self.parentWidget()
        if parent is not None:
            window = parent.window()
            x = (window.width() - self.width()) // 2
            y = max(BAR + GAP, (window.height() + BAR - self.height()) // 2)
            self.move(window.mapToGlobal(QPoint(x, y)))


class ConfirmDialog(Sheet):
    """Asks once. `ask` is the short way: True when the person chose to go on."""

    def __init__(self, parent: QWidget | None, question: str, *, meaning: str, go_on: str, stay: str) -> None:
        super().__init__(parent, question)
        self.body.addWidget(Text(meaning, Size.BODY, Tone.SOFT, wraps=True))
        self.stay = Button(stay, kind=Kind.PRIMARY)
        self.go_on = Button(go_on)
        self.stay.clicked.connect(self.reject)
        self.go_on.clicked.connect(self.accept)
        self.stay.setDefault(True)
        self.go_on.setAutoDefault(False)
        self.buttons.addLayout(row(None, self.go_on, self.stay))
        self.stay.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, question: str, *, meaning: str, go_on: str, stay: str) -> bool:
        """Ask and wait; False for Esc, Enter and the safe button."""
        dialog = cls(parent, question, meaning=meaning, go_on=go_on, stay=stay)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return agreed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.reject()
        else:
            super().keyPressEvent(event)


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    show_alone(
        lambda: ConfirmDialog(
            None,
            "Stop inspecting and close Loupe?",
            meaning="Parts passing after that are not inspected.",
            go_on="Stop and close",
            stay="Keep running",
        )
    )
