"""What the station says in English is German on German screens: reasons, alarms and troubles, stored ones too."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.history.filters import HistoryFilter, Span, to_query
from app.history.wording import facts
from app.i18n import Language, load_language
from app.live.gallery import Look
from app.live.station_causes import StationCauses
from app.live.wording import verdict_shown
from app.notices import Notices
from tests.app.line import FakeStation, make_inspected
from tests.vision.storage.parts import Line
from vision.cameras.troubles import lost, timed_out
from vision.inspection import InspectionRecord, ManualClock, Verdict, say
from vision.station.events import Alarm, AlarmKind
from vision.station.station import camera_lost
from vision.storage import AlarmBook, Home, Store
from vision.storage.trouble import StorageCause, storage_trouble

REASON = say("{count} regions above {line}, {place}", count=2, line="T2", place=say("upper right"))


@pytest.fixture(autouse=True)
def _german(qapp: QApplication) -> Iterator[None]:
    installed = load_language(qapp, Language.GERMAN)
    yield
    for translator in installed:
        qapp.removeTranslator(translator)
    load_language(qapp, Language.ENGLISH)


@pytest.fixture
def notices(qapp: QApplication) -> Notices:
    return Notices()


def banner(notices: Notices) -> tuple[str, str, str]:
    cause = notices.board.causes[0]
    return cause.what, cause.meaning, cause.remedy


def record(verdict: Verdict, reason: str) -> InspectionRecord:
    made = make_inspected(1, verdict).record
    return replace(made, reason=reason, views=tuple(replace(view, reason=reason) for view in made.views))


def test_live_says_why_and_where() -> None:
    shown = verdict_shown(Look(record=record(Verdict.NG, REASON), views=(), name=""))
    assert (shown.reason, shown.place) == ("2 Bereiche über T2", "oben rechts")


def test_live_says_why_a_part_was_not_inspected() -> None:
    found = record(Verdict.NOT_INSPECTED, timed_out("Kamera 1", 2.5).sentence)
    reason = verdict_shown(Look(record=found, views=(), name="")).reason
    assert reason.startswith("Grund: Kamera 1: kein Bild in 2,5 s. Das Teil wird nicht geprüft.")


def test_history_gives_the_reason() -> None:
    found = record(Verdict.NG, REASON)
    assert "2 Bereiche über T2, oben rechts" in [fact.value for fact in facts(found, found.views[0])]


def test_history_finds_the_reason_as_the_screen_writes_it(tmp_path: Path) -> None:
    with Store(Home(tmp_path)) as store:
        line = Line(store, ManualClock())
        for reason in (say("Lot closed"), timed_out("Kamera 1", 2.5).sentence):
            intent = line.intent()
            store.complete(line.record(intent, store.begin(intent), Verdict.NOT_INSPECTED, reason=reason))
        query = to_query(HistoryFilter(text="Kein Bild in 2,5", span=Span.ALL), datetime.now(UTC).date())
        assert [record.sequence for record in store.page(query)] == [2]


def test_a_lost_camera_is_told(notices: Notices) -> None:
    StationCauses(notices, FakeStation()).on_state(camera_lost(lost("Kamera 1")))
    assert banner(notices) == (
        "Kamera weg. Teile, die jetzt vorbeikommen, werden nicht geprüft.",
        "Kamera 1 antwortet nicht mehr. Vorbeikommende Teile anhalten und von Hand prüfen.",
        "Kabel und Lampe der Kamera prüfen. Loupe verbindet von selbst neu.",
    )


def test_a_trouble_is_told(notices: Notices) -> None:
    notices.tell(storage_trouble(StorageCause.DISK_FULL, Path("loupe.db")))
    assert banner(notices)[:2] == (
        "Die Platte mit loupe.db ist voll.",
        "Nichts mehr kann gespeichert werden, deshalb werden Teile nicht geprüft.",
    )


def test_a_stored_alarm_is_told_with_its_last_reason(notices: Notices, tmp_path: Path) -> None:
    what = say("{count} parts in a row were not inspected.", count=3)
    meaning = say("Check them by hand. Last reason: {reason}", reason=timed_out(say("Virtual line"), 2.5).what)
    with Store(Home(tmp_path)) as store:
        book = AlarmBook(store.database)
        book.call(kind="not_inspected_in_a_row", what=what, meaning=meaning, remedy="", time=datetime.now(UTC))
        stored = book.open_alarms()[0]
    alarm = Alarm(
        kind=AlarmKind(stored.kind), what=stored.what, meaning=stored.meaning, remedy=stored.remedy, time=stored.time
    )
    StationCauses(notices, FakeStation()).on_alarm(alarm)
    assert banner(notices)[0] == "3 Teile in Folge wurden nicht geprüft."
    assert "Letzter Grund: Virtuelle Linie: kein Bild in 2,5 s. Seit" in banner(notices)[1]
