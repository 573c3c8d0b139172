"""Scores of good parts kept aside, known defects, and the two lines between OK, REVIEW and NG.

T1 and T2 are dragged by 84 x 56 handles or moved with the arrow keys (0.01, with Shift 0.1); T1 cannot pass T2. Places are
those of raw scores, so that nothing but the line moves; figures are those of the scale that people read, where T1 is
always at 50 and T2 at 70: the axis is numbered anew while a line moves.
"""

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import translate
from app.theme import Weight, font, tokens
from app.widgets.score_bar import paint_zone_hatch
from app.widgets.symbol import paint_symbol, verdict_word
from vision.inspection import T1_AT, T2_AT, Thresholds, Verdict
from vision.inspection.scale import score_at

_BINS = 40
_HANDLE = QSize(84, 56)
_FINE, _COARSE = 0.01, 0.1
_ROOM = 1.2
"""The axis ends at so many times the highest score or line: there is room to drag."""
_FIGURES = (T1_AT, T2_AT, 0, 25, 80, 90, 60, 95, 97)
"""What the axis is numbered with; the first ones first where there is little room."""
_FIGURE_GAP = 34


class ThresholdLine(StrEnum):
    """Which of the two lines."""

    T1 = "T1"
    T2 = "T2"


_AT = {ThresholdLine.T1: T1_AT, ThresholdLine.T2: T2_AT}


class Histogram(QWidget):
    """`thresholds_moved` while a line is dragged or stepped; `thresholds_set` when it is let go."""

    thresholds_moved = Signal(Thresholds)
    thresholds_set = Signal(Thresholds)

    def __init__(self) -> None:
        super().__init__()
        self._good: Sequence[float] = ()
        self._defects: Sequence[float] = ()
        self._thresholds = Thresholds(t1=0.5, t2=0.6)
        self._end = _ROOM
        self._handles = {line: _Handle(self, line) for line in ThresholdLine}
        self.setMinimumSize(360, 300)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translate("Histogram", "Scores of the parts kept aside"))

    def sizeHint(self) -> QSize:
        return QSize(764, 410)

    def show_scores(self, good: Sequence[float], defects: Sequence[float] = ()) -> None:
        """Show the scores of good parts as bars and of known defects as triangles."""
        self._good, self._defects = tuple(good), tuple(defects)
        self._fit_scale()

    def set_thresholds(self, thresholds: Thresholds) -> None:
        """Put the lines somewhere, without a signal."""
        self._thresholds = thresholds
        self._fit_scale()

    def set_movable(self, movable: bool, reason: str = "") -> None:
        """Allow or forbid moving the lines, with the reason."""
        for handle in self._handles.values():
            handle.setEnabled(movable)
            handle.setToolTip(reason)
            handle.setAccessibleDescription(reason)

    @property
    def thresholds(self) -> Thresholds:
        """Where the lines are now."""
        return self._thresholds

    def value_of(self, line: ThresholdLine) -> float:
        """The score of one line."""
        return self._thresholds.t1 if line is ThresholdLine.T1 else self._thresholds.t2

    def move_line(self, line: ThresholdLine, value: float, *, let_go: bool) -> None:
        """Move one line as far as the other allows, in hundredths."""
        t1, t2 = self._thresholds.t1, self._thresholds.t2
        value = round(min(max(0.0, value), self._end), 2)
        moved = {"t1": min(value, t2), "t2": t2} if line is ThresholdLine.T1 else {"t1": t1, "t2": max(value, t1)}
        self._thresholds = Thresholds(**moved)
        self._place_handles()
        self.thresholds_moved.emit(self._thresholds)
        if let_go:
            self.thresholds_set.emit(self._thresholds)

    def score_at(self, x: float) -> float:
        """The score at a horizontal place of the widget."""
        return (x - self._plot.left()) / self._plot.width() * self._end

    def x_of(self, score: float) -> float:
        """The horizontal place of a score."""
        return self._plot.left() + min(1.0, max(0.0, score / self._end)) * self._plot.width()

    def figures(self) -> dict[int, float]:
        """Points of the scale -> their horizontal places, as far as they do not touch."""
        shown: dict[int, float] = {}
        for figure in _FIGURES:
            score = score_at(figure, self._thresholds)
            x = self.x_of(score)
            if score <= self._end and all(abs(x - other) >= _FIGURE_GAP for other in shown.values()):
                shown[figure] = x
        return shown

    @property
    def _plot(self) -> QRectF:
        return QRectF(0.5, 64, max(1, self.width() - 1), max(40, self.height() - 64 - 68))

    def _fit_scale(self) -> None:
        self._end = _ROOM * max((*self._good, *self._defects, self._thresholds.t2)) or _ROOM
        self._place_handles()

    def _place_handles(self) -> None:
        t1, t2 = self.x_of(self._thresholds.t1), self.x_of(self._thresholds.t2)
        left = min(max(0.0, t1 - _HANDLE.width()), self.width() - 2.0 * _HANDLE.width())
        right = max(left + _HANDLE.width(), min(t2, float(self.width() - _HANDLE.width())))
        self._handles[ThresholdLine.T1].move(round(left), 0)
        self._handles[ThresholdLine.T2].move(round(right), 0)
        for handle in self._handles.values():
            handle.refresh()
        self.update()

    def resizeEvent(self, _event: object) -> None:
        self._place_handles()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_zones(painter)
        self._paint_bars(painter)
        self._paint_defects(painter)
        self._paint_axis(painter)
        self._paint_lines(painter)

    def _paint_zones(self, painter: QPainter) -> None:
        theme, plot = tokens(), self._plot
        t1, t2 = self.x_of(self._thresholds.t1), self.x_of(self._thresholds.t2)
        painter.fillRect(plot, QColor(theme.s2))
        painter.fillRect(QRectF(t1, plot.top(), t2 - t1, plot.height()), QColor(theme.s1))
        paint_zone_hatch(painter, QRectF(t1, plot.top(), t2 - t1, plot.height()), theme.line, 9)
        painter.fillRect(QRectF(t2, plot.top(), plot.right() - t2, plot.height()), QColor(theme.s3))
        edges = (plot.left(), t1, t2, plot.right())
        for index, verdict in enumerate((Verdict.OK, Verdict.REVIEW, Verdict.NG)):
            self._paint_zone_name(painter, verdict, (edges[index] + edges[index + 1]) / 2)

    def _paint_zone_name(self, painter: QPainter, verdict: Verdict, middle: float) -> None:
        painter.setFont(font(16, Weight.SEMIBOLD))
        word = verdict_word(verdict)
        width = painter.fontMetrics().horizontalAdvance(word) + 28
        left = min(max(0.0, middle - width / 2), self.width() - float(width))
        top = self._plot.bottom() + 38
        paint_symbol(painter, verdict, QRectF(left, top, 20, 20))
        painter.setPen(QColor(tokens().tx))
        painter.drawText(QRectF(left + 28, top - 4, width, 28), Qt.AlignmentFlag.AlignVCenter, word)

    def _paint_bars(self, painter: QPainter) -> None:
        theme, plot = tokens(), self._plot
        counts, edges = np.histogram(np.clip(self._good, 0, self._end), bins=_BINS, range=(0, self._end))
        highest = max(1, int(counts.max(initial=0)))
        unit = plot.height() / (highest * 1.18)
        painter.setPen(Qt.PenStyle.NoPen)
        for count, edge in zip(counts.tolist(), edges.tolist(), strict=False):
            left, width = self.x_of(edge), plot.width() / _BINS - 2
            bar = QRectF(left + 1, plot.bottom() - count * unit, width, count * unit)
            painter.fillRect(bar, QColor(theme.ctl))
        self._paint_guide(painter, highest, unit)

    def _paint_guide(self, painter: QPainter, highest: int, unit: float) -> None:
        """One horizontal line that says how high the bars are."""
        mark = next((value for value in (100, 50, 20, 10, 5, 2, 1) if value <= highest), 1)
        theme, plot = tokens(), self._plot
        y = plot.bottom() - mark * unit
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(QColor(theme.tx2))
        painter.setFont(font(15))
        words = (
            translate("Histogram", "1 part")
            if mark == 1
            else translate("Histogram", "{count} parts").format(count=mark)
        )
        painter.drawText(QPointF(plot.left() + 4, y - 5), words)

    def _paint_defects(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().tx))
        base = self._plot.bottom() - 9
        for score in self._defects:
            x = self.x_of(score)
            painter.drawPolygon(QPolygonF([QPointF(x - 9, base - 16), QPointF(x + 9, base - 16), QPointF(x, base)]))

    def _paint_axis(self, painter: QPainter) -> None:
        theme, plot = tokens(), self._plot
        painter.setPen(QPen(QColor(theme.ctl), 2))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        painter.setPen(QColor(theme.tx2))
        painter.setFont(font(15))
        for figure, x in self.figures().items():
            width = painter.fontMetrics().horizontalAdvance(str(figure))
            left = min(max(0.0, x - width / 2), self.width() - float(width))
            painter.drawText(QPointF(left, plot.bottom() + 22), str(figure))

    def _paint_lines(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(tokens().acc), 3))
        for line in ThresholdLine:
            x = self.x_of(self.value_of(line))
            painter.drawLine(QPointF(x, self._plot.top() - 8), QPointF(x, self._plot.bottom()))


