"""The versions of annotations: saved one after the other, never changed, never removed."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database

from labeling.annotation import Annotation, AnnotationVersion
from labeling.catalog import Catalog
from labeling.records.datasets import ConflictTrouble, DatasetTrouble, NewAnnotation
from labeling.storage.annotation_text import annotation_text, read_annotation
from labeling.storage.catalog import read_catalog
from labeling.storage.image_rows import chunks
from vision.inspection import Clock, SystemClock, say
from vision.storage import StationDatabase
from vision.storage.records import Row, insert_row, query_rows
from vision.storage.values import time_text, time_value


class AnnotationBook:
    """The annotations of one station's images."""

    def __init__(self, database: StationDatabase, clock: Clock | None = None) -> None:
        self._database = database
        self._clock = clock or SystemClock()

    def save(self, new: NewAnnotation, by: str, tool: str) -> AnnotationVersion:
        """Make an annotation the image's next version; one that says what the current one says is not saved again.

        Raises:
            ConflictTrouble: somebody saved a version after `new.base`.
            DatasetTrouble: no such image, another size, a mask outside of it, or an empty author.
            CatalogTrouble: a defect class that the product does not have.
        """
        return self.save_all([new], by, tool)[0]

    def save_all(self, news: Sequence[NewAnnotation], by: str, tool: str) -> list[AnnotationVersion]:
        """Save several, all or none. Raises as `save` does."""
        now = self._clock.wall()

        def work(db: Database) -> list[AnnotationVersion]:
            save = _Saving(db, by=by, tool=tool, time=now)
            return [save(new) for new in news]

        return self._database.write(work)

    def current(self, image_id: int) -> AnnotationVersion | None:
        """The last saved version; None when nothing was ever saved."""
        found = self.currents([image_id])
        return found.get(image_id)

    def currents(self, image_ids: Iterable[int]) -> dict[int, AnnotationVersion]:
        """The last saved version of each image that has one."""
        ids = list(image_ids)

        def work(db: Database) -> dict[int, AnnotationVersion]:
            return {row["image"]: _version(row) for chunk in chunks(ids) for row in _current_rows(db, chunk)}

        return self._database.read(work)

    def history(self, image_id: int) -> list[AnnotationVersion]:
        """Every version, newest first."""
        sql = "SELECT * FROM annotation_versions WHERE image = ? ORDER BY number DESC"
        return [_version(row) for row in self._database.read(lambda db: query_rows(db, sql, [image_id]))]

    def version(self, image_id: int, number: int) -> AnnotationVersion:
        """One version. Raises `DatasetTrouble` when there is none of this number."""
        sql = "SELECT * FROM annotation_versions WHERE image = ? AND number = ?"
        rows = self._database.read(lambda db: query_rows(db, sql, [image_id, number]))
        if not rows:
            what = say("Image {image} has no annotation version {number}.", image=image_id, number=number)
            raise DatasetTrouble(what, "Nothing is changed.", "Choose one of its history.")
        return _version(rows[0])

    def restore(self, image_id: int, number: int, by: str, base: int) -> AnnotationVersion:
        """Save an old version again as the next one. Raises as `save` and `version` do."""
        old = self.version(image_id, number).annotation
        new = NewAnnotation(image_id=image_id, annotation=old, base=base)
        return self.save(new, by, f"restored version {number}")

    def tag(self, image_ids: Iterable[int], by: str, *, add: Iterable[str] = (), remove: Iterable[str] = ()) -> int:
        """Put tags on many images and take others off, as new versions; returns how many images changed."""
        more, less = frozenset(add), frozenset(remove)
        return self._change_all(image_ids, by, "tags", lambda old: replace(old, tags=(old.tags | more) - less))

    def _change_all(
        self, image_ids: Iterable[int], by: str, tool: str, change: Callable[[Annotation], Annotation]
    ) -> int:
        """Save what `change` makes of the current annotation of each image, empty ones included, all or none."""
        ids, now = list(dict.fromkeys(image_ids)), self._clock.wall()

        def work(db: Database) -> int:
            save, changed = _Saving(db, by=by, tool=tool, time=now), 0
            for image_id in ids:
                image, old = save.image(image_id), save.current(image_id)
                before = old.annotation if old else Annotation(width=image["width"], height=image["height"])
                after = change(before)
                if after != before:
                    save(NewAnnotation(image_id=image_id, annotation=after, base=image["version"]))
                    changed += 1
            return changed

        return self._database.write(work)


