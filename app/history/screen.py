"""Puts the History screen together: view, presenters and the wires between them."""

from collections.abc import Callable
from dataclasses import dataclass

from app.history.detail_presenter import DetailPorts, DetailPresenter
from app.history.ports import RecordReader, Replays
from app.history.presenter import HistoryPorts, HistoryPresenter
from app.history.view import HistoryView
from app.workers.background import Background
from app.workers.thumbnails import Thumbnails


@dataclass(frozen=True, kw_only=True)
class HistoryNeeds:
    """What `app.compose` gives to the screen."""

    reader: RecordReader
    replays: Replays
    searching: Background
    looking: Background
    """Images and maps: apart from the searching, so that a slow map never holds the list."""
    thumbnailing: Background
    is_inspecting: Callable[[], bool]


@dataclass(frozen=True, eq=False, kw_only=True)
class HistoryScreen:
    """The screen and its presenters."""

    view: HistoryView
    presenter: HistoryPresenter
    detail: DetailPresenter


def make_history(needs: HistoryNeeds) -> HistoryScreen:
    """Build the screen; it searches when it is shown."""
    view = HistoryView(Thumbnails(needs.replays.frame, needs.thumbnailing))
    presenter = HistoryPresenter(view, HistoryPorts(reader=needs.reader, background=needs.searching))
    ports = DetailPorts(replays=needs.replays, background=needs.looking, is_inspecting=needs.is_inspecting)
    detail = DetailPresenter(view.detail, ports)
    view.kept = (presenter, detail)
    view.shown.connect(presenter.refresh)
    view.search_changed.connect(presenter.search)
    view.everything_asked.connect(presenter.look_everywhere)
    view.record_chosen.connect(detail.choose)
    view.detail.view_chosen.connect(detail.choose_view)
    view.detail.map_asked.connect(detail.make_map)
    view.detail.export_asked.connect(detail.export)
    return HistoryScreen(view=view, presenter=presenter, detail=detail)
