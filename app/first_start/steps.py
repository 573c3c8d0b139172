"""The left column of the guided path: what the three steps are, and which one is now."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.first_start.ports import Step
from app.i18n import translate
from app.theme import Weight, font, paint_icon, tokens
from app.widgets.text import Size, Text, Tone

_CIRCLE = 44


class StepColumn(QWidget):
    """Title, one sentence, and the three steps."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(6)
        head = QVBoxLayout()
        head.setContentsMargins(20, 0, 20, 14)
        head.setSpacing(10)
        head.addWidget(Text(translate("FirstStart", "Three steps to\nyour first verdict"), Size.BIG_FIGURE))
        sentence = translate("FirstStart", "About five minutes. You can change everything later.")
        head.addWidget(Text(sentence, Size.BODY, Tone.SOFT, wraps=True))
        layout.addLayout(head)
        self._cards = {step: _StepCard(step, *_words(step)) for step in Step}
        for card in self._cards.values():
            layout.addWidget(card)
        layout.addStretch(1)

    def show_step(self, now: Step) -> None:
        """Steps before `now` are done."""
        for step, card in self._cards.items():
            card.show_state(is_now=step is now, is_done=step < now)


def _words(step: Step) -> tuple[str, str]:
    return {
        Step.CAMERA: (
            translate("FirstStart", "Choose a camera"),
            translate("FirstStart", "Or the virtual line, to try Loupe without one."),
        ),
        Step.TEACH: (
            translate("FirstStart", "Teach good parts"),
            translate("FirstStart", "Loupe looks at 20 to 50 good parts. No defects are needed."),
        ),
        Step.RUN: (
            translate("FirstStart", "Run"),
            translate("FirstStart", "Every part gets a verdict and a record."),
        ),
    }[step]


class _StepCard(QFrame):
    def __init__(self, step: Step, title: str, line: str) -> None:
        super().__init__()
        self._circle = _Circle(int(step))
        self._title = Text(title, Size.CARD_TITLE)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(Text(line, Size.LABEL, Tone.SOFT, wraps=True))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(16)
        layout.addWidget(self._circle, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def show_state(self, *, is_now: bool, is_done: bool) -> None:
        self._circle.show_state(is_now=is_now, is_done=is_done)
        self._title.setProperty("tone", (Tone.FULL if is_now else Tone.SOFT).value)
        self.setProperty("box", "step" if is_now else "")
        state = translate("FirstStart", "now") if is_now else translate("FirstStart", "done") if is_done else ""
        self.setAccessibleName(f"{self._title.text()}, {state}" if state else self._title.text())
        for widget in (self, self._title):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._title.setFont(font(20, Weight.SEMIBOLD if is_now else Weight.REGULAR))


class _Circle(QWidget):
    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self._is_now, self._is_done = number, False, False
        self.setFixedSize(_CIRCLE, _CIRCLE)

    def show_state(self, *, is_now: bool, is_done: bool) -> None:
        self._is_now, self._is_done = is_now, is_done
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen if self._is_now else QPen(QColor(theme.ctl), 2))
        painter.setBrush(QColor(theme.accf) if self._is_now else Qt.BrushStyle.NoBrush)
        box = QRectF(self.rect())
        painter.drawEllipse(box if self._is_now else box.adjusted(1, 1, -1, -1))
        if self._is_done:
            paint_icon(painter, "check", box.adjusted(11, 11, -11, -11), theme.tx, 3)
            return
        painter.setPen(QColor(theme.acct if self._is_now else theme.tx2))
        painter.setFont(font(20, Weight.BOLD))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))
