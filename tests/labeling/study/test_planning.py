"""Which parts are chosen: blind, half good, the rest shared out over what they are."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labeling.records.studies import GOOD, StudyTrouble
from labeling.study.planning import Candidate, choose_parts, share_out


def candidates(**kinds: int) -> list[Candidate]:
    return [
        Candidate(name=f"{kind}{n}", key=f"{kind}{n}", reference=kind) for kind, count in kinds.items() for n in range(count)
    ]  # fmt: skip


def chosen(found: list[Candidate]) -> dict[str | None, int]:
    return dict(Counter(one.reference for one in found))


def test_half_are_good_and_the_other_half_is_shared_out() -> None:
    found = choose_parts(candidates(OK=500, crack=40, fray=3, hole=40), 50, "x")
    assert chosen(found) == {GOOD: 25, "crack": 11, "fray": 3, "hole": 11}


def test_what_is_rare_is_made_up_for() -> None:
    assert chosen(choose_parts(candidates(OK=5, NG=90), 50, "x")) == {GOOD: 5, "NG": 45}
    assert chosen(choose_parts(candidates(OK=90), 50, "x")) == {GOOD: 50}
    assert len(choose_parts(candidates(OK=3, NG=4), 50, "x")) == 7


def test_the_lot_decides_and_tells_nothing_by_its_order() -> None:
    shelf = candidates(OK=100, NG=100)
    one, same, other = (choose_parts(shelf, 40, seed) for seed in ("a", "a", "b"))
    assert one == same
    assert {c.key for c in one} != {c.key for c in other}
    first_half = chosen(one[:20])
    assert 4 <= first_half[GOOD] <= 16


def test_without_references_the_groups_are_balanced() -> None:
    shelf = [Candidate(name=str(n), key=str(n), group=GOOD if n % 20 else "NG") for n in range(400)]
    found = choose_parts(shelf, 30, "x")
    assert Counter(one.group for one in found) == {GOOD: 15, "NG": 15}


def test_too_few_parts_are_refused() -> None:
    with pytest.raises(StudyTrouble, match="too few parts: 1"):
        choose_parts(candidates(OK=1), 50, "x")


@given(st.integers(0, 60), st.dictionaries(st.text(max_size=2), st.integers(0, 30), max_size=6))
def test_shares_add_up_and_are_as_even_as_can_be(count: int, sizes: dict[str, int]) -> None:
    found = share_out(count, sizes)
    assert sum(found.values()) == min(count, sum(sizes.values()))
    assert all(found[name] <= sizes[name] for name in sizes)
    unsated = [found[name] for name in sizes if found[name] < sizes[name]]
    assert not unsated or max(found.values()) - min(unsated) <= 1
