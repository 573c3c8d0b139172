"""A list of rows with a picture at the left, two lines of words and a mark at the right; thousands scroll as ten do."""

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.theme import Weight, font, tokens
from app.theme.tokens import GLOVE

_PICTURE = QSize(72, 58)
_PAD, _GAP, _MARK, _BAR = 10, 12, 24, 4

Row_contra = TypeVar("Row_contra", contravariant=True)
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class RowLook(Protocol[Row_contra]):
    """What is particular about the rows of one list."""

    @property
    def sizes(self) -> tuple[int, int]:
        """Of the two lines, in pixels."""

    @property
    def cut(self) -> Qt.TextElideMode:
        """Where words that are too long are cut."""

    def words(self, row: Row_contra) -> tuple[str, str]:
        """The two lines."""

    def spoken(self, row: Row_contra) -> str:
        """For a screen reader."""

    def opacity(self, row: Row_contra, *, is_chosen: bool) -> float:
        """Of picture, words and mark, 0 to 1."""

    def paint_picture(self, painter: QPainter, box: QRectF, row: Row_contra) -> None:
        """72 x 58 pixels at the left."""

    def paint_mark(self, painter: QPainter, box: QRectF, row: Row_contra) -> None:
        """24 x 24 pixels at the right."""


class _Model(QAbstractListModel):
    """The rows; replaced as a whole, since an order may change all of them."""

    def __init__(self, look: RowLook[Any]) -> None:
        super().__init__()
        self.rows: Sequence[Any] = ()
        self._look = look

    def set_rows(self, rows: Sequence[Any]) -> None:
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._look.spoken(self.rows[index.row()]) if role == Qt.ItemDataRole.AccessibleTextRole else None


class _Delegate(QStyledItemDelegate):
    """Paints one row, 76 px high."""

    def __init__(self, parent: "PictureList", look: RowLook[Any]) -> None:
        super().__init__(parent)
        self._list, self._look = parent, look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, GLOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]  # Qt's stubs leave out the fields of the option
        row, is_chosen = self._list.rows[index.row()], self._list.currentIndex() == index
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        _paint_ground(painter, rect, is_chosen=is_chosen)
        painter.setOpacity(self._look.opacity(row, is_chosen=is_chosen))
        self._look.paint_picture(painter, _at(rect, rect.left() + _PAD, _PICTURE), row)
        self._paint_words(painter, rect, self._look.words(row))
        self._look.paint_mark(painter, _at(rect, rect.right() - _PAD - _MARK, QSize(_MARK, _MARK)), row)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, words: tuple[str, str]) -> None:
        left = rect.left() + _PAD + _PICTURE.width() + _GAP
        width = rect.right() - left - _MARK - _PAD - 4
        faces = ((Weight.SEMIBOLD, tokens().tx, 14), (Weight.REGULAR, tokens().tx2, 38))
        for line, size, (weight, ink, top) in zip(words, self._look.sizes, faces, strict=True):
            painter.setFont(font(size, weight, serial=True))
            painter.setPen(QColor(ink))
            short = painter.fontMetrics().elidedText(line, self._look.cut, width)
            painter.drawText(QRect(left, rect.top() + top, width, 24), Qt.AlignmentFlag.AlignVCenter, short)


def _at(rect: QRect, left: int, size: QSize) -> QRectF:
    """A box of this size in the middle of a row's height."""
    return QRectF(left, rect.top() + (rect.height() - size.height()) // 2, size.width(), size.height())


def _paint_ground(painter: QPainter, rect: QRect, *, is_chosen: bool) -> None:
    painter.fillRect(rect, QColor(tokens().sel if is_chosen else tokens().s1))
    painter.setPen(QColor(tokens().line))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    if is_chosen:
        painter.fillRect(rect.left(), rect.top(), _BAR, rect.height(), QColor(tokens().acc))


class PictureList(QListView):
    """Rows one below the other; it stands in a card, hence without a border."""

    def __init__(self, look: RowLook[Any], name: str) -> None:
        super().__init__()
        self._rows = _Model(look)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self, look))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListView { border: none; background: transparent; }")

    @property
    def rows(self) -> Sequence[Any]:
        """What is shown."""
        return self._rows.rows

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show others; nothing is chosen among them yet."""
        self._rows.set_rows(rows)

    def choose(self, number: int | None) -> None:
        """Make this row the chosen one; None: none is."""
        self.setCurrentIndex(_ROOT if number is None else self._rows.index(number))

    def show_pictures(self) -> None:
        """Pictures have come: paint those in sight."""
        if self.rows:
            self._rows.dataChanged.emit(self._rows.index(0), self._rows.index(len(self.rows) - 1))
