"""Evaluation sets in the MVTec layout: `test/good`, `test/<defect>`, `ground_truth/<defect>/<stem>_mask.*`."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from vision.images import IMAGE_SUFFIXES, ImageTrouble, find_images, read_image
from vision.inspection import PixelMask, Trouble, say

GOOD = "good"


class EvaluationTrouble(Trouble):
    """A folder that cannot be evaluated."""


@dataclass(frozen=True, kw_only=True)
class EvaluationItem:
    """One image with its truth."""

    path: Path
    defect: str | None = None
    """The defect class; None for a good part."""
    mask: Path | None = None
    """Image of the defect's pixels; None for a good part and where none was drawn."""


def read_mvtec(folder: Path) -> list[EvaluationItem]:
    """The items of a set, good ones first, then by defect class and name.

    Raises:
        EvaluationTrouble: no such folder, no `test` folder, or no image in it.
    """
    test = folder / "test"
    if not test.is_dir():
        what = say(
            "{folder} has no folder named test." if folder.is_dir() else "{folder} is not a folder.", folder=folder
        )
        raise EvaluationTrouble(what, "Nothing is evaluated.", "Give a set with test/good and test/<defect> folders.")
    kinds = sorted((path for path in test.iterdir() if path.is_dir()), key=lambda path: (path.name != GOOD, path.name))
    items = [item for kind in kinds for item in _items(folder, kind)]
    if not items:
        raise EvaluationTrouble(
            say("There is no image in {folder}.", folder=test), "Nothing is evaluated.", "Put images into test/good."
        )
    return items


def read_mask(path: Path) -> PixelMask | None:
    """(H, W) bool, True on the defect; None when the file shows none. Bright means defect, whatever the full scale.

    Raises:
        ImageTrouble: the file cannot be read.
    """
    pixels, _ = read_image(path)
    values = pixels.max(axis=2) if pixels.ndim == 3 else pixels
    peak = int(values.max())
    return np.asarray(values > peak // 2, np.bool_) if peak > 0 else None


def _items(folder: Path, kind: Path) -> list[EvaluationItem]:
    try:
        paths = find_images(kind)
    except ImageTrouble:  # an empty class folder is no defect class
        return []
    if kind.name == GOOD:
        return [EvaluationItem(path=path) for path in paths]
    truth = folder / "ground_truth" / kind.name
    masks = {path.stem: path for path in truth.iterdir() if _is_image(path)} if truth.is_dir() else {}
    return [
        EvaluationItem(path=path, defect=kind.name, mask=masks.get(f"{path.stem}_mask") or masks.get(path.stem))
        for path in paths
    ]


def _is_image(path: Path) -> bool:
    return path.suffix.lower() in IMAGE_SUFFIXES and path.is_file()
