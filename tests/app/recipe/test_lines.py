import pytest

from app.recipe.lines import closest_to, effect_of
from app.recipe.ports import ScoredPart, TeachStage
from app.recipe.wording import at_most, percent, progressed, what_it_says
from tests.app.recipe.twins import DEFECTS, GOOD, LINES
from vision.inspection import Verdict


def test_the_effect_counts_good_parts_and_defects_apart():
    effect = effect_of((*GOOD, ScoredPart(name="odd", score=0.7), *DEFECTS), LINES)
    assert (effect.good[Verdict.OK], effect.overkill, effect.good_count) == (24, 1, 25)
    assert (effect.escapes, effect.defects[Verdict.REVIEW], effect.defects[Verdict.NG]) == (0, 1, 3)


def test_the_closest_parts_are_those_a_small_move_would_flip():
    parts = (*GOOD, *DEFECTS)
    assert [part.score for part in closest_to(parts, LINES, 2)] == [pytest.approx(0.65), pytest.approx(0.55)]


@pytest.mark.parametrize(
    ("share", "text"), [(0.0741, "7.4"), (0.2646, "26"), (0.0996, "10"), (0.0, "0.0"), (1.0, "100")]
)
def test_a_percentage_shows_the_digits_that_count(share, text):
    assert percent(share).removesuffix("\u202f%") == text


def test_a_bound_says_its_confidence():
    assert at_most(0.2209) == "at most 22\u202f% (95\u202f%)"


def test_few_defects_are_said_to_say_little():
    assert what_it_says(effect_of(DEFECTS, LINES), 0.06).startswith("4 defects say little about escapes. 60 without")
    assert what_it_says(effect_of(GOOD, LINES), 0.06).startswith("Without known defects nothing is said")
    assert what_it_says(effect_of(DEFECTS * 15, LINES), 0.06) == ""


def test_progress_tells_time_only_when_it_is_known():
    stage = TeachStage(name="x", done=18, total=50)
    assert progressed(stage) == "18 of 50"
    assert progressed(TeachStage(name="x", done=18, total=50, seconds_left=40.2)) == "18 of 50, about 40 s left"
    assert progressed(TeachStage(name="x", done=18, total=50, seconds_left=200)).endswith("about 3 min left")
