"""`loupe agreement RATINGS.csv [--good VALUE]`: how far appraisers agree with themselves, each other, the reference."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.cli.verb import Call, Verb, words
from labeling.agreement import (
    Agreement,
    AppraiserFigures,
    Kappa,
    PairFigures,
    RatingTable,
    Share,
    analyse,
    read_ratings,
)

_RATINGS = (
    "CSV with the columns part, appraiser, trial, rating, reference; every appraiser rates every part in every trial;"
    " ratings may be any set of categories; an empty reference column says that the truth is not known"
)
_GOOD = "the rating of a good part; without it miss and false-alarm rate are null"
_TRIALS = """\
How repeated trials enter: within, effectiveness, all_agree and all_right count parts: a part counts when all its trials
agree. Miss and false-alarm rate count decisions: every trial once. Cohen's kappa takes every trial once, paired with the
reference, or trial by trial with another appraiser, in one table. For Fleiss' kappa every trial of every appraiser is one
rating of the part. Intervals are 95 %: kappas by bootstrap over parts (all ratings of a part stay together), shares exact
(Clopper-Pearson). Null: undefined, and notes say why.
"""


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("ratings", type=Path, metavar="RATINGS.csv", help=_RATINGS)
    parser.add_argument("--good", type=words, metavar="VALUE", help=_GOOD)
    parser.epilog = _TRIALS


def _run(call: Call) -> int:
    found = analyse(RatingTable.of(read_ratings(call.arguments.ratings)), call.arguments.good)
    notes = list(_notes(found))
    call.output.emit(_values(found) | {"notes": notes}, "\n".join([*_lines(found), *notes]))
    return 0


def _values(found: Agreement) -> dict[str, Any]:
    """The figures as scripts see them."""
    return {
        "parts": len(found.table.parts),
        "trials": len(found.table.trials),
        "categories": found.table.categories,
        **_kappa(found.fleiss, "fleiss_kappa"),
        "by_appraiser": {one.name: _appraiser(one) for one in found.appraisers},
        "between": [
            {"appraisers": [pair.one, pair.other], **_kappa(pair.kappa, "cohen_kappa")} for pair in found.pairs
        ],
        "by_category": {name: _kappa(kappa, "fleiss_kappa") for name, kappa in found.fleiss_by_category.items()},
        **_share(found.all_agree, "all_agree"),
        **_share(found.all_right, "all_right"),
        "disagreed_parts": found.disagreed,
    }


def _appraiser(one: AppraiserFigures) -> dict[str, Any]:
    return {
        **_kappa(one.kappa, "cohen_kappa_reference"),
        **_share(one.within, "within"),
        **_share(one.effectiveness, "effectiveness"),
        **_share(one.miss_rate, "miss_rate"),
        **_share(one.false_alarm_rate, "false_alarm_rate"),
    }


def _kappa(kappa: Kappa | None, name: str) -> dict[str, Any]:
    return {name: kappa and kappa.value, f"{name}_ci": kappa and kappa.interval}


def _share(share: Share | None, name: str) -> dict[str, Any]:
    return {name: share and share.value, f"{name}_ci": share and share.interval}


def _notes(found: Agreement) -> Iterator[str]:
    """Why figures are missing, and what looks like a slip."""
    table = found.table
    if len(table.categories) == 1:
        yield "Every rating and reference is the same: no kappa is defined."
    if len(table.appraisers) == 1:
        yield "One appraiser: nothing between appraisers can be told."
    if len(table.trials) == 1:
        yield "One trial: how far appraisers agree with themselves is not known."
    if not table.has_reference:
        yield "No reference is given: nothing against it can be told."
    elif found.good is None:
        yield "Without --good, miss and false-alarm rate are not told."
    folded = [name.casefold() for name in table.categories]
    twins = [name for name in table.categories if folded.count(name.casefold()) > 1]
    if twins:
        yield f"These categories differ in upper and lower case only: {', '.join(twins)}."


def _lines(found: Agreement) -> Iterator[str]:
    """The figures as people read them."""
    table = found.table
    yield f"{len(table.parts)} parts x {len(table.appraisers)} appraisers x {len(table.trials)} trials"
    yield f"categories: {', '.join(table.categories)}"
    yield f"Fleiss' kappa        {_kappa_text(found.fleiss)}"
    yield f"all agree            {_share_text(found.all_agree)}"
    yield f"all right            {_share_text(found.all_right)}"
    for one in found.appraisers:
        yield f"{one.name}"
        yield f"  kappa (reference)  {_kappa_text(one.kappa)}"
        yield f"  agrees with itself {_share_text(one.within)}"
        yield f"  effectiveness      {_share_text(one.effectiveness)}"
        yield f"  miss rate          {_share_text(one.miss_rate)}"
        yield f"  false-alarm rate   {_share_text(one.false_alarm_rate)}"
    yield from map(_pair_line, found.pairs)
    yield from (f"{name}: Fleiss' kappa {_kappa_text(kappa)}" for name, kappa in found.fleiss_by_category.items())
    yield f"parts with different answers: {', '.join(found.disagreed) or 'none'}"


def _pair_line(pair: PairFigures) -> str:
    return f"{pair.one} and {pair.other}: Cohen's kappa {_kappa_text(pair.kappa)}"


def _kappa_text(kappa: Kappa | None) -> str:
    if kappa is None:
        return "-"
    return f"{kappa.value:.3f}" + (f" ({kappa.interval[0]:.3f} to {kappa.interval[1]:.3f})" if kappa.interval else "")


def _share_text(share: Share | None) -> str:
    if share is None:
        return "-"
    low, high = share.interval
    return f"{100 * share.value:.1f} % ({share.count} of {share.total}; {100 * low:.1f} to {100 * high:.1f})"


VERB = Verb(
    name="agreement", help="Agreement of appraisers (AIAG MSA) from a file of ratings.", run=_run,
    add_arguments=_add_arguments,
)  # fmt: skip
