"""What the inspector looks for, as a value, and the store's query it becomes."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from app.i18n import told
from vision.inspection import Verdict
from vision.storage.records import RecordQuery


class Span(StrEnum):
    """The date ranges on offer."""

    TODAY = "today"
    LAST_7_DAYS = "last_7_days"
    ALL = "all"
    PICKED = "picked"


@dataclass(frozen=True, kw_only=True)
class HistoryFilter:
    """The state of the filter row. Days are local calendar days of the station, both ends included."""

    text: str = ""
    span: Span = Span.TODAY
    first_day: date | None = None
    last_day: date | None = None
    """Both set with `Span.PICKED` only."""
    lot: str | None = None
    verdicts: frozenset[Verdict] = frozenset()
    """Empty means every verdict."""

    @property
    def narrows(self) -> bool:
        """True when some record could be left out."""
        return bool(self.text or self.lot or self.verdicts) or self.span is not Span.ALL


def any_verdict(wanted: HistoryFilter) -> HistoryFilter:
    """The same search without the choice of verdicts: what the counts on the verdict buttons tell."""
    return replace(wanted, verdicts=frozenset())


def to_query(wanted: HistoryFilter, today: date) -> RecordQuery:
    """The store's query, newest first."""
    first, last = _days(wanted, today)
    return RecordQuery(
        text=_searched(wanted.text),
        spoken=told,
        lot=wanted.lot,
        verdicts=wanted.verdicts,
        since=_midnight(first),
        until=_midnight(last + timedelta(days=1)) if last else None,
        oldest_first=False,
    )


def _searched(text: str) -> str | None:
    """What was typed, without blanks around it; a part's number also without the thin space that screens write."""
    compact = "".join(text.split())
    return (compact if compact.isdigit() else text.strip()) or None


def _days(wanted: HistoryFilter, today: date) -> tuple[date | None, date | None]:
    if wanted.span is Span.TODAY:
        return today, today
    if wanted.span is Span.LAST_7_DAYS:
        return today - timedelta(days=6), today
    if wanted.span is Span.PICKED:
        return wanted.first_day, wanted.last_day
    return None, None


def _midnight(day: date | None) -> datetime | None:
    """Local midnight at the beginning of `day`, in UTC."""
    return None if day is None else datetime.combine(day, time.min).astimezone().astimezone(UTC)
