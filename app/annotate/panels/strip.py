"""The filmstrip of a whole dataset: only what is in sight is asked for, so ten thousand images scroll as ten do."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPainterPath, QPen, QWheelEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.annotate.wording import state_word
from app.i18n import translate
from app.theme import font, paint_icon, tokens
from app.theme.tokens import RADIUS_CARD
from app.workers.dataset_images import DatasetImages, Fetch
from app.workers.dataset_pictures import DatasetPictures
from labeling.annotation import LabelState
from labeling.records.datasets import DatasetImage

WIDTH, HEIGHT, GAP_PX = 88, 92, 8
_PICTURE = QSize(WIDTH, 60)

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def covering(picture: QImage) -> QImage:
    """The middle of a thumbnail, filling the strip's picture twice as fine."""
    size = _PICTURE * 2
    middle = QRect(QPoint(), size.scaled(picture.size(), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    middle.moveCenter(picture.rect().center())
    how = Qt.TransformationMode.SmoothTransformation
    return picture.copy(middle).scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, how)


class StripModel(QAbstractListModel):
    """All images of a query, and which one is in hand."""

    looks_changed = Signal()
    """Paint what is in sight again. Qt's own `dataChanged` would lay out all of ten thousand rows anew."""

    def __init__(self, fetch: Fetch) -> None:
        super().__init__()
        self._images = DatasetImages(fetch)
        self.current = -1

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show other images."""
        self.beginResetModel()
        self._images.set_ids(ids)
        self.current = -1
        self.endResetModel()

    def set_current(self, number: int) -> None:
        """Which one is in hand."""
        self.current = number
        self.looks_changed.emit()

    def forget(self, image_id: int) -> None:
        """It was changed: ask for it again."""
        self._images.forget(image_id)
        self.looks_changed.emit()

    def image(self, number: int) -> DatasetImage | None:
        """One image; None when it is in the dataset no more."""
        return self._images.get(number)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._images.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            image = self.image(index.row())
            return f"{image.file.path}, {state_word(image.state)}" if image else None
        return None


class _Delegate(QStyledItemDelegate):
    """Paints one image: picture, and below it how far it is."""

    def __init__(self, parent: QListView, pictures: DatasetPictures, model: StripModel) -> None:
        super().__init__(parent)
        self._pictures, self._model = pictures, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDTH + GAP_PX, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]  # Qt's stubs leave out the fields of the option
        box, is_current = QRectF(rect.x(), rect.y(), WIDTH, HEIGHT), index.row() == self._model.current
        image = self._model.image(index.row())
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        border = 3 if is_current else 1
        edge = QPainterPath()
        half = border / 2
        edge.addRoundedRect(box.adjusted(half, half, -half, -half), RADIUS_CARD, RADIUS_CARD)
        painter.fillPath(edge, QColor(tokens().s1))
        if image is not None:
            painter.setClipPath(edge)
            self._paint_picture(painter, box, image)
            painter.setClipping(False)
            _paint_state(painter, box, image.state, is_current=is_current)
        painter.setPen(QPen(QColor(tokens().acc if is_current else tokens().line), border))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(edge)
        painter.restore()

    def _paint_picture(self, painter: QPainter, box: QRectF, image: DatasetImage) -> None:
        place = QRectF(box.left(), box.top(), WIDTH, _PICTURE.height())
        pixmap = self._pictures.get(image)
        if pixmap is not None:
            painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
            return
        painter.fillRect(place, QColor(tokens().s3))
        if image.is_missing or self._pictures.is_unreadable(image):
            sign = QRectF(0, 0, 24, 24)
            sign.moveCenter(place.center())
            paint_icon(painter, "camera-off", sign, tokens().tx3)


def _paint_state(painter: QPainter, box: QRectF, state: LabelState, *, is_current: bool) -> None:
    middle = box.top() + _PICTURE.height() + (HEIGHT - _PICTURE.height()) / 2 - 1
    is_done = state is LabelState.DONE
    if is_done:
        paint_icon(painter, "check", QRectF(box.left() + 8, middle - 9, 18, 18), tokens().tx)
    else:
        painter.setPen(QPen(QColor(tokens().tx2), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(box.left() + 9, middle - 6, 12, 12))
    word = translate("Annotate", "Now") if is_current and not is_done else state_word(state)
    painter.setFont(font(15))
    painter.setPen(QColor(tokens().tx))
    place = QRectF(box.left() + 29, middle - 14, WIDTH - 32, 28)
    words = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)


class Strip(QListView):
    """`chosen` with the number of an image."""

    chosen = Signal(int)

    def __init__(self, model: StripModel, pictures: DatasetPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(self, pictures, model))
        self.setAccessibleName(translate("Annotate", "Images of the dataset"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(HEIGHT + 14)
        self.setStyleSheet("QListView { border: none; background: transparent; }")
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        pictures.ready.connect(self.viewport().update)
        model.looks_changed.connect(self.viewport().update)

    def show_current(self, number: int) -> None:
        """Mark the image in hand, in the middle; Qt's own current item would be asked for at the price of all rows."""
        self._images.set_current(number)
        if number >= 0:
            bar, pitch = self.horizontalScrollBar(), WIDTH + GAP_PX
            fits = max(1, self.viewport().width() // pitch)
            bar.setValue(pitch * max(0, number - fits // 2))
            spoken = self._images.data(self._images.index(number), Qt.ItemDataRole.AccessibleTextRole)
            self.setAccessibleDescription(str(spoken or ""))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel moves along the strip, whichever way it turns."""
        steps = event.angleDelta().y() or event.angleDelta().x()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - steps)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The screen's own keys move; a list that searched for typed letters would swallow them."""
        event.ignore()
