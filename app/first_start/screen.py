"""Puts the guided path together: view and presenter."""

from dataclasses import dataclass

from app.first_start.ports import FirstStartPorts
from app.first_start.presenter import FirstStartPresenter
from app.first_start.view import FirstStartScreen


@dataclass(frozen=True, eq=False, kw_only=True)
class FirstStart:
    """The screen and its presenter; keep both."""

    view: FirstStartScreen
    presenter: FirstStartPresenter


def make_first_start(ports: FirstStartPorts) -> FirstStart:
    """The guided path, wired."""
    view = FirstStartScreen()
    presenter = FirstStartPresenter(view, ports)
    view.shown.connect(presenter.shown)
    view.hidden.connect(presenter.hidden)
    view.tick.connect(presenter.tick)
    view.back_asked.connect(presenter.back)
    view.run_asked.connect(presenter.run)
    camera, teach = view.camera_page, view.teach_page
    camera.search_asked.connect(presenter.search)
    camera.chosen.connect(presenter.choose)
    camera.folder_chosen.connect(presenter.choose_folder)
    camera.use_asked.connect(presenter.use_camera)
    teach.teach_asked.connect(lambda name, parts, folder: presenter.teach(name, parts=parts, folder=folder))
    teach.cancel_asked.connect(presenter.cancel)
    return FirstStart(view=view, presenter=presenter)
