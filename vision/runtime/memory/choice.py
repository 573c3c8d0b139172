"""What to remember: the greedy k-center choice of PatchCore (Roth et al. 2022), exact, a few hundred picks at a time.

Each pick is the patch farthest from all picks so far. Distances only shrink, so as long as the farthest one of a short
list is farther than everything off the list was, it is the farthest of all; only then the whole pool is measured again,
against all new picks in one matrix product. That reads the pool tens of times instead of thousands.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from vision.runtime.memory.coder import Codes
from vision.runtime.memory.search import squares

_LIST = 512

Squares = NDArray[np.float32]


def far_apart(pool: Codes, size: int, first: int, told: Callable[[int], None]) -> NDArray[np.intp]:
    """Rows of (P, features) codes, at most `size` and no two alike, in the order of their picking.

    Args:
        first: the row to begin with.
        told: called with the number of picks, now and then.
    """
    floats, lengths = pool.astype(np.float32), squares(pool)
    picks = [first]
    distances = np.full(len(pool), np.inf, np.float32)
    measured = 0
    while True:
        distances = np.minimum(distances, _nearest(floats, lengths, picks[measured:]))
        measured = len(picks)
        told(measured)
        if measured >= min(size, len(pool)) or distances.max() <= 0:
            return np.array(picks, np.intp)
        picks += _sure_picks(floats, lengths, distances, size - measured)


def _nearest(floats: NDArray[np.float32], lengths: Squares, picks: list[int]) -> Squares:
    """(P,) squared distances of the pool to the nearest of some picks."""
    products = floats @ floats[picks].T
    nearest: Squares = lengths + (lengths[picks] - 2 * products).min(axis=1)
    return nearest.clip(0)


def _sure_picks(floats: NDArray[np.float32], lengths: Squares, distances: Squares, most: int) -> list[int]:
    """The next picks, as far as the farthest patches alone can tell."""
    count = min(_LIST, len(distances))
    listed = np.argpartition(-distances, count - 1)[:count]
    off_list = float(np.partition(distances, -count)[-count]) if count < len(distances) else 0.0
    mutual = lengths[listed][:, None] + lengths[listed] - 2 * (floats[listed] @ floats[listed].T)
    left = distances[listed].copy()
    picks: list[int] = []
    while len(picks) < most:
        farthest = int(left.argmax())
        if left[farthest] <= 0 or (picks and left[farthest] < off_list):
            break
        picks.append(int(listed[farthest]))
        left = np.minimum(left, mutual[farthest])
        left[farthest] = 0
    return picks
