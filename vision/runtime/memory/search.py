"""Nearest neighbours in whole numbers: every patch against everything remembered.

The memory is made of codes, so the search over codes is exact and needs no second look. It goes through the memory in
tiles whose distances stay in the processor's cache. The greatest of each tile is taken by numpy: ONNX Runtime's own
ArgMax took five times as long.
"""

import functools
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vision.runtime.memory.coder import EMBEDDED_FILE, Codes
from vision.runtime.session import Session

SEARCH_FILE = Path(EMBEDDED_FILE).with_name("search.onnx")
TILE = 512
"""Remembered patches per tile."""
Owners = NDArray[np.int32]
_ROWS = 8_192
"""Patches per call, so that learning from many images stays small."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Nearest:
    """For each patch its nearest remembered one."""

    distance: NDArray[np.float32]
    """(P,) Euclidean, in steps of a code."""
    index: NDArray[np.intp]
    """(P,) rows of the memory."""


class Search:
    """A memory of (M, features) codes, ready to be searched."""

    def __init__(self, remembered: Codes) -> None:
        self._session = _search_session()
        self.size = len(remembered)
        halves = np.asarray(squares(remembered) / -2, np.float32)
        starts = range(0, len(remembered), TILE)
        self._tiles = [np.ascontiguousarray(remembered[start : start + TILE].T.astype(np.int8)) for start in starts]
        self._halves = [halves[start : start + TILE] for start in starts]

    def nearest(self, codes: Codes, left_out: NDArray[np.bool_] | None = None) -> Nearest:
        """The nearest remembered patch of each of (P, features) codes, but for those `left_out` (M,)."""
        return self._searched(codes, self._halves if left_out is None else self._halves_without(left_out), None)

    def _halves_without(self, left_out: NDArray[np.bool_]) -> list[NDArray[np.float32]]:
        parts = [left_out[start : start + TILE] for start in range(0, self.size, TILE)]
        pairs = zip(parts, self._halves, strict=True)
        return [np.where(part, -np.inf, halves).astype(np.float32) for part, halves in pairs]

    def nearest_of_others(self, codes: Codes, owners: Owners, remembered_of: Owners) -> Nearest:
        """The nearest one that does not come from the patch's own image; infinitely far when all do.

        Args:
            owners: (P,) the image of each patch.
            remembered_of: (M,) the image of each remembered patch.
        """
        return self._searched(codes, self._halves, (owners, remembered_of))

    def _searched(
        self, codes: Codes, all_halves: list[NDArray[np.float32]], own: tuple[Owners, Owners] | None
    ) -> Nearest:
        best, index = np.full(len(codes), -np.inf, np.float32), np.zeros(len(codes), np.intp)
        for start in range(0, len(codes), _ROWS):
            rows = slice(start, start + _ROWS)
            for number, (tile, halves) in enumerate(zip(self._tiles, all_halves, strict=True)):
                closeness = np.asarray(self._session.run(codes=codes[rows], memory=tile, halves=halves), np.float32)
                if own is not None:
                    part = own[1][number * TILE : number * TILE + tile.shape[1]]
                    closeness[own[0][rows][:, None] == part[None, :]] = -np.inf
                _keep_greater(best[rows], index[rows], closeness, number * TILE)
        return Nearest(distance=np.sqrt((squares(codes) - 2 * best).clip(0)), index=index)


@functools.cache
def _search_session() -> Session:
    """One for all memories: the graph is the same, and a second pool of threads would only wait beside the first."""
    return Session(SEARCH_FILE.read_bytes())


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
