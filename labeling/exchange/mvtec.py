"""The layout of MVTec AD: `test/<class>/001.png` and `ground_truth/<class>/001_mask.png`; `good` has no masks.

One mask and one class for an image. What is bright in a mask is defect. Written with the images, since in this layout
the folder of an image is its label.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

import numpy as np

from labeling.annotation import LabelState, PlacedMask
from labeling.exchange import files
from labeling.exchange.known import KnownImage, KnownImages
from labeling.exchange.labelled import ExchangeTrouble, Gathering, LabelledImage, Mark, Reading
from vision.evaluation import read_mask
from vision.images import IMAGE_SUFFIXES, encode_png
from vision.inspection import say

GOOD = "good"
_NO_FOLDER = frozenset('/\\:*?"<>|')


@dataclass(frozen=True, kw_only=True)
class _Item:
    """One image of the set."""

    kind: str
    name: str
    """Without a suffix."""
    image: Path | None
    mask: Path | None

    @property
    def path(self) -> str:
        return f"test/{self.kind}/{self.image.name if self.image else self.name}"


def read(source: Path, known: KnownImages) -> Reading:
    """The labels of a set. Raises `ExchangeTrouble` when the folder is none."""
    gathering = Gathering()
    for item in _items(source):
        with gathering.entry(item.path):
            image = known.find(item.path, beside=[source]) if item.image else known.find_bare(f"{item.path}.png")
            with gathering.image(replace(files.blank(image), state=LabelState.DONE), item.path) as marks:
                if item.kind != GOOD:
                    marks.append(Mark(class_name=item.kind, mask=_mask(item, image)))
    for path in _pictures(source / "train" / GOOD).values():
        name = files.relative(path, source)
        with gathering.entry(name):
            if good := _find_good(name, source, known):
                gathering.add(replace(files.blank(good), marks=(), state=LabelState.DONE))
    return gathering.reading()


def _find_good(name: str, source: Path, known: KnownImages) -> KnownImage | None:
    """A good part of the training set; None where the dataset lacks it: there are no labels to miss."""
    try:
        return known.find(name, beside=[source])
    except ExchangeTrouble:
        return None


def _items(source: Path) -> Iterator[_Item]:
    """Every image of `test`, and every mask without one."""
    kinds = {path.name for part in ("test", "ground_truth") for path in _folders(source / part)}
    if not kinds:
        what = say("{folder} has neither test nor ground_truth.", folder=source)
        raise ExchangeTrouble(what, "Nothing is imported.", "Choose the folder that holds the two.")
    for kind in sorted(kinds):
        images = _pictures(source / "test" / kind)
        masks = {name.removesuffix("_mask"): path for name, path in _pictures(source / "ground_truth" / kind).items()}
        for name in sorted(images.keys() | masks.keys()):
            yield _Item(kind=kind, name=name, image=images.get(name), mask=masks.get(name))


def _folders(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_dir()] if folder.is_dir() else []


def _pictures(folder: Path) -> dict[str, Path]:
    """Image files by their names without suffix."""
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    return {path.stem: path for path in paths if path.suffix.lower() in IMAGE_SUFFIXES and path.is_file()}


def _mask(item: _Item, image: KnownImage) -> PlacedMask:
    if item.mask is None:
        what = say("{path} has no mask in ground_truth.", path=item.path)
        raise ExchangeTrouble(what, "Nobody can tell where its defect is.", "Add the mask, or mark the image by hand.")
    pixels = read_mask(item.mask)
    if pixels is not None:
        files.check_size(image, pixels.shape[1], pixels.shape[0])
    return files.something(PlacedMask.of(np.zeros((0, 0), np.bool_) if pixels is None else pixels))


def write(images: Sequence[LabelledImage], classes: Sequence[str], folder: Path) -> None:
    """Write images and masks; an image with several classes goes to the one that covers most of it.

    Raises:
        ExchangeTrouble: a class's name cannot be a folder's, or the file of an image is gone.
    """
    for name in classes:
        _refuse_odd(name)
    for image, (kind, name) in _placed(images):
        if image.source is None or not image.source.is_file():
            what = say("The file of {path} is gone.", path=image.path)
            raise ExchangeTrouble(what, "Nothing is exported.", "Bring it back, or take the image out of the dataset.")
        part = "train" if image.path == f"train/{GOOD}/{name}" and kind == GOOD else "test"
        files.write_file(folder / part / kind / name, image.source.read_bytes())
        if kind != GOOD:
            whole = np.logical_or.reduce([mark.mask.on(image.height, image.width) for mark in image.marks or ()])
            target = folder / "ground_truth" / kind / f"{PurePosixPath(name).stem}_mask.png"
            files.write_file(target, encode_png(whole.astype(np.uint8) * 255))


def _refuse_odd(name: str) -> None:
    if name == GOOD or name.startswith(".") or name.endswith((".", " ")) or _NO_FOLDER & set(name):
        what = say("A class named {name} cannot be a folder of this format.", name=name)
        raise ExchangeTrouble(what, "Nothing is exported.", "Rename the class, or choose another format.")


def _placed(images: Sequence[LabelledImage]) -> Iterator[tuple[LabelledImage, tuple[str, str]]]:
    """Each image with its class and its name; names that would meet in a folder keep the folders they come from."""
    taken: set[tuple[str, str]] = set()
    for image in images:
        kind, parts = _kind(image), PurePosixPath(image.path).parts
        is_plain = parts[:-1] in ((), (kind,), ("test", kind)) or parts[:-1] == ("train", GOOD) == ("train", kind)
        name = parts[-1] if is_plain else "_".join(parts)
        while (kind, PurePosixPath(name).stem.casefold()) in taken:  # a mask's name does not tell .png from .jpg
            name = f"_{name}"
        taken.add((kind, PurePosixPath(name).stem.casefold()))
        yield image, (kind, name)


def _kind(image: LabelledImage) -> str:
    areas: dict[str, int] = {}
    for mark in image.marks or ():
        areas[mark.class_name] = areas.get(mark.class_name, 0) + mark.mask.area_px
    return max(areas, key=areas.__getitem__) if any(areas.values()) else GOOD
