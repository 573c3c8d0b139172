"""The station's tables, as a named migration set. A migration that was released is never edited: add the next one.

Times are text, ISO 8601 in UTC with microseconds, so that they sort as they are. JSON columns never hold NaN.
Tables that are evidence (inspections, audit) carry triggers that refuse what must never happen to them.
"""

from sqlite_utils import Database, Migrations

STATION = Migrations("station")

_INTENTS = """
CREATE TABLE intents (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,  -- AUTOINCREMENT: a number is never given twice, also after a delete
    inspection_id TEXT NOT NULL UNIQUE,
    process TEXT NOT NULL,
    time TEXT NOT NULL,
    monotonic_s REAL NOT NULL,
    serial TEXT,
    lot TEXT,
    operator TEXT,
    station TEXT NOT NULL,
    recipe TEXT NOT NULL,
    recipe_version INTEGER NOT NULL,
    recipe_hash TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT
"""

_INSPECTIONS = """
CREATE TABLE inspections (
    sequence INTEGER PRIMARY KEY,
    inspection_id TEXT NOT NULL UNIQUE,
    time TEXT NOT NULL,
    monotonic_s REAL NOT NULL,
    serial TEXT,
    lot TEXT,
    operator TEXT,
    station TEXT NOT NULL,
    recipe TEXT NOT NULL,
    recipe_version INTEGER NOT NULL,
    recipe_hash TEXT NOT NULL,
    source TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('OK', 'NG', 'REVIEW', 'NOT_INSPECTED')),
    score REAL,
    reason TEXT NOT NULL,
    latency_ms REAL,
    recorded_ms REAL
) STRICT
"""

_VIEWS = """
CREATE TABLE views (
    sequence INTEGER NOT NULL REFERENCES inspections (sequence),
    position INTEGER NOT NULL,
    view TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('OK', 'NG', 'REVIEW', 'NOT_INSPECTED')),
    score REAL,
    t1 REAL,
    t2 REAL,
    model_hash TEXT,
    image TEXT,
    image_hash TEXT,
    map_summary TEXT,
    reason TEXT NOT NULL,
    bit_depth INTEGER,
    image_bytes INTEGER,
    image_removed TEXT,
    image_removed_reason TEXT,
    image_to_delete TEXT,  -- a file whose row has let go of it and that may still be on the disk
    PRIMARY KEY (sequence, position)
) STRICT, WITHOUT ROWID
"""

_OPERATORS = """
CREATE TABLE operators (
    name TEXT PRIMARY KEY COLLATE NOCASE,
    role TEXT NOT NULL,
    pin_hash TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1,
    created TEXT NOT NULL,
    wrong_pins INTEGER NOT NULL DEFAULT 0,
    locked_until TEXT
) STRICT
"""

_AUDIT = """
CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    time TEXT NOT NULL,
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    before TEXT,
    after TEXT,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT
"""

_ALARMS = """
CREATE TABLE alarms (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    meaning TEXT NOT NULL,
    remedy TEXT NOT NULL,
    time TEXT NOT NULL,
    acknowledged_by TEXT,
    acknowledged_at TEXT
) STRICT
"""

_STATE = """
CREATE TABLE station_state (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID
"""

_DURATIONS = """
CREATE TABLE durations (
    sequence INTEGER PRIMARY KEY REFERENCES inspections (sequence),
    recorded_ms REAL NOT NULL  -- known after the record's commit only; the column of inspections is no longer written
) STRICT
"""

_INDEXES = (
    "CREATE INDEX inspections_lot ON inspections (lot, sequence, verdict)",
    "CREATE INDEX inspections_verdict ON inspections (verdict, sequence)",
    "CREATE INDEX inspections_serial ON inspections (serial, sequence)",
    "CREATE INDEX inspections_recipe ON inspections (recipe, sequence)",
    "CREATE INDEX inspections_time ON inspections (time, sequence)",
    "CREATE INDEX views_image ON views (sequence) WHERE image IS NOT NULL",
    "CREATE INDEX views_to_delete ON views (image_to_delete) WHERE image_to_delete IS NOT NULL",
    "CREATE INDEX alarms_open ON alarms (number) WHERE acknowledged_at IS NULL",
)


def _forbid(table: str, event: str) -> str:
    return (
        f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} rows are kept as they are'); END"
    )


_GUARDS = (
    _forbid("inspections", "UPDATE"),
    _forbid("inspections", "DELETE"),
    _forbid("views", "DELETE"),
    _forbid("operators", "DELETE"),
    _forbid("audit", "UPDATE"),
    _forbid("audit", "DELETE"),
    _forbid("alarms", "DELETE"),
)


@STATION(name="m0001_first_tables")
def _first_tables(db: Database) -> None:
    for table in (_INTENTS, _INSPECTIONS, _VIEWS, _OPERATORS, _AUDIT, _ALARMS, _STATE):
        db.execute(table)
    for statement in (*_INDEXES, *_GUARDS):
        db.execute(statement)


_SENTENCES = {"inspections": ("reason",), "views": ("reason",), "alarms": ("what", "meaning", "remedy")}


@STATION(name="m0002_sentences")
def _sentences(db: Database) -> None:
    """Beside each English sentence with values, what it was made of (JSON), so that screens tell it in their language."""
    for table, columns in _SENTENCES.items():
        for column in columns:
            db.execute(f"ALTER TABLE {table} ADD COLUMN {column}_memo TEXT")


@STATION(name="m0003_durations")
def _durations(db: Database) -> None:
    db.execute(_DURATIONS)
