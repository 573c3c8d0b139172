"""Puts the Live screen together: view, presenter, bridge, commands."""

from dataclasses import dataclass

from app.actions import Place, commands_of, install_commands
from app.live.presenter import LivePresenter
from app.live.station_control import StationControl
from app.live.view import LiveScreen
from app.notices import Notices
from app.workers import Burst, StationBridge
from vision.inspection import Clock


@dataclass(frozen=True, eq=False, kw_only=True)
class Live:
    """The screen and its presenter; the screen keeps the presenter alive."""

    view: LiveScreen
    presenter: LivePresenter


def make_live(station: StationControl, bridge: StationBridge, notices: Notices, clock: Clock | None = None) -> Live:
    """The Live screen of a station, wired."""
    view = LiveScreen()
    presenter = LivePresenter(view, station, clock)
    live = Live(view=view, presenter=presenter)
    view.kept = live
    _connect_view(live)
    bridge.state_changed.connect(presenter.on_state)

    def on_inspected(burst: Burst) -> None:
        presenter.on_inspected(burst.records, burst.recent)

    bridge.inspected.connect(on_inspected)
    view.trouble_told.connect(notices.tell)
    install_commands(view, commands_of(Place.LIVE), view)
    presenter.refresh_station()
    return live


def _connect_view(live: Live) -> None:
    view, presenter = live.view, live.presenter
    view.start_wanted.connect(presenter.start)
    view.stop_wanted.connect(presenter.stop)
    view.lot_wanted.connect(presenter.choose_lot)
    view.choice_taken.connect(presenter.take_choice)
    view.part_chosen.connect(presenter.look_at)
    view.view_chosen.connect(presenter.look_through)
    view.step_wanted.connect(presenter.look_beside)
    view.live_wanted.connect(presenter.back_to_live)
    view.hold_wanted.connect(lambda on: presenter.hold() if on else presenter.release_hold())
    view.ticked.connect(presenter.tick)
