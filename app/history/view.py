"""The History screen: filter rows and table at the left, the chosen record at the right."""

from datetime import UTC, date, datetime

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.history.delegate import LEFT_PAD, ROW_HEIGHT, RecordDelegate
from app.history.detail_panel import DetailPanel
from app.history.filter_bar import FilterBar
from app.history.filters import HistoryFilter
from app.history.paging import RecordPages
from app.history.presenter import Tally
from app.history.table_model import Column, RecordTable
from app.i18n import translate
from app.theme.tokens import GAP
from app.widgets.empty_state import EmptyState
from app.workers.thumbnails import Thumbnails
from vision.inspection import Trouble

_DETAIL_SHARE = 0.35
_DETAIL_WIDTHS = (408, 612)
_COLUMN_WIDTHS = {
    Column.IMAGE: LEFT_PAD + 64 + 14,
    Column.PART: 112,
    Column.SERIAL: 216,
    Column.LOT: 180,
    Column.TIME: 222,
    Column.SCORE: 96,
}
_VERDICT_WIDTH = 190
"""The longest verdict word with its symbol."""
_ALL_COLUMNS = sum(_COLUMN_WIDTHS.values()) + _VERDICT_WIDTH
"""Below this width, serial and lot are read beside the image only."""


class RecordList(QTableView):
    """The table itself: one record a row, chosen with a click or the arrow keys."""

    def __init__(self, model: RecordTable, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(RecordDelegate(self, thumbnails))
        self.setAccessibleName(translate("History", "Records"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self._size_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column in (Column.SERIAL, Column.LOT):
            self.setColumnHidden(column, self.width() < _ALL_COLUMNS)

    def _size_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.VERDICT, QHeaderView.ResizeMode.Stretch)
        for column, width in _COLUMN_WIDTHS.items():
            self.setColumnWidth(column, width)


class HistoryView(QWidget):
    """Setters in, signals out; see `HistoryPresenter` and `DetailPresenter`."""

    search_changed = Signal(object)
    """A `HistoryFilter`."""
    record_chosen = Signal(object)
    """An `InspectionRecord`, or None."""
    everything_asked = Signal()
    shown = Signal()
    trouble = Signal(object)

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.kept: tuple[object, ...] = ()
        """What must live as long as the screen: Qt holds the methods it calls only weakly."""
        self.filters = FilterBar()
        self.filters.changed.connect(self.search_changed)
        self.model = RecordTable(thumbnails, _today)
        self.table = RecordList(self.model, thumbnails)
        self.table.selectionModel().selectionChanged.connect(self._choose)
        self._empty: EmptyState | None = None
        self.detail = DetailPanel()
        self._lay_out()
        self._add_keys()

    def show_filter(self, wanted: HistoryFilter) -> None:
        """Set the filter row without emitting anything."""
        self.filters.show_filter(wanted)

    def show_tally(self, tally: Tally) -> None:
        """Fill the counts."""
        self.filters.show_tally(tally)

    def show_rows(self, rows: RecordPages) -> None:
        """Put a new list in place; the chosen record stays chosen when it is among the first."""
        chosen = self._chosen_id()
        self.model.set_rows(rows)
        self._stack.setCurrentWidget(self.table)
        again = self.model.row_of(chosen, 100) if chosen else None
        if rows.count:
            self.table.setCurrentIndex(self.model.index(again or 0, 0))

    def show_empty(self, sentence: str, hint: str) -> None:
        """Show a sentence instead of the table."""
        if self._empty is not None:
            self._empty.deleteLater()
        self._empty = EmptyState(translate("History", "Nothing to show"), sentence, icon_name="history", action=hint)
        self._empty.started.connect(self.everything_asked)
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    def show_trouble(self, trouble: Trouble) -> None:
        """Tell a known trouble."""
        self.trouble.emit(trouble)

    def go_back(self) -> bool:
        """Esc empties the search field first; False when it is empty."""
        if not self.filters.search.text():
            return False
        self.filters.search.clear()
        return True

    def showEvent(self, event: object) -> None:
        self.shown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        low, high = _DETAIL_WIDTHS
        self.detail.setFixedWidth(min(high, max(low, round(self.width() * _DETAIL_SHARE))))

    def _lay_out(self) -> None:
        lower = QWidget()
        self._stack = QStackedLayout(lower)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.table)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.filters)
        left.addWidget(lower, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(left, 1)
        layout.addWidget(self.detail)

    def _add_keys(self) -> None:
        for keys, act in (
            (QKeySequence.StandardKey.Find, self.filters.search.setFocus),
            (QKeySequence("M"), self.detail.map.click),
            (QKeySequence("E"), self.detail.export.click),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _chosen_id(self) -> str | None:
        record = self.model.record(self.table.currentIndex().row())
        return record.inspection_id if record else None

    def _choose(self, _now: QItemSelection, _before: QItemSelection) -> None:
        indexes = self.table.selectionModel().selectedRows()
        self.record_chosen.emit(self.model.record(indexes[0].row()) if indexes else None)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
