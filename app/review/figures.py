"""The figures below the list: the audit's estimate and the team's pace."""

from collections.abc import Callable

from app.review.ports import ShiftNow
from app.review.shown import ReviewView
from app.review.wiring import ReviewPorts
from app.review.wording import foot_shown
from app.session import Permission
from labeling.review.escapes import EscapeEstimate
from labeling.review.pace import Pace
from vision.inspection import InspectionRecord, Trouble

Figures = tuple[EscapeEstimate, Pace]


class FigurePresenter:
    """Counts in the background; an engineer sets the audit's share here."""

    def __init__(self, view: ReviewView, ports: ReviewPorts) -> None:
        self._view, self._ports = view, ports
        self._asked = 0
        self.on_share_set: Callable[[], None] = lambda: None
        """The audit's share is another one: what waits may be shown otherwise now."""

    def count(self, record: InspectionRecord | None) -> None:
        """Count for the recipe of this part or of the newest one, as it was taught then."""
        self._asked += 1
        number, shift, reviewer = self._asked, self._ports.shift(), self._ports.reviewer

        def figures() -> Figures:
            judged = record or reviewer.newest()
            return self._escapes(judged) if judged else EscapeEstimate(), reviewer.pace(shift.since)

        self._ports.searching.run(figures, lambda found: self._show(number, found, shift), self._failed)

    def _escapes(self, judged: InspectionRecord) -> EscapeEstimate:
        versions = self._ports.taught_alike(judged.recipe, judged.recipe_version)
        return self._ports.reviewer.escapes(judged.recipe, versions)

    def choose_share(self) -> None:
        """An engineer sets how many OK parts are looked at."""
        try:
            self._ports.person.require(Permission.AUDIT)
        except Trouble as trouble:
            self._view.tell(trouble)
        else:
            self._view.ask_share(self._ports.reviewer.plan.share, self.set_share)

    def set_share(self, share: float) -> None:
        """Look at this share of the OK parts that are inspected from now on."""
        try:
            self._ports.reviewer.set_share(share, self._ports.person.who)
        except Trouble as trouble:
            self._view.tell(trouble)
        self.on_share_set()

    def _show(self, number: int, found: Figures, shift: ShiftNow) -> None:
        if number != self._asked:
            return
        estimate, pace = found
        self._view.show_foot(foot_shown(estimate, self._ports.reviewer.plan.share, pace, shift.name))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        self._view.tell(error)
