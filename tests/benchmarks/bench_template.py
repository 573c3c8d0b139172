"""Golden template on DeepPCB: defects hit, false regions on good copies, and time; prints figures, asserts nothing.

`python -m tests.benchmarks.bench_template [DEEPPCB_BOARD_FOLDER]`

Each board is taught from its one defect-free picture. Good boards are the templates themselves, so what is judged as
good are copies of them: moved, turned, blurred, noisy, of other contrast or thresholded anew, drawn here and wider than
the model's own. Operating points come from copies of good boards alone: of other boards ("one point for all"), or of
the board's own picture as the model drew them while it learned ("own point"). A defect is hit when a local maximum of
the map above the point lies in its box.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.detectors import ModelTrouble, fit_model, load_predictor
from vision.images import read_image
from vision.inspection import AnomalyMap, Frame, Predictor
from vision.recipe import ModelReference, View
from vision.runtime.template.file import FILE_NAME, read_model
from vision.runtime.template.settings import TemplateSettings

COPIES = 4
"""Of each good board."""
OVERKILL = 0.05
"""Share of good copies that the point for all may lie below."""
REPEATS = 30
LARGE = (2448, 2048)
"""Five megapixels, width and height."""
Grey = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Taught:
    """A board taught from one picture."""

    predictor: Predictor
    own_point: float
    """The highest score of the model's own copies."""


def teach(pixels: Grey) -> Taught:
    settings = TemplateSettings().model_dump()
    model = fit_model(
        "template", settings, [Frame(pixels=pixels)], seed=0, progress=lambda *_: None, cancelled=lambda: False
    )
    view = View(
        name="board",
        image_width=pixels.shape[1],
        image_height=pixels.shape[0],
        model=ModelReference(kind=model.kind, settings=model.settings, file=FILE_NAME, hash="0" * 64),
        t1=0,
        t2=0,
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, FILE_NAME)
        path.write_bytes(model.content)
        own = max(read_model(path, TemplateSettings()).good_scores)
        return Taught(load_predictor(view, Path(folder)), own)


def copy_of(board: Grey, rng: np.random.Generator) -> Grey:
    """Another good board: shift to 5 px, turn to 3 degrees, scale to 0.3 %, blur, noise to 15 levels, and its own look."""
    height, width = board.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), rng.uniform(-3, 3), rng.uniform(0.997, 1.003))
    matrix[:, 2] += rng.uniform(-5, 5, 2)
    moved = cv2.warpAffine(board, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE)
    noisy = cv2.GaussianBlur(moved, (0, 0), rng.uniform(0.4, 1.4)) + rng.normal(0, rng.uniform(0, 15), board.shape)
    look = rng.integers(3)
    if look == 0:
        noisy = np.where(noisy > rng.uniform(80, 175), 255, 0)
    elif look == 1:
        noisy = noisy * rng.uniform(0.7, 1.0) + rng.uniform(-15, 15)
    return noisy.clip(0, 255).astype(np.uint8)


def maps_of_copies(paths: Sequence[Path], seed: int) -> Iterator[tuple[AnomalyMap | None, float]]:
    """The map of each copy and its board's own point; no map when the model refused the copy."""
    rng = np.random.default_rng(seed)
    for path in paths:
        board, _ = read_image(path)
        taught = teach(board)
        for _ in range(COPIES):
            yield look_at(taught, copy_of(board, rng)), taught.own_point


def look_at(taught: Taught, pixels: Grey) -> AnomalyMap | None:
    try:
        return taught.predictor.predict(Frame(pixels=pixels)).anomaly_map
    except ModelTrouble as trouble:
        print(f"  refused: {trouble.what} {trouble.detail}")
        return None


def regions(anomaly_map: AnomalyMap | None, point: float) -> int:
    return 0 if anomaly_map is None else cv2.connectedComponents((anomaly_map > point).astype(np.uint8))[0] - 1


