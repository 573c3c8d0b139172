"""A torch network at the line, whatever it is made of."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from vision.inspection import PixelMask, Prediction, three_planes


class Network(Protocol):
    """What predicts (H, W, 3) uint8 pixels in RGB order."""

    def predict(self, rgb: NDArray[np.uint8], counts: PixelMask | None) -> Prediction:
        """See `PixelModel.predict_pixels`."""


class NetworkPredictor:
    """Fulfils `PixelModel` for a network that wants three planes."""

    def __init__(self, network: Network, model_hash: str) -> None:
        self._network = network
        self._model_hash = model_hash

    @property
    def model_hash(self) -> str:
        return self._model_hash

    def predict_pixels(self, pixels: NDArray[np.uint8], counts: PixelMask | None) -> Prediction:
        """See `PixelModel`."""
        return self._network.predict(three_planes(pixels), counts)
