"""Records and a reader without a database, for the History screen's tests."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

import numpy as np

from vision.inspection import Frame, InspectionRecord, Part, Prediction, Verdict, ViewRecord
from vision.station.replay import Replay
from vision.storage.records import RecordQuery

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
_VERDICTS = (Verdict.OK, Verdict.OK, Verdict.NG, Verdict.REVIEW, Verdict.NOT_INSPECTED)


def make_view(
    verdict: Verdict, *, name: str = "view-1", score: float | None = 0.3, image: str | None = "a.png"
) -> ViewRecord:
    return ViewRecord(
        view=name,
        verdict=verdict,
        score=score,
        t1=0.5,
        t2=0.62,
        model_hash="9f3ca17e" * 8,
        image=image,
        image_hash="0" * 64,
    )


def make_record(
    sequence: int, verdict: Verdict | None = None, views: Sequence[ViewRecord] | None = None
) -> InspectionRecord:
    verdict = verdict or _VERDICTS[sequence % len(_VERDICTS)]
    seen = verdict is not Verdict.NOT_INSPECTED
    score = (0.2 + (sequence % 90) / 100) if seen else None
    if views is None:
        views = (make_view(verdict, score=score, image=f"frames/{sequence}.png" if seen else None),)
    return InspectionRecord(
        inspection_id=f"{sequence:032x}",
        sequence=sequence,
        time=NOW - timedelta(seconds=100_000 - sequence),
        monotonic_s=float(sequence),
        part=Part(serial=f"MT42-{sequence:06d}", lot="L-2419"),
        operator="Kim",
        station="Station 1",
        recipe="Magnet tile 42",
        recipe_version=7,
        recipe_hash="c0ffee12" * 8,
        verdict=verdict,
        score=score,
        reason="" if seen else "The camera gave no frame in time.",
        views=tuple(views),
        latency_ms=38.2 if seen else None,
        recorded_ms=61.4 if seen else None,
    )


class ListReader:
    """Newest first over a list; verdicts narrow, everything else is not looked at."""

    def __init__(self, records: Sequence[InspectionRecord]) -> None:
        self.records = sorted(records, key=lambda record: -record.sequence)
        self.pages_read = 0

    def _matching(self, query: RecordQuery) -> list[InspectionRecord]:
        return [record for record in self.records if not query.verdicts or record.verdict in query.verdicts]

    def count(self, query: RecordQuery) -> int:
        return len(self._matching(query))

    def verdict_counts(self, query: RecordQuery) -> Mapping[Verdict, int]:
        found = [record.verdict for record in self._matching(query)]
        return {verdict: found.count(verdict) for verdict in Verdict}

    def page(self, query: RecordQuery, *, after: int | None, offset: int, limit: int) -> Sequence[InspectionRecord]:
        self.pages_read += 1
        matching = [record for record in self._matching(query) if after is None or record.sequence < after]
        return matching[offset : offset + limit]


class MadeUpReplays:
    """Frames and maps out of thin air; `score_shift` makes a replay differ from its record."""

    def __init__(self, score_shift: float = 0.0) -> None:
        self.score_shift = score_shift
        self.replayed = 0

    def frame(self, view: ViewRecord) -> Frame:
        return Frame(pixels=np.full((60, 80), 90, np.uint8))

    def replay(self, record: InspectionRecord) -> Replay:
        self.replayed += 1
        scores = {view.view: (view.score or 0.0) + self.score_shift for view in record.views}
        predictions = {
            name: Prediction(score=score, anomaly_map=np.full((60, 80), score, np.float32))
            for name, score in scores.items()
        }
        return Replay(record=record, scores=scores, predictions=predictions, verdict=record.verdict)

    def absence(self, record: InspectionRecord, view: ViewRecord) -> str | None:
        return "Removed by retention on 2026-05-01." if view.score is not None else None
