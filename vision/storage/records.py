"""Inspection records as rows: inserting them, and finding them again."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from vision.inspection import InspectionRecord, Part, Sentence, Verdict, ViewRecord
from vision.storage.durations import RECORDED_MS
from vision.storage.frames import FrameFile
from vision.storage.values import finite, json_text, memo_text, sentence_value, time_text, time_value

Row = dict[str, Any]

_CHUNK = 500
"""SQLite takes a bounded number of parameters per statement."""


@dataclass(frozen=True, kw_only=True)
class Intent:
    """A trigger was accepted: what is known before the first frame comes."""

    inspection_id: str
    time: datetime
    """Wall clock at the trigger, UTC."""
    monotonic_s: float
    part: Part
    operator: str | None
    station: str
    recipe: str
    recipe_version: int
    recipe_hash: str
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class RecordQuery:
    """Which records. Every field narrows; the empty query is all of them."""

    lot: str | None = None
    serial: str | None = None
    text: str | None = None
    """Found anywhere in serial, lot, recipe or reason, as the beginning of an inspection id, or as a part's whole number;
    upper and lower case alike."""
    spoken: Callable[[Sentence], str] | None = None
    """How a reason is read where the question is asked: `text` is looked for in those words too. None is English only."""
    verdicts: frozenset[Verdict] = frozenset()
    """Empty means every verdict."""
    recipe: str | None = None
    since: datetime | None = None
    """At or after."""
    until: datetime | None = None
    """Before."""
    oldest_first: bool = True
    limit: int | None = None
    """At most so many, counted from the end that comes first; used by `records` only."""


def query_rows(db: Database, sql: str, arguments: Iterable[Any] = ()) -> list[Row]:
    """The rows of a SELECT as dictionaries."""
    cursor = db.conn.execute(sql, tuple(arguments))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def insert_row(db: Database, table: str, row: Mapping[str, Any]) -> int:
    """Insert one row as it is; returns its rowid. Plain SQL: sqlite-utils would look the schema up every time."""
    columns = ", ".join(row)
    marks = ", ".join("?" for _ in row)
    values = tuple(map(_storable, row.values()))
    cursor = db.conn.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)
    return cursor.lastrowid or 0


def _storable(value: Any) -> Any:
    """File names on Linux may be no valid text; SQLite stores text only, so their odd bytes are written out."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value


def insert_intent(db: Database, intent: Intent, process: str) -> int:
    """Insert an open intent; returns the sequence number it got."""
    row = {field.name: getattr(intent, field.name) for field in fields(intent)}
    part = row.pop("part")
    row |= {
        "time": time_text(intent.time),
        "serial": part.serial,
        "lot": part.lot,
        "process": process,
    }
    return insert_row(db, "intents", row)


def intent_of(row: Row) -> tuple[int, Intent]:
    """The (sequence, intent) of a row."""
    names = {field.name for field in fields(Intent)} - {"part", "time"}
    values = {name: row[name] for name in names}
    part = Part(serial=row["serial"], lot=row["lot"])
    return row["sequence"], Intent(part=part, time=time_value(row["time"]), **values)


def insert_record(db: Database, record: InspectionRecord, files: Mapping[str, FrameFile | None]) -> None:
    """Insert a record with its views. `files`: by image path, what the stored file tells of itself."""
    row = {field.name: getattr(record, field.name) for field in fields(record)}
    part, views = row.pop("part"), row.pop("views")
    row |= {
        "time": time_text(record.time),
        "serial": part.serial,
        "lot": part.lot,
        "verdict": record.verdict.value,
        "reason_memo": memo_text(record.reason),
    }
    row |= {name: finite(row[name]) for name in ("score", "latency_ms", "recorded_ms")}
    insert_row(db, "inspections", row)
    for position, view in enumerate(views):
        insert_row(
            db,
            "views",
            _view_row(record.sequence, position, view, files.get(view.image or "")),
        )


def _view_row(sequence: int, position: int, view: ViewRecord, file: FrameFile | None) -> Row:
    row = {field.name: getattr(view, field.name) for field in fields(view)}
    row |= {"sequence": sequence, "position": position, "verdict": view.verdict.value}
    row["reason_memo"] = memo_text(view.reason)
    row |= {name: finite(row[name]) for name in ("score", "t1", "t2")}
    row["map_summary"] = None if view.map_summary is None else json_text(view.map_summary)
    row |= {"bit_depth": file.bit_depth, "image_bytes": file.byte_count} if file else {}
    return row


