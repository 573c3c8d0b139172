"""What the figures below the list say, and what they leave out."""

import pytest

from app.review.wording import foot_shown, percent
from labeling.review.escapes import EscapeEstimate
from labeling.review.pace import Pace

THIN = "\N{THIN SPACE}"


def test_escapes_are_told_with_what_so_many_parts_support() -> None:
    foot = foot_shown(EscapeEstimate(escapes=1, n=640), 0.05, Pace(decisions=31, median_s=2.44), "B")
    assert foot.escapes == f"Escapes 0.16{THIN}%, up to 0.74{THIN}%"
    assert foot.support == "95 %, 1 of 640 audited parts"
    assert foot.pace == "Shift B: 2.4 s a part, 31 decided"
    assert foot.detail == ""


def test_a_zero_is_never_said_alone() -> None:
    foot = foot_shown(EscapeEstimate(escapes=0, n=12), 0.05, Pace(), "")
    assert foot.escapes == f"Escapes 0{THIN}%, up to 22{THIN}%"
    assert foot.pace == ""


def test_what_is_not_counted_is_named() -> None:
    foot = foot_shown(EscapeEstimate(n=5, unclear=2, seen=1), 0.05, Pace(), "")
    assert foot.detail == "Not counted: 2 unclear, 1 seen early"


@pytest.mark.parametrize(("share", "words"), [(0.0, "no audit of OK parts"), (0.1, "no audited part yet")])
def test_without_parts_there_is_no_rate(share: float, words: str) -> None:
    assert words in foot_shown(EscapeEstimate(), share, Pace(), "").escapes


@pytest.mark.parametrize(("share", "words"), [(1.0, "100"), (0.05, "5"), (0.0316, "3.2"), (0.0016, "0.16"), (0.0, "0")])
def test_a_share_has_as_many_digits_as_it_needs(share: float, words: str) -> None:
    assert percent(share) == f"{words}{THIN}%"
