"""Nearest neighbours in whole numbers: every patch against everything remembered.

The memory is made of codes, so the search over codes is exact and needs no second look. It goes through the memory in
tiles whose distances stay in the processor's cache. The greatest of each tile is taken by numpy: ONNX Runtime's own
ArgMax took five times as long. Each thread does all of that for patches of its own, so that none waits for another
between two tiles: a third faster than sharing every product.
"""

import functools
import itertools
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vision.detectors.threads import usable_threads
from vision.runtime.memory.coder import EMBEDDED_FILE, Codes
from vision.runtime.session import Session

SEARCH_FILE = Path(EMBEDDED_FILE).with_name("search.onnx")
TILE = 512
"""Remembered patches per tile."""
Owners = NDArray[np.int32]
LeftOut = NDArray[np.bool_]
_ROWS = 512
"""Patches at a time at most: their closeness to a tile is 1 MB, what a core's own cache holds."""


@dataclass(frozen=True, eq=False, kw_only=True)
class _Tile:
    """A part of a memory, as the graph takes it."""

    start: int
    codes: NDArray[np.int8]
    """(features, remembered)."""
    halves: NDArray[np.float32]


@dataclass(frozen=True, eq=False, kw_only=True)
class _Owned:
    """Which image each patch comes from, (P,), and each remembered one, (M,)."""

    patches: Owners
    remembered: Owners


@dataclass(frozen=True, eq=False, kw_only=True)
class Nearest:
    """For each patch its nearest remembered one."""

    distance: NDArray[np.float32]
    """(P,) Euclidean, in steps of a code."""
    index: NDArray[np.intp]
    """(P,) rows of the memory."""


class Search:
    """Several memories of (M, features) codes, searched together."""

    def __init__(self, memories: Sequence[Codes]) -> None:
        self._memories = [_tiles(remembered) for remembered in memories]

    def nearest(self, codes: Codes, left_out: Sequence[LeftOut | None] | None = None) -> list[Nearest]:
        """For every memory the nearest remembered patch of each of (P, features) codes.

        Args:
            left_out: for every memory (M,) which of its patches are not asked; None for asking all.
        """
        if left_out is None:
            return _searched(codes, self._memories)
        pairs = zip(self._memories, left_out, strict=True)
        return _searched(codes, [tiles if out is None else _without(tiles, out) for tiles, out in pairs])

    def nearest_of_others(self, codes: Codes, owners: Owners, remembered_of: Owners) -> list[Nearest]:
        """The nearest one that does not come from the patch's own image; infinitely far when all do.

        Args:
            owners: (P,) the image of each patch.
            remembered_of: (M,) the image of each remembered patch.
        """
        return _searched(codes, self._memories, _Owned(patches=owners, remembered=remembered_of))


def _tiles(remembered: Codes) -> list[_Tile]:
    halves = squares(remembered) / np.float32(-2)
    return [
        _Tile(
            start=start,
            codes=np.ascontiguousarray(remembered[start : start + TILE].T.astype(np.int8)),
            halves=halves[start : start + TILE],
        )
        for start in range(0, len(remembered), TILE)
    ]


def _without(tiles: list[_Tile], out: LeftOut) -> list[_Tile]:
    never = np.float32(-np.inf)
    return [replace(tile, halves=np.where(out[tile.start :][:TILE], never, tile.halves)) for tile in tiles]


def _searched(codes: Codes, memories: Sequence[list[_Tile]], owned: _Owned | None = None) -> list[Nearest]:
    found = [Nearest(distance=np.empty(len(codes), np.float32), index=np.empty(len(codes), np.intp)) for _ in memories]

    def search(rows: slice) -> None:
        lengths = squares(codes[rows])
        for tiles, nearest in zip(memories, found, strict=True):
            closest, nearest.index[rows] = _closest(codes, rows, tiles, owned)
            nearest.distance[rows] = np.sqrt((lengths - 2 * closest).clip(0))

    for _ in _searchers().map(search, _shares(len(codes))):
        pass  # to hear of errors
    return found


def _closest(
    codes: Codes, rows: slice, tiles: Sequence[_Tile], owned: _Owned | None
) -> tuple[NDArray[np.float32], NDArray[np.intp]]:
    """Of some rows the greatest closeness to a memory, and where in it."""
    some = codes[rows]
    best, index = np.full(len(some), -np.inf, np.float32), np.zeros(len(some), np.intp)
    for tile in tiles:
        closeness = np.asarray(_search_session().run(codes=some, memory=tile.codes, halves=tile.halves), np.float32)
        if owned is not None:
            closeness[owned.patches[rows, None] == owned.remembered[tile.start :][:TILE]] = -np.inf
        _keep_greater(best, index, closeness, tile.start)
    return best, index


def _shares(count: int) -> list[slice]:
    """Rows in pieces of about the same length, the same number for every thread."""
    threads = usable_threads()
    pieces = -(-count // (_ROWS * threads)) * threads
    ends = np.linspace(0, count, pieces + 1).astype(int).tolist()
    return [slice(start, end) for start, end in itertools.pairwise(ends) if start < end]


@functools.cache
def _search_session() -> Session:
    """One for all memories, since the graph is the same."""
    return Session(SEARCH_FILE.read_bytes(), threads=1)


@functools.cache
def _searchers() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(usable_threads(), thread_name_prefix="memory-search")


def squares(codes: Codes) -> NDArray[np.float32]:
    """(P,) squared lengths of (P, features) codes; exact, since they stay below 2^24."""
    floats = codes.astype(np.float32)
    return np.asarray(np.einsum("pf,pf->p", floats, floats), np.float32)


def _keep_greater(
    best: NDArray[np.float32], index: NDArray[np.intp], closeness: NDArray[np.float32], offset: int
) -> None:
    found = closeness.argmax(axis=1)
    values = closeness[np.arange(len(found)), found]
    greater = values > best
    best[greater] = values[greater]
    index[greater] = found[greater] + offset
