"""History without widgets: from what the inspector looks for to rows and counts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Protocol

from app.history.filters import HistoryFilter, Span, any_verdict, to_query
from app.history.paging import PAGE_ROWS, Listing, RecordPages
from app.history.ports import RecordReader
from app.i18n import translate
from app.workers.background import Background
from vision.inspection import InspectionRecord, Trouble, Verdict
from vision.storage.records import RecordQuery


@dataclass(frozen=True, kw_only=True)
class Tally:
    """The numbers of the filter row."""

    verdicts: Mapping[Verdict, int]
    """Per verdict, as if no verdict were chosen."""
    shown: int
    total: int
    """All records of the station."""


class HistoryView(Protocol):
    """What the presenter needs of the screen."""

    def show_filter(self, wanted: HistoryFilter) -> None:
        """Set the filter row without emitting anything."""

    def show_rows(self, rows: RecordPages) -> None:
        """Put a new list in place, at its top."""

    def show_tally(self, tally: Tally) -> None:
        """Fill the counts."""

    def show_empty(self, sentence: str, hint: str) -> None:
        """Show a sentence instead of the table; `hint` names the button that widens the search, "" for none."""

    def show_trouble(self, trouble: Trouble) -> None:
        """Tell a known trouble."""


@dataclass(frozen=True, kw_only=True)
class HistoryPorts:
    """What `app.compose` hands in."""

    reader: RecordReader
    background: Background
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    """The wall clock; decides what "today" is, in the station's time zone."""


@dataclass(frozen=True)
class _Found:
    first_page: tuple[InspectionRecord, ...]
    tally: Tally


class HistoryPresenter:
    """Searches and pages. Lives on the window's thread; everything slow runs in the background."""

    def __init__(self, view: HistoryView, ports: HistoryPorts) -> None:
        self._view = view
        self._ports = ports
        self._wanted = HistoryFilter()
        self._search_number = 0

    @property
    def wanted(self) -> HistoryFilter:
        """What is looked for now."""
        return self._wanted

    def search(self, wanted: HistoryFilter) -> None:
        """Look for records; a later search overtakes this one."""
        self._wanted = wanted
        self._view.show_filter(wanted)
        self.refresh()

    def refresh(self) -> None:
        """The same search again: new parts have come, or the screen is shown."""
        self._search_number += 1
        number = self._search_number
        query = to_query(self._wanted, self._today())
        around = to_query(any_verdict(self._wanted), self._today())
        self._ports.background.run(
            lambda: self._find(query, around),
            lambda found: self._show_found(number, query, found),
            self._told,
        )

    def look_everywhere(self) -> None:
        """The empty state's way out: no filter at all."""
        self.search(HistoryFilter(span=Span.ALL))

    def show_lot(self, lot: str, verdict: Verdict | None = None) -> None:
        """Open with a lot, as the counters of Live do."""
        chosen = frozenset() if verdict is None else frozenset({verdict})
        self.search(HistoryFilter(span=Span.ALL, lot=lot, verdicts=chosen))

    def _find(self, query: RecordQuery, around: RecordQuery) -> _Found:
        reader = self._ports.reader
        verdicts = reader.verdict_counts(around)
        shown = sum(verdicts.get(verdict, 0) for verdict in query.verdicts or Verdict)  # a count would search once more
        tally = Tally(verdicts=verdicts, shown=shown, total=reader.count(RecordQuery()))
        return _Found(tuple(reader.page(query, after=None, offset=0, limit=PAGE_ROWS)), tally)

    def _show_found(self, number: int, query: RecordQuery, found: _Found) -> None:
        if number != self._search_number:
            return
        listing = Listing(query=query, first_page=found.first_page, count=found.tally.shown)
        rows = RecordPages(self._ports.reader, self._ports.background, listing)
        rows.on_trouble = self._told
        self._view.show_tally(found.tally)
        self._view.show_rows(rows)
        if found.tally.shown == 0:
            self._view.show_empty(*self._why_empty(found.tally.total))

    def _why_empty(self, total: int) -> tuple[str, str]:
        if total == 0:
            return translate(
                "History",
                "Every inspected part will be listed here with its image and verdict.",
            ), ""
        if replace(self._wanted, span=Span.ALL).narrows:
            return translate("History", "No record matches this search."), translate("History", "Show all records")
        return translate("History", "No part was inspected in this time."), translate("History", "Show all records")

    def _told(self, trouble: Exception) -> None:
        if not isinstance(trouble, Trouble):
            raise trouble
        self._view.show_trouble(trouble)

    def _today(self) -> date:
        return self._ports.now().astimezone().date()
