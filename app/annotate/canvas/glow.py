"""What is shown on the canvas besides image and marks."""

from dataclasses import dataclass

from vision.inspection import AnomalyMap, Thresholds


@dataclass(frozen=True, eq=False, kw_only=True)
class MapGlow:
    """A model's map with the thresholds that its colours are tied to."""

    anomaly_map: AnomalyMap
    thresholds: Thresholds
