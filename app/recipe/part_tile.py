"""One part closest to the lines: its image, its verdict, its score and what it truly is. A tap looks closer."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap, QPolygonF
from PySide6.QtWidgets import QAbstractButton

from app.i18n import translate
from app.recipe.ports import ScoredPart
from app.theme import font, paint_icon, tokens
from app.theme.tokens import RADIUS_CARD
from app.widgets.pixmaps import thumbnail
from app.widgets.symbol import paint_symbol, verdict_word
from vision.inspection import Frame, Thresholds, Verdict, points

IMAGE = QSize(132, 92)
_SYMBOL = 18
_GONE_FONT = 14


class PartTile(QAbstractButton):
    """132 x 124; emits `clicked`."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(IMAGE.width(), IMAGE.height() + 32)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.part: ScoredPart | None = None
        self._verdict, self._points = Verdict.OK, 0
        self._image: QPixmap | None = None
        self._is_gone = False

    def show_part(self, part: ScoredPart, lines: Thresholds) -> None:
        """Another part, or the same under other lines."""
        if self.part is None or part.image != self.part.image:
            self._image, self._is_gone = None, part.image is None
        self.part, self._verdict, self._points = part, lines.judge(part.score), points(part.score, lines)
        self.setToolTip(part.name)
        self._refresh()

    def show_frame(self, frame: Frame | None) -> None:
        """The part's image has come; None when it cannot be read any more."""
        self._image = None if frame is None else thumbnail(frame, IMAGE, self.devicePixelRatioF())
        self._is_gone = frame is None
        self._refresh()

    def _refresh(self) -> None:
        if self.part is not None:
            told = [self._words(), verdict_word(self._verdict), self.part.name]
            self.setAccessibleName(", ".join([*told, no_image_words()] if self._is_gone else told))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.part is None:
            return
        theme, painter = tokens(), QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(0.5, 0.5, IMAGE.width() - 1, IMAGE.height() - 1)
        outline = QPainterPath()
        outline.addRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
        painter.setClipPath(outline)
        painter.fillRect(box, QColor(theme.s3))
        if self._image is not None:
            painter.drawPixmap(0, 0, self._image)
        elif self._is_gone:
            self._paint_gone(painter, box)
        painter.setClipping(False)
        painter.setPen(QColor(theme.line))
        painter.drawPath(outline)
        self._paint_words(painter)

    def _paint_gone(self, painter: QPainter, box: QRectF) -> None:
        paint_icon(painter, "camera-off", QRectF(box.center() - QPointF(12, 32), QSize(24, 24)), tokens().tx3)
        painter.setFont(font(_GONE_FONT))
        painter.setPen(QColor(tokens().tx2))
        words = QRectF(box.left() + 8, box.center().y() - 4, box.width() - 16, box.height() / 2)
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, no_image_words())

    def _paint_words(self, painter: QPainter) -> None:
        top = IMAGE.height() + 7
        paint_symbol(painter, self._verdict, QRectF(0, top, _SYMBOL, _SYMBOL))
        painter.setFont(font(16))
        painter.setPen(QColor(tokens().tx))
        words = QRectF(_SYMBOL + 8, IMAGE.height(), self.width(), 32)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words())

    def _words(self) -> str:
        if self.part is None:
            return ""
        text = translate("Teach", "{score} defect") if self.part.is_defect else translate("Teach", "{score} good")
        return text.format(score=self._points)


def no_image_words() -> str:
    """In place of an image."""
    return translate("Teach", "No image")


def paint_triangle(painter: QPainter, left: float, top: float, colour: str) -> None:
    """The mark of a known defect: 18 x 17, pointing down; never one of the verdict symbols."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    corners = (QPointF(left, top), QPointF(left + 18, top), QPointF(left + 9, top + 17))
    painter.drawPolygon(QPolygonF(list(corners)))
