"""Where one is on a path of a few steps."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import translate
from app.theme import Weight, font, paint_icon, tokens
from app.theme.tokens import TOUCH

_CIRCLE = 34


class StepBar(QWidget):
    """Steps side by side: done with a tick, the present one filled, the rest numbered."""

    def __init__(self, steps: Sequence[str]) -> None:
        super().__init__()
        self._steps = tuple(steps)
        self._current = 0
        self.setFixedHeight(TOUCH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_current(0)

    def sizeHint(self) -> QSize:
        return QSize(1164, TOUCH)

    def set_steps(self, steps: Sequence[str]) -> None:
        """Change the words, for example when the version is known."""
        self._steps = tuple(steps)
        self.set_current(self._current)

    def set_current(self, index: int) -> None:
        """Which step one is at, from 0; the number of steps means all are done."""
        self._current = index
        name = self._steps[index] if index < len(self._steps) else self._steps[-1]
        text = translate("StepBar", "Step {number} of {count}: {name}")
        self.setAccessibleName(text.format(number=min(index + 1, len(self._steps)), count=len(self._steps), name=name))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        widths = [self._width(painter, index) for index in range(len(self._steps))]
        room = (self.width() - 8 - sum(widths)) / max(1, len(self._steps) - 1)
        left, middle = 4.0, self.height() / 2
        for index, width in enumerate(widths):
            self._paint_step(painter, index, left, middle)
            if index < len(widths) - 1 and room > 36:
                painter.setPen(QPen(QColor(tokens().line), 2))
                painter.drawLine(QPointF(left + width + 14, middle), QPointF(left + width + room - 14, middle))
            left += width + max(8.0, room)

    def _face(self, index: int) -> Weight:
        return Weight.SEMIBOLD if index == self._current else Weight.REGULAR

    def _width(self, painter: QPainter, index: int) -> float:
        painter.setFont(font(18, self._face(index)))
        return _CIRCLE + 12 + painter.fontMetrics().horizontalAdvance(self._steps[index])

    def _paint_step(self, painter: QPainter, index: int, left: float, middle: float) -> None:
        theme = tokens()
        circle = QRectF(left, middle - _CIRCLE / 2, _CIRCLE, _CIRCLE)
        is_current, is_done = index == self._current, index < self._current
        painter.setPen(Qt.PenStyle.NoPen if is_current else QPen(QColor(theme.ctl), 2))
        painter.setBrush(QColor(theme.accf) if is_current else QColor(theme.s3) if is_done else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle if is_current else circle.adjusted(1, 1, -1, -1))
        if is_done:
            paint_icon(painter, "check", circle.adjusted(7, 7, -7, -7), theme.tx, 3)
        else:
            painter.setPen(QColor(theme.acct if is_current else theme.tx2))
            painter.setFont(font(18, Weight.SEMIBOLD))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(index + 1))
        painter.setPen(QColor(theme.tx if is_current else theme.tx2))
        painter.setFont(font(18, self._face(index)))
        words = QRectF(circle.right() + 12, 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._steps[index])


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    def _example() -> StepBar:
        bar = StepBar(("Good parts", "Teach", "Thresholds", "Release v8"))
        bar.set_current(2)
        return bar

    show_alone(_example)
