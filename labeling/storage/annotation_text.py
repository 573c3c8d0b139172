"""Annotations as compact text: each mask as COCO's compressed run lengths of its own rectangle.

The text of an annotation is always the same, so that its hash tells whether two are the same.
"""

import hashlib
import json
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pycocotools import mask as coco

from labeling.annotation import Annotation, Defect, LabelState, PlacedMask
from labeling.records.datasets import DatasetTrouble


def annotation_text(annotation: Annotation) -> str:
    """JSON of an annotation."""
    content = {
        "size": [annotation.width, annotation.height],
        "state": annotation.state.value,
        "tags": sorted(annotation.tags),
        "defects": [_defect_values(defect) for defect in annotation.defects],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def read_annotation(text: str) -> Annotation:
    """The inverse of `annotation_text`.

    Raises:
        DatasetTrouble: the text is damaged.
    """
    try:
        content = json.loads(text)
        width, height = content["size"]
        return Annotation(
            width=width,
            height=height,
            defects=tuple(map(_defect, content["defects"])),
            tags=frozenset(content["tags"]),
            state=LabelState(content["state"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DatasetTrouble(
            "A stored annotation is damaged.",
            "It cannot be shown; the versions before it are still there.",
            "Restore an earlier version, or the last backup.",
            detail=repr(error),
        ) from error


def truth_hash(text: str) -> str:
    """SHA-256 of an annotation's text."""
    return hashlib.sha256(text.encode()).hexdigest()


def _defect_values(defect: Defect) -> dict[str, Any]:
    return {
        "id": defect.id,
        "class": defect.class_id,
        "at": [defect.mask.left, defect.mask.top],
        "size": list(defect.mask.pixels.shape),
        "counts": _runs(defect.mask.pixels),
    }


def _defect(values: dict[str, Any]) -> Defect:
    left, top = values["at"]
    pixels = coco.decode({"size": values["size"], "counts": values["counts"].encode("ascii")})
    if _runs(pixels) != values["counts"]:  # the decoder fills up runs that end early
        raise ValueError("the run lengths do not fit the size")
    mask = PlacedMask(left=left, top=top, pixels=pixels.astype(np.bool_))
    return Defect(id=values["id"], class_id=values["class"], mask=mask)


def _runs(pixels: NDArray[Any]) -> str:
    return str(coco.encode(np.asfortranarray(pixels, np.uint8))["counts"].decode("ascii"))
