"""A view's regions around a model: crop before, zero after, so that the map keeps the frame's own size."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from vision.detectors.family import ModelTrouble, PixelModel
from vision.inspection import Frame, PixelMask, Prediction, as_pixels8, say
from vision.recipe import Region


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
            ModelTrouble: a region outside the frame, or no finite score.
        """
        inside = self._model.predict_pixels(as_pixels8(crop_frame(frame, self._region)), self._counts(frame))
        if self._region is None:
            return inside
        whole = np.zeros((frame.height, frame.width), np.float32)
        height, width = inside.anomaly_map.shape
        whole[self._region.y : self._region.y + height, self._region.x : self._region.x + width] = inside.anomaly_map
        return Prediction(inside.score, whole)

    def _counts(self, frame: Frame) -> PixelMask | None:
        """(H, W) of the cropped frame, False inside ignore regions; None when all of it counts."""
        if not self._ignored:
            return None
        counts = np.ones((frame.height, frame.width), np.bool_)
        for region in self._ignored:
            counts[region.y : region.y + region.height, region.x : region.x + region.width] = False
        if self._region is None:
            return counts
        x, y = self._region.x, self._region.y
        return counts[y : y + self._region.height, x : x + self._region.width]
