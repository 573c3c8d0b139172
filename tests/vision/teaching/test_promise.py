"""What T1 and T2 promise, kept on many reseeded scores of several distributions."""

import math
import re
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.stats import betabinom

from vision.inspection import Thresholds
from vision.teaching import LEAST_RATE, Promise, Rates, RatesTrouble, calibrate, noted_rates, promised
from vision.teaching.promise import average_rank, confident_rank, parts_needed
from vision.teaching.split import images_needed, n_kept_aside
from vision.teaching.statement import statement

Draw = Callable[[np.random.Generator, int], NDArray[np.float64]]
DISTRIBUTIONS: dict[str, Draw] = {
    "gamma": lambda rng, n: rng.gamma(40, 0.15, n),
    "heavy tail": lambda rng, n: 1 + rng.pareto(1.5, n),
    "two kinds of parts": lambda rng, n: np.abs(rng.normal(np.where(rng.random(n) < 0.03, 9, 5), 0.4)),
    "lognormal": lambda rng, n: rng.lognormal(0, 1, n),
}
RESEEDS, FRESH = 200, 1000


def realised(draw: Draw, n: int, rates: Rates | None = None) -> tuple[list[float], list[float], Promise, Promise]:
    """Shares of fresh good parts that reach REVIEW or worse, and NG, for each reseed."""
    review, overkill = [], []
    for seed in range(RESEEDS):
        rng = np.random.default_rng(seed)
        found = calibrate(list(draw(rng, n)), rates)
        fresh = draw(rng, FRESH)
        review.append(float((fresh >= found.thresholds.t1).mean()))
        overkill.append(float((fresh > found.thresholds.t2).mean()))
    return review, overkill, found.promises.review, found.promises.overkill


def inside(shares: list[float], promise: Promise) -> float:
    """Share of runs inside the 95 % band, widened by what counting `FRESH` parts adds."""
    low, high = betabinom.ppf([0.025, 0.975], FRESH, promise.above + 1, promise.n - promise.above) / FRESH
    return float(np.mean([low <= share <= high for share in shares]))


@pytest.mark.parametrize("draw", DISTRIBUTIONS.values(), ids=DISTRIBUTIONS)
@pytest.mark.parametrize("n", [99, 150, 320])
def test_a_guaranteed_rate_is_kept_whatever_the_scores_look_like(draw: Draw, n: int) -> None:
    reviewed, killed, review, overkill = realised(draw, n)
    assert review.is_guaranteed
    assert overkill.is_guaranteed
    noise = 2.5 * max(np.std(reviewed), np.std(killed)) / math.sqrt(RESEEDS)
    assert np.mean(reviewed) <= 0.05 + noise
    assert np.mean(killed) <= 0.01 + noise
    assert inside(reviewed, review) > 0.9
    assert inside(killed, overkill) > 0.9


def test_a_confident_rate_is_kept_by_nineteen_teachings_in_twenty() -> None:
    _, killed, _, overkill = realised(DISTRIBUTIONS["heavy tail"], 320, Rates(overkill=0.02))
    assert overkill.is_confident
    assert np.mean([share <= 0.02 + 0.005 for share in killed]) > 0.95


@pytest.mark.parametrize("n", [8, 16, 30])
def test_few_parts_keep_the_rates_of_an_ordinary_line_without_a_guarantee(n: int) -> None:
    reviewed, killed, review, overkill = realised(DISTRIBUTIONS["gamma"], n)
    assert np.mean(reviewed) < 0.055
    assert np.mean(killed) < 0.011
    assert not review.is_guaranteed
    assert not overkill.is_guaranteed


@given(st.lists(st.floats(0, 1e4), min_size=2, max_size=120), st.sampled_from([0.01, 0.05, 0.2]))
def test_lines_are_in_order_and_t2_is_reached_by_no_more_than_promised(scores: list[float], rate: float) -> None:
    found = calibrate(scores, Rates(overkill=rate, review=0.2))
    lines, promise = found.thresholds, found.promises.overkill
    assert 0 < lines.t1 < lines.t2
    assert promise.above == sum(score > lines.t2 for score in scores)
    assert promise.average <= rate or not promise.is_guaranteed


def test_a_part_that_scores_like_the_last_allowed_one_is_ok() -> None:
    scores = list(np.arange(1.0, 40.0))
    lines = calibrate(scores).thresholds
    assert lines.judge(38.0) == "OK"
    assert lines.judge(39.0) == "REVIEW"
    assert lines == Thresholds(t1=lines.t1, t2=lines.t2)


def test_ranks_are_those_of_conformal_prediction() -> None:
    assert [average_rank(n, 0.01) for n in (98, 99, 100, 199)] == [99, 99, 100, 198]
    assert [confident_rank(n, 0.01) for n in (298, 299, 473)] == [None, 299, 472]
    assert (parts_needed(0.01), parts_needed(0.05), parts_needed(0.05, spare=1)) == (99, 19, 39)


@given(st.integers(2, 500), st.sampled_from([0.01, 0.05]))
def test_a_rate_is_guaranteed_from_the_number_that_was_named(n: int, rate: float) -> None:
    assert (average_rank(n, rate) <= n) == (n >= parts_needed(rate))
    assert (average_rank(n, rate) <= n - 1) == (n >= parts_needed(rate, spare=1))


