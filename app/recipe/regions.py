"""The region of interest and the ignore regions as they are drawn: values in frame pixels, no widget."""

from dataclasses import dataclass, replace
from enum import Enum

from vision.recipe import Region

INTEREST = -1
"""Key of the region of interest; ignore regions have their index."""

SMALLEST_PX = 8

FrameSize = tuple[int, int]
"""Width and height in pixels."""


class Grip(Enum):
    """Where a region is held. The four numbers say whether its left, top, right and bottom edge follow."""

    TOP_LEFT = (1, 1, 0, 0)
    TOP = (0, 1, 0, 0)
    TOP_RIGHT = (0, 1, 1, 0)
    RIGHT = (0, 0, 1, 0)
    BOTTOM_RIGHT = (0, 0, 1, 1)
    BOTTOM = (0, 0, 0, 1)
    BOTTOM_LEFT = (1, 0, 0, 1)
    LEFT = (1, 0, 0, 0)
    INSIDE = (1, 1, 1, 1)

    @property
    def place(self) -> tuple[float, float]:
        """Where its handle lies on the region, 0 to 1 from left and from top."""
        left, top, right, bottom = self.value
        return (1 - left + right) / 2, (1 - top + bottom) / 2


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """All regions of a view."""

    interest: Region | None = None
    """None is the whole frame."""
    ignored: tuple[Region, ...] = ()

    @property
    def by_key(self) -> dict[int, Region]:
        """Every region by its key, the region of interest first."""
        ignored = dict(enumerate(self.ignored))
        return ignored if self.interest is None else {INTEREST: self.interest} | ignored

    def with_region(self, key: int, region: Region) -> "Drawn":
        """One region changed; a key beyond the ignore regions adds one."""
        if key == INTEREST:
            return replace(self, interest=region)
        return replace(self, ignored=(*self.ignored[:key], region, *self.ignored[key + 1 :]))

    def without(self, key: int) -> "Drawn":
        """One region fewer."""
        if key == INTEREST:
            return replace(self, interest=None)
        return replace(self, ignored=(*self.ignored[:key], *self.ignored[key + 1 :]))


def pulled(region: Region, grip: Grip, by: tuple[float, float], size: FrameSize) -> Region:
    """The region with the held edges moved by frame pixels; it never leaves the frame nor turns inside out."""
    moves = grip.value
    (x, width), (y, height) = (
        _pulled_along((start, length), (moves[axis], moves[axis + 2]), round(by[axis]), size[axis])
        for axis, (start, length) in enumerate(((region.x, region.width), (region.y, region.height)))
    )
    return Region(x=x, y=y, width=width, height=height)


def _pulled_along(span: tuple[int, int], moves: tuple[int, int], by: int, end: int) -> tuple[int, int]:
    """Start and length along one axis; `moves` says whether the low and the high edge follow."""
    low, high = span[0], span[0] + span[1]
    least = min(SMALLEST_PX, end)
    if moves == (1, 1):
        by = min(max(by, -low), end - high)
        return low + by, high - low
    if moves[0]:
        low = min(max(0, low + by), max(0, high - least))
    if moves[1]:
        high = max(min(end, high + by), low + least)
    return low, high - low


def spanned(first: tuple[float, float], last: tuple[float, float], size: FrameSize) -> Region | None:
    """The rectangle between two points of the frame; None where it is too small to be meant."""
    (left, right), (top, bottom) = (
        sorted(round(min(max(0.0, point[axis]), size[axis])) for point in (first, last)) for axis in (0, 1)
    )
    if right - left < SMALLEST_PX or bottom - top < SMALLEST_PX:
        return None
    return Region(x=left, y=top, width=right - left, height=bottom - top)


def middle(size: FrameSize, share: float) -> Region:
    """A region in the middle of the frame that takes `share` of each side."""
    width, height = (max(1, round(side * share)) for side in size)
    return Region(x=(size[0] - width) // 2, y=(size[1] - height) // 2, width=width, height=height)