class _Saving:
    """One person's act of saving, inside one transaction."""

    def __init__(self, db: Database, *, by: str, tool: str, time: datetime) -> None:
        if not by.strip():
            raise DatasetTrouble("An annotation needs an author.", "It is not saved.", "Sign in.")
        self._db = db
        self._facts: Row = {"author": by, "tool": tool, "time": time_text(time)}
        self._catalogs: dict[str, Catalog] = {}

    def __call__(self, new: NewAnnotation) -> AnnotationVersion:
        image = self.image(new.image_id)
        current = self.current(new.image_id)
        if image["version"] != new.base:
            raise _conflict(image, current)
        self._check(new.annotation, image)
        if current is not None and current.annotation == new.annotation:
            return current
        row = self._facts | {"image": new.image_id, "number": new.base + 1, "content": annotation_text(new.annotation)}
        insert_row(self._db, "annotation_versions", row)
        self._make_current(new)
        return _version(row)

    def image(self, image_id: int) -> Row:
        sql = "SELECT images.*, product FROM images JOIN datasets ON datasets.id = dataset WHERE images.id = ?"
        rows = query_rows(self._db, sql, [image_id])
        if not rows:
            what = say("There is no image {number} in any dataset.", number=image_id)
            raise DatasetTrouble(what, "Its annotation is not saved.", "Open the dataset again.")
        return rows[0]

    def current(self, image_id: int) -> AnnotationVersion | None:
        rows = _current_rows(self._db, [image_id])
        return _version(rows[0]) if rows else None

    def _check(self, annotation: Annotation, image: Row) -> None:
        if (annotation.width, annotation.height) != (image["width"], image["height"]):
            raise DatasetTrouble(
                say(
                    "{path} is {width} x {height} pixels, the annotation {other_width} x {other_height}.",
                    path=image["path"],
                    width=image["width"],
                    height=image["height"],
                    other_width=annotation.width,
                    other_height=annotation.height,
                ),
                "It is not saved.",
                "Mark the image as it is now; older versions can still be seen in its history.",
            )
        product = image["product"]
        catalog = self._catalogs.setdefault(product, read_catalog(self._db, product))
        for defect in annotation.defects:
            catalog.find(defect.class_id)
            mask, (height, width) = defect.mask, defect.mask.pixels.shape
            if (
                min(mask.left, mask.top) < 0
                or mask.left + width > image["width"]
                or mask.top + height > image["height"]
            ):
                what = say("A defect lies outside of {path}.", path=image["path"])
                raise DatasetTrouble(what, "The annotation is not saved.", "Cut it to the image.")

    def _make_current(self, new: NewAnnotation) -> None:
        """Note on the image what its filters ask for."""
        sql = "UPDATE images SET version = ?, state = ?, author = ?, changed = ?, suspicion = NULL WHERE id = ?"
        facts = (self._facts["author"], self._facts["time"])
        self._db.conn.execute(sql, (new.base + 1, new.annotation.state.value, *facts, new.image_id))
        for table in ("image_tags", "image_classes"):
            self._db.conn.execute(f"DELETE FROM {table} WHERE image = ?", (new.image_id,))
        for tag in new.annotation.tags:
            insert_row(self._db, "image_tags", {"image": new.image_id, "tag": tag})
        for class_id, count in Counter(defect.class_id for defect in new.annotation.defects).items():
            insert_row(self._db, "image_classes", {"image": new.image_id, "class": class_id, "defects": count})


def _current_rows(db: Database, image_ids: list[int]) -> list[Row]:
    marks = ", ".join("?" for _ in image_ids)
    sql = f"""
        SELECT annotation_versions.* FROM images JOIN annotation_versions ON image = images.id AND number = version
        WHERE images.id IN ({marks})
    """
    return query_rows(db, sql, image_ids)


def _conflict(image: Row, current: AnnotationVersion | None) -> ConflictTrouble:
    who = current.author if current else "?"
    return ConflictTrouble(
        say("{who} has saved {path} meanwhile.", who=who, path=image["path"]),
        "Your annotation is not saved over it; it is still open here.",
        "Look at the other version in the history, then save yours as the next one or take that one over.",
    )


def _version(row: Row) -> AnnotationVersion:
    return AnnotationVersion(
        annotation=read_annotation(row["content"]),
        number=row["number"],
        author=row["author"],
        time=time_value(row["time"]),
        tool=row["tool"],
    )
