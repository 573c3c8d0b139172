"""The parts of one sitting, and whose they are."""

from datetime import UTC, datetime

from app.review.sitting import DONE_KEPT, Sitting
from labeling.records.reviews import Act, Decision, Disposition, Finding, Judgement, ReviewedPart, ReviewEntry
from labeling.review.audit import AuditPlan
from labeling.review.queue import Order
from labeling.review.reviewer import Waiting
from labeling.review.state import NOT_REVIEWED, state_of
from tests.app.line import make_record
from vision.inspection import InspectionRecord, Verdict

PLAN = AuditPlan(salt=b"s" * 32)
RECORDS = [make_record(number, Verdict.NG) for number in range(1, 6)]


def entry(record: InspectionRecord, finding: Finding, who: str = "Ina", number: int = 1) -> ReviewEntry:
    disposition = None if finding is Finding.CANNOT_TELL else Disposition.USE_AS_IS
    decision = Decision(judgement=Judgement(finding=finding), disposition=disposition)
    moment = datetime(2026, 11, 20, tzinfo=UTC)
    part = ReviewedPart.of(record)
    return ReviewEntry(part=part, act=Act.DECIDED, who=who, time=moment, decision=decision, number=number)


def keys(sitting: Sitting, who: str = "Ina") -> list[int]:
    return sorted(part.record.sequence for part in sitting.queue(who, PLAN))


def test_what_a_person_could_not_tell_waits_for_another() -> None:
    sitting = Sitting()
    unclear = state_of([entry(RECORDS[0], Finding.CANNOT_TELL)])
    sitting.take([Waiting(record=RECORDS[0], state=unclear), *map(waiting, RECORDS[1:])])
    assert keys(sitting, "Ina") == [2, 3, 4, 5]
    assert keys(sitting, "Eva") == [1, 2, 3, 4, 5]


def waiting(record: InspectionRecord) -> Waiting:
    return Waiting(record=record)


def test_a_decided_part_stays_decided_when_the_list_is_read_again_or_told_again() -> None:
    sitting = Sitting()
    parts = list(map(waiting, RECORDS))
    sitting.take(parts)
    sitting.settle(parts[0], entry(RECORDS[0], Finding.FALSE_ALARM))
    assert keys(sitting) == [2, 3, 4, 5]
    sitting.take(parts)
    assert not sitting.add([RECORDS[0], RECORDS[1]])
    assert keys(sitting) == [2, 3, 4, 5]
    assert sitting.is_done(RECORDS[0].inspection_id)


def test_an_undone_part_is_in_front_again() -> None:
    sitting = Sitting()
    sitting.take(map(waiting, RECORDS))
    sitting.settle(waiting(RECORDS[2]), entry(RECORDS[2], Finding.FALSE_ALARM))
    sitting.bring_back(sitting.done[0], NOT_REVIEWED)
    assert keys(sitting) == [1, 2, 3, 4, 5]
    assert sitting.chosen == RECORDS[2].inspection_id
    assert sitting.done == ()


def test_new_parts_find_their_place_and_the_order_can_change() -> None:
    sitting = Sitting()
    sitting.take([waiting(make_record(9, Verdict.REVIEW))])
    assert sitting.add([make_record(12, Verdict.NG)])
    assert [part.record.sequence for part in sitting.queue("Ina", PLAN)] == [12, 9]
    sitting.order = Order.OLDEST
    assert [part.record.sequence for part in sitting.queue("Ina", PLAN)] == [9, 12]


def test_the_list_of_decided_parts_is_bounded() -> None:
    sitting = Sitting()
    for number in range(1, DONE_KEPT + 6):
        record = make_record(number, Verdict.NG)
        sitting.add([record])
        sitting.settle(waiting(record), entry(record, Finding.FALSE_ALARM, number=number))
    assert len(sitting.done) == DONE_KEPT


def test_the_next_person_sees_nothing_of_what_the_last_one_decided() -> None:
    sitting = Sitting()
    sitting.take(map(waiting, RECORDS))
    sitting.settle(waiting(RECORDS[0]), entry(RECORDS[0], Finding.FALSE_ALARM))
    sitting.early.add(RECORDS[1].inspection_id)
    sitting.forget_person()
    assert (sitting.done, sitting.early) == ((), set())
