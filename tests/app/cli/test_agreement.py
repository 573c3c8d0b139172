"""`loupe agreement`: figures of a file of ratings, undefined ones null with a note, bad files named by line."""

from pathlib import Path

import pytest

from tests.app.cli.calls import Loupe
from tests.labeling.agreement import published

HEADER = "part,appraiser,trial,rating,reference"
SMALL = [HEADER, "1,Ada,1,OK,OK", "1,Ben,1,OK,OK", "2,Ada,1,NG,NG", "2,Ben,1,OK,NG"]


@pytest.fixture
def aiag(tmp_path: Path) -> Path:
    rows = [
        f"{part},{name},{trial},{value},{reference}"
        for part, (*answers, reference) in published.aiag_parts().items()
        for name, values in zip("ABC", answers, strict=True)
        for trial, value in enumerate(values, 1)
    ]
    return write(tmp_path, "\n".join([HEADER, *rows]).encode())


def write(folder: Path, content: bytes | str | list[str]) -> Path:
    text = "\n".join(content) if isinstance(content, list) else content
    path = folder / "Bewertung ä.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_aiag_example(loupe: Loupe, aiag: Path) -> None:
    found = loupe("agreement", aiag, "--good", "1").one
    assert round(found["fleiss_kappa"], 3) == published.AIAG_FLEISS
    low, high = found["fleiss_kappa_ci"]
    assert low < found["fleiss_kappa"] < high
    b = found["by_appraiser"]["B"]
    assert round(b["cohen_kappa_reference"], 3) == 0.923
    assert (b["within"], b["effectiveness"], b["miss_rate"]) == (0.9, 0.9, 0.0625)
    assert b["false_alarm_rate"] == pytest.approx(2 / 102)
    assert (found["all_agree"], found["all_right"], found["notes"]) == (0.78, 0.78, [])


def test_the_same_file_gives_the_same_interval(loupe: Loupe, aiag: Path) -> None:
    assert loupe("agreement", aiag).out == loupe("agreement", aiag).out


def test_without_good_two_rates_are_null(loupe: Loupe, aiag: Path) -> None:
    found = loupe("agreement", aiag).one
    for one in found["by_appraiser"].values():
        assert (one["miss_rate"], one["false_alarm_rate"]) == (None, None)
        assert one["effectiveness"] is not None
    assert "--good" in found["notes"][0]


def test_for_people(loupe: Loupe, aiag: Path) -> None:
    said = loupe("agreement", aiag, "--good", "1", json=False).out
    assert "50 parts x 3 appraisers x 3 trials" in said
    assert "Fleiss' kappa        0.794 (" in said
    assert "6.2 % (3 of 48; 1.3 to 17.2)" in said


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le-mark"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_spreadsheets_write_is_read(loupe: Loupe, tmp_path: Path, encoding: str, separator: str) -> None:
    text = "\r\n".join(line.replace(",", separator).replace("Ada", "Jörg 検査") for line in SMALL) + "\r\n\r\n"
    content = b"\xff\xfe" + text.encode("utf-16-le") if encoding == "utf-16-le-mark" else text.encode(encoding)
    found = loupe("agreement", write(tmp_path, content)).one
    assert list(found["by_appraiser"]) == ["Jörg 検査", "Ben"]
    assert found["by_appraiser"]["Ben"]["effectiveness"] == 0.5


def test_any_categories_and_columns_in_any_order(loupe: Loupe, tmp_path: Path) -> None:
    rows = ["Reference, RATING ,part,trial,appraiser"]
    rows += [f"{ref},{value},{part},1,{who}" for part, ref, value, who in (
        (1, "crack", "crack", "Ada"), (1, "crack", "fray", "Ben"), (2, "good", "good", "Ada"),
        (2, "good", "good", "Ben"), (3, "fray", "fray", "Ada"), (3, "fray", "fray", "Ben"))]  # fmt: skip
    found = loupe("agreement", write(tmp_path, rows), "--good", "good").one
    assert found["categories"] == ["crack", "fray", "good"]
    assert found["by_category"]["good"]["fleiss_kappa"] == pytest.approx(1)
    assert found["by_appraiser"]["Ben"]["miss_rate"] == 0
    assert found["disagreed_parts"] == ["1"]


