"""Snapshots and golden sets: frozen once, signed, and checked each time they are read.

The tables refuse every change; a hand with its own SQL is noticed all the same: the fingerprint covers each line, each
line the hash of its annotation's content, and the audit log, whose entries are chained, has the fingerprint as well.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, replace

from sqlite_utils import Database

from labeling.annotation import LabelState
from labeling.catalog import name_key, proper_name
from labeling.records.datasets import Dataset, DatasetTrouble, FrozenImage, FrozenKind, FrozenSet
from labeling.storage.annotation_text import truth_hash
from labeling.storage.catalog import read_catalog
from vision.inspection import Clock, SystemClock, say
from vision.storage import StationDatabase
from vision.storage.audit import Change, append
from vision.storage.records import Row, insert_row, query_rows
from vision.storage.values import json_text, time_text, time_value

_UNLABELLED = ""


class FrozenBook:
    """The snapshots and golden sets of one station."""

    def __init__(self, database: StationDatabase, clock: Clock | None = None) -> None:
        self._database = database
        self._clock = clock or SystemClock()

    def freeze(self, kind: FrozenKind, name: str, dataset: Dataset, image_ids: Sequence[int], by: str) -> FrozenSet:
        """Freeze these images with their current annotations, signed by a person.

        Raises:
            DatasetTrouble: the name is taken, there is no image, a file is gone, or (golden) one is not labelled yet.
            NameTrouble: the name cannot be used.
        """
        name = proper_name(name)

        def work(db: Database) -> FrozenSet:
            _refuse_taken(db, name)
            images = _current_lines(db, kind, dataset, image_ids)
            catalog = read_catalog(db, dataset.product)
            classes = {one.id: catalog.find(one.id).name for one in catalog.classes}
            plain = FrozenSet(
                name=name,
                kind=kind,
                dataset=dataset.name,
                product=dataset.product,
                time=self._clock.wall(),
                author=by,
                classes=classes,
                images=images,
                fingerprint="",
            )
            frozen = replace(plain, fingerprint=fingerprint(plain))
            _insert(db, frozen, dataset)
            append(db, frozen.time, Change(who=by, action=_action(kind), subject=name, after=frozen.fingerprint))
            return frozen

        return self._database.write(work)

    def names(self, kind: FrozenKind) -> list[str]:
        """What was frozen, newest first."""
        sql = "SELECT name FROM frozen WHERE kind = ? ORDER BY id DESC"
        return [row["name"] for row in self._database.read(lambda db: query_rows(db, sql, [kind.value]))]

    def load(self, name: str) -> FrozenSet:
        """A frozen set, after all of it was checked against its fingerprint.

        Raises:
            DatasetTrouble: there is none of this name, or something was changed after it was frozen.
        """
        return self._database.read(lambda db: _checked(db, name))


def fingerprint(frozen: FrozenSet) -> str:
    """SHA-256 over everything that a frozen set says."""
    content = asdict(frozen) | {"fingerprint": None, "time": time_text(frozen.time), "classes": dict(frozen.classes)}
    return hashlib.sha256(json_text(content).encode()).hexdigest()


def _action(kind: FrozenKind) -> str:
    return f"{kind.value}.freeze"


def _refuse_taken(db: Database, name: str) -> None:
    if query_rows(db, "SELECT 1 AS found FROM frozen WHERE name_key = ?", [name_key(name)]):
        what = say("{name} is frozen already.", name=name)
        raise DatasetTrouble(what, "It stays as it is.", "Give the new one another name.")


def _current_lines(
    db: Database, kind: FrozenKind, dataset: Dataset, image_ids: Sequence[int]
) -> tuple[FrozenImage, ...]:
    sql = """
        SELECT images.id, path, sha256, version, state, is_missing, content FROM images
        LEFT JOIN annotation_versions ON image = images.id AND number = version WHERE dataset = ?
    """
    rows = {row["id"]: row for row in query_rows(db, sql, [dataset.id])}
    chosen = [rows[image_id] for image_id in dict.fromkeys(image_ids) if image_id in rows]
    if not chosen:
        raise DatasetTrouble("There is no image to freeze.", "Nothing is frozen.", "Choose images first.")
    gone = sum(row["is_missing"] for row in chosen)
    _refuse(gone, say("{count} of the images are gone."), say("Bring the files back."))
    if kind is FrozenKind.GOLDEN:
        open_ones = sum(row["state"] != LabelState.DONE.value for row in chosen)
        what = say("{count} of the images are not labelled to the end.")
        _refuse(open_ones, what, say("Finish them, or leave them out."))
    return tuple(map(_line, chosen))


def _refuse(count: int, what: str, remedy: str) -> None:
    if count:
        raise DatasetTrouble(say(what, count=count), "Nothing is frozen.", remedy)


def _line(row: Row) -> FrozenImage:
    truth = _UNLABELLED if row["content"] is None else truth_hash(row["content"])
    return FrozenImage(image_id=row["id"], path=row["path"], sha256=row["sha256"], version=row["version"], truth=truth)


def _insert(db: Database, frozen: FrozenSet, dataset: Dataset) -> None:
    row: Row = {"name": frozen.name, "name_key": name_key(frozen.name), "kind": frozen.kind.value}
    row |= {"dataset": dataset.id, "time": time_text(frozen.time), "author": frozen.author}
    row |= {"classes": json_text(dict(frozen.classes)), "fingerprint": frozen.fingerprint}
    number = insert_row(db, "frozen", row)
    for position, image in enumerate(frozen.images):
        line = asdict(image)
        insert_row(db, "frozen_images", line | {"frozen": number, "position": position, "image": line.pop("image_id")})


def _checked(db: Database, name: str) -> FrozenSet:
    sql = """
        SELECT frozen.*, datasets.name AS dataset_name, product FROM frozen JOIN datasets ON datasets.id = dataset
        WHERE frozen.name_key = ?
    """
    rows = query_rows(db, sql, [name_key(name)])
    if not rows:
        what = say("Nothing is frozen under the name {name}.", name=name)
        raise DatasetTrouble(what, "", "Choose a snapshot or golden set of the list.")
    frozen = _frozen(db, rows[0])
    sealed = query_rows(
        db,
        "SELECT after FROM audit WHERE action = ? AND subject = ? ORDER BY number LIMIT 1",
        [_action(frozen.kind), frozen.name],
    )
    is_sealed = bool(sealed) and json.loads(sealed[0]["after"]) == frozen.fingerprint
    if not is_sealed or fingerprint(frozen) != frozen.fingerprint or _changed_truths(db, rows[0]["id"]):
        what = say("{name} was changed after it was frozen.", name=frozen.name)
        raise DatasetTrouble(what, "It proves nothing any more.", "Restore the last backup, or freeze a new one.")
    return frozen


def _changed_truths(db: Database, number: int) -> bool:
    sql = """
        SELECT truth, content FROM frozen_images AS line
        LEFT JOIN annotation_versions AS saved ON saved.image = line.image AND saved.number = line.version
        WHERE frozen = ?
    """
    rows = query_rows(db, sql, [number])
    return any(row["truth"] != (truth_hash(row["content"]) if row["content"] else _UNLABELLED) for row in rows)


def _frozen(db: Database, row: Row) -> FrozenSet:
    lines = query_rows(db, "SELECT * FROM frozen_images WHERE frozen = ? ORDER BY position", [row["id"]])
    names = ("path", "sha256", "version", "truth")
    images = (FrozenImage(image_id=line["image"], **{name: line[name] for name in names}) for line in lines)
    return FrozenSet(
        name=row["name"],
        kind=FrozenKind(row["kind"]),
        dataset=row["dataset_name"],
        product=row["product"],
        time=time_value(row["time"]),
        author=row["author"],
        classes=json.loads(row["classes"]),
        images=tuple(images),
        fingerprint=row["fingerprint"],
    )
