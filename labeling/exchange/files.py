"""Reading what other tools wrote, and anybody may have spoilt: every fault is told with what to do."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np

from labeling.annotation import PlacedMask
from labeling.catalog import proper_name
from labeling.exchange.known import KnownImage
from labeling.exchange.labelled import ExchangeTrouble, Gathering, LabelledImage
from labeling.exchange.outline import Points, crosses_itself, fill
from vision.inspection import say

MAX_BYTES = 1_000_000_000
FARTHEST = 1e9
"""Pixels; a coordinate beyond is a mistake, not a place outside the image."""
_REPAIR = say("Repair the file or leave it out.")
_EXPORT_AGAIN = say("Export these labels again where they come from.")


def label_files(source: Path, suffix: str) -> list[Path]:
    """The file itself, or the files below a folder with this suffix, hidden ones left out, in order.

    Raises:
        ExchangeTrouble: there is none.
    """
    if not source.exists():
        raise ExchangeTrouble(
            say("{path} does not exist.", path=source), "", "Choose the file or folder of the labels."
        )
    if not source.is_dir():
        return [source]
    found = [path for path in source.rglob("*") if path.suffix.lower() == suffix and path.is_file()]
    kept = sorted(path for path in found if not path.name.startswith("."))
    if not kept:
        what = say("There is no {suffix} file in {folder}.", suffix=suffix, folder=source)
        raise ExchangeTrouble(what, "Nothing is imported.", "Choose another folder or another format.")
    return kept


def relative(path: Path, source: Path) -> str:
    """How a file is named in messages and matched: relative to what was chosen, with slashes."""
    return path.name if path == source else path.relative_to(source).as_posix()


def read_bytes(path: Path) -> bytes:
    """A file's content. Raises `ExchangeTrouble` when it cannot be read, is too large or empty."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ExchangeTrouble(say("{path} is larger than 1 GB.", path=path), "", "Split it, or leave it out.")
        data = path.read_bytes() if path.is_file() else b""
    except OSError as error:
        raise ExchangeTrouble(say("{path} cannot be read.", path=path), "", _REPAIR, detail=str(error)) from error
    if not data:
        raise ExchangeTrouble(say("{path} is empty.", path=path), "", _REPAIR)
    return data


def read_text(path: Path) -> str:
    """A text file, UTF-8 with or without a mark. Raises `ExchangeTrouble` also when it is no text."""
    try:
        text = read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ExchangeTrouble(say("{path} is no text in UTF-8.", path=path), "", _REPAIR, detail=str(error)) from error
    if "\0" in text:
        raise ExchangeTrouble(say("{path} is no text file.", path=path), "", _REPAIR)
    return text


def read_json(path: Path) -> dict[str, Any]:
    """A JSON file that holds an object. Raises `ExchangeTrouble` when it does not."""
    try:
        value = json.loads(read_text(path))
    except (ValueError, RecursionError) as error:
        what = say("{path} is no whole JSON file.", path=path)
        raise ExchangeTrouble(what, "It is damaged or cut off.", _EXPORT_AGAIN, detail=str(error)) from error
    return as_object(value)


def as_object(value: object) -> dict[str, Any]:
    """A JSON object. Raises `ExchangeTrouble` when it is something else."""
    if not isinstance(value, dict):
        raise ExchangeTrouble("The entry is no JSON object.", "", _EXPORT_AGAIN)
    return value


