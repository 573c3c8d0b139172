"""The filmstrip of a whole dataset: only what is in sight is asked for, so ten thousand images scroll as ten do."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.annotate.wording import state_word
from app.i18n import translate
from app.theme import font, paint_icon, tokens
from app.theme.tokens import RADIUS_CARD
from app.widgets.pixmaps import qimage
from app.workers.background import Background
from labeling.annotation import LabelState
from labeling.datasets import Thumbnails
from labeling.records.datasets import DatasetImage

WIDTH, HEIGHT, GAP_PX = 88, 92, 8
_PICTURE = QSize(WIDTH, 60)
_BLOCK, _KEPT, _THUMBS, _WAITING = 64, 2048, 600, 48
IMAGE_ROLE = int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex
Small = NDArray[np.uint8]
_ROOT = QModelIndex()


class StripThumbs(QObject):
    """Thumbnails as pixmaps, the newest wish first; made and read in the background."""

    ready = Signal()
    """One has come. A signal, because it may come when the strip is gone."""

    def __init__(self, thumbnails: Thumbnails, path: Callable[[DatasetImage], Path], background: Background) -> None:
        super().__init__()
        self._thumbnails, self._path, self._background = thumbnails, path, background
        self._known: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._wishes: OrderedDict[str, DatasetImage] = OrderedDict()
        self._is_busy = False

    def get(self, image: DatasetImage) -> QPixmap | None:
        """None while it is on the way, or when the file cannot be read."""
        key = image.file.sha256
        if key in self._known:
            self._known.move_to_end(key)
            return self._known[key]
        self._wishes[key] = image
        self._wishes.move_to_end(key)
        while len(self._wishes) > _WAITING:  # more than the widest screen shows: it has scrolled by
            self._wishes.popitem(last=False)
        self._next()
        return None

    def is_missing(self, image: DatasetImage) -> bool:
        """It was looked for and is not there."""
        return image.file.sha256 in self._known and self._known[image.file.sha256] is None

    def stop(self) -> None:
        """The window closes: make no more."""
        self._wishes.clear()

    def _next(self) -> None:
        if self._is_busy or not self._wishes:
            return
        key, image = self._wishes.popitem(last=True)
        self._is_busy, path = True, self._path(image)
        self._background.run(
            lambda: covering(self._thumbnails.make(key, path)),
            lambda small: self._keep(key, QPixmap.fromImage(qimage(small))),
            lambda _error: self._keep(key, None),  # the strip shows a gap; opening the image says why
        )

    def _keep(self, key: str, pixmap: QPixmap | None) -> None:
        self._is_busy = False
        self._known[key] = pixmap
        while len(self._known) > _THUMBS:
            self._known.popitem(last=False)
        self.ready.emit()
        self._next()


def covering(path: Path) -> Small:
    """The middle of a thumbnail file, filling the strip's picture twice as fine. Raises `OSError` without one."""
    data = cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_COLOR)
    if data is None:
        raise OSError(f"{path} is no image")
    width, height = 2 * _PICTURE.width(), 2 * _PICTURE.height()
    scale = max(width / data.shape[1], height / data.shape[0])
    across, down = min(data.shape[1], round(width / scale)), min(data.shape[0], round(height / scale))
    left, top = (data.shape[1] - across) // 2, (data.shape[0] - down) // 2
    small = cv2.resize(data[top : top + down, left : left + across], (width, height), interpolation=cv2.INTER_AREA)
    return np.ascontiguousarray(small[:, :, ::-1], np.uint8)


class StripModel(QAbstractListModel):
    """All images of a query by their ids; what is known of them comes in blocks when it is drawn."""

    looks_changed = Signal()
    """Paint what is in sight again. Qt's own `dataChanged` would lay out all of ten thousand rows anew."""

    def __init__(self, fetch: Callable[[Sequence[int]], list[DatasetImage]]) -> None:
        super().__init__()
        self._fetch = fetch
        self._ids: Sequence[int] = ()
        self._known: OrderedDict[int, DatasetImage] = OrderedDict()
        self.current = -1

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show other images."""
        self.beginResetModel()
        self._ids, self.current = ids, -1
        self._known.clear()
        self.endResetModel()

    def set_current(self, number: int) -> None:
        """Which one is in hand."""
        self.current = number
        self.looks_changed.emit()

    def forget(self, image_id: int) -> None:
        """It was changed: ask for it again."""
        self._known.pop(image_id, None)
        self.looks_changed.emit()

    def image(self, number: int) -> DatasetImage | None:
        """What is known of an image, asked for with those around it; None when it is in the dataset no more."""
        image_id = self._ids[number]
        if image_id not in self._known:
            start = max(0, number - _BLOCK // 2)
            self._known |= {one.id: one for one in self._fetch(self._ids[start : start + _BLOCK])}
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return self._known.get(image_id)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == IMAGE_ROLE:
            return self.image(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            image = self.image(index.row())
            return f"{image.file.path}, {state_word(image.state)}" if image else None
        return None


class _Delegate(QStyledItemDelegate):
    """Paints one image: picture, and below it how far it is."""

    def __init__(self, parent: QListView, thumbs: StripThumbs, model: StripModel) -> None:
        super().__init__(parent)
        self._thumbs, self._model = thumbs, model

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
        pixmap = self._thumbs.get(image)
        if pixmap is not None:
            painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
            return
        painter.fillRect(place, QColor(tokens().s3))
        if image.is_missing or self._thumbs.is_missing(image):
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

    def __init__(self, model: StripModel, thumbs: StripThumbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(self, thumbs, model))
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
        thumbs.ready.connect(self.viewport().update)
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
