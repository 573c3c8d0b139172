"""Learning: random patches of every good frame, a choice of them that lie far apart, and how far others lie from these."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.detectors.family import MOST_LEFT_OUT, Cancelled, FitProgress, FitRequest, FitStage, Learned
from vision.inspection import Frame, PixelMask, as_pixels8
from vision.runtime.memory.augment import copies_for, support_copies
from vision.runtime.memory.choice import far_apart
from vision.runtime.memory.coder import EMBEDDED_FILE, Coder, PatchGrid, resized
from vision.runtime.memory.file import write_model
from vision.runtime.memory.light import Light
from vision.runtime.memory.look import Look, Pool, Remembered, calibrated
from vision.runtime.memory.model import MemoryModel
from vision.runtime.memory.room import check_room
from vision.runtime.memory.settings import MemorySettings
from vision.runtime.memory.sight import COARSER, Sight, fewer

CHOOSE_FROM = 20_000
"""Patches of the pool that a memory is chosen from; another random part of it for each."""
KEPT_BYTES = 400 * 2**20
"""Codes kept from choosing to scoring, 0.8 MB of most frames; those of further frames are computed again."""
_LIT_FRAMES = 16

_Origins = Callable[[NDArray[np.float32]], NDArray[np.float32]]
_Seen = tuple[list[PatchGrid], PixelMask | None]
"""The codes of a frame, and which of its patches count."""


def fit_memory(request: FitRequest, progress: FitProgress, cancelled: Callable[[], bool]) -> Learned:
    """A model file, and the last frames' scores as if each had not been learned.

    The same frames, settings and seed give the same bytes.
    """
    learning = _Learning(request, progress, cancelled)
    model = learning.model()
    content = write_model(model)
    return Learned(content=content, good_scores=learning.good_scores(model))


class _Learning:
    """From good frames to a memory of them. Raises `Cancelled` as asked."""

    def __init__(self, request: FitRequest, progress: FitProgress, cancelled: Callable[[], bool]) -> None:
        self.settings = MemorySettings.model_validate(request.settings.model_dump())
        check_room(self.settings, len(request.frames), KEPT_BYTES, CHOOSE_FROM)
        self._request = request
        self._progress, self._cancelled = progress, cancelled
        self._rng = np.random.default_rng(request.seed)
        coder, light = Coder(EMBEDDED_FILE.read_bytes()), _light(self.settings, request.frames)
        self._sight = Sight(coder=coder, light=light, settings=self.settings)
        self._kept = _Kept()

    def model(self) -> MemoryModel:
        """Look at all frames, then choose."""
        frames, pools = self._request.frames, self._pools()
        choosing = _Choosing(self.settings, self._rng, self._progress, self._cancelled)
        factors = fewer(self.settings)
        return MemoryModel(
            sight=self._sight,
            looks=[Look(choosing.memories(pool, factor)) for pool, factor in zip(pools, factors, strict=True)],
            images=[frame_name(frames[number], number) for number in range(len(frames))],
        )

    def good_scores(self, model: MemoryModel) -> tuple[float, ...]:
        """One for each of the last frames; none for a single one, which nothing is left without."""
        last = self._scored
        if len(self._request.frames) < 2:
            return ()
        scores = []
        for done, number in enumerate(last, 1):
            self._ask()
            grids, counts = self._kept.seen(number) or self._seen(number)
            scores.append(model.score_without(grids, counts, number))
            self._progress(FitStage.SCORING, done, len(last))
        return tuple(scores)

    @property
    def _scored(self) -> range:
        total = len(self._request.frames)
        return range(max(0, total - MOST_LEFT_OUT), total)

    def _pools(self) -> list[Pool]:
        total = len(self._request.frames)
        gathered = self._gatherings()
        for number in range(total):
            self._ask()
            seen = self._seen(number)
            for grids, origins in ((seen[0], None), *self._copies(number)):
                for gathering, grid in zip(gathered[-len(grids) :], grids, strict=True):
                    gathering.add(grid, number, self._rng, origins)
            if number in self._scored:
                self._kept.keep(number, seen)
            self._progress(FitStage.FEATURES, number + 1, total)
        return [gathering.pool() for gathering in gathered]

    def _gatherings(self) -> "list[_Gathering]":
        """One per look; that of the tiles shares the pool with no copies."""
        total, pool_size = len(self._request.frames), self.settings.pool_size
        whole = [_Gathering(pool_size // (total * (1 + copies_for(total))) + 1) for _ in COARSER]
        return [_Gathering(pool_size // total + 1), *whole] if self.settings.detail else whole

    def _seen(self, number: int) -> _Seen:
        frame = self._request.frames[number]
        grids = self._sight.grids(as_pixels8(frame))
        return grids, per_patch(self._request.counts(frame), grids[0])

    def _copies(self, number: int) -> Iterator[tuple[list[PatchGrid], _Origins]]:
        """They belong to the frame's image, so that what is asked without that image is asked without them.

        The looks at the whole frame learn them; moving a picture blurs the grain that tiles are there to see.
        """
        pixels, n = as_pixels8(self._request.frames[number]), copies_for(len(self._request.frames))
        sight = replace(self._sight, settings=self.settings.model_copy(update={"detail": 0.0}))
        return ((sight.grids(copy.pixels), copy.origins) for copy in support_copies(pixels, self._rng, n))

    def _ask(self) -> None:
        if self._cancelled():
            raise Cancelled


class _Kept:
    """What was seen of frames that are scored later, as many as `KEPT_BYTES` hold."""

    def __init__(self) -> None:
        self._frames: dict[int, _Seen] = {}
        self._bytes = 0

    def keep(self, number: int, seen: _Seen) -> None:
        size = sum(grid.codes.nbytes for grid in seen[0])
        if self._bytes + size <= KEPT_BYTES:
            self._frames[number] = seen
            self._bytes += size

    def seen(self, number: int) -> _Seen | None:
        return self._frames.get(number)


def per_patch(counts: PixelMask | None, grid: PatchGrid) -> PixelMask | None:
    """What counts, per patch: small enough to keep for every frame."""
    if counts is None:
        return None
    share = cv2.resize(counts.astype(np.float32), (grid.columns, grid.rows), interpolation=cv2.INTER_AREA)
    return np.asarray(share > 0)


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

    def add(self, grid: PatchGrid, owner: int, rng: np.random.Generator, origins: _Origins | None) -> None:
        """`origins` tells where places in a copy lie in the image; None for the image itself."""
        kept = np.sort(rng.permutation(len(grid.codes))[: self._share])
        self._codes.append(grid.codes[kept])
        self._owners.append(np.full(len(kept), owner, np.int32))
        centres = places(grid, kept)
        self._places.append(centres if origins is None else origins(centres))

    def pool(self) -> Pool:
        codes, owners, centres = (np.concatenate(parts) for parts in (self._codes, self._owners, self._places))
        return Pool(codes=codes, owners=owners, places=centres)


def places(grid: PatchGrid, patches: NDArray[np.intp]) -> NDArray[np.float32]:
    """(P, 2) centres of some patches, as in `Remembered.places`."""
    rows, columns = np.divmod(patches, grid.columns)
    return np.stack([(columns + 0.5) / grid.columns, (rows + 0.5) / grid.rows], axis=1).astype(np.float32)


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
        self._total = sum(planned(settings, factor)[0] * planned(settings, factor)[1] for factor in fewer(settings))
        self._rng, self._progress, self._cancelled = rng, progress, cancelled
        self._done = 0

    def memories(self, pool: Pool, factor: int) -> list[Remembered]:
        """The memories of one look."""
        count, size = planned(self._settings, factor)
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


def planned(settings: MemorySettings, factor: int) -> tuple[int, int]:
    """(memories, patches in each) of the look that is `factor` times coarser."""
    count = max(1, settings.memories // factor)
    return count, max(1, settings.memory_size // factor // count)
