"""The records as Qt's table asks for them. Rows are records; a row whose page is on the way is blank."""

from collections.abc import Callable
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.history.paging import RecordPages
from app.history.wording import NOTHING, counted, scored, timed, verdict_word
from app.i18n import translate
from app.theme import Weight, font
from app.workers.thumbnails import Thumbnails
from vision.inspection import InspectionRecord, ViewRecord

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """From left to right."""

    IMAGE = 0
    PART = 1
    SERIAL = 2
    LOT = 3
    TIME = 4
    VERDICT = 5
    SCORE = 6


RECORD_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The `InspectionRecord` of a row, None while it is on the way."""


class RecordTable(QAbstractTableModel):
    """A read-only table over `RecordPages`; texts also serve the screen reader."""

    def __init__(self, thumbnails: Thumbnails, today: Callable[[], date]) -> None:
        super().__init__()
        self._rows: RecordPages | None = None
        self._today = today
        self._thumbnails = thumbnails
        thumbnails.on_ready = self._thumbnail_came

    def set_rows(self, rows: RecordPages) -> None:
        """Show another list from its top."""
        self.beginResetModel()
        self._rows = rows
        rows.on_loaded = self._rows_came
        self.endResetModel()

    def record(self, row: int) -> InspectionRecord | None:
        """The record of a row, None while it is on the way or outside the list."""
        if self._rows is None or not 0 <= row < self._rows.count:
            return None
        return self._rows.row(row)

    def row_of(self, inspection_id: str, among: int) -> int | None:
        """Where a record stands among the first rows."""
        for row in range(min(among, self.rowCount())):
            record = self.record(row)
            if record is not None and record.inspection_id == inspection_id:
                return row
        return None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or self._rows is None else self._rows.count

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == Column.SCORE else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            return font(14, Weight.MEDIUM)
        return _titles()[Column(section)] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | (
                Qt.AlignmentFlag.AlignRight if index.column() == Column.SCORE else Qt.AlignmentFlag.AlignLeft
            )
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, RECORD_ROLE):
            return None
        record = self.record(index.row())
        if record is None or role == RECORD_ROLE:
            return record
        return self._text(record, Column(index.column()))

    def _text(self, record: InspectionRecord, column: Column) -> str:
        if column is Column.IMAGE:
            return "" if stored_view(record) else translate("History", "no image")
        if column is Column.PART:
            return counted(record.sequence)
        if column in (Column.SERIAL, Column.LOT):
            return (record.part.serial if column is Column.SERIAL else record.part.lot) or NOTHING
        if column is Column.TIME:
            return timed(record.time, self._today())
        return verdict_word(record.verdict) if column is Column.VERDICT else scored(record.deciding_view)

    def _rows_came(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def _thumbnail_came(self, _path: str) -> None:
        """Which rows show it is not worth finding out: only the rows in sight are painted."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0, Column.IMAGE), self.index(self.rowCount() - 1, Column.IMAGE))


def stored_view(record: InspectionRecord) -> ViewRecord | None:
    """The view whose stored frame stands for a record: the one that decided, else any; None without a frame."""
    deciding = record.deciding_view
    if deciding is not None and deciding.image:
        return deciding
    return next((view for view in record.views if view.image), None)


def _titles() -> dict[Column, str]:
    return {
        Column.IMAGE: translate("History", "Image"),
        Column.PART: translate("History", "Part"),
        Column.SERIAL: translate("History", "Serial"),
        Column.LOT: translate("History", "Lot"),
        Column.TIME: translate("History", "Time"),
        Column.VERDICT: translate("History", "Verdict"),
        Column.SCORE: translate("History", "Score"),
    }
