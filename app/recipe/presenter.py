"""Teach without widgets: four steps, and teaching that goes on when the screen is left."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Protocol

from app.i18n import translate
from app.recipe.gather_presenter import GatherPresenter
from app.recipe.lines_presenter import LinesPresenter
from app.recipe.pick_presenter import PickPresenter
from app.recipe.ports import (
    Background,
    Draft,
    GoodPart,
    LearnedParts,
    Releases,
    StoredParts,
    TakeOutOrder,
    Teacher,
    TeachOrder,
    TeachStage,
)
from app.recipe.questions import no_stored, odd_question, stored_question, take_out_question
from app.recipe.release_presenter import ReleasePresenter
from vision.inspection import Trouble


class TeachStep(IntEnum):
    """The four steps, in order."""

    GOOD_PARTS = 0
    TEACH = 1
    LINES = 2
    RELEASE = 3


class TeachView(Protocol):
    """What the presenter needs of the screen around the four pages."""

    def show_step(self, step: TeachStep, release: str) -> None:
        """Turn to a page; `release` is the last step's word, "Release v8"."""

    def show_stage(self, stage: TeachStage) -> None:
        """How far teaching is."""

    def show_trouble(self, trouble: Trouble) -> None:
        """Tell a known trouble."""


@dataclass(frozen=True, kw_only=True)
class TeachSteps:
    """The presenters of the pages."""

    gather: GatherPresenter
    lines: LinesPresenter
    release: ReleasePresenter
    pick: PickPresenter


