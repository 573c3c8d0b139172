"""Puts the Cameras screen together: view and presenter."""

from dataclasses import dataclass

from app.cameras.presenter import CameraPorts, CamerasPresenter
from app.cameras.view import CamerasScreen


@dataclass(frozen=True, eq=False, kw_only=True)
class Cameras:
    """The screen and its presenter; keep both."""

    view: CamerasScreen
    presenter: CamerasPresenter


def make_cameras_screen(ports: CameraPorts) -> Cameras:
    """The Cameras screen, wired."""
    view = CamerasScreen()
    presenter = CamerasPresenter(view, ports)
    view.shown.connect(presenter.shown)
    view.hidden.connect(presenter.hidden)
    view.tick.connect(presenter.tick)
    view.search_asked.connect(presenter.search)
    view.place_chosen.connect(presenter.choose_place)
    view.chosen.connect(presenter.choose)
    view.added.connect(presenter.add)
    view.changed.connect(presenter.change)
    view.focus_reset.connect(presenter.reset_focus)
    view.use_asked.connect(presenter.use)
    return Cameras(view=view, presenter=presenter)
