"""The scale people read: the verdict's places are fixed, and nothing changes its order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vision.inspection import Thresholds, Verdict
from vision.inspection.scale import points, scaled, score_at

SCORES = st.floats(0, 1e9)
LINES = st.tuples(st.floats(0.01, 1e4), st.floats(0, 1e4)).map(lambda two: Thresholds(t1=two[0], t2=two[0] + two[1]))


def test_the_lines_have_their_places() -> None:
    lines = Thresholds(t1=3.0, t2=4.0)
    assert [scaled(score, lines) for score in (0.0, 1.5, 3.0, 3.5, 4.0, 8.0)] == [0, 25, 50, 60, 70, 85]


@given(SCORES, SCORES, LINES)
def test_a_higher_score_is_never_lower_on_the_scale(one: float, other: float, lines: Thresholds) -> None:
    low, high = sorted((one, other))
    assert 0 <= scaled(low, lines) <= scaled(high, lines) < 100
    assert points(low, lines) <= points(high, lines)
    if high > low * 1.001 + 1e-6 and high < 1e3 * lines.t2:
        assert scaled(low, lines) < scaled(high, lines)


@given(LINES, st.sampled_from(["t1", "t2"]))
def test_there_is_no_jump_at_a_line(lines: Thresholds, name: str) -> None:
    line = getattr(lines, name)
    if lines.t2 > lines.t1 * 1.01:
        assert scaled(line * (1 - 1e-9), lines) == pytest.approx(scaled(line * (1 + 1e-9), lines), abs=1e-4)


@given(SCORES, LINES)
def test_whole_points_tell_the_verdict(score: float, lines: Thresholds) -> None:
    told = points(score, lines)
    verdict = Verdict.OK if told < 50 else Verdict.NG if told > 70 else Verdict.REVIEW
    assert verdict is lines.judge(score)


@pytest.mark.parametrize(("t1", "t2", "at_line", "above"), [(0, 0, 50, 100), (2, 2, 50, 71), (0, 2, 50, 70)])
def test_lines_without_room_still_judge(t1: float, t2: float, at_line: int, above: int) -> None:
    lines = Thresholds(t1=t1, t2=t2)
    assert points(t1, lines) == at_line
    assert 70 < points(t2 + 0.01, lines) <= max(above, 71)


@given(st.floats(0, 99), LINES)
def test_a_place_of_the_scale_has_one_score(value: float, lines: Thresholds) -> None:
    if lines.t2 - lines.t1 > 1e-6 * lines.t2:
        assert scaled(score_at(value, lines), lines) == pytest.approx(value, abs=1e-3)
    assert score_at(50, lines) == pytest.approx(lines.t1)
    assert score_at(70, lines) == pytest.approx(lines.t2)
