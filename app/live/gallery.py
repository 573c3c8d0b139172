"""The last parts, kept for a closer look. Bounded in memory whatever the camera's size."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import cv2
import numpy as np

from vision.inspection import AnomalyMap, Frame, InspectionRecord, Thresholds, ViewRecord
from vision.station.events import Inspected

KEPT = 16
_MAP_SIDE = 1024


@dataclass(frozen=True, eq=False, kw_only=True)
class Look:
    """One part to look at: the record and the view that decided."""

    record: InspectionRecord
    view: ViewRecord | None
    frame: Frame | None
    anomaly_map: AnomalyMap | None
    """At most 1024 pixels long: enough for a screen."""
    thresholds: Thresholds | None

    @property
    def key(self) -> str:
        """The inspection's id."""
        return self.record.inspection_id


class Gallery:
    """The newest `KEPT` parts, oldest first."""

    def __init__(self) -> None:
        self._looks: deque[Look] = deque(maxlen=KEPT)

    def add(self, recent: Iterable[Inspected], fallback: Mapping[str, Thresholds]) -> None:
        """Keep parts for a closer look; `fallback` thresholds serve records that carry none."""
        self._looks.extend(look_at(inspected, fallback) for inspected in recent)

    def clear(self) -> None:
        """Forget all parts."""
        self._looks.clear()

    @property
    def looks(self) -> tuple[Look, ...]:
        """All parts kept, oldest first."""
        return tuple(self._looks)

    def find(self, key: str | None) -> Look | None:
        """The part with that id; None when it is not kept any more."""
        return next((look for look in self._looks if look.key == key), None)

    def beside(self, key: str | None, step: int) -> Look | None:
        """The part `step` places newer (negative: older); None beyond the ends."""
        looks = self.looks
        index = next((i for i, look in enumerate(looks) if look.key == key), len(looks) - 1) + step
        return looks[index] if 0 <= index < len(looks) else None


def look_at(inspected: Inspected, fallback: Mapping[str, Thresholds]) -> Look:
    """The deciding view of a part with its frame and a map of screen size."""
    record = inspected.record
    view = record.deciding_view
    name = view.view if view else ""
    prediction = inspected.predictions.get(name)
    return Look(
        record=record,
        view=view,
        frame=inspected.frames.get(name) or next(iter(inspected.frames.values()), None),
        anomaly_map=None if prediction is None else _shrunk(prediction.anomaly_map),
        thresholds=_thresholds(view) or fallback.get(name),
    )


def _thresholds(view: ViewRecord | None) -> Thresholds | None:
    if view is None or view.t1 is None or view.t2 is None:
        return None
    return Thresholds(t1=view.t1, t2=view.t2)


def _shrunk(anomaly_map: AnomalyMap) -> AnomalyMap:
    height, width = anomaly_map.shape
    scale = _MAP_SIDE / max(height, width)
    if scale >= 1:
        return anomaly_map
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(anomaly_map, size, interpolation=cv2.INTER_AREA), dtype=np.float32)
