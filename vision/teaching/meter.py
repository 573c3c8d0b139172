"""Progress over stages of different length, with an honest guess of the time left."""

import time
from collections.abc import Callable

from vision.teaching.request import TeachProgress, TeachStage

_WEIGHTS = {
    TeachStage.READING: 0.15,
    TeachStage.FEATURES: 0.35,
    TeachStage.MEMORY: 0.3,
    TeachStage.SCORING: 0.18,
    TeachStage.SAVING: 0.02,
}
"""Share of the whole, measured on a few hundred images of half a megapixel."""
_PER_ROUND = (TeachStage.FEATURES, TeachStage.MEMORY, TeachStage.SCORING)


class Meter:
    """Turns steps within a stage into progress over everything."""

    def __init__(self, tell: Callable[[TeachProgress], None]) -> None:
        self._tell = tell
        self._started_s = time.monotonic()
        self._round, self._rounds = 0, 1
        self._fraction = 0.0

    @property
    def seconds(self) -> float:
        """Since the start."""
        return time.monotonic() - self._started_s

    def begin_round(self, index: int, rounds: int) -> None:
        """One of several models begins; the stages of a model share their weight between rounds."""
        self._round, self._rounds = index, rounds

    def step(self, stage: TeachStage, done: int, total: int) -> None:
        """`done` of `total` steps of a stage are through."""
        self._fraction = max(self._fraction, min(1.0, self._fraction_at(stage, done / max(1, total))))
        left = self.seconds * (1 - self._fraction) / self._fraction if self._fraction > 0.02 else None
        self._tell(TeachProgress(stage=stage, done=done, total=total, fraction=self._fraction, seconds_left=left))

    def _fraction_at(self, stage: TeachStage, share: float) -> float:
        stages = list(TeachStage)
        before = sum(_WEIGHTS[earlier] for earlier in stages[: stages.index(stage)])
        if stage not in _PER_ROUND:
            return before + share * _WEIGHTS[stage]
        start = _WEIGHTS[TeachStage.READING]
        model = sum(_WEIGHTS[one] for one in _PER_ROUND)
        return start + (self._round * model + before - start + share * _WEIGHTS[stage]) / self._rounds