def find_records(db: Database, condition: str, arguments: Iterable[Any]) -> list[InspectionRecord]:
    """The records of `SELECT ... FROM inspections <condition>`, in its order."""
    # The last of two columns of one name counts.
    rows = query_rows(db, f"SELECT *, {RECORDED_MS} AS recorded_ms FROM inspections {condition}", arguments)
    views: dict[int, list[ViewRecord]] = {row["sequence"]: [] for row in rows}
    sequences = list(views)
    for start in range(0, len(sequences), _CHUNK):
        chunk = sequences[start : start + _CHUNK]
        marks = ", ".join("?" for _ in chunk)
        sql = f"SELECT * FROM views WHERE sequence IN ({marks}) ORDER BY sequence, position"
        for row in query_rows(db, sql, chunk):
            views[row["sequence"]].append(_view_of(row))
    return [_record_of(row, tuple(views[row["sequence"]])) for row in rows]


def _record_of(row: Row, views: tuple[ViewRecord, ...]) -> InspectionRecord:
    values = {field.name: row[field.name] for field in fields(InspectionRecord) if field.name in row}
    values |= {
        "time": time_value(row["time"]),
        "verdict": Verdict(row["verdict"]),
        "reason": sentence_value(row["reason"], row["reason_memo"]),
        "views": views,
    }
    return InspectionRecord(part=Part(serial=row["serial"], lot=row["lot"]), **values)


def _view_of(row: Row) -> ViewRecord:
    values = {field.name: row[field.name] for field in fields(ViewRecord)}
    summary = row["map_summary"]
    values |= {
        "verdict": Verdict(row["verdict"]),
        "reason": sentence_value(row["reason"], row["reason_memo"]),
        "map_summary": None if summary is None else json.loads(summary),
    }
    return ViewRecord(**values)


def where(query: RecordQuery, after: int | None = None) -> tuple[str, list[Any]]:
    """The WHERE clause of a query and its arguments. `after`: only what follows this sequence in the query's order."""
    terms: list[tuple[str, list[Any]]] = [
        (f"{column} = ?", [value])
        for column, value in (
            ("lot", query.lot),
            ("serial", query.serial),
            ("recipe", query.recipe),
        )
        if value is not None
    ]
    if query.verdicts:
        marks = ", ".join("?" for _ in query.verdicts)
        terms.append(
            (
                f"verdict IN ({marks})",
                [verdict.value for verdict in sorted(query.verdicts)],
            )
        )
    if query.since is not None:
        terms.append(("time >= ?", [time_text(query.since)]))
    if query.until is not None:
        terms.append(("time < ?", [time_text(query.until)]))
    if query.text:
        terms.append(_text_term(query.text, is_spoken=query.spoken is not None))
    if after is not None:
        terms.append((f"sequence {'>' if query.oldest_first else '<'} ?", [after]))
    clause = " AND ".join(term for term, _ in terms)
    return (f"WHERE {clause}" if clause else ""), [value for _, values in terms for value in values]


def let_speak(db: Database, spoken: Callable[[Sentence], str]) -> None:
    """Give the SQL of `where` the reasons in other words."""

    def words(reason: str, memo: str | None) -> str:
        return spoken(sentence_value(reason, memo)).casefold()

    db.conn.create_function("spoken", 2, words)


def _text_term(text: str, *, is_spoken: bool) -> tuple[str, list[Any]]:
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    anywhere = ("serial", "lot", "recipe", "reason")
    terms = [f"{column} LIKE ? ESCAPE '\\'" for column in anywhere]
    terms += ["inspection_id LIKE ? ESCAPE '\\'", "CAST(sequence AS TEXT) = ?"]
    values = [*[f"%{escaped}%"] * len(anywhere), f"{escaped}%", text]
    if is_spoken:
        terms.append("(reason <> '' AND instr(spoken(reason, reason_memo), ?) > 0)")
        values.append(text.casefold())
    return f"({' OR '.join(terms)})", values


def order(query: RecordQuery) -> str:
    """The ORDER BY clause: the sequence is the order that counts."""
    return f"ORDER BY sequence {'ASC' if query.oldest_first else 'DESC'}"
