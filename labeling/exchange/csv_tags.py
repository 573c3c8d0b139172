"""A table of image tags: columns `path` and `tag`, one tag a row; an empty tag says that the image has none."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from labeling.cells import tame, untamed
from labeling.exchange import files
from labeling.exchange.known import KnownImage, KnownImages
from labeling.exchange.labelled import ExchangeTrouble, Gathering, LabelledImage, Reading
from vision.inspection import say

FILE = "tags.csv"
COLUMNS = ("path", "tag")


def read(source: Path, known: KnownImages) -> Reading:
    """The tags of a table, or of all tables in a folder; they replace the tags of the images in it."""
    gathering = Gathering()
    tags: dict[str, set[str]] = {}
    images: dict[str, KnownImage] = {}
    for file in files.label_files(source, ".csv"):
        name = files.relative(file, source)
        with gathering.entry(name):
            for line, path, tag in _rows(file):
                with gathering.entry(f"{name}, line {line}"):
                    image = known.find(path, beside=[file.parent])
                    names = {files.as_name(tag)} if tag else set()
                    images[image.path] = image
                    tags.setdefault(image.path, set()).update(names)
    for path, image in images.items():
        gathering.add(replace(files.blank(image), tags=frozenset(tags[path])))
    return gathering.reading()


def _rows(file: Path) -> Iterator[tuple[int, str, str]]:
    """Line number, path and tag of each row. Raises `ExchangeTrouble` when the table has other columns."""
    text = files.read_text(file)
    separator = ";" if ";" in text.partition("\n")[0] else ","  # as spreadsheets of half of Europe write it
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        if not set(COLUMNS) <= set(rows.fieldnames or ()):
            what = say("{path} has no columns path and tag.", path=file)
            raise ExchangeTrouble(what, "Nothing of it is imported.", "Name the two columns in its first line.")
        for row in rows:
            yield rows.line_num, untamed(row["path"] or ""), untamed((row["tag"] or "").strip())
    except csv.Error as error:
        what = say("{path} is no readable table.", path=file)
        raise ExchangeTrouble(what, "", "Repair the file or leave it out.", detail=str(error)) from error


def write(images: Sequence[LabelledImage], _: Sequence[str], folder: Path) -> None:
    """Write `tags.csv`; cells that a spreadsheet would run get a leading '."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows((tame(image.path), tame(tag)) for image in images for tag in sorted(image.tags or ()) or [""])
    files.write_file(folder / FILE, out.getvalue())
