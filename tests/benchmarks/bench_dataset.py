"""How long a large dataset takes to make, to open and to page; prints figures, asserts nothing about time.

`python -m tests.benchmarks.bench_dataset [IMAGES]`
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from labeling.annotation import Annotation, Defect, LabelState, PlacedMask
from labeling.datasets import Datasets, Thumbnails, near_duplicates, suspicions
from labeling.records.datasets import Dataset, FrozenKind, ImageOrder, ImageQuery, NewAnnotation
from labeling.storage import AnnotationBook, CatalogBook, FrozenBook, prepare
from tests.benchmarks.bench_history import figure
from vision.images import encode_png
from vision.storage import Home, Store

SIZE = (96, 128)
LABELLED = 0.5


@dataclass(frozen=True)
class Bench:
    """One home with one dataset."""

    store: Store
    datasets: Datasets
    dataset: Dataset


def write_images(folder: Path, count: int) -> None:
    chance = np.random.default_rng(1)
    for number in range(count):
        target = folder / f"lot{number // 1000:03d}" / f"{number:06d}.png"
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(encode_png(chance.integers(0, 255, SIZE, np.uint8)))


def once(name: str, ask: Callable[[], object]) -> None:
    """One line: how long something takes that is done once."""
    started_s = time.perf_counter()
    ask()
    print(f"{name:<44} {time.perf_counter() - started_s:9.2f} s")


def label(bench: Bench, count: int) -> None:
    """Two ragged defects on each of the first half."""
    catalogs = CatalogBook(bench.store.database)
    classes = [catalogs.add(bench.dataset.product, name, "Ada").id for name in ("crack", "dent")]
    chance = np.random.default_rng(2)
    news = []
    for image_id in bench.datasets.book.ids(bench.dataset.id)[: int(LABELLED * count)]:
        defects = tuple(
            Defect(class_id=one, mask=PlacedMask(left=5, top=5, pixels=chance.random((40, 40)) > 0.3))
            for one in classes
        )
        done = Annotation(width=SIZE[1], height=SIZE[0], defects=defects, state=LabelState.DONE)
        news.append(NewAnnotation(image_id=image_id, annotation=done, base=0))
    once(
        f"save {len(news)} annotations at once",
        lambda: AnnotationBook(bench.store.database).save_all(news, "Ada", "brush"),
    )


def make_home(folder: Path, count: int) -> None:
    write_images(folder / "images", count)
    with Store(Home(folder / "home")) as store:
        prepare(store.database)
        datasets = Datasets(store.home, store.database)
        once(f"create a dataset of {count} images", lambda: datasets.create("bench", folder / "images", "Ada"))
        dataset = datasets.book.find("bench")
        once("look through it again", lambda: datasets.rescan(dataset))
        label(Bench(store, datasets, dataset), count)


def open_bench(home: Home) -> Bench:
    """What a screen does before it shows the first page."""
    store = Store(home)
    prepare(store.database)
    datasets = Datasets(home, store.database)
    dataset = datasets.book.find("bench")
    datasets.book.counts(dataset.id)
    datasets.book.ids(dataset.id)
    datasets.book.choices(dataset.id)
    datasets.book.page(dataset.id)
    return Bench(store, datasets, dataset)


def measure(bench: Bench, count: int) -> None:
    book, number = bench.datasets.book, bench.dataset.id
    crack = CatalogBook(bench.store.database).catalog("bench").current[0].id
    figure("page of 100 in the middle", lambda: book.page(number, offset=count // 2))
    ids = book.ids(number)
    figure("100 images by their ids", lambda: book.images(ids[count // 2 : count // 2 + 100]))
    figure("page of 100, last labelled first", lambda: book.page(number, ImageQuery(order=ImageOrder.CHANGED)))
    figure("all ids of a class", lambda: book.ids(number, ImageQuery(class_id=crack)))
    figure("all ids of a text search", lambda: book.ids(number, ImageQuery(text="004")))
    annotations = AnnotationBook(bench.store.database)
    figure("current annotation of an image", lambda: annotations.current(ids[0]))
    images = book.page(number, limit=-1)
    once("near-duplicates among all", lambda: near_duplicates({image.id: image.file.look for image in images}))
    embeddings = np.random.default_rng(0).random((count, 384)).astype(np.float32)
    once("suspect labels among all", lambda: suspicions([""] * count, embeddings=embeddings))
    once("tag all", lambda: annotations.tag(ids, "Ada", add=["bench"]))
    frozen = FrozenBook(bench.store.database)
    once("freeze all", lambda: frozen.freeze(FrozenKind.SNAPSHOT, "bench", bench.dataset, ids, "Ada"))
    once("read and check it", lambda: frozen.load("bench"))
    thumbnails = Thumbnails(bench.store.home)
    some = [(image.file.sha256, bench.datasets.path(bench.dataset, image)) for image in images[:1000]]
    once("1000 thumbnails", lambda: [thumbnails.make(*one) for one in some])


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "images").mkdir()
        make_home(folder, count)
        benches: list[Bench] = []
        once("open it: counts, order, filters, first page", lambda: benches.append(open_bench(Home(folder / "home"))))
        with benches[0].store:
            measure(benches[0], count)
        print(f"{(folder / 'home' / 'loupe.db').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
