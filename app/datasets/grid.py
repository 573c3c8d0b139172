"""The grid of images: pictures with two lines below them, chosen by mouse, finger or keyboard."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.datasets.grid_model import IMAGE_ROLE, GridModel, Index
from app.datasets.shown import Cell
from app.theme import Weight, font, paint_icon, tokens
from app.theme.tokens import DESK, RADIUS_CARD
from app.widgets.pixmaps import inside
from app.workers.dataset_pictures import DatasetPictures
from labeling.records.datasets import DatasetImage

_LEAST_WIDTH, _SPACE, _PAD, _FOOT = 176, 8, 10, 54
_SHAPE = 0.72
"""Height of a picture by its width."""
_MARK, _SWATCH = 26, 12
_CELLS = 300
"""Painted ones that are kept: some screens full, 50 MB."""


@dataclass(frozen=True, kw_only=True)
class _Looks:
    """All that the look of one image in the grid depends on."""

    image_id: int
    cell: Cell
    is_chosen: bool
    has_focus: bool
    picture: int
    size: tuple[int, int]
    ratio: float
    theme: str


class CellDelegate(QStyledItemDelegate):
    """Paints one image."""

    def __init__(self, parent: "ImageGrid", pictures: DatasetPictures) -> None:
        super().__init__(parent)
        self._grid, self._pictures = parent, pictures
        self._painted: OrderedDict[_Looks, QPixmap] = OrderedDict()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._grid.cell_size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """What was painted once is only copied again: ten thousand images scroll at screen rate."""
        image = index.data(IMAGE_ROLE)
        if not isinstance(image, DatasetImage):
            return
        looks = _Looks(
            image_id=image.id,
            cell=self._grid.describe(image),
            is_chosen=bool(option.state & QStyle.StateFlag.State_Selected),  # type: ignore[attr-defined]
            has_focus=self._grid.hasFocus() and self._grid.currentIndex() == index,
            picture=self._state_of(image),
            size=self._grid.cell_size.toTuple(),
            ratio=self._grid.devicePixelRatioF(),
            theme=tokens().name,
        )
        painted = self._painted.get(looks)
        if painted is None:
            painted = self._painted[looks] = self._paint_cell(looks, image)
            while len(self._painted) > _CELLS:
                self._painted.popitem(last=False)
        self._painted.move_to_end(looks)
        painter.drawPixmap(option.rect.topLeft(), painted)  # type: ignore[attr-defined]  # left out of Qt's stubs

    def _state_of(self, image: DatasetImage) -> int:
        """Another number for another picture; -1 when there is none, 0 while it is on the way."""
        picture = self._pictures.get(image)
        if picture is not None:
            return picture.cacheKey()
        return -1 if image.is_missing or self._pictures.is_unreadable(image) else 0

    def _paint_cell(self, looks: "_Looks", image: DatasetImage) -> QPixmap:
        pixmap = QPixmap(self._grid.cell_size * looks.ratio)
        pixmap.setDevicePixelRatio(looks.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        box = QRectF(0, 0, looks.size[0] - _SPACE, looks.size[1] - _SPACE)
        painter = QPainter(pixmap)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        edge = QPainterPath()
        edge.addRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), RADIUS_CARD, RADIUS_CARD)
        painter.fillPath(edge, QColor(tokens().sel if looks.is_chosen else tokens().s2))
        painter.setClipPath(edge)
        self._paint_picture(painter, box, image)
        painter.setClipping(False)
        _paint_score(painter, box, looks.cell)
        _paint_words(painter, box, looks.cell)
        ink = tokens().acc if looks.is_chosen or looks.has_focus else tokens().line
        painter.setPen(QPen(QColor(ink), 3 if looks.is_chosen else 1))
        painter.drawPath(edge)
        if self._grid.has_marks:
            _paint_mark(painter, box, is_chosen=looks.is_chosen)
        painter.end()
        return pixmap

    def _paint_picture(self, painter: QPainter, box: QRectF, image: DatasetImage) -> None:
        place = QRectF(box.left(), box.top(), box.width(), box.height() - _FOOT)
        painter.fillRect(place, QColor(tokens().img))
        picture = self._pictures.get(image)
        if picture is not None:
            painter.drawPixmap(inside(place, picture), picture, QRectF(picture.rect()))
        elif image.is_missing or self._pictures.is_unreadable(image):
            sign = QRectF(0, 0, 32, 32)
            sign.moveCenter(place.center())
            paint_icon(painter, "camera-off", sign, tokens().img_ink2)


def _paint_words(painter: QPainter, box: QRectF, cell: Cell) -> None:
    top, left = box.bottom() - _FOOT + 5, box.left() + _PAD
    room = box.width() - 2 * _PAD
    if cell.tags:
        room -= 22
        paint_icon(painter, "tag", QRectF(box.right() - _PAD - 16, top + 4, 16, 16), tokens().tx2)
    upper, lower = QRectF(left, top, room, 22), QRectF(left, top + 22, box.width() - 2 * _PAD, 22)
    if cell.reason:
        _line(painter, _paint_label(painter, upper, cell), cell.line, font(15, Weight.SEMIBOLD), tokens().tx)
        _line(painter, lower, cell.reason, font(14), tokens().tx2)
    else:
        _line(painter, upper, cell.title, font(15, Weight.SEMIBOLD, serial=True), tokens().tx)
        _line(painter, _paint_label(painter, lower, cell), cell.line, font(14), tokens().tx2)


def _paint_label(painter: QPainter, place: QRectF, cell: Cell) -> QRectF:
    """A tick where the labelling is done, and the colours of the classes; returns the room that is left."""
    left = place.left()
    if cell.is_done:
        paint_icon(painter, "check", QRectF(left, place.top() + 3, 16, 16), tokens().tx2)
        left += 20
    for colour in cell.colours[:3]:
        swatch = QRectF(left, place.top() + 5, _SWATCH, _SWATCH)
        painter.fillRect(swatch, QColor(colour))
        painter.setPen(QPen(QColor(tokens().ctl), 1))
        painter.drawRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5))
        left += _SWATCH + 4
    return QRectF(left, place.top(), place.right() - left, place.height())


def _line(painter: QPainter, place: QRectF, words: str, face: object, ink: str) -> None:
    painter.setFont(face)  # type: ignore[arg-type]
    painter.setPen(QColor(ink))
    short = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, int(place.width()))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), short)


def _paint_score(painter: QPainter, box: QRectF, cell: Cell) -> None:
    if not cell.score:
        return
    painter.setFont(font(14, Weight.SEMIBOLD))
    pill = QRectF(0, 0, max(28, painter.fontMetrics().horizontalAdvance(cell.score) + 12), 22)
    pill.moveBottomRight(QRectF(box.left(), box.top(), box.width() - 6, box.height() - _FOOT - 5).bottomRight())
    ground = QColor(tokens().img)
    ground.setAlphaF(0.8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(pill, 4, 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QColor(tokens().img_ink))
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), cell.score)


def _paint_mark(painter: QPainter, box: QRectF, *, is_chosen: bool) -> None:
    """The circle that a finger taps to choose several."""
    place = QRectF(box.left() + 8, box.top() + 8, _MARK, _MARK)
    painter.setPen(QPen(QColor(tokens().img_ink), 2))
    ground = QColor(tokens().accf if is_chosen else tokens().img)
    ground.setAlphaF(1 if is_chosen else 0.5)
    painter.setBrush(ground)
    painter.drawEllipse(place)
    if is_chosen:
        paint_icon(painter, "check", place.adjusted(5, 5, -5, -5), tokens().acct, 3)


class ImageGrid(QListView):
    """`opened` with an image's id after a double click or Enter; `choice_changed` with how many are chosen."""

    opened = Signal(int)
    choice_changed = Signal(int)

    def __init__(self, model: GridModel, pictures: DatasetPictures, name: str, *, has_marks: bool = True) -> None:
        """`has_marks`: several can be chosen, each by the circle in its corner, too."""
        super().__init__()
        self.images, self.has_marks, self.describe = model, has_marks, model.describe
        self.cell_size = QSize(_LEAST_WIDTH, _LEAST_WIDTH)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self, pictures))
        self.setAccessibleName(name)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the columns jump
        mode = QListView.SelectionMode.ExtendedSelection if has_marks else QListView.SelectionMode.SingleSelection
        self.setSelectionMode(mode)
        self.setStyleSheet("QListView { border: none; background: transparent; }")
        self.doubleClicked.connect(lambda index: self.opened.emit(model.ids[index.row()]))
        self.selectionModel().selectionChanged.connect(lambda *_: self.choice_changed.emit(self.chosen_count))
        pictures.ready.connect(self.viewport().update)

    @property
    def chosen_count(self) -> int:
        """How many images are chosen, however many those are."""
        return sum(part.bottom() - part.top() + 1 for part in self.selectionModel().selection().toList())

    @property
    def chosen_ids(self) -> list[int]:
        """The chosen images, in their order."""
        parts = sorted((part.top(), part.bottom()) for part in self.selectionModel().selection().toList())
        return [image_id for top, bottom in parts for image_id in self.images.ids[top : bottom + 1]]

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these; chosen images that are still among them stay chosen, and the view stays where it is."""
        if ids == self.images.ids:
            self.images.forget()
            return
        chosen, scrolled = set(self.chosen_ids), self.verticalScrollBar().value()
        self.images.set_ids(ids)
        selection = QItemSelection()
        for number in (number for number, image_id in enumerate(ids) if image_id in chosen):
            selection.select(self.images.index(number), self.images.index(number))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)
        self.choice_changed.emit(self.chosen_count)
        self.verticalScrollBar().setValue(scrolled if chosen else 0)

    def choose(self, image_id: int) -> None:
        """Choose this one alone."""
        if image_id in self.images.ids:
            self.setCurrentIndex(self.images.index(self.images.ids.index(image_id)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self.viewport().width() - 2  # Qt wraps a row that fills it to the last pixel
        width = room // max(1, room // _LEAST_WIDTH)
        self.cell_size = QSize(width, round((width - _SPACE) * _SHAPE) + _FOOT + _SPACE)
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap on the circle chooses one more, or one fewer."""
        index = self.indexAt(event.position().toPoint())
        corner = self.visualRect(index).topLeft()
        is_on_mark = index.isValid() and max(*(event.position().toPoint() - corner).toTuple()) < DESK
        if self.has_marks and is_on_mark and event.button() is Qt.MouseButton.LeftButton:
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Toggle)
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.images.ids[self.currentIndex().row()])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of the screen, not the beginning of a name."""
