"""A sentence on amber that stays until its cause is gone: for trouble inside a card."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.widgets.text import Size, Text


class WarnNote(QFrame):
    """Hidden while it has nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("box", "warn")
        self._text = Text("", Size.LABEL, wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.addWidget(self._text)
        self.hide()

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def show_text(self, text: str) -> None:
        """Say this; an empty text hides it."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    def _example() -> WarnNote:
        note = WarnNote()
        note.show_text("ExposureTime takes 20 to 200000 µs. Choose a value between them.")
        return note

    show_alone(_example)
