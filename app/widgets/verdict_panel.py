"""The verdict, so large that it can be read from 5 m.

OK is an outline, the others fill the panel: a change is seen from the corner of the eye. The same painting serves the
panel at the right and, with key V, the whole content area; everything scales from the design's 440 x 284.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from app.i18n import translate
from app.theme import Weight, font, tokens
from app.theme.tokens import RADIUS_VERDICT
from app.widgets.symbol import paint_symbol, verdict_word
from vision.inspection import Verdict

WIDTH, HEIGHT = 440, 284
_BORDER = 4
_FIELD = HEIGHT - 22 - 20 - 2 * 30


@dataclass(frozen=True, kw_only=True)
class VerdictShown:
    """What the panel says of one part."""

    verdict: Verdict
    part: str
    """ "Part 1 285"."""
    time: str
    """ "14:32:08", station time."""
    reason: str = ""
    place: str = ""
    """Where, at the right of the reason."""


class VerdictPanel(QWidget):
    """Shows the last part's verdict. `tapped` when a person taps it or presses Enter on it."""

    tapped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: VerdictShown | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(translate("VerdictPanel", "No part yet"))
        self.setMinimumSize(320, 206)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    def show_verdict(self, shown: VerdictShown | None) -> None:
        """Show a verdict at once; None when no part has come yet."""
        if shown == self._shown:
            return
        self._shown = shown
        said = f"{shown.part}, {verdict_word(shown.verdict)}" if shown else translate("VerdictPanel", "No part yet")
        self.setAccessibleName(said)
        self.setAccessibleDescription(shown.reason if shown else "")
        if shown and self.isVisible() and QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self, said)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.tapped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.tapped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_verdict(painter, QRectF(self.rect()), self._shown)


def paint_verdict(painter: QPainter, rect: QRectF, shown: VerdictShown | None) -> None:
    """Draw the panel into any rectangle, words and symbol as large as it allows."""
    if shown is None:
        _paint_empty(painter, rect)
        return
    _paint_ground(painter, rect, shown.verdict)
    scale = min(rect.width() / WIDTH, rect.height() / HEIGHT)
    small = min(max(scale, 1.0), 1.6)  # captions keep their size in a small panel
    inner = rect.adjusted(24 * small, 22 * small, -24 * small, -20 * small)
    painter.setPen(QColor(tokens().verdicts[shown.verdict].ink))
    painter.setFont(font(18 * small, Weight.MEDIUM, serial=True))
    _paint_ends(painter, inner, shown.part, shown.time, Qt.AlignmentFlag.AlignTop)
    _paint_ends(painter, inner, shown.reason, shown.place, Qt.AlignmentFlag.AlignBottom)
    line = 30 * small
    field = inner.adjusted(0, line, 0, -line)
    _paint_sign(painter, field, shown.verdict, min(rect.width() / WIDTH, field.height() / _FIELD))


def _paint_ends(painter: QPainter, box: QRectF, left: str, right: str, edge: Qt.AlignmentFlag) -> None:
    metrics = QFontMetricsF(painter.font())
    room = box.width() - (metrics.horizontalAdvance(right) + 16 if right else 0)
    painter.drawText(
        box, Qt.AlignmentFlag.AlignLeft | edge, metrics.elidedText(left, Qt.TextElideMode.ElideRight, room)
    )
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | edge, right)


def _paint_sign(painter: QPainter, box: QRectF, verdict: Verdict, scale: float) -> None:
    words = verdict_word(verdict)
    if verdict is Verdict.NOT_INSPECTED:
        _paint_two_lines(painter, box, words, scale)
    elif verdict is Verdict.REVIEW:
        _paint_below(painter, box, words, scale)
    else:
        _paint_beside(painter, box, words, scale)


def _paint_beside(painter: QPainter, box: QRectF, word: str, scale: float) -> None:
    verdict = Verdict.OK if word == verdict_word(Verdict.OK) else Verdict.NG
    path = _word_path(word, 172 * scale)
    symbol, gap = 120 * scale, 26 * scale
    fit = min(1.0, box.width() / (symbol + gap + path.boundingRect().width()))
    symbol, gap = symbol * fit, gap * fit
    left = box.center().x() - (symbol + gap + path.boundingRect().width() * fit) / 2
    _sign(painter, verdict, QRectF(left, box.center().y() - symbol / 2, symbol, symbol))
    _fill_word(painter, path, QPointF(left + symbol + gap, box.center().y()), fit)


