"""Ratings from and to a CSV file with the columns part, appraiser, trial, rating, reference."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from labeling.agreement.ratings import AgreementTrouble, Rating
from labeling.cells import tame, untamed
from vision.inspection import Trouble, say

COLUMNS = ("part", "appraiser", "trial", "rating", "reference")
_NEEDED = COLUMNS[:4]
_SEPARATORS = ",;\t"
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
"""How spreadsheets say which encoding they wrote."""
_LARGEST_BYTES = 100_000_000
_LONGEST_CELL = 500
_NAMED = 10
"""So many lines are named."""


def read_ratings(path: Path) -> list[Rating]:
    """The ratings of a file in UTF-8 or UTF-16, separated by comma, semicolon or tab. Blank lines are passed over.

    A reference column that is empty throughout says that the truth is not known.

    Raises:
        AgreementTrouble: not readable, not text, columns missing, or cells empty; the lines are named.
    """
    rows = _rows(_text(path), path)
    header = next(rows, (0, []))[1]
    places = _places([name.strip().casefold() for name in header], path)
    ratings, bad = [], []
    for line, cells in rows:
        values = {name: untamed(cells[place].strip()) if place < len(cells) else "" for name, place in places.items()}
        if len(cells) > len(header) or not all(values[name] for name in _NEEDED):
            bad.append(line)
        else:
            ratings.append(_rating(values, line))
    if bad:
        raise _incomplete(path, bad)
    if not ratings:
        raise AgreementTrouble(
            say("{file} has no ratings.", file=path.name), "Agreement cannot be told.", "Choose a file with ratings."
        )
    return ratings


def write_ratings(ratings: Iterable[Rating]) -> str:
    """The text of a CSV file; `read_ratings` gives the same again. Cells that a spreadsheet would run get a leading '."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in ratings:
        writer.writerow([tame(cell) for cell in (one.part, one.appraiser, one.trial, one.value, one.reference or "")])
    return stream.getvalue()


def _rating(values: dict[str, str], line: int) -> Rating:
    return Rating(
        part=values["part"],
        appraiser=values["appraiser"],
        trial=values["trial"],
        value=values["rating"],
        reference=values["reference"] or None,
        line=line,
    )


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise _no_table(path, 1, "larger than 100 MB")
        content = path.read_bytes()
        encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "utf-8")
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise AgreementTrouble(
            say("{file} is not text in UTF-8 or UTF-16.", file=path.name),
            "Nothing is read: names would be guessed.",
            'Save it again as "CSV UTF-8".',
            detail=str(error),
        ) from error
    except OSError as error:
        raise AgreementTrouble(
            say("{path} cannot be read.", path=path), "", "Check the path and its permissions.", detail=str(error)
        ) from error


def _rows(text: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """Line number from 1 and cells of every line that is not blank."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            if any(len(cell) > _LONGEST_CELL or "\0" in cell for cell in cells):
                raise _no_table(path, reader.line_num, "a cell that holds no words")
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise _no_table(path, reader.line_num, str(error)) from error


def _places(header: Sequence[str], path: Path) -> dict[str, int]:
    missing = [name for name in COLUMNS if header.count(name) != 1]
    if missing:
        raise AgreementTrouble(
            say("{file} has no column {names}, or has it twice.", file=path.name, names=", ".join(missing)),
            say("Its first line says: {found}.", found=", ".join(header)[:200] or say("nothing")),
            "The first line names the columns part, appraiser, trial, rating, reference. Leave the cells of reference"
            " empty where the truth is not known.",
        )
    return {name: header.index(name) for name in COLUMNS}


def _incomplete(path: Path, lines: Sequence[int]) -> Trouble:
    return AgreementTrouble(
        say(
            "{count} lines of {file} are not complete: {lines}.",
            count=len(lines),
            file=path.name,
            lines=", ".join(map(str, lines[:_NAMED])) + (", ..." if len(lines) > _NAMED else ""),
        ),
        "Nothing is read: what is missing would have to be guessed.",
        "Every line needs part, appraiser, trial and rating, and no more cells than the first line.",
    )


def _no_table(path: Path, line: int, detail: str) -> Trouble:
    return AgreementTrouble(
        say("{file} is not a CSV table: line {line} cannot be read.", file=path.name, line=line),
        "Nothing is read.",
        "Choose a file with the columns part, appraiser, trial, rating, reference.",
        detail=detail,
    )