def test_a_promise_says_what_so_many_parts_support() -> None:
    promise = calibrate(list(np.arange(1.0, 57.0))).promises.overkill
    assert (promise.n, promise.above, promise.needed, promise.needed_for_confidence) == (56, 0, 99, 299)
    assert promise.average == pytest.approx(1 / 57)
    assert promise.at_most == pytest.approx(1 - 0.05 ** (1 / 56))
    low, high = promise.band
    assert low < promise.average < promise.at_most < high
    assert promise.as_json()["guaranteed"] is False


@pytest.mark.parametrize("n", [299, 473, 2000])
def test_the_count_in_the_statement_is_never_worse_than_the_rate_it_is_confident_of(n: int) -> None:
    promises = calibrate(list(np.arange(1.0, n + 1.0))).promises
    words = statement(n, promises, leaves_out=True)
    assert "At most 1 % of good parts judged NG is kept with 95 % confidence." in words
    told = re.search(r"of \d+, at most ([\d.]+) % \(95 % confidence\)", words)
    assert told is not None
    assert float(told[1]) <= 1


@given(st.integers(1, 400), st.integers(0, 500), st.booleans())
def test_the_images_that_are_asked_for_give_enough_scores(n_aside: int, n_images: int, leaves_out: bool) -> None:
    needed = images_needed(n_aside, n_images, leaves_out=leaves_out)
    assert needed >= n_images
    assert n_kept_aside(needed, leaves_out=leaves_out) >= n_aside
    assert needed == n_images or n_kept_aside(needed - 1, leaves_out=leaves_out) < n_aside


@pytest.mark.parametrize("leaves_out", [True, False])
def test_one_more_good_part_never_gives_fewer_scores(leaves_out: bool) -> None:
    scores = [n_kept_aside(n_images, leaves_out=leaves_out) for n_images in range(2, 2500)]
    assert scores == sorted(scores)


@given(st.integers(2, 1700), st.booleans(), st.sampled_from([0.01, 0.02, 0.05, 0.1]))
def test_teaching_as_many_more_as_are_asked_for_makes_the_promise_guaranteed(
    n_images: int, leaves_out: bool, rate: float
) -> None:
    n = n_kept_aside(n_images, leaves_out=leaves_out)
    promise = Promise(rate=rate, n=n, above=0, needed=parts_needed(rate))
    more = re.search(r"after (\d+) more", promised(n_images, promise, leaves_out=leaves_out))
    assert (more is None) == promise.is_guaranteed
    if more is not None:
        enough = n_kept_aside(n_images + int(more[1]), leaves_out=leaves_out)
        assert enough >= promise.needed
        assert n_kept_aside(n_images + int(more[1]) - 1, leaves_out=leaves_out) < promise.needed


@pytest.mark.parametrize(
    ("n_aside", "n_images", "told"),
    [
        (30, 30, "At most 1 % of good parts judged NG is not yet guaranteed: "),
        (120, 480, "At most 1 % of good parts judged NG is kept on average; with 95 % confidence after "),
        (320, 1280, "At most 1 % of good parts judged NG is kept with 95 % confidence."),
        (30, 30, "At most 5 % of good parts sent to REVIEW is not yet guaranteed: "),
        (120, 480, "At most 5 % of good parts sent to REVIEW is kept on average."),
    ],
)
def test_the_statement_says_how_far_the_promise_goes(n_aside: int, n_images: int, told: str) -> None:
    promises = calibrate(list(np.arange(1.0, n_aside + 1))).promises
    assert told in statement(n_images, promises, leaves_out=n_aside == n_images)


@pytest.mark.parametrize(
    ("overkill", "review", "told"),
    [
        (0, 0.05, "0 is no share .* 0.0001 .1 in 10000. to 0.5"),
        (0.00009, 0.05, "9e-05 is no share"),
        (1e-17, 1e-17, "1e-17 is no share"),
        (0.01, 0.6, "0.6 is no share"),
        (math.nan, 0.05, "nan is no share"),
        (0.1, 0.05, "More parts would be judged NG than sent to REVIEW: 0.1 and 0.05"),
    ],
)
def test_rates_that_no_teaching_can_keep_are_told_and_nothing_is_taught(
    overkill: float, review: float, told: str
) -> None:
    with pytest.raises(RatesTrouble, match=told) as raised:
        Rates(overkill=overkill, review=review)
    assert raised.value.meaning == "Nothing is taught."


@pytest.mark.parametrize("rate", [1e-17, 1e-9])
def test_a_version_of_an_older_loupe_with_a_tiny_rate_is_taken_at_the_least_one(rate: float) -> None:
    noted = noted_rates({"promises": {"review": {"rate": 0.05}, "overkill": {"rate": rate}}})
    assert noted == Rates(overkill=LEAST_RATE, review=0.05)


def test_the_least_rate_is_promised_in_words_at_once() -> None:
    promises = calibrate(list(np.arange(1.0, 31.0)), Rates(overkill=LEAST_RATE)).promises
    assert promises.overkill.needed_for_confidence == 29956
    assert (
        "At most 0.01 % of good parts judged NG is not yet guaranteed: 39966 more good parts are needed"
        in statement(30, promises, leaves_out=True)
    )


@pytest.mark.timeout(5)
@pytest.mark.parametrize("leaves_out", [True, False])
def test_how_many_images_are_needed_is_not_counted_one_by_one(leaves_out: bool) -> None:
    assert images_needed(10**12, 30, leaves_out=leaves_out) == 4 * 10**12
