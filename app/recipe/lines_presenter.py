"""Step 3 without widgets: where the lines are drawn and what that does."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.i18n import translate
from app.recipe.lines import Effect, closest_to, effect_of, moved
from app.recipe.ports import Draft, Permits, ScoredPart, ViewEvidence
from app.recipe.wording import ENOUGH_DEFECTS, at_most, of, what_it_says
from app.session import Permission, who_may
from vision.inspection import Thresholds

CLOSEST = 8


@dataclass(frozen=True, kw_only=True)
class EffectText:
    """The right column: counts, and rates with what they support."""

    effect: Effect
    escapes: str
    """ "0 of 12"; "" without known defects."""
    escapes_bound: str
    overkill: str
    overkill_bound: str
    remark: str


class LinesView(Protocol):
    """What the presenter needs of the page."""

    def show_views(self, names: Sequence[str], index: int) -> None:
        """The recipe's views; nothing to choose when there is one."""

    def show_evidence(self, evidence: ViewEvidence) -> None:
        """The bars and triangles."""

    def show_lines(self, lines: Thresholds) -> None:
        """Place the handles."""

    def show_effect(self, text: EffectText) -> None:
        """The right column."""

    def show_closest(self, parts: Sequence[ScoredPart], lines: Thresholds) -> None:
        """The parts to look at, nearest first."""

    def show_permits(self, reason: str) -> None:
        """Disable handles and buttons with a reason; "" enables."""


class LinesPresenter:
    """Moves T1 and T2 and tells the consequences. Lives on the window's thread."""

    def __init__(self, view: LinesView, permits: Permits, upper_bound: Callable[[int, int], float]) -> None:
        self._view = view
        self._permits = permits
        self._upper_bound = upper_bound
        self._draft: Draft | None = None
        self._lines: dict[str, Thresholds] = {}
        self._index = 0

    @property
    def lines(self) -> Mapping[str, Thresholds]:
        """The lines as drawn, by view."""
        return self._lines

    def open(self, draft: Draft) -> None:
        """Show a draft with the lines it has."""
        self._draft = draft
        self._lines = {view.name: view.thresholds for view in draft.recipe.views}
        self._index = 0
        self.refresh()

    def refresh(self) -> None:
        """Everything again: another draft, view or person."""
        if self._draft is None or not self._draft.evidence:
            return
        self._view.show_permits("" if self._permits.may(Permission.THRESHOLDS) else _needs())
        self._view.show_views([evidence.view for evidence in self._draft.evidence], self._index)
        self._view.show_evidence(self._evidence)
        self._show()

    def choose_view(self, index: int) -> None:
        """Draw the lines of another view."""
        if self._draft is not None and 0 <= index < len(self._draft.evidence):
            self._index = index
            self.refresh()

    def move(self, *, t1: float | None = None, t2: float | None = None) -> None:
        """A handle was moved; refused silently when the person may not, because the handles are disabled then."""
        if self._draft is None or not self._permits.may(Permission.THRESHOLDS):
            return
        name = self._evidence.view
        self._lines[name] = moved(self._lines[name], t1=t1, t2=t2)
        self._show()

    def suggest(self) -> None:
        """Back to the lines that teaching suggests."""
        if self._draft is not None and self._permits.may(Permission.THRESHOLDS):
            self._lines[self._evidence.view] = self._evidence.suggested
            self._show()

    def effect_text(self) -> EffectText:
        """The consequences of the lines as drawn, for this view."""
        effect = effect_of(self._evidence.parts, self._lines[self._evidence.view])
        has_defects = effect.defect_count > 0
        return EffectText(
            effect=effect,
            escapes=of(effect.escapes, effect.defect_count) if has_defects else "",
            escapes_bound=at_most(self._upper_bound(effect.escapes, effect.defect_count)) if has_defects else "",
            overkill=of(effect.overkill, effect.good_count),
            overkill_bound=at_most(self._upper_bound(effect.overkill, effect.good_count)),
            remark=what_it_says(effect, self._upper_bound(0, ENOUGH_DEFECTS)),
        )

    @property
    def _evidence(self) -> ViewEvidence:
        assert self._draft is not None, "open comes first"
        return self._draft.evidence[self._index]

    def _show(self) -> None:
        lines = self._lines[self._evidence.view]
        self._view.show_lines(lines)
        self._view.show_effect(self.effect_text())
        self._view.show_closest(closest_to(self._evidence.parts, lines, CLOSEST), lines)


def _needs() -> str:
    return translate("Teach", "{who} can move the lines: sign in first.").format(who=who_may(Permission.THRESHOLDS))
