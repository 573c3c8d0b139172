"""Reviewing a real store: what waits, what is kept, what the audit says."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from sqlite_utils import Database

from labeling.records.reviews import Act, AuditRate, Decision, Disposition, Finding, Judgement
from labeling.review.audit import AuditPlan
from labeling.review.queue import Order, ordered
from labeling.review.reviewer import Reviewer, ReviewTrouble, Timing
from labeling.review.state import Standing
from labeling.storage import prepare
from labeling.storage.open_parts import Asked
from labeling.storage.reviews import ReviewBook
from labeling.storage.schema import LABELING
from tests.app.line import make_record
from tests.labeling.review.conftest import CANNOT, FALSE, SCRAP, Desk
from tests.vision.storage.parts import Line
from vision.inspection import InspectionRecord, ManualClock, Part, Verdict
from vision.storage import AuditLog, Home, Store
from vision.teaching.bounds import upper_bound

ALL = (Verdict.OK, Verdict.NG, Verdict.REVIEW, Verdict.NOT_INSPECTED)


def test_flagged_parts_wait_until_somebody_decides_and_ok_parts_do_not(desk: Desk) -> None:
    records = [desk.line.inspect(verdict) for verdict in ALL]
    assert desk.waiting() == [2, 3, 4]
    desk.decide(records[1], SCRAP)
    assert desk.waiting() == [3, 4]
    desk.reopen()
    assert desk.waiting() == [3, 4]
    kept = desk.reviewer.state(records[1])
    assert kept.decision == SCRAP
    assert kept.last is not None
    assert (kept.last.who, kept.last.part.verdict, kept.last.seconds) == ("Ada", Verdict.NG, 2.0)


def test_a_lot_has_a_queue_of_its_own(desk: Desk) -> None:
    desk.line.inspect(Verdict.NG, part=Part(lot="A"))
    desk.line.inspect(Verdict.NG, part=Part(lot="B"))
    assert (desk.waiting("A"), desk.waiting("B"), desk.waiting()) == ([1], [2], [1, 2])


def test_undo_brings_the_part_back_and_forgets_nothing(desk: Desk) -> None:
    record = desk.line.inspect(Verdict.NG)
    desk.decide(record, SCRAP)
    entry = desk.reviewer.state(record).last
    assert entry is not None
    desk.reviewer.withdraw(record, entry, "Ada")
    assert desk.waiting() == [1]
    with pytest.raises(ReviewTrouble, match="no longer"):
        desk.reviewer.withdraw(record, entry, "Ada")
    desk.decide(record, FALSE)
    state = desk.reviewer.state(record)
    assert [entry.act for entry in state.entries] == [Act.DECIDED, Act.WITHDREW, Act.DECIDED]
    assert state.decision == FALSE
    with sqlite3.connect(desk.store.home.database) as raw, pytest.raises(sqlite3.DatabaseError, match="kept"):
        raw.execute("DELETE FROM review_entries")


def test_a_part_is_decided_once(desk: Desk) -> None:
    record = desk.line.inspect(Verdict.NG)
    desk.decide(record, SCRAP)
    with pytest.raises(ReviewTrouble, match="decided already"):
        desk.decide(record, FALSE, "Ben")


def test_who_cannot_tell_cannot_be_the_second_person(desk: Desk) -> None:
    record = desk.line.inspect(Verdict.REVIEW)
    desk.decide(record, CANNOT, "Ada")
    assert desk.reviewer.state(record).standing is Standing.SECOND
    assert desk.waiting() == [1]
    with pytest.raises(ReviewTrouble, match="could not tell"):
        desk.decide(record, SCRAP, "Ada")
    desk.decide(record, SCRAP, "Ben")
    assert desk.waiting() == []


@pytest.mark.parametrize(
    ("finding", "disposition", "reason"),
    [
        (Finding.DEFECT, Disposition.USE_AS_IS, ""),
        (Finding.DEFECT, None, ""),
        (Finding.FALSE_ALARM, Disposition.SCRAP, ""),
        (Finding.CANNOT_TELL, Disposition.USE_AS_IS, ""),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(
    desk: Desk, finding: Finding, disposition: Disposition | None, reason: str
) -> None:
    record = desk.line.inspect(Verdict.NG)
    decision = Decision(judgement=Judgement(finding=finding), disposition=disposition, reason=reason)
    with pytest.raises(ValueError, match=r"disposition|reason"):
        desk.decide(record, decision)
    assert desk.waiting() == [1]


def test_the_audit_draws_only_what_comes_after_it_was_set_and_the_same_after_a_restart(desk: Desk) -> None:
    for _ in range(20):
        desk.line.inspect(Verdict.OK)
    assert desk.waiting() == []
    desk.reviewer.set_share(0.5, "Eva")
    for _ in range(60):
        desk.line.inspect(Verdict.OK)
    drawn = desk.waiting()
    assert 15 <= len(drawn) <= 45
    assert min(drawn) > 20
    desk.reopen()
    assert desk.waiting() == drawn
    desk.reviewer.set_share(0.0, "Eva")
    for _ in range(20):
        desk.line.inspect(Verdict.OK)
    assert desk.waiting() == drawn, "a part keeps the lot that it had when it was inspected"
    entry = AuditLog(desk.store.database).entries(limit=1)[0]
    assert (entry.who, entry.action, entry.before, entry.after) == ("Eva", "review.audit_rate", 0.5, 0.0)


def test_the_rate_that_counts_is_the_one_when_the_part_was_inspected(desk: Desk) -> None:
    """Not the one when somebody looks: a shift must not be able to thin out what has passed."""
    desk.reviewer.set_share(1.0, "Eva")
    for _ in range(5):
        desk.line.inspect(Verdict.OK)
    desk.reviewer.set_share(0.0, "Eva")
    desk.line.inspect(Verdict.OK)
    desk.reviewer.set_share(1.0, "Eva")
    desk.line.inspect(Verdict.OK)
    assert desk.waiting() == [1, 2, 3, 4, 5, 7]


def test_the_share_is_met_and_another_station_draws_other_parts(desk: Desk) -> None:
    records = [make_record(n) for n in range(1, 5001)]
    drawn = []
    for salt in (b"a" * 32, b"b" * 32):
        plan = AuditPlan(salt=salt, rates=(AuditRate(share=0.1, after_sequence=0),))
        drawn.append({record.sequence for record in records if plan.takes(record)})
    assert all(410 <= len(one) <= 590 for one in drawn)
    assert len(drawn[0] & drawn[1]) < 100


def test_audited_parts_stand_among_the_others(desk: Desk) -> None:
    """Sorted by their scores they would all come last."""
    desk.reviewer.set_share(1.0, "Eva")
    for verdict in (Verdict.NG, Verdict.REVIEW, Verdict.OK) * 20:
        desk.line.inspect(verdict)
    records = [part.record for part in desk.reviewer.waiting().parts]
    places = [n for n, one in enumerate(ordered(records, Order.WORST, desk.reviewer.plan)) if one.verdict is Verdict.OK]
    assert len(places) == 20
    assert places != list(range(40, 60))
    first, last = ordered(records, Order.OLDEST, desk.reviewer.plan)[:: len(records) - 1]
    assert (first.sequence, last.sequence) == (1, 60)


def test_the_estimate_counts_blind_audited_parts_only(desk: Desk) -> None:
    desk.reviewer.set_share(1.0, "Eva")
    ok = [desk.line.inspect(Verdict.OK) for _ in range(8)]
    flagged = desk.line.inspect(Verdict.NG)
    desk.decide(flagged, SCRAP)
    desk.decide(ok[0], SCRAP)
    for record in ok[1:5]:
        desk.decide(record, FALSE)
    desk.reviewer.look(ok[5], "Ada")
    desk.decide(ok[5], SCRAP)
    desk.decide(ok[6], CANNOT)
    estimate = desk.reviewer.escapes("flange", [2])
    assert (estimate.escapes, estimate.n, estimate.unclear, estimate.seen) == (1, 5, 1, 1)
    assert estimate.rate == pytest.approx(0.2)
    assert estimate.bound == pytest.approx(0.6574, abs=1e-4)  # Clopper and Pearson, 1 of 5, one-sided 95 %
    assert desk.reviewer.escapes("flange", [3]).n == 0


def test_one_of_640() -> None:
    assert upper_bound(1, 640) == pytest.approx(0.00739, abs=5e-6)


def test_a_decision_taken_back_has_seen_the_verdict(desk: Desk) -> None:
    desk.reviewer.set_share(1.0, "Eva")
    record = desk.line.inspect(Verdict.OK)
    desk.decide(record, FALSE)
    entry = desk.reviewer.state(record).last
    assert entry is not None
    desk.reviewer.withdraw(record, entry, "Ada")
    desk.decide(record, SCRAP)
    estimate = desk.reviewer.escapes("flange", [2])
    assert (estimate.n, estimate.seen) == (0, 1)


def test_an_audit_that_was_not_blind_is_no_estimate(desk: Desk) -> None:
    desk.reviewer.set_share(1.0, "Eva")
    record = desk.line.inspect(Verdict.OK)
    desk.reviewer.set_share(0.0, "Eva")
    desk.decide(record, SCRAP)
    assert desk.reviewer.escapes("flange", [2]).n == 0


def test_the_pace_is_the_teams_median(desk: Desk) -> None:
    start = desk.clock.wall()
    assert desk.reviewer.pace(start).median_s is None
    for who, seconds in (("Ada", 1.0), ("Ben", 2.0), ("Ada", 30.0), ("Ben", None)):
        record = desk.line.inspect(Verdict.NG)
        desk.reviewer.decide(record, SCRAP, who, Timing(seconds=seconds))
    pace = desk.reviewer.pace(start)
    assert (pace.decisions, pace.median_s) == (4, 2.0)
    desk.clock.advance(60)
    assert desk.reviewer.pace(desk.clock.wall()).decisions == 0


def test_the_list_is_cut_at_its_end_and_the_others_are_counted(desk: Desk) -> None:
    worst = desk.line.inspect(Verdict.NOT_INSPECTED)
    for _ in range(4):
        desk.line.inspect(Verdict.NG)
    for worst_first in (True, False):
        found = desk.reviewer.waiting(Asked(worst_first=worst_first, limit=2))
        assert found.parts[0].record == worst, "not the first of the newest ones"
        assert (len(found.parts), found.beyond) == (2, 3)


def test_who_could_not_tell_a_part_does_not_find_it(desk: Desk) -> None:
    record = desk.line.inspect(Verdict.NG)
    desk.decide(record, CANNOT, "Ada")
    assert desk.reviewer.waiting(Asked(who="Ada")).parts == ()
    assert [part.record for part in desk.reviewer.waiting(Asked(who="Ben")).parts] == [record]
    entry = desk.reviewer.state(record).last
    assert entry is not None
    desk.reviewer.withdraw(record, entry, "Ada")
    assert [part.record for part in desk.reviewer.waiting(Asked(who="Ada")).parts] == [record]


def test_a_part_recorded_late_waits_all_the_same(desk: Desk) -> None:
    """As after a crash: its number was given before those of parts that are in the list already."""
    intent = desk.line.intent()
    sequence = desk.store.begin(intent)
    desk.line.inspect(Verdict.NG)
    assert desk.waiting() == [2]
    desk.store.complete(desk.line.record(intent, sequence, Verdict.NOT_INSPECTED))
    assert desk.waiting() == [1, 2]


def test_of_two_hands_at_once_one_decides(desk: Desk) -> None:
    with ThreadPoolExecutor(2) as hands:
        for _ in range(20):
            record = desk.line.inspect(Verdict.NG)
            both = [hands.submit(partial(desk.decide, record, SCRAP, who)) for who in ("Ada", "Ben")]
            refused = [hand.exception() for hand in both if hand.exception() is not None]
            assert [type(error) for error in refused] == [ReviewTrouble]
            assert len(desk.reviewer.state(record).entries) == 1


def test_an_older_home_finds_what_waits(tmp_path: Path) -> None:
    """The tables of what is open came later: they are filled from what was recorded, decided and drawn before."""
    with Store(Home(tmp_path / "home").prepare()) as store:
        store.database.write(lambda db: LABELING.apply(db, stop_before="m0002_open_reviews"))
        line = Line(store, ManualClock())
        book = ReviewBook(store.database)
        book.set_rate(AuditRate(share=1.0, after_sequence=0, who="Eva"), line.clock.wall())
        records = [line.inspect(verdict) for verdict in (Verdict.NG, Verdict.OK, Verdict.NG, Verdict.OK)]
        store.database.write(lambda db: _decided_and_drawn_before(db, decided=records[0], drawn=records[1]))
        prepare(store.database)
        found = Reviewer(store, book).waiting(Asked(worst_first=False))
        assert [part.record.sequence for part in found.parts] == [2, 3, 4]


def _decided_and_drawn_before(db: Database, *, decided: InspectionRecord, drawn: InspectionRecord) -> None:
    named = "(inspection_id, sequence, recipe, recipe_version, verdict, act, who, time, finding, disposition)"
    marks = "(?, ?, 'flange', 2, 'NG', 'decided', 'Ada', '2026-01-01T00:00:00.000000+00:00', 'defect', 'scrap')"
    key = (decided.inspection_id, decided.sequence)
    db.conn.execute(f"INSERT INTO review_entries {named} VALUES {marks}", key)
    db.conn.execute("INSERT INTO audit_sample VALUES (?, ?)", (drawn.sequence, drawn.inspection_id))
    db.conn.execute("INSERT INTO audit_drawn VALUES (1, ?)", (drawn.sequence,))
