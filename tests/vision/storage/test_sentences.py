"""Stored sentences remember what they were made of; those of an older Loupe are plain English."""

from datetime import UTC, datetime

from sqlite_utils import Database

from tests.vision.storage.parts import Line
from vision.inspection import InspectionRecord, ManualClock, Sentence, Verdict, ViewRecord, say
from vision.storage import AlarmBook, Home, Store, open_reader
from vision.storage.schema import STATION

REASON = say("{count} regions above {line}, {place}", count=2, line="T2", place=say("upper right"))


def recorded(line: Line, reason: str) -> InspectionRecord:
    intent = line.intent()
    view = ViewRecord(view="top", verdict=Verdict.NG, reason=reason)
    return line.store.complete(line.record(intent, line.store.begin(intent), Verdict.NG, reason=reason, views=(view,)))


def test_a_reason_comes_back_with_template_and_values(line: Line, store: Store) -> None:
    stored = store.get(recorded(line, REASON).inspection_id)
    for reason in (stored.reason, stored.views[0].reason):
        assert isinstance(reason, Sentence)
        assert reason == "2 regions above T2, upper right"
        assert reason.memo() == REASON.memo()


def test_a_reason_without_values_is_its_own_template(line: Line, store: Store) -> None:
    reason = store.get(recorded(line, "Score below {T1}").inspection_id).reason
    assert isinstance(reason, Sentence)
    assert (reason.template, reason.values) == ("Score below {T1}", {})


def test_no_value_keeps_a_record_from_being_stored(line: Line, store: Store) -> None:
    odd = say("{score} of {path}", score=float("nan"), path=b"\xff.png".decode("utf-8", "surrogateescape"))
    assert store.get(recorded(line, odd).inspection_id).reason == "nan of \\udcff.png"


def test_an_alarm_comes_back_with_template_and_values(store: Store, clock: ManualClock) -> None:
    book = AlarmBook(store.database, clock)
    book.call(kind="disk_low", what=REASON, meaning="Plain.", remedy=say("Wait {s} s.", s=3), time=clock.wall())
    what, remedy = book.open_alarms()[0].what, book.latest(1)[0].remedy
    assert isinstance(what, Sentence)
    assert what.memo() == REASON.memo()
    assert isinstance(remedy, Sentence)
    assert remedy.values == {"s": 3}


def test_an_older_home_is_brought_up_to_date_and_keeps_its_words(home: Home) -> None:
    older = Database(home.database)
    STATION.apply(older, stop_before="m0002_sentences")
    time = datetime(2026, 1, 2, tzinfo=UTC).isoformat()
    older.table("inspections").insert(
        {
            "sequence": 1, "inspection_id": "a", "time": time, "monotonic_s": 1.0, "station": "S", "recipe": "r",
            "recipe_version": 1, "recipe_hash": "h", "source": "", "verdict": "NG", "reason": "2 regions above T2, left",
        }
    )  # fmt: skip
    older.table("alarms").insert({"kind": "disk_low", "what": "Low.", "meaning": "m", "remedy": "r", "time": time})
    older.close()
    Store(home).close()
    with open_reader(home) as store:
        assert store.get("a").reason == "2 regions above T2, left"
        assert AlarmBook(store.database).open_alarms()[0].what == "Low."
