"""What the station remembers, durably: frames as files, records in SQLite. The only SQL of `vision`."""

from vision.storage.database import StationDatabase
from vision.storage.frames import StoredFrame
from vision.storage.home import Home, StationLock, default_home
from vision.storage.records import Intent, RecordQuery
from vision.storage.store import LotStatistics, Store
from vision.storage.trouble import StorageCause, StorageTrouble

__all__ = [
    "Home",
    "Intent",
    "LotStatistics",
    "RecordQuery",
    "StationDatabase",
    "StationLock",
    "StorageCause",
    "StorageTrouble",
    "Store",
    "StoredFrame",
    "default_home",
]
