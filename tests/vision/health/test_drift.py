"""The drift test: rarely wrong, deaf to single defects, early when good parts creep up."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from vision.health import DriftTest
from vision.teaching import calibrate

Draw = Callable[[np.random.Generator, int], NDArray[np.float64]]
DRAWS: dict[str, Draw] = {
    "gamma": lambda rng, n: rng.gamma(40, 0.15, n),
    "heavy tail": lambda rng, n: 1 + rng.pareto(1.5, n),
    "few values": lambda rng, n: rng.integers(3, 7, n).astype(float),
}
RUNS = 30


def alarms(reference: NDArray[np.float64], scores: NDArray[np.float64], every: int) -> list[int]:
    """At which parts the alarm is raised."""
    test = DriftTest(list(reference), every)
    return [part for part, score in enumerate(scores) if test.saw(float(score))]


@pytest.mark.parametrize("draw", DRAWS.values(), ids=DRAWS)
@pytest.mark.parametrize("n", [5, 100])
def test_false_alarms_are_as_rare_as_promised(draw: Draw, n: int) -> None:
    every, parts = 300, 2000
    waits = []
    for seed in range(RUNS):
        scores = draw(np.random.default_rng(seed), n + parts)
        waits.append(next(iter(alarms(scores[:n], scores[n:], every)), parts))
    assert np.mean(waits) >= every


def test_defects_among_the_parts_do_not_ring_it() -> None:
    for seed in range(RUNS):
        rng = np.random.default_rng(seed)
        scores = rng.gamma(40, 0.15, 3050)
        scores[50:][rng.random(3000) < 0.1] += 5
        assert alarms(scores[:50], scores[50:], 10_000) == []


@pytest.mark.parametrize("n", [30, 400])
def test_a_slow_change_is_told_before_too_many_good_parts_are_judged_ng(n: int) -> None:
    shares = []
    for seed in range(RUNS):
        rng = np.random.default_rng(seed)
        reference, ageing = rng.gamma(40, 0.15, n), rng.gamma(40, 0.15, 800) + np.linspace(0, 4, 800)
        t2 = calibrate(list(reference)).thresholds.t2
        shown = ageing[ageing <= t2]
        raised = shown[alarms(reference[reference <= t2], shown, 10_000)[0]]
        before = ageing[: int(np.flatnonzero(ageing == raised)[0])]
        shares.append(float((before > t2).mean()))
    assert np.mean(shares) <= 0.01


def test_it_is_raised_once_until_the_scores_have_come_back() -> None:
    rng = np.random.default_rng(0)
    test = DriftTest(list(rng.normal(5, 0.5, 100)))
    states = []
    for mean, parts in ((8, 500), (5, 2500), (8, 100)):
        raised = sum(test.saw(score) for score in rng.normal(mean, 0.5, parts))
        states.append((raised, test.is_raised))
    assert states == [(1, True), (0, False), (1, True)]


def test_a_changed_picture_does_not_become_the_usual_one_by_lasting() -> None:
    rng = np.random.default_rng(1)
    test = DriftTest(list(rng.normal(5, 0.5, 50)))
    for score in rng.normal(8, 0.5, 20_000):
        test.saw(score)
    assert test.is_raised


def test_scores_that_fall_are_no_alarm() -> None:
    rng = np.random.default_rng(2)
    assert alarms(rng.normal(5, 0.5, 50), rng.normal(3, 0.5, 2000), 1000) == []


def test_an_alarm_at_every_part_is_refused() -> None:
    with pytest.raises(ValueError, match="no test"):
        DriftTest([1.0, 2.0], 1)
