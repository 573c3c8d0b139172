"""The graph put together node by node says what the torch network says."""

import numpy as np
import torch

from vision.export.backbone_graph import SQUARE, float_backbone, squares_of
from vision.models.backbone.network import EmbeddedBackbone, normalise
from vision.runtime.memory import coder
from vision.runtime.session import Session


def network() -> EmbeddedBackbone:
    """Random weights, and batch norms that do something."""
    with torch.random.fork_rng():
        torch.manual_seed(3)
        made = EmbeddedBackbone()
        for module in made.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.running_mean.normal_(0, 0.1)  # type: ignore[union-attr]
                module.running_var.uniform_(0.5, 2)  # type: ignore[union-attr]
    return made.eval()


def test_features_are_those_of_the_torch_network() -> None:
    made = network()
    picture = np.random.default_rng(0).integers(0, 256, (96, 128, 3), np.uint8)
    weights = {key: value.numpy() for key, value in made.state_dict().items() if "num_batches" not in key}
    planes = coder.framed(picture, SQUARE).astype(np.float32).transpose(2, 0, 1)[None]
    found = np.asarray(Session(float_backbone(weights).SerializeToString()).run(image=squares_of(planes)))
    with torch.inference_mode():
        taps = made(normalise(torch.from_numpy(picture.transpose(2, 0, 1).copy())[None].float() / 255))
        fine, coarse = (torch.nn.functional.avg_pool2d(taps[name], 3, 1, 1) for name in ("stage8", "stage16"))
        coarse = torch.nn.functional.interpolate(coarse, scale_factor=2, mode="bilinear")
    assert found.shape == (1, 192, 12, 16)
    apart = abs(found - torch.cat([fine, coarse], dim=1).numpy())
    assert apart.max() < 0.05, "the border's mean colour is whole grey levels"
    assert apart[:, :64, 2:-2, 2:-2].max() < 1e-3


def test_the_line_cuts_pictures_into_the_same_squares() -> None:
    picture = np.random.default_rng(1).integers(0, 256, (32, 48, 3), np.uint8)
    planes = squares_of(picture.transpose(2, 0, 1)[None].astype(np.float32))
    assert (coder.squares_of(picture, SQUARE) == planes[0].transpose(1, 2, 0)).all()
