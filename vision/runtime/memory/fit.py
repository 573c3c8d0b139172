"""Learning: random patches of every good frame, a choice of them that lie far apart, and how far others lie from these."""

from collections.abc import Callable, Sequence

import numpy as np

from vision.detectors.family import Cancelled, FitProgress, FitRequest, FitStage
from vision.inspection import Frame, as_pixels8
from vision.runtime.memory.choice import far_apart
from vision.runtime.memory.coder import EMBEDDED_FILE, Coder, PatchGrid, resized
from vision.runtime.memory.file import write_model
from vision.runtime.memory.light import Light
from vision.runtime.memory.look import Look, Pool, Remembered, calibrated
from vision.runtime.memory.model import COARSER, MemoryModel, pictures
from vision.runtime.memory.settings import MemorySettings

CHOOSE_FROM = 20_000
"""Patches of the pool that a memory is chosen from; another random part of it for each."""
_LIT_FRAMES = 16


def fit_memory(request: FitRequest, progress: FitProgress, cancelled: Callable[[], bool]) -> bytes:
    """Content of a model file. The same frames, settings and seed give the same bytes."""
    settings = MemorySettings.model_validate(request.settings.model_dump())
    return write_model(learn(settings, request.frames, request.seed, progress, cancelled), settings)


def learn(
    settings: MemorySettings,
    frames: Sequence[Frame],
    seed: int,
    progress: FitProgress,
    cancelled: Callable[[], bool],
) -> MemoryModel:
    """A memory of good frames (at least one). Raises `Cancelled` as asked."""
    coder, light = Coder(EMBEDDED_FILE.read_bytes()), _light(settings, frames)
    rng = np.random.default_rng(seed)
    gathered = [_Gathering(settings.pool_size // len(frames) + 1) for _ in COARSER]
    for number in range(len(frames)):
        if cancelled():
            raise Cancelled
        seen = pictures(as_pixels8(frames[number]), settings.long_side_px, light)
        for gathering, picture in zip(gathered, seen, strict=True):
            gathering.add(coder.codes(picture), number, rng)
        progress(FitStage.FEATURES, number + 1, len(frames))
    chosen = _Choosing(settings, rng, progress, cancelled)
    looks = [
        Look(chosen.memories(gathering.pool(), factor)) for gathering, factor in zip(gathered, COARSER, strict=True)
    ]
    names = [frame_name(frames[number], number) for number in range(len(frames))]
    return MemoryModel(coder=coder, light=light, long_side_px=settings.long_side_px, looks=looks, images=names)


def frame_name(frame: Frame, number: int) -> str:
    """How people find the frame again: its file, or its place among the taught ones."""
    return frame.source or frame.camera or f"frame {number + 1}"


def _light(settings: MemorySettings, frames: Sequence[Frame]) -> Light:
    if not settings.even_light:
        return Light(reference=None)
    some = range(0, len(frames), -(-len(frames) // _LIT_FRAMES))
    return Light.of([resized(as_pixels8(frames[number]), settings.long_side_px) for number in some])


class _Gathering:
    """Random patches of one look, the same number from each frame, so that no frame speaks louder than another."""

    def __init__(self, share: int) -> None:
        self._share = share
        self._codes: list[np.ndarray] = []
        self._owners: list[np.ndarray] = []
        self._places: list[np.ndarray] = []

    def add(self, grid: PatchGrid, owner: int, rng: np.random.Generator) -> None:
        kept = np.sort(rng.permutation(len(grid.codes))[: self._share])
        rows, columns = np.divmod(kept, grid.columns)
        places = np.stack([(columns + 0.5) / grid.columns, (rows + 0.5) / grid.rows], axis=1)
        self._codes.append(grid.codes[kept])
        self._owners.append(np.full(len(kept), owner, np.int32))
        self._places.append(places.astype(np.float32))

    def pool(self) -> Pool:
        codes, owners, places = (np.concatenate(parts) for parts in (self._codes, self._owners, self._places))
        return Pool(codes=codes, owners=owners, places=places)


class _Choosing:
    """From pools to what is remembered, telling the progress over all looks."""

    def __init__(
        self,
        settings: MemorySettings,
        rng: np.random.Generator,
        progress: FitProgress,
        cancelled: Callable[[], bool],
    ) -> None:
        self._settings = settings
        self._total = sum(_planned(settings, factor)[0] * _planned(settings, factor)[1] for factor in COARSER)
        self._rng, self._progress, self._cancelled = rng, progress, cancelled
        self._done = 0

    def memories(self, pool: Pool, factor: int) -> list[Remembered]:
        """The memories of one look."""
        count, size = _planned(self._settings, factor)
        return [self._memory(pool, size) for _ in range(count)]

    def _memory(self, pool: Pool, size: int) -> Remembered:
        some = self._rng.permutation(len(pool.codes))[:CHOOSE_FROM]
        picks = far_apart(pool.codes[some], size, first=0, told=self._tell)
        self._done += size
        self._tell(0)
        return calibrated(pool, some[picks])

    def _tell(self, picked: int) -> None:
        if self._cancelled():
            raise Cancelled
        self._progress(FitStage.MEMORY, self._done + picked, self._total)


def _planned(settings: MemorySettings, factor: int) -> tuple[int, int]:
    """(memories, patches in each) of the look that is `factor` times coarser."""
    count = max(1, settings.memories // factor)
    return count, max(1, settings.memory_size // factor // count)
