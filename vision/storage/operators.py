"""The operators of a station: name, role, and a PIN that is only ever kept as a slow, salted hash.

Nobody is deleted: a name in a record must always lead to a person. Wrong PINs are counted in the database before the
PIN is looked at, so that neither a restart nor a pulled plug gives a second first try.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlite_utils import Database

from vision.inspection import Clock, SystemClock, Trouble, say
from vision.storage.audit import Change, append
from vision.storage.database import StationDatabase
from vision.storage.records import Row, insert_row, query_rows
from vision.storage.values import time_text, time_value

FREE_TRIES = 5
"""So many wrong PINs before waiting begins."""
FIRST_WAIT_S = 30
LONGEST_WAIT_S = 3600
PIN_DIGITS = range(4, 13)


class Role(StrEnum):
    """What a person is at this station; `app.session` says what each may do."""

    INSPECTOR = "inspector"
    QUALITY_ENGINEER = "quality_engineer"
    LINE_LEAD = "line_lead"


class OperatorTrouble(Trouble):
    """A name or PIN that cannot be used as asked."""


@dataclass(frozen=True, kw_only=True)
class Operator:
    """A person the station knows."""

    name: str
    role: Role
    active: bool
    created: datetime


class Operators:
    """The book of operators. Every change names who made it and is in the audit log."""

    def __init__(self, database: StationDatabase, clock: Clock | None = None) -> None:
        self._database = database
        self._clock = clock or SystemClock()
        self._hasher = PasswordHasher()

    def everyone(self) -> list[Operator]:
        """All operators by name, also those who are no longer active."""
        sql = "SELECT * FROM operators ORDER BY name COLLATE NOCASE"
        return [_operator(row) for row in self._database.read(lambda db: query_rows(db, sql))]

    def has_any(self) -> bool:
        """True once the first operator was added, for good."""
        return bool(self._database.read(lambda db: query_rows(db, "SELECT 1 AS found FROM operators LIMIT 1")))

    def add(self, name: str, role: Role, pin: str, by: str) -> None:
        """Add a person.

        Raises:
            OperatorTrouble: the name is empty, too long or taken, or the PIN is not 4 to 12 digits.
        """
        name = name.strip()
        if not name or len(name) > 80 or not name.isprintable():
            raise OperatorTrouble("This name cannot be used.", "Nobody is added.", "Write a name of up to 80 letters.")
        now = self._clock.wall()
        row: Row = {"name": name, "role": role.value, "pin_hash": self._hash(pin), "created": time_text(now)}

        def work(db: Database) -> None:
            if query_rows(db, "SELECT 1 AS found FROM operators WHERE name = ?", [name]):
                raise OperatorTrouble(
                    say("There is an operator {name} already.", name=name), "Nobody is added.", "Choose another name."
                )
            insert_row(db, "operators", row)
            append(db, now, Change(who=by, action="operator.add", subject=name, after={"role": role.value}))

        self._database.write(work)

    def change_pin(self, name: str, pin: str, by: str) -> None:
        """Give a person a new PIN; ends a waiting time. Raises `OperatorTrouble`."""
        change = Change(who=by, action="operator.change_pin", subject=name)
        self._update(change, {"pin_hash": self._hash(pin), "wrong_pins": 0, "locked_until": None})

    def change_role(self, name: str, role: Role, by: str) -> None:
        """Give a person another role. Raises `OperatorTrouble`."""
        before = self._known(name)["role"]
        change = Change(who=by, action="operator.change_role", subject=name, before=before, after=role.value)
        self._update(change, {"role": role.value})

    def deactivate(self, name: str, by: str) -> None:
        """The person can no longer sign in and stays in every record. Raises `OperatorTrouble`."""
        self._update(
            Change(who=by, action="operator.deactivate", subject=name, before=True, after=False), {"active": 0}
        )

    def activate(self, name: str, by: str) -> None:
        """The person can sign in again with the PIN they had. Raises `OperatorTrouble`."""
        self._update(Change(who=by, action="operator.activate", subject=name, before=False, after=True), {"active": 1})

    def verify(self, name: str, pin: str) -> Operator:
        """The person, when the PIN is theirs. Takes a tenth of a second on purpose.

        Raises:
            OperatorTrouble: unknown, no longer active, wrong PIN, or waiting after too many wrong ones.
        """
        row = self._database.write(lambda db: _count_try(db, name, self._clock.wall()))
        try:
            self._hasher.verify(row["pin_hash"], pin)
        except VerifyMismatchError as error:
            raise self._wrong_pin(row) from error
        sql = "UPDATE operators SET wrong_pins = 0, locked_until = NULL WHERE name = ?"
        self._database.write(lambda db: db.conn.execute(sql, (name,)).rowcount)
        return _operator(row)

    def _wrong_pin(self, row: Row) -> OperatorTrouble:
        tries = row["wrong_pins"]
        if tries < FREE_TRIES:
            left = FREE_TRIES - tries
            remedy = say(
                "Try again. After {left} more wrong PIN the station makes you wait."
                if left == 1
                else "Try again. After {left} more wrong PINs the station makes you wait.",
                left=left,
            )
            return OperatorTrouble("The PIN is wrong.", "Nobody is signed in.", remedy)
        wait = _duration(_wait_s(tries))
        return OperatorTrouble(
            "The PIN is wrong.",
            "Nobody is signed in.",
            say("Wait {wait}, or ask a line lead for a new PIN.", wait=wait),
        )

    def _update(self, change: Change, values: Row) -> None:
        now = self._clock.wall()

        def work(db: Database) -> None:
            row = _row(db, change.subject)
            assignments = ", ".join(f"{column} = ?" for column in values)
            db.conn.execute(f"UPDATE operators SET {assignments} WHERE name = ?", (*values.values(), row["name"]))
            append(db, now, change)

        self._database.write(work)

    def _known(self, name: str) -> Row:
        return self._database.read(lambda db: _row(db, name))

    def _hash(self, pin: str) -> str:
        if len(pin) not in PIN_DIGITS or not (pin.isascii() and pin.isdigit()):
            raise OperatorTrouble("A PIN has 4 to 12 digits.", "Nothing is changed.", "Choose another PIN.")
        return self._hasher.hash(pin)


def _row(db: Database, name: str) -> Row:
    found = query_rows(db, "SELECT * FROM operators WHERE name = ?", [name])
    if not found:
        raise OperatorTrouble(
            say("There is no operator {name}.", name=name), "Nothing is changed.", "Choose a name from the list."
        )
    return found[0]


def _count_try(db: Database, name: str, now: datetime) -> Row:
    """Count this try as wrong before the PIN is looked at; the row as it is then."""
    row = _row(db, name)
    if not row["active"]:
        what = say("{name} is no longer active here.", name=row["name"])
        raise OperatorTrouble(what, "Nobody is signed in.", "Ask a line lead.")
    waiting_s = _still_waiting_s(row, now)
    if waiting_s > 0:
        remedy = say("Try again in {time}, or ask a line lead for a new PIN.", time=_duration(waiting_s))
        raise OperatorTrouble("There were too many wrong PINs.", "Nobody is signed in.", remedy)
    tries = row["wrong_pins"] + 1
    until = time_text(now + timedelta(seconds=_wait_s(tries))) if tries >= FREE_TRIES else None
    sql = "UPDATE operators SET wrong_pins = ?, locked_until = ? WHERE name = ?"
    db.conn.execute(sql, (tries, until, row["name"]))
    if until is not None:
        append(
            db, now, Change(who=row["name"], action="operator.too_many_wrong_pins", subject=row["name"], after=tries)
        )
    return row | {"wrong_pins": tries, "locked_until": until}


def _still_waiting_s(row: Row, now: datetime) -> float:
    """Never longer than the wait itself: a clock that was set back must not lock a person out for a year."""
    if row["locked_until"] is None:
        return 0.0
    left_s = (time_value(row["locked_until"]) - now).total_seconds()
    return min(max(0.0, left_s), float(_wait_s(row["wrong_pins"])))


def _wait_s(tries: int) -> int:
    doublings = min(max(0, tries - FREE_TRIES), 20)
    return min(FIRST_WAIT_S << doublings, LONGEST_WAIT_S)


def _duration(seconds: float) -> str:
    whole = max(1, round(seconds))
    return say("{count} s", count=whole) if whole < 120 else say("{count} minutes", count=-(-whole // 60))


def _operator(row: Row) -> Operator:
    return Operator(
        name=row["name"], role=Role(row["role"]), active=bool(row["active"]), created=time_value(row["created"])
    )
