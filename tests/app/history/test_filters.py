from datetime import UTC, date, datetime, timedelta

from app.history.filters import HistoryFilter, Span, any_verdict, to_query
from tests.benchmarks.bench_history import fill
from vision.inspection import Verdict
from vision.storage import Home, Store

TODAY = date(2026, 5, 4)


def _local_midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day).astimezone().astimezone(UTC)


def test_today_is_the_stations_calendar_day_with_both_ends():
    query = to_query(HistoryFilter(), TODAY)
    assert query.since == _local_midnight(TODAY)
    assert query.until == _local_midnight(TODAY + timedelta(days=1))
    assert not query.oldest_first


def test_last_seven_days_count_today():
    assert to_query(HistoryFilter(span=Span.LAST_7_DAYS), TODAY).since == _local_midnight(date(2026, 4, 28))


def test_all_days_have_no_ends_and_picked_days_theirs():
    assert to_query(HistoryFilter(span=Span.ALL), TODAY).since is None
    picked = HistoryFilter(span=Span.PICKED, first_day=date(2026, 5, 1), last_day=date(2026, 5, 2))
    assert to_query(picked, TODAY).until == _local_midnight(date(2026, 5, 3))


def test_text_lot_and_verdicts_reach_the_query():
    wanted = HistoryFilter(text="  MT42 ", lot="L-1", verdicts=frozenset({Verdict.NG}), span=Span.ALL)
    query = to_query(wanted, TODAY)
    assert (query.text, query.lot, query.verdicts) == ("MT42", "L-1", frozenset({Verdict.NG}))
    assert any_verdict(wanted).verdicts == frozenset()


def test_a_filter_knows_whether_it_leaves_anything_out():
    assert not HistoryFilter(span=Span.ALL).narrows
    assert HistoryFilter(span=Span.ALL, lot="L-1").narrows


def test_a_part_is_found_by_its_number_as_the_screen_writes_it(tmp_path):
    with Store(Home(tmp_path)) as store:
        fill(store, 1300)
        query = to_query(HistoryFilter(text="1\u2009285", span=Span.ALL), TODAY)
        assert [record.sequence for record in store.page(query)] == [1285]
        assert store.count(query) == 1
