"""Tables of the reviews: what people decided, what waits, the blind audit's rates, and the places that defects had."""

from sqlite_utils import Database

from labeling.storage.schema.guards import forbid

_ENTRIES = """
CREATE TABLE review_entries (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    inspection_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    lot TEXT,
    recipe TEXT NOT NULL,
    recipe_version INTEGER NOT NULL,
    verdict TEXT NOT NULL,  -- the machine's, as it was when a person decided
    act TEXT NOT NULL CHECK (act IN ('decided', 'withdrew', 'looked')),
    who TEXT NOT NULL,
    time TEXT NOT NULL,
    finding TEXT CHECK (finding IN ('defect', 'false_alarm', 'cannot_tell')),
    class_id TEXT,
    disposition TEXT CHECK (disposition IN ('use_as_is', 'rework', 'scrap')),
    reason TEXT NOT NULL DEFAULT '',
    withdraws INTEGER UNIQUE REFERENCES review_entries (number),
    seconds REAL,
    is_blind INTEGER NOT NULL DEFAULT 0,
    CHECK ((act = 'decided') = (finding IS NOT NULL)),
    CHECK ((act = 'withdrew') = (withdraws IS NOT NULL))
) STRICT
"""

_RATES = """
CREATE TABLE audit_rates (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    share REAL NOT NULL CHECK (share BETWEEN 0 AND 1),
    after_sequence INTEGER NOT NULL,  -- the newest part when it was set: no part's lot is drawn twice
    who TEXT NOT NULL,
    time TEXT NOT NULL
) STRICT
"""

_SALT = """
CREATE TABLE audit_salt (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    salt BLOB NOT NULL
) STRICT
"""

_SAMPLE = """
CREATE TABLE audit_sample (
    sequence INTEGER PRIMARY KEY,
    inspection_id TEXT NOT NULL UNIQUE
) STRICT
"""

_DRAWN = """
CREATE TABLE audit_drawn (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    up_to INTEGER NOT NULL  -- every part judged OK up to here is in the sample or is not
) STRICT
"""

_SEEN = """
CREATE TABLE seen_defects (
    inspection_id TEXT PRIMARY KEY,
    coder TEXT NOT NULL,
    codes BLOB NOT NULL,  -- float32, little endian
    picture BLOB NOT NULL  -- PNG
) STRICT
"""

_INDEXES = (
    "CREATE INDEX reviews_inspection ON review_entries (inspection_id, number)",
    "CREATE INDEX reviews_time ON review_entries (time)",
    "CREATE INDEX reviews_audit ON review_entries (recipe, recipe_version, number) WHERE verdict = 'OK'",
)

_GUARDS = tuple(
    forbid(table, event)
    for table in ("review_entries", "audit_rates", "audit_salt", "audit_sample")
    for event in ("UPDATE", "DELETE")
)


def first_tables(db: Database) -> None:
    """Entries, audit rates, salt and sample, places of defects."""
    for statement in (_ENTRIES, _RATES, _SALT, _SAMPLE, _DRAWN, _SEEN, *_INDEXES, *_GUARDS):
        db.execute(statement)


_OPEN = """
CREATE TABLE review_open (  -- what nobody has decided: follows from records and entries, kept so that it is found at once
    sequence INTEGER PRIMARY KEY,
    inspection_id TEXT NOT NULL UNIQUE,
    lot TEXT,
    weight REAL  -- of a flagged part: the higher, the sooner; NULL for one of the audit
) STRICT
"""

_CURSORS = """
CREATE TABLE review_cursors (
    pile TEXT PRIMARY KEY CHECK (pile IN ('flagged', 'audited')),
    up_to INTEGER NOT NULL  -- every part of the pile up to here is open or decided
) STRICT, WITHOUT ROWID
"""


def open_parts(db: Database) -> None:
    """What waits, filled from the history at the next look; the audit's sample is drawn again, and is the same."""
    for statement in (
        _OPEN,
        _CURSORS,
        "CREATE INDEX review_open_worst ON review_open (weight DESC, sequence)",
        "CREATE INDEX reviews_unclear ON review_entries (who) WHERE finding = 'cannot_tell'",
        "DROP TABLE audit_sample",
        "DROP TABLE audit_drawn",
    ):
        db.execute(statement)
