"""How torch is used on a station: threads set once, images prepared the same way at teaching and at the line."""

import functools
import os
import warnings

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from vision.detectors.family import ModelTrouble
from vision.detectors.threads import usable_threads
from vision.inspection import AnomalyMap, PixelMask, Prediction
from vision.models.backbone.network import normalise

STRIDE_PX = 16
"""The coarsest tap's stride: input sizes are multiples of it, so that taps lie exactly on each other."""
MIN_SIDE_PX = 2 * STRIDE_PX


@functools.cache
def set_threads() -> int:
    """Let torch use `usable_threads`; once."""
    torch.set_num_threads(usable_threads())
    return usable_threads()


def input_size(height: int, width: int, long_side_px: int) -> tuple[int, int]:
    """(height, width) for the network: aspect kept, longer side at `long_side_px`, both multiples of the stride."""
    scale = long_side_px / max(height, width)
    return _rounded(height * scale), _rounded(width * scale)


def to_input(rgb: NDArray[np.uint8], long_side_px: int) -> Tensor:
    """(1, 3, h, w) float32, channels last, normalised, from (H, W, 3) uint8."""
    size = input_size(rgb.shape[0], rgb.shape[1], long_side_px)
    planes = torch.from_numpy(resized(rgb, size)).permute(2, 0, 1)[None].to(torch.float32).div_(255)
    return normalise(planes).contiguous(memory_format=torch.channels_last)


def resized(rgb: NDArray[np.uint8], size: tuple[int, int]) -> NDArray[np.uint8]:
    """(H, W, 3) uint8 brought to `size` (height, width), without aliasing."""
    height, width = size
    shrinks = height * width < rgb.shape[0] * rgb.shape[1]
    small = cv2.resize(rgb, (width, height), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
    return np.asarray(small, np.uint8)


def _rounded(side: float) -> int:
    return max(MIN_SIDE_PX, round(side / STRIDE_PX) * STRIDE_PX)


def frame_sized(found: NDArray[np.float32], size: tuple[int, ...], counts: PixelMask | None) -> AnomalyMap:
    """(h, w) anomalies brought to `size` (height, width), 0 where `counts` says False."""
    resized = cv2.resize(found, (size[1], size[0]), interpolation=cv2.INTER_LINEAR)
    if counts is not None:
        resized = resized * counts
    return np.ascontiguousarray(resized, dtype=np.float32)


def finite_prediction(score: float, anomaly_map: AnomalyMap) -> Prediction:
    """A prediction of numbers only. Raises `ModelTrouble` when one of them is none."""
    if not np.isfinite(score) or not np.isfinite(anomaly_map).all():
        raise ModelTrouble(
            "The model gives no finite score for this image.",
            "The part is not inspected.",
            "Teach the recipe again; if it happens again, choose another backbone.",
        )
    return Prediction(score, anomaly_map)


def quiet_import() -> None:
    """Import anomalib without its side effects: no question to the network, no third-party warnings on the way."""
    os.environ.setdefault("NO_ALBUMENTATIONS_UPDATE", "1")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import anomalib.models.image.patchcore.torch_model  # noqa: F401
