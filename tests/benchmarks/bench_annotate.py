"""How long the Annotate screen lets a hand wait; prints figures, asserts nothing of time.

`python -m tests.benchmarks.bench_annotate [IMAGES]`, offscreen. Store, threads, widgets and painting are the real ones.
Every figure is from the act until the window has painted it. Two busy cores (load 3.5), November 2026, median and 95 %:

    open a dataset of 10,000 images                                 65 ms
    scroll the strip to images never seen                            3 ms      6 ms
    next image, 320 x 240 of 10,000, prefetched                     23 ms     28 ms
    done and next, a stroke saved as a version                      39 ms     48 ms
    next image, 24 megapixels, prefetched                           18 ms     27 ms
    24 megapixels: brush of 14 px moved, any zoom                    1 ms      2 ms
    24 megapixels: brush of 150 px moved, 1:1 and 400 %         1 and 7 ms     9 ms
    24 megapixels: panned, 50 % to 400 %                      5 to  7 ms      9 ms
    24 megapixels: zoomed                                            9 ms     23 ms
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.environment import settle

settle()

import cv2  # noqa: E402 - the process is settled first
import numpy as np  # noqa: E402
from PySide6.QtCore import QPoint, Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from app.annotate.panels.strip import GAP_PX, WIDTH  # noqa: E402
from app.annotate.ports import AnnotateNeeds  # noqa: E402
from app.annotate.screen import Annotate, make_annotate  # noqa: E402
from app.theme import ThemeName, apply_theme  # noqa: E402
from app.workers import wait_for_all  # noqa: E402
from app.workers.background import WorkerBackground  # noqa: E402
from labeling.datasets import Datasets, Thumbnails  # noqa: E402
from labeling.datasets.labels import DatasetLabels  # noqa: E402
from labeling.records.datasets import Dataset, ImageFile  # noqa: E402
from labeling.storage import AnnotationBook, CatalogBook, prepare  # noqa: E402
from tests.app.annotate.at_work import DarkIsStriking, Person  # noqa: E402
from vision.storage import Home, StationDatabase  # noqa: E402

LARGE = (6000, 4000)
STEPS = 40


class Bench:
    """The screen on a home of its own."""

    def __init__(self, app: QApplication, root: Path) -> None:
        self._app = app
        self.home = Home(root / "home")
        self.home.root.mkdir(parents=True)
        self.database = StationDatabase(self.home.database)
        prepare(self.database)
        self.datasets = Datasets(self.home, self.database)
        self.screen = self._make()
        self.screen.view.resize(1188, 744)
        self.screen.view.show()

    def _make(self) -> Annotate:
        posting = WorkerBackground()
        needs = AnnotateNeeds(
            datasets=self.datasets,
            annotations=AnnotationBook(self.database),
            catalogs=CatalogBook(self.database),
            thumbnails=Thumbnails(self.home),
            labels=lambda dataset: DatasetLabels(self.database, self.datasets, dataset),
            journal=lambda image_id: self.home.labels / "unsaved" / f"{image_id}.journal",
            models=DarkIsStriking(),
            person=Person(),
            decoding=WorkerBackground(),
            thumbnailing=WorkerBackground(),
            working=posting,
        )
        return make_annotate(needs, posting.post)

    def until(self, holds: Callable[[], bool]) -> None:
        while not holds():
            self._app.processEvents()

    def timed_ms(self, act: Callable[[], object]) -> float:
        """Until it is done and painted."""
        began_s = time.perf_counter()
        act()
        self._app.processEvents()
        return 1000 * (time.perf_counter() - began_s)

    def rest(self, seconds: float) -> None:
        """Let the workers finish what they have begun."""
        end_s = time.perf_counter() + seconds
        while time.perf_counter() < end_s:
            self._app.processEvents()
            time.sleep(0.002)


def write_large(folder: Path, count: int) -> None:
    """Images of 24 megapixels."""
    folder.mkdir()
    for number in range(count):
        rough = np.random.default_rng(number).integers(0, 255, (LARGE[1] // 40, LARGE[0] // 40), np.uint8)
        cv2.imwrite(str(folder / f"{number:03}.jpg"), cv2.resize(rough, LARGE, interpolation=cv2.INTER_CUBIC))


def fill(bench: Bench, folder: Path, count: int) -> Dataset:
    """Many images by their rows alone, on fifty files."""
    folder.mkdir()
    for number in range(50):
        pixels = np.random.default_rng(number).integers(0, 255, (240, 320), np.uint8)
        cv2.imwrite(str(folder / f"{number:03}.png"), pixels)
    dataset = bench.datasets.book.create("Many", folder, "Eva")
    bench.datasets.book.put(dataset.id, [_row(number) for number in range(count)])
    for number in range(count // 50):  # paths that lead to the fifty files
        (folder / f"{number:05}").symlink_to(folder, target_is_directory=True)
    return dataset


def _row(number: int) -> ImageFile:
    path = f"{number // 50:05}/{number % 50:03}.png"
    return ImageFile(
        path=path, sha256=f"{number:064x}", byte_count=1, modified_ns=1, width=320, height=240, look=f"{number:064x}"
    )


def tell(what: str, times_ms: Sequence[float]) -> None:
    """One line of figures."""
    worst = sorted(times_ms)[int(0.95 * (len(times_ms) - 1))]
    print(f"{what:58} median {statistics.median(times_ms):7.1f} ms   95 % {worst:7.1f} ms")


def many(bench: Bench, folder: Path, count: int) -> None:
    """Opening, scrolling and stepping through a large dataset."""
    screen = bench.screen
    dataset = fill(bench, folder, count)
    bench.datasets.book.counts(dataset.id)
    CatalogBook(bench.database).add("Many", "Crack", "Eva")
    tell(f"open a dataset of {count} images", [bench.timed_ms(lambda: screen.start.choose("Many"))])
    bench.until(lambda: screen.bench.session is not None)
    bar = screen.view.strip.horizontalScrollBar()
    pitch = WIDTH + GAP_PX
    fresh = [bench.timed_ms(lambda step=step: bar.setValue(step * 37 * pitch)) for step in range(1, STEPS)]  # type: ignore[misc]
    tell("scroll the strip to images never seen", fresh)
    bench.rest(1.0)
    near = [bench.timed_ms(lambda: bar.setValue(bar.value() - 24)) for _ in range(STEPS)]
    tell("scroll the strip by a quarter of an image", near)
    screen.presenter.choose(5)
    bench.rest(0.5)
    step(bench, "320 x 240")


def step(bench: Bench, size: str) -> None:
    """To the next image with nothing changed, and with a stroke that is saved."""
    plain, saved = [], []
    for number in range(10):
        bench.rest(0.6)
        if number % 2:
            draw(bench, 3)
            saved.append(bench.timed_ms(bench.screen.presenter.finish))
        else:
            plain.append(bench.timed_ms(lambda: bench.screen.presenter.step(1)))
        assert bench.screen.bench.session is not None, "the next image was not there"
    tell(f"next image, {size}, prefetched", plain)
    tell(f"done and next, {size}: a stroke saved as a version", saved)


def draw(bench: Bench, moves: int) -> list[float]:
    """One stroke in the middle of the canvas; how long each move took to be seen."""
    canvas = bench.screen.view.easel.canvas
    middle = QPoint(canvas.width() // 2, canvas.height() // 2)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle)
    places = [middle + QPoint(3 * number, number % 7) for number in range(1, moves)]
    times = [bench.timed_ms(lambda place=place: QTest.mouseMove(canvas, place)) for place in places]  # type: ignore[misc]
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle + QPoint(3 * moves, 0))
    return times


def large(bench: Bench, folder: Path) -> None:
    """24 megapixels: panning, zooming, brushing, stepping."""
    screen = bench.screen
    write_large(folder, 14)
    screen.start.create("Large", folder, None)
    bench.until(lambda: screen.presenter.dataset is not None and screen.presenter.dataset.name == "Large")
    CatalogBook(bench.database).add("Large", "Crack", "Eva")
    screen.presenter.refresh_catalog()
    bench.until(lambda: screen.bench.session is not None)
    bench.rest(3.0)
    canvas = screen.view.easel.canvas
    for zoom, name in ((None, "whole image"), (0.5, "50 %"), (1.0, "1:1"), (4.0, "400 %")):
        canvas._look(canvas.place.zoomed(zoom or 0, canvas.width() / 2, canvas.height() / 2))
        bench.rest(0.1)
        for radius in (14, 150):
            screen.bench.set_size(radius)
            tell(f"24 MP, {name}: brush of {radius} px moved", draw(bench, STEPS))
        if zoom:
            pans = [bench.timed_ms(lambda: canvas._look(canvas.place.moved(-7, -5))) for _ in range(STEPS)]
            tell(f"24 MP, {name}: panned", pans)
    zooms = [
        bench.timed_ms(lambda: canvas._look(canvas.place.zoomed(canvas.place.scale / 1.1, 300, 300)))
        for _ in range(STEPS)
    ]
    tell("24 MP: zoomed out by 10 %", zooms)
    bench.rest(3.0)
    screen.bench.set_size(14)
    step(bench, "24 MP")


def main() -> None:
    """Make the data, measure, clean up."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    apply_theme(app, ThemeName.DARK)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as root:
        bench = Bench(app, Path(root))
        many(bench, Path(root) / "many", count)
        large(bench, Path(root) / "large")
        bench.screen.view.close()
        wait_for_all()
        bench.database.close()


if __name__ == "__main__":
    main()
