"""Labelled images to send through the formats: drawn ones that overlap, and real tiles with their masks."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from labeling.annotation import LabelState, PlacedMask
from labeling.exchange import FORMATS, KnownImage, KnownImages, LabelledImage, Mark, Reading, read_labels, write_labels
from vision.images import encode_png
from vision.inspection import PixelMask

SIZE = (90, 60)
"""Width and height of drawn images."""
CLASSES = ("crack", "Lunker", "傷 №2")


def mark(name: str, *boxes: tuple[int, int, int, int]) -> Mark:
    """A mark of several boxes: left, top, right, bottom."""
    whole = np.zeros(SIZE[::-1], np.bool_)
    for left, top, right, bottom in boxes:
        whole[top:bottom, left:right] = True
    return Mark(class_name=name, mask=PlacedMask.of(whole))


def with_hole(one: Mark, left: int, top: int, right: int, bottom: int) -> Mark:
    """A mark with a part taken out of its middle."""
    whole = one.mask.on(*SIZE[::-1])
    whole[top:bottom, left:right] = False
    return replace(one, mask=PlacedMask.of(whole))


def drawn(folder: Path, path: str, *marks: Mark, tags: frozenset[str] = frozenset()) -> LabelledImage:
    """A finished image, its file in the folder; no two have the same content."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    noise = np.random.default_rng([*path.encode()]).integers(0, 255, SIZE[::-1], np.uint8)
    file.write_bytes(encode_png(noise) if file.suffix == ".png" else cv2.imencode(file.suffix, noise)[1].tobytes())
    return LabelledImage(
        path=path, width=SIZE[0], height=SIZE[1], marks=marks, tags=tags, state=LabelState.DONE, source=file
    )


def simple_set(folder: Path) -> list[LabelledImage]:
    """What every format with masks can hold: one mark an image, names that repeat across folders, odd scripts."""
    holed = with_hole(mark("crack", (10, 10, 50, 40), (70, 50, 90, 60)), 20, 20, 30, 30)
    return [
        drawn(folder, "test/crack/001.png", holed),
        drawn(folder, "test/Lunker/001.png", mark("Lunker", (0, 0, 90, 60))),
        drawn(folder, "test/傷 №2/Prüf 検査.png", mark("傷 №2", (3, 3, 4, 4), (4, 4, 5, 5))),
        drawn(folder, "test/good/001.png"),
        drawn(folder, "002.png"),
    ]


def overlapping_set(folder: Path) -> list[LabelledImage]:
    """Several defects of one class, defects over each other, tags."""
    first, second = mark("crack", (10, 10, 50, 40)), mark("crack", (40, 30, 60, 50))
    inner = mark("Lunker", (20, 20, 30, 30))
    return [
        drawn(folder, "a/1.png", first, second, inner, tags=frozenset({"blurred", "Ecke, „links“"})),
        drawn(folder, "b/1.png", inner),
    ]


def known(images: list[LabelledImage], with_content: bool = True) -> KnownImages:
    """The dataset that holds these images."""
    return KnownImages(_known(image, with_content) for image in images)


def _known(image: LabelledImage, with_content: bool) -> KnownImage:
    from hashlib import sha256

    content = sha256(image.source.read_bytes()).hexdigest() if with_content and image.source else ""
    return KnownImage(path=image.path, width=image.width, height=image.height, sha256=content, source=image.source)


def round_trip(images: list[LabelledImage], name: str, target: Path) -> Reading:
    """Written to a new folder and read back."""
    format_ = FORMATS[name]
    classes = dict.fromkeys(mark.class_name for image in images for mark in image.marks or ())
    return read_labels(write_labels(images, tuple(classes), format_, target), format_, known(images))


def by_path(images: list[LabelledImage] | tuple[LabelledImage, ...]) -> dict[str, frozenset[Mark]]:
    """The marks of each image; their order says nothing."""
    return {image.path: frozenset(image.marks or ()) for image in images}


def union(image: LabelledImage) -> PixelMask:
    """Everything that is marked on an image."""
    whole = np.zeros((image.height, image.width), np.bool_)
    for one in image.marks or ():
        whole |= one.mask.on(image.height, image.width)
    return whole
