"""The defect catalogs of the products. Every change names who made it and is in the audit log; nothing is deleted."""

import json
import uuid
from dataclasses import asdict, replace

from sqlite_utils import Database

from labeling.catalog import Catalog, CatalogTrouble, DefectClass, Example, Severity, name_key, proper_name
from vision.inspection import Clock, SystemClock, say
from vision.storage import AuditEntry, AuditLog, StationDatabase
from vision.storage.audit import Change, append
from vision.storage.records import Row, insert_row, query_rows
from vision.storage.values import json_text

_SUBJECT = "defect class "


class CatalogBook:
    """The catalogs of one station."""

    def __init__(self, database: StationDatabase, clock: Clock | None = None) -> None:
        self._database = database
        self._clock = clock or SystemClock()

    def catalog(self, product: str) -> Catalog:
        """All classes of a product; empty for a product that has none yet."""
        return self._database.read(lambda db: read_catalog(db, product))

    def products(self) -> list[str]:
        """The products that have a catalog, by name."""
        sql = "SELECT DISTINCT product FROM defect_classes ORDER BY product"
        return [row["product"] for row in self._database.read(lambda db: query_rows(db, sql))]

    def add(
        self, product: str, name: str, by: str, *, severity: Severity = Severity.MAJOR, sentence: str = ""
    ) -> DefectClass:
        """Add a class with a free colour and key; `change` gives it others.

        Raises:
            CatalogTrouble: the product has a class of this name.
            NameTrouble: the name cannot be used.
        """
        plain = DefectClass(
            id=uuid.uuid4().hex,
            product=product,
            name=proper_name(name),
            colour="#FFFFFF",
            severity=severity,
            sentence=sentence,
        )

        def work(db: Database) -> DefectClass:
            catalog = read_catalog(db, product)
            new = replace(plain, colour=catalog.free_colour(), key=catalog.free_key())
            _refuse_clash(catalog, new)
            insert_row(db, "defect_classes", _row(new) | {"id": new.id, "position": len(catalog.classes)})
            self._note(db, by, "add", new.id, None, new)
            return new

        return self._database.write(work)

    def change(self, changed: DefectClass, by: str) -> DefectClass:
        """Store a class as it is now wanted (`dataclasses.replace` of what `catalog` gave); the id stays.

        Raises:
            CatalogTrouble: unknown or merged, or another class has this name or key.
            NameTrouble: the new name cannot be used.
        """
        new = replace(changed, name=proper_name(changed.name), merged_into=None)

        def work(db: Database) -> DefectClass:
            catalog = read_catalog(db, new.product)
            before = _in_use(catalog, new.id)
            _refuse_clash(catalog, new)
            row = _row(new)
            columns = ", ".join(f"{column} = ?" for column in row)
            db.conn.execute(f"UPDATE defect_classes SET {columns} WHERE id = ?", (*row.values(), new.id))
            self._note(db, by, "change", new.id, before, new)
            return new

        return self._database.write(work)

    def merge(self, product: str, class_id: str, into: str, by: str) -> None:
        """Let a class be taken over by another: its id stands for that one from now on, and old versions stay readable.

        Raises:
            CatalogTrouble: one of them is unknown or merged already, or both are the same.
        """

        def work(db: Database) -> None:
            catalog = read_catalog(db, product)
            gone, kept = _in_use(catalog, class_id), _in_use(catalog, into)
            if gone == kept:
                raise CatalogTrouble("A class cannot be merged into itself.", "Nothing is changed.", "Choose another.")
            db.conn.execute("UPDATE defect_classes SET merged_into = ? WHERE id = ?", (kept.id, gone.id))
            self._note(db, by, "merge", gone.id, gone, replace(gone, merged_into=kept.id))

        self._database.write(work)

    def history(self, class_id: str) -> list[AuditEntry]:
        """Every change of a class, oldest first, with its values before and after."""
        entries = AuditLog(self._database).entries()
        return [entry for entry in reversed(entries) if entry.subject == _SUBJECT + class_id]

    def _note(
        self, db: Database, by: str, verb: str, class_id: str, before: DefectClass | None, after: DefectClass
    ) -> None:
        old = None if before is None else asdict(before)
        change = Change(who=by, action=f"catalog.{verb}", subject=_SUBJECT + class_id, before=old, after=asdict(after))
        append(db, self._clock.wall(), change)


def read_catalog(db: Database, product: str) -> Catalog:
    """The catalog of a product, inside a transaction of the caller."""
    rows = query_rows(db, "SELECT * FROM defect_classes WHERE product = ? ORDER BY position", [product])
    return Catalog(product=product, classes=tuple(map(_class, rows)))


def _in_use(catalog: Catalog, class_id: str) -> DefectClass:
    found = catalog.find(class_id)
    if found.id != class_id:
        what = say("This defect class was merged into {name}.", name=found.name)
        raise CatalogTrouble(what, "Nothing is changed.", "Change that one.")
    return found


def _refuse_clash(catalog: Catalog, new: DefectClass) -> None:
    same_name = catalog.named(new.name)
    if same_name is not None and same_name.id != new.id:
        what = say("{product} has a defect class {name} already.", product=new.product, name=same_name.name)
        raise CatalogTrouble(what, "Nothing is changed.", "Choose another name, or merge the two.")
    same_key = catalog.with_key(new.key) if new.key is not None else None
    if same_key is not None and same_key.id != new.id:
        what = say("Key {key} belongs to {name}.", key=new.key, name=same_key.name)
        raise CatalogTrouble(what, "Nothing is changed.", "Choose another key.")


def _row(value: DefectClass) -> Row:
    """The columns that may change."""
    return {
        "product": value.product,
        "name": value.name,
        "name_key": name_key(value.name),
        "colour": value.colour.upper(),
        "severity": value.severity.value,
        "key": value.key,
        "sentence": value.sentence,
        "example": None if value.example is None else json_text(asdict(value.example)),
    }


def _class(row: Row) -> DefectClass:
    values = {name: row[name] for name in ("id", "product", "name", "colour", "key", "sentence", "merged_into")}
    example = None if row["example"] is None else Example(**json.loads(row["example"]))
    return DefectClass(severity=Severity(row["severity"]), example=example, **values)
