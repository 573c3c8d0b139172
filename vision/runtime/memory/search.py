"""Nearest neighbours: every patch against everything remembered.

Codes have 192 features, but what is remembered of one product varies in far fewer directions. So the candidates are found
in 64 directions and whole numbers, and the distance to the candidate is measured exactly. On the development sets the
candidate is the nearest one of 91 to 92 in 100 patches, and over all patches the distance is 0.15 % too long (one memory
of 500); the processor time of a search falls by a third. More candidates would tell nothing: with the nearest of all,
the image AUROC was 0.918 instead of 0.919 (magnetic tile), 0.905 / 0.904 (flange), 0.768 / 0.763 (boards; four seeds).

The directions are the main ones of the memory, turned at random so that all of them vary alike and 7 bits suit each.
Everything up to the greatest closeness stays in whole numbers, which halved the time of a search: numpy finds the
greatest of whole numbers three times as fast as that of floats, and ONNX Runtime's own ArgMax takes five times as long.
So what is subtracted for the length of a remembered patch travels in further directions, in which every patch has the
same place. Each thread does all of that for patches of its own, so that none waits for another in between.
"""

import functools
import itertools
from collections.abc import Callable, Iterator, Sequence
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
_FARTHEST = 127
_UNIT = _FARTHEST - MIDDLE
"""What a place of 127 counts."""
Owners = NDArray[np.int32]
LeftOut = NDArray[np.bool_]
Closeness = NDArray[np.int32]
Floats = NDArray[np.float32]
_DEVIATIONS = 4.0
_NEVER = np.iinfo(np.int32).min
_AT_ONCE = 800_000
"""Closenesses of one call at most, so that a cache holds them. Between 500,000 and 1.6 million the time is the same; with
100,000 a search takes twice as long, with 3 million a fifth more."""


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
        self._columns = _side_by_side([len(remembered) for remembered in memories])
        everything = np.concatenate(memories)
        directions = _Directions.of(everything)
        placed = directions.placed(everything)[self._columns.ravel()]
        lengths = _carried((placed.astype(np.int32) ** 2).sum(axis=1) // -2)
        self._directions = directions.with_constants([_FARTHEST] * (len(lengths) - 1) + [MIDDLE + 1])
        self._placed = np.concatenate([placed.T, lengths])

    def nearest(self, codes: Codes, left_out: Sequence[LeftOut] | None = None) -> list[Nearest]:
        """For every memory the nearest remembered patch of each of (P, features) codes.

        Args:
            left_out: for every memory (M,) which of its patches are not asked; None for asking all.
        """
        if left_out is None:
            return self._searched(codes, lambda _: None)
        out = np.concatenate(left_out)[self._columns]
        return self._searched(codes, lambda _: out)

    def nearest_of_others(self, codes: Codes, owners: Owners, remembered_of: Sequence[Owners]) -> list[Nearest]:
        """The nearest one that does not come from the patch's own image; infinitely far when all do.

        Args:
            owners: (P,) the image of each patch.
            remembered_of: for every memory (M,) the image of each remembered patch.
        """
        others = np.concatenate(remembered_of)[self._columns]
        return self._searched(codes, lambda rows: owners[rows, None, None] == others)

    def _searched(self, codes: Codes, left_out: Callable[[slice], LeftOut | None]) -> list[Nearest]:
        """`left_out` gives (memories, widest) for all of some rows, or (P, memories, widest) for each, or None."""
        distance = np.empty((len(self._memories), len(codes)), np.float32)
        index = np.empty(distance.shape, np.intp)

        def search(piece: range) -> None:
            for rows in _rows(piece, self._columns.size):
                search_at_once(rows)

        def search_at_once(rows: slice) -> None:
            closeness, out = self._closeness(codes[rows]), left_out(rows)
            if out is not None:
                np.copyto(closeness, _NEVER, where=out)
            index[:, rows] = closeness.argmax(axis=2).T
            for remembered, nearest, how_far in zip(self._memories, index[:, rows], distance[:, rows], strict=True):
                how_far[:] = _distance(codes[rows], remembered[nearest])
            if out is not None:
                distance[:, rows][closeness.max(axis=2).T == _NEVER] = np.inf

        share(search, _pieces(len(codes)))
        return [Nearest(distance=one, index=nearest) for one, nearest in zip(distance, index, strict=True)]

    def _closeness(self, codes: Codes) -> Closeness:
        """(P, memories, widest), greatest for the nearest."""
        directions = self._directions
        found = _search_session().run(
            codes=codes,
            directions=directions.vectors,
            unit=directions.unit,
            offset=directions.offset,
            memory=self._placed,
        )
        return np.asarray(found, np.int32).reshape(-1, *self._columns.shape)


def _side_by_side(sizes: Sequence[int]) -> NDArray[np.intp]:
    """(memories, widest) numbers of remembered patches, counted through; a smaller memory shows its first one again.

    As one block: numpy copies what it looks for the greatest in, unless it lies in one piece.
    """
    starts = np.cumsum([0, *sizes[:-1]])
    place = np.arange(max(sizes))
    return np.stack([start + np.where(place < size, place, 0) for start, size in zip(starts, sizes, strict=True)])


def _carried(lengths: NDArray[np.int32]) -> NDArray[np.int8]:
    """(M,) numbers, but for one that all have in common, as (rows, M): `_UNIT` times all rows but the last, and that one."""
    centred = lengths - (int(lengths.min()) + int(lengths.max())) // 2
    units, rest = np.divmod(centred, _UNIT)
    rows = max(1, -(-int(np.abs(units).max()) // _FARTHEST))
    shares = [(units + row) // rows for row in range(rows)]  # that add up to the units
    return np.stack([*shares, rest]).astype(np.int8)


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

    def with_constants(self, places: Sequence[int]) -> "_Directions":
        """Further directions in which every patch has the same place."""
        none = np.zeros((len(self.vectors), len(places)), np.int8)
        offset = np.concatenate([self.offset, np.array(places, np.float32)])
        return _Directions(vectors=np.hstack([self.vectors, none]), unit=self.unit, offset=offset)

    def placed(self, codes: Codes) -> NDArray[np.int8]:
        """(M, DIRECTIONS), 0 in the middle."""
        places = codes.astype(np.float32) @ self.vectors.astype(np.float32) * self.unit + self.offset
        return np.asarray(np.rint(places).clip(0, _FARTHEST) - MIDDLE, np.int8)


def _distance(codes: Codes, others: Codes) -> Floats:
    return np.sqrt(squares(np.asarray(cv2.absdiff(codes, others), np.uint8)))


def _pieces(rows: int) -> list[range]:
    """Rows in one piece for every thread: handing over more would take longer than their work."""
    ends = np.linspace(0, rows, usable_threads() + 1).astype(int).tolist()
    return [range(start, end) for start, end in itertools.pairwise(ends) if start < end]


def _rows(piece: range, columns: int) -> Iterator[slice]:
    """What one thread looks at at once, of about the same length each time."""
    ends = np.linspace(piece.start, piece.stop, -(-len(piece) * columns // _AT_ONCE) + 1).astype(int).tolist()
    return (slice(start, end) for start, end in itertools.pairwise(ends) if start < end)


@functools.cache
def _search_session() -> Session:
    """One for all memories, since the graph is the same."""
    return Session(SEARCH_FILE.read_bytes(), threads=1)


def squares(codes: Codes) -> Floats:
    """(P,) squared lengths of (P, features) codes; exact, since they stay below 2^24."""
    floats = codes.astype(np.float32)
    return np.asarray(np.einsum("pf,pf->p", floats, floats), np.float32)
