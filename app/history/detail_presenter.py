"""One record, looked at closely: its image, the map made again, its facts, and its way out of the house."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.history.export import export_record
from app.history.ports import Replays
from app.history.wording import Fact, facts, no_image
from app.i18n import numeral, told, translate
from app.workers.background import Background
from vision.inspection import (
    Frame,
    InspectionRecord,
    Prediction,
    Thresholds,
    Trouble,
    ViewRecord,
)
from vision.station.replay import Replay


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What the detail panel writes about one view of one record."""

    record: InspectionRecord
    facts: tuple[Fact, ...]
    view_names: tuple[str, ...]
    view_index: int


class DetailView(Protocol):
    """What the presenter needs of the panel."""

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Fill the facts; None clears the panel."""

    def show_frame(self, frame: Frame | None, why: str) -> None:
        """Show the stored frame, or say in one line why there is none."""

    def show_map(self, prediction: Prediction | None, thresholds: Thresholds | None) -> None:
        """Lay the map over the frame; None takes it away."""

    def show_replay(self, note: str, same_score: bool | None) -> None:
        """One line about the map: on the way (None), the same score again, or not."""

    def show_message(self, sentence: str) -> None:
        """Tell in passing what was done."""

    def show_trouble(self, trouble: Trouble) -> None:
        """Tell a known trouble."""


@dataclass(frozen=True, kw_only=True)
class DetailPorts:
    """What `app.compose` hands in."""

    replays: Replays
    background: Background
    is_inspecting: Callable[[], bool]
    """While parts are inspected, maps are made on demand only: the takt comes first."""


class DetailPresenter:
    """Shows and replays one record. Lives on the window's thread; everything slow runs in the background."""

    def __init__(self, view: DetailView, ports: DetailPorts) -> None:
        self._view = view
        self._ports = ports
        self._choice_number = 0
        self._record: InspectionRecord | None = None
        self._frame: Frame | None = None
        self._view_index = 0

    def choose(self, record: InspectionRecord | None) -> None:
        """Show one record, its worst view first."""
        self._record = record
        self._view_index = 0 if record is None else _deciding_view(record)
        self._show_choice()

    def choose_view(self, index: int) -> None:
        """Show another view of the same record."""
        if self._record is not None and 0 <= index < len(self._record.views):
            self._view_index = index
            self._show_choice()

    def make_map(self) -> None:
        """Predict the stored frame again with the recipe version of its record."""
        record, view = self._record, self._stored_view()
        if record is None or view is None or self._frame is None:
            return
        number = self._choice_number
        self._view.show_replay(
            translate("History", "The map is being made again from the stored image."),
            None,
        )
        self._ports.background.run(
            lambda: self._ports.replays.replay(record),
            lambda replay: self._show_replay(number, view, replay),
            lambda trouble: self._show_no_map(number, trouble),
        )

    def export(self, folder: Path) -> None:
        """Copy the chosen record and its images into a folder."""
        record = self._record
        if record is None:
            return
        self._ports.background.run(
            lambda: export_record(record, self._ports.replays.frame, folder),
            lambda target: self._view.show_message(translate("History", "Exported to {folder}").format(folder=target)),
            self._told,
        )

    def _show_choice(self) -> None:
        self._choice_number += 1
        self._frame = None
        self._view.show_map(None, None)
        self._view.show_replay("", None)
        record, view = self._record, self._stored_view()
        self._view.show_sheet(self._sheet())
        if record is None:
            self._view.show_frame(None, "")
        elif view is None or view.image is None:
            self._view.show_frame(None, self._why_no_image(record, view))
        else:
            self._load_frame(self._choice_number, view)

    def _load_frame(self, number: int, view: ViewRecord) -> None:
        self._ports.background.run(
            lambda: self._ports.replays.frame(view),
            lambda frame: self._show_frame(number, frame),
            lambda trouble: self._show_no_frame(number, trouble),
        )

    def _show_frame(self, number: int, frame: Frame) -> None:
        if number != self._choice_number:
            return
        self._frame = frame
        self._view.show_frame(frame, "")
        if self._ports.is_inspecting():
            self._view.show_replay(
                translate("History", "Press Map: it is made again from the stored image."),
                None,
            )
        else:
            self.make_map()

    def _show_no_frame(self, number: int, trouble: Exception) -> None:
        if number == self._choice_number:
            self._view.show_frame(None, _sentence(trouble))

    def _show_replay(self, number: int, view: ViewRecord, replay: Replay) -> None:
        prediction = replay.predictions.get(view.view)
        if number != self._choice_number or prediction is None:
            return
        self._view.show_map(prediction, _thresholds(view))
        if prediction.score == view.score:
            self._view.show_replay(translate("History", "Map made again: same score."), True)
            return
        note = translate("History", "Map made again: the score is {score} now.")
        self._view.show_replay(note.format(score=numeral(prediction.score, 4)), False)

    def _show_no_map(self, number: int, trouble: Exception) -> None:
        if number == self._choice_number:
            self._view.show_replay(_sentence(trouble), False)

    def _why_no_image(self, record: InspectionRecord, view: ViewRecord | None) -> str:
        known = self._ports.replays.absence(record, view) if view else None
        return known or no_image(record, view)

    def _stored_view(self) -> ViewRecord | None:
        if self._record is None or not self._record.views:
            return None
        return self._record.views[self._view_index]

    def _sheet(self) -> Sheet | None:
        if self._record is None:
            return None
        names = tuple(view.view for view in self._record.views)
        shown = facts(self._record, self._stored_view())
        return Sheet(
            record=self._record,
            facts=shown,
            view_names=names,
            view_index=self._view_index,
        )

    def _told(self, trouble: Exception) -> None:
        if not isinstance(trouble, Trouble):
            raise trouble
        self._view.show_trouble(trouble)


def _deciding_view(record: InspectionRecord) -> int:
    return record.views.index(record.deciding_view) if record.deciding_view else 0


def _thresholds(view: ViewRecord) -> Thresholds | None:
    return None if view.t1 is None or view.t2 is None else Thresholds(t1=view.t1, t2=view.t2)


def _sentence(trouble: Exception) -> str:
    """One line for the panel; a bug is not dressed up as a known trouble."""
    if isinstance(trouble, Trouble):
        return told(trouble.what)
    raise trouble
