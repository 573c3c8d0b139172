"""Ratings come back from their CSV file as they were; no cell of it is a formula for a spreadsheet."""

from pathlib import Path

from labeling.agreement import Rating
from labeling.agreement.csv_file import read_ratings, write_ratings

CELLS = ("=cmd()", "+x", "-3,5", "@Ada", "'=y", "'quoted", "a, b;c", "良")


def test_ratings_come_back_as_they_were(tmp_path: Path) -> None:
    ratings = [
        Rating(part=cell, appraiser=cell, trial=cell, value=cell, reference=cell, line=number)
        for number, cell in enumerate(CELLS, 2)
    ]
    file = tmp_path / "r.csv"
    file.write_text(write_ratings(ratings), "utf-8")
    assert read_ratings(file) == ratings


def test_no_cell_is_a_formula() -> None:
    (line,) = write_ratings([Rating(part="=1+1", appraiser="+a", trial="-2", value="@x", reference=None)]).splitlines()[
        1:
    ]
    assert line == "'=1+1,'+a,-2,'@x,"
