"""Datasets and their images: what is there, and paged questions about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Literal

from sqlite_utils import Database

from labeling.catalog import name_key, proper_name
from labeling.records.datasets import (
    Dataset,
    DatasetCounts,
    DatasetImage,
    DatasetTrouble,
    FilterChoices,
    ImageFile,
    ImageQuery,
    ImageSource,
)
from labeling.storage.image_rows import chunks, find_images, image_file, let_fold, order, where
from vision.inspection import Clock, SystemClock, say
from vision.storage import StationDatabase
from vision.storage.records import Row, insert_row, query_rows
from vision.storage.values import finite, time_text, time_value

ALL_IMAGES = ImageQuery()
"""The query that narrows nothing."""


class DatasetBook:
    """The datasets of one station."""

    def __init__(self, database: StationDatabase, clock: Clock | None = None) -> None:
        self._database = database
        self._clock = clock or SystemClock()

    def check_free(self, name: str) -> None:
        """Raise `DatasetTrouble` when there is a dataset of this name, `NameTrouble` when it cannot be one's."""
        self._database.read(lambda db: _refuse_taken(db, proper_name(name)))

    def create(self, name: str, folder: Path, by: str, product: str | None = None) -> Dataset:
        """Add an empty dataset; without a product it is one of its own name.

        Raises:
            DatasetTrouble: there is one of this name.
            NameTrouble: the name cannot be used.
        """
        name = proper_name(name)
        row: Row = {"name": name, "name_key": name_key(name), "product": product or name, "folder": str(folder)}
        row |= {"created": time_text(self._clock.wall()), "author": by}

        def work(db: Database) -> Dataset:
            _refuse_taken(db, name)
            return _dataset(row | {"id": insert_row(db, "datasets", row)})

        return self._database.write(work)

    def all(self) -> list[Dataset]:
        """Every dataset, by name."""
        rows = self._database.read(lambda db: query_rows(db, "SELECT * FROM datasets ORDER BY name_key"))
        return [_dataset(row) for row in rows]

    def find(self, name: str) -> Dataset:
        """The dataset of this name, upper and lower case alike. Raises `DatasetTrouble` when there is none."""
        sql = "SELECT * FROM datasets WHERE name_key = ?"
        rows = self._database.read(lambda db: query_rows(db, sql, [name_key(name)]))
        if not rows:
            what = say("There is no dataset {name}.", name=name)
            raise DatasetTrouble(what, "Nothing is changed.", "Choose one of loupe dataset list, or create it.")
        return _dataset(rows[0])

    def counts(self, dataset: int) -> DatasetCounts:
        """How far a dataset is."""
        sql = """
            SELECT count(*) AS images, coalesce(sum(state = 'done'), 0) AS done, coalesce(sum(is_missing), 0) AS missing
            FROM images WHERE dataset = ?
        """
        return DatasetCounts(**self._database.read(lambda db: query_rows(db, sql, [dataset]))[0])

    def files(self, dataset: int, source: ImageSource = ImageSource.FOLDER) -> dict[str, ImageFile]:
        """By path, what is known of the images of one source, missing ones too."""
        sql = "SELECT * FROM images WHERE dataset = ? AND source = ?"
        rows = self._database.read(lambda db: query_rows(db, sql, [dataset, source.value]))
        return {row["path"]: image_file(row) for row in rows}

    def put(self, dataset: int, files: Iterable[ImageFile]) -> None:
        """Add images, or bring those of the same source and path up to date; what was labelled stays."""
        rows = [asdict(file) | {"dataset": dataset, "source": file.source.value} for file in files]
        columns = ("dataset", *ImageFile.__dataclass_fields__)
        kept = ("dataset", "source", "path", "inspection_id", "lot", "score")
        updates = ", ".join(f"{name} = excluded.{name}" for name in columns if name not in kept)
        sql = (
            f"INSERT INTO images ({', '.join(columns)}) VALUES ({', '.join(f':{name}' for name in columns)}) "
            f"ON CONFLICT (dataset, source, path) DO UPDATE SET {updates}, is_missing = 0"
        )
        self._database.write(lambda db: db.conn.executemany(sql, rows).rowcount)

    def move(self, dataset: int, paths: Mapping[str, str]) -> None:
        """Images of the folder that lie elsewhere in it now: old path -> new path; what was labelled goes with them."""
        sql = "UPDATE images SET path = ?, is_missing = 0 WHERE dataset = ? AND source = 'folder' AND path = ?"
        rows = [(new, dataset, old) for old, new in paths.items()]
        self._database.write(lambda db: db.conn.executemany(sql, rows).rowcount)

    def note_missing(self, dataset: int, missing: Iterable[str]) -> None:
        """Which images of the folder are gone; all others are there."""
        gone = [(dataset, path) for path in missing]

        def work(db: Database) -> None:
            folder = "dataset = ? AND source = 'folder'"
            db.conn.execute(f"UPDATE images SET is_missing = 0 WHERE {folder} AND is_missing", (dataset,))
            db.conn.executemany(f"UPDATE images SET is_missing = 1 WHERE {folder} AND path = ?", gone)

        self._database.write(work)

    def note(self, column: Literal["score", "suspicion"], values: Mapping[int, float | None]) -> None:
        """Store a figure of images by their id; NaN and None take it away."""
        rows = [(finite(value), image_id) for image_id, value in values.items()]
        self._database.write(
            lambda db: db.conn.executemany(f"UPDATE images SET {column} = ? WHERE id = ?", rows).rowcount
        )

    def image(self, image_id: int) -> DatasetImage:
        """One image. Raises `DatasetTrouble` when there is none of this id."""
        found = self._database.read(lambda db: find_images(db, "WHERE id = ?", [image_id]))
        if not found:
            what = say("There is no image {number} in any dataset.", number=image_id)
            raise DatasetTrouble(what, "Nothing is changed.", "Open the dataset again.")
        return found[0]

    def images(self, image_ids: Sequence[int]) -> list[DatasetImage]:
        """These images, in this order; unknown ids are left out. With `ids` the fastest way through a filmstrip."""

        def work(db: Database) -> list[DatasetImage]:
            found: list[DatasetImage] = []
            for chunk in chunks(list(image_ids)):
                found += find_images(db, f"WHERE id IN ({', '.join('?' for _ in chunk)})", chunk)
            return found

        found = {image.id: image for image in self._database.read(work)}
        return [found[image_id] for image_id in image_ids if image_id in found]

    def page(
        self, dataset: int, query: ImageQuery = ALL_IMAGES, *, offset: int = 0, limit: int = 100
    ) -> list[DatasetImage]:
        """A page of a query; -1 is no limit."""
        clause, arguments = where(dataset, query)
        condition = f"{clause} {order(query)} LIMIT ? OFFSET ?"

        def work(db: Database) -> list[DatasetImage]:
            let_fold(db)
            return find_images(db, condition, [*arguments, limit, offset])

        return self._database.read(work)

    def ids(self, dataset: int, query: ImageQuery = ALL_IMAGES) -> list[int]:
        """The ids of all images of a query, in its order: what a filmstrip needs to know its length and its places."""
        clause, arguments = where(dataset, query)

        def work(db: Database) -> list[int]:
            let_fold(db)
            return [row["id"] for row in query_rows(db, f"SELECT id FROM images {clause} {order(query)}", arguments)]

        return self._database.read(work)

    def choices(self, dataset: int) -> FilterChoices:
        """What there is to filter by."""
        questions = {
            "lots": "SELECT DISTINCT lot AS word FROM images WHERE dataset = ? AND lot IS NOT NULL",
            "tags": "SELECT DISTINCT tag AS word FROM image_tags JOIN images ON id = image WHERE dataset = ?",
            "authors": "SELECT DISTINCT author AS word FROM images WHERE dataset = ? AND author IS NOT NULL",
        }

        def work(db: Database) -> FilterChoices:
            answers = {name: query_rows(db, f"{sql} ORDER BY word", [dataset]) for name, sql in questions.items()}
            return FilterChoices(**{name: tuple(row["word"] for row in rows) for name, rows in answers.items()})

        return self._database.read(work)


def _refuse_taken(db: Database, name: str) -> None:
    if query_rows(db, "SELECT 1 AS found FROM datasets WHERE name_key = ?", [name_key(name)]):
        what = say("There is a dataset {name} already.", name=name)
        raise DatasetTrouble(what, "Nothing is changed.", "Choose another name.")


def _dataset(row: Row) -> Dataset:
    return Dataset(
        id=row["id"],
        name=row["name"],
        product=row["product"],
        folder=Path(row["folder"]),
        created=time_value(row["created"]),
        author=row["author"],
    )
