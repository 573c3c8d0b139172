"""The ImageNet networks that the embedded backbone imitates."""

from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torchvision.models import mobilenet_v2

from vision.models.backbone.network import normalise

TEACHER_TAPS = {"stage8": 192, "stage16": 96}
_BARE = (("mean", 0.0), ("std", 1.0))


class _MobileNet(nn.Module):
    """MobileNetV2 cut after block 13: the expansion of block 6 (stride 8) and the output of block 13 (stride 16)."""

    def __init__(self, weights: Path) -> None:
        super().__init__()
        net = mobilenet_v2()
        net.load_state_dict(load_file(weights))
        self.features = net.features[:14].eval().requires_grad_(False)

    def forward(self, x: Tensor) -> dict[str, Tensor]:
        fine = x
        for index, block in enumerate(self.features):
            if index == 7:
                fine = block.conv[0](x)
            x = block(x)
        return {"stage8": fine, "stage16": x}


class Teacher:
    """One MobileNetV2's taps, each channel standardised.

    On two cores 32 crops take it 0.24 s. The run that made the shipped backbone had its teachers in ONNX Runtime, 0.14 s:
    the import rules keep that out of here.
    """

    def __init__(self, weights: Path) -> None:
        self._network = _MobileNet(weights).to(memory_format=torch.channels_last)
        self.scale = {f"{tap}.{what}": torch.full((1, 1, 1, 1), start) for tap in TEACHER_TAPS for what, start in _BARE}
        """Mean and deviation of every tap's channels, (1, C, 1, 1) each."""

    def standardise(self, batches: Sequence[Tensor]) -> None:
        """Measure the channels over some (N, 3, H, W) uint8 batches."""
        seen = [self._raw(batch) for batch in batches]
        for tap in TEACHER_TAPS:
            values = torch.cat([taps[tap].transpose(0, 1).flatten(1) for taps in seen], dim=1)
            self.scale[f"{tap}.mean"] = values.mean(1).view(1, -1, 1, 1)
            self.scale[f"{tap}.std"] = values.std(1).clamp_min(1e-3).view(1, -1, 1, 1)

    def taps(self, pictures: Tensor) -> dict[str, Tensor]:
        """What the student should find in (N, 3, H, W) uint8 pictures, float32."""
        raw = self._raw(pictures)
        return {tap: (raw[tap] - self.scale[f"{tap}.mean"]) / self.scale[f"{tap}.std"] for tap in TEACHER_TAPS}

    @torch.no_grad()
    def _raw(self, pictures: Tensor) -> dict[str, Tensor]:
        x = normalise(pictures.float() / 255).contiguous(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16):
            return {tap: found.float() for tap, found in self._network(x).items()}
