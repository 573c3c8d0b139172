"""Does the brush follow the hand on 24 megapixels: milliseconds of each tool, and of a stroke on disk.

`python -m tests.benchmarks.bench_painting [FOLDER]`; prints a table, asserts nothing. FOLDER is where the journal is
written, by default the temporary folder: its disk makes the last lines. A screen of 60 Hz leaves 16.7 ms.

Found on two busy cores, ext4 on a virtual disk (median ms):

| what | ms |
| --- | --- |
| brush, each move, radius 14 px | 0.1 |
| brush, each move, radius 200 px | 3 to 12 |
| end of a stroke 3,000 px long | 3 |
| wand, spot 120 px wide | 2 to 5 |
| refine, 100 px / 1,800 px wide | 80 to 130 / 2,400 to 3,100 |
| polygon of a million points, 3,800 px wide | 600 to 800 |
| map to mask: opening / each move of the slider | 330 to 470 / 30 to 43 |
| click to mask | 47 to 66 |
| one stroke of 300 px, in memory / on disk | 0.6 / 9 |
| the disk alone, a line appended and synced | 6 |
| open a journal of 300 strokes | 330 |

So the brush keeps up with the screen; refining something large, opening a map and long polygons belong beside it.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np

from labeling.annotation import Annotation, PlacedMask
from labeling.editing import EditSession
from labeling.painting import (
    Click,
    FeatureClick,
    MapRegions,
    Stroke,
    Touch,
    grown,
    holes_filled,
    polygon_mask,
    refined,
    stroke_mask,
    wand_mask,
)

WIDTH, HEIGHT = 6000, 4000
STROKES = 300


def told(name: str, *seconds: float) -> None:
    median, high = np.percentile(seconds, [50, 99]) * 1e3
    print(f"| {name} | {median:.2f} | {high:.2f} |")


def timed(name: str, what: Callable[[], object], times: int = 5) -> None:
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        what()
        took.append(time.perf_counter() - begun)
    told(name, *took)


def scene() -> np.ndarray:
    """A grey part with some dark spots, (HEIGHT, WIDTH) uint8."""
    rng = np.random.default_rng(0)
    small = cv2.GaussianBlur(rng.normal(140, 40, (HEIGHT // 8, WIDTH // 8)).astype(np.float32), (0, 0), 3)
    part = np.clip(cv2.resize(small, (WIDTH, HEIGHT)), 0, 255).astype(np.uint8)
    for x, y in rng.integers(400, 3600, (40, 2)):
        cv2.circle(part, (int(x), int(y)), 60, 30, cv2.FILLED)
    cv2.circle(part, (3000, 2000), 60, 30, cv2.FILLED)
    return part


def touches(number: int, length: int = 120) -> list[Touch]:
    """A wavy hand, 25 px between touches."""
    steps = np.arange(length)
    return [Touch(x=300 + 25 * step, y=1500 + 5 * number + 200 * float(np.sin(step / 9))) for step in steps]


def brush() -> None:
    for radius in (7, 14, 50, 200):
        stroke, moves = Stroke(radius, width=WIDTH, height=HEIGHT), []
        for touch in touches(0):
            begun = time.perf_counter()
            stroke.move(touch)
            moves.append(time.perf_counter() - begun)
        told(f"brush, radius {radius} px, each move", *moves)
        timed(f"brush, radius {radius} px, end of a stroke 3,000 px long", stroke.end, 1)


def tools(part: np.ndarray) -> None:
    spot = stroke_mask([Touch(x=3000, y=2000)], 50, width=WIDTH, height=HEIGHT)
    wide = stroke_mask([Touch(x=3000, y=2000)], 900, width=WIDTH, height=HEIGHT)
    angle = np.linspace(0, 2 * np.pi, 1_000_000, endpoint=False)
    circle = np.stack([3000 + 1900 * np.cos(angle), 2000 + 1900 * np.sin(angle)], axis=1)
    scores = cv2.GaussianBlur(255.0 - part.astype(np.float32), (0, 0), 5)
    timed("wand on a spot 120 px wide", lambda: wand_mask(part, 3000, 2000, 20))
    timed("refine, 100 px wide", lambda: refined(part, spot))
    timed("refine, 1,800 px wide", lambda: refined(part, wide))
    timed("grow by 5 px, 1,800 px wide", lambda: grown(wide, 5, width=WIDTH, height=HEIGHT))
    timed("fill holes, 1,800 px wide", lambda: holes_filled(wide))
    timed("polygon of 1,000 points", lambda: polygon_mask(circle[::1000], width=WIDTH, height=HEIGHT))
    timed("polygon of 1,000,000 points", lambda: polygon_mask(circle, width=WIDTH, height=HEIGHT))
    timed("map to mask, opening", lambda: MapRegions(scores), 3)
    regions = MapRegions(scores)
    timed("map to mask, moving the slider", lambda: regions.above(200.0, at=(3000, 2000)))
    seen = FeatureClick.embedded().see(part)
    timed("click to mask", lambda: seen.mask_at([Click(x=3000, y=2000)]))


def strokes(session: EditSession, name: str) -> None:
    took, defect = [], None
    for number in range(STROKES):
        mask = stroke_mask(touches(number, 12), 14, width=WIDTH, height=HEIGHT)
        begun = time.perf_counter()
        defect = session.paint(mask, "crack", "Brush", onto=defect)
        took.append(time.perf_counter() - begun)
    told(name, *took)


def bare_syncs(folder: Path) -> None:
    """What the disk alone takes for a line of 300 bytes."""
    with (folder / "bare").open("ab") as out:

        def sync() -> None:
            out.write(b"x" * 300)
            out.flush()
            os.fsync(out.fileno())

        timed("the disk alone: 300 bytes appended and synced", sync, 100)


def editing(folder: Path) -> None:
    image = Annotation(width=WIDTH, height=HEIGHT)
    strokes(EditSession.of(image), "one stroke, no journal")
    session = EditSession.reopened(image, folder / "bench.journal")
    strokes(session, "one stroke, on disk")
    bare_syncs(folder)
    timed("undo, on disk", session.undo, 50)
    timed("redo, on disk", session.redo, 50)
    path = folder / "bench.journal"
    timed(
        f"open a journal of {STROKES} strokes ({path.stat().st_size / 1e3:.0f} kB)",
        lambda: EditSession.reopened(image, path),
        1,
    )
    whole = EditSession.of(image)
    defect = whole.paint(PlacedMask.of(np.ones((HEIGHT, WIDTH), np.bool_)), "crack", "Fill")
    spot = stroke_mask([Touch(x=3000, y=2000)], 50, width=WIDTH, height=HEIGHT)
    timed("one erasing stroke in a defect of 24 megapixels", lambda: whole.erase(spot, "Eraser") or whole.undo(), 3)
    assert defect


def main() -> None:
    print("| what | median ms | 99 % ms |\n| --- | --- | --- |")
    brush()
    tools(scene())
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as folder:
        editing(Path(folder))


if __name__ == "__main__":
    main()
