"""Nearest neighbours: every patch against everything remembered.

Codes have 192 features, but what is remembered of one product varies in far fewer directions. So the candidates are found
in 64 directions and whole numbers, and the distance to the candidate is measured exactly. On the development sets the
candidate is the nearest one of 91 to 92 in 100 patches, and over all patches the distance is 0.15 % too long (one memory
of 500); the processor time of a search falls by a third.

The directions are the main ones of the memory, turned at random so that all of them vary alike and 7 bits suit each.
The greatest closeness is taken by numpy: ONNX Runtime's own ArgMax took five times as long. Each thread does all of that
for patches of its own, so that none waits for another in between.
"""

import functools
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.detectors.threads import usable_threads
from vision.runtime.memory.coder import EMBEDDED_FILE, Codes
from vision.runtime.memory.crew import share
from vision.runtime.session import Session

SEARCH_FILE = Path(EMBEDDED_FILE).with_name("search.onnx")
DIRECTIONS = 64
MIDDLE = 64
"""What a patch in the memory's middle has in every direction; 0 and 127 are as far as 4 standard deviations."""
Owners = NDArray[np.int32]
LeftOut = NDArray[np.bool_]
Floats = NDArray[np.float32]
_DEVIATIONS = 4.0
_AT_ONCE = 800_000
"""Closenesses of one call at most. In fewer calls the memory is laid out less often; in more, a cache holds them."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Nearest:
    """For each patch its nearest remembered one."""

    distance: Floats
    """(P,) Euclidean, in steps of a code."""
    index: NDArray[np.intp]
    """(P,) rows of the memory."""


class Search:
    """Several memories of (M, features) codes, searched together."""

    def __init__(self, memories: Sequence[Codes]) -> None:
        self._memories = tuple(memories)
        ends = np.cumsum([0, *(len(remembered) for remembered in memories)]).tolist()
        self._columns = [slice(start, end) for start, end in itertools.pairwise(ends)]
        everything = np.concatenate(memories)
        self._directions = _Directions.of(everything)
        placed = self._directions.placed(everything)
        self._placed, self._halves = np.ascontiguousarray(placed.T), (placed.astype(np.float32) ** 2).sum(axis=1) / -2

    def nearest(self, codes: Codes, left_out: Sequence[LeftOut] | None = None) -> list[Nearest]:
        """For every memory the nearest remembered patch of each of (P, features) codes.

        Args:
            left_out: for every memory (M,) which of its patches are not asked; None for asking all.
        """
        if left_out is None:
            return self._searched(codes, self._halves, None)
        never = np.float32(-np.inf)
        return self._searched(codes, np.where(np.concatenate(left_out), never, self._halves), None)

    def nearest_of_others(self, codes: Codes, owners: Owners, remembered_of: Sequence[Owners]) -> list[Nearest]:
        """The nearest one that does not come from the patch's own image; infinitely far when all do.

        Args:
            owners: (P,) the image of each patch.
            remembered_of: for every memory (M,) the image of each remembered patch.
        """
        return self._searched(codes, self._halves, (owners, np.concatenate(remembered_of)))

    def _searched(self, codes: Codes, halves: Floats, owned: tuple[Owners, Owners] | None) -> list[Nearest]:
        found = [
            Nearest(distance=np.empty(len(codes), np.float32), index=np.empty(len(codes), np.intp))
            for _ in self._memories
        ]

        def search(rows: slice) -> None:
            closeness = self._closeness(codes[rows], halves)
            if owned is not None:
                closeness[owned[0][rows, None] == owned[1]] = -np.inf
            for remembered, columns, nearest in zip(self._memories, self._columns, found, strict=True):
                index = closeness[:, columns].argmax(axis=1)
                nearest.index[rows] = index
                nearest.distance[rows] = _distance(codes[rows], remembered[index])
                if owned is not None:
                    found_none = closeness[np.arange(len(index)), index + columns.start] == -np.inf
                    nearest.distance[rows][found_none] = np.inf

        share(search, _shares(len(codes), len(halves)))
        return found

    def _closeness(self, codes: Codes, halves: Floats) -> Floats:
        """(P, M of all memories) float32, greatest for the nearest."""
        directions = self._directions
        found = _search_session().run(
            codes=codes,
            directions=directions.vectors,
            unit=directions.unit,
            offset=directions.offset,
            memory=self._placed,
            halves=halves,
        )
        return np.asarray(found, np.float32)


@dataclass(frozen=True, eq=False, kw_only=True)
class _Directions:
    """From codes to places: codes @ vectors * unit + offset, rounded to 7 bits."""

    vectors: NDArray[np.int8]
    """(features, DIRECTIONS)."""
    unit: Floats
    """() float32."""
    offset: Floats
    """(DIRECTIONS,)."""

    @classmethod
    def of(cls, codes: Codes) -> "_Directions":
        """Those in which (M, features) codes vary most."""
        floats = codes.astype(np.float64)
        centred = floats - floats.mean(axis=0)
        _, main = np.linalg.eigh(centred.T @ centred)
        turn, _ = np.linalg.qr(np.random.default_rng(0).standard_normal((DIRECTIONS, DIRECTIONS)))
        vectors = main[:, -DIRECTIONS:] @ turn
        whole = np.rint(vectors * (127 / np.abs(vectors).max()))
        unit = MIDDLE / max(_DEVIATIONS * float((centred @ whole).std()), 1.0)
        offset = MIDDLE - floats.mean(axis=0) @ whole * unit
        return cls(vectors=whole.astype(np.int8), unit=np.array(unit, np.float32), offset=offset.astype(np.float32))

    def placed(self, codes: Codes) -> NDArray[np.int8]:
        """(M, DIRECTIONS), 0 in the middle."""
        places = codes.astype(np.float32) @ self.vectors.astype(np.float32) * self.unit + self.offset
        return np.asarray(np.rint(places).clip(0, 127) - MIDDLE, np.int8)


def _distance(codes: Codes, others: Codes) -> Floats:
    return np.sqrt(squares(np.asarray(cv2.absdiff(codes, others), np.uint8)))


def _shares(rows: int, columns: int) -> list[slice]:
    """Rows in pieces of about the same length, the same number for every thread."""
    threads = usable_threads()
    pieces = -(-rows * columns // (_AT_ONCE * threads)) * threads
    ends = np.linspace(0, rows, pieces + 1).astype(int).tolist()
    return [slice(start, end) for start, end in itertools.pairwise(ends) if start < end]


@functools.cache
def _search_session() -> Session:
    """One for all memories, since the graph is the same."""
    return Session(SEARCH_FILE.read_bytes(), threads=1)


def squares(codes: Codes) -> Floats:
    """(P,) squared lengths of (P, features) codes; exact, since they stay below 2^24."""
    floats = codes.astype(np.float32)
    return np.asarray(np.einsum("pf,pf->p", floats, floats), np.float32)
