"""How a row of the history is painted: thumbnail, numbers, verdict symbol with its word."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.history.table_model import RECORD_ROLE, Column, stored_view
from app.theme import Weight, font, tokens
from app.widgets.pixmaps import paint_thumbnail
from app.widgets.symbol import paint_symbol
from app.workers.thumbnails import Thumbnails
from vision.inspection import InspectionRecord, Verdict

ROW_HEIGHT = 60
LEFT_PAD = 14
_IMAGE = QSize(64, 46)
_PAD = 12
"""As the header's."""
_SYMBOL = 22
_CHOSEN_BAR = 4
_SERIALS = (Column.PART, Column.SERIAL, Column.LOT)

Index = QModelIndex | QPersistentModelIndex


class RecordDelegate(QStyledItemDelegate):
    """Paints every column of the table; the texts come from the model."""

    def __init__(self, parent: QWidget, thumbnails: Thumbnails) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(64, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # Qt's stubs leave out the fields of the option, hence the ignores.
        rect: QRect = option.rect  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self._paint_ground(painter, rect, chosen=chosen, is_first=index.column() == 0)
        record = index.data(RECORD_ROLE)
        if isinstance(record, InspectionRecord):
            self._paint_cell(painter, rect, record, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, *, chosen: bool, is_first: bool) -> None:
        theme = tokens()
        painter.fillRect(rect, QColor(theme.sel if chosen else theme.s1))
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen and is_first:
            painter.fillRect(rect.left(), rect.top(), _CHOSEN_BAR, rect.height(), QColor(theme.acc))

    def _paint_cell(self, painter: QPainter, rect: QRect, record: InspectionRecord, index: Index) -> None:
        column = Column(index.column())
        text = str(index.data() or "")
        if column is Column.IMAGE:
            self._paint_image(painter, rect, record)
        elif column is Column.VERDICT:
            _paint_verdict(painter, rect.adjusted(_PAD, 0, -_PAD, 0), record.verdict, text)
        else:
            _paint_text(painter, rect.adjusted(_PAD, 0, -_PAD, 0), column, text)

    def _paint_image(self, painter: QPainter, rect: QRect, record: InspectionRecord) -> None:
        top = rect.top() + (rect.height() - _IMAGE.height()) // 2
        box = QRectF(rect.left() + LEFT_PAD, top, _IMAGE.width(), _IMAGE.height())
        view = stored_view(record)
        pixels = self._thumbnails.get(view) if view else None
        is_missing = view is None or self._thumbnails.is_missing(view)
        paint_thumbnail(painter, box, pixels, is_missing=is_missing)


def _paint_text(painter: QPainter, rect: QRect, column: Column, text: str) -> None:
    weight = Weight.SEMIBOLD if column is Column.PART else Weight.REGULAR
    painter.setFont(font(18, weight, serial=column in _SERIALS))
    painter.setPen(QColor(tokens().tx2 if column is Column.TIME else tokens().tx))
    side = Qt.AlignmentFlag.AlignRight if column is Column.SCORE else Qt.AlignmentFlag.AlignLeft
    short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width())
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, short)


def _paint_verdict(painter: QPainter, rect: QRect, verdict: Verdict, word: str) -> None:
    top = rect.top() + (rect.height() - _SYMBOL) / 2
    paint_symbol(painter, verdict, QRectF(rect.left(), top, _SYMBOL, _SYMBOL))
    painter.setFont(font(16, Weight.SEMIBOLD))
    painter.setPen(QPen(QColor(tokens().tx)))
    painter.drawText(
        rect.adjusted(_SYMBOL + 8, 0, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, word
    )
