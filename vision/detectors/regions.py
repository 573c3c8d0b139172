"""A view's regions around a model: crop before, zero after, so that the map keeps the frame's own size."""

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from vision.detectors.explain import Explains, NearestGood, Place, overlap
from vision.detectors.family import ModelTrouble, PixelModel
from vision.inspection import Frame, PixelMask, Prediction, as_pixels8, say
from vision.recipe import Region

SMALLEST_SIDE_PX = 16
"""Of what a model is taught on. Fewer pixels show no part, and what is left of them after resizing is made up."""


def crop_frame(frame: Frame, region: Region | None) -> Frame:
    """The region of interest of a frame. Raises `ModelTrouble` when the region reaches outside the frame."""
    if region is None:
        return frame
    if region.x + region.width > frame.width or region.y + region.height > frame.height:
        raise ModelTrouble(
            "The region of interest reaches outside the image.",
            say(
                "The image is {width} x {height}, the region ends at {x} x {y}.",
                width=frame.width,
                height=frame.height,
                x=region.x + region.width,
                y=region.y + region.height,
            ),
            "Draw the region again, or set the camera's region back.",
        )
    rows, columns = slice(region.y, region.y + region.height), slice(region.x, region.x + region.width)
    return replace(frame, pixels=frame.pixels[rows, columns])


def check_size(seen: Frame, counts: PixelMask | None) -> None:
    """Raises `ModelTrouble` when of a frame, cropped to its region, too little counts to be taught."""
    if min(seen.width, seen.height) < SMALLEST_SIDE_PX:
        raise ModelTrouble(
            say("Only {width} x {height} pixels are looked at.", width=seen.width, height=seen.height),
            "That is too little to know a good part by: nothing is taught.",
            say("Draw the region of interest larger: {side} pixels a side at least.", side=SMALLEST_SIDE_PX),
        )
    if counts is not None and not _has_square(counts, SMALLEST_SIDE_PX):
        raise ModelTrouble(
            "The ignore regions leave hardly anything to look at.",
            "That is too little to know a good part by: nothing is taught.",
            say("Make them smaller: leave a square of {side} pixels at least.", side=SMALLEST_SIDE_PX),
        )


def _has_square(counts: PixelMask, side_px: int) -> bool:
    square = np.ones((side_px, side_px), np.uint8)
    left = cv2.erode(counts.view(np.uint8), square, borderType=cv2.BORDER_CONSTANT, borderValue=0)
    return bool(np.asarray(left).any())


def counts_inside(seen: Frame, region: Region | None, ignored: Sequence[Region]) -> PixelMask | None:
    """(H, W) bool of a frame cropped to `region`, False inside the ignore regions; None when all of it counts.

    Raises `ModelTrouble` when nothing counts: every part would be OK, whatever it looks like.
    """
    if not ignored:
        return None
    left, top = (region.x, region.y) if region else (0, 0)
    counts = np.ones((seen.height, seen.width), np.bool_)
    for one in ignored:
        rows = slice(max(0, one.y - top), max(0, one.y + one.height - top))
        columns = slice(max(0, one.x - left), max(0, one.x + one.width - left))
        counts[rows, columns] = False
    if not counts.any():
        raise ModelTrouble(
            "The ignore regions cover everything that is looked at.",
            "Every part would be OK: nothing is taught or inspected like that.",
            "Make the ignore regions smaller, or the region of interest larger.",
        )
    return counts


class ViewPredictor:
    """The predictor of one view: a pixel model that sees only what counts."""

    def __init__(self, model: PixelModel, region: Region | None = None, ignored: Sequence[Region] = ()) -> None:
        self._model = model
        self._region = region
        self._ignored = tuple(ignored)

    @property
    def model_hash(self) -> str:
        return self._model.model_hash

    def predict(self, frame: Frame) -> Prediction:
        """Predict one frame; the map is (H, W) float32 of the frame, 0 where nothing counts.

        Raises:
            ModelTrouble: a region outside the frame, ignore regions over all of it, or no finite score.
        """
        seen = crop_frame(frame, self._region)
        counts = counts_inside(seen, self._region, self._ignored)
        inside = self._model.predict_pixels(as_pixels8(seen), counts)
        if self._region is None:
            return inside
        whole = np.zeros((frame.height, frame.width), np.float32)
        height, width = inside.anomaly_map.shape
        whole[self._region.y : self._region.y + height, self._region.x : self._region.x + width] = inside.anomaly_map
        return Prediction(inside.score, whole)

    def explain(self, frame: Frame, region: Region) -> NearestGood | None:
        """The good patch that is nearest to the most anomalous one of a region of the frame.

        Places are shares of the whole frame, and of the taught image, which was as large when a region of interest is set.
        None when this kind of model remembers no good patches, or the region lies outside what is looked at.

        Raises:
            ModelTrouble: a region of interest outside the frame.
        """
        seen, looked_at = crop_frame(frame, self._region), self._region or _all_of(frame)
        inside = overlap(region, looked_at)
        if inside is None or not isinstance(self._model, Explains):
            return None
        counts = counts_inside(seen, self._region, self._ignored)
        found = self._model.nearest_good(as_pixels8(seen), inside, counts)
        outer = Place.of(looked_at, frame.width, frame.height)
        return found and replace(found, here=found.here.within(outer), there=found.there.within(outer))


def _all_of(frame: Frame) -> Region:
    return Region(x=0, y=0, width=frame.width, height=frame.height)