def hits(anomaly_map: AnomalyMap | None, boxes: NDArray[np.int64], point: float) -> list[bool]:
    if anomaly_map is None:
        return [False] * len(boxes)
    peaks = (anomaly_map >= cv2.dilate(anomaly_map, np.ones((9, 9), np.uint8))) & (anomaly_map > point)
    return [bool(peaks[top:bottom, left:right].any()) for left, top, right, bottom in boxes[:, :4]]


def conformal_point(scores: Sequence[float], overkill: float) -> float:
    """The order statistic that a further good copy exceeds with at most this probability."""
    rank = int(np.ceil((len(scores) + 1) * (1 - overkill)))
    return sorted(scores)[min(rank, len(scores)) - 1]


def judge_boards(board: Path, point: float) -> None:
    """Defects hit and false regions, at the point for all and at each board's own."""
    good = list(maps_of_copies(sorted((board / "test" / "good").glob("*.jpg")), seed=2))
    found: dict[str, list[bool]] = {"one point for all": [], "own point": []}
    for path in sorted((board / "test" / "mixed").glob("*.jpg")):
        taught = teach(read_image(board / "reference" / "mixed" / path.name)[0])
        seen = look_at(taught, read_image(path)[0])
        boxes = np.loadtxt(board / "boxes" / "mixed" / f"{path.stem}.txt", dtype=np.int64, ndmin=2)
        found["one point for all"] += hits(seen, boxes, point)
        found["own point"] += hits(seen, boxes, taught.own_point)
    false = {
        "one point for all": [regions(seen, point) for seen, _ in good],
        "own point": [regions(seen, own) for seen, own in good],
    }
    refused = sum(seen is None for seen, _ in good)
    print(f"{len(good)} copies of good boards, {refused} refused")
    for name, hit in found.items():
        apart = statistics.mean(count > 0 for count in false[name])
        print(
            f"{name:<18} {sum(hit)} of {len(hit)} defects hit ({np.mean(hit):.3f}), "
            f"{statistics.mean(false[name]):.3f} false regions a copy, {apart:.1%} of the copies with one"
        )


def figure(name: str, ask: Callable[[], object]) -> None:
    """One line: the median and the slowest of some repeats, after a warm-up."""
    ask()
    times_ms = []
    for _ in range(REPEATS):
        started_s = time.perf_counter()
        ask()
        times_ms.append((time.perf_counter() - started_s) * 1000)
    print(f"{name:<44} median {statistics.median(times_ms):7.2f} ms   slowest {max(times_ms):7.2f} ms")


def measure(board: Grey) -> None:
    rng = np.random.default_rng(5)
    for size in (board.shape[::-1], LARGE):
        reference = cv2.resize(board, size, interpolation=cv2.INTER_CUBIC).astype(np.uint8)
        started_s = time.perf_counter()
        taught = teach(reference)
        print(f"teach from one image of {size[0]} x {size[1]}: {time.perf_counter() - started_s:.2f} s")
        seen = Frame(pixels=copy_of(reference, rng))
        figure(f"frame of {size[0]} x {size[1]} to map and score", lambda: taught.predictor.predict(seen))  # noqa: B023


def main() -> None:
    data = Path(os.environ.get("LOUPE_DEV_DATA", "shared/data"))
    board = Path(sys.argv[1]) if len(sys.argv) > 1 else data / "deeppcb" / "board"
    cv2.setNumThreads(2)
    others = sorted((board / "train" / "good").glob("*.jpg"))[:30]
    scores = [float(seen.max()) for seen, _ in maps_of_copies(others, seed=1) if seen is not None]
    point = conformal_point(scores, OVERKILL)
    print(f"point for all: {point:.1f} grey levels, from {len(scores)} copies of {len(others)} other boards")
    judge_boards(board, point)
    measure(read_image(others[0])[0])


if __name__ == "__main__":
    main()
