"""Few good images: what is lost with 4, 8 and 16 of them against all; prints tables, asserts nothing.

`python -m tests.benchmarks.bench_few`, with the development data in `LOUPE_DEV_DATA`. Three draws of each number.

Image AUROC found (pixel AUROC in brackets):

| set | 4 | 8 | 16 | all |
| --- | --- | --- | --- | --- |
| magnetic_tile/tile | 0.859 (0.773) | 0.878 (0.776) | 0.911 (0.778) | 0.935 (0.797) |
| aws_cookie/cookie | 0.953 (0.960) | 0.943 (0.962) | 0.938 (0.964) | 1.000 (0.970) |
| virtual flange | 0.873 (0.978) | 0.900 (0.980) | 0.887 (0.979) | 0.905 (0.977) |

The goal, at most 5 points below all, is met on the flange, on the tiles with 16 images (7.6 points are missing with 4, 5.7
with 8; on all test images of the set 3.5 with 4 and 1.5 with 8, mean of six draws) and on cookies with 4; with 8 and 16 cookies
5.7 and 6.2 are missing: one of the fourteen good test images, odd enough to be missed by any small draw, counts 7 points.
"""

from collections.abc import Sequence

import numpy as np

from tests.benchmarks.dev_sets import NAMES, DevSet, image_auroc, pixel_auroc, read_set, teach
from vision.inspection import Frame

FEW = (4, 8, 16)
DRAWS = 3
N_GOOD, N_DEFECTIVE = 60, 80


def main() -> None:
    """One table for all sets."""
    print(f"| set | good images | image AUROC | least of the draws | pixel AUROC |\n|{' --- |' * 5}")
    for name in NAMES:
        data = read_set(name, N_GOOD, N_DEFECTIVE)
        for n in FEW:
            show(data, f"{n}", [aurocs(data, drawn(data, n, seed), seed) for seed in range(DRAWS)])
        show(data, f"all {len(data.good)}", [aurocs(data, data.good, 0)])


def drawn(data: DevSet, n: int, seed: int) -> list[Frame]:
    order = np.random.default_rng(1_000 + seed).permutation(len(data.good))
    return [data.good[index] for index in order[:n]]


def aurocs(data: DevSet, good: Sequence[Frame], seed: int) -> tuple[float, float]:
    """(image AUROC, pixel AUROC) after learning from some good frames."""
    predictor = teach("memory", good, seed)
    predictions = [predictor.predict(Frame(pixels=sample.pixels)) for sample in data.test]
    return image_auroc(data.test, predictions), pixel_auroc(data.test, predictions)


def show(data: DevSet, images: str, runs: Sequence[tuple[float, float]]) -> None:
    image, pixel = np.mean(runs, axis=0)
    print(f"| {data.name} | {images} | {image:.3f} | {min(run[0] for run in runs):.3f} | {pixel:.3f} |", flush=True)


if __name__ == "__main__":
    main()