class TeachPresenter:
    """Leads through the steps. Lives on the window's thread; teaching itself runs in the background."""

    def __init__(
        self,
        view: TeachView,
        steps: TeachSteps,
        *,
        background: Background,
        teacher: Teacher,
        releases: Releases,
        stored: StoredParts,
    ) -> None:
        self._view = view
        self._steps = steps
        self._background = background
        self._teacher = teacher
        self._releases = releases
        self._stored = stored
        self._step = TeachStep.GOOD_PARTS
        self._draft: Draft | None = None
        self._order: TeachOrder | None = None
        """What the draft was taught from; None for one that was not taught anew."""
        self._cancel = threading.Event()
        self._is_teaching = False
        self._is_shown = False
        self.on_progress: Callable[[float | None], None] = lambda share: None
        """For the rail: 0..1 while teaching, None when it has ended."""

    @property
    def is_teaching(self) -> bool:
        """True while teaching runs: closing the window asks first."""
        return self._is_teaching

    def refresh(self) -> None:
        """The screen is shown, or another person stands here."""
        self._is_shown = True
        self._steps.lines.refresh()
        self._steps.release.refresh()
        self._turn(self._step)

    def person_changed(self) -> None:
        """Somebody signed in or out."""
        self._steps.lines.refresh()
        self._steps.release.refresh()
        if self._is_shown and self._step is TeachStep.GOOD_PARTS:
            self._steps.gather.refresh()

    def leave(self) -> None:
        """Another screen is shown; teaching goes on."""
        self._is_shown = False
        self._steps.gather.pause()

    def teach(self) -> None:
        """Begin to learn what step 1 collected."""
        if self._is_teaching or self._steps.gather.missing():
            return
        self._teach(self._steps.gather.order())

    def add(self) -> None:
        """Add the collected good parts to what the recipe knows; all else stays."""
        if self._is_teaching or self._steps.gather.missing_to_add():
            return
        order = self._steps.gather.order()
        self._begin(lambda cancelled: self._teacher.add(order, self._post_stage, cancelled), len(order.images))

    def open_learned(self) -> None:
        """Look at what the recipe has learned, to take some of it out."""
        name, view = self._steps.gather.name, self._steps.gather.view
        if not self._is_teaching:
            self._background.run(lambda: self._teacher.learned(name, view), self._ask_take_out, self._told)

    def open_stored(self) -> None:
        """Look at inspected parts, to take some over as good ones."""
        name, view = self._steps.gather.name, self._steps.gather.view
        if not self._is_teaching:
            self._background.run(lambda: self._stored.doubted(name, view), self._ask_stored, self._told)

    def look_at_odd(self) -> None:
        """Show the good parts that stand apart, to leave some of them out."""
        if self._draft is not None and self._order is not None and not self._is_teaching:
            self._steps.pick.ask(odd_question(self._draft), self._leave_out)

    def _teach(self, order: TeachOrder) -> None:
        self._begin(lambda cancelled: self._teacher.teach(order, self._post_stage, cancelled), len(order.images))
        self._order = order

    def _leave_out(self, parts: tuple[GoodPart, ...]) -> None:
        """Teach again without these: a model that has learned them would find their like usual."""
        if self._order is not None and not self._is_teaching:
            out = tuple(part.image for part in parts if part.image)
            self._teach(replace(self._order, leave_out=self._order.leave_out + out))

    def _ask_stored(self, stored: LearnedParts) -> None:
        if stored.parts:
            self._steps.pick.ask(stored_question(stored), self._take_over)
        else:
            self._view.show_trouble(no_stored())

    def _take_over(self, parts: tuple[GoodPart, ...]) -> None:
        self._background.run(lambda: [self._stored.load(part) for part in parts], self._steps.gather.keep, self._told)

    def _ask_take_out(self, learned: LearnedParts) -> None:
        self._steps.pick.ask(take_out_question(learned), self._take_out)

    def _take_out(self, parts: tuple[GoodPart, ...]) -> None:
        gather = self._steps.gather
        order = TakeOutOrder(
            recipe=gather.name, view=gather.view, parts=tuple(part.key for part in parts), who=gather.who
        )
        if not self._is_teaching:
            self._begin(lambda _: self._teacher.take_out(order), len(parts))

    def _begin(self, work: Callable[[Callable[[], bool]], Draft | None], total: int) -> None:
        """Work that gives a draft, or None when it was cancelled."""
        self._cancel = cancel = threading.Event()
        self._is_teaching = True
        self._order = None
        self._turn(TeachStep.TEACH)
        self._show_stage(TeachStage(name=translate("Teach", "Getting ready"), done=0, total=total))
        self._background.run(lambda: work(cancel.is_set), self._taught, self._not_taught)

    def cancel(self) -> None:
        """Stop teaching; the recipe stays as it was."""
        self._cancel.set()

    def reopen_lines(self) -> None:
        """Move the lines of a recipe without teaching it again."""
        name = self._steps.gather.name
        if not self._is_teaching:
            self._background.run(lambda: self._releases.reopen(name), self._open_draft, self._told)

    def open_versions(self) -> None:
        """Look at the released versions of a recipe."""
        if not self._is_teaching:
            self._draft = None
            self._steps.release.open_versions(self._steps.gather.name)
            self._turn(TeachStep.RELEASE)

    def use_lines(self) -> None:
        """Go on to the release with the lines as drawn."""
        if self._draft is not None:
            self._steps.release.open(self._draft, self._steps.lines.lines)
            self._turn(TeachStep.RELEASE)

    def go_back(self) -> None:
        """One step back; from the lines to the good parts, since teaching is done."""
        if self._step is TeachStep.RELEASE and self._draft is not None:
            self._turn(TeachStep.LINES)
        elif not self._is_teaching:
            self._draft = None
            self._turn(TeachStep.GOOD_PARTS)

    def released(self) -> None:
        """The draft became a version: there is nothing to go back to."""
        self._draft = None

    def _open_draft(self, draft: Draft) -> None:
        self._draft = draft
        self._steps.lines.open(draft)
        self._turn(TeachStep.LINES)

    def _taught(self, draft: Draft | None) -> None:
        self._end_teaching()
        if draft is None:
            self._turn(TeachStep.GOOD_PARTS)
        else:
            self._open_draft(draft)

    def _not_taught(self, trouble: Exception) -> None:
        self._end_teaching()
        self._turn(TeachStep.GOOD_PARTS)
        self._told(trouble)

    def _end_teaching(self) -> None:
        self._is_teaching = False
        self.on_progress(None)

    def _post_stage(self, stage: TeachStage) -> None:
        self._background.post(lambda: self._show_stage(stage))

    def _show_stage(self, stage: TeachStage) -> None:
        if not self._is_teaching:
            return
        self._view.show_stage(stage)
        self.on_progress(stage.share)

    def _turn(self, step: TeachStep) -> None:
        self._step = step
        self._view.show_step(step, self._release_word())
        if step is not TeachStep.GOOD_PARTS:
            self._steps.gather.pause()
        elif self._is_shown:
            self._steps.gather.refresh()

    def _release_word(self) -> str:
        if self._draft is None:
            return translate("Teach", "Release")
        return translate("Teach", "Release v{version}").format(version=self._draft.recipe.version)

    def _told(self, trouble: Exception) -> None:
        if not isinstance(trouble, Trouble):
            raise trouble
        self._view.show_trouble(trouble)
