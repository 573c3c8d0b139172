"""anomalib's PatchCore around one of our backbones, taken apart where a station needs more than its forward pass.

The features and the nearest neighbours are anomalib's. Ours is the end: patches that do not count are left out, the map
is smoothed on the patch grid and brought to the frame's own size, and the score is its peak. So a part above T1 always
shows the region that put it there. On the two development sets the peak of the smoothed map also separated at least as
well as the largest patch distance and better than the paper's weighted score (magnetic tile: 0.889, 0.882 and 0.879).
"""

from typing import TYPE_CHECKING

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from vision.detectors.family import ModelTrouble
from vision.inspection import PixelMask, Prediction, say
from vision.models.backbone.catalog import Backbone, usual_layers
from vision.models.compute import finite_prediction, frame_sized, quiet_import, set_threads, to_input
from vision.models.patchcore.settings import PatchcoreSettings

if TYPE_CHECKING:
    from anomalib.models.image.patchcore.torch_model import PatchcoreModel

SMOOTHING_SIGMA = 1.0
"""Patches. anomalib's 4 px on a 224 px image is the same share of the picture as 1 patch of 8 px on 448 px."""


class PatchcoreNetwork:
    """Features of images, and distances to a memory of features."""

    def __init__(self, backbone: Backbone, settings: PatchcoreSettings) -> None:
        set_threads()
        self._settings = settings
        self.backbone = backbone
        layers = list(settings.layers or usual_layers(backbone))
        self._model = _anomalib_model(backbone, layers)

    def remember(self, memory: Tensor) -> None:
        """Use (M, C) float32 features as the memory."""
        self._model.memory_bank = memory.contiguous()

    @property
    def memory(self) -> Tensor:
        """(M, C) float32."""
        return self._model.memory_bank

    @torch.inference_mode()
    def features(self, rgb: NDArray[np.uint8]) -> Tensor:
        """(1, C, h, w) float32: each patch's 3x3 mean over all taps, on the finest tap's grid."""
        model = self._model
        taps = model.feature_extractor(to_input(rgb, self._settings.long_side_px))
        pooled = {name: model.feature_pooler(tap) for name, tap in taps.items()}
        embedding: Tensor = model.generate_embedding(pooled)
        return embedding

    @torch.inference_mode()
    def predict(self, rgb: NDArray[np.uint8], counts: PixelMask | None) -> Prediction:
        """Score and map of one image; see `PixelModel.predict_pixels`."""
        model = self._model
        embedding = self.features(rgb)
        height, width = embedding.shape[-2:]
        distances, _ = model.nearest_neighbors(model.reshape_embedding(embedding), n_neighbors=1)
        patches = distances.reshape(height, width).numpy()
        anomaly_map = frame_sized(_smooth(patches, counts), rgb.shape[:2], counts)
        return finite_prediction(float(anomaly_map.max()), anomaly_map)


def _anomalib_model(backbone: Backbone, layers: list[str]) -> "PatchcoreModel":
    quiet_import()
    from anomalib.models.image.patchcore.torch_model import PatchcoreModel

    network = backbone.network.to(memory_format=torch.channels_last)
    try:
        model = PatchcoreModel(
            layers,
            backbone=network,  # type: ignore[arg-type]  # typed as a name, but its extractor takes a network as well
            pre_trained=False,
        )
    except (ValueError, RuntimeError, TypeError) as error:
        raise ModelTrouble(
            say(
                "The backbone {name} has no layers {layers}, or they cannot be read.",
                name=backbone.name,
                layers=", ".join(layers),
            ),
            "The model cannot be used.",
            "Choose other layers or another backbone.",
            detail=str(error),
        ) from error
    return model.eval()


def _smooth(patches: NDArray[np.float32], counts: PixelMask | None) -> NDArray[np.float32]:
    """(h, w) patch distances, blurred; patches that do not count lend nothing to their neighbours.

    OpenCV blurs, since anomalib's own blur refuses grids narrower than its kernel.
    """
    if counts is None:
        return np.asarray(cv2.GaussianBlur(patches, (0, 0), SMOOTHING_SIGMA), np.float32)
    share = cv2.resize(counts.astype(np.float32), patches.shape[::-1], interpolation=cv2.INTER_AREA)
    weights = (share > 0).astype(np.float32)
    blurred = cv2.GaussianBlur(patches * weights, (0, 0), SMOOTHING_SIGMA)
    return np.asarray(blurred / np.maximum(cv2.GaussianBlur(weights, (0, 0), SMOOTHING_SIGMA), 1e-6), np.float32)
