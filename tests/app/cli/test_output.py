"""What a verb says goes to one stream or the other, and a number that is none is null."""

import io

import pytest

from app.cli.output import DETAIL_LINES, Output
from tests.app.cli.calls import read_line
from vision.inspection import Trouble


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_a_number_that_is_none_is_null_at_any_depth(number: float) -> None:
    out = io.StringIO()
    values = {"a": number, "b": [number, 1.5], "c": {"d": (number,)}}
    Output(as_json=True, out=out, err=io.StringIO()).emit(values, "for people")
    assert read_line(out.getvalue()) == {"a": None, "b": [None, 1.5], "c": {"d": [None]}}


def test_with_json_all_but_answers_goes_to_standard_error() -> None:
    out, err = io.StringIO(), io.StringIO()
    output = Output(as_json=True, out=out, err=err)
    output.say("progress")
    output.emit({"path": "a\nb\u2028 Ü"}, "for people")
    assert err.getvalue() == "progress\n"
    assert out.getvalue().count("\n") == 1
    assert read_line(out.getvalue()) == {"path": "a\nb\u2028 Ü"}


def test_without_json_answers_are_for_people() -> None:
    out = io.StringIO()
    output = Output(as_json=False, out=out, err=io.StringIO())
    output.say("progress")
    output.emit({"a": 1}, "for people")
    assert out.getvalue() == "progress\nfor people\n"


def test_what_went_wrong_stands_indented_below_the_trouble_without_progress_bars() -> None:
    err = io.StringIO()
    bar = "Selecting: 10%|#         | 1/10\rSelecting: 100%|##########| 10/10"
    detail = f"ended with code 1\n\n{bar}\n\x1b[31mdone\x1b[0m 3 of 4\rRuntimeError: no room\n"
    Output(as_json=True, out=io.StringIO(), err=err).complain(Trouble("It broke.", "", "Mend it.", detail=detail))
    assert err.getvalue() == "It broke.\nMend it.\n    ended with code 1\n    RuntimeError: no room\n"


def test_of_long_details_the_end_is_shown() -> None:
    err = io.StringIO()
    detail = "\n".join(f"line {number}" for number in range(500))
    Output(as_json=False, out=io.StringIO(), err=err).complain(Trouble("It broke.", detail=detail))
    assert err.getvalue().count("\n") == 1 + DETAIL_LINES
    assert err.getvalue().endswith("    line 499\n")
