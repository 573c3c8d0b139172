"""What the appraisers of a study said, as one checked table."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from vision.inspection import Trouble, say

NO_REFERENCE = -1
"""In `RatingTable.reference`, when what the parts really are is not known."""
_NAMED = 5
"""So many parts are named one by one."""

Codes = NDArray[np.intp]


class AgreementTrouble(Trouble):
    """Ratings from which agreement cannot be told."""


@dataclass(frozen=True, kw_only=True)
class Rating:
    """One answer of one appraiser."""

    part: str
    appraiser: str
    trial: str
    value: str
    """The category: OK or NG, or a defect class; any text."""
    reference: str | None = None
    """What the part really is, None when that is not known."""
    line: int | None = None
    """Line of the file it came from, from 1."""


@dataclass(frozen=True, eq=False, kw_only=True)
class RatingTable:
    """A balanced study: every appraiser rated every part in every trial."""

    parts: tuple[str, ...]
    appraisers: tuple[str, ...]
    trials: tuple[str, ...]
    categories: tuple[str, ...]
    """All values that occur as rating or reference, in natural order."""
    codes: Codes
    """(parts, appraisers, trials): place in `categories`."""
    reference: Codes
    """(parts,): place in `categories`; `NO_REFERENCE` throughout when it is not known."""

    @property
    def has_reference(self) -> bool:
        return bool(self.reference[0] != NO_REFERENCE)

    @classmethod
    def of(cls, ratings: Iterable[Rating]) -> Self:
        """The table of some ratings, in any order.

        Raises:
            AgreementTrouble: there are none, a rating is there twice or missing, or a part has several references or a
                reference only in some of its ratings.
        """
        kept = tuple(ratings)
        if not kept:
            raise AgreementTrouble("There is no rating.", "Agreement cannot be told.", "Choose a file with ratings.")
        _refuse_doubles(kept)
        references = _references(kept)
        appraisers = tuple(dict.fromkeys(rating.appraiser for rating in kept))
        parts, trials = (natural(getattr(rating, name) for rating in kept) for name in ("part", "trial"))
        values = {(rating.part, rating.appraiser, rating.trial): rating.value for rating in kept}
        _refuse_gaps(values, [(p, a, t) for p in parts for a in appraisers for t in trials])
        categories = natural([*values.values(), *(value for value in references.values() if value is not None)])
        code = {category: number for number, category in enumerate(categories)}
        cells = [[[code[values[p, a, t]] for t in trials] for a in appraisers] for p in parts]
        return cls(
            parts=parts,
            appraisers=appraisers,
            trials=trials,
            categories=categories,
            codes=np.array(cells, np.intp),
            reference=np.array([_code_of(code, references[part]) for part in parts], np.intp),
        )

    def only(self, appraisers: Sequence[str]) -> Self:
        """The same study with some of its appraisers: people without the model, say. Categories stay."""
        chosen = [self.appraisers.index(name) for name in appraisers]
        return type(self)(
            parts=self.parts,
            appraisers=tuple(appraisers),
            trials=self.trials,
            categories=self.categories,
            codes=self.codes[:, chosen],
            reference=self.reference,
        )

    def rows(self) -> list[Rating]:
        """The ratings again, part by part."""
        return [
            Rating(
                part=part,
                appraiser=appraiser,
                trial=trial,
                value=self.categories[self.codes[p, a, t]],
                reference=self.categories[self.reference[p]] if self.has_reference else None,
            )
            for p, part in enumerate(self.parts)
            for a, appraiser in enumerate(self.appraisers)
            for t, trial in enumerate(self.trials)
        ]


def natural(words: Iterable[str]) -> tuple[str, ...]:
    """Each word once, sorted as people do: part 9 before part 10."""
    return tuple(sorted(set(words), key=lambda word: ([_piece(p) for p in re.split(r"(\d+)", word)], word)))


def _piece(text: str) -> tuple[int, int, str]:
    return (0, int(text), "") if text.isdecimal() else (1, 0, text.casefold())


def _code_of(code: Mapping[str, int], reference: str | None) -> int:
    return NO_REFERENCE if reference is None else code[reference]


def _refuse_doubles(ratings: Sequence[Rating]) -> None:
    seen: dict[tuple[str, str, str], Rating] = {}
    for rating in ratings:
        place = (rating.part, rating.appraiser, rating.trial)
        if place in seen:
            raise AgreementTrouble(
                say(
                    "{appraiser} rated part {part} twice in trial {trial}{where}.",
                    appraiser=rating.appraiser,
                    part=rating.part,
                    trial=rating.trial,
                    where=_lines(seen[place], rating),
                ),
                "Which of the two counts is not known.",
                "Remove one of the two, or number the trials.",
            )
        seen[place] = rating


def _references(ratings: Sequence[Rating]) -> dict[str, str | None]:
    """Each part's reference; one for every part, or none at all."""
    first: dict[str, Rating] = {}
    for rating in ratings:
        known = first.setdefault(rating.part, rating)
        if known.reference != rating.reference:
            raise AgreementTrouble(
                say(
                    "Part {part} has two references: {one} and {other}{where}.",
                    part=rating.part,
                    one=known.reference or say("none"),
                    other=rating.reference or say("none"),
                    where=_lines(known, rating),
                ),
                "What the part really is, is not known.",
                "Write the same reference in all lines of a part.",
            )
    without = natural(part for part, rating in first.items() if rating.reference is None)
    if without and len(without) < len(first):
        raise AgreementTrouble(
            say("{count} of {total} parts have no reference: {parts}.", count=len(without), total=len(first),
                parts=_some(without)),
            "Agreement with the reference needs the reference of every part.",
            "Fill in the missing references, or leave the whole column empty.",
        )  # fmt: skip
    return {part: rating.reference for part, rating in first.items()}


def _refuse_gaps(known: Mapping[tuple[str, str, str], str], wanted: Sequence[tuple[str, str, str]]) -> None:
    gaps = [place for place in wanted if place not in known]
    if not gaps:
        return
    part, appraiser, trial = gaps[0]
    raise AgreementTrouble(
        say(
            "{count} of {total} ratings are missing; the first is that of part {part} by {appraiser} in trial {trial}.",
            count=len(gaps),
            total=len(wanted),
            part=part,
            appraiser=appraiser,
            trial=trial,
        ),
        "Every appraiser has to rate every part in every trial: a gap would favour whoever left it.",
        "Complete the ratings, or remove the parts, appraisers or trials that are not complete.",
    )


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMED]) + (", ..." if len(names) > _NAMED else "")


def _lines(one: Rating, other: Rating) -> str:
    if one.line is None or other.line is None:
        return ""
    return say(" (lines {one} and {other})", one=one.line, other=other.line)
