from datetime import timedelta
from unittest.mock import create_autospec

import pytest

from app.history.filters import HistoryFilter, Span
from app.history.presenter import HistoryPorts, HistoryPresenter, HistoryView
from tests.app.history.background import AtOnce, WhenTold
from tests.app.history.records import NOW, ListReader, make_record
from vision.inspection import Trouble, Verdict


def _presenter(reader, background=None):
    view = create_autospec(HistoryView, instance=True)
    ports = HistoryPorts(reader=reader, background=background or AtOnce(), now=lambda: NOW + timedelta(days=1))
    return HistoryPresenter(view, ports), view


def test_a_search_fills_rows_and_counts():
    presenter, view = _presenter(ListReader([make_record(n) for n in range(1, 11)]))
    presenter.search(HistoryFilter(span=Span.ALL, verdicts=frozenset({Verdict.NG})))
    tally = view.show_tally.call_args.args[0]
    assert (tally.shown, tally.total) == (2, 10)
    assert tally.verdicts[Verdict.OK] == 4, "the counts tell what another verdict would show"
    rows = view.show_rows.call_args.args[0]
    assert [rows.row(row).sequence for row in range(rows.count)] == [7, 2]
    view.show_empty.assert_not_called()


def test_a_later_search_overtakes_an_earlier_one():
    background = WhenTold()
    presenter, view = _presenter(ListReader([make_record(n) for n in range(1, 11)]), background)
    presenter.search(HistoryFilter(span=Span.ALL))
    presenter.search(HistoryFilter(span=Span.ALL, verdicts=frozenset({Verdict.REVIEW})))
    background.work_off(newest_first=True)
    view.show_rows.assert_called_once()
    assert view.show_rows.call_args.args[0].count == 2


@pytest.mark.parametrize(
    ("records", "wanted", "begins", "has_way_out"),
    [
        ([], HistoryFilter(), "Every inspected part", False),
        ([make_record(1, Verdict.OK)], HistoryFilter(verdicts=frozenset({Verdict.NG})), "No record matches", True),
    ],
)
def test_an_empty_list_says_why_and_what_to_do(records, wanted, begins, has_way_out):
    presenter, view = _presenter(ListReader(records))
    presenter.search(wanted)
    sentence, hint = view.show_empty.call_args.args
    assert sentence.startswith(begins)
    assert bool(hint) is has_way_out


def test_live_opens_a_lot_with_one_verdict():
    presenter, view = _presenter(ListReader([make_record(1)]))
    presenter.show_lot("L-2419", Verdict.REVIEW)
    wanted = view.show_filter.call_args.args[0]
    assert (wanted.lot, wanted.verdicts, wanted.span) == ("L-2419", frozenset({Verdict.REVIEW}), Span.ALL)


def test_trouble_with_the_database_is_told_and_a_bug_is_not_dressed_up():
    class Broken(ListReader):
        def count(self, query):
            raise self.error

    reader = Broken([])
    presenter, view = _presenter(reader)
    reader.error = Trouble("The database is locked.")
    presenter.refresh()
    assert str(view.show_trouble.call_args.args[0]) == "The database is locked."
    reader.error = KeyError("a bug")
    with pytest.raises(KeyError):
        presenter.refresh()
