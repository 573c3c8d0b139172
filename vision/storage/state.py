"""The little things a station remembers over a power cut."""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from vision.storage.database import StationDatabase
from vision.storage.records import query_rows
from vision.storage.values import json_text


class StateKey(StrEnum):
    """What is remembered."""

    LAST_RECIPE = "last_recipe"
    LAST_LOT = "last_lot"
    AUTOSTART = "autostart"
    RUNNING = "running"
    """True while inspecting; still true at start means that the power went."""
    SELF_TEST = "self_test"
    """Baselines of the self-test: inspection ids and their scores."""
    AUDIT_HEAD = "audit_head"
    """Written by the audit log alone."""


class StationMemory:
    """Keys and JSON values, durable when a call returns."""

    def __init__(self, database: StationDatabase) -> None:
        self._database = database

    def read(self, key: StateKey) -> Any:
        """The value, None when it was never set."""
        return self._database.read(lambda db: read_state(db, key))

    def write(self, values: Mapping[StateKey, Any]) -> None:
        """Set several values together; None is a value like any other."""

        def work(db: Database) -> None:
            for key, value in values.items():
                write_state(db, key, value)

        self._database.write(work)


def read_state(db: Database, key: StateKey) -> Any:
    """The value inside a transaction of the caller."""
    found = query_rows(db, "SELECT value FROM station_state WHERE key = ?", [key.value])
    return json.loads(found[0]["value"]) if found else None


def write_state(db: Database, key: StateKey, value: Any) -> None:
    """Set a value inside a transaction of the caller."""
    sql = "INSERT INTO station_state (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
    db.conn.execute(sql, (key.value, json_text(value)))