class _Handle(QWidget):
    """The grip of one line."""

    def __init__(self, owner: Histogram, line: ThresholdLine) -> None:
        super().__init__(owner)
        self._owner, self._line = owner, line
        self._grip = 0.0
        self.setFixedSize(_HANDLE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)

    def refresh(self) -> None:
        words = translate("Histogram", "{line} at {score}")
        self.setAccessibleName(words.format(line=self._line.value, score=_AT[self._line]))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.mapToParent(event.position())
        self._grip = at.x() - self._owner.x_of(self._owner.value_of(self._line))
        self.raise_()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._drag(event, let_go=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag(event, let_go=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}
        sign = direction.get(Qt.Key(event.key()))
        if sign is None:
            super().keyPressEvent(event)
            return
        step = _COARSE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _FINE
        self._owner.move_line(self._line, self._owner.value_of(self._line) + sign * step, let_go=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1 if self.isEnabled() else 0.45)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accf))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.setPen(QColor(theme.acct))
        painter.setFont(font(16))
        painter.drawText(QRectF(0, 6, self.width(), 22), Qt.AlignmentFlag.AlignCenter, self._line.value)
        painter.setFont(font(20, Weight.SEMIBOLD))
        painter.drawText(QRectF(0, 26, self.width(), 26), Qt.AlignmentFlag.AlignCenter, str(_AT[self._line]))

    def _drag(self, event: QMouseEvent, *, let_go: bool) -> None:
        at = self.mapToParent(event.position())
        self._owner.move_line(self._line, self._owner.score_at(at.x() - self._grip), let_go=let_go)


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    def _example() -> Histogram:
        histogram = Histogram()
        histogram.show_scores(np.random.default_rng(1).normal(0.3, 0.08, 48).tolist(), [0.7, 0.8, 0.85, 1.0, 1.1])
        histogram.set_thresholds(Thresholds(t1=0.5, t2=0.62))
        return histogram

    show_alone(_example)
