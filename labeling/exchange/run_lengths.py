"""COCO's run lengths: columns from the left, each from the top, unmarked and marked pixels in turn.

pycocotools writes them. They are read here, since its reader trusts what it is given: a wrong sum writes past its memory.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pycocotools import mask as coco_mask

from labeling.annotation import PlacedMask
from labeling.exchange.labelled import ExchangeTrouble
from vision.inspection import say

Counts = NDArray[np.int64]
_MOST_DIGITS = 7
"""35 bits: no run of an image needs more."""
_REMEDY = say("Export these labels again where they come from.")


def encode(mask: PlacedMask, width: int, height: int) -> dict[str, Any]:
    """`size` and compressed `counts`, as text."""
    plain = {"size": [height, width], "counts": _runs(mask, width, height).tolist()}
    packed = coco_mask.frPyObjects(plain, height, width)
    return {"size": [height, width], "counts": packed["counts"].decode("ascii")}


def _runs(mask: PlacedMask, width: int, height: int) -> Counts:
    """From the marked rectangle alone: images are large, and most of one is not marked."""
    inside = PlacedMask.of(mask.on(height, width)) if _is_beyond(mask, width, height) else mask
    columns = np.pad(inside.pixels.T, ((0, 0), (1, 1)))
    column, row = np.nonzero(columns[:, 1:] != columns[:, :-1])
    turns = (column + inside.left) * height + row + inside.top
    through = np.flatnonzero(turns[1:] == turns[:-1])  # down to the last row, and on from the next column's first
    turns = np.delete(turns, np.concatenate([through, through + 1]))
    runs: Counts = np.diff(turns, prepend=0, append=width * height)
    return runs[:-1] if runs[-1] == 0 else runs


def _is_beyond(mask: PlacedMask, width: int, height: int) -> bool:
    bottom, right = mask.top + mask.pixels.shape[0], mask.left + mask.pixels.shape[1]
    return min(mask.left, mask.top) < 0 or right > width or bottom > height


def decode(counts: object, width: int, height: int) -> PlacedMask:
    """What run lengths mark, as numbers or compressed to text.

    Raises:
        ExchangeTrouble: they are no run lengths, or those of another size.
    """
    runs = _expanded(counts) if isinstance(counts, str) else _listed(counts)
    if (runs < 0).any() or int(runs.sum()) != width * height:
        what = say("The run lengths do not add up to {width} x {height} pixels.", width=width, height=height)
        raise ExchangeTrouble(what, "The mask is damaged, or of another image.", _REMEDY)
    marked = 2 * np.flatnonzero(runs[1::2]) + 1
    if not len(marked):
        return PlacedMask.of(np.zeros((0, 0), np.bool_))
    first, last, ends = marked[0], marked[-1], np.cumsum(runs)
    left, right = int(ends[first - 1] // height), int(-(-ends[last] // height))
    near = [ends[first - 1] - left * height, *runs[first : last + 1], right * height - ends[last]]
    inside = np.repeat(np.arange(len(near)) % 2 == 1, near).reshape(right - left, height).T
    return PlacedMask.of(inside, left=left)


def _listed(counts: object) -> Counts:
    is_list = isinstance(counts, Sequence) and all(type(count) is int and abs(count) < 2**40 for count in counts)
    if not is_list:
        raise ExchangeTrouble("The run lengths are no list of whole numbers.", "The mask is damaged.", _REMEDY)
    return np.array(counts, np.int64)


def _expanded(text: str) -> Counts:
    """Undo COCO's compression: five bits a character, differences to the run before the last (`rleFrString`)."""
    codes = np.frombuffer(text.encode("utf-8"), np.uint8).astype(np.int64) - 48
    starts = np.flatnonzero(np.concatenate([[True], (codes[:-1] & 32) == 0])) if len(codes) else np.zeros(0, np.int64)
    places = np.arange(len(codes)) - np.repeat(starts, np.diff([*starts, len(codes)]))
    if not len(codes) or codes.min() < 0 or codes.max() > 63 or codes[-1] & 32 or places.max() >= _MOST_DIGITS:
        raise ExchangeTrouble("The compressed run lengths cannot be read.", "The mask is damaged.", _REMEDY)
    runs = np.add.reduceat((codes & 31) << (5 * places), starts)
    ends = np.append(starts[1:], len(codes)) - 1
    runs -= np.where(codes[ends] & 16, 1 << (5 * (places[ends] + 1)), 0)
    for first in (1, 2):
        runs[first::2] = np.cumsum(runs[first::2])
    return runs
