"""Suspect labels: which of them a person should look at again first.

Up to three things may speak against a label, each from 0 to 1, and their mean counts:

* the model: one minus the chance it gives to what the label says, the self-confidence of confident learning (Northcutt,
  Jiang and Chuang 2021);
* the neighbours: how many of the images that look most alike carry another label (Zhu, Dong and Liu 2022, "Detecting
  corrupted labels without training a model to predict");
* the mask: how much of what is marked the model does not see, and of what it sees is not marked.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.inspection import PixelMask

NEIGHBOURS = 10
NEAR_PX = 5
"""So far apart, the edges of a mask and of a region still mean the same."""
_ROWS = 500
Floats = NDArray[np.floating]
Places = NDArray[np.intp]


def suspicions(
    labels: Sequence[str],
    *,
    scores: Floats | None = None,
    embeddings: Floats | None = None,
    gaps: Floats | None = None,
) -> Floats:
    """(n,) from 0 to 1, the most suspect highest; NaN where nothing is known of an image.

    Args:
        labels: what each image was labelled: the id of its defect class, empty for a good part.
        scores: (n,) the model's, from 0 to 100; NaN where it has not looked.
        embeddings: (n, d), any length; those of images that look alike point the same way.
        gaps: (n,) of `mask_gap`; NaN where there is no mask or no map.
    """
    terms = [
        None if scores is None else _model_doubt(labels, scores),
        None if embeddings is None else _neighbour_doubt(labels, embeddings),
        gaps,
    ]
    known = np.array([term for term in terms if term is not None]).reshape(-1, len(labels))
    counts = np.isfinite(known).sum(axis=0)
    return np.where(counts > 0, np.nansum(known, axis=0) / np.maximum(counts, 1), np.nan)


def mask_gap(marked: PixelMask, found: PixelMask) -> float:
    """How much the (H, W) mask of a person and the regions of the model miss each other; 0 is nothing, 1 everything."""
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * NEAR_PX + 1,) * 2)
    wide = [cv2.dilate(mask.astype(np.uint8), kernel).astype(np.bool_) for mask in (found, marked)]
    missed = int(np.count_nonzero(marked & ~wide[0])) + int(np.count_nonzero(found & ~wide[1]))
    return missed / max(1, int(np.count_nonzero(marked)) + int(np.count_nonzero(found)))


def _model_doubt(labels: Sequence[str], scores: Floats) -> Floats:
    chance = np.clip(scores / 100, 0, 1)
    return np.where([bool(label) for label in labels], 1 - chance, chance)


def common_neighbours(labels: Sequence[str], embeddings: Floats) -> list[str]:
    """For each image, the label that most of the others which look like it carry; its own where there is no other."""
    return [
        Counter(labels[place] for place in row).most_common(1)[0][0]
        for _, nearest in _nearest(embeddings)
        for row in nearest
    ] or list(labels)


def _neighbour_doubt(labels: Sequence[str], embeddings: Floats) -> Floats:
    """The share of other labels among the nearest by angle."""
    _, codes = np.unique(np.array(labels, object).astype(str), return_inverse=True)
    doubts = [(codes[nearest] != codes[rows, None]).mean(axis=1) for rows, nearest in _nearest(embeddings)]
    return np.concatenate(doubts) if doubts else np.full(len(labels), np.nan)


def _nearest(embeddings: Floats) -> Iterator[tuple[Places, Places]]:
    """Numbers of rows, and (rows, count) numbers of those nearest to each by angle; nothing when there is one row."""
    lengths = np.linalg.norm(embeddings, axis=1, keepdims=True)
    unit = (embeddings / np.maximum(lengths, 1e-12)).astype(np.float32)
    count = min(NEIGHBOURS, len(unit) - 1)
    for start in range(0, len(unit) if count > 0 else 0, _ROWS):
        near = unit[start : start + _ROWS] @ unit.T
        rows = np.arange(len(near))
        near[rows, start + rows] = -np.inf  # nobody is their own neighbour
        yield start + rows, np.argpartition(-near, count - 1, axis=1)[:, :count]
