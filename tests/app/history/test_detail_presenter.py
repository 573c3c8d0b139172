from unittest.mock import create_autospec

import pytest

from app.history.detail_presenter import DetailPorts, DetailPresenter, DetailView
from tests.app.history.background import AtOnce, WhenTold
from tests.app.history.records import MadeUpReplays, make_record, make_view
from vision.inspection import Trouble, Verdict


def _presenter(replays=None, background=None, *, inspecting=False):
    view = create_autospec(DetailView, instance=True)
    ports = DetailPorts(
        replays=replays or MadeUpReplays(), background=background or AtOnce(), is_inspecting=lambda: inspecting
    )
    return DetailPresenter(view, ports), view


def test_a_record_comes_with_image_map_and_facts():
    presenter, view = _presenter()
    presenter.choose(make_record(42, Verdict.NG))
    facts = {fact.label: fact for fact in view.show_sheet.call_args.args[0].facts}
    assert (facts["Score"].value, facts["Score"].remark) == ("70", "raw 0.62 · T1\u00a00.50 · T2\u00a00.62")
    assert facts["Lot, serial"].value == "L-2419, MT42-000042"
    assert facts["Model"].value == "9f3c a17e"
    assert facts["Latency"].value == "38 ms"
    assert view.show_frame.call_args.args[0] is not None
    prediction, thresholds = view.show_map.call_args.args
    assert prediction.anomaly_map.shape == (60, 80)
    assert thresholds.t2 == 0.62
    assert view.show_replay.call_args.args == ("Map made again: same score.", True)


def test_a_replay_that_differs_says_so():
    presenter, view = _presenter(MadeUpReplays(score_shift=1e-7))
    presenter.choose(make_record(42, Verdict.NG))
    note, same = view.show_replay.call_args.args
    assert same is False
    assert "the score is" in note


def test_while_parts_are_inspected_maps_wait_for_a_press():
    replays = MadeUpReplays()
    presenter, view = _presenter(replays, inspecting=True)
    presenter.choose(make_record(42, Verdict.NG))
    assert replays.replayed == 0
    presenter.make_map()
    assert replays.replayed == 1
    assert view.show_map.call_args.args[0] is not None


def test_an_image_removed_by_retention_is_dated():
    presenter, view = _presenter()
    presenter.choose(make_record(1, Verdict.OK, views=[make_view(Verdict.OK, image=None)]))
    assert view.show_frame.call_args.args == (None, "Removed by retention on 2026-05-01.")
    presenter.choose(make_record(4, Verdict.NOT_INSPECTED, views=[]))
    assert view.show_frame.call_args.args == (None, "No image was taken. The camera gave no frame in time.")


def test_a_damaged_image_is_told_in_its_place():
    class Damaged(MadeUpReplays):
        def frame(self, view):
            raise Trouble("frames/1.png is damaged.", "Its record is safe.")

    presenter, view = _presenter(Damaged())
    presenter.choose(make_record(1, Verdict.OK))
    assert view.show_frame.call_args.args == (None, "frames/1.png is damaged.")


def test_the_view_that_decided_is_shown_first_and_others_can_be_chosen():
    views = [make_view(Verdict.OK, name="top"), make_view(Verdict.NG, name="side", score=1.1)]
    presenter, view = _presenter()
    presenter.choose(make_record(7, Verdict.NG, views=views))
    assert view.show_sheet.call_args.args[0].view_index == 1
    presenter.choose_view(0)
    sheet = view.show_sheet.call_args.args[0]
    assert sheet.view_names == ("top", "side")
    assert sheet.facts[0].value == "30"


def test_a_late_image_of_another_record_is_dropped():
    background = WhenTold()
    presenter, view = _presenter(background=background)
    presenter.choose(make_record(1, Verdict.OK))
    presenter.choose(None)
    background.work_off()
    assert all(call.args[0] is None for call in view.show_frame.call_args_list)


def test_export_writes_image_and_record(tmp_path):
    presenter, view = _presenter()
    presenter.choose(make_record(42, Verdict.NG))
    presenter.export(tmp_path)
    (target,) = tmp_path.iterdir()
    assert {path.name for path in target.iterdir()} == {"view-1.png", "record.json"}
    assert str(target) in view.show_message.call_args.args[0]


def test_an_export_to_nowhere_is_trouble(tmp_path):
    presenter, view = _presenter()
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    presenter.choose(make_record(42, Verdict.NG))
    presenter.export(blocked)
    trouble = view.show_trouble.call_args.args[0]
    assert "cannot be written" in trouble.what


def test_a_bug_while_replaying_is_not_told_as_known_trouble():
    class Buggy(MadeUpReplays):
        def replay(self, record):
            raise ZeroDivisionError

    presenter, _ = _presenter(Buggy())
    with pytest.raises(ZeroDivisionError):
        presenter.choose(make_record(42, Verdict.NG))
