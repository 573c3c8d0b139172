"""Bringing the labeling tables up to date before anyone uses them."""

from labeling.storage.schema import LABELING
from vision.storage import StationDatabase
from vision.storage.database import check_current


def prepare(database: StationDatabase) -> None:
    """Make the labeling tables of a database current; one that is open for reading only must have them already.

    Call it once after opening; each subject's book (`CatalogBook`, `DatasetBook`, ...) trusts that it was done.

    Raises:
        StorageTrouble: the file was written by another version of Loupe, or cannot be written.
    """
    if not database.is_read_only:
        database.migrate(LABELING)
    database.read(lambda db: check_current(db, LABELING, database.path))


def has_labels(database: StationDatabase) -> bool:
    """False in a home where no labeling was ever prepared: nothing to read there, and nothing wrong."""
    return database.read(lambda db: bool(LABELING.applied(db)))
