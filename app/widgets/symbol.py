"""The four verdict symbols: circle, octagon, diamond, hatched square. Our own paths, on a 100 x 100 field."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from app.i18n import translate
from app.theme import tokens
from vision.inspection import Verdict

_OCTAGON = ((30, 3), (70, 3), (97, 30), (97, 70), (70, 97), (30, 97), (3, 70), (3, 30))
_DIAMOND = ((50, 3.5), (96.5, 50), (50, 96.5), (3.5, 50))


def verdict_word(verdict: Verdict, *, short: bool = False) -> str:
    """The verdict as screens spell it; `short` where NOT INSPECTED has no room."""
    if verdict is Verdict.NOT_INSPECTED:
        return translate("Verdict", "NOT INSP.") if short else translate("Verdict", "NOT INSPECTED")
    return {
        Verdict.OK: translate("Verdict", "OK"),
        Verdict.NG: translate("Verdict", "NG"),
        Verdict.REVIEW: translate("Verdict", "REVIEW"),
    }[verdict]


def paint_symbol(
    painter: QPainter, verdict: Verdict, rect: QRectF, *, fill: str | None = None, glyph: str | None = None
) -> None:
    """Draw a verdict's symbol into a square, in the theme's colours unless told."""
    colours = tokens().verdicts[verdict]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 100, rect.height() / 100)
    body, outline = QColor(fill or colours.fill), None
    if verdict is Verdict.REVIEW and fill is None:
        outline = QPen(QColor(colours.edge), 5, j=Qt.PenJoinStyle.RoundJoin)
    painter.setPen(outline or Qt.PenStyle.NoPen)
    painter.setBrush(body)
    painter.drawPath(_body(verdict))
    _paint_glyph(painter, verdict, QColor(glyph or colours.glyph))
    painter.restore()


def _body(verdict: Verdict) -> QPainterPath:
    path = QPainterPath()
    if verdict is Verdict.OK:
        path.addEllipse(QPointF(50, 50), 48, 48)
    elif verdict is Verdict.NOT_INSPECTED:
        path.addRoundedRect(QRectF(5, 5, 90, 90), 12, 12)
    else:
        corners = _OCTAGON if verdict is Verdict.NG else _DIAMOND
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        path.closeSubpath()
    return path


def _paint_glyph(painter: QPainter, verdict: Verdict, ink: QColor) -> None:
    width = 9 if verdict is Verdict.REVIEW else 11
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, width, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    if verdict is Verdict.OK:
        painter.drawPolyline([QPointF(28, 52), QPointF(43, 68), QPointF(72, 35)])
    elif verdict is Verdict.NG:
        painter.drawLine(33, 33, 67, 67)
        painter.drawLine(67, 33, 33, 67)
    elif verdict is Verdict.REVIEW:
        painter.drawPath(_question())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(50, 71), 6, 6)
    else:
        painter.drawLine(27, 50, 73, 50)
        painter.setPen(QPen(ink, 5, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(14, 32, 32, 14)
        painter.drawLine(68, 86, 86, 68)


def _question() -> QPainterPath:
    path = QPainterPath(QPointF(39, 40))
    path.cubicTo(39, 33, 44, 29, 50, 29)
    path.cubicTo(56, 29, 61, 33, 61, 39)
    path.cubicTo(61, 47, 50, 48, 50, 56)
    return path


def symbol_pixmap(verdict: Verdict, size: int, ratio: float = 1) -> QPixmap:
    """The symbol as a pixmap of `size` logical pixels, for tables and lists."""
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_symbol(painter, verdict, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def symbol_icon(verdict: Verdict, size: int = 24) -> QIcon:
    """The symbol for a button or an item."""
    return QIcon(symbol_pixmap(verdict, size, 2))


class VerdictSymbol(QWidget):
    """A verdict's symbol; the word is its accessible name."""

    def __init__(self, verdict: Verdict, size: int = 20) -> None:
        super().__init__()
        self.setFixedSize(size, size)
        self.set_verdict(verdict)

    def set_verdict(self, verdict: Verdict) -> None:
        """Show another verdict."""
        self._verdict = verdict
        self.setAccessibleName(verdict_word(verdict))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_symbol(QPainter(self), self._verdict, QRectF(self.rect()))


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    show_alone(lambda: VerdictSymbol(Verdict.REVIEW, 200))
