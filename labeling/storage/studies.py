"""The agreement studies as rows."""

import json

from sqlite_utils import Database

from labeling.catalog import name_key, proper_name
from labeling.records.studies import Answer, Study, StudyTrouble
from vision.inspection import say
from vision.storage import StationDatabase
from vision.storage.audit import Change, append
from vision.storage.records import Row, insert_row, query_rows
from vision.storage.values import finite, json_text, time_text, time_value


class StudyBook:
    """The studies of one station. Thread-safe; what was added is on disk when a call returns."""

    def __init__(self, database: StationDatabase) -> None:
        self._database = database

    def start(self, study: Study) -> Study:
        """Keep a study; it is fixed from here on. Returns it with its id.

        Raises:
            StudyTrouble: there is one of this name.
            NameTrouble: the name cannot be used.
        """
        name = proper_name(study.name)
        row: Row = {
            "name": name,
            "name_key": name_key(name),
            "created": time_text(study.created),
            "author": study.created_by,
            "plan": json_text(study.memo()),
        }

        def work(db: Database) -> Study:
            refuse_name(db, name)
            append(db, study.created, Change(who=study.created_by, action="study.start", subject=name))
            return _study(row | {"id": insert_row(db, "studies", row)})

        return self._database.write(work)

    def check_name(self, name: str) -> None:
        """Raise `StudyTrouble` or `NameTrouble` when no study can be started under this name."""
        self._database.read(lambda db: refuse_name(db, proper_name(name)))

    def all(self) -> list[Study]:
        """Every study, the newest first."""
        rows = self._database.read(lambda db: query_rows(db, "SELECT * FROM studies ORDER BY id DESC"))
        return [_study(row) for row in rows]

    def add(self, study_id: int, answers: list[Answer]) -> None:
        """Keep answers, all or none."""
        rows: list[Row] = [
            vars(answer) | {"study": study_id, "time": time_text(answer.time), "seconds": finite(answer.seconds)}
            for answer in answers
        ]
        self._database.write(lambda db: [insert_row(db, "study_answers", row) for row in rows])

    def answers(self, study_id: int) -> list[Answer]:
        """Every answer and withdrawal of a study, oldest first."""
        sql = "SELECT * FROM study_answers WHERE study = ? ORDER BY number"
        return [_answer(row) for row in self._database.read(lambda db: query_rows(db, sql, [study_id]))]


def refuse_name(db: Database, name: str) -> None:
    """Raise `StudyTrouble` when a study has this name, upper and lower case alike."""
    if query_rows(db, "SELECT 1 AS found FROM studies WHERE name_key = ?", [name_key(name)]):
        what = say("There is a study {name} already.", name=name)
        raise StudyTrouble(what, "Nothing is changed.", "Choose another name.")


def _study(row: Row) -> Study:
    return Study.recall(
        json.loads(row["plan"]),
        study_id=row["id"],
        name=row["name"],
        created=time_value(row["created"]),
        created_by=row["author"],
    )


def _answer(row: Row) -> Answer:
    return Answer(
        appraiser=row["appraiser"],
        trial=row["trial"],
        part=row["part"],
        value=row["value"],
        time=time_value(row["time"]),
        seconds=row["seconds"],
    )
