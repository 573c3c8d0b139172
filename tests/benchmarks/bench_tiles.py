"""Tiles on the virtual line at 5 megapixels: what is found, and time; prints figures, asserts nothing.

`python -m tests.benchmarks.bench_tiles`

Taught from 16 good parts of the rendered line. Scratches are 40 px long, 30 grey levels lighter or darker than the metal, at
a random place of the flange's face; the other defects are the line's own, half as strong as usual. T2 is the highest score
of the good parts as if each had not been learned. A defect counts as shown when the map's peak lies within 24 px of it.

On two cores of the development machine, 12 good parts, none of them above T2; image AUROC, how many of 16 lay above T2 and
were shown:

| detail | scratches 4 px | scratches 2 px | weak defects | teach | 2448 x 2048 to score and map |
|---|---|---|---|---|---|
| 0 (no tiles) | 0.729, 0, 1 | 0.661, 0, 0 | 0.922, 13, 11 | 1 s | 14 ms |
| 0.5 | 0.958, 9, 13 | 0.818, 8, 10 | 0.995, 14, 16 | 2.2 s | 78 ms |
| 1 | 0.807, 8, 10 | 0.786, 8, 10 | 0.969, 13, 14 | 5.5 s | 200 ms |

At full resolution the noise of 80,000 patches hides as much as the sharper picture shows. Support copies are not learned by
the tiles.
"""

import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import cos, pi, sin
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.detectors import fit_model, load_predictor
from vision.inspection import Frame, PixelMask, Predictor
from vision.recipe import ModelReference, View
from vision.synth.flange import FACE_INNER, FACE_OUTER
from vision.synth.render import render
from vision.synth.scene import DefectKind, draw_defect, draw_scene

SIZE = (2448, 2048)
TAUGHT, GOOD, SHORT, OTHER = 16, 12, 16, 16
WIDTHS_PX = (4, 2)
KINDS = (DefectKind.SCRATCH, DefectKind.PIT, DefectKind.FIBRE, DefectKind.STAIN)
NEAR_PX = 24
DETAILS = (0.0, 0.5, 1.0)
REPEATS = 10
Grey = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Case:
    """A frame to be judged; the mask of a good part is empty."""

    pixels: Grey
    mask: PixelMask


@dataclass(frozen=True, eq=False)
class Taught:
    """A memory, and the highest score of what it learned from."""

    predictor: Predictor
    t2: float


def good_part(line: int, part: int) -> Grey:
    return render(draw_scene(line, part, size=SIZE)).pixels.astype(np.uint8)


def short_scratch(part: int, width_px: int) -> Case:
    """On a good part, drawn on the frame and softened as by the lens."""
    rng, pixels = np.random.default_rng(part), good_part(3, part)
    scene = draw_scene(3, part, size=SIZE)
    radius, angle = rng.uniform(FACE_INNER + 20, FACE_OUTER - 20) * scene.scale, rng.uniform(0, 2 * pi)
    x, y, turn = SIZE[0] / 2 + radius * cos(angle), SIZE[1] / 2 + radius * sin(angle), rng.uniform(0, pi)
    start, stop = ((round(16 * (x + way * cos(turn))), round(16 * (y + way * sin(turn)))) for way in (-20, 20))
    line = cv2.line(np.zeros(pixels.shape, np.uint8), start, stop, 255, width_px, cv2.LINE_AA, 4)
    soft = cv2.GaussianBlur(line, (0, 0), 0.8).astype(np.float32) / 255
    marked = pixels + 30 * rng.choice([-1, 1]) * soft
    return Case(marked.round().clip(0, 255).astype(np.uint8), soft > 0.3)


def other_defect(part: int) -> Case:
    kind = KINDS[part % len(KINDS)]
    defect = replace(draw_defect(np.random.default_rng(part), kind), strength=0.35)
    seen = render(replace(draw_scene(4, part, size=SIZE), defects=(defect,)))
    return Case(seen.pixels.astype(np.uint8), seen.mask)


def teach(detail: float, frames: Sequence[Frame], folder: Path) -> Taught:
    started_s = time.perf_counter()
    model = fit_model("memory", {"detail": detail}, frames, seed=0, progress=lambda *_: None, cancelled=lambda: False)
    took_s = time.perf_counter() - started_s
    print(f"\ndetail {detail}: taught from {len(frames)} frames in {took_s:.1f} s, {len(model.content) / 1e6:.1f} MB")
    (folder / model.file_name).write_bytes(model.content)
    reference = ModelReference(kind=model.kind, settings=model.settings, file=model.file_name, hash="0" * 64)
    view = View(name="line", image_width=SIZE[0], image_height=SIZE[1], model=reference, t1=1, t2=2)
    return Taught(load_predictor(view, folder), max(model.good_scores))


def judge(taught: Taught, good: Sequence[Case], cases: Sequence[Case], name: str) -> None:
    """One line of the table for a group of defects."""
    usual = [taught.predictor.predict(Frame(pixels=case.pixels)).score for case in good]
    seen = [taught.predictor.predict(Frame(pixels=case.pixels)) for case in cases]
    scores = [prediction.score for prediction in seen]
    auroc = np.mean([[(a > b) + (a == b) / 2 for b in usual] for a in scores])
    shown = sum(is_shown(prediction.anomaly_map, case.mask) for prediction, case in zip(seen, cases, strict=True))
    above = sum(score > taught.t2 for score in scores)
    overkill = sum(score > taught.t2 for score in usual)
    print(
        f"  {name:<16} image AUROC {auroc:.3f}, above T2 {above} of {len(cases)}, shown {shown} of {len(cases)}; "
        f"good ones above T2 {overkill} of {len(good)}"
    )


def is_shown(anomaly_map: NDArray[np.float32], mask: PixelMask) -> bool:
    row, column = np.unravel_index(anomaly_map.argmax(), anomaly_map.shape)
    near = mask[max(0, row - NEAR_PX) : row + NEAR_PX, max(0, column - NEAR_PX) : column + NEAR_PX]
    return bool(near.any())


def times_ms(predictor: Predictor, frame: Frame) -> Iterator[float]:
    for _ in range(REPEATS):
        started_s = time.perf_counter()
        predictor.predict(frame)
        yield (time.perf_counter() - started_s) * 1000


def main() -> None:
    frames = [Frame(pixels=good_part(1, part)) for part in range(TAUGHT)]
    nothing = np.zeros(SIZE[::-1], np.bool_)
    good = [Case(good_part(2, part), nothing) for part in range(GOOD)]
    short = {width_px: [short_scratch(part, width_px) for part in range(SHORT)] for width_px in WIDTHS_PX}
    other = [case for case in map(other_defect, range(OTHER)) if case.mask.any()]
    for detail in DETAILS:
        with tempfile.TemporaryDirectory() as folder:
            taught = teach(detail, frames, Path(folder))
            for width_px, cases in short.items():
                judge(taught, good, cases, f"scratches {width_px} px")
            judge(taught, good, other, "weak defects")
            took = sorted(times_ms(taught.predictor, frames[0]))
        print(
            f"  {SIZE[0]} x {SIZE[1]} to map and score: least {took[0]:.0f} ms, median {statistics.median(took):.0f} ms"
        )


if __name__ == "__main__":
    main()
