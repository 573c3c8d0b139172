"""Reading labels whatever their format, and writing them whole or not at all."""

import os
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from labeling.annotation import LabelState
from labeling.exchange.formats import FORMATS, LabelFormat, Trait
from labeling.exchange.known import KnownImages
from labeling.exchange.labelled import ExchangeTrouble, LabelledImage, Reading, Remark
from vision.inspection import say


def format_named(name: str) -> LabelFormat:
    """A format of the table. Raises `ExchangeTrouble` when there is none of this name."""
    if name not in FORMATS:
        what = say("There is no label format {name}.", name=name)
        raise ExchangeTrouble(what, "", say("Choose one of: {names}.", names=", ".join(FORMATS)))
    return FORMATS[name]


def read_labels(source: Path, format_: LabelFormat, known: KnownImages) -> Reading:
    """What is said there about the images of a dataset; bad entries are in the reading.

    Read twice: a path that is longer than the dataset's can be judged only when all the others are known.

    Raises:
        Trouble: nothing can be read at all.
    """
    placed = known.placed(partial(format_.read, source))
    reading = format_.read(source, placed)
    if source.is_file() and not reading.images and [bad.where for bad in reading.bad] == [source.name]:
        raise reading.bad[0].trouble
    if placed.remark is None or not reading.images:
        return reading
    return replace(reading, remarks=(Remark(where=source.name, what=placed.remark), *reading.remarks))


def write_labels(images: Sequence[LabelledImage], classes: Sequence[str], format_: LabelFormat, target: Path) -> Path:
    """Write labels; returns the file or folder that holds them.

    A format of one file writes that file when the target's name ends as it does, else into the target as a folder.

    Raises:
        ExchangeTrouble: there is something at the target already, or the labels cannot be written; nothing is left
            behind.
    """
    try:
        _refuse_taken(target)
        return _write(images, classes, format_, target)
    except OSError as error:
        what = say("Labels cannot be written to {path}.", path=target)
        remedy = say("Choose a folder that may be written to, on a disk with room.")
        raise ExchangeTrouble(what, "Nothing is exported.", remedy, detail=str(error)) from error


def _write(images: Sequence[LabelledImage], classes: Sequence[str], format_: LabelFormat, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as made:
        folder = Path(made) / "labels"
        folder.mkdir()
        format_.write([image for image in images if _is_told(image, format_)], classes, folder)
        is_file = format_.file is not None and Path(format_.file).suffix == target.suffix.lower()
        if target.is_dir():
            target.rmdir()
        os.replace(folder / format_.file if is_file and format_.file else folder, target)
    return target


def _is_told(image: LabelledImage, format_: LabelFormat) -> bool:
    """Where a format has no word for an unfinished image, one without marks would pass for a good part."""
    return bool(image.marks) or image.state is LabelState.DONE or Trait.OPEN in format_.holds


def _refuse_taken(target: Path) -> None:
    is_empty_folder = target.is_dir() and not any(target.iterdir())
    if os.path.lexists(target) and not is_empty_folder:
        what = say("There is something at {path} already.", path=target)
        raise ExchangeTrouble(what, "It is left as it is; nothing is exported.", "Give an empty folder or a new name.")