def as_list(value: object, name: str) -> list[Any]:
    """A JSON list, or None as an empty one. Raises `ExchangeTrouble`, naming the field, when it is something else."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise ExchangeTrouble(say("{name} is no list.", name=name), "", _EXPORT_AGAIN)
    return value


def as_name(value: object) -> str:
    """A class name or tag, as the catalog keeps it. Raises `Trouble` when it is none, or cannot be used."""
    if not isinstance(value, str) or not value.strip():
        raise ExchangeTrouble("The entry names no class.", "Nobody can tell what is marked.", "Give it a class.")
    return proper_name(value)


def as_points(values: object, fewest: int = 3) -> Points:
    """(N, 2) coordinates from pairs or from a flat list.

    Raises:
        ExchangeTrouble: they are no finite numbers, come in no pairs, are too few or absurdly far away.
    """
    try:
        points = np.asarray(values, np.float64)
        points = points.reshape(-1, 2) if points.ndim == 1 else points
    except (TypeError, ValueError, OverflowError) as error:
        raise _bad_points(say("The coordinates are no pairs of numbers.")) from error
    if points.ndim != 2 or points.shape[1] != 2:
        raise _bad_points(say("The coordinates are no pairs of numbers."))
    if len(points) < fewest:
        raise _bad_points(say("The outline has {count} points; it needs {fewest}.", count=len(points), fewest=fewest))
    if not np.isfinite(points).all() or np.abs(points).max() > FARTHEST:
        raise _bad_points(say("A coordinate is no finite number, or absurdly large."))
    return points


def _bad_points(what: str) -> ExchangeTrouble:
    return ExchangeTrouble(what, "The mark is not imported.", "Draw it again where it comes from, or leave it out.")


def filled(rings: Sequence[Points], image: KnownImage, gathering: Gathering, where: str) -> PlacedMask:
    """The pixels inside outlines, by the even-odd rule; says so when they cross themselves or leave the image.

    Raises:
        ExchangeTrouble: nothing of the image lies inside.
    """
    remark_on(rings, image, gathering, where)
    return something(fill(rings, image.width, image.height))


def remark_on(rings: Sequence[Points], image: KnownImage, gathering: Gathering, where: str) -> None:
    """Tell of outlines that cross themselves or leave the image."""
    if is_outside(rings, image):
        gathering.remark(where, say("The mark reached beyond the image and was cut off there."))
    if any(crosses_itself(ring) for ring in rings):
        gathering.remark(where, say("The outline crosses itself; what lies inside an odd number of times is marked."))


def is_outside(rings: Sequence[Points], image: KnownImage) -> bool:
    """Whether outlines leave the image by more than rounding."""
    low, high = -0.01, np.array([image.width, image.height]) + 0.01
    return any(bool((ring < low).any() or (ring > high).any()) for ring in rings)


def something(mask: PlacedMask) -> PlacedMask:
    """The mask. Raises `ExchangeTrouble` when it marks nothing."""
    if not mask.area_px:
        raise ExchangeTrouble(
            "The mark holds no pixel of the image.", "It is not imported.", "Draw it again, or leave it out."
        )
    return mask


def check_size(image: KnownImage, width: object, height: object) -> None:
    """Raises `ExchangeTrouble` when labels say another size than the image has; None says nothing."""
    if width in (None, image.width) and height in (None, image.height):
        return
    said = {"width": width, "height": height, "image_width": image.width, "image_height": image.height}
    what = say("The labels are for {width} x {height} pixels; the image has {image_width} x {image_height}.", **said)
    raise ExchangeTrouble(
        what, "They would lie in the wrong place.", "Export them for the image as it is, or leave them out."
    )


def blank(image: KnownImage) -> LabelledImage:
    """An image of which nothing is said yet."""
    return LabelledImage(path=image.path, width=image.width, height=image.height, source=image.source)


def file_names(images: Iterable[LabelledImage], suffix: str) -> list[str]:
    """A label file's relative name for each image: its own with another suffix, or with both where two would be one."""
    paths = [PurePosixPath(image.path) for image in images]
    plain = [str(path.with_suffix(suffix)) for path in paths]
    used = Counter(name.casefold() for name in plain)  # Windows and macOS see one file where only the case differs
    return [name if used[name.casefold()] == 1 else f"{path}{suffix}" for path, name in zip(paths, plain)]


def write_file(path: Path, data: bytes | str) -> None:
    """Write a file of an export; its folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode("utf-8", "surrogateescape") if isinstance(data, str) else data)


def write_json(path: Path, value: object) -> None:
    """Write compact JSON with names in their own script."""
    write_file(path, json.dumps(value, ensure_ascii=False, separators=(",", ":")))
