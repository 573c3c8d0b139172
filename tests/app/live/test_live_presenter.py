"""What the Live screen shows, tested without a window."""

from unittest.mock import Mock, create_autospec

import pytest

from app.live.gallery import KEPT
from app.live.presenter import HOLD_S, LivePresenter, LiveView
from app.live.station_control import LotCounts
from tests.app.line import REASONS, FakeStation, make_inspected, make_record, make_two_views
from vision.inspection import ManualClock, Trouble, Verdict
from vision.station.events import Inspected, StateReport, StationState


@pytest.fixture
def view() -> Mock:
    made: Mock = create_autospec(LiveView, instance=True)
    return made


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def presenter(view: Mock, station: FakeStation, clock: ManualClock) -> LivePresenter:
    return LivePresenter(view, station, clock)


def feed(presenter: LivePresenter, *parts: Inspected) -> None:
    presenter.on_inspected(tuple(part.record for part in parts), parts)


def last_shown(view: Mock) -> int:
    number: int = view.show_look.call_args.args[0].record.sequence
    return number


def last_verdict(view: Mock) -> Verdict:
    verdict: Verdict = view.show_verdict.call_args.args[0].record.verdict
    return verdict


def test_every_record_counts_though_only_the_newest_is_drawn(presenter: LivePresenter, view: Mock) -> None:
    records = tuple(make_record(n, Verdict.NG if n % 10 == 0 else Verdict.OK) for n in range(1, 101))
    presenter.on_inspected(records, (make_inspected(100, Verdict.NG),))
    counts = view.show_lot.call_args.args[0].counts
    assert (counts[Verdict.OK], counts[Verdict.NG]) == (90, 10)
    assert view.show_look.call_count == 1


def test_counting_goes_on_from_the_store_without_counting_twice(
    view: Mock, station: FakeStation, clock: ManualClock
) -> None:
    station.counts = LotCounts(counts={Verdict.OK: 7}, up_to_sequence=7)
    presenter = LivePresenter(view, station, clock)
    feed(presenter, make_inspected(7), make_inspected(8))
    assert view.show_lot.call_args.args[0].counts[Verdict.OK] == 8


def test_a_new_lot_begins_at_its_own_count(presenter: LivePresenter, view: Mock, station: FakeStation) -> None:
    feed(presenter, make_inspected(1), make_inspected(2))
    station.lot = "L-2420"
    station.counts = LotCounts(counts={Verdict.NG: 3}, up_to_sequence=2)
    feed(presenter, make_inspected(3, lot="L-2419"), make_inspected(4, Verdict.NG, lot="L-2420"))
    lot = view.show_lot.call_args.args[0]
    assert (lot.lot, lot.counts[Verdict.NG], lot.counts[Verdict.OK]) == ("L-2420", 4, 0)


def test_latency_and_speed(presenter: LivePresenter, view: Mock, clock: ManualClock) -> None:
    clock.advance(42)
    feed(presenter, *(make_inspected(n) for n in range(1, 22)))
    lot = view.show_lot.call_args.args[0]
    assert lot.latency_ms_p50 == pytest.approx(40)
    assert lot.parts_per_minute == pytest.approx(30, abs=1)
    clock.advance(300)
    presenter.tick()
    assert view.show_lot.call_args.args[0].parts_per_minute == 0


def test_a_held_view_stays_and_the_verdict_does_not(presenter: LivePresenter, view: Mock, clock: ManualClock) -> None:
    feed(presenter, make_inspected(1))
    presenter.hold()
    feed(presenter, make_inspected(2, Verdict.NG))
    assert last_shown(view) == 1
    assert last_verdict(view) is Verdict.NG
    clock.advance(HOLD_S / 2)
    presenter.tick()
    assert view.show_hold.call_args.args == (15,)
    clock.advance(HOLD_S)
    presenter.tick()
    assert view.show_hold.call_args.args == (None,)
    assert last_shown(view) == 2


def test_looking_at_an_older_part_and_back(presenter: LivePresenter, view: Mock) -> None:
    feed(presenter, *(make_inspected(n) for n in range(1, 6)))
    presenter.look_beside(-1)
    presenter.look_beside(-1)
    assert last_shown(view) == 3
    assert view.show_looking_back.call_args.args[0].record.sequence == 3
    feed(presenter, make_inspected(6, Verdict.NG))
    assert last_shown(view) == 3
    assert last_verdict(view) is Verdict.NG
    presenter.back_to_live()
    assert last_shown(view) == 6
    assert view.show_looking_back.call_args.args == (None,)


def test_choosing_the_newest_part_means_live(presenter: LivePresenter, view: Mock) -> None:
    feed(presenter, make_inspected(1), make_inspected(2))
    presenter.look_at("id-1")
    presenter.look_at("id-2")
    assert view.show_looking_back.call_args.args == (None,)


def test_a_part_that_is_not_kept_any_more_is_left(presenter: LivePresenter, view: Mock) -> None:
    feed(presenter, make_inspected(1), make_inspected(2))
    presenter.look_at("id-1")
    feed(presenter, *(make_inspected(n) for n in range(3, 3 + KEPT)))
    assert view.show_looking_back.call_args.args == (None,)
    assert last_shown(view) == 2 + KEPT


