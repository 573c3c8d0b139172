"""Class masks: for each image a PNG of class numbers at the same relative place, and `classes.json`, number to name.

8 bits with a palette, 16 bits grey from class 256 on.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from labeling.annotation import LabelState
from labeling.exchange import files
from labeling.exchange.index_image import named_marks, painted, read_indices, write_indices
from labeling.exchange.known import KnownImages
from labeling.exchange.labelled import ExchangeTrouble, Gathering, LabelledImage, Reading
from vision.inspection import say

CLASSES = "classes.json"


def read(source: Path, known: KnownImages) -> Reading:
    """The masks of a folder. Raises `ExchangeTrouble` when it has no usable list of classes."""
    names = _names(source)
    gathering = Gathering()
    for path in files.label_files(source, ".png"):
        where = files.relative(path, source)
        with gathering.entry(where):
            image = known.find_bare(where)
            labelled = replace(files.blank(image), state=LabelState.DONE)
            with gathering.image(labelled, where) as marks:
                marks.extend(named_marks(read_indices(path, image), names))
    return gathering.reading(tuple(names.values()))


def _names(folder: Path) -> dict[int, str]:
    content = files.read_json(folder / CLASSES)
    try:
        return {int(number): files.as_name(name) for number, name in content.items()}
    except ValueError as error:
        what = say("{path} does not tell numbers and names.", path=folder / CLASSES)
        raise ExchangeTrouble(what, "Nothing is imported.", 'Write it as {"1": "crack", "2": "scratch"}.') from error


def write(images: Sequence[LabelledImage], classes: Sequence[str], folder: Path) -> None:
    """Write the masks and `classes.json`."""
    numbers = {name: number for number, name in enumerate(classes, 1)}
    files.write_json(folder / CLASSES, {str(number): name for name, number in numbers.items()})
    for image, name in zip(images, files.file_names(images, ".png")):
        write_indices(folder / name, painted(image, [numbers[mark.class_name] for mark in image.marks or ()]))
