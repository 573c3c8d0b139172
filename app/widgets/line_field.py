"""One line of text in a field as high as a finger needs."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit

from app.theme import font
from app.theme.tokens import TOUCH


class LineField(QLineEdit):
    """`settled` speaks when a person has finished and the text is another one."""

    settled = Signal(str)

    def __init__(self, name: str, *, longest: int = 200) -> None:
        super().__init__()
        self._before = ""
        self.setStyleSheet(f"QLineEdit {{ min-height: {TOUCH - 2}px; }}")
        self.setFont(font(18))
        self.setMaxLength(longest)
        self.setAccessibleName(name)
        self.editingFinished.connect(self._on_finished)

    def show_text(self, text: str) -> None:
        """Show what is set; what a person is typing right now is not overwritten."""
        self._before = text
        if not (self.hasFocus() and self.isModified()):
            with QSignalBlocker(self):
                self.setText(text)

    def _on_finished(self) -> None:
        self.setModified(False)
        if self.text().strip() != self._before:
            self.settled.emit(self.text().strip())


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    show_alone(lambda: LineField("Name of the station", longest=40))
