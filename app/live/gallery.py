"""The last parts, kept for a closer look. Bounded in memory whatever the camera's size."""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from vision.images import at_most
from vision.inspection import AnomalyMap, Frame, InspectionRecord, Thresholds, Verdict, ViewRecord
from vision.station.events import Inspected

KEPT = 16
_MAP_SIDE = 1024


@dataclass(frozen=True, eq=False, kw_only=True)
class ViewLook:
    """One view of a part, with what a screen draws of it."""

    view: ViewRecord
    frame: Frame | None
    """None when no frame came."""
    anomaly_map: AnomalyMap | None
    """At most 1024 pixels long: enough for a screen."""
    thresholds: Thresholds | None


@dataclass(frozen=True, eq=False, kw_only=True)
class Look:
    """One part to look at: the record, all its views, and the one that is looked at closely."""

    record: InspectionRecord
    views: tuple[ViewLook, ...]
    """In the recipe's order; empty when nothing came of the part."""
    name: str
    """The view looked at closely: the one that decided, unless a person chose another; empty without views."""

    @property
    def key(self) -> str:
        """The inspection's id."""
        return self.record.inspection_id

    @property
    def close(self) -> ViewLook | None:
        """The view looked at closely."""
        return next((look for look in self.views if look.view.view == self.name), None)

    @property
    def frame(self) -> Frame | None:
        """The frame of the view looked at closely."""
        return self.close.frame if self.close else None

    @property
    def verdict(self) -> Verdict:
        """The part's verdict; of a view that did not decide, its own."""
        close = self.close
        if close is None or close.view is self.record.deciding_view:
            return self.record.verdict
        return close.view.verdict

    def through(self, name: str) -> "Look":
        """The same part, looked at closely through another view."""
        return replace(self, name=name)


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
    """A part with the frames of its views and maps of screen size, seen through the view that decided."""
    decided = inspected.record.deciding_view
    views = tuple(_view_look(view, inspected, fallback) for view in inspected.record.views)
    return Look(record=inspected.record, views=views, name=decided.view if decided else "")


def _view_look(view: ViewRecord, inspected: Inspected, fallback: Mapping[str, Thresholds]) -> ViewLook:
    prediction = inspected.predictions.get(view.view)
    return ViewLook(
        view=view,
        frame=inspected.frames.get(view.view),
        anomaly_map=None if prediction is None else at_most(prediction.anomaly_map, _MAP_SIDE),
        thresholds=_thresholds(view) or fallback.get(view.view),
    )


def _thresholds(view: ViewRecord) -> Thresholds | None:
    if view.t1 is None or view.t2 is None:
        return None
    return Thresholds(t1=view.t1, t2=view.t2)
