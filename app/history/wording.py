"""How a record reads on the screen: numbers, times and the list of facts beside the image."""

from dataclasses import dataclass
from datetime import date, datetime

from app.i18n import numeral, told, translate
from vision.inspection import InspectionRecord, Verdict, ViewRecord, points

THIN_SPACE = "\N{THIN SPACE}"
NOTHING = "\N{EN DASH}"
FACT_COUNT = 7
"""How many facts `facts` gives."""
DOT = " \N{MIDDLE DOT} "


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One row of the sheet: a label, a value in bold, and a quieter remark."""

    label: str
    value: str
    remark: str = ""


def counted(number: int) -> str:
    """12345 as "12 345", with a thin space."""
    return f"{number:,}".replace(",", THIN_SPACE)


def scored(view: ViewRecord | None) -> str:
    """A view's score on the scale of 0 to 100, or a dash."""
    if view is None or view.score is None or view.thresholds is None:
        return NOTHING
    return str(points(view.score, view.thresholds))


def timed(moment: datetime, today: date) -> str:
    """The local time of day; with the day in front when that is not today."""
    local = moment.astimezone()
    return f"{local:%H:%M:%S}" if local.date() == today else f"{local:%Y-%m-%d %H:%M:%S}"


def dated(moment: datetime, today: date) -> str:
    """The local time and day for the sheet's head."""
    local = moment.astimezone()
    if local.date() == today:
        return translate("History", "{time}, today").format(time=f"{local:%H:%M:%S}")
    return f"{local:%H:%M:%S}, {local:%Y-%m-%d}"


def verdict_word(verdict: Verdict) -> str:
    """The verdict as the screens write it."""
    words = {
        Verdict.OK: translate("Verdict", "OK"),
        Verdict.NG: translate("Verdict", "NG"),
        Verdict.REVIEW: translate("Verdict", "REVIEW"),
        Verdict.NOT_INSPECTED: translate("Verdict", "NOT INSPECTED"),
    }
    return words[verdict]


def short_hash(digest: str | None) -> str:
    """The first eight digits in two groups, as people compare them."""
    return f"{digest[:4]} {digest[4:8]}" if digest else NOTHING


def facts(record: InspectionRecord, view: ViewRecord | None) -> tuple[Fact, ...]:
    """Everything about one view of one record that is worth reading beside its image."""
    identity = ", ".join(word for word in (record.part.lot, record.part.serial) if word)
    return (
        _score_fact(record, view),
        Fact(
            label=translate("History", "Reason"),
            value=told((view.reason if view else "") or record.reason) or NOTHING,
        ),
        Fact(label=translate("History", "Lot, serial"), value=identity or NOTHING),
        Fact(
            label=translate("History", "By"),
            value=DOT.join(filter(None, (record.operator, record.station))) or NOTHING,
        ),
        Fact(
            label=translate("History", "Recipe"),
            value=f"{record.recipe}{DOT}v{record.recipe_version}",
            remark=short_hash(record.recipe_hash),
        ),
        Fact(
            label=translate("History", "Model"),
            value=short_hash(view.model_hash if view else None),
        ),
        Fact(
            label=translate("History", "Latency"),
            value=_milliseconds(record.latency_ms),
            remark=_recorded(record),
        ),
    )


def no_image(record: InspectionRecord, view: ViewRecord | None) -> str:
    """Why a record shows no image, when retention did not remove it."""
    if view is not None and view.score is not None:
        said = translate("History", "No image is kept.")
    else:
        said = translate("History", "No image was taken.")
    return told(said, (view.reason if view else "") or record.reason)


def _score_fact(record: InspectionRecord, view: ViewRecord | None) -> Fact:
    shown = view or record.deciding_view
    return Fact(label=translate("History", "Score"), value=scored(shown), remark=_raw(shown))


def _raw(view: ViewRecord | None) -> str:
    """What the scale was made from: the model's own score and the recipe's lines."""
    if view is None or view.score is None or view.thresholds is None:
        return ""
    raw = translate("History", "raw {score}").format(score=numeral(view.score, 2))
    return DOT.join((raw, f"T1\u00a0{numeral(view.thresholds.t1, 2)}", f"T2\u00a0{numeral(view.thresholds.t2, 2)}"))


def _milliseconds(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.0f} ms"


def _recorded(record: InspectionRecord) -> str:
    if record.recorded_ms is None:
        return ""
    return translate("History", "recorded after {ms} ms").format(ms=f"{record.recorded_ms:.0f}")
