"""The review entries and the audit's rates as rows."""

import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np
from sqlite_utils import Database

from labeling.records.reviews import (
    Act,
    AuditRate,
    Decision,
    Disposition,
    Finding,
    Judgement,
    ReviewedPart,
    ReviewEntry,
    SeenDefect,
)
from labeling.storage.open_parts import OpenPart, OpenParts, follow
from vision.inspection import Verdict
from vision.storage import StationDatabase
from vision.storage.audit import Change, append
from vision.storage.records import Row, insert_row, query_rows
from vision.storage.values import finite, time_text, time_value

_CHUNK = 500
_SALT_BYTES = 32

Entries = list[ReviewEntry]


class ReviewBook:
    """The reviews of one station. Thread-safe; what was added is on disk when a call returns."""

    def __init__(self, database: StationDatabase) -> None:
        self._database = database
        self.open = OpenParts(database)
        """What nobody has decided yet; `add` keeps it in step."""

    def add(
        self,
        entry: ReviewEntry,
        check: Callable[[Entries], None] = lambda _before: None,
        reopened: OpenPart | None = None,
    ) -> ReviewEntry:
        """Keep an entry, unless `check` raises over what is on the part already; returns it with its number.

        Reading, checking and writing are one transaction: of two hands that decide at once, the second is refused.
        `reopened` is the part when it waits again from now on.
        """

        def work(db: Database) -> int:
            inspection_id = entry.part.inspection_id
            check(_read(db, "inspection_id = ? ORDER BY number", [inspection_id]))
            follow(db, entry, reopened)
            return insert_row(db, "review_entries", _row(entry))

        return replace(entry, number=self._database.write(work))

    def of(self, inspection_ids: Sequence[str]) -> dict[str, Entries]:
        """The entries on some parts, oldest first; a part without entries is no key."""
        found: dict[str, Entries] = {}
        for start in range(0, len(inspection_ids), _CHUNK):
            chunk = inspection_ids[start : start + _CHUNK]
            marks = ", ".join("?" for _ in chunk)
            for entry in self._entries(f"inspection_id IN ({marks}) ORDER BY number", chunk):
                found.setdefault(entry.part.inspection_id, []).append(entry)
        return found

    def since(self, time: datetime) -> Entries:
        """Everything done at or after a moment, oldest first."""
        return self._entries("time >= ? ORDER BY number", [time_text(time)])

    def on_ok_parts(self, recipe: str, versions: Sequence[int]) -> Entries:
        """Everything done on parts that these recipe versions judged OK, oldest first."""
        marks = ", ".join("?" for _ in versions)
        condition = f"verdict = 'OK' AND recipe = ? AND recipe_version IN ({marks}) ORDER BY number"
        return self._entries(condition, [recipe, *versions])

    def _entries(self, condition: str, arguments: Iterable[object]) -> Entries:
        return self._database.read(lambda db: _read(db, condition, arguments))

    # ---- the audit

    def salt(self) -> bytes:
        """The secret that the draw is made with; made at the first use, the same for ever."""
        sql = "SELECT salt FROM audit_salt"
        if rows := self._database.read(lambda db: query_rows(db, sql)):
            return bytes(rows[0]["salt"])

        def make(db: Database) -> bytes:
            db.conn.execute("INSERT OR IGNORE INTO audit_salt VALUES (1, ?)", (secrets.token_bytes(_SALT_BYTES),))
            return bytes(query_rows(db, sql)[0]["salt"])

        return self._database.write(make)

    def rates(self) -> tuple[AuditRate, ...]:
        """Every rate that was ever set, oldest first."""
        rows = self._database.read(lambda db: query_rows(db, "SELECT * FROM audit_rates ORDER BY number"))
        return tuple(
            AuditRate(
                share=row["share"], after_sequence=row["after_sequence"], who=row["who"], time=time_value(row["time"])
            )
            for row in rows
        )

    def set_rate(self, rate: AuditRate, time: datetime) -> None:
        """Set the rate for the parts that follow, and say so in the audit log."""
        row: Row = {"share": rate.share, "after_sequence": rate.after_sequence, "who": rate.who}
        before = next(iter(self.rates()[-1:]), None)
        change = Change(
            who=rate.who,
            action="review.audit_rate",
            subject="review",
            before=before.share if before else 0.0,
            after=rate.share,
        )

        def work(db: Database) -> None:
            insert_row(db, "audit_rates", row | {"time": time_text(time)})
            append(db, time, change)

        self._database.write(work)

    # ---- places of defects

    def remember(self, seen: SeenDefect) -> None:
        """Keep the place of a defect; a part that is kept already stays as it is."""
        codes = seen.codes.astype("<f4").tobytes()
        values = (seen.inspection_id, seen.coder, codes, seen.picture)
        self._database.write(
            lambda db: db.conn.execute("INSERT OR IGNORE INTO seen_defects VALUES (?, ?, ?, ?)", values)
        )

    def remembered(self, coder: str) -> list[SeenDefect]:
        """The places that this coder can compare."""
        sql = "SELECT * FROM seen_defects WHERE coder = ?"
        return [
            SeenDefect(
                inspection_id=row["inspection_id"],
                coder=row["coder"],
                codes=np.frombuffer(row["codes"], "<f4").astype(np.float32),
                picture=bytes(row["picture"]),
            )
            for row in self._database.read(lambda db: query_rows(db, sql, [coder]))
        ]


def _read(db: Database, condition: str, arguments: Iterable[object]) -> Entries:
    return [_entry(row) for row in query_rows(db, f"SELECT * FROM review_entries WHERE {condition}", arguments)]


def _row(entry: ReviewEntry) -> Row:
    part, decision = entry.part, entry.decision
    row: Row = {
        "inspection_id": part.inspection_id,
        "sequence": part.sequence,
        "lot": part.lot,
        "recipe": part.recipe,
        "recipe_version": part.recipe_version,
        "verdict": part.verdict.value,
        "act": entry.act.value,
        "who": entry.who,
        "time": time_text(entry.time),
        "withdraws": entry.withdraws,
        "seconds": finite(entry.seconds),
        "is_blind": int(entry.is_blind),
    }
    if decision is not None:
        row |= {
            "finding": decision.judgement.finding.value,
            "class_id": decision.judgement.class_id,
            "disposition": decision.disposition and decision.disposition.value,
            "reason": decision.reason,
        }
    return row


def _entry(row: Row) -> ReviewEntry:
    return ReviewEntry(
        number=row["number"],
        part=ReviewedPart(
            inspection_id=row["inspection_id"],
            sequence=row["sequence"],
            lot=row["lot"],
            recipe=row["recipe"],
            recipe_version=row["recipe_version"],
            verdict=Verdict(row["verdict"]),
        ),
        act=Act(row["act"]),
        who=row["who"],
        time=time_value(row["time"]),
        decision=_decision(row),
        withdraws=row["withdraws"],
        seconds=row["seconds"],
        is_blind=bool(row["is_blind"]),
    )


def _decision(row: Row) -> Decision | None:
    if row["finding"] is None:
        return None
    return Decision(
        judgement=Judgement(finding=Finding(row["finding"]), class_id=row["class_id"]),
        disposition=row["disposition"] and Disposition(row["disposition"]),
        reason=row["reason"],
    )
