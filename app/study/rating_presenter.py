"""Rating blind: one part after the other, one key an answer, one step back. No widget here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.study.ports import StudyNeeds
from labeling.records.studies import Study, StudyPart
from labeling.study.conduct import Turn
from vision.inspection import Frame, Trouble


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the page shows. Parts have no number here: who remembers "17" would not be blind in the next trial."""

    study: Study
    turn: Turn

    @property
    def place(self) -> int:
        """Place of the part in its trial, from 1."""
        return self.turn.answered - (self.turn.trial - 1) * len(self.study.parts) + 1


class RatingView(Protocol):
    """Setters of the rating page."""

    def show_asked(self, asked: Asked) -> None: ...
    def show_frame(self, frame: Frame | None) -> None: ...
    def show_no_frame(self, trouble: Trouble) -> None: ...


class RatingPresenter:
    """One appraiser at work. Images are read in the background, the next one ahead."""

    def __init__(self, view: RatingView, needs: StudyNeeds) -> None:
        self._view = view
        self._needs = needs
        self._asked: Asked | None = None
        self._shown_s: float | None = None
        self._ahead: dict[int, Frame] = {}
        """Read frames by part number: the one on the screen and the next."""
        self.on_left: Callable[[Turn], None] = lambda turn: None
        self.on_trouble: Callable[[Exception], None] = lambda trouble: None

    @property
    def is_open(self) -> bool:
        """True while somebody rates."""
        return self._asked is not None

    def open(self, study: Study, appraiser: str) -> None:
        """Go on where this appraiser stopped."""
        self._ahead = {}
        self._show(Asked(study=study, turn=self._needs.studies.turn(study, appraiser)))

    def leave(self) -> None:
        """Stop for now; everything answered is kept."""
        if self._asked is None:
            return
        turn, self._asked, self._ahead = self._asked.turn, None, {}
        self.on_left(turn)

    def person_changed(self) -> None:
        """Somebody signed in or out: nobody rates in another's name."""
        if self._asked is not None and not self._needs.may_rate_as(self._asked.turn.appraiser):
            self.leave()

    def answer(self, value: str) -> None:
        """Keep an answer; nothing before the image is on the screen."""
        if self._asked is None or self._shown_s is None:
            return
        asked, seconds = self._asked, self._needs.clock_s() - self._shown_s
        self._try(lambda: self._needs.studies.answer(asked.study, asked.turn, value, seconds))

    def undo(self) -> None:
        """Take the last answer back."""
        if self._asked is not None and self._asked.turn.can_undo:
            study, appraiser = self._asked.study, self._asked.turn.appraiser
            self._try(lambda: self._needs.studies.undo(study, appraiser))

    def _try(self, act: Callable[[], Turn]) -> None:
        assert self._asked is not None
        try:
            turn = act()
        except Trouble as trouble:
            self.on_trouble(trouble)
            return
        self._show(Asked(study=self._asked.study, turn=turn))

    def _show(self, asked: Asked) -> None:
        self._asked, self._shown_s = asked, None
        self._view.show_asked(asked)
        part = asked.turn.part
        if part is None:
            self._view.show_frame(None)
        elif part.number in self._ahead:
            self._put(part, self._ahead[part.number])
        else:
            self._view.show_frame(None)
            self._read(part)

    def _put(self, part: StudyPart, frame: Frame) -> None:
        """The image of the part that is asked about."""
        assert self._asked is not None
        self._view.show_frame(frame)
        self._shown_s = self._needs.clock_s()
        self._ahead = {part.number: frame}
        following = self._needs.studies.upcoming(self._asked.study, self._asked.turn)
        if following is not None:
            self._read(following)

    def _read(self, part: StudyPart) -> None:
        self._needs.background.run(
            lambda: self._needs.studies.image(part),
            lambda frame: self._on_read(part, frame),
            lambda trouble: self._on_unreadable(part, trouble),
        )

    def _on_read(self, part: StudyPart, frame: Frame) -> None:
        if self._asked is None:
            return
        if self._asked.turn.part == part and self._shown_s is None:
            self._put(part, frame)
        else:
            self._ahead[part.number] = frame

    def _on_unreadable(self, part: StudyPart, trouble: Exception) -> None:
        if self._asked is None or self._asked.turn.part != part:
            return  # it will be tried again, and told, when it is asked about
        if not isinstance(trouble, Trouble):
            raise trouble
        self._view.show_no_frame(trouble)
