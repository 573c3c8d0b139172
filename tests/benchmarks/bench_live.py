"""The picture of Live with its map, at the rate of the line; prints figures, asserts nothing of time.

`python -m tests.benchmarks.bench_live`, offscreen. Parts of the rendered line with the maps of a taught memory; a figure
is from the order to show a part until the widget has painted it: outlines, colours, scale. A screen of 60 Hz has 16.7 ms.
Two cores, other work beside it, November 2026, median and 99 %:

    1280 x 1024: next part          12 ms     16 ms
    1280 x 1024: map on and off      6 ms      8 ms
    1280 x 1024: 1:1 and back        4 ms     10 ms
    2448 x 2048: next part          16 ms     23 ms
    2448 x 2048: map on and off      6 ms     10 ms
    2448 x 2048: 1:1 and back        7 ms     25 ms
"""

import os
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.environment import settle

settle()

from PySide6.QtWidgets import QApplication  # noqa: E402 - the process is settled first

from app.theme import ThemeName, apply_theme  # noqa: E402
from app.widgets.image_view import ImageShown, ImageView  # noqa: E402
from tests.benchmarks.dev_sets import teach  # noqa: E402
from vision.inspection import Frame, Thresholds  # noqa: E402
from vision.synth.render import render  # noqa: E402
from vision.synth.scene import draw_scene  # noqa: E402

SIZES = ((1280, 1024), (2448, 2048))
VIEW = (712, 500)
ROUNDS = 60
WORST = 0.99


def shown_parts(size: tuple[int, int]) -> list[ImageShown]:
    """Defective parts, with lines that outline something on each."""
    good = [Frame(pixels=render(draw_scene(0, part, size=size)).pixels) for part in range(6)]
    frames = [Frame(pixels=render(draw_scene(1, part, size=size, defect_rate=1.0)).pixels) for part in range(8)]
    model = teach("memory", good, seed=0)
    found = [(frame, model.predict(frame)) for frame in frames]
    line = min(prediction.score for _, prediction in found)
    lines = Thresholds(t1=line * 0.9, t2=line * 1.2)
    return [ImageShown(frame=frame, anomaly_map=told.anomaly_map, thresholds=lines) for frame, told in found]


def timed(app: QApplication, view: ImageView, acts: list[Callable[[], None]]) -> tuple[float, float]:
    """Median and slowest of a hundred, in ms, of acts in turn until each is painted."""
    times = []
    for number in range(ROUNDS):
        start = time.perf_counter()
        acts[number % len(acts)]()
        view.repaint()
        app.processEvents()
        times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times), sorted(times)[int(WORST * ROUNDS)]


def main() -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, ThemeName.DARK)
    view = ImageView()
    view.resize(*VIEW)
    view.show()
    for size in SIZES:
        parts = shown_parts(size)
        what = {
            "next part": [lambda part=part: view.show_image(part) for part in parts],  # type: ignore[misc]  # as a default
            "map on and off": [lambda on=on: view.set_map_visible(on) for on in (False, True)],  # type: ignore[misc]
            "1:1 and back": [lambda on=on: view.magnify(on) for on in (True, False)],  # type: ignore[misc]
        }
        for name, acts in what.items():
            usual, worst = timed(app, view, acts)
            print(f"{size[0]} x {size[1]}: {name:16s} {usual:5.1f} ms, 99 % {worst:5.1f} ms", flush=True)


if __name__ == "__main__":
    main()
