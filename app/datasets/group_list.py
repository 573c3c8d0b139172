"""The list of near-duplicate groups: picture, how many, and a tick once one of them is kept."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter

from app.datasets.shown import GroupRow
from app.datasets.wording import images_word, short_path
from app.i18n import translate
from app.theme import paint_icon, tokens
from app.widgets.picture_list import PictureList
from app.widgets.pixmaps import inside
from app.workers.dataset_pictures import DatasetPictures


class _Look:
    """Of a group of near-duplicates."""

    sizes = (17, 14)
    cut = Qt.TextElideMode.ElideMiddle

    def __init__(self, pictures: DatasetPictures) -> None:
        self._pictures = pictures

    def words(self, one: GroupRow) -> tuple[str, str]:
        return images_word(one.count), short_path(one.first.file.path)

    def spoken(self, one: GroupRow) -> str:
        settled = translate("Datasets", "settled") if one.is_settled else translate("Datasets", "open")
        return ", ".join((*self.words(one), settled))

    def opacity(self, _one: GroupRow, *, is_chosen: bool) -> float:
        return 1

    def paint_picture(self, painter: QPainter, box: QRectF, one: GroupRow) -> None:
        painter.fillRect(box, QColor(tokens().img))
        picture = self._pictures.get(one.first)
        if picture is not None:
            painter.drawPixmap(inside(box, picture), picture, QRectF(picture.rect()))

    def paint_mark(self, painter: QPainter, box: QRectF, one: GroupRow) -> None:
        if one.is_settled:
            paint_icon(painter, "check", box.adjusted(1, 1, -1, -1), tokens().tx2, 3)


class GroupList(PictureList):
    """`chosen` with the number of a group."""

    chosen = Signal(int)

    def __init__(self, pictures: DatasetPictures) -> None:
        super().__init__(_Look(pictures), translate("Datasets", "Groups of near-duplicates"))
        self.selectionModel().currentChanged.connect(self._on_current)
        self._is_filling = False
        pictures.ready.connect(self.show_pictures)

    def show_rows(self, rows: Sequence[GroupRow], chosen: int) -> None:
        """Show these."""
        self._is_filling = True
        self.set_rows(rows)
        if rows:
            self.choose(chosen)
        self._is_filling = False

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._is_filling:
            self.chosen.emit(now.row())
