"""A frozen set as the evaluation reads it: image files that are proven to be the frozen ones, and their masks."""

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from labeling.annotation import Annotation
from labeling.datasets.scan import Fault, Progress
from labeling.datasets.service import Datasets
from labeling.records.datasets import DatasetTrouble, FrozenImage, FrozenSet
from labeling.storage import AnnotationBook
from vision.durable import make_folder
from vision.evaluation import EvaluationItem
from vision.images import encode_png
from vision.inspection import say
from vision.storage import Home
from vision.storage.trouble import translate_errors


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """The files of a frozen set beside what was frozen."""

    faults: Sequence[Fault]
    """Those that are gone, or are others than were frozen."""
    compared: int
    """Files that were looked at; fewer than `total` when a person stopped it."""
    total: int

    @property
    def is_whole(self) -> bool:
        """Whether every file was looked at: only then no fault means that nothing changed."""
        return self.compared == self.total


def evaluation_items(
    frozen: FrozenSet, datasets: Datasets, annotations: AnnotationBook, home: Home
) -> list[EvaluationItem]:
    """The items of a golden set or snapshot, in its order; images nobody has labelled are left out.

    The masks are written anew into the home's cache, so that nobody can have changed them.

    Raises:
        DatasetTrouble: an image is gone, or is another one than was frozen.
        StorageTrouble: a mask cannot be written.
    """
    dataset = datasets.book.find(frozen.dataset)
    masks = home.cache / "truth" / frozen.fingerprint[:16]
    items = []
    for number, line in enumerate(frozen.images):
        if line.version:
            path = datasets.path(dataset, datasets.book.image(line.image_id))
            _prove(path, line, frozen.name)
            annotation = annotations.version(line.image_id, line.version).annotation
            items.append(_item(path, annotation, frozen, masks / f"{number:06d}.png"))
    return items


def compare_files(
    frozen: FrozenSet,
    datasets: Datasets,
    progress: Progress = lambda done, total: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Comparison:
    """Read every file of a frozen set, until cancelled, and compare it with what was frozen."""
    dataset, total = datasets.book.find(frozen.dataset), len(frozen.images)
    faults: list[Fault] = []
    compared = 0
    for compared, line in enumerate(frozen.images, 1):
        if is_cancelled():
            return Comparison(faults=faults, compared=compared - 1, total=total)
        try:
            _prove(datasets.path(dataset, datasets.book.image(line.image_id)), line, frozen.name)
        except DatasetTrouble as trouble:
            faults.append(Fault(path=line.path, trouble=trouble))
        progress(compared, total)
    return Comparison(faults=faults, compared=compared, total=total)


def _prove(path: Path, line: FrozenImage, name: str) -> None:
    try:
        with path.open("rb") as file:
            is_same = hashlib.file_digest(file, "sha256").hexdigest() == line.sha256
    except OSError as error:
        what = say("{path} of {name} is gone or cannot be read.", path=path, name=name)
        raise DatasetTrouble(what, "Nothing is evaluated.", "Bring the file back.", detail=str(error)) from error
    if not is_same:
        what = say("{path} is another image than was frozen in {name}.", path=path, name=name)
        raise DatasetTrouble(what, "Nothing is evaluated.", "Bring the old file back, or freeze a new set.")


def _item(path: Path, annotation: Annotation, frozen: FrozenSet, mask: Path) -> EvaluationItem:
    areas: Counter[str] = Counter()
    for defect in annotation.defects:
        areas[frozen.classes[defect.class_id]] += max(1, defect.mask.area_px)  # merged classes have one name
    if not areas:
        return EvaluationItem(path=path)
    whole = np.zeros((annotation.height, annotation.width), np.bool_)
    for defect in annotation.defects:
        whole |= defect.mask.on(annotation.height, annotation.width)
    name = areas.most_common(1)[0][0]  # of several classes the larger one gives the name
    if not whole.any():
        return EvaluationItem(path=path, defect=name)
    with translate_errors(mask):
        make_folder(mask.parent)
        mask.write_bytes(encode_png(whole.astype(np.uint8) * 255))
    return EvaluationItem(path=path, defect=name, mask=mask)
