"""The words of the Studies screen and of its report."""

from datetime import datetime

from app.i18n import numeral, told, translate
from app.study.draft import Draft, Pause, Supply
from app.study.ports import ModelInUse
from labeling.agreement import Kappa, Share
from labeling.records.studies import GOOD, NOT_GOOD, Study
from labeling.study.outcome import FALSE_ALARM_LIMIT, MISS_LIMIT, Advice, Call

DASH = "–"


def model_name(model: ModelInUse) -> str:
    """What the model is called as an appraiser."""
    return translate("Studies", "Model v{version}").format(version=model.version)


def category_word(category: str) -> str:
    """An answer as a button says it."""
    if category == GOOD:
        return translate("Studies", "OK")
    return translate("Studies", "NG") if category == NOT_GOOD else category


def design_line(study: Study) -> str:
    """What was planned, in one line."""
    text = translate("Studies", "{parts} parts × {people} appraisers × {trials} trials, blind, random order")
    if study.has_reference:
        text = translate(
            "Studies",
            "{parts} parts ({defective} defective) × {people} appraisers × {trials} trials, blind, random order",
        )
    return text.format(
        parts=len(study.parts),
        defective=sum(part.reference != GOOD for part in study.parts),
        people=len(study.appraisers),
        trials=study.trials,
    )


def row_line(study: Study) -> str:
    """The same, short, for the list."""
    text = translate("Studies", "{date} · {parts} parts × {people} × {trials}")
    return text.format(
        date=f"{study.created.astimezone():%Y-%m-%d}",
        parts=len(study.parts),
        people=len(study.appraisers),
        trials=study.trials,
    )


def pause_word(pause: Pause) -> str:
    """When the next trial of an appraiser may begin."""
    return {
        Pause.NONE: translate("Studies", "At once"),
        Pause.NEXT_DAY: translate("Studies", "The next day"),
        Pause.NEXT_WEEK: translate("Studies", "The next week"),
    }[pause]


def supply_line(supply: Supply | None, draft: Draft) -> str:
    """How many parts there are, and which would be taken."""
    if supply is None:
        return translate("Studies", "Parts are being counted.") if draft.place else ""
    text = translate("Studies", "{known} of {total} parts have a known truth, {good} of them are good.").format(
        known=supply.known, total=supply.total, good=supply.good
    )
    usable = supply.known if draft.known_only else supply.total
    if usable < draft.count:
        text += " " + translate("Studies", "The study takes all {count} of them.").format(count=usable)
    if draft.known_only:
        return text
    return text + " " + translate("Studies", "Without the truth a study tells only how far people agree.")


def waits_line(until: datetime) -> str:
    """When the next trial begins."""
    moment = f"{until.astimezone():%Y-%m-%d %H:%M}"
    return translate("Studies", "Next trial from {moment}").format(moment=moment)


def left_out_line(count: int, why: str) -> str:
    """That some parts have no image."""
    return translate("Studies", "{count} parts left out. The first: {why}").format(count=count, why=told(why))


def kappa_text(kappa: Kappa | None) -> str:
    """A kappa to three decimals; a dash when it is undefined."""
    return DASH if kappa is None else numeral(kappa.value, 3)


def interval_text(kappa: Kappa | None) -> str:
    """ "95 % 0.621 to 0.846"; "" without an interval."""
    if kappa is None or kappa.interval is None:
        return ""
    low, high = kappa.interval
    return translate("Studies", "95 % {low} to {high}").format(low=numeral(low, 3), high=numeral(high, 3))


def percent(share: Share | None, digits: int = 1) -> str:
    """A share in per cent; a dash when it is undefined."""
    return (
        DASH if share is None else translate("Studies", "{number} %").format(number=numeral(100 * share.value, digits))
    )


def counted(share: Share | None) -> str:
    """ "49 of 50"."""
    if share is None:
        return DASH
    return translate("Studies", "{count} of {total}").format(count=share.count, total=share.total)


def bounded(share: Share | None) -> str:
    """ "3 of 40, 95 % 1.6 to 20.4 %": what a number supports."""
    if share is None:
        return ""
    low, high = (numeral(100 * bound, 1) for bound in share.interval)
    return translate("Studies", "{count}, 95 % {low} to {high} %").format(count=counted(share), low=low, high=high)


def advice_words(advice: Advice) -> tuple[str, str]:
    """What was found, and what to do about it."""
    values = {
        "who": translate("Studies", "The model") if advice.is_model else advice.appraiser,
        "share": percent(advice.share),
        "count": len(advice.parts),
        "parts": ", ".join(advice.parts[:6]) + (", …" if len(advice.parts) > 6 else ""),
    }
    found, todo = _advice_templates(advice)
    return found.format(**values), todo.format(**values)


def _advice_templates(advice: Advice) -> tuple[str, str]:
    miss, alarm = round(100 * MISS_LIMIT), round(100 * FALSE_ALARM_LIMIT)
    if advice.call is Call.MISSES:
        found = translate("Studies", "{who} misses {share} of defects.")
        limit = translate("Studies", "The usual limit is {limit} %.").replace("{limit}", str(miss))
        todo = (
            translate("Studies", "Parts {parts}: is T1 too high, or is the reference wrong?")
            if advice.is_model
            else translate("Studies", "Go through parts {parts} together, then repeat the study.")
        )
        return found, f"{limit} {todo}"
    if advice.call is Call.FALSE_ALARMS:
        found = translate("Studies", "{who} calls {share} of good parts defective.")
        limit = translate("Studies", "The usual limit is {limit} %.").replace("{limit}", str(alarm))
        todo = (
            translate("Studies", "Parts {parts}: is T2 too low, or is the reference wrong?")
            if advice.is_model
            else translate("Studies", "Agree on parts {parts}: what is still good?")
        )
        return found, f"{limit} {todo}"
    if advice.call is Call.CHANGES_MIND:
        return (
            translate("Studies", "{who} changes their mind on {count} parts."),
            translate("Studies", "Compare light, image size and time per part with the others."),
        )
    return (
        translate("Studies", "No figure is beyond its usual limit."),
        translate("Studies", "Keep this study as the proof, and repeat it when people or recipe change."),
    )


def trials_note() -> str:
    """How repeated trials enter the figures."""
    return translate(
        "Studies",
        "Agrees with itself and effectiveness count parts: all trials of a part have to agree. Miss and false-alarm rate"
        " count decisions: every trial once. Cohen's kappa pairs every trial with the reference. For Fleiss' kappa every"
        " trial of every appraiser is one rating. Intervals are 95 %: kappas by bootstrap over parts, shares exact.",
    )
