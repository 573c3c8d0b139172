"""Tables of the agreement studies: what was fixed at the start, and every answer."""

from sqlite_utils import Database

from labeling.storage.schema.guards import forbid

_STUDIES = """
CREATE TABLE studies (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    created TEXT NOT NULL,
    author TEXT NOT NULL,
    plan TEXT NOT NULL  -- JSON: parts, appraisers, trials, categories, salt
) STRICT
"""

_ANSWERS = """
CREATE TABLE study_answers (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    study INTEGER NOT NULL REFERENCES studies (id),
    appraiser TEXT NOT NULL,
    trial INTEGER NOT NULL,
    part INTEGER NOT NULL,
    value TEXT,  -- NULL takes the answer on this part back
    time TEXT NOT NULL,
    seconds REAL
) STRICT
"""

_INDEX = "CREATE INDEX study_answers_study ON study_answers (study, number)"

_GUARDS = tuple(forbid(table, event) for table in ("studies", "study_answers") for event in ("UPDATE", "DELETE"))


def first_tables(db: Database) -> None:
    """Studies and answers."""
    for statement in (_STUDIES, _ANSWERS, _INDEX, *_GUARDS):
        db.execute(statement)
