"""Finding records: filters, order, pages, counts."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.vision.storage.parts import Line
from vision.inspection import InspectionRecord, Part, Sentence, Verdict, say
from vision.storage import RecordQuery, Store

OK, NG, REVIEW, NOT_INSPECTED = Verdict.OK, Verdict.NG, Verdict.REVIEW, Verdict.NOT_INSPECTED


@pytest.fixture
def parts(line: Line) -> list[InspectionRecord]:
    rows = [("A-1", "L1", OK), ("A-2", "L1", NG), ("B_1", "L2", OK), ("Bx1", "L2", REVIEW), (None, None, NOT_INSPECTED)]
    return [line.inspect(verdict, part=Part(serial=serial, lot=lot)) for serial, lot, verdict in rows]


def numbers(records: list[InspectionRecord]) -> list[int]:
    return [record.sequence for record in records]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (RecordQuery(), [1, 2, 3, 4, 5]),
        (RecordQuery(oldest_first=False), [5, 4, 3, 2, 1]),
        (RecordQuery(limit=2), [1, 2]),
        (RecordQuery(limit=2, oldest_first=False), [5, 4]),
        (RecordQuery(limit=0), []),
        (RecordQuery(lot="L2"), [3, 4]),
        (RecordQuery(serial="A-2"), [2]),
        (RecordQuery(text="a-"), [1, 2]),
        (RecordQuery(text="b_1"), [3]),
        (RecordQuery(text="100%"), []),
        (RecordQuery(verdicts=frozenset({NG, REVIEW})), [2, 4]),
        (RecordQuery(recipe="flange", lot="L1", verdicts=frozenset({OK})), [1]),
        (RecordQuery(recipe="other"), []),
    ],
)
def test_queries(parts: list[InspectionRecord], store: Store, query: RecordQuery, expected: list[int]) -> None:
    assert numbers(store.records(query)) == expected
    assert store.count(replace(query, limit=None)) == len(store.records(replace(query, limit=None)))


@pytest.mark.parametrize("typed", ["HÖCHSTENS 2,5", "drei bereiche", "above"])
def test_a_reason_is_found_in_the_words_of_the_one_who_asks(line: Line, store: Store, typed: str) -> None:
    reasons = ("", say("{count} regions above {limit}", count=3, limit=2.5), "a driver's words")
    for reason in reasons:
        intent = line.intent()
        store.complete(line.record(intent, store.begin(intent), NG, reason=reason))
    query = RecordQuery(text=typed, spoken=in_german, oldest_first=False)
    assert numbers(store.page(query)) == [2]
    assert store.count(query) == 1
    assert store.count(replace(query, spoken=None)) == (typed == "above")


def in_german(reason: Sentence) -> str:
    german = "Drei Bereiche über höchstens {limit}"
    return german.format(limit=str(reason.values["limit"]).replace(".", ",")) if reason.values else reason


def test_time_is_from_the_first_to_before_the_last(parts: list[InspectionRecord], store: Store) -> None:
    query = RecordQuery(since=parts[1].time, until=parts[3].time)
    assert numbers(store.records(query)) == [2, 3]
    assert numbers(store.records(RecordQuery(since=parts[1].time + timedelta(microseconds=1)))) == [3, 4, 5]
    naive = parts[0].time.replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        store.records(RecordQuery(since=naive))


@pytest.mark.parametrize("oldest_first", [True, False])
def test_pages_by_place_and_by_number_agree(parts: list[InspectionRecord], store: Store, oldest_first: bool) -> None:
    query = RecordQuery(oldest_first=oldest_first)
    every = numbers(store.records(query))
    assert numbers(store.page(query, limit=2)) == every[:2]
    assert numbers(store.page(query, after=every[1], limit=2)) == every[2:4]
    assert numbers(store.page(query, offset=2, limit=2)) == every[2:4]
    assert numbers(store.page(query, after=every[4])) == []
    assert numbers(list(store.each(query))) == every


def test_each_walks_over_many_pages(line: Line, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vision.storage.history._PAGE", 3)
    for _ in range(7):
        line.inspect(views=())
    assert numbers(list(store.each())) == [1, 2, 3, 4, 5, 6, 7]


def test_counts_name_every_verdict(parts: list[InspectionRecord], store: Store) -> None:
    assert store.verdict_counts() == {OK: 2, NG: 1, REVIEW: 1, NOT_INSPECTED: 1}
    assert store.verdict_counts(RecordQuery(lot="L1")) == {OK: 1, NG: 1, REVIEW: 0, NOT_INSPECTED: 0}
    assert numbers(store.latest(2)) == [5, 4]


def test_the_order_is_that_of_the_numbers_when_the_clock_jumps_back(line: Line, store: Store) -> None:
    line.inspect()
    line.inspect(time=line.clock.wall() - timedelta(hours=2))
    assert numbers(store.records()) == [1, 2]
