"""YOLO as Ultralytics reads it: for each image a text file, each line a class number and shares of width and height.

Four numbers are a box (centre, width, height) and become a rectangle; more are the corners of an outline. Written are
outlines along the pixels' edges, one line for each mark: filled by the even-odd rule they give every pixel back, holes
and pieces too. Names stand in `data.yaml` (and `classes.txt`); a file without lines says that an image shows no defect.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

import numpy as np
import yaml

from labeling.annotation import LabelState, PlacedMask
from labeling.exchange import files
from labeling.exchange.known import KnownImage, KnownImages
from labeling.exchange.labelled import ExchangeTrouble, Gathering, LabelledImage, Mark, Reading, unknown_class
from labeling.exchange.outline import Points, joined, rectangle, trace
from vision.inspection import say

_NAMES = ("data.yaml", "data.yml", "dataset.yaml", "classes.txt", "obj.names")
_FARTHEST = 2.0
"""Shares of the image; beyond are pixels, written by mistake."""


def read(source: Path, known: KnownImages) -> Reading:
    """The labels of a folder, or of the `data.yaml` in it. Raises `ExchangeTrouble` when it tells no class names."""
    source = source.parent if source.name in _NAMES and source.is_file() else source
    paths = _label_paths(source)
    names = _read_names(source)
    gathering = Gathering()
    for path in paths:
        where = files.relative(path, source)
        with gathering.entry(where):
            image = known.find_bare(*_image_names(where))
            lines = files.read_text(path).splitlines() if path.stat().st_size else []
            with gathering.image(replace(files.blank(image), state=LabelState.DONE), where) as marks:
                for number, line in enumerate(lines, 1):
                    place = f"{where}, line {number}"
                    with gathering.entry(place):
                        if words := line.split():
                            marks.append(_mark(words, names, image, gathering, place))
    return gathering.reading(tuple(names.values()))


def _label_paths(source: Path) -> list[Path]:
    """Those in folders named `labels` where there are any: other texts lie about as well."""
    paths = [path for path in files.label_files(source, ".txt") if path.name not in _NAMES]
    return [path for path in paths if "labels" in path.relative_to(source).parts] or paths


def _image_names(where: str) -> list[str]:
    """Where the image lies by YOLO's habit: `images` for `labels`, or neither of the two."""
    parts = PurePosixPath(where).parts
    swapped = ["images" if part == "labels" else part for part in parts]
    return ["/".join(swapped), "/".join(part for part in parts if part != "labels")]


def _read_names(source: Path) -> dict[int, str]:
    folders = (
        (source, source.parent, source.parent.parent) if source.is_dir() else (source.parent, source.parent.parent)
    )
    found = next((folder / name for folder in folders for name in _NAMES if (folder / name).is_file()), None)
    if found is None:
        what = say("There is neither data.yaml nor classes.txt in {folder}.", folder=source)
        raise ExchangeTrouble(what, "Nobody can tell the classes.", "Put the list of class names beside the labels.")
    text = files.read_text(found)
    if found.suffix in (".txt", ".names"):
        return {number: line.strip() for number, line in enumerate(text.splitlines()) if line.strip()}
    try:
        names = yaml.safe_load(text)["names"]
        pairs = names.items() if isinstance(names, Mapping) else enumerate(names)
        return {int(number): files.as_name(str(name)) for number, name in pairs}
    except (yaml.YAMLError, TypeError, KeyError, ValueError, RecursionError) as error:
        what = say("{path} tells no names of classes.", path=found)
        remedy = say("Write them under names, in the order of their numbers.")
        raise ExchangeTrouble(what, "Nothing is imported.", remedy, detail=str(error)) from error


def _mark(words: list[str], names: dict[int, str], image: KnownImage, gathering: Gathering, where: str) -> Mark:
    if not words[0].isdecimal() or int(words[0]) not in names:
        raise unknown_class(words[0])
    if len(words) != 5 and (len(words) < 7 or len(words) % 2 == 0):
        what = say("The line has {count} numbers.", count=len(words))
        raise ExchangeTrouble(what, "It is neither a box nor an outline.", "Repair the line or leave it out.")
    shares = files.as_points(words[1:], fewest=2)
    if np.abs(shares).max() > _FARTHEST:
        what = say("The coordinates are no shares of the image's width and height.")
        raise ExchangeTrouble(what, "The mark would lie outside.", "Divide them by the image's width and height.")
    corners = _box(shares) if len(words) == 5 else shares
    if len(words) == 5:
        gathering.remark(where, say("A box without a mask became a rectangle."))
    mask = files.filled([corners * (image.width, image.height)], image, gathering, where)
    return Mark(class_name=names[int(words[0])], mask=mask)


def _box(shares: Points) -> Points:
    (x, y), (width, height) = shares
    return rectangle(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def write(images: Sequence[LabelledImage], classes: Sequence[str], folder: Path) -> None:
    """Write `labels/`, `data.yaml` and `classes.txt`; the images belong into `images/`."""
    numbers = {name: number for number, name in enumerate(classes)}
    about = {"path": ".", "train": "images", "val": "images", "names": dict(enumerate(classes))}
    files.write_file(folder / "data.yaml", yaml.safe_dump(about, allow_unicode=True, sort_keys=False))
    files.write_file(folder / "classes.txt", "".join(f"{name}\n" for name in classes))
    for image, name in zip(images, files.file_names(images, ".txt")):
        marks = [mark for mark in image.marks or () if mark.mask.area_px]
        lines = [f"{numbers[mark.class_name]} {_segment(mark.mask, image)}\n" for mark in marks]
        files.write_file(folder / "labels" / name, "".join(lines))


def _segment(mask: PlacedMask, image: LabelledImage) -> str:
    shares = joined(trace(mask)) / (image.width, image.height)
    return " ".join(f"{share:.7g}" for share in shares.ravel().tolist())
