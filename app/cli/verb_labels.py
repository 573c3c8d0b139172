"""`loupe labels import PATH` and `loupe labels export PATH`: labels of a dataset, in and out in other tools' formats."""

from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any

from app.cli.verb import Actions, Call, Verb, words
from app.compose import open_station
from app.session import NOBODY
from labeling.datasets import Datasets
from labeling.datasets.labels import DatasetLabels, Imported
from labeling.exchange import FORMATS, BadEntry, ExchangeTrouble, Reading, Remark, format_named, losses, write_labels
from vision.inspection import Trouble, say

_MOST_REMARKS = 5
"""Of one kind; the rest is counted."""


def _add_arguments(parser: ArgumentParser) -> None:
    actions = Actions(parser)
    come = actions.add("import", "Labels of another tool become annotations of a dataset's images.")
    _add_common(come, "the labels: a file (COCO, LabelMe, CSV) or a folder")
    come.add_argument("--skip-bad", action="store_true", help="import the good entries though there are bad ones")
    come.add_argument("--by", type=words, metavar="PERSON", default=NOBODY, help="the author of the new annotations")
    go = actions.add("export", "Write a dataset's annotations for other tools; what is lost is listed first.")
    _add_common(go, "a new file or an empty folder")


def _add_common(parser: ArgumentParser, path: str) -> None:
    parser.add_argument("path", type=Path, metavar="PATH", help=path)
    parser.add_argument("--format", required=True, choices=[*FORMATS], metavar="FORMAT", help=", ".join(FORMATS))
    parser.add_argument("--dataset", required=True, type=words, metavar="NAME")


def _run(call: Call) -> int:
    with _labels(call) as labels:
        return {"import": _import, "export": _export}[call.arguments.action](call, labels)


@contextmanager
def _labels(call: Call) -> Iterator[DatasetLabels]:
    with open_station(call.home) as premises:
        database = premises.store.database
        datasets = Datasets(premises.home, database)
        yield DatasetLabels(database, datasets, datasets.book.find(call.arguments.dataset))


def _import(call: Call, labels: DatasetLabels) -> int:
    format_ = format_named(call.arguments.format)
    reading = labels.read(call.arguments.path, format_)
    for bad in reading.bad:
        call.output.complain(_placed(bad))
    if reading.bad and not call.arguments.skip_bad:
        raise _refused(reading)
    imported = labels.save(reading, call.arguments.by, f"import from {format_.title}")
    call.output.emit(_values(imported, reading), "\n".join(_lines(imported, reading)))
    return 0


def _placed(bad: BadEntry) -> Trouble:
    trouble = bad.trouble
    return Trouble(say("{where}: {what}", where=bad.where, what=trouble.what), trouble.meaning, trouble.remedy)


def _refused(reading: Reading) -> ExchangeTrouble:
    count = len(reading.bad)
    what = say("1 entry is bad.") if count == 1 else say("{count} entries are bad.", count=count)
    return ExchangeTrouble(what, "Nothing is imported.", "Mend them, or import the good ones with --skip-bad.")


def _values(imported: Imported, reading: Reading) -> dict[str, Any]:
    return {
        "images": imported.images,
        "changed": imported.changed,
        "defects": sum(len(image.marks or ()) for image in reading.images),
        "new_classes": imported.new_classes,
        "bad": [{"where": bad.where, "what": bad.trouble.what, "remedy": bad.trouble.remedy} for bad in reading.bad],
        "remarks": [{"where": remark.where, "what": remark.what} for remark in reading.remarks],
    }


def _lines(imported: Imported, reading: Reading) -> Iterator[str]:
    yield f"{_counted(imported.images, 'image')}, {imported.changed} of them changed."
    if imported.new_classes:
        yield f"New in the catalog: {', '.join(imported.new_classes)}."
    if reading.bad:
        yield f"Left out: {_counted(len(reading.bad), 'bad entry', 'bad entries')}."
    by_kind = sorted(reading.remarks, key=lambda remark: remark.what.template)
    for _, remarks in groupby(by_kind, key=lambda remark: remark.what.template):
        yield from _told([*remarks])


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def _told(remarks: list[Remark]) -> Iterator[str]:
    for remark in remarks[:_MOST_REMARKS]:
        yield f"{remark.where}: {remark.what}"
    if len(remarks) > _MOST_REMARKS:
        yield f"... and {len(remarks) - _MOST_REMARKS} more like this."


def _export(call: Call, labels: DatasetLabels) -> int:
    format_ = format_named(call.arguments.format)
    images = labels.labelled()
    lost = losses(images, format_)
    for loss in lost:
        call.output.say(loss.what)
    path = write_labels(images, labels.classes(), format_, call.arguments.path)
    values = {"path": str(path), "images": len(images), "losses": {loss.trait.value: loss.count for loss in lost}}
    call.output.emit(values, f"{_counted(len(images), 'image')} written to {path}.")
    return 0


VERB = Verb(name="labels", help="Labels of a dataset in other tools' formats.", run=_run, add_arguments=_add_arguments)
