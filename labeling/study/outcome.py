"""The figures of a finished study, and what they call for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from labeling.agreement import Agreement, RatingTable, Share, analyse
from labeling.records.studies import GOOD, Answer, Study
from labeling.study.conduct import rating_table

KAPPA_LIMIT = 0.75
"""From here on agreement is good to excellent (AIAG MSA, 4th edition, page 137)."""
MISS_LIMIT = 0.05
FALSE_ALARM_LIMIT = 0.10
"""Above these an appraiser needs improvement (same, table III-C 7)."""
WITHIN_LIMIT = 0.90


class Call(StrEnum):
    """What a figure calls for."""

    MISSES = "misses"
    FALSE_ALARMS = "false_alarms"
    CHANGES_MIND = "changes_mind"
    ALL_WELL = "all_well"
    """No figure is beyond its limit."""


@dataclass(frozen=True, kw_only=True)
class Advice:
    """One thing to do."""

    call: Call
    appraiser: str = ""
    is_model: bool = False
    share: Share | None = None
    parts: tuple[str, ...] = ()
    """Numbers of the parts it is about."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Outcome:
    """What came of a study."""

    study: Study
    everybody: Agreement
    people: Agreement | None
    """Without the model; None when the model was no appraiser, or nobody else was."""
    advice: tuple[Advice, ...]


def outcome_of(study: Study, answers: Sequence[Answer]) -> Outcome:
    """The figures of a study. Raises `AgreementTrouble` while answers are missing."""
    table = rating_table(study, answers)
    good = GOOD if GOOD in table.categories else None  # nobody ever said OK, and nothing was
    everybody = analyse(table, good)
    persons = [one.name for one in study.appraisers if not one.is_model]
    has_both = 0 < len(persons) < len(study.appraisers)
    return Outcome(
        study=study,
        everybody=everybody,
        people=analyse(table.only(persons), good) if has_both else None,
        advice=tuple(_advice(study, everybody)) or (Advice(call=Call.ALL_WELL),),
    )


def _advice(study: Study, found: Agreement) -> Iterator[Advice]:
    """The heaviest first: misses, false alarms, then those who differ from themselves."""
    models = {one.name for one in study.appraisers if one.is_model}
    for call in (Call.MISSES, Call.FALSE_ALARMS, Call.CHANGES_MIND):
        for one in found.appraisers:
            share, is_beyond = {
                Call.MISSES: (one.miss_rate, _above(one.miss_rate, MISS_LIMIT)),
                Call.FALSE_ALARMS: (one.false_alarm_rate, _above(one.false_alarm_rate, FALSE_ALARM_LIMIT)),
                Call.CHANGES_MIND: (one.within, one.within is not None and one.within.value < WITHIN_LIMIT),
            }[call]
            if is_beyond:
                parts = tuple(_parts(found.table, one.name, call))
                yield Advice(call=call, appraiser=one.name, is_model=one.name in models, share=share, parts=parts)


def _parts(table: RatingTable, appraiser: str, call: Call) -> Iterator[str]:
    place = table.appraisers.index(appraiser)
    for number, part in enumerate(table.parts):
        given = {table.categories[code] for code in table.codes[number, place]}
        truth = table.categories[table.reference[number]] if table.has_reference else None
        beside = {
            Call.MISSES: truth != GOOD and GOOD in given,
            Call.FALSE_ALARMS: truth == GOOD and given != {GOOD},
            Call.CHANGES_MIND: len(given) > 1,
        }
        if beside[call]:
            yield part


def _above(share: Share | None, limit: float) -> bool:
    return share is not None and share.value > limit
