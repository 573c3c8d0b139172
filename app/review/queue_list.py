"""The list of parts: thumbnail, number, one line, and a mark at the right."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.i18n import translate
from app.review.shown import Mark, Row
from app.theme import Weight, font, paint_icon, tokens
from app.theme.tokens import GLOVE
from app.widgets.pixmaps import qimage
from app.widgets.symbol import paint_symbol, verdict_word
from app.workers.thumbnails import Thumbnails

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_IMAGE = QSize(72, 58)
_PAD, _GAP, _MARK, _BAR = 10, 12, 24, 4
_DONE_OPACITY = 0.7

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class QueueModel(QAbstractListModel):
    """The rows; replaced as a whole, since an order may change all of them."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        thumbnails.on_ready = lambda _path: self._thumbnail_came()

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.spoken}, {verdict_word(row.verdict)}" if row.verdict else row.spoken
        return row.number if role == Qt.ItemDataRole.DisplayRole else None

    def _thumbnail_came(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))


class QueueDelegate(QStyledItemDelegate):
    """Paints one row, 76 px high."""

    def __init__(self, parent: QWidget, thumbnails: Thumbnails) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, GLOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]  # Qt's stubs leave out the fields of the option
        view, row, theme = self.parent(), index.data(ROW_ROLE), tokens()
        chosen = isinstance(view, QListView) and view.currentIndex() == index
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(rect, QColor(theme.sel if chosen else theme.s1))
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen:
            painter.fillRect(rect.left(), rect.top(), _BAR, rect.height(), QColor(theme.acc))
        painter.setOpacity(_DONE_OPACITY if row.mark is Mark.DONE and not chosen else 1)
        self._paint_image(painter, rect, row)
        self._paint_words(painter, rect, row)
        _paint_mark(painter, rect, row)
        painter.restore()

    def _paint_image(self, painter: QPainter, rect: QRect, row: Row) -> None:
        top = rect.top() + (rect.height() - _IMAGE.height()) // 2
        box = QRectF(rect.left() + _PAD, top, _IMAGE.width(), _IMAGE.height())
        pixels = self._thumbnails.get(row.image) if row.image else None
        clip = QPainterPath()
        clip.addRoundedRect(box, 4, 4)
        painter.save()
        painter.setClipPath(clip)
        painter.fillRect(box, QColor(tokens().s3))
        if pixels is not None:
            painter.drawPixmap(box.toRect(), QPixmap.fromImage(qimage(pixels)))
        elif row.image is None or self._thumbnails.is_missing(row.image):
            icon_box = QRectF(0, 0, 24, 24)
            icon_box.moveCenter(box.center())
            paint_icon(painter, "camera-off", icon_box, tokens().tx3)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, row: Row) -> None:
        left = rect.left() + _PAD + _IMAGE.width() + _GAP
        width = rect.right() - left - _MARK - _PAD - 4
        for words, size, weight, ink, top in (
            (row.number, 18, Weight.SEMIBOLD, tokens().tx, 14),
            (row.line, 15, Weight.REGULAR, tokens().tx2, 38),
        ):
            painter.setFont(font(size, weight, serial=True))
            painter.setPen(QColor(ink))
            short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(left, rect.top() + top, width, 24), Qt.AlignmentFlag.AlignVCenter, short)


def _paint_mark(painter: QPainter, rect: QRect, row: Row) -> None:
    box = QRectF(rect.right() - _PAD - _MARK, rect.top() + (rect.height() - _MARK) / 2, _MARK, _MARK)
    if row.verdict is None:
        paint_icon(painter, "ellipsis", box, tokens().tx3)
    else:
        paint_symbol(painter, row.verdict, box)


class QueueList(QListView):
    """Rows one below the other; `chosen` when a person takes one."""

    chosen = Signal(str)

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.rows = QueueModel(thumbnails)
        self.setModel(self.rows)
        self.setItemDelegate(QueueDelegate(self, thumbnails))
        self.setAccessibleName(translate("Review", "Parts to review"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListView { border: none; background: transparent; }")  # it stands in a card
        self.clicked.connect(lambda index: self.chosen.emit(self.rows.rows[index.row()].key))

    def show_rows(self, rows: tuple[Row, ...], chosen: str | None) -> None:
        """Show these, a newly chosen one in sight with the decided ones above it; else the list stays where it is."""
        current, scrolled = self.currentIndex(), self.verticalScrollBar().value()
        before = self.rows.rows[current.row()].key if current.isValid() else None
        self.rows.set_rows(rows)
        at = next((n for n, row in enumerate(rows) if row.key == chosen), None)
        if at is None:
            self.setCurrentIndex(_ROOT)
            return
        self.setCurrentIndex(self.rows.index(at))
        if chosen == before:
            self.verticalScrollBar().setValue(scrolled)
            return
        above = max(0, at - max(0, self.viewport().height() // GLOVE // 3))
        self.scrollTo(self.rows.index(above), QListView.ScrollHint.PositionAtTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The screen's own keys move and decide; a list that searched for typed letters would swallow them."""
        event.ignore()
