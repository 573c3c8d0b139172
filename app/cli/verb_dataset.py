"""`loupe dataset`: working collections of images, and what is frozen of them. Images stay where they are."""

from argparse import ArgumentParser
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.cli.verb import Actions, Call, Verb, words
from app.compose import home_at, open_station
from app.session import NOBODY
from labeling.datasets import Datasets, Scan
from labeling.records.datasets import Dataset, FrozenKind, FrozenSet
from labeling.storage import DatasetBook, FrozenBook, has_labels, prepare
from vision.storage import StationDatabase

_TOLD_EVERY = 100


def _add_arguments(parser: ArgumentParser) -> None:
    actions = Actions(parser)
    create = actions.add("create", "Make a dataset of the images below a folder; unreadable ones are named, left out.")
    create.add_argument("name", type=words, metavar="NAME")
    create.add_argument("folder", type=Path, metavar="IMAGES_DIR")
    create.add_argument("--product", type=words, metavar="NAME", help="whose defect catalog counts, a recipe (NAME)")
    actions.add("list", "List the datasets; works while the station runs.")
    rescan = actions.add("rescan", "Look through a dataset's folder again.")
    rescan.add_argument("name", type=words, metavar="NAME")
    snapshot = actions.add("snapshot", "Freeze all images with their labels as they are, for training.")
    freeze = actions.add("freeze", "Freeze all images as a golden set, signed; each must be labelled to the end.")
    for action in (snapshot, freeze):
        action.add_argument("name", type=words, metavar="NAME")
        action.add_argument("--as", dest="frozen", required=True, type=words, metavar="NAME", help="its name, for good")
    snapshot.add_argument("--by", type=words, metavar="PERSON", default=NOBODY)
    freeze.add_argument("--by", type=words, metavar="PERSON", required=True, help="who signs it")


def _run(call: Call) -> int:
    if call.arguments.action == "list":
        return _list(call)
    with open_station(call.home) as premises:
        datasets = Datasets(premises.home, premises.store.database)
        if call.arguments.action == "create":
            _create(call, datasets)
        elif call.arguments.action == "rescan":
            _rescan(call, datasets)
        else:
            _freeze(call, datasets, FrozenBook(premises.store.database))
    return 0


def _create(call: Call, datasets: Datasets) -> None:
    asked = call.arguments
    product, progress = asked.product, _progress(call)
    dataset, found = datasets.create(asked.name, asked.folder, NOBODY, product=product, progress=progress)
    _tell(call, datasets.book, dataset, found)


def _rescan(call: Call, datasets: Datasets) -> None:
    dataset = datasets.book.find(call.arguments.name)
    _tell(call, datasets.book, dataset, datasets.rescan(dataset, progress=_progress(call)))


def _freeze(call: Call, datasets: Datasets, frozen: FrozenBook) -> None:
    asked = call.arguments
    dataset = datasets.book.find(asked.name)
    kind = FrozenKind.GOLDEN if asked.action == "freeze" else FrozenKind.SNAPSHOT
    made = frozen.freeze(kind, asked.frozen, dataset, datasets.book.ids(dataset.id), asked.by)
    call.output.emit(_frozen_values(made), f"{made.name}: {len(made.images)} images, fingerprint {made.fingerprint}")


def _list(call: Call) -> int:
    home = home_at(call.home)
    if home.recipes.is_dir() and not home.database.exists():
        call.output.say("There is no dataset here yet.")
        return 0
    with closing(StationDatabase(home.database, read_only=True)) as database:
        if not has_labels(database):
            call.output.say("There is no dataset here yet.")
            return 0
        prepare(database)
        book = DatasetBook(database)
        for dataset in book.all():
            values = _values(book, dataset)
            line = "{name:<24} {product:<24} {images:>6} images, {done} done, {missing} missing  {folder}"
            call.output.emit(values, line.format(**values))
    return 0


def _values(book: DatasetBook, dataset: Dataset) -> dict[str, object]:
    counts = book.counts(dataset.id)
    return {
        "name": dataset.name,
        "product": dataset.product,
        "folder": str(dataset.folder),
        "images": counts.images,
        "done": counts.done,
        "missing": counts.missing,
        "created": dataset.created.isoformat(),
    }


def _frozen_values(frozen: FrozenSet) -> dict[str, object]:
    return {
        "name": frozen.name,
        "kind": frozen.kind.value,
        "dataset": frozen.dataset,
        "images": len(frozen.images),
        "author": frozen.author,
        "time": frozen.time.isoformat(),
        "fingerprint": frozen.fingerprint,
    }


def _tell(call: Call, book: DatasetBook, dataset: Dataset, found: Scan) -> None:
    """What a scan found; every file that cannot be used is named on standard error."""
    for fault in found.faults:
        call.output.complain(fault.trouble)
    bad = [{"path": fault.path, "what": fault.trouble.what} for fault in found.faults]
    added = len(found.fresh) - len(found.changed) - len(found.moved)
    values = _values(book, dataset) | {"added": added, "changed": found.changed}
    values |= {"moved": found.moved, "gone": found.missing, "bad": bad, "masks_left_out": found.masks}
    lines = [f"{dataset.name}: {values['images']} images of {dataset.folder}"]
    lines += [f"{len(bad)} files cannot be read and are left out."] if bad else []
    lines += [f"{found.masks} masks in ground_truth are left out: import them as mvtec."] if found.masks else []
    lines += [f"changed since, its label may no longer fit: {path}" for path in found.changed]
    lines += [f"moved: {old} -> {new}" for old, new in found.moved.items()]
    lines += [f"gone: {path}" for path in found.missing]
    call.output.emit(values, "\n".join(lines))


def _progress(call: Call) -> Callable[[int, int], None]:
    def show(done: int, total: int) -> None:
        if done == total or done % _TOLD_EVERY == 0:
            call.output.say(f"{done} of {total} images")

    return show


VERB = Verb(name="dataset", help="Make, list and freeze collections of images.", run=_run, add_arguments=_add_arguments)
