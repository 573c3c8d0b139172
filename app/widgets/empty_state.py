"""What stands where nothing is yet: one sentence what will be here and one button that starts it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.theme import icon_pixmap, tokens
from app.widgets.button import PrimaryButton
from app.widgets.card import row
from app.widgets.text import Size, Text, Tone


class EmptyState(QWidget):
    """`started` when the button was pressed. Without `action` there is no button."""

    started = Signal()

    def __init__(self, title: str, sentence: str, *, icon_name: str = "info", action: str = "") -> None:
        super().__init__()
        self._icon_name = icon_name
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = Text(title, Size.TITLE, wraps=True)
        self.sentence = Text(sentence, Size.BODY, Tone.SOFT, wraps=True)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(1)
        for label in (self._picture, self.title, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        if action:
            self.button = PrimaryButton(action)
            self.button.clicked.connect(self.started)
            layout.addSpacing(12)
            layout.addLayout(row(None, self.button, None))
        layout.addStretch(1)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._tint()

    def _tint(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icon_pixmap(self._icon_name, 64, tokens().tx3, ratio=ratio, stroke=1.6))


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    show_alone(lambda: EmptyState("No records yet", "Every inspected part will be listed here.", action="Start"))
