"""The studies of one station: starting, rating, resuming, and what came of them."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from labeling.records.studies import Answer, Appraiser, Study, StudyPart, StudyTrouble
from labeling.storage.studies import StudyBook
from labeling.study.conduct import Turn, check_answer, is_complete, last_answer, order_of, standing, turn_of
from labeling.study.images import PartSource, StudyImages
from labeling.study.outcome import Outcome, outcome_of
from labeling.study.planning import FEWEST_PARTS, choose_parts, with_references
from vision.inspection import Clock, Frame, SystemClock, Trouble, say

_SALT_BYTES = 16

Judge = Callable[[StudyPart, Frame], str]
"""The model's answer on a part. Raises `Trouble` when it has none."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """A study as it is asked for."""

    name: str
    categories: tuple[str, ...]
    appraisers: tuple[Appraiser, ...]
    count: int = 50
    """Parts."""
    trials: int = 2
    pause: timedelta = timedelta(0)
    known_only: bool = True
    """Take only parts of which somebody has said what they are; else no part keeps its reference."""
    recipe: str = ""
    recipe_version: int = 0
    by: str


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far one appraiser is."""

    appraiser: Appraiser
    answered: int
    total: int


class Studies:
    """Thread-safe as its book; a study that was started and every answer are on disk when a call returns."""

    def __init__(self, book: StudyBook, images: StudyImages, clock: Clock | None = None) -> None:
        self._book = book
        self._images = images
        self._clock = clock or SystemClock()

    def all(self) -> list[Study]:
        """Every study, the newest first."""
        return self._book.all()

    def start(self, wish: Wish, source: PartSource, judge: Judge | None = None) -> tuple[Study, tuple[Trouble, ...]]:
        """Choose the parts, copy their images, and fix the study; also, why parts were left out.

        Args:
            judge: the model, tried on every part first: a study that it could never finish does not start.

        Raises:
            StudyTrouble: the name is taken, there are too few parts, appraisers or categories.
            Trouble: a copy cannot be written, or the model has no answer on a part; nothing is kept.
        """
        _check(wish)
        self._book.check_name(wish.name)
        salt = secrets.token_hex(_SALT_BYTES)
        candidates = source.candidates()
        chosen = choose_parts(with_references(candidates) if wish.known_only else candidates, wish.count, salt)
        try:
            copied = self._images.copy(salt, source, chosen)
            if len(copied.parts) < FEWEST_PARTS:
                raise _no_images(copied.missing)
            if judge is not None:
                for part in copied.parts:
                    judge(part, self._images.load(part))
            return self._book.start(self._study(wish, copied.parts, salt)), copied.missing
        except BaseException:
            self._images.drop(salt)
            raise

    def image(self, part: StudyPart) -> Frame:
        """The image of a part. Raises `Trouble` when it is gone or was changed."""
        return self._images.load(part)

    def turn(self, study: Study, appraiser: str) -> Turn:
        """What an appraiser has to do now."""
        return turn_of(study, self._book.answers(study.id), appraiser, self._clock.wall())

    def upcoming(self, study: Study, turn: Turn) -> StudyPart | None:
        """The part after the one that is asked about in this trial, for reading ahead."""
        if turn.part is None:
            return None
        order = order_of(study, turn.appraiser, turn.trial)
        behind = order[order.index(turn.part) + 1 :]
        return behind[0] if behind else None

    def answer(self, study: Study, turn: Turn, value: str, seconds: float | None = None) -> Turn:
        """Keep an answer on the part of a turn; what is to do next. Raises `StudyTrouble` when it is not that turn."""
        part = check_answer(study, asked=turn, now=self.turn(study, turn.appraiser), value=value)
        self._add(study, turn.appraiser, turn.trial, part.number, value, seconds)
        return self.turn(study, turn.appraiser)

    def undo(self, study: Study, appraiser: str) -> Turn:
        """Take the last answer back; its part is asked about again. Raises `StudyTrouble` when there is none."""
        last = last_answer(self._book.answers(study.id), appraiser)
        self._add(study, appraiser, last.trial, last.part, None, None)
        return self.turn(study, appraiser)

    def rate(
        self,
        study: Study,
        judge: Judge,
        progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        """Let the model answer everything it has not answered yet; it judges anew in every trial.

        Raises:
            Trouble: it has no answer on a part; what it answered before is kept.
        """
        for appraiser in (one.name for one in study.appraisers if one.is_model):
            while (turn := self._model_turn(study, appraiser)).part is not None and not cancelled():
                value = judge(turn.part, self.image(turn.part))
                self._add(study, appraiser, turn.trial, turn.part.number, value, None)
                progress(turn.answered + 1, turn.total)

    def progress(self, study: Study) -> list[Progress]:
        """How far everybody is."""
        held = standing(self._book.answers(study.id))
        total = len(study.parts) * study.trials
        return [
            Progress(appraiser=one, answered=sum(name == one.name for name, _, _ in held), total=total)
            for one in study.appraisers
        ]

    def outcome(self, study: Study) -> Outcome | None:
        """What came of a study; None while answers are missing."""
        answers = self._book.answers(study.id)
        return outcome_of(study, answers) if is_complete(study, answers) else None

    def _model_turn(self, study: Study, appraiser: str) -> Turn:
        """The model remembers nothing: it does not wait between trials."""
        return turn_of(study, self._book.answers(study.id), appraiser, self._clock.wall() + study.pause)

    def _add(
        self, study: Study, appraiser: str, trial: int, part: int, value: str | None, seconds: float | None
    ) -> None:
        answer = Answer(
            appraiser=appraiser, trial=trial, part=part, value=value, time=self._clock.wall(), seconds=seconds
        )
        self._book.add(study.id, [answer])

    def _study(self, wish: Wish, parts: tuple[StudyPart, ...], salt: str) -> Study:
        return Study(
            name=wish.name,
            categories=wish.categories,
            parts=parts if wish.known_only else tuple(part.without_reference() for part in parts),
            appraisers=wish.appraisers,
            trials=wish.trials,
            pause=wish.pause,
            salt=salt,
            recipe=wish.recipe,
            recipe_version=wish.recipe_version,
            created=self._clock.wall(),
            created_by=wish.by,
        )


def _check(wish: Wish) -> None:
    names = [one.name for one in wish.appraisers]
    if not names or len(set(names)) < len(names) or wish.trials < 1 or len(names) * wish.trials < 2:
        raise StudyTrouble(
            "A study needs two appraisers, or one who rates twice.",
            "With one answer on each part there is nothing to compare.",
            "Choose more appraisers or more trials.",
        )
    if len(set(wish.categories)) < 2:
        raise StudyTrouble(
            "A study needs at least two answers to choose from.", "", "Add defect classes, or ask for OK or NG."
        )


def _no_images(missing: Sequence[Trouble]) -> StudyTrouble:
    return StudyTrouble(
        say("The images of {count} parts cannot be read.", count=len(missing)),
        "No study is started.",
        "Choose another source.",
        detail="; ".join(str(one) for one in missing[:5]),
    )
