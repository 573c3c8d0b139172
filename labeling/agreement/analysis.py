"""All figures of an attribute agreement study.

How repeated trials enter, after AIAG's MSA manual (4th edition, chapter III C) and as Minitab does it:

* within, effectiveness, all agree, all right: **by part**; a part counts when *all* its trials agree (with each other,
  or with the reference). One trial that differs loses the part.
* miss rate, false-alarm rate: **by decision**; every trial counts once.
* Cohen's kappa: every trial counts once. Against the reference each trial is paired with the part's reference; between
  two appraisers trial 1 with trial 1, trial 2 with trial 2. All pairs go into one table.
* Fleiss' kappa: every trial of every appraiser is one rating of the part, so A appraisers x R trials are A x R raters;
  an appraiser who differs from themselves lowers it, too.

Intervals are 95 %: of kappas by bootstrap over parts (all ratings of a part stay together), of shares exact.
"""

from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from labeling.agreement.kappa import Kappa, cohen, count_ratings, fleiss, fleiss_of_category
from labeling.agreement.ratings import AgreementTrouble, Codes, RatingTable
from labeling.agreement.share import Share, share
from vision.inspection import say

Flags = NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True)
class AppraiserFigures:
    """One appraiser. None where a figure is undefined: one trial, no reference, no good value, no such part."""

    name: str
    within: Share | None
    """Parts on which all own trials agree; None with one trial."""
    effectiveness: Share | None
    """Parts of which all own trials are right."""
    kappa: Kappa | None
    """Cohen's, against the reference."""
    miss_rate: Share | None
    """Decisions on defective parts that called them good."""
    false_alarm_rate: Share | None
    """Decisions on good parts that called them something else."""


@dataclass(frozen=True, kw_only=True)
class PairFigures:
    """Two appraisers."""

    one: str
    other: str
    kappa: Kappa | None
    """Cohen's."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Agreement:
    """What a study says."""

    table: RatingTable
    good: str | None
    """The category of a good part, None when not told."""
    fleiss: Kappa | None
    """All ratings of all appraisers; None with one appraiser or one category."""
    fleiss_by_category: dict[str, Kappa | None] = field(default_factory=dict)
    """Each category against all others together."""
    appraisers: tuple[AppraiserFigures, ...]
    pairs: tuple[PairFigures, ...]
    all_agree: Share | None
    """Parts on which all trials of all appraisers agree; None with one appraiser."""
    all_right: Share | None
    """Parts of which all trials of all appraisers are right."""
    disagreed: tuple[str, ...]
    """Parts with more than one answer, the most divided first."""


def analyse(table: RatingTable, good: str | None = None) -> Agreement:
    """Every figure of a study. Raises `AgreementTrouble` when nobody ever gave the `good` category."""
    if good is not None and good not in table.categories:
        raise AgreementTrouble(
            say("No rating and no reference is {good}.", good=good),
            say("The categories are: {found}.", found=", ".join(table.categories)),
            "Name one of these as the good value; upper and lower case differ.",
        )
    several = len(table.appraisers) > 1
    counts = count_ratings(table.codes, len(table.categories))
    right = _right(table)
    all_right = None if right is None else _of_parts(_all_of(right))
    return Agreement(
        table=table,
        good=good,
        fleiss=fleiss(counts) if several else None,
        fleiss_by_category=_by_category(table, counts) if several else {},
        appraisers=tuple(_figures(table, number, good) for number in range(len(table.appraisers))),
        pairs=tuple(_pair(table, one, other) for one, other in combinations(range(len(table.appraisers)), 2)),
        all_agree=_of_parts(_unanimous(table.codes.reshape(len(table.parts), -1))) if several else None,
        all_right=all_right,
        disagreed=_divided(table, counts),
    )


def _figures(table: RatingTable, appraiser: int, good: str | None) -> AppraiserFigures:
    codes = table.codes[:, appraiser]
    right = _right(table)
    kappa = None
    if table.has_reference:
        truth = np.broadcast_to(table.reference[:, None], codes.shape)
        kappa = cohen(codes, truth, len(table.categories))
    missed, alarmed = _wrong_decisions(table, codes, good)
    return AppraiserFigures(
        name=table.appraisers[appraiser],
        within=_of_parts(_unanimous(codes)) if len(table.trials) > 1 else None,
        effectiveness=None if right is None else _of_parts(_all_of(right[:, appraiser])),
        kappa=kappa,
        miss_rate=missed,
        false_alarm_rate=alarmed,
    )


def _wrong_decisions(table: RatingTable, codes: Codes, good: str | None) -> tuple[Share | None, Share | None]:
    """Miss and false-alarm rate of (parts, trials) codes."""
    if good is None or not table.has_reference:
        return None, None
    code = table.categories.index(good)
    is_good = table.reference == code
    called_good = codes == code
    missed, alarmed = called_good[~is_good], ~called_good[is_good]
    return share(int(missed.sum()), missed.size), share(int(alarmed.sum()), alarmed.size)


def _pair(table: RatingTable, one: int, other: int) -> PairFigures:
    kappa = cohen(table.codes[:, one], table.codes[:, other], len(table.categories))
    return PairFigures(one=table.appraisers[one], other=table.appraisers[other], kappa=kappa)


def _by_category(table: RatingTable, counts: Codes) -> dict[str, Kappa | None]:
    return {name: fleiss_of_category(counts, number) for number, name in enumerate(table.categories)}


def _divided(table: RatingTable, counts: Codes) -> tuple[str, ...]:
    """Parts with several answers; first those whose most frequent answer is the least frequent."""
    shared = counts.max(axis=1)
    order = np.argsort(shared, kind="stable")
    return tuple(table.parts[number] for number in order if shared[number] < counts[number].sum())


def _right(table: RatingTable) -> Flags | None:
    """(parts, appraisers, trials): is the rating the reference."""
    return table.codes == table.reference[:, None, None] if table.has_reference else None


def _unanimous(codes: Codes) -> Flags:
    """(parts, ratings) in: parts whose ratings are all the same."""
    return _all_of(codes == codes[:, :1])


def _all_of(flags: Flags) -> Flags:
    """(parts, ...) in, (parts,) out."""
    return np.asarray(flags.reshape(len(flags), -1).all(axis=1))


def _of_parts(flags: Flags) -> Share:
    return Share(count=int(np.count_nonzero(flags)), total=len(flags))
