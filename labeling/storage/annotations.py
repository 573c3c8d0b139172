"""The versions of annotations: saved one after the other, never changed, never removed."""

from collections import Counter
from collections.abc import Iterable, Sequence
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
        texts = [annotation_text(new.annotation) for new in news]  # here: the one writer also records inspections

        def work(db: Database) -> list[AnnotationVersion]:
            save = _Saving(db, by=by, tool=tool, time=now)
            return [save(new, text) for new, text in zip(news, texts, strict=True)]

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
        """Put tags on many images and take others off, as new versions; returns how many images changed.

        When it is interrupted, some images have them and others not yet: doing it again is safe.
        """
        more, less = frozenset(add), frozenset(remove)
        pieces = chunks(list(dict.fromkeys(image_ids)))  # not all at once: inspections wait for the same writer
        return sum(self._tag(piece, by, more, less) for piece in pieces)

    def _tag(self, image_ids: list[int], by: str, more: frozenset[str], less: frozenset[str]) -> int:
        now = self._clock.wall()

        def work(db: Database) -> int:
            save = _Saving(db, by=by, tool="tags", time=now)
            return sum(_retag(save, image_id, more, less) for image_id in image_ids)

        return self._database.write(work)


def _retag(save: "_Saving", image_id: int, more: frozenset[str], less: frozenset[str]) -> bool:
    """Save an image's annotation with other tags, also when nobody has marked it yet; False when it has them already."""
    image, current = save.image(image_id), save.current(image_id)
    before = Annotation(width=image["width"], height=image["height"])
    if current is not None:
        before = read_annotation(current["content"])
    after = replace(before, tags=(before.tags | more) - less)
    if after.tags == before.tags:
        return False
    save(NewAnnotation(image_id=image_id, annotation=after, base=image["version"]), annotation_text(after))
    return True


class _Saving:
    """One person's act of saving, inside one transaction."""

    def __init__(self, db: Database, *, by: str, tool: str, time: datetime) -> None:
        if not by.strip():
            raise DatasetTrouble("An annotation needs an author.", "It is not saved.", "Sign in.")
        self._db = db
        self._facts: Row = {"author": by, "tool": tool, "time": time_text(time)}
        self._catalogs: dict[str, Catalog] = {}

    def __call__(self, new: NewAnnotation, text: str) -> AnnotationVersion:
        """Save one; `text` is that of its annotation."""
        image, current = self.image(new.image_id), self.current(new.image_id)
        if image["version"] != new.base:
            raise _conflict(image)
        self._check(new.annotation, image)
        if current is not None and current["content"] == text:
            return _version(current)
        row = self._facts | {"image": new.image_id, "number": new.base + 1, "content": text}
        insert_row(self._db, "annotation_versions", row)
        self._make_current(new)
        return _version(row, new.annotation)

    def image(self, image_id: int) -> Row:
        """The row of an image, with its product."""
        sql = "SELECT images.*, product FROM images JOIN datasets ON datasets.id = dataset WHERE images.id = ?"
        rows = query_rows(self._db, sql, [image_id])
        if not rows:
            what = say("There is no image {number} in any dataset.", number=image_id)
            raise DatasetTrouble(what, "Its annotation is not saved.", "Open the dataset again.")
        return rows[0]

    def current(self, image_id: int) -> Row | None:
        """The row of the last saved version."""
        rows = _current_rows(self._db, [image_id])
        return rows[0] if rows else None

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
        for defect in annotation.defects:
            self._catalog(image["product"]).find(defect.class_id)
            mask, (height, width) = defect.mask, defect.mask.pixels.shape
            if (
                min(mask.left, mask.top) < 0
                or mask.left + width > image["width"]
                or mask.top + height > image["height"]
            ):
                what = say("A defect lies outside of {path}.", path=image["path"])
                raise DatasetTrouble(what, "The annotation is not saved.", "Cut it to the image.")

    def _catalog(self, product: str) -> Catalog:
        if product not in self._catalogs:
            self._catalogs[product] = read_catalog(self._db, product)
        return self._catalogs[product]

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


def _conflict(image: Row) -> ConflictTrouble:
    return ConflictTrouble(
        say("{who} has saved {path} meanwhile.", who=image["author"] or "?", path=image["path"]),
        "Your annotation is not saved over it; it is still open here.",
        "Look at the other version in the history, then save yours as the next one or take that one over.",
    )


def _version(row: Row, annotation: Annotation | None = None) -> AnnotationVersion:
    return AnnotationVersion(
        annotation=annotation or read_annotation(row["content"]),
        number=row["number"],
        author=row["author"],
        time=time_value(row["time"]),
        tool=row["tool"],
    )
