"""The golden template at the line: a model file in, predictions out."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel

from vision.detectors.family import ModelTrouble
from vision.images.registration import Alignment
from vision.inspection import PixelMask, Prediction
from vision.runtime.template.file import read_model
from vision.runtime.template.settings import TemplateSettings
from vision.runtime.template.template import Template

LEAST_COVERED = 0.8
"""Share of a frame that the reference must cover: what it does not cover cannot be judged."""


class TemplatePredictor:
    """Fulfils `PixelModel`."""

    def __init__(self, template: Template, least_correlation: float, model_hash: str) -> None:
        self._template = template
        self._least_correlation = least_correlation
        self._model_hash = model_hash

    @property
    def model_hash(self) -> str:
        return self._model_hash

    def predict_pixels(self, pixels: NDArray[np.uint8], counts: PixelMask | None) -> Prediction:
        """See `PixelModel`. Score and map are grey levels outside the tolerance.

        A blank frame is judged where it lies: everything the part should show is missing there.

        Raises:
            ModelTrouble: the frame does not show the part of the reference, or shows it somewhere else.
        """
        seen = self._template.as_taught(pixels)
        alignment = self._template.align(seen)
        self._check(alignment)
        anomaly_map = self._template.differences(seen, alignment)
        if counts is not None:
            anomaly_map *= counts
        return Prediction(float(anomaly_map.max()), anomaly_map)

    def _check(self, alignment: Alignment) -> None:
        detail = f"correlation {alignment.correlation:.2f}, at least {self._least_correlation:.2f}; "
        detail += f"covered {alignment.covered:.2f}, at least {LEAST_COVERED}"
        if alignment.is_held and alignment.correlation < self._least_correlation:
            raise ModelTrouble(
                "The image does not match the reference.",
                "The part was not inspected.",
                "Check that it is the right part and not turned, and that nothing hides it.",
                detail=detail,
            )
        if alignment.covered < LEAST_COVERED:
            raise ModelTrouble(
                "The part does not lie where the reference shows it.",
                "The part was not inspected.",
                "Push it into its place, or teach again with the camera as it stands now.",
                detail=detail,
            )


def load_template(path: Path, settings: BaseModel) -> TemplatePredictor:
    """Read a model file. Raises `ModelTrouble`."""
    taught = read_model(path, TemplateSettings.model_validate(settings.model_dump()))
    return TemplatePredictor(taught.template, taught.least_correlation, taught.model_hash)
