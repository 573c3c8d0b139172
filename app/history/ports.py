"""What the History screen asks of the rest of the application. `app.compose` hands in what fulfils it."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from vision.inspection import Frame, InspectionRecord, Verdict, ViewRecord
from vision.station.replay import Replay
from vision.storage.records import RecordQuery


class RecordReader(Protocol):
    """The reading side of `vision.storage.Store`; called from the background thread."""

    def count(self, query: RecordQuery) -> int:
        """How many records match."""

    def verdict_counts(self, query: RecordQuery) -> Mapping[Verdict, int]:
        """How many records of each verdict match."""

    def page(self, query: RecordQuery, *, after: int | None, offset: int, limit: int) -> Sequence[InspectionRecord]:
        """`limit` records from `offset` on, in the query's order, counted behind the sequence `after`."""


class Replays(Protocol):
    """Stored frames and their second prediction; called from the background thread."""

    def frame(self, view: ViewRecord) -> Frame:
        """The stored frame. Raises `Trouble` when the file is missing or damaged."""

    def replay(self, record: InspectionRecord) -> Replay:
        """Predict the stored frames again. Raises `Trouble` when frame, recipe version or model is gone."""

    def absence(self, record: InspectionRecord, view: ViewRecord) -> str | None:
        """Why a view has no stored frame ("removed by retention on ..."), None when nothing is known."""
