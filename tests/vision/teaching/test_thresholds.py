"""The rules behind T1, T2 and the rates."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, binomtest

from vision.teaching import consequences, rate_in_words, thresholds_from, upper_bound
from vision.teaching.split import n_kept_aside, plan_rounds

SCORES = st.lists(st.floats(0, 1e4), min_size=2, max_size=60)


def test_bounds_are_exact() -> None:
    assert upper_bound(0, 48) == pytest.approx(1 - 0.05 ** (1 / 48))
    assert rate_in_words(0, 48) == "0 of 48, at most 6.1 %"
    assert rate_in_words(0, 12) == "0 of 12, at most 22.1 %"
    assert rate_in_words(1, 199) == "1 of 199, at most 2.4 %"
    assert upper_bound(0, 59) < 0.05 < upper_bound(0, 58)
    assert upper_bound(3, 3) == upper_bound(0, 0) == 1
    with pytest.raises(ValueError, match="no bound"):
        upper_bound(4, 3)


@given(st.integers(0, 40), st.integers(1, 400))
def test_bounds_are_those_of_a_one_sided_binomial_test(k: int, more: int) -> None:
    n = k + more
    bound = upper_bound(k, n)
    assert bound == pytest.approx(binomtest(k, n, alternative="less").proportion_ci(0.95, method="exact").high)
    assert binom.cdf(k, n, bound) == pytest.approx(0.05)


@given(SCORES)
def test_no_score_is_above_t2_and_there_is_room_for_review(scores: list[float]) -> None:
    found = thresholds_from(scores)
    assert max(scores) <= found.t2
    assert 0 <= found.t1 < found.t2


def test_t1_lets_about_one_good_part_in_twenty_reach_it() -> None:
    rng = np.random.default_rng(0)
    above_t1, above_t2 = [], []
    for _ in range(200):
        scores = rng.gamma(40, 0.15, 40)
        found = thresholds_from(list(scores))
        fresh = rng.gamma(40, 0.15, 500)
        above_t1.append(float((fresh >= found.t1).mean()))
        above_t2.append(float((fresh > found.t2).mean()))
    assert 0.04 < np.mean(above_t1) < 0.08
    assert np.mean(above_t2) < 0.02


def test_equal_scores_still_get_a_margin() -> None:
    found = thresholds_from([5.0] * 10)
    assert 5.02 < found.t1 < found.t2 < 6


def test_one_odd_part_among_the_good_ones_does_not_move_t1() -> None:
    scores = list(np.random.default_rng(1).normal(6, 0.4, 30))
    assert thresholds_from([*scores, 9.0]).t1 == pytest.approx(thresholds_from([*scores, 7.2]).t1, abs=0.1)


def test_thresholds_need_two_scores() -> None:
    with pytest.raises(ValueError, match="at least two"):
        thresholds_from([1.0])


@given(st.integers(2, 300), st.integers(0, 5))
def test_no_image_is_scored_by_a_model_that_learned_it(n_images: int, seed: int) -> None:
    rounds = plan_rounds(n_images, seed)
    scored = [index for one in rounds for index in one.score]
    assert len(scored) == len(set(scored)) == n_kept_aside(n_images, leaves_out=False)
    assert all(one.learn and not set(one.learn) & set(one.score) for one in rounds)
    assert n_images >= 80 or rounds[-1].learn == tuple(range(n_images))
    assert len(rounds[-1].learn) >= n_images / 2


@given(st.integers(2, 1700), st.integers(0, 5))
def test_a_model_that_leaves_out_scores_what_it_learned_last(n_images: int, seed: int) -> None:
    (one,) = plan_rounds(n_images, seed, leaves_out=True)
    assert len(one.score) == n_kept_aside(n_images, leaves_out=True)
    if one.leaves_out:
        assert sorted(one.learn) == list(range(n_images))
        assert one.learn[-len(one.score) :] == one.score
    else:
        assert sorted(one.learn + one.score) == list(range(n_images))


def test_consequences_count_each_side() -> None:
    found = consequences([1, 2, 3, 9], [2, 5, 8], t1=2.5, t2=6)
    assert (found.good.ok, found.good.review, found.good.ng) == (2, 1, 1)
    assert (found.defect.ok, found.defect.review, found.defect.ng) == (1, 1, 1)
    assert found.good.wrong_bound == pytest.approx(upper_bound(1, 4))
    assert consequences([], [], 1, 2).defect.wrong_bound == 1
