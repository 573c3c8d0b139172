"""LabelMe: one JSON file for each image, with its shapes; read and written as LabelMe 5 does.

Reads polygons, rectangles, circles and masks; lines and points mark no area and are bad entries. An image that a file
carries inside is passed over. Writes masks, which hold every pixel; image tags are LabelMe's flags.
The state stands under a key of our own, which LabelMe passes over.
"""

import base64
import binascii
import io
import math
import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
from PIL import Image

from labeling.annotation import LabelState, PlacedMask
from labeling.exchange import files
from labeling.exchange.index_image import BROKEN
from labeling.exchange.known import KnownImage, KnownImages
from labeling.exchange.labelled import ExchangeTrouble, Gathering, LabelledImage, Mark, Reading
from labeling.exchange.outline import circle, rectangle
from vision.images import encode_png
from vision.inspection import say

VERSION = "5.5.0"
_ABSOLUTE = re.compile("/|[A-Za-z]:")


def read(source: Path, known: KnownImages) -> Reading:
    """The labels of a file or of all JSON files in a folder."""
    gathering = Gathering()
    for file in files.label_files(source, ".json"):
        where = files.relative(file, source)
        with gathering.entry(where):
            _read_file(file, where, known, gathering)
    return gathering.reading()


def _read_file(file: Path, where: str, known: KnownImages, gathering: Gathering) -> None:
    content = files.read_json(file)
    if "shapes" not in content:
        raise ExchangeTrouble(say("{path} is no LabelMe file.", path=file), "It holds no shapes.", "Leave it out.")
    image = _image(content, file, where, known)
    files.check_size(image, content.get("imageWidth"), content.get("imageHeight"))
    flags = content.get("flags") or {}
    tags = frozenset(files.as_name(name) for name, is_set in files.as_object(flags).items() if is_set)
    shapes = files.as_list(content["shapes"], "shapes")
    state = content.get("state", LabelState.DONE if shapes else None)
    labelled = replace(files.blank(image), tags=tags, state=LabelState.DONE if state == "done" else LabelState.OPEN)
    if not shapes and state is None:  # a file without shapes may be one that nobody has finished
        gathering.add(labelled)
        return
    with gathering.image(labelled, where) as marks:
        for number, shape in enumerate(shapes, 1):
            place = f"{where}, shape {number}"
            with gathering.entry(place):
                marks.append(_mark(files.as_object(shape), image, gathering, place))


def _image(content: Mapping[str, Any], file: Path, where: str, known: KnownImages) -> KnownImage:
    """The image beside the file, by its own name, or the one that the file lies in for."""
    name = str(content.get("imagePath") or file.stem).replace("\\", "/")
    folder = "" if _ABSOLUTE.match(name) else PurePosixPath(where).parent.as_posix()
    beside = [file.parent, file.parent.parent, file.parent.parent / "images"]
    return known.find(posixpath.normpath(f"{folder}/{name}"), said=name, beside=beside)


def _mark(shape: Mapping[str, Any], image: KnownImage, gathering: Gathering, where: str) -> Mark:
    name = files.as_name(shape.get("label"))
    kind = shape.get("shape_type") or "polygon"
    if kind not in ("polygon", "rectangle", "circle", "mask"):
        what = say("A {kind} marks no area.", kind=str(kind))
        raise ExchangeTrouble(what, "It is not imported.", "Draw a polygon or a mask instead, or leave it out.")
    points = files.as_points(shape.get("points"), fewest=3 if kind == "polygon" else 2)
    if kind == "mask":
        left, top = np.floor(points.min(axis=0)).astype(int).tolist()
        return Mark(class_name=name, mask=_placed(shape.get("mask"), left, top, image))
    if kind == "rectangle":
        points = rectangle(*points.min(axis=0), *points.max(axis=0))
    if kind == "circle":
        (x, y), (edge_x, edge_y) = points[:2].tolist()
        points = circle(x, y, math.hypot(edge_x - x, edge_y - y))
    return Mark(class_name=name, mask=files.filled([points], image, gathering, where))


def _placed(text: object, left: int, top: int, image: KnownImage) -> PlacedMask:
    """A PNG in base64, laid at its corner; what reaches beyond the image is left out."""
    try:
        if not isinstance(text, str):
            raise TypeError("no text")
        with Image.open(io.BytesIO(base64.b64decode(text, validate=True))) as opened:
            if opened.width > image.width + 1 or opened.height > image.height + 1:
                raise ExchangeTrouble("The mask is larger than the image.", "It is not imported.", "Leave it out.")
            pixels = np.asarray(opened.convert("I")) > 0
    except (TypeError, binascii.Error, *BROKEN) as error:
        raise ExchangeTrouble("The mask is no readable PNG.", "", "Draw it again.", detail=str(error)) from error
    whole = PlacedMask(left=left, top=top, pixels=pixels).on(image.height, image.width)
    return files.something(PlacedMask.of(whole))


def write(images: Sequence[LabelledImage], _: Sequence[str], folder: Path) -> None:
    """Write one JSON file for each image, at the image's relative place."""
    for image, name in zip(images, files.file_names(images, ".json")):
        content = {
            "version": VERSION,
            "flags": dict.fromkeys(sorted(image.tags or ()), True),
            "shapes": [_shape(mark) for mark in image.marks or () if mark.mask.area_px],
            "state": image.state.value,
            "imagePath": PurePosixPath(image.path).name,
            "imageData": None,
            "imageHeight": image.height,
            "imageWidth": image.width,
        }
        files.write_json(folder / name, content)


def _shape(mark: Mark) -> dict[str, Any]:
    mask = mark.mask
    height, width = mask.pixels.shape
    png = encode_png(mask.pixels.astype(np.uint8) * 255)
    return {
        "label": mark.class_name,
        "points": [[mask.left, mask.top], [mask.left + width - 1, mask.top + height - 1]],
        "group_id": None,
        "description": "",
        "shape_type": "mask",
        "flags": {},
        "mask": base64.b64encode(png).decode("ascii"),
    }
