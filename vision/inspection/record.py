"""The durable trace of one inspection."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from vision.inspection.scale import scaled
from vision.inspection.verdict import Thresholds, Verdict


def new_inspection_id() -> str:
    """A fresh id made by the station before anything is stored, so that a retry can never double a record."""
    return uuid.uuid4().hex


@dataclass(frozen=True, kw_only=True)
class Part:
    """One physical item as the station knows it."""

    serial: str | None = None
    lot: str | None = None


@dataclass(frozen=True, kw_only=True)
class ViewRecord:
    """What one view of the part gave. Paths are relative to the station's home, with forward slashes."""

    view: str
    verdict: Verdict
    score: float | None = None
    t1: float | None = None
    t2: float | None = None
    model_hash: str | None = None
    image: str | None = None
    """Our own lossless copy of the frame; None when no frame came."""
    image_hash: str | None = None
    """SHA-256 of the image file, hex."""
    map_summary: dict[str, Any] | None = None
    """JSON-ready: `regions` (list of {x, y, width, height, area_px, peak}), `peak`, `mean`, `p99`."""
    reason: str = ""
    """One line for a person: why this verdict; never empty for NOT_INSPECTED."""

    @property
    def thresholds(self) -> Thresholds | None:
        """T1 and T2 as they were; None when no model was asked."""
        return None if self.t1 is None or self.t2 is None else Thresholds(t1=self.t1, t2=self.t2)

    @property
    def scaled_score(self) -> float | None:
        """The score on the scale of 0 to 100 that people read; None without a score."""
        return None if self.score is None or self.thresholds is None else scaled(self.score, self.thresholds)


@dataclass(frozen=True, kw_only=True)
class InspectionRecord:
    """One trigger's one record. `sequence` is the order that counts; clocks jump."""

    inspection_id: str
    sequence: int
    time: datetime
    """Wall clock at the trigger, UTC."""
    monotonic_s: float
    part: Part
    operator: str | None
    station: str
    recipe: str
    recipe_version: int
    recipe_hash: str
    verdict: Verdict
    score: float | None
    reason: str
    views: tuple[ViewRecord, ...]
    latency_ms: float | None
    """Decoded frame in memory to verdict; None when there was no verdict of a model."""
    recorded_ms: float | None
    """Decoded frame in memory to durable record, measured after the commit that makes it durable.

    None until it is stored in its turn: with the next write of the station. A crash before that loses it, and no more.
    """
    source: str = ""
    """Where the frames came from: camera spec, or the path given to `loupe inspect`."""

    @property
    def deciding_view(self) -> ViewRecord | None:
        """The view whose verdict became the part's; of equal ones the highest above its T2. None without views."""
        agreeing = [view for view in self.views if view.verdict is self.verdict] or list(self.views)
        return max(agreeing, key=lambda view: (view.score or 0.0) - (view.t2 or 0.0), default=None)
