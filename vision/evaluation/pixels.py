"""Pixel metrics over any number of images in constant memory.

Every score is rounded to one of 2^20 bins that are 0.05 % wide (the upper bits of its float32 pattern, which keep the
order), and only counts per bin are kept: 8 MB each. scikit-learn computes the curves from the counts as weights, so
the figures are exact for the rounded scores, at the mask's own size, without holding a single map.
"""

from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.inspection import AnomalyMap, PixelMask

_BITS = 20
_BINS = 1 << _BITS
AUPRO_FPR_LIMIT = 0.3


def _counts() -> NDArray[np.float64]:
    return np.zeros(_BINS, np.float64)


@dataclass(frozen=True, eq=False)
class PixelTally:
    """Counts per score bin."""

    normal: NDArray[np.float64] = field(default_factory=_counts)
    """Pixels without defect, of good and of defective parts."""
    defect: NDArray[np.float64] = field(default_factory=_counts)
    regions: NDArray[np.float64] = field(default_factory=_counts)
    """Each connected defect region spreads the weight 1 over its pixels, so that a small one counts like a large one."""

    def add(self, anomaly_map: AnomalyMap, mask: PixelMask | None) -> None:
        """Count one image: (h, w) map, brought to the size of its (H, W) mask; None is a good part."""
        if mask is None:
            self.normal[:] += np.bincount(score_bins(anomaly_map).ravel(), minlength=_BINS)
            return
        bins = score_bins(_at_size(anomaly_map, mask))
        self.normal[:] += np.bincount(bins[~mask], minlength=_BINS)
        self.defect[:] += np.bincount(bins[mask], minlength=_BINS)
        self.regions[:] += np.bincount(bins[mask], weights=_region_weights(mask)[mask], minlength=_BINS)

    def merged(self, other: "PixelTally") -> "PixelTally":
        """Both together."""
        return PixelTally(self.normal + other.normal, self.defect + other.defect, self.regions + other.regions)

    def auroc(self) -> float | None:
        """Area under the ROC curve over pixels; None without both kinds of pixels."""
        from sklearn.metrics import roc_auc_score

        used = np.flatnonzero(self.normal + self.defect)
        normal, defect = self.normal[used], self.defect[used]
        if not normal.any() or not defect.any():
            return None
        truth = np.repeat([0, 1], len(used))
        return float(roc_auc_score(truth, np.tile(used, 2), sample_weight=np.concatenate([normal, defect])))

    def aupro(self) -> float | None:
        """Area under the per-region overlap up to a false-positive rate of 0.3, as a share of 0.3; None if undefined."""
        from sklearn.metrics import auc

        used = np.flatnonzero(self.normal + self.regions)[::-1]
        normal, regions = self.normal[used], self.regions[used]
        if not normal.any() or not regions.any():
            return None
        false_positive = np.concatenate([[0.0], np.cumsum(normal) / normal.sum()])
        overlap = np.concatenate([[0.0], np.cumsum(regions) / regions.sum()])
        inside = false_positive < AUPRO_FPR_LIMIT
        at_limit = np.interp(AUPRO_FPR_LIMIT, false_positive, overlap)
        x = np.append(false_positive[inside], AUPRO_FPR_LIMIT)
        return float(auc(x, np.append(overlap[inside], at_limit)) / AUPRO_FPR_LIMIT)


def score_bins(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """The bin of each score, ordered as the scores are; negative ones too."""
    bits = np.ascontiguousarray(scores, np.float32).view(np.uint32)
    ordered = np.where(bits >> 31 == 0, bits | np.uint32(1 << 31), ~bits)
    return (ordered >> np.uint32(32 - _BITS)).astype(np.int64)


def _at_size(anomaly_map: AnomalyMap, mask: PixelMask) -> AnomalyMap:
    if anomaly_map.shape == mask.shape:
        return anomaly_map
    resized = cv2.resize(anomaly_map, (mask.shape[1], mask.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray(resized, np.float32)


def _region_weights(mask: PixelMask) -> NDArray[np.float64]:
    """(H, W): 1 / size of the connected region (8-neighbourhood) a pixel belongs to, 0 outside."""
    _, labels = cv2.connectedComponents(mask.astype(np.uint8), connectivity=8)
    sizes = np.bincount(labels.ravel()).astype(np.float64)
    weights = 1 / np.maximum(sizes, 1)
    weights[0] = 0
    return np.asarray(weights[labels], np.float64)
