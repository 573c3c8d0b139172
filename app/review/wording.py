"""The Review screen's words."""

from app.i18n import numeral, told, translate
from app.review.ports import Catalogs, GoodPart, Look, PastDefect
from app.review.shown import Exhibit, FootShown
from app.widgets.text import thousands
from labeling.catalog import CatalogTrouble
from labeling.records.reviews import Decision, Disposition, Finding
from labeling.review.escapes import EscapeEstimate
from labeling.review.pace import Pace
from vision.inspection import InspectionRecord, Verdict

DOT = " \N{MIDDLE DOT} "


def part_title(look: Look) -> str:
    """ "Part 1 281", and among several views which: "Part 1 281, side"."""
    title = translate("Review", "Part {number}").format(number=thousands(look.record.sequence))
    return f"{title}, {look.view.view}" if look.view and len(look.record.views) > 1 else title


def waiting_line(record: InspectionRecord) -> str:
    """ "14:32 · L-2419"."""
    return DOT.join(filter(None, (f"{record.time.astimezone():%H:%M}", record.part.lot)))


def model_line(look: Look) -> str:
    """ "Magnet tile 42 · v7 · model 9f3c a17e"."""
    digest = look.view.model_hash if look.view else None
    words = [look.record.recipe, f"v{look.record.recipe_version}"]
    if digest:
        words.append(translate("Review", "model {hash}").format(hash=f"{digest[:4]} {digest[4:8]}"))
    return DOT.join(words)


def decision_words(decision: Decision, product: str, catalogs: Catalogs) -> str:
    """What was decided, short: "Confirmed: crack", "False alarm", "Rework", "Second person decides"."""
    if decision.judgement.finding is Finding.FALSE_ALARM:
        return translate("Review", "False alarm")
    if decision.judgement.finding is Finding.CANNOT_TELL:
        return translate("Review", "Second person decides")
    name = class_name(decision, product, catalogs)
    usual = {
        Disposition.REWORK: translate("Review", "Rework"),
        Disposition.USE_AS_IS: translate("Review", "Use as is"),
        Disposition.SCRAP: translate("Review", "Confirmed"),
    }
    word = usual[decision.disposition or Disposition.SCRAP]
    return f"{word}: {name}" if name else word


def outcome_words(decision: Decision, record: InspectionRecord, catalogs: Catalogs) -> str:
    """What was decided on this part; on one that the machine did not flag there was no alarm that could be false."""
    if decision.judgement.finding is Finding.FALSE_ALARM:
        return all_clear_word(record.verdict)
    return decision_words(decision, record.recipe, catalogs)


def all_clear_word(verdict: Verdict | None) -> str:
    """What it is called when nothing counts. `verdict` is None while it is hidden: then one word serves all parts."""
    if verdict in (Verdict.NG, Verdict.REVIEW):
        return translate("Review", "False alarm")
    return translate("Review", "Nothing found")


def class_name(decision: Decision, product: str, catalogs: Catalogs) -> str:
    """The class as it is called now; empty without one."""
    class_id = decision.judgement.class_id
    if class_id is None:
        return ""
    try:
        return catalogs(product).find(class_id).name
    except CatalogTrouble:
        return translate("Review", "unknown class")


def good_exhibit(part: GoodPart) -> Exhibit:
    """A good part with its number."""
    return Exhibit(picture=part.picture, caption=thousands(part.sequence))


def past_exhibit(defect: PastDefect, catalogs: Catalogs) -> Exhibit:
    """A past defect with its class, or with what happened to the part where that says more."""
    name = class_name(defect.decision, defect.product, catalogs)
    is_used = defect.decision.disposition is Disposition.USE_AS_IS
    caption = decision_words(defect.decision, defect.product, catalogs) if is_used or not name else name
    return Exhibit(picture=defect.picture, caption=caption)


def foot_shown(estimate: EscapeEstimate, share: float, pace: Pace, shift: str) -> FootShown:
    """What the audit and the team's pace say. A zero is never said alone."""
    return FootShown(
        escapes=_escapes(estimate, share),
        support=_support(estimate),
        detail=_left_out(estimate),
        pace=_pace(pace, shift),
        share=share,
    )


def percent(share: float) -> str:
    """A share as people read it, with as many digits as it needs."""
    value = 100 * share
    digits = 0 if value >= 10 or value == round(value) else 1 if value >= 1 else 2
    return numeral(value, digits) + "\N{THIN SPACE}%"


def _escapes(estimate: EscapeEstimate, share: float) -> str:
    if estimate.rate is None:
        if share:
            return translate("Review", "Escapes: no audited part yet")
        return translate("Review", "Escapes: no audit of OK parts")
    words = translate("Review", "Escapes {rate}, up to {bound}")
    return words.format(rate=percent(estimate.rate), bound=percent(estimate.bound))


def _support(estimate: EscapeEstimate) -> str:
    if not estimate.n:
        return ""
    words = translate("Review", "95 %, {k} of {n} audited parts")
    return words.format(k=thousands(estimate.escapes), n=thousands(estimate.n))


def _left_out(estimate: EscapeEstimate) -> str:
    left_out = []
    if estimate.unclear:
        left_out.append(translate("Review", "{count} unclear").format(count=thousands(estimate.unclear)))
    if estimate.seen:
        left_out.append(translate("Review", "{count} seen early").format(count=thousands(estimate.seen)))
    if not left_out:
        return ""
    return translate("Review", "Not counted: {parts}").format(parts=", ".join(left_out))


def _pace(pace: Pace, shift: str) -> str:
    if pace.median_s is None:
        return ""
    where = translate("Review", "Shift {name}").format(name=shift) if shift else translate("Review", "Today")
    words = translate("Review", "{where}: {seconds} s a part, {count} decided")
    return words.format(where=where, seconds=numeral(pace.median_s, 1), count=thousands(pace.decisions))


def told_reason(record: InspectionRecord, look: Look) -> str:
    """Why the machine flagged it, in the station's language."""
    return told((look.view.reason if look.view else "") or record.reason)
