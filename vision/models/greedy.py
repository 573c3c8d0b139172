"""anomalib's greedy k-center choice, in a form that a station's memory can bear.

Its own form makes a copy of the whole pool for every pick. Between small lasting allocations such copies break glibc's
heap into pieces: choosing 600 of 6,000 patches left 3.2 GB behind, of thirty images more than a computer has.
"""

from typing import TYPE_CHECKING

import torch
from torch import Tensor

if TYPE_CHECKING:
    from anomalib.models.components.sampling import KCenterGreedy


def update_distances(sampler: "KCenterGreedy", cluster_center: int | Tensor | None) -> None:
    """anomalib's `update_distances` as one matrix-vector product on squared distances: the same order, a tenth of the time.

    Takes the place of the method; one pick at a time, as anomalib does.
    """
    if cluster_center is None:
        return
    known: Tensor | None = getattr(sampler, "min_distances", None)
    squares, pick, features = _squares(sampler), int(cluster_center), sampler.features
    distances = torch.addmm(squares + squares[pick], features, features[pick][:, None], alpha=-2)
    sampler.min_distances = distances if known is None else torch.minimum(known, distances)
    sampler.min_distances[pick] = 0


def _squares(sampler: "KCenterGreedy") -> Tensor:
    """(P, 1) squared length of each patch, kept with the sampler that they belong to."""
    kept: tuple[Tensor, Tensor] | None = getattr(sampler, "_squares", None)
    if kept is None or kept[0] is not sampler.features:
        kept = sampler.features, sampler.features.square().sum(1, keepdim=True)
        setattr(sampler, "_squares", kept)  # noqa: B010  # anomalib's class does not declare it
    return kept[1]
