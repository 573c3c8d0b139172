"""An anomaly map in a few words and numbers: its regions, their place, and the one-line reason for a verdict."""

from dataclasses import asdict, dataclass
from typing import Any

import cv2
import numpy as np

from vision.inspection import AnomalyMap, Verdict, say
from vision.station.inspector import Outcome, ViewOutcome

MAX_REGIONS = 20
_PLACES = (
    (say("upper left"), say("top"), say("upper right")),
    (say("left"), say("centre"), say("right")),
    (say("lower left"), say("bottom"), say("lower right")),
)


@dataclass(frozen=True, kw_only=True)
class MapRegion:
    """A connected region of the map at or above T1, in frame pixels."""

    x: int
    y: int
    width: int
    height: int
    area_px: int
    peak: float


def map_regions(anomaly_map: AnomalyMap, threshold: float) -> list[MapRegion]:
    """Connected regions (8-neighbourhood) at or above `threshold`, highest peak first, at most `MAX_REGIONS`."""
    mask = (anomaly_map >= threshold).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    regions = []
    for label in range(1, count):
        x, y, width, height, area = (int(value) for value in stats[label])
        window = (slice(y, y + height), slice(x, x + width))
        peak = float(anomaly_map[window][labels[window] == label].max())
        regions.append(MapRegion(x=x, y=y, width=width, height=height, area_px=area, peak=peak))
    return sorted(regions, key=lambda region: -region.peak)[:MAX_REGIONS]


def map_summary(anomaly_map: AnomalyMap, threshold: float) -> dict[str, Any]:
    """The JSON-ready summary that a record keeps of a map."""
    return {
        "regions": [asdict(region) for region in map_regions(anomaly_map, threshold)],
        "peak": float(anomaly_map.max()),
        "mean": float(anomaly_map.mean()),
        "p99": float(np.percentile(anomaly_map[::4, ::4], 99)),
    }


def place_of_peak(anomaly_map: AnomalyMap) -> str:
    """Where the map is highest, in words: "upper right", "left", "centre"."""
    row, column = np.unravel_index(int(anomaly_map.argmax()), anomaly_map.shape)
    height, width = anomaly_map.shape
    return _PLACES[min(2, int(3 * row / height))][min(2, int(3 * column / width))]


def view_reason(found: ViewOutcome, summary: dict[str, Any] | None) -> str:
    """One line for a person: why this verdict."""
    if found.prediction is None or summary is None:
        return found.trouble
    if found.verdict is Verdict.OK:
        return say("Score below T1")
    above = sum(region["peak"] > found.view.t2 for region in summary["regions"])
    line, count = ("T2", above) if found.verdict is Verdict.NG and above else ("T1", len(summary["regions"]))
    place = place_of_peak(found.prediction.anomaly_map)
    if count == 0:
        line = "T2" if found.verdict is Verdict.NG else "T1"
        return say("Score above {line}, highest at the {place}", line=line, place=place)
    return say(
        "{count} region above {line}, {place}" if count == 1 else "{count} regions above {line}, {place}",
        count=count,
        line=line,
        place=place,
    )


def part_reason(outcome: Outcome, reasons: dict[str, str]) -> str:
    """The deciding view's reason, with the view's name when there are several."""
    if outcome.overruled:
        return outcome.overruled
    deciding = outcome.deciding.view.name
    reason = reasons[deciding]
    return reason if len(outcome.views) == 1 else say("{view}: {reason}", view=deciding, reason=reason)