def test_one_category_has_no_kappa_and_says_so(loupe: Loupe, tmp_path: Path) -> None:
    rows = [line.replace("NG", "OK") for line in SMALL]
    found = loupe("agreement", write(tmp_path, rows)).one
    assert (found["fleiss_kappa"], found["fleiss_kappa_ci"]) == (None, None)
    assert found["by_appraiser"]["Ada"]["cohen_kappa_reference"] is None
    assert any("no kappa is defined" in note for note in found["notes"])


def test_one_appraiser_and_no_reference_are_noted(loupe: Loupe, tmp_path: Path) -> None:
    rows = [HEADER, "1,Ada,1,OK,", "1,Ada,2,OK,", "2,Ada,1,NG,", "2,Ada,2,ng,"]
    found = loupe("agreement", write(tmp_path, rows)).one
    assert found["fleiss_kappa"] is None
    assert found["by_appraiser"]["Ada"]["within"] == 0.5
    assert [note.split(":")[0] for note in found["notes"]] == [
        "One appraiser",
        "No reference is given",
        "These categories differ in upper and lower case only",
    ]


BAD = {
    "no column": (["part,appraiser,trial,rating", "1,Ada,1,OK"], "no column reference"),
    "column twice": (["part,part,appraiser,trial,rating,reference", "1,1,Ada,1,OK,OK"], "no column part, or has it"),
    "empty cell": ([*SMALL[:3], "2,Ada,1,,NG", "2, ,1,OK,NG"], "2 lines of Bewertung ä.csv are not complete: 4, 5."),
    "too many cells": ([*SMALL, "3,Ada,1,OK,OK,OK"], "1 lines of Bewertung ä.csv are not complete: 6."),
    "gap": (SMALL[:-1], "1 of 4 ratings are missing"),
    "twice": ([*SMALL, SMALL[1]], "Ada rated part 1 twice in trial 1 (lines 2 and 6)"),
    "two references": ([*SMALL[:-1], "2,Ben,1,OK,OK"], "Part 2 has two references: NG and OK (lines 4 and 5)"),
    "half a reference": ([*SMALL[:3], "2,Ada,1,NG,", "2,Ben,1,OK,"], "1 of 2 parts have no reference: 2."),
    "empty": ("", "no column part, appraiser"),
    "header only": ([HEADER], "has no ratings"),
    "Latin-1": ([*SMALL[:1], "1,Jörg,1,OK,OK"], "is not text in UTF-8"),
    "binary": (bytes(range(256)), "is not text in UTF-8"),
    "a cell of a megabyte": ([*SMALL, "3," + "x" * 1_000_000 + ",1,OK,OK"], "line 6 cannot be read"),
    "a quote that never ends": ([*SMALL, '3,"Ada,1,OK,OK'], "is not a CSV table"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_told_and_nothing_is_guessed(loupe: Loupe, tmp_path: Path, name: str) -> None:
    content, said = BAD[name]
    text: bytes | str | list[str] = content
    if name == "Latin-1":
        text = "\n".join(content).encode("latin-1")  # type: ignore[arg-type]
    answer = loupe("agreement", write(tmp_path, text))
    assert said in answer.sentence
    assert answer.out == ""


def test_no_file_and_an_unknown_good_value(loupe: Loupe, tmp_path: Path) -> None:
    assert "cannot be read" in loupe("agreement", tmp_path / "none.csv").sentence
    assert "The categories are: NG, OK." in loupe("agreement", write(tmp_path, SMALL), "--good", "ok").sentence


def test_the_help_says_how_trials_enter(loupe: Loupe) -> None:
    said = loupe("agreement", "--help", json=False).out
    assert "How repeated trials enter" in said
