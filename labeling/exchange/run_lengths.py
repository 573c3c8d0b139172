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
    packed = coco_mask.encode(np.asfortranarray(mask.on(height, width).view(np.uint8)))
    return {"size": [height, width], "counts": packed["counts"].decode("ascii")}


def decode(counts: object, width: int, height: int) -> PlacedMask:
    """What run lengths mark, as numbers or compressed to text.

    Raises:
        ExchangeTrouble: they are no run lengths, or those of another size.
    """
    runs = _expanded(counts) if isinstance(counts, str) else _listed(counts)
    if (runs < 0).any() or int(runs.sum()) != width * height:
        what = say("The run lengths do not add up to {width} x {height} pixels.", width=width, height=height)
        raise ExchangeTrouble(what, "The mask is damaged, or of another image.", _REMEDY)
    is_marked = np.arange(len(runs)) % 2 == 1
    return PlacedMask.of(np.repeat(is_marked, runs).reshape(width, height).T)


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
