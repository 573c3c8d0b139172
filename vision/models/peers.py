"""anomalib's own PatchCore, as it would judge on the same machine: what the benchmark stands beside ours.

Its network and memory are random, since only the time is asked: it does not depend on their values. The memory has the
size that anomalib's choice of 10 % takes from the good images. The picture is brought to anomalib's 256 px by OpenCV,
which is faster than anomalib's own way, and the map is left at that size.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from vision.inspection import three_planes
from vision.models.backbone.network import normalise
from vision.models.compute import quiet_import, set_threads

if TYPE_CHECKING:
    from anomalib.models.image.patchcore.torch_model import PatchcoreModel

SIDE_PX = 256
KEPT = 0.1
"""Share of all patches that anomalib keeps."""


@dataclass(frozen=True, kw_only=True)
class Peer:
    """One configuration of anomalib's PatchCore."""

    backbone: str
    """A name of timm's."""
    layers: tuple[str, ...]


MOBILE = Peer(backbone="mobilenetv2_100", layers=("blocks.2", "blocks.4"))
"""As small as ours: strides 8 and 16."""
WIDE = Peer(backbone="wide_resnet50_2", layers=("layer2", "layer3"))
"""anomalib's default."""


def peer_judge(peer: Peer, good_images: int) -> Callable[[NDArray[np.uint8]], float]:
    """From (H, W) or (H, W, 3) uint8 pixels to the score, with a memory of so many good images."""
    model = peer_model(peer)

    @torch.inference_mode()
    def judge(pixels: NDArray[np.uint8]) -> float:
        return float(model(to_peer_input(pixels)).pred_score)

    with torch.inference_mode():
        patches = model.train()(to_peer_input(np.zeros((SIDE_PX, SIDE_PX), np.uint8)))
    model.memory_bank = torch.randn(int(len(patches) * good_images * KEPT), patches.shape[1])
    model.eval()
    return judge


def peer_model(peer: Peer) -> "PatchcoreModel":
    """anomalib's network with random weights and nothing remembered."""
    quiet_import()
    from anomalib.models.image.patchcore.torch_model import PatchcoreModel

    set_threads()
    torch.manual_seed(0)
    return PatchcoreModel(list(peer.layers), backbone=peer.backbone, pre_trained=False)


def to_peer_input(pixels: NDArray[np.uint8]) -> torch.Tensor:
    """(1, 3, 256, 256) float32, normalised."""
    small = cv2.resize(three_planes(pixels), (SIDE_PX, SIDE_PX), interpolation=cv2.INTER_AREA)
    planes = torch.from_numpy(np.asarray(small, np.uint8)).permute(2, 0, 1)[None].to(torch.float32).div_(255)
    return normalise(planes)
