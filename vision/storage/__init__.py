"""What the station remembers, durably: frames as files, records in SQLite. The only SQL of `vision`."""

from vision.storage.alarms import AlarmBook, StoredAlarm
from vision.storage.archive import backup, restore
from vision.storage.audit import AuditEntry, AuditLog
from vision.storage.database import StationDatabase
from vision.storage.disk import (
    DiskLevel,
    DiskSpace,
    DiskWatch,
    bytes_per_day,
    disk_space,
    stored_bytes,
)
from vision.storage.frames import StoredFrame
from vision.storage.history import ImageRemoval
from vision.storage.home import Home, Owner, StationLock, default_home, owner_of
from vision.storage.operators import Operator, Operators, OperatorTrouble, Role
from vision.storage.records import Intent, RecordQuery
from vision.storage.retention import RetentionRules, SweepReport, sweep
from vision.storage.state import StateKey, StationMemory
from vision.storage.store import Store, open_reader
from vision.storage.trouble import StorageCause, StorageTrouble

__all__ = [
    "AlarmBook",
    "AuditEntry",
    "AuditLog",
    "DiskLevel",
    "DiskSpace",
    "DiskWatch",
    "Home",
    "ImageRemoval",
    "Intent",
    "Operator",
    "OperatorTrouble",
    "Operators",
    "Owner",
    "RecordQuery",
    "RetentionRules",
    "Role",
    "StateKey",
    "StationDatabase",
    "StationLock",
    "StationMemory",
    "StorageCause",
    "StorageTrouble",
    "Store",
    "StoredAlarm",
    "StoredFrame",
    "SweepReport",
    "backup",
    "bytes_per_day",
    "default_home",
    "disk_space",
    "open_reader",
    "owner_of",
    "restore",
    "stored_bytes",
    "sweep",
]
