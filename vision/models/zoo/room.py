"""Whether a model that remembers every image fits into the computer's memory, told before it begins to."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import psutil
import torch
from torch import Tensor

from vision.detectors.family import ModelTrouble
from vision.inspection import say
from vision.models.zoo.settings import PadimSettings, PatchcoreSettings

_BYTES = 4
"""Of a float32, which all features are."""
_OTHERS = 300 * 2**20
"""Bytes for what looking at a few images takes meanwhile."""


@dataclass(frozen=True, kw_only=True)
class Features:
    """How much a model sees of all good images."""

    images: int
    patches: int
    """Places of the finest tap, per image."""
    channels: int
    """Of all taps together."""


Needs = Callable[[Any, Features], int]
"""Settings and features -> bytes at the peak."""


def needs_of_patchcore(settings: PatchcoreSettings, seen: Features) -> int:
    """The patches as gathered, joined, and projected to choose by; then the chosen ones, once more in the file."""
    patches = seen.images * seen.patches
    projected = math.ceil(25 * math.log(max(2, patches)))  # Johnson and Lindenstrauss, as anomalib asks
    kept = 2 * settings.coreset_sampling_ratio * seen.channels
    return math.ceil(patches * (2 * seen.channels + projected + kept)) * _BYTES


def needs_of_padim(settings: PadimSettings, seen: Features) -> int:
    """The kept channels of all images, gathered and joined; and at each place their covariance, its inverse, copies."""
    features = min(settings.n_features, seen.channels)
    return seen.patches * features * (3 * seen.images + 6 * features) * _BYTES


def features_of(model: Any, image: Tensor, n_images: int) -> Features:
    """What an anomalib torch model with a `feature_extractor` sees, from one image (1, 3, H, W)."""
    with torch.inference_mode():
        taps: list[Tensor] = list(model.feature_extractor(image).values())
    return Features(
        images=n_images,
        patches=max(tap.shape[-2] * tap.shape[-1] for tap in taps),
        channels=sum(tap.shape[1] for tap in taps),
    )


def check_room(needed: int) -> None:
    """Raises `ModelTrouble` when so many bytes are not free now."""
    needed, free = needed + _OTHERS, int(psutil.virtual_memory().available)
    if needed > free:
        raise ModelTrouble(
            say(
                "Learning these images needs {needed} MB of memory, and {free} MB are free.",
                needed=needed // 2**20,
                free=free // 2**20,
            ),
            "Nothing is taught.",
            "Close other programs, or teach with fewer images or a smaller size.",
        )
