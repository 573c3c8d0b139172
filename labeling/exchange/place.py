"""Which folder of the labels is the dataset's, where the labels' paths begin further up than the dataset.

Labels of a whole set name `test/crack/001.png` and `test/blowhole/001.png`; for a dataset of the folder `test/crack` both
end in its `001.png`, and only the first means it. All paths of the labels begin at one place, so that what they have in
front of the dataset's paths, their surplus, is the same for all that are meant. It is the one that the path of the
dataset's folder ends in; where none is, and all paths have the same, it may be the folder under another name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Parts = tuple[str, ...]
"""The folders of a path, the name last where it has one."""
NEIGHBOUR = ".."
"""Heads a surplus that is no folder around the dataset but one beside it: it never agrees by its name."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where the dataset lies among the labels."""

    folder: Parts | None
    """The surplus of the paths that are meant; () where they begin as the dataset's do; None where nobody can tell."""
    is_sure: bool
    """The dataset's own folders say so."""


def place_of(surpluses: Iterable[Sequence[Parts]], root: Parts) -> Place:
    """Decide it.

    Args:
        surpluses: those of every entry of the labels, one for each name that it goes by, the most telling first.
        root: the path of the dataset's folder; () where it is not known.
    """
    entries = [entry for entry in surpluses if entry]
    agreeing = [surplus for entry in entries for surplus in entry if _agrees(surplus, root)]
    if agreeing:
        return Place(folder=max(agreeing, key=len), is_sure=True)
    firsts = {entry[0] for entry in entries}
    return Place(folder=firsts.pop() if len(firsts) == 1 else None, is_sure=False)


def _agrees(surplus: Parts, root: Parts) -> bool:
    """Whether one of the two ends in the other."""
    common = min(len(surplus), len(root))
    return surplus[len(surplus) - common :] == root[len(root) - common :] and (common > 0 or not surplus)
