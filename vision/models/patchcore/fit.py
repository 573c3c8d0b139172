"""Learning: features of the good frames, a bounded random pool of them, and anomalib's greedy choice from the pool."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from vision.detectors.family import Cancelled, FitProgress, FitRequest, FitStage, Learned
from vision.inspection import as_rgb8
from vision.models.backbone.catalog import load_backbone
from vision.models.compute import quiet_import
from vision.models.greedy import update_distances
from vision.models.patchcore.file import write_model
from vision.models.patchcore.network import PatchcoreNetwork
from vision.models.patchcore.settings import PatchcoreSettings

if TYPE_CHECKING:
    from anomalib.models.components.sampling import KCenterGreedy

REPORT_EVERY = 50
"""Picks between two words of progress."""


def fit_patchcore(request: FitRequest, progress: FitProgress, cancelled: Callable[[], bool]) -> Learned:
    """A model file. The same frames, settings and seed give the same bytes on the same computer."""
    settings = PatchcoreSettings.model_validate(request.settings.model_dump())
    network = PatchcoreNetwork(load_backbone(settings.backbone, request.weights_folder), settings)
    generator = torch.Generator().manual_seed(request.seed)
    pool = _pool(network, request, generator, progress, cancelled)
    memory = _greedy_choice(pool, settings.memory_size, generator, progress, cancelled)
    return Learned(content=write_model(network.backbone, settings, memory))


def _pool(
    network: PatchcoreNetwork,
    request: FitRequest,
    generator: torch.Generator,
    progress: FitProgress,
    cancelled: Callable[[], bool],
) -> Tensor:
    """(P, C) random patches, the same number from each frame, so that no frame speaks louder than another."""
    limit = PatchcoreSettings.model_validate(request.settings.model_dump()).pool_size
    total = len(request.frames)
    share = -(-limit // total)
    kept: list[Tensor] = []
    for index in range(total):
        if cancelled():
            raise Cancelled
        patches = network.features(as_rgb8(request.frames[index])).flatten(2)[0].T
        kept.append(patches[torch.randperm(len(patches), generator=generator)[:share]].contiguous())
        progress(FitStage.FEATURES, index + 1, total)
    pool = torch.cat(kept)
    return pool[torch.randperm(len(pool), generator=generator)[:limit]]


@torch.inference_mode()
def _greedy_choice(
    pool: Tensor, size: int, generator: torch.Generator, progress: FitProgress, cancelled: Callable[[], bool]
) -> Tensor:
    """(M, C) picks of anomalib's k-center greedy; its steps are called one by one for progress and cancelling."""
    size = min(size, len(pool))
    sampler = _sampler(pool)
    picks = [int(torch.randint(len(pool), (1,), generator=generator))]
    while len(picks) < size:
        update_distances(sampler, picks[-1])
        picks.append(int(sampler.get_new_idx()))
        if len(picks) % REPORT_EVERY == 0 or len(picks) == size:
            progress(FitStage.MEMORY, len(picks), size)
        if cancelled():
            raise Cancelled
    return pool[picks]


def _sampler(pool: Tensor) -> "KCenterGreedy":
    quiet_import()
    from anomalib.models.components.sampling import KCenterGreedy

    sampler = KCenterGreedy(pool, sampling_ratio=1.0)
    sampler.features = pool
    return sampler
