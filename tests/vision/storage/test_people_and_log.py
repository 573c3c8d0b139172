"""Operators, the audit log, alarms and the station's memory."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial

import argon2
import pytest
from argon2 import PasswordHasher

from vision.inspection import ManualClock
from vision.storage import (
    AlarmBook,
    AuditLog,
    Home,
    Operators,
    OperatorTrouble,
    Role,
    StateKey,
    StationMemory,
    StorageTrouble,
    Store,
)


@pytest.fixture
def operators(store: Store, clock: ManualClock, monkeypatch: pytest.MonkeyPatch) -> Operators:
    quick = partial(PasswordHasher, time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr("vision.storage.operators.PasswordHasher", quick)
    book = Operators(store.database, clock)
    book.add("Ada", Role.LINE_LEAD, "1234", "station")
    return book


def test_the_right_pin_and_no_other(operators: Operators) -> None:
    assert operators.verify("Ada", "1234").role is Role.LINE_LEAD
    with pytest.raises(OperatorTrouble, match="PIN is wrong"):
        operators.verify("Ada", "1235")
    with pytest.raises(OperatorTrouble, match="no operator Eve"):
        operators.verify("Eve", "1234")
    assert operators.verify("ada", "1234").name == "Ada"


def test_pins_are_kept_as_salted_slow_hashes(store: Store) -> None:
    operators = Operators(store.database)
    for name in ("Ada", "Bo"):
        operators.add(name, Role.INSPECTOR, "1234", "station")
    rows = store.database.read(lambda db: db.conn.execute("SELECT pin_hash FROM operators").fetchall())
    hashes = [argon2.extract_parameters(row[0]) for row in rows]
    assert all(found.type is argon2.Type.ID and found.memory_cost >= 2**15 and found.salt_len >= 16 for found in hashes)
    assert len(set(rows)) == 2


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "12a4", "١٢٣٤", " 1234"])
def test_a_pin_has_four_to_twelve_digits(operators: Operators, pin: str) -> None:
    with pytest.raises(OperatorTrouble, match="4 to 12 digits"):
        operators.add("Bo", Role.INSPECTOR, pin, "Ada")
    assert [person.name for person in operators.everyone()] == ["Ada"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "a\nb", "ADA"])
def test_names_that_cannot_be_used(operators: Operators, name: str) -> None:
    with pytest.raises(OperatorTrouble):
        operators.add(name, Role.INSPECTOR, "1234", "Ada")


def test_wrong_pins_make_wait_longer_and_a_restart_does_not_help(
    operators: Operators, store: Store, clock: ManualClock, home: Home
) -> None:
    for _ in range(5):
        with pytest.raises(OperatorTrouble, match="PIN is wrong"):
            operators.verify("Ada", "0000")
    store.close()
    with Store(home) as again:
        book = Operators(again.database, clock)
        with pytest.raises(OperatorTrouble, match="too many wrong PINs"):
            book.verify("Ada", "1234")
        clock.advance(31)
        with pytest.raises(OperatorTrouble, match=r"PIN is wrong.*Wait 60 s"):
            book.verify("Ada", "0000")
        clock.advance(59)
        with pytest.raises(OperatorTrouble, match="too many wrong PINs"):
            book.verify("Ada", "1234")
        clock.advance(2)
        assert book.verify("Ada", "1234").name == "Ada"
        with pytest.raises(OperatorTrouble, match="After 4 more"):
            book.verify("Ada", "0000")


def test_a_clock_set_back_locks_nobody_out_for_longer(operators: Operators, store: Store) -> None:
    for _ in range(5):
        with pytest.raises(OperatorTrouble):
            operators.verify("Ada", "0000")
    early = ManualClock(ManualClock().wall() - timedelta(days=365))
    with pytest.raises(OperatorTrouble, match="in 30 s"):
        Operators(store.database, early).verify("Ada", "1234")


def test_changes_count_and_say_who(operators: Operators, store: Store) -> None:
    operators.add("Bo", Role.INSPECTOR, "5555", "Ada")
    operators.change_role("Bo", Role.QUALITY_ENGINEER, "Ada")
    operators.change_pin("Bo", "6666", "Ada")
    assert operators.verify("Bo", "6666").role is Role.QUALITY_ENGINEER
    operators.deactivate("Bo", "Ada")
    with pytest.raises(OperatorTrouble, match="no longer active"):
        operators.verify("Bo", "6666")
    assert [(person.name, person.active) for person in operators.everyone()] == [("Ada", True), ("Bo", False)]
    operators.activate("Bo", "Ada")
    assert operators.verify("Bo", "6666").active
    log = AuditLog(store.database)
    actions = [entry.action.removeprefix("operator.") for entry in reversed(log.entries())]
    assert actions == ["add", "add", "change_role", "change_pin", "deactivate", "activate"]
    assert {entry.who for entry in log.entries(5)} == {"Ada"}
    assert "6666" not in repr(log.entries())
    assert log.verify_chain() == []


def test_nobody_is_deleted(operators: Operators, store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="kept as they are"):
        store.database.write(lambda db: db.conn.execute("DELETE FROM operators").rowcount)
    with pytest.raises(OperatorTrouble, match="no operator Eve"):
        operators.deactivate("Eve", "Ada")


@pytest.fixture
def log(store: Store, clock: ManualClock) -> AuditLog:
    book = AuditLog(store.database, clock)
    for number in range(4):
        book.add(
            "Ada", "recipe.thresholds", "flange", before={"t1": 1.0}, after={"t1": 1.0 + number, "bad": float("nan")}
        )
    return book


def test_entries_hold_before_and_after(log: AuditLog, clock: ManualClock) -> None:
    newest = log.entries(1)[0]
    assert (newest.number, newest.who, newest.before, newest.after) == (4, "Ada", {"t1": 1.0}, {"t1": 4.0, "bad": None})
    assert newest.time == clock.wall()
    assert log.verify_chain() == []


def test_the_log_refuses_changes(log: AuditLog, store: Store) -> None:
    for sql in (
        "UPDATE audit SET who = 'Eve'",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit SELECT 2, time, 'Eve', action, subject, before, after, previous_hash, hash FROM audit",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="kept as they are"):
            store.database.write(lambda db, sql=sql: db.conn.execute(sql).rowcount)  # type: ignore[misc]
    assert log.verify_chain() == []


@pytest.fixture
def hand(home: Home, log: AuditLog) -> Iterator[sqlite3.Connection]:
    """Somebody with an SQL tool who has taken the guards away."""
    with closing(sqlite3.connect(home.database)) as connection:
        connection.execute("DROP TRIGGER audit_no_update")
        connection.execute("DROP TRIGGER audit_no_delete")
        yield connection


@pytest.mark.parametrize(
    ("sql", "fault"),
    [
        ("UPDATE audit SET who = 'Eve' WHERE number = 2", "Entry 2 of the audit log was changed."),
        ("UPDATE audit SET after = NULL WHERE number = 4", "Entry 4 of the audit log was changed."),
        ("UPDATE audit SET time = '2020' WHERE number = 1", "Entry 1 of the audit log was changed."),
        ("DELETE FROM audit WHERE number = 2", "Entries 2 to 2 of the audit log are missing."),
        ("DELETE FROM audit WHERE number = 1", "Entries 1 to 1 of the audit log are missing."),
        (
            "DELETE FROM audit WHERE number = 4",
            "The end of the audit log does not match: it ends at entry 3, 4 were written.",
        ),
        ("DELETE FROM audit", "The end of the audit log does not match: it ends at entry 0, 4 were written."),
        (
            "UPDATE audit SET number = CASE number WHEN 2 THEN 93 ELSE number END",
            "Entries 2 to 2 of the audit log are missing.",
        ),
    ],
)
def test_the_chain_shows_what_a_hand_did(log: AuditLog, hand: sqlite3.Connection, sql: str, fault: str) -> None:
    hand.execute(sql)
    hand.commit()
    assert fault in log.verify_chain()


def test_alarms_stay_until_a_person_acknowledges(store: Store, clock: ManualClock) -> None:
    book = AlarmBook(store.database, clock)
    texts = {"what": "Five NG.", "meaning": "A fault is likely.", "remedy": "Look."}
    first, second = (book.call(kind=kind, time=clock.wall(), **texts) for kind in ("ng_in_a_row", "disk_low"))
    assert book.open_alarms() == [first, second]
    clock.advance(5)
    seen = book.acknowledge(first.number, "Ada")
    assert (seen.acknowledged_by, seen.acknowledged_at) == ("Ada", clock.wall())
    assert book.acknowledge(first.number, "Bo") == seen, "the first person stays noted"
    assert book.open_alarms() == [second]
    assert book.latest(5) == [second, seen]
    assert [entry.who for entry in AuditLog(store.database).entries()] == ["Ada"]
    with pytest.raises(StorageTrouble, match="no alarm 99"):
        book.acknowledge(99, "Ada")


def test_the_station_remembers(store: Store, home: Home) -> None:
    memory = StationMemory(store.database)
    assert memory.read(StateKey.LAST_RECIPE) is None
    memory.write({StateKey.LAST_RECIPE: "flange", StateKey.RUNNING: True})
    memory.write({StateKey.RUNNING: False, StateKey.SELF_TEST: [{"id": "a", "score": 0.1}]})
    store.close()
    with Store(home) as again:
        memory = StationMemory(again.database)
        assert memory.read(StateKey.LAST_RECIPE) == "flange"
        assert memory.read(StateKey.RUNNING) is False
        assert memory.read(StateKey.SELF_TEST) == [{"id": "a", "score": 0.1}]
