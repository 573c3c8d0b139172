"""Images and annotations for the tests of labeling, without files."""

import hashlib
from typing import Any

import numpy as np

from labeling.annotation import Annotation, Defect, LabelState, PlacedMask
from labeling.records.datasets import ImageFile

WIDTH, HEIGHT = 40, 30


def image_file(path: str, **changes: Any) -> ImageFile:
    """An image of 40 x 30 whose content is its path."""
    plain: dict[str, Any] = {
        "sha256": hashlib.sha256(path.encode()).hexdigest(),
        "byte_count": 100,
        "modified_ns": 1,
        "width": WIDTH,
        "height": HEIGHT,
        "look": "0" * 64,
    }
    return ImageFile(path=path, **(plain | changes))


def marked(*class_ids: str, tags: tuple[str, ...] = (), state: LabelState = LabelState.DONE) -> Annotation:
    """An annotation with a ragged defect of each class, one beside the other."""
    chance = np.random.default_rng(len(class_ids))
    defects = tuple(
        Defect(class_id=class_id, mask=PlacedMask(left=5 * n, top=3, pixels=chance.random((9, 7)) > 0.4))
        for n, class_id in enumerate(class_ids)
    )
    return Annotation(width=WIDTH, height=HEIGHT, defects=defects, tags=frozenset(tags), state=state)
