"""Step 3 without widgets: where the lines are drawn and what that does."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.i18n import told, translate
from app.recipe.images import read_part, read_small
from app.recipe.lines import Effect, closest_to, effect_of
from app.recipe.ports import Background, Draft, Permits, ScoredPart, ViewEvidence
from app.recipe.wording import ENOUGH_DEFECTS, at_most, odd_words, of, what_it_says
from app.session import Permission, who_may
from vision.inspection import Frame, Thresholds, Trouble

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

    def show_odd(self, sentence: str) -> None:
        """That some good parts stand apart; "" when none does."""

    def show_lines(self, lines: Thresholds) -> None:
        """Place the handles."""

    def show_effect(self, text: EffectText) -> None:
        """The right column."""

    def show_closest(self, parts: Sequence[ScoredPart], lines: Thresholds) -> None:
        """The parts to look at, nearest first."""

    def show_closest_frame(self, path: Path, frame: Frame | None) -> None:
        """The image of one of them has come; None when it cannot be read."""

    def show_part(self, part: ScoredPart, frame: Frame) -> None:
        """Look closely at one part."""

    def show_permits(self, reason: str) -> None:
        """Disable handles and buttons with a reason; "" enables."""

    def show_trouble(self, trouble: Trouble) -> None:
        """Tell a known trouble."""


class LinesPresenter:
    """Moves T1 and T2 and tells the consequences. Lives on the window's thread."""

    def __init__(
        self, view: LinesView, background: Background, permits: Permits, upper_bound: Callable[[int, int], float]
    ) -> None:
        self._view = view
        self._background = background
        self._small: dict[Path, Frame | None] = {}
        """None for one that cannot be read."""
        self._asked: set[Path] = set()
        """Images on the way."""
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
        self._small.clear()
        self._asked.clear()
        self.refresh()

    def refresh(self) -> None:
        """Everything again: another draft, view or person."""
        if self._draft is None or not self._draft.evidence:
            return
        self._view.show_permits("" if self._permits.may(Permission.THRESHOLDS) else _needs())
        self._view.show_views([evidence.view for evidence in self._draft.evidence], self._index)
        self._view.show_evidence(self._evidence)
        self._view.show_odd(odd_words(len(self._draft.odd)) if self._index == 0 else "")
        self._show()

    def choose_view(self, index: int) -> None:
        """Draw the lines of another view."""
        if self._draft is not None and 0 <= index < len(self._draft.evidence):
            self._index = index
            self.refresh()

    def draw(self, lines: Thresholds) -> None:
        """The lines were moved by hand; the handles are there already and stay in the hand."""
        if self._draft is None or not self._permits.may(Permission.THRESHOLDS):
            return
        self._lines[self._evidence.view] = lines
        self._show_consequences()

    def look_at(self, part: ScoredPart) -> None:
        """Look closely at one part, when its image is at hand."""
        path = part.image
        if path is not None:
            self._background.run(lambda: read_part(path), lambda frame: self._view.show_part(part, frame), self._told)

    def suggest(self) -> None:
        """Back to the lines that teaching suggests."""
        if self._draft is not None and self._permits.may(Permission.THRESHOLDS):
            self._lines[self._evidence.view] = self._evidence.suggested
            self._show()

    def effect_text(self) -> EffectText:
        """The consequences of the lines as drawn, for this view."""
        lines = self._lines[self._evidence.view]
        effect = effect_of(self._evidence.parts, lines)
        promise = told(self._evidence.promise) if lines == self._evidence.suggested else ""
        has_defects = effect.defect_count > 0
        return EffectText(
            effect=effect,
            escapes=of(effect.escapes, effect.defect_count) if has_defects else "",
            escapes_bound=at_most(self._upper_bound(effect.escapes, effect.defect_count)) if has_defects else "",
            overkill=of(effect.overkill, effect.good_count),
            overkill_bound=at_most(self._upper_bound(effect.overkill, effect.good_count)),
            remark="\n".join(filter(None, (promise, what_it_says(effect, self._upper_bound(0, ENOUGH_DEFECTS))))),
        )

    @property
    def _evidence(self) -> ViewEvidence:
        assert self._draft is not None, "open comes first"
        return self._draft.evidence[self._index]

    def _show(self) -> None:
        lines = self._lines[self._evidence.view]
        self._view.show_lines(lines)
        self._show_consequences()

    def _show_consequences(self) -> None:
        lines = self._lines[self._evidence.view]
        parts = closest_to(self._evidence.parts, lines, CLOSEST)
        self._view.show_effect(self.effect_text())
        self._view.show_closest(parts, lines)
        for part in parts:
            self._show_image(part.image)

    def _show_image(self, path: Path | None) -> None:
        """From the small store, or from the file in the background."""
        if path is None or path in self._asked:
            return
        if path in self._small:
            self._view.show_closest_frame(path, self._small[path])
            return
        self._asked.add(path)
        self._background.run(
            lambda: read_small(path), lambda frame: self._keep(path, frame), lambda _trouble: self._keep(path, None)
        )

    def _keep(self, path: Path, frame: Frame | None) -> None:
        self._asked.discard(path)
        self._small[path] = frame
        self._view.show_closest_frame(path, frame)

    def _told(self, trouble: Exception) -> None:
        if not isinstance(trouble, Trouble):
            raise trouble
        self._view.show_trouble(trouble)


def _needs() -> str:
    return translate("Teach", "{who} can move the lines: sign in first.").format(
        who=told(who_may(Permission.THRESHOLDS))
    )
