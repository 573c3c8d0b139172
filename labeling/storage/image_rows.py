"""Images of datasets as rows: reading them, and turning a query into SQL."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlite_utils import Database

from labeling.annotation import LabelState
from labeling.records.datasets import DatasetImage, ImageFile, ImageOrder, ImageQuery, ImageSource
from vision.storage.records import Row, query_rows
from vision.storage.values import time_value

CHUNK = 500
"""SQLite takes a bounded number of parameters per statement."""

_ORDERS = {
    ImageOrder.PATH: "path, id",
    ImageOrder.SCORE: "score IS NULL, score DESC, path, id",
    ImageOrder.SUSPICION: "suspicion IS NULL, suspicion DESC, path, id",
    ImageOrder.CHANGED: "changed IS NULL, changed DESC, path, id",
}

_FAMILY = """
    WITH RECURSIVE family (id) AS (
        SELECT ? UNION SELECT one.id FROM defect_classes AS one JOIN family ON one.merged_into = family.id
    )
    SELECT id FROM family
"""
"""A class and all that were merged into it."""

_TAGGED = "SELECT 1 FROM image_tags WHERE image = images.id"
_FOUND_IN = ("path", "lot", "author")


def chunks(ids: list[int]) -> Iterator[list[int]]:
    """Ids in pieces that one statement can take."""
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))


def find_images(db: Database, condition: str, arguments: Iterable[Any]) -> list[DatasetImage]:
    """The images of `SELECT ... FROM images <condition>`, in its order."""
    rows = query_rows(db, f"SELECT * FROM images {condition}", arguments)
    tags: dict[int, set[str]] = {row["id"]: set() for row in rows}
    classes: dict[int, dict[str, int]] = {row["id"]: {} for row in rows}
    for chunk in chunks(list(tags)):
        marks = ", ".join("?" for _ in chunk)
        for row in query_rows(db, f"SELECT * FROM image_tags WHERE image IN ({marks})", chunk):
            tags[row["image"]].add(row["tag"])
        for row in query_rows(db, f"SELECT * FROM image_classes WHERE image IN ({marks})", chunk):
            classes[row["image"]][row["class"]] = row["defects"]
    return [_image(row, frozenset(tags[row["id"]]), classes[row["id"]]) for row in rows]


def image_file(row: Row) -> ImageFile:
    """What a row tells of the file."""
    values = {name: row[name] for name in ImageFile.__dataclass_fields__}
    return ImageFile(**values | {"source": ImageSource(row["source"])})


def _image(row: Row, tags: frozenset[str], classes: dict[str, int]) -> DatasetImage:
    return DatasetImage(
        id=row["id"],
        dataset=row["dataset"],
        file=image_file(row),
        is_missing=bool(row["is_missing"]),
        version=row["version"],
        state=LabelState(row["state"]),
        author=row["author"],
        changed=None if row["changed"] is None else time_value(row["changed"]),
        tags=tags,
        classes=classes,
        suspicion=row["suspicion"],
    )


def let_fold(db: Database) -> None:
    """Give the SQL of `where` a comparison in which upper and lower case are alike in every script."""
    db.conn.create_function("folded", 1, lambda text: (text or "").casefold(), deterministic=True)


def order(query: ImageQuery) -> str:
    """The ORDER BY clause."""
    return f"ORDER BY {_ORDERS[query.order]}"


def where(dataset: int, query: ImageQuery) -> tuple[str, list[Any]]:
    """The WHERE clause of a query and its arguments; its text needs `let_fold`."""
    terms = [("dataset = ?", [dataset]), *_column_terms(query), *_table_terms(query)]
    return f"WHERE {' AND '.join(term for term, _ in terms)}", [value for _, values in terms for value in values]


def _column_terms(query: ImageQuery) -> Iterator[tuple[str, list[Any]]]:
    wanted = {
        "lot = ?": query.lot,
        "author = ?": query.author,
        "state = ?": query.state and query.state.value,
        "is_missing = ?": query.is_missing,
        "score >= ?": query.least_score,
        "score <= ?": query.most_score,
    }
    return ((term, [value]) for term, value in wanted.items() if value is not None)


def _table_terms(query: ImageQuery) -> Iterator[tuple[str, list[Any]]]:
    marked = "SELECT 1 FROM image_classes WHERE image = images.id"
    if query.tag is not None:
        yield f"EXISTS ({_TAGGED} AND tag = ?)", [query.tag]
    if query.class_id is not None:
        yield f"EXISTS ({marked} AND class IN ({_FAMILY}))", [query.class_id]
    if query.has_defects is not None:
        yield f"{'' if query.has_defects else 'NOT '}EXISTS ({marked})", []
    if query.text:
        terms = [f"instr(folded({column}), ?)" for column in _FOUND_IN]
        terms.append(f"EXISTS ({_TAGGED} AND instr(folded(tag), ?))")
        yield f"({' OR '.join(terms)})", [query.text.casefold()] * len(terms)
