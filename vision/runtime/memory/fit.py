"""Learning: random patches of every good frame, a choice of them that lie far apart, and how far others lie from these."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from vision.detectors.family import MOST_LEFT_OUT, Cancelled, FitProgress, FitRequest, FitStage, Learned
from vision.inspection import Frame, PixelMask, as_pixels8
from vision.runtime.memory.augment import copies_for, support_copies
from vision.runtime.memory.choice import far_apart
from vision.runtime.memory.coder import BEYOND_PX, EMBEDDED_FILE, Coder, PatchGrid, Pixels
from vision.runtime.memory.file import write_model
from vision.runtime.memory.ignored import covered
from vision.runtime.memory.light import Light
from vision.runtime.memory.look import Look, Pool, Remembered, calibrated
from vision.runtime.memory.model import MemoryModel, counted
from vision.runtime.memory.room import check_room
from vision.runtime.memory.settings import MemorySettings
from vision.runtime.memory.sight import COARSER, PlannedLook, Sight, planned

CHOOSE_FROM = 20_000
"""Patches of the pool that a memory is chosen from; another random part of it for each."""
KEPT_BYTES = 400 * 2**20
"""Codes kept from choosing to scoring, 0.8 MB of most frames; those of further frames are computed again."""
_LIT_FRAMES = 16

_Origins = Callable[[NDArray[np.float32]], NDArray[np.float32]]


@dataclass(frozen=True, eq=False, kw_only=True)
class _Seen:
    """A frame, or another look of it."""

    grids: Sequence[PatchGrid]
    patches: PixelMask | None
    """Which patches of the finest grid count: small enough to keep for every frame. None for all."""
    origins: _Origins | None = None
    """Where places of another look lie in the frame."""

    @classmethod
    def by(cls, sight: Sight, pixels: Pixels, counts: PixelMask | None) -> Self:
        grids = sight.grids(pixels, counts)
        return cls(grids=grids, patches=None if counts is None else counted(counts, (grids[0].rows, grids[0].columns)))

    def numbers(self, grid: PatchGrid) -> NDArray[np.intp]:
        """Of the patches of one of the grids that count."""
        if self.patches is None:
            return np.arange(len(grid.codes))
        return np.flatnonzero(counted(self.patches, (grid.rows, grid.columns)))


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
        coder, light = Coder(EMBEDDED_FILE.read_bytes(), BEYOND_PX), _light(self.settings, request)
        self._sight = Sight(coder=coder, light=light, settings=self.settings)
        self._kept = _Kept()

    def model(self) -> MemoryModel:
        """Look at all frames, then choose."""
        frames, pools = self._request.frames, self._pools()
        plans = planned(self.settings)
        choosing = _Choosing(plans, self._rng, self._progress, self._cancelled)
        return MemoryModel(
            sight=self._sight,
            looks=[Look(choosing.memories(pool, plan)) for pool, plan in zip(pools, plans, strict=True)],
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
            seen = self._kept.seen(number) or self._seen(number)
            scores.append(model.score_without(seen.grids, seen.patches, number))
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
            for look in (seen, *self._copies(number)):
                for gathering, grid in zip(gathered[-len(look.grids) :], look.grids, strict=True):
                    gathering.add(grid, number, self._rng, look)
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
        return _Seen.by(self._sight, as_pixels8(frame), self._request.counts(frame))

    def _copies(self, number: int) -> Iterator[_Seen]:
        """They belong to the frame's image, so that what is asked without that image is asked without them.

        The looks at the whole frame learn them; moving a picture blurs the grain that tiles are there to see.
        """
        frame, n = self._request.frames[number], copies_for(len(self._request.frames))
        sight = replace(self._sight, settings=self.settings.model_copy(update={"detail": 0.0}))
        for copy in support_copies(as_pixels8(frame), self._request.counts(frame), self._rng, n):
            yield replace(_Seen.by(sight, copy.pixels, copy.counts), origins=copy.origins)

    def _ask(self) -> None:
        if self._cancelled():
            raise Cancelled


class _Kept:
    """What was seen of frames that are scored later, as many as `KEPT_BYTES` hold."""

    def __init__(self) -> None:
        self._frames: dict[int, _Seen] = {}
        self._bytes = 0

    def keep(self, number: int, seen: _Seen) -> None:
        size = sum(grid.codes.nbytes for grid in seen.grids)
        if self._bytes + size <= KEPT_BYTES:
            self._frames[number] = seen
            self._bytes += size

    def seen(self, number: int) -> _Seen | None:
        return self._frames.get(number)


def frame_name(frame: Frame, number: int) -> str:
    """How people find the frame again: its file, or its place among the taught ones."""
    return frame.source or frame.camera or f"frame {number + 1}"


def _light(settings: MemorySettings, request: FitRequest) -> Light:
    if not settings.even_light:
        return Light(reference=None)
    some = range(0, len(request.frames), -(-len(request.frames) // _LIT_FRAMES))
    frames = [request.frames[number] for number in some]
    seen = [covered(as_pixels8(frame), request.counts(frame), settings.long_side_px) for frame in frames]
    return Light.of([one.picture for one in seen], [one.counts for one in seen])


class _Gathering:
    """Random patches of one look, the same number from each frame, so that no frame speaks louder than another."""

    def __init__(self, share: int) -> None:
        self._share = share
        self._codes: list[np.ndarray] = []
        self._owners: list[np.ndarray] = []
        self._places: list[np.ndarray] = []

    def add(self, grid: PatchGrid, owner: int, rng: np.random.Generator, seen: _Seen) -> None:
        """Some of one of the grids of what was seen; what does not count would only take room from what does."""
        kept = np.sort(rng.permutation(seen.numbers(grid))[: self._share])
        self._codes.append(grid.codes[kept])
        self._owners.append(np.full(len(kept), owner, np.int32))
        centres = places(grid, kept)
        self._places.append(centres if seen.origins is None else seen.origins(centres))

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
        looks: Sequence[PlannedLook],
        rng: np.random.Generator,
        progress: FitProgress,
        cancelled: Callable[[], bool],
    ) -> None:
        self._total = sum(look.memories * look.patches for look in looks)
        self._rng, self._progress, self._cancelled = rng, progress, cancelled
        self._done = 0

    def memories(self, pool: Pool, plan: PlannedLook) -> list[Remembered]:
        """The memories of one look."""
        return [self._memory(pool, plan.patches) for _ in range(plan.memories)]

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
