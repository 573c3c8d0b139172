"""The list of parts: thumbnail, number, one line, and a mark at the right."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView

from app.i18n import translate
from app.review.shown import Mark, Row
from app.theme import paint_icon, tokens
from app.theme.tokens import GLOVE
from app.widgets.picture_list import PictureList
from app.widgets.pixmaps import paint_thumbnail
from app.widgets.symbol import paint_symbol, verdict_word
from app.workers.thumbnails import Thumbnails

_DONE_OPACITY = 0.7


class _Look:
    """Of a part that waits or was decided."""

    sizes = (18, 15)
    cut = Qt.TextElideMode.ElideRight

    def __init__(self, thumbnails: Thumbnails) -> None:
        self._thumbnails = thumbnails

    def words(self, row: Row) -> tuple[str, str]:
        return row.number, row.line

    def spoken(self, row: Row) -> str:
        return f"{row.spoken}, {verdict_word(row.verdict)}" if row.verdict else row.spoken

    def opacity(self, row: Row, *, is_chosen: bool) -> float:
        return _DONE_OPACITY if row.mark is Mark.DONE and not is_chosen else 1

    def paint_picture(self, painter: QPainter, box: QRectF, row: Row) -> None:
        pixels = self._thumbnails.get(row.image) if row.image else None
        is_missing = row.image is None or self._thumbnails.is_missing(row.image)
        paint_thumbnail(painter, box, pixels, is_missing=is_missing)

    def paint_mark(self, painter: QPainter, box: QRectF, row: Row) -> None:
        if row.verdict is None:
            paint_icon(painter, "ellipsis", box, tokens().tx3)
        else:
            paint_symbol(painter, row.verdict, box)


class QueueList(PictureList):
    """Rows one below the other; `chosen` when a person takes one."""

    chosen = Signal(str)

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__(_Look(thumbnails), translate("Review", "Parts to review"))
        thumbnails.on_ready = lambda _path: self.show_pictures()
        self.clicked.connect(lambda index: self.chosen.emit(self.rows[index.row()].key))

    def show_rows(self, rows: tuple[Row, ...], chosen: str | None) -> None:
        """Show these, a newly chosen one in sight with the decided ones above it; else the list stays where it is."""
        current, scrolled = self.currentIndex(), self.verticalScrollBar().value()
        before = self.rows[current.row()].key if current.isValid() else None
        self.set_rows(rows)
        at = next((n for n, row in enumerate(rows) if row.key == chosen), None)
        self.choose(at)
        if at is None:
            return
        if chosen == before:
            self.verticalScrollBar().setValue(scrolled)
            return
        above = max(0, at - max(0, self.viewport().height() // GLOVE // 3))
        self.scrollTo(self.model().index(above, 0), QListView.ScrollHint.PositionAtTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The screen's own keys move and decide; a list that searched for typed letters would swallow them."""
        event.ignore()
