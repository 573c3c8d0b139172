"""Which parts a study takes: blind, and balanced over what they are."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from labeling.records.studies import GOOD, StudyTrouble
from vision.inspection import say

FEWEST_PARTS = 2


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A part that a study could take."""

    name: str
    """As people know it."""
    key: str
    """What its source finds its image by."""
    reference: str | None = None
    """What it really is: `GOOD` or another category; None when nobody has said so."""
    group: str = ""
    """What it seems to be, so that a choice without references is balanced, too: the verdict, say."""


def choose_parts(candidates: Sequence[Candidate], count: int, seed: str) -> list[Candidate]:
    """`count` of the candidates by lot, in random order; all when there are fewer.

    Half of them are good, as far as there are so many, and the other half is shared out evenly over all other kinds:
    miss rate and false-alarm rate need both. Kinds are the references where every candidate has one, else the groups.

    Raises:
        StudyTrouble: there are fewer than two.
    """
    if len(candidates) < FEWEST_PARTS:
        raise StudyTrouble(
            say("There are too few parts: {count}.", count=len(candidates)),
            "A study needs at least 2, and says something from about 30 on.",
            "Choose another source, or inspect or label more parts.",
        )
    lot = random.Random(seed)  # noqa: S311 (drawing parts is no secret: the salt that orders them is)
    known = all(one.reference is not None for one in candidates)
    kinds: dict[str, list[Candidate]] = {}
    for candidate in lot.sample(list(candidates), len(candidates)):
        kinds.setdefault((candidate.reference or "") if known else candidate.group, []).append(candidate)
    chosen = [one for kind, size in _quotas(kinds, count).items() for one in kinds[kind][:size]]
    lot.shuffle(chosen)
    return chosen


def _quotas(kinds: Mapping[str, Sequence[Candidate]], count: int) -> dict[str, int]:
    """How many of each kind."""
    sizes = {kind: len(members) for kind, members in kinds.items()}
    good, others = sizes.get(GOOD, 0), sum(size for kind, size in sizes.items() if kind != GOOD)
    halves = share_out(count, {"good": good, "others": others})
    found = share_out(halves["others"], {kind: size for kind, size in sizes.items() if kind != GOOD})
    return found | ({GOOD: halves["good"]} if good else {})


def share_out(count: int, sizes: Mapping[str, int]) -> dict[str, int]:
    """`count` shared out as evenly as the sizes allow; what a small one lacks goes to the others."""
    shares = dict.fromkeys(sizes, 0)
    for _ in range(min(count, sum(sizes.values()))):
        shares[min((name for name in sizes if shares[name] < sizes[name]), key=lambda name: shares[name])] += 1
    return shares


def with_references(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Those of which somebody has said what they are."""
    return [one for one in candidates if one.reference is not None]