def test_without_a_frame_the_last_one_is_small(presenter: LivePresenter, view: Mock) -> None:
    feed(presenter, make_inspected(1), make_inspected(2, Verdict.NOT_INSPECTED))
    what, last = view.show_no_live_image.call_args.args
    assert what == REASONS[Verdict.NOT_INSPECTED], "the camera answers: the record says what it was"
    assert last.record.sequence == 1


def test_a_lost_camera_takes_the_image_away_and_the_hold_too(
    presenter: LivePresenter, view: Mock, station: FakeStation
) -> None:
    feed(presenter, make_inspected(1))
    presenter.hold()
    station.state = StateReport(state=StationState.CAMERA_LOST, what="Camera lost.")
    presenter.on_state(station.state)
    assert view.show_hold.call_args.args == (None,)
    feed(presenter, make_inspected(2, Verdict.NOT_INSPECTED))
    assert view.show_no_live_image.call_count == 2
    for call in view.show_no_live_image.call_args_list:
        assert call.args[0] == "Waiting for Camera 1 to answer."
    presenter.look_at("id-2")
    presenter.back_to_live()
    feed(presenter, make_inspected(3))
    presenter.look_at("id-2")
    assert view.show_no_live_image.call_args.args[0] == REASONS[Verdict.NOT_INSPECTED]


def test_stop_is_offered_while_running_and_start_needs_a_recipe(
    presenter: LivePresenter, view: Mock, station: FakeStation
) -> None:
    presenter.refresh_station()
    assert view.show_running.call_args.kwargs == {"running": True, "has_recipe": True}
    station.state, station.recipe = StateReport(state=StationState.STOPPED), None
    presenter.refresh_station()
    assert view.show_running.call_args.kwargs == {"running": False, "has_recipe": False}


def test_before_the_first_part_the_screen_says_what_to_do(
    presenter: LivePresenter, view: Mock, station: FakeStation
) -> None:
    def said() -> str:
        presenter.refresh_station()
        what: str = view.show_no_live_image.call_args.args[0]
        return what

    assert said() == "No part was looked at yet."
    station.state = StateReport(state=StationState.STOPPED)
    assert said() == "No part was looked at yet. Start with F9."
    station.recipe = None
    assert said() == "No part was looked at yet. Teach or choose a recipe first."
    station.state = StateReport(state=StationState.CAMERA_LOST)
    presenter.on_state(station.state)
    assert said() == "Waiting for Camera 1 to answer."
    feed(presenter, make_inspected(1))
    view.show_no_live_image.reset_mock()
    station.state = StateReport(state=StationState.STOPPED)
    presenter.on_state(station.state)
    view.show_no_live_image.assert_not_called()


def test_trouble_of_the_station_is_told(presenter: LivePresenter, view: Mock, station: FakeStation) -> None:
    trouble = Trouble("No camera answers.", "Nothing is inspected.", "Check the cable.")
    station.start = Mock(side_effect=trouble)  # type: ignore[method-assign]
    presenter.start()
    view.tell.assert_called_once_with(trouble)


def test_recipe_and_lot_are_chosen(presenter: LivePresenter, view: Mock, station: FakeStation) -> None:
    presenter.choose_lot()
    choice = view.ask_choice.call_args.args[0]
    assert (choice.recipe, choice.version, choice.lot) == ("Magnet tile 42", 7, "L-2419")
    presenter.take_choice("Cookie 70 mm", 3, "  ")
    assert station.asked == [("choose", "Cookie 70 mm", 3, None)]
    assert view.show_lot.call_args.args[0].lot is None


def test_the_view_that_decided_is_large_and_another_can_be_chosen(presenter: LivePresenter, view: Mock) -> None:
    feed(presenter, make_two_views(1, Verdict.OK, Verdict.NG))
    look = view.show_look.call_args.args[0]
    assert (look.name, look.verdict, [each.view.view for each in look.views]) == ("side", Verdict.NG, ["top", "side"])
    presenter.look_through("top")
    look = view.show_look.call_args.args[0]
    assert (look.name, look.verdict, look.record.verdict) == ("top", Verdict.OK, Verdict.NG)
    assert view.show_looking_back.call_args.args[0] is look
    feed(presenter, make_two_views(2, Verdict.NG, Verdict.OK))
    assert last_shown(view) == 1, "the part that a person looks at stays"
    assert last_verdict(view) is Verdict.NG
    presenter.back_to_live()
    assert (last_shown(view), view.show_look.call_args.args[0].name) == (2, "top")


def test_a_view_without_a_frame_never_shows_the_frame_of_another(presenter: LivePresenter, view: Mock) -> None:
    feed(presenter, make_two_views(1, Verdict.OK, Verdict.NOT_INSPECTED))
    look = view.show_look.call_args.args[0]
    assert (look.name, look.frame) == ("side", None)
    assert view.show_no_live_image.called
    presenter.look_through("top")
    assert view.show_look.call_args.args[0].frame is not None
