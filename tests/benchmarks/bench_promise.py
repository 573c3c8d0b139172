"""Do T1 and T2 keep what they promise? 200 reseeds on real images; prints the table of `vision/teaching/PROMISE.md`.

`python -m tests.benchmarks.bench_promise [RESEEDS] [CHECKPOINT]`, with the development data in `LOUPE_DEV_DATA`. Takes
an hour and a half on one core; with a checkpoint file it goes on where it stopped.

For each reseed some good images of a set are drawn, taught as `loupe teach` teaches them, and the model judges others.
"""

import json
import os
import sys
import tempfile
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import betabinom

from tests.benchmarks.dev_sets import loaded
from vision.detectors import fit_model
from vision.images import find_images, read_image
from vision.inspection import Frame
from vision.teaching import Calibration, Promise, calibrate

SETS = {
    "aws_cookie/cookie": (31,),
    "deeppcb/board": (39,),
    "magnetic_tile/tile": (39, 100),
}
FRESH = 120
"""Good parts at most that a taught model judges."""
HEAD = "| images | scores | line | asked | guaranteed | realised | 95 % of lines within | runs within |"
Scores = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Run:
    """One teaching: its lines, and the scores of good parts that it had never seen."""

    lines: Calibration
    fresh: Scores


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """Which teaching a run is."""

    name: str
    n_images: int
    seed: int


def main(reseeds: int, checkpoint: Path) -> None:
    """Print one table per set."""
    for name, numbers in SETS.items():
        print(f"\n**{name}**, {len(good(name))} good images, {reseeds} reseeds\n\n{HEAD}")
        print(f"|{' --- |' * HEAD.count(' | ')}{' --- |'}", flush=True)
        for n_images in numbers:
            drawn = [Drawn(name=name, n_images=n_images, seed=seed) for seed in range(reseeds)]
            show(str(n_images), [run_of(one, checkpoint) for one in drawn])


@cache
def good(name: str) -> list[Frame]:
    """All good images of a set."""
    folder = Path(os.environ["LOUPE_DEV_DATA"], name)
    found = [path for split in ("train", "test") for path in find_images(folder / split / "good")]
    return [Frame(pixels=pixels, bit_depth=depth) for pixels, depth in map(read_image, found)]


def run_of(drawn: Drawn, checkpoint: Path) -> Run:
    """A teaching, from the checkpoint where it is there."""
    known = _known(checkpoint)
    key = json.dumps(asdict(drawn))
    if key not in known:
        known[key] = taught(drawn)
        with checkpoint.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps([key, *known[key]]) + "\n")
    learned, fresh = known[key]
    return Run(calibrate(learned), np.array(fresh))


@cache
def _known(checkpoint: Path) -> dict[str, tuple[list[float], list[float]]]:
    lines = checkpoint.read_text(encoding="utf-8").splitlines() if checkpoint.is_file() else []
    return {key: (learned, fresh) for key, learned, fresh in map(json.loads, lines)}


def taught(drawn: Drawn) -> tuple[list[float], list[float]]:
    """(scores of the taught images as if each had not been taught, scores of others)."""
    frames = good(drawn.name)
    order = np.random.default_rng(drawn.seed).permutation(len(frames))
    learn, others = order[: drawn.n_images], order[drawn.n_images :][:FRESH]
    model = fit_model(
        "memory",
        {},
        [frames[index] for index in learn],
        seed=drawn.seed,
        progress=lambda *_: None,
        cancelled=lambda: False,
    )
    predictor = loaded(model, frames[0])
    return list(model.good_scores), [predictor.predict(frames[index]).score for index in others]


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


if __name__ == "__main__":
    given = sys.argv[1:]
    with tempfile.TemporaryDirectory() as scratch:
        main(int(given[0]) if given else 200, Path(given[1] if len(given) > 1 else Path(scratch, "runs.jsonl")))
