"""The list of near-duplicate groups: picture, how many, and a tick once one of them is kept."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.datasets.grid_model import IMAGE_ROLE, Index
from app.datasets.shown import GroupRow
from app.datasets.wording import images_word, short_path
from app.i18n import translate
from app.theme import Weight, font, paint_icon, tokens
from app.theme.tokens import GLOVE
from app.workers.dataset_pictures import DatasetPictures

_PICTURE = QSize(72, 58)
_PAD, _GAP, _MARK, _BAR = 10, 12, 22, 4
_ROOT = QModelIndex()


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[GroupRow] = ()

    def set_rows(self, rows: Sequence[GroupRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self.rows[index.row()]
        if role == IMAGE_ROLE:
            return one
        if role == Qt.ItemDataRole.AccessibleTextRole:
            settled = translate("Datasets", "settled") if one.is_settled else translate("Datasets", "open")
            return f"{_count_line(one)}, {short_path(one.first.file.path)}, {settled}"
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, parent: QListView, pictures: DatasetPictures) -> None:
        super().__init__(parent)
        self._list, self._pictures = parent, pictures

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, GLOVE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]  # Qt's stubs leave out the fields of the option
        one: GroupRow = index.data(IMAGE_ROLE)
        is_chosen = self._list.currentIndex() == index
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(rect, QColor(tokens().sel if is_chosen else tokens().s1))
        painter.setPen(QColor(tokens().line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if is_chosen:
            painter.fillRect(rect.left(), rect.top(), _BAR, rect.height(), QColor(tokens().acc))
        self._paint_picture(painter, rect, one)
        _paint_words(painter, rect, one)
        if one.is_settled:
            place = QRectF(rect.right() - _PAD - _MARK, rect.center().y() - _MARK / 2, _MARK, _MARK)
            paint_icon(painter, "check", place, tokens().tx2, 3)
        painter.restore()

    def _paint_picture(self, painter: QPainter, rect: QRect, one: GroupRow) -> None:
        top = rect.top() + (rect.height() - _PICTURE.height()) // 2
        place = QRectF(rect.left() + _PAD, top, _PICTURE.width(), _PICTURE.height())
        painter.fillRect(place, QColor(tokens().img))
        picture = self._pictures.get(one.first)
        if picture is not None:
            scale = min(place.width() / picture.width(), place.height() / picture.height())
            inside = QRectF(0, 0, picture.width() * scale, picture.height() * scale)
            inside.moveCenter(place.center())
            painter.drawPixmap(inside, picture, QRectF(picture.rect()))


def _paint_words(painter: QPainter, rect: QRect, one: GroupRow) -> None:
    left = rect.left() + _PAD + _PICTURE.width() + _GAP
    width = rect.right() - left - _MARK - _PAD - 4
    for words, size, weight, ink, top in (
        (_count_line(one), 17, Weight.SEMIBOLD, tokens().tx, 14),
        (short_path(one.first.file.path), 14, Weight.REGULAR, tokens().tx2, 38),
    ):
        painter.setFont(font(size, weight, serial=True))
        painter.setPen(QColor(ink))
        short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, width)
        painter.drawText(QRect(left, rect.top() + top, width, 24), Qt.AlignmentFlag.AlignVCenter, short)


def _count_line(one: GroupRow) -> str:
    return images_word(one.count)


class GroupList(QListView):
    """`chosen` with the number of a group."""

    chosen = Signal(int)

    def __init__(self, pictures: DatasetPictures) -> None:
        super().__init__()
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self, pictures))
        self.setAccessibleName(translate("Datasets", "Groups of near-duplicates"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListView { border: none; background: transparent; }")  # it stands in a card
        self.selectionModel().currentChanged.connect(self._on_current)
        self._is_filling = False
        pictures.ready.connect(self.viewport().update)

    @property
    def rows(self) -> Sequence[GroupRow]:
        """What is shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[GroupRow], chosen: int) -> None:
        """Show these."""
        self._is_filling = True
        self._model.set_rows(rows)
        if rows:
            self.setCurrentIndex(self._model.index(chosen))
        self._is_filling = False

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._is_filling:
            self.chosen.emit(now.row())
