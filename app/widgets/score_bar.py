"""The score against its two thresholds: three grey zones and the verdict's symbol as the pointer."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import translate
from app.theme import Weight, font, tokens
from app.theme.tokens import RADIUS_CARD
from app.widgets.symbol import paint_symbol, verdict_word
from app.widgets.text import score_text
from vision.inspection import T1_AT, T2_AT, Thresholds, Verdict, scaled
from vision.inspection.scale import FULL

_BAR_TOP, _BAR_HEIGHT = 66, 12
_CAPTION_GAP = 8


class ScoreBar(QWidget):
    """The scale of 0 to 100, on which T1 and T2 have the same places for every recipe."""

    def __init__(self) -> None:
        super().__init__()
        self._score: float | None = None
        self._thresholds: Thresholds | None = None
        self._verdict: Verdict | None = None
        self.setFixedHeight(112)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("ScoreBar", "Score"))

    def sizeHint(self) -> QSize:
        return QSize(440, 112)

    def show_score(self, score: float | None, thresholds: Thresholds | None, verdict: Verdict | None) -> None:
        """Show a part's score; None where there is none."""
        self._score, self._thresholds, self._verdict = score, thresholds, verdict
        word = verdict_word(verdict) if verdict else ""
        self.setAccessibleName(
            translate("ScoreBar", "Score {score}, {verdict}").format(score=score_text(score, thresholds), verdict=word)
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.line))
        painter.setBrush(QColor(theme.s1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
        painter.setPen(QColor(theme.tx2))
        painter.setFont(font(18))
        painter.drawText(QRectF(16, 8, 200, 28), Qt.AlignmentFlag.AlignVCenter, translate("ScoreBar", "Score"))
        painter.setPen(QColor(theme.tx))
        painter.setFont(font(28, Weight.SEMIBOLD))
        number = QRectF(self.width() - 216, 4, 200, 36)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(number, side, score_text(self._score, self._thresholds))
        self._paint_zones(painter, QRectF(16, _BAR_TOP, self.width() - 32, _BAR_HEIGHT))

    def _paint_zones(self, painter: QPainter, bar: QRectF) -> None:
        theme = tokens()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.s3))
        painter.drawRoundedRect(bar, 3, 3)
        if self._thresholds is None:
            return
        t1, t2 = _x(bar, T1_AT), _x(bar, T2_AT)
        painter.setBrush(QColor(theme.ctl))
        painter.drawRoundedRect(QRectF(t2, bar.top(), bar.right() - t2, bar.height()), 3, 3)
        paint_zone_hatch(painter, QRectF(t1, bar.top(), t2 - t1, bar.height()), theme.ctl)
        painter.setPen(QPen(QColor(theme.tx2), 2))
        for x in (t1, t2):
            painter.drawLine(QPointF(x, bar.top() - 4), QPointF(x, bar.bottom() + 4))
        self._paint_captions(painter, bar, t1, t2)
        self._paint_pointer(painter, bar)

    def _paint_captions(self, painter: QPainter, bar: QRectF, t1: float, t2: float) -> None:
        painter.setFont(font(15))
        metrics = QFontMetricsF(painter.font())
        first, second = f"T1 {T1_AT}", f"T2 {T2_AT}"
        wide = metrics.horizontalAdvance(first), metrics.horizontalAdvance(second)
        places = caption_places((bar.left(), bar.right()), (t1, t2), wide)
        baseline = bar.bottom() + 6 + metrics.ascent()
        for left, text in zip(places, (first, second), strict=True):
            painter.drawText(QPointF(left, baseline), text)

    def _paint_pointer(self, painter: QPainter, bar: QRectF) -> None:
        if self._score is None or self._verdict is None or self._thresholds is None:
            return
        x = _x(bar, scaled(self._score, self._thresholds))
        painter.setPen(QPen(QColor(tokens().tx), 3))
        painter.drawLine(QPointF(x, bar.top() - 2), QPointF(x, bar.bottom() + 1))
        left = min(max(x - 12, 4.0), self.width() - 28.0)
        paint_symbol(painter, self._verdict, QRectF(left, bar.top() - 26, 24, 24))


def _x(bar: QRectF, on_scale: float) -> float:
    return bar.left() + on_scale / FULL * bar.width()


def caption_places(
    bar: tuple[float, float], lines: tuple[float, float], wide: tuple[float, float]
) -> tuple[float, float]:
    """Where the captions of T1 and T2 begin: by their lines, inside the bar, and never one over the other.

    Args:
        bar: left and right end of the bar.
        lines: where T1 and T2 lie on it.
        wide: width of the two captions.
    """
    second = min(max(lines[1] - 3, bar[0] + wide[0] + _CAPTION_GAP), bar[1] - wide[1])
    first = max(bar[0], min(lines[0] + 4, second - _CAPTION_GAP) - wide[0])
    return first, second


def paint_zone_hatch(painter: QPainter, rect: QRectF, colour: str, step: float = 7) -> None:
    """Thin 45 degree lines: the zone between T1 and T2."""
    painter.save()
    painter.setClipRect(rect)
    painter.setPen(QPen(QColor(colour), 2.4))
    x = rect.left() - rect.height()
    while x < rect.right():
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
        x += step * 2**0.5
    painter.restore()


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    def _example() -> ScoreBar:
        bar = ScoreBar()
        bar.show_score(1.07, Thresholds(t1=0.5, t2=0.62), Verdict.NG)
        return bar

    show_alone(_example)
