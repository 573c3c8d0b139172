"""Backbone weights for tests of behaviour: random but always the same, so that no test rests on what was distilled."""

from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from vision.detectors.threads import usable_threads
from vision.models import compute
from vision.models.backbone import catalog
from vision.models.backbone.network import EmbeddedBackbone

TINY = {"long_side_px": 64, "memory_size": 60, "pool_size": 400}
"""PatchCore settings that learn and judge in milliseconds."""


def use_random_weights(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    """Let the embedded backbone be a random one, on one thread: tiny tensors only wait for each other on several.

    Returns the weight file.
    """
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    usable_threads.cache_clear()
    compute.set_threads.cache_clear()
    with torch.random.fork_rng():
        torch.manual_seed(7)
        weights = EmbeddedBackbone().state_dict()
    path = folder / "random.safetensors"
    save_file({key: value for key, value in weights.items() if "num_batches" not in key}, path)
    monkeypatch.setattr(catalog, "EMBEDDED_FILE", path)
    return path
