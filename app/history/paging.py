"""Ten thousand records and more as a list that loads itself, one page at a time, as it is looked at."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.history.ports import RecordReader
from app.workers.background import Background
from vision.inspection import InspectionRecord
from vision.storage.records import RecordQuery

PAGE_ROWS = 100
KEPT_PAGES = 40


@dataclass(frozen=True, kw_only=True)
class Listing:
    """What a search found: how many, and the first of them, so that the list opens without a second wait."""

    query: RecordQuery
    """Newest first."""
    first_page: Sequence[InspectionRecord]
    count: int


class RecordPages:
    """The matching records by row. Rows not yet read are None and are announced when they come.

    The list is pinned to the moment it was made: parts inspected later do not push its rows down. Lives on the
    window's thread; only the reading runs in the background. Pages looked at longest ago are forgotten, so memory does
    not grow with the history.
    """

    def __init__(self, reader: RecordReader, background: Background, listing: Listing) -> None:
        self._reader = reader
        self._background = background
        self._query = listing.query
        first = listing.first_page
        self._behind = first[0].sequence + 1 if first else None
        self._pages: OrderedDict[int, Sequence[InspectionRecord]] = OrderedDict({0: first})
        self._asked: set[int] = set()
        self.count = listing.count
        self.on_loaded: Callable[[int, int], None] = lambda first, last: None
        """Told the first and last row that have come."""
        self.on_trouble: Callable[[Exception], None] = lambda trouble: None

    def row(self, index: int) -> InspectionRecord | None:
        """The record of a row, or None while its page is on the way."""
        number, place = divmod(index, PAGE_ROWS)
        page = self._pages.get(number)
        if page is None:
            self._ask(number)
            return None
        self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    def _ask(self, number: int) -> None:
        if number in self._asked:
            return
        self._asked.add(number)
        offset = number * PAGE_ROWS
        self._background.run(
            lambda: self._reader.page(self._query, after=self._behind, offset=offset, limit=PAGE_ROWS),
            lambda page: self._take(number, page),
            self._fail,
        )

    def _take(self, number: int, page: Sequence[InspectionRecord]) -> None:
        self._asked.discard(number)
        self._pages[number] = page
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        if page:
            first = number * PAGE_ROWS
            self.on_loaded(first, first + len(page) - 1)

    def _fail(self, trouble: Exception) -> None:
        """The page stays asked for: a broken disk must not be asked again at every repaint."""
        self.on_trouble(trouble)
