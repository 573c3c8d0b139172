"""Kappas against statsmodels, their intervals against a plain bootstrap, and where they are undefined."""

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa

from labeling.agreement.kappa import SAMPLES, cohen, count_ratings, fleiss
from labeling.agreement.ratings import Codes
from tests.labeling.agreement.published import FLEISS_1971


def answers(seed: int, parts: int, raters: int, categories: int = 3, slips: float = 0.2) -> Codes:
    """(parts, raters) codes around a truth, with some slips."""
    random = np.random.default_rng(seed)
    truth = random.integers(0, categories, parts)
    slipped = random.random((parts, raters)) < slips
    return np.where(slipped, random.integers(0, categories, (parts, raters)), truth[:, None])


def test_the_interval_of_fleiss_is_that_of_a_plain_bootstrap() -> None:
    random = np.random.default_rng(5)
    found = fleiss(FLEISS_1971)
    assert found is not None
    assert found.interval is not None
    plain = [fleiss_kappa(FLEISS_1971[random.integers(0, 30, 30)]) for _ in range(2000)]
    assert found.interval == pytest.approx(np.percentile(plain, (2.5, 97.5)), abs=0.02)


def test_the_interval_of_cohen_draws_parts_with_all_their_trials() -> None:
    one = np.repeat(answers(1, 40, 1), 3, axis=1)  # three trials that say the same add nothing
    other = np.repeat(answers(1, 40, 2)[:, 1:], 3, axis=1)
    many, single = cohen(one, other, 3), cohen(one[:, :1], other[:, :1], 3)
    assert many is not None
    assert many == single


def test_the_interval_of_cohen_is_that_of_a_plain_bootstrap() -> None:
    pair = answers(2, 60, 2)
    found = cohen(pair[:, :1], pair[:, 1:], 3)
    assert found is not None
    assert found.interval is not None
    random, plain = np.random.default_rng(6), []
    for _ in range(2000):
        drawn = pair[random.integers(0, 60, 60)]
        table = np.zeros((3, 3))
        np.add.at(table, (drawn[:, 0], drawn[:, 1]), 1)
        plain.append(cohens_kappa(table, return_results=False))
    assert found.interval == pytest.approx(np.percentile(plain, (2.5, 97.5)), abs=0.02)


@given(st.integers(0, 10_000), st.integers(2, 30), st.integers(2, 6), st.integers(2, 5))
@settings(max_examples=25, deadline=None)
def test_estimates_lie_where_kappas_lie(seed: int, parts: int, raters: int, categories: int) -> None:
    found = fleiss(count_ratings(answers(seed, parts, raters, categories), categories))
    if found is not None:
        assert -1 <= found.value <= 1
        assert found.interval is None or -1 <= found.interval[0] <= found.interval[1] <= 1


def test_full_agreement_is_one_and_one_category_is_none() -> None:
    agreed = np.array([[3, 0], [0, 3], [3, 0]])
    found = fleiss(agreed)
    assert found is not None
    assert found.value == pytest.approx(1)
    assert found.interval == pytest.approx((1, 1))
    assert fleiss(np.array([[3, 0], [3, 0]])) is None
    assert cohen(np.zeros((4, 1), np.intp), np.zeros((4, 1), np.intp), 2) is None


def test_samples_of_one_category_are_left_out_and_one_part_has_no_interval() -> None:
    found = fleiss(np.array([[2, 0]] * 9 + [[0, 2]]))  # a third of the samples never draws the last part
    assert found is not None
    assert found.interval == pytest.approx((1, 1))
    alone = fleiss(np.array([[1, 1]]))
    assert alone is not None
    assert alone.interval is None


def test_unequal_rows_are_refused() -> None:
    with pytest.raises(ValueError, match="same number"):
        fleiss(np.array([[2, 0], [1, 0]]))
    with pytest.raises(ValueError, match="at least 2"):
        fleiss(np.array([[1, 0], [0, 1]]))


def test_a_large_study_takes_less_than_a_second() -> None:
    counts = count_ratings(answers(3, 200, 12, 6), 6)
    fleiss(counts)  # the import is not meant
    begun = time.perf_counter()
    fleiss(counts)
    assert SAMPLES >= 1000
    assert time.perf_counter() - begun < 1