def _paint_below(painter: QPainter, box: QRectF, word: str, scale: float) -> None:
    path = _word_path(word, 92 * scale)
    bounds, tall = path.boundingRect(), 100 * scale + path.boundingRect().height()
    fit = min(1.0, box.width() / bounds.width(), box.height() / tall)  # GEPRÜFT is taller than INSPECTED
    symbol, height, gap = 92 * scale * fit, bounds.height() * fit, 8 * scale * fit
    top = box.center().y() - (symbol + gap + height) / 2
    _sign(painter, Verdict.REVIEW, QRectF(box.center().x() - symbol / 2, top, symbol, symbol))
    left = box.center().x() - path.boundingRect().width() * fit / 2
    _fill_word(painter, path, QPointF(left, top + symbol + gap + height / 2), fit)


def _paint_two_lines(painter: QPainter, box: QRectF, words: str, scale: float) -> None:
    first, _, second = words.partition(" ")
    upper, lower = _word_path(first, 68 * scale), _word_path(second or first, 68 * scale)
    symbol, gap = 80 * scale, 20 * scale
    widest = max(symbol + gap + upper.boundingRect().width(), lower.boundingRect().width())
    fit = min(1.0, box.width() / widest)
    left = box.center().x() - widest * fit / 2
    middle = box.center().y()
    _sign(painter, Verdict.NOT_INSPECTED, QRectF(left, middle - 84 * scale * fit, symbol * fit, symbol * fit))
    _fill_word(painter, upper, QPointF(left + (symbol + gap) * fit, middle - 44 * scale * fit), fit)
    _fill_word(painter, lower, QPointF(left, middle + 40 * scale * fit), fit)


def _sign(painter: QPainter, verdict: Verdict, rect: QRectF) -> None:
    colours = tokens().verdicts[verdict]
    if verdict is Verdict.OK:
        paint_symbol(painter, verdict, rect)
    else:
        paint_symbol(painter, verdict, rect, fill=colours.ink, glyph=colours.panel)


def _word_path(word: str, size: float) -> QPainterPath:
    path = QPainterPath()
    path.addText(0, 0, font(size, Weight.EXTRABOLD, tracking=-3), word)
    return path


def _fill_word(painter: QPainter, path: QPainterPath, left_middle: QPointF, fit: float) -> None:
    """Fill a word whose left edge and middle height are given."""
    bounds = path.boundingRect()
    painter.save()
    painter.translate(left_middle)
    painter.scale(fit, fit)
    painter.translate(-bounds.left(), -bounds.center().y())
    painter.fillPath(path, painter.pen().color())
    painter.restore()


def _paint_ground(painter: QPainter, rect: QRectF, verdict: Verdict) -> None:
    colours = tokens().verdicts[verdict]
    box = rect.adjusted(_BORDER / 2, _BORDER / 2, -_BORDER / 2, -_BORDER / 2)
    clip = QPainterPath()
    clip.addRoundedRect(box, RADIUS_VERDICT, RADIUS_VERDICT)
    painter.fillPath(clip, QColor(colours.panel))
    pen = QPen(QColor(colours.edge), _BORDER)
    if verdict is Verdict.NOT_INSPECTED:
        painter.save()
        painter.setClipPath(clip)
        paint_hatch(painter, box, tokens().hatch, 18)
        painter.restore()
        pen.setDashPattern([2.6, 1.6])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawPath(clip)


def paint_hatch(painter: QPainter, rect: QRectF, stripes: tuple[str, str], width: float) -> None:
    """45 degree stripes of `width` pixels over a rectangle."""
    painter.fillRect(rect, QColor(stripes[1]))
    painter.setPen(QPen(QColor(stripes[0]), width, c=Qt.PenCapStyle.FlatCap))
    step, reach = width * 2 * 2**0.5, rect.height()
    x = rect.left() - width
    while x < rect.right() + reach + width:
        painter.drawLine(QPointF(x + width, rect.top() - width), QPointF(x - reach - width, rect.bottom() + width))
        x += step


def _paint_empty(painter: QPainter, rect: QRectF) -> None:
    theme = tokens()
    painter.setPen(QPen(QColor(theme.line), 2, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(theme.s1))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS_VERDICT, RADIUS_VERDICT)
    painter.setPen(QColor(theme.tx2))
    painter.setFont(font(22, Weight.SEMIBOLD))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, translate("VerdictPanel", "No part yet"))


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    def _example() -> QWidget:
        panel = VerdictPanel()
        panel.show_verdict(
            VerdictShown(verdict=Verdict.NG, part="Part 1 285", time="14:32:08", reason="1 region above T2")
        )
        return panel

    show_alone(_example)
