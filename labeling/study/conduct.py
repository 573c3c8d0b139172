"""Whose turn it is with which part. Pure functions of a study and its answers: a study resumes from what is stored.

Blind: an appraiser gets one part after the other, by number, in an order of their own in every trial, and never sees
references, answers of others, or answers of their own. The last answer can be taken back until the next one is given.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from labeling.agreement import Rating, RatingTable
from labeling.records.studies import Answer, Study, StudyPart, StudyTrouble
from vision.inspection import say


@dataclass(frozen=True, kw_only=True)
class Turn:
    """What an appraiser has to do."""

    appraiser: str
    trial: int
    """From 1; of the answer that comes next, or of the last one when all is answered."""
    part: StudyPart | None
    """None when nothing is to be rated now."""
    answered: int
    """Of all trials."""
    total: int
    not_before: datetime | None = None
    """When the next trial may begin, while the pause between trials lasts."""
    can_undo: bool = False

    @property
    def is_done(self) -> bool:
        return self.answered == self.total


def order_of(study: Study, appraiser: str, trial: int) -> list[StudyPart]:
    """The parts in the order of one appraiser's trial. A hash, not a generator: the same in every version of Python."""

    def rank(part: StudyPart) -> bytes:
        return hashlib.sha256(f"{study.salt}|{appraiser}|{trial}|{part.number}".encode()).digest()

    return sorted(study.parts, key=rank)


def standing(answers: Iterable[Answer]) -> dict[tuple[str, int, int], Answer]:
    """The answers that hold, by appraiser, trial and part."""
    found: dict[tuple[str, int, int], Answer] = {}
    for answer in answers:
        place = (answer.appraiser, answer.trial, answer.part)
        if answer.value is None:
            found.pop(place, None)
        else:
            found[place] = answer
    return found


def turn_of(study: Study, answers: Sequence[Answer], appraiser: str, now: datetime) -> Turn:
    """What an appraiser has to do at this moment."""
    own = [answer for answer in answers if answer.appraiser == appraiser]
    held = standing(own)
    total = len(study.parts) * study.trials
    can_undo = bool(own) and own[-1].value is not None
    for trial in range(1, study.trials + 1):
        open_parts = [one for one in order_of(study, appraiser, trial) if (appraiser, trial, one.number) not in held]
        if not open_parts:
            continue
        waits = _waits_until(study, held, trial, now) if len(open_parts) == len(study.parts) else None
        part = None if waits else open_parts[0]
        return Turn(
            appraiser=appraiser,
            trial=trial,
            part=part,
            answered=len(held),
            total=total,
            not_before=waits,
            can_undo=can_undo,
        )
    return Turn(appraiser=appraiser, trial=study.trials, part=None, answered=len(held), total=total, can_undo=can_undo)


def _waits_until(study: Study, held: dict[tuple[str, int, int], Answer], trial: int, now: datetime) -> datetime | None:
    ends = [answer.time for (_, earlier, _), answer in held.items() if earlier == trial - 1]
    begins = max(ends) + study.pause if ends else now
    return begins if begins > now else None


def check_answer(study: Study, *, asked: Turn, now: Turn, value: str) -> StudyPart:
    """The part that is answered on.

    Raises:
        StudyTrouble: another part is to be rated now than when it was asked, or the value is no category.
    """
    if now.part is None or (now.trial, now.part) != (asked.trial, asked.part) or value not in study.categories:
        raise StudyTrouble(
            say("{value} is no answer on the part that is asked about.", value=value),
            "Nothing is kept.",
            "Open the study again.",
        )
    return now.part


def last_answer(answers: Sequence[Answer], appraiser: str) -> Answer:
    """The answer that can be taken back.

    Raises:
        StudyTrouble: there is none, or it was taken back already.
    """
    own = [answer for answer in answers if answer.appraiser == appraiser]
    if not own or own[-1].value is None:
        raise StudyTrouble(
            "There is no answer to take back.",
            "Only the last answer can be taken back, so that earlier parts stay blind.",
            "Go on with the part that is shown.",
        )
    return own[-1]


def is_complete(study: Study, answers: Sequence[Answer]) -> bool:
    """True when every appraiser has rated every part in every trial."""
    return len(standing(answers)) == len(study.parts) * len(study.appraisers) * study.trials


def rating_table(study: Study, answers: Sequence[Answer]) -> RatingTable:
    """The answers as the statistics take them. Raises `AgreementTrouble` while some are missing."""
    place = {appraiser.name: number for number, appraiser in enumerate(study.appraisers)}
    references = {part.number: part.reference for part in study.parts}
    held = sorted(standing(answers).values(), key=lambda answer: place[answer.appraiser])
    return RatingTable.of(
        Rating(
            part=str(answer.part),
            appraiser=answer.appraiser,
            trial=str(answer.trial),
            value=str(answer.value),
            reference=references[answer.part] if study.has_reference else None,
        )
        for answer in held
    )
