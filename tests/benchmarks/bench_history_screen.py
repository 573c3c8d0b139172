"""How long the History screen takes to open and to scroll with many records; prints figures, asserts nothing of time.

`python -m tests.benchmarks.bench_history_screen [RECORDS]`, offscreen unless told otherwise. The store, its threads
and the widgets are the real ones; the frames are small files made for the purpose.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.environment import settle

settle()

import numpy as np  # noqa: E402 - the process is settled first
from PySide6.QtWidgets import QApplication  # noqa: E402

from app.desktop.replays import StationReplays  # noqa: E402
from app.history.filters import HistoryFilter, Span  # noqa: E402
from app.history.screen import HistoryNeeds, make_history  # noqa: E402
from app.history.view import HistoryView  # noqa: E402
from app.theme import ThemeName, apply_theme  # noqa: E402
from app.workers import wait_for_all  # noqa: E402
from app.workers.background import WorkerBackground  # noqa: E402
from tests.benchmarks.bench_history import fill  # noqa: E402
from vision.images import encode_png  # noqa: E402
from vision.recipe import RecipeLibrary  # noqa: E402
from vision.storage import Home, Store  # noqa: E402

STEPS = 60


def make_frames(root: Path, count: int) -> None:
    """The newest frames are there, so that thumbnails have something to decode; older ones are gone."""
    folder = root / "frames/2026/01/01/_/000000"
    folder.mkdir(parents=True)
    shade = np.linspace(60, 200, 1280, dtype=np.uint8)[None, :].repeat(1024, axis=0)
    content = encode_png(shade)
    for number in range(max(1, count - 300), count + 1):
        (folder / f"{number}_top_x.png").write_bytes(content)


def wait_until(app: QApplication, done: object) -> float:
    """Run the event loop until `done()`; milliseconds."""
    started_s = time.perf_counter()
    while not done() and time.perf_counter() - started_s < 30:  # type: ignore[operator]
        app.processEvents()
    return (time.perf_counter() - started_s) * 1000


def scroll(app: QApplication, view: HistoryView, rows: range) -> tuple[list[float], list[float]]:
    """For each place: how long the window was busy, and how long until the row's record was there; milliseconds."""
    busy, there = [], []
    for row in rows:
        started_s = time.perf_counter()
        view.table.scrollTo(view.model.index(row, 0), view.table.ScrollHint.PositionAtTop)
        view.table.viewport().repaint()
        busy.append((time.perf_counter() - started_s) * 1000)
        wait_until(app, lambda row=row: view.model.record(row) is not None)
        there.append((time.perf_counter() - started_s) * 1000)
    return busy, there


def told(name: str, times_ms: list[float]) -> None:
    """One line of figures."""
    print(f"{name:<46} median {statistics.median(times_ms):7.1f} ms   slowest {max(times_ms):7.1f} ms")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    app = QApplication(sys.argv)
    apply_theme(app, ThemeName.LIGHT)
    with tempfile.TemporaryDirectory() as folder, Store(Home(Path(folder))) as store:
        fill(store, count)
        make_frames(Path(folder), count)
        background = WorkerBackground()
        needs = HistoryNeeds(
            reader=store,
            replays=StationReplays(store, RecipeLibrary(Path(folder) / "recipes")),
            searching=background,
            looking=background,
            thumbnailing=background,
            is_inspecting=lambda: True,
        )
        screen = make_history(needs)
        view = screen.view
        view.resize(1188, 744)
        started_s = time.perf_counter()
        view.show()
        screen.presenter.search(HistoryFilter(span=Span.ALL))
        wait_until(app, lambda: view.model.rowCount() == count)
        view.grab()
        print(f"{count} records: open to first rows painted {(time.perf_counter() - started_s) * 1000:.1f} ms")
        told("near, row by row: window busy", scroll(app, view, range(STEPS))[0])
        busy, there = scroll(app, view, range(0, count, max(1, count // STEPS)))
        told("far jumps: window busy", busy)
        told("far jumps: until the record is there", there)
        screen.presenter.search(HistoryFilter(span=Span.ALL, text="P-0042"))
        print(f"text search: {wait_until(app, lambda: view.model.rowCount() != count):.1f} ms")
        wait_for_all()
        view.deleteLater()


if __name__ == "__main__":
    main()
