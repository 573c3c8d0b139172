"""How a recipe's view does on images whose truth is known. Writes no records."""

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np

from vision.evaluation.dataset import EvaluationItem, read_mask
from vision.evaluation.pixels import PixelTally
from vision.images import ImageTrouble, read_image
from vision.inspection import Frame, PixelMask, Prediction, Thresholds, Trouble, Verdict


@dataclass(frozen=True, kw_only=True)
class DefectFigures:
    """One defect class against all good parts."""

    n: int
    image_auroc: float | None
    escape_rate: float | None
    review_rate: float | None
    pixel_auroc: float | None


@dataclass(frozen=True, kw_only=True)
class NotInspected:
    """An item without a verdict."""

    path: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """The figures; None where they are not defined (no good parts, no defective ones, no masks).

    Rates are shares of all items of their kind. An item that was not inspected counts in `n_good` or `n_defect`, and
    is neither overkill nor escape nor review.
    """

    n_good: int
    n_defect: int
    image_auroc: float | None
    pixel_auroc: float | None
    aupro: float | None
    overkill_rate: float | None
    escape_rate: float | None
    review_rate_good: float | None
    review_rate_defect: float | None
    latency_ms_p50: float | None
    latency_ms_p99: float | None
    per_defect: dict[str, DefectFigures] = field(default_factory=dict)
    not_inspected: tuple[NotInspected, ...] = ()
    notes: tuple[str, ...] = ()
    """What the figures leave out, in words."""

    def as_json(self) -> dict[str, Any]:
        """JSON-ready; undefined figures are None, never NaN."""
        return asdict(self)


@dataclass(frozen=True, kw_only=True)
class _Judged:
    item: EvaluationItem
    verdict: Verdict
    score: float | None = None


def evaluate(
    predict: Callable[[Frame], Prediction],
    thresholds: Thresholds,
    items: Sequence[EvaluationItem],
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Evaluation:
    """Predict and judge every item, one in memory at a time.

    Args:
        predict: frame in, prediction out; a `Trouble` it raises makes the item NOT_INSPECTED.
        progress: told (done, total) after each item.
    """
    tally = _Tally(thresholds)
    for done, item in enumerate(items, 1):
        tally.add(item, predict)
        progress(done, len(items))
    return tally.evaluation()


class _Tally:
    def __init__(self, thresholds: Thresholds) -> None:
        self._thresholds = thresholds
        self._judged: list[_Judged] = []
        self._latencies_ms: list[float] = []
        self._not_inspected: list[NotInspected] = []
        self._pixels: dict[str | None, PixelTally] = {}
        self._without_mask = 0
        self._with_mask = 0

    def add(self, item: EvaluationItem, predict: Callable[[Frame], Prediction]) -> None:
        """Judge one item and count its pixels."""
        try:
            pixels, bit_depth = read_image(item.path)
            frame = Frame(pixels=pixels, bit_depth=bit_depth, camera=str(item.path))
            started_s = time.perf_counter()
            prediction = predict(frame)
            verdict = self._thresholds.judge(prediction.score)
            self._latencies_ms.append((time.perf_counter() - started_s) * 1000)
        except Trouble as trouble:
            self._refuse(item, str(trouble))
            return
        if verdict is Verdict.NOT_INSPECTED:
            self._refuse(item, "The model gave no finite score.")
            return
        self._judged.append(_Judged(item=item, verdict=verdict, score=prediction.score))
        self._add_pixels(item, prediction)

    def evaluation(self) -> Evaluation:
        """The figures so far."""
        good = [one for one in self._judged if one.item.defect is None]
        defect = [one for one in self._judged if one.item.defect is not None]
        everything = self._all_pixels()
        return Evaluation(
            n_good=len(good),
            n_defect=len(defect),
            image_auroc=_image_auroc(good, defect),
            pixel_auroc=_rounded(everything.auroc()),
            aupro=_rounded(everything.aupro()),
            overkill_rate=_rate(good, Verdict.NG),
            escape_rate=_rate(defect, Verdict.OK),
            review_rate_good=_rate(good, Verdict.REVIEW),
            review_rate_defect=_rate(defect, Verdict.REVIEW),
            latency_ms_p50=self._latency_ms(50),
            latency_ms_p99=self._latency_ms(99),
            per_defect=self._per_defect(good, defect),
            not_inspected=tuple(self._not_inspected),
            notes=tuple(self._notes()),
        )

    def _refuse(self, item: EvaluationItem, reason: str) -> None:
        self._judged.append(_Judged(item=item, verdict=Verdict.NOT_INSPECTED))
        self._not_inspected.append(NotInspected(path=str(item.path), reason=reason))

    def _add_pixels(self, item: EvaluationItem, prediction: Prediction) -> None:
        mask = self._mask(item)
        if item.defect is not None and mask is None:
            self._without_mask += 1
            return
        self._with_mask += item.defect is not None
        self._pixels.setdefault(item.defect, PixelTally()).add(prediction.anomaly_map, mask)

    def _mask(self, item: EvaluationItem) -> PixelMask | None:
        try:
            return read_mask(item.mask) if item.mask is not None else None
        except ImageTrouble:  # counted and named with the images that have no mask
            return None

    def _all_pixels(self) -> PixelTally:
        whole = PixelTally()
        for tally in self._pixels.values():
            whole = whole.merged(tally)
        return whole

    def _per_defect(self, good: list[_Judged], defect: list[_Judged]) -> dict[str, DefectFigures]:
        names = sorted({str(one.item.defect) for one in defect})
        return {name: self._figures(name, good, [one for one in defect if one.item.defect == name]) for name in names}

    def _figures(self, name: str, good: list[_Judged], those: list[_Judged]) -> DefectFigures:
        pixels = self._pixels.get(name, PixelTally()).merged(self._pixels.get(None, PixelTally()))
        return DefectFigures(
            n=len(those),
            image_auroc=_image_auroc(good, those),
            escape_rate=_rate(those, Verdict.OK),
            review_rate=_rate(those, Verdict.REVIEW),
            pixel_auroc=_rounded(pixels.auroc()),
        )

    def _latency_ms(self, q: float) -> float | None:
        return round(float(np.percentile(self._latencies_ms, q)), 3) if self._latencies_ms else None

    def _notes(self) -> list[str]:
        notes = []
        if self._without_mask:
            rest = f"rest on the {self._with_mask} that have one" if self._with_mask else "are not defined"
            notes.append(f"{self._without_mask} defect images have no usable mask: pixel figures {rest}.")
        if self._not_inspected:
            notes.append(f"{len(self._not_inspected)} images were not inspected; they are listed.")
        return notes


def _image_auroc(good: list[_Judged], defect: list[_Judged]) -> float | None:
    """Over the items that have a score; None without both kinds."""
    from sklearn.metrics import roc_auc_score

    low = [one.score for one in good if one.score is not None]
    high = [one.score for one in defect if one.score is not None]
    if not low or not high:
        return None
    return _rounded(float(roc_auc_score([0] * len(low) + [1] * len(high), low + high)))


def _rate(judged: list[_Judged], verdict: Verdict) -> float | None:
    return round(sum(one.verdict is verdict for one in judged) / len(judged), 6) if judged else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
