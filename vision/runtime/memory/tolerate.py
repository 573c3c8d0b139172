"""False alarms that a person taught: what looks just like one of them is lowered, and nothing else.

Unlike good parts, whose patches join the memory and make room around them, a tolerated place counts only within a radius:
as far as good patches usually lie from what is remembered. A scratch beside a tolerated water mark stays a scratch. On
magnetic tile the six worst false alarms, tolerated one at a time, fell from 2.9-4.6 to 1.6-2.0 (T1 at 2.7); of the 386
defective tiles two more passed at worst, none in five of the six cases.
"""

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray

from vision.runtime.memory.coder import FEATURES, Codes
from vision.runtime.memory.search import squares

NOTICED = 1.0
"""Standard deviations from which on a patch of a tolerated place is kept, and a patch at the line compared with them: what
is more usual needs no tolerance."""
RADIUS = 1.0
"""Standard deviations of good patches' distances beyond their mean. With 0 a second picture of the same place is hardly
tolerated; with 2 a defect beside it may be."""
MOST = 256
"""Patches of one place, in each look."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, eq=False, kw_only=True)
class Tolerated:
    """The tolerated patches of one look."""

    codes: Codes
    """(T, features) uint8."""
    owners: NDArray[np.int32]
    """(T,) which of the tolerated places each belongs to."""

    @classmethod
    def none(cls) -> Self:
        return cls(codes=np.zeros((0, FEATURES), np.uint8), owners=np.zeros(0, np.int32))

    def lowered(self, codes: Codes, unusual: Floats, usual: tuple[float, float]) -> Floats:
        """(P,) deviations of (P, features) codes; that of a code within the radius of a tolerated one is measured from it.

        Args:
            unusual: (P,) the deviations as they are.
            usual: (mean, standard deviation) of the distances of good patches from what the look remembers.
        """
        noticed = np.flatnonzero(unusual > NOTICED) if len(self.codes) else np.zeros(0, np.intp)
        if not len(noticed):
            return unusual
        distance = _nearest(codes[noticed], self.codes)
        deviation = (distance - usual[0]) / usual[1]
        known = deviation <= RADIUS
        lowered = unusual.copy()
        lowered[noticed[known]] = np.minimum(unusual[noticed[known]], deviation[known])
        return lowered

    def with_place(self, codes: Codes, unusual: Floats, number: int) -> Self:
        """More of them: the patches of a place that are noticed, the most unusual first."""
        noticed = np.flatnonzero(unusual > NOTICED)
        picked = codes[noticed[np.argsort(-unusual[noticed], kind="stable")[:MOST]]]
        owners = np.full(len(picked), number, np.int32)
        return replace(self, codes=np.concatenate([self.codes, picked]), owners=np.concatenate([self.owners, owners]))

    def without_place(self, number: int) -> Self:
        """Those of the other places."""
        others = self.owners != number
        owners = self.owners[others]
        return replace(self, codes=self.codes[others], owners=owners - (owners > number).astype(np.int32))


def _nearest(codes: Codes, others: Codes) -> Floats:
    """(P,) Euclidean distance of each to the nearest of the others; exact, since all is whole and below 2^24."""
    products = codes.astype(np.float32) @ others.astype(np.float32).T
    nearest = squares(codes)[:, None] + squares(others) - 2 * products
    return np.asarray(np.sqrt(nearest.min(axis=1).clip(0)), np.float32)
