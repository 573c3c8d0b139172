"""What the embedded backbone learns from: photographs and procedural pictures, whole and damaged, in changing light."""

import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import IterableDataset, get_worker_info

from vision.images import read_image
from vision.synth.damage import damaged
from vision.synth.procedural import procedural_picture, procedural_texture

Picture = NDArray[np.uint8]
Pair = tuple[Tensor, Tensor]
"""(3, side, side) uint8 RGB each: as the teacher sees a picture, and as the student does."""
_MADE_PX = 320
_TEXTURE_PX = 384
_MADE = 48
_RENEWED = 0.03
_TEXTURES = 0.3
"""Share of the pictures; so are the others."""
_PROCEDURAL = 0.2
_GREY = 0.35
_DAMAGED = 0.4
_RELIT = 0.5
_UNLIKE = 0.75


@dataclass(frozen=True, eq=False, kw_only=True)
class _Sources:
    photos: Sequence[Picture]
    procedural: list[Picture]
    textures: list[Picture]

    def renew(self, rng: np.random.Generator) -> None:
        """Now and then one picture is made afresh: drawing one takes longer than a step of the training."""
        if rng.random() < _RENEWED:
            self.procedural[int(rng.integers(_MADE))] = procedural_picture(_MADE_PX, rng)
        if rng.random() < _RENEWED:
            self.textures[int(rng.integers(_MADE))] = procedural_texture(_TEXTURE_PX, rng)

    def any_of(self, rng: np.random.Generator) -> Picture:
        which = rng.random()
        some: Sequence[Picture] = self.photos
        if which < _TEXTURES + _PROCEDURAL:
            some = self.textures if which < _TEXTURES else self.procedural
        return some[int(rng.integers(len(some)))]


class Pairs(IterableDataset[Pair]):
    """An endless stream of pictures as teacher and student see them."""

    def __init__(self, photos: Sequence[Path], side_px: int, seed: int) -> None:
        self._photos, self._side_px, self._seed = photos, side_px, seed

    def __iter__(self) -> Iterator[Pair]:
        cv2.setNumThreads(1)
        worker = get_worker_info()
        rng = np.random.default_rng([self._seed, worker.id if worker else 0, time.time_ns() % 2**32, os.getpid()])
        sources = _Sources(
            photos=[np.asarray(read_image(path)[0], np.uint8) for path in self._photos],
            procedural=[procedural_picture(_MADE_PX, rng) for _ in range(_MADE)],
            textures=[procedural_texture(_TEXTURE_PX, rng) for _ in range(_MADE)],
        )
        while True:
            sources.renew(rng)
            yield _pair(sources, self._side_px, rng)


def _pair(sources: _Sources, side_px: int, rng: np.random.Generator) -> Pair:
    is_grey = rng.random() < _GREY
    picture = _crop(sources.any_of(rng), side_px, rng)
    if rng.random() < _DAMAGED:
        foreign = _crop(sources.photos[int(rng.integers(len(sources.photos)))], side_px, rng)
        for _ in range(rng.integers(1, 4)):
            picture = damaged(picture, foreign, rng)
    if is_grey:
        picture = np.repeat(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)[:, :, None], 3, axis=2)
    if rng.random() < _RELIT:
        picture = _through(picture, 0.5 + (_LEVELS - 0.5) * rng.uniform(0.6, 1.35) + rng.uniform(-0.2, 0.2))
    seen = _unlike(picture, rng) if rng.random() < _UNLIKE else picture
    return _planes(picture), _planes(seen)


def _crop(picture: Picture, side_px: int, rng: np.random.Generator) -> Picture:
    """A square of 12 to 100 % of the picture's area, turned by any number of quarters and a little, perhaps mirrored."""
    height, width = picture.shape[:2]
    scale = np.sqrt(rng.uniform(0.12, 1.0)) * min(height, width) / side_px
    half = scale * side_px / 2
    centre = rng.uniform(half, width - half), rng.uniform(half, height - half)
    degrees = 90 * rng.integers(4) + rng.uniform(-10, 10)
    matrix = np.asarray(cv2.getRotationMatrix2D((side_px / 2, side_px / 2), degrees, scale), np.float64)
    matrix[:, 2] += np.array(centre) - side_px / 2
    source = cv2.GaussianBlur(picture, (0, 0), 0.35 * scale) if scale > 1.6 else picture
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    found = cv2.warpAffine(source, matrix, (side_px, side_px), flags=how, borderMode=cv2.BORDER_REFLECT_101)
    return np.ascontiguousarray(found[:, ::-1] if rng.random() < 0.5 else found, np.uint8)


_LEVELS = np.arange(256) / 255


def _through(picture: Picture, curve: NDArray[np.floating]) -> Picture:
    """Every level as the (256,) curve says, 0..1."""
    return np.asarray(cv2.LUT(picture, (curve.clip(0, 1) * 255).astype(np.uint8)), np.uint8)


def _unlike(picture: Picture, rng: np.random.Generator) -> Picture:
    """The same surface through a worse lens, in another light and with the noise of another sensor."""
    if rng.random() < 0.25:
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.4, 1.1)), np.uint8)
    gamma = rng.uniform(0.75, 1.35) if rng.random() < 0.6 else 1.0
    gain = rng.uniform(0.7, 1.3) if rng.random() < 0.7 else 1.0
    offset = rng.uniform(-0.05, 0.05) if rng.random() < 0.2 else 0.0
    picture = _through(picture, _LEVELS**gamma * gain + offset)
    if rng.random() < 0.6:
        colours = 1 if rng.random() < 0.5 else 3
        noise = rng.normal(0, rng.uniform(1, 8), (*picture.shape[:2], colours))
        picture = (picture + noise).clip(0, 255).astype(np.uint8)
    return picture


def _planes(picture: Picture) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(picture.transpose(2, 0, 1)))
