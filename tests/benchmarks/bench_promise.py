"""Do T1 and T2 keep what they promise? 200 reseeds on real images; prints the table of `vision/teaching/PROMISE.md`.

`python -m tests.benchmarks.bench_promise [RESEEDS] [CACHE_FOLDER]`, with the development data in `LOUPE_DEV_DATA`.

Good images of a set are drawn anew for each reseed: some teach, exactly as `vision.teaching` deals them, the others are
judged. So that 200 teachings take minutes, the distances of every image's patches to every other image are computed
once; the memory here is whole, not a choice of patches.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from scipy.stats import betabinom

from vision.images import find_images, read_image
from vision.inspection import Frame, as_rgb8
from vision.models.backbone.catalog import load_backbone
from vision.models.patchcore.network import PatchcoreNetwork
from vision.models.patchcore.settings import PatchcoreSettings
from vision.teaching import Calibration, Promise, calibrate
from vision.teaching.split import plan_rounds

SETS = {
    "aws_cookie/cookie": (8, 16, 24, 31),
    "deeppcb/board": (12, 24, 38, 100),
    "magnetic_tile/tile": (12, 24, 38, 160, 400),
}
CALIBRATED = (39, 99, 199, 299)
"""Images kept aside for the model that was taught once, on `LEARNED` images of the tiles."""
LEARNED = 120
GRID = 14
HEAD = "| images | kept aside | line | asked | guaranteed | realised | 95 % of lines within | runs within |"

Distances = NDArray[np.float16]
"""(N, N, P): from each patch of the first image to the nearest patch of the second."""
Scores = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Run:
    """One teaching: its lines, and the scores of good parts that it had never seen."""

    lines: Calibration
    fresh: Scores


def main(reseeds: int, cache: Path) -> None:
    """Print one table per set."""
    data = Path(os.environ["LOUPE_DEV_DATA"])
    for name, numbers in SETS.items():
        found = distances(data / name, cache / f"{name.replace('/', '-')}.npy")
        print(
            f"\n**{name}**, {len(found)} good images, {reseeds} reseeds\n\n{HEAD}\n|{' --- |' * HEAD.count(' | ')}{' --- |'}"
        )
        for n_images in numbers:
            show(str(n_images), [taught(found, n_images, seed) for seed in range(reseeds)])
        if len(found) > LEARNED + max(CALIBRATED):
            for n_aside in CALIBRATED:
                show(f"{LEARNED} once", [calibrated(found, n_aside, seed) for seed in range(reseeds)])


def taught(found: Distances, n_images: int, seed: int) -> Run:
    """Teach some images and judge the others."""
    order = np.random.default_rng(seed).permutation(len(found))
    images, others = order[:n_images], order[n_images:]
    aside: list[float] = []
    for one in plan_rounds(n_images, seed):
        memory = images[list(one.learn)]
        aside += list(scores(found, images[list(one.score)], memory))
    return Run(calibrate(aside), scores(found, others, memory))


def calibrated(found: Distances, n_aside: int, seed: int) -> Run:
    """The model stays; which images calibrate it and which are judged is drawn anew."""
    fixed = np.random.default_rng(0).permutation(len(found))
    memory, pool = fixed[:LEARNED], np.random.default_rng(seed).permutation(fixed[LEARNED:])
    return Run(calibrate(list(scores(found, pool[:n_aside], memory))), scores(found, pool[n_aside:], memory))


def scores(found: Distances, images: NDArray[np.intp], memory: NDArray[np.intp]) -> Scores:
    """Each image's patch that is farthest from its nearest patch in memory."""
    return np.array([found[image][memory].min(axis=0).max() for image in images], np.float64)


def show(label: str, runs: list[Run]) -> None:
    """Two rows: T1 with the review rate, T2 with overkill."""
    reviewed = [(run.fresh >= run.lines.thresholds.t1).sum() for run in runs]
    killed = [(run.fresh > run.lines.thresholds.t2).sum() for run in runs]
    print(row(label, "T1", [run.lines.promises.review for run in runs], np.array(reviewed), len(runs[0].fresh)))
    print(row(label, "T2", [run.lines.promises.overkill for run in runs], np.array(killed), len(runs[0].fresh)))


def row(label: str, line: str, promises: list[Promise], counts: NDArray[np.int_], n_fresh: int) -> str:
    """The band is the promise's, and for counting the chance of `n_fresh` parts is added to it; no promise, no band."""
    first = promises[0]
    low, high = np.array([_count_band(promise, n_fresh) for promise in promises]).T
    guaranteed = "with 95 % confidence" if first.is_confident else "on average" if first.is_guaranteed else "not yet"
    cells = [
        label,
        first.n,
        line,
        f"{first.rate:.0%}",
        guaranteed,
        f"{counts.mean() / n_fresh:.2%}",
        f"{first.band[0]:.1%} to {first.band[1]:.1%}" if first.is_guaranteed else "",
        f"{np.mean((low <= counts) & (counts <= high)):.0%}" if first.is_guaranteed else "",
    ]
    return ("| " + " | ".join(str(cell) for cell in cells) + " |").replace("%", " %").replace("  %", " %")


def _count_band(promise: Promise, n_fresh: int) -> tuple[float, float]:
    low, high = betabinom.ppf([0.025, 0.975], n_fresh, promise.above + 1, promise.n - promise.above)
    return float(low), float(high)


@torch.inference_mode()
def distances(folder: Path, cached: Path) -> Distances:
    """Of all good images of a set, read from the cache when they are there."""
    if not cached.is_file():
        patches = torch.stack(list(_patches(folder)))
        squares = patches.square().sum(-1)
        rows = []
        for own, square in zip(patches, squares, strict=True):
            apart = square[None, :, None] + squares[:, None, :] - 2 * own @ patches.transpose(1, 2)
            rows.append(apart.amin(-1).clamp_min(0).sqrt().to(torch.float16).numpy())
        np.save(cached, np.stack(rows))
    return np.asarray(np.load(cached), np.float16)


def _patches(folder: Path) -> Iterator[torch.Tensor]:
    """(P, C) features of each good image."""
    network = PatchcoreNetwork(load_backbone("embedded"), PatchcoreSettings(long_side_px=256))
    for split in ("train", "test"):
        for path in find_images(folder / split / "good"):
            pixels, bit_depth = read_image(path)
            features = network.features(as_rgb8(Frame(pixels=pixels, bit_depth=bit_depth)))
            yield torch.nn.functional.adaptive_avg_pool2d(features, GRID).flatten(2)[0].T.contiguous()


if __name__ == "__main__":
    given = sys.argv[1:]
    with tempfile.TemporaryDirectory() as scratch:
        main(int(given[0]) if given else 200, Path(given[1]) if len(given) > 1 else Path(scratch))
