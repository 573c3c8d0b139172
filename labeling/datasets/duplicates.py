"""Images that look nearly the same, in groups: one of each is enough to label."""

from collections.abc import Iterator, Mapping

import numpy as np

from labeling.datasets.looks import bits

NEAR_BITS = 16
"""Of 256; see `labeling.datasets.looks` for what that means."""
_ROWS = 500
"""Compared with all others at once: every pair of 10,000 images takes a second, and no index can be wrong."""


def near_duplicates(looks: Mapping[int, str], most_bits: int = NEAR_BITS) -> list[list[int]]:
    """Groups of image ids, each of at least two, the largest first. `looks`: by id, `ImageFile.look`.

    An image belongs to the group of any image it is near to, so that a series of small steps is one group.
    """
    ids = list(looks)
    leaders = list(range(len(ids)))
    for one, other in _near_pairs(list(looks.values()), most_bits):
        leaders[_leader(leaders, other)] = _leader(leaders, one)
    groups: dict[int, list[int]] = {}
    for place, image_id in enumerate(ids):
        groups.setdefault(_leader(leaders, place), []).append(image_id)
    return sorted((group for group in groups.values() if len(group) > 1), key=len, reverse=True)


def _near_pairs(looks: list[str], most_bits: int) -> Iterator[tuple[int, int]]:
    words = bits(looks)
    for start in range(0, len(looks), _ROWS):
        rows, others = words[start : start + _ROWS], words[start:]
        differing = np.zeros((len(rows), len(others)), np.uint16)
        for word in range(words.shape[1]):
            differing += np.bitwise_count(rows[:, None, word] ^ others[None, :, word])
        near = np.argwhere(np.triu(differing <= most_bits, 1))  # row n is also column n of `others`
        yield from ((start + int(row), start + int(column)) for row, column in near)


def _leader(leaders: list[int], place: int) -> int:
    """Of the group a place belongs to; the way there is shortened for the next time."""
    while leaders[place] != place:
        leaders[place] = leaders[leaders[place]]
        place = leaders[place]
    return place
