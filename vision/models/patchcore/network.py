"""anomalib's PatchCore around one of our backbones, taken apart where a station needs more than its forward pass.

The features, the nearest neighbours and the weighted score are anomalib's. Ours is the order: patches
that do not count are set to zero before the score is formed, and the map is smoothed on the patch grid and then brought
to the frame's own size.
"""

from typing import TYPE_CHECKING

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from vision.inspection import AnomalyMap, PixelMask, Prediction
from vision.models.backbone.catalog import Backbone, usual_layers
from vision.models.compute import quiet_import, set_threads, to_input
from vision.models.family import ModelTrouble
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
        self._model = _anomalib_model(backbone, layers, settings.neighbours)

    def remember(self, memory: Tensor) -> None:
        """Use (M, C) float32 features as the memory."""
        self._model.memory_bank = memory.contiguous()
        self._model.num_neighbors = min(self._settings.neighbours, memory.shape[0])

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
        patches = model.reshape_embedding(embedding)
        distances, nearest = model.nearest_neighbors(patches, n_neighbors=1)
        if counts is not None:
            distances = distances * _patch_weights(counts, height, width)
        score = float(model.compute_anomaly_score(distances[None], nearest[None], patches)[0])
        return _checked(score, _frame_sized(distances.reshape(height, width).numpy(), rgb.shape[:2], counts))


def _anomalib_model(backbone: Backbone, layers: list[str], neighbours: int) -> "PatchcoreModel":
    quiet_import()
    from anomalib.models.image.patchcore.torch_model import PatchcoreModel

    network = backbone.network.to(memory_format=torch.channels_last)
    try:
        model = PatchcoreModel(
            layers,
            backbone=network,  # type: ignore[arg-type]  # typed as a name, but its extractor takes a network as well
            pre_trained=False,
            num_neighbors=neighbours,
        )
    except (ValueError, RuntimeError, TypeError) as error:
        raise ModelTrouble(
            f"The backbone {backbone.name} has no layers {', '.join(layers)}, or they cannot be read.",
            "The model cannot be used.",
            "Choose other layers or another backbone.",
            detail=str(error),
        ) from error
    return model.eval()


def _patch_weights(counts: PixelMask, height: int, width: int) -> Tensor:
    """(h * w,) 1 where any pixel under the patch counts, else 0."""
    share = cv2.resize(counts.astype(np.float32), (width, height), interpolation=cv2.INTER_AREA)
    return torch.from_numpy((share > 0).astype(np.float32)).reshape(-1)


def _frame_sized(patches: NDArray[np.float32], size: tuple[int, ...], counts: PixelMask | None) -> AnomalyMap:
    """(H, W) from (h, w) patch distances. OpenCV smooths, since anomalib's blur refuses grids narrower than its kernel."""
    smooth = cv2.GaussianBlur(patches, (0, 0), SMOOTHING_SIGMA)
    resized = cv2.resize(smooth, (size[1], size[0]), interpolation=cv2.INTER_LINEAR)
    if counts is not None:
        resized = resized * counts
    return np.ascontiguousarray(resized, dtype=np.float32)


def _checked(score: float, anomaly_map: AnomalyMap) -> Prediction:
    if not np.isfinite(score) or not np.isfinite(anomaly_map).all():
        raise ModelTrouble(
            "The model gives no finite score for this image.",
            "The part is not inspected.",
            "Teach the recipe again; if it happens again, choose another backbone.",
        )
    return Prediction(max(0.0, score), anomaly_map)
