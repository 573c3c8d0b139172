"""One part as it may be shown: blind, everything that could tell its score looks the same on every part."""

from app.i18n import told, translate
from app.review.looks import Loaded
from app.review.ports import Catalogs, Look, Why
from app.review.shown import PartShown, Shot, SightShown, WhyShown
from app.review.wording import all_clear_word, good_exhibit, model_line, part_title, past_exhibit, told_reason
from app.widgets.text import thousands
from labeling.review.place import BLIND
from vision.inspection import Frame, InspectionRecord


def look_at(record: InspectionRecord, view: int = -1) -> Look:
    """A record through one of its views; -1 is the one that decided, or any with a frame."""
    if 0 <= view < len(record.views):
        return Look(record=record, view=record.views[view])
    deciding = record.deciding_view
    if deciding is None or deciding.image is None:
        deciding = next((one for one in record.views if one.image), deciding)
    return Look(record=record, view=deciding)


def part_shown(look: Look, *, is_blind: bool, decided: str) -> PartShown:
    """What is known before the image has come."""
    shot = Shot(
        score=look.view.score if look.view else None,
        thresholds=look.view.thresholds if look.view else None,
        verdict=look.record.verdict,
    )
    return PartShown(
        title=part_title(look),
        reason="" if is_blind else told_reason(look.record, look),
        shot=None if is_blind else shot,
        model=model_line(look),
        views=len(look.record.views),
        decided=decided,
        all_clear=all_clear_word(None if is_blind else look.record.verdict),
    )


def sight_shown(look: Look, frame: Frame, why: Why | None, *, is_blind: bool) -> SightShown:
    """The image, with its map once that has come."""
    prediction, thresholds = why.prediction if why else None, look.view.thresholds if look.view else None
    if is_blind:
        prediction, thresholds = why.hidden if why else None, BLIND
    good = why.good[0] if why and why.good else None
    return SightShown(
        frame=frame,
        title=part_title(look),
        prediction=prediction,
        thresholds=thresholds,
        with_scale=not is_blind,
        good=good.frame if good else None,
        good_title=_good_title(good.sequence) if good else "",
    )


def why_shown(look: Look, loaded: Loaded, catalogs: Catalogs, *, is_blind: bool) -> WhyShown:
    """What stands beside the image."""
    why = loaded.why
    reason = "" if is_blind else told_reason(look.record, look)
    if is_blind and why is not None and why.highest_at:
        reason = translate("Review", "Highest at: {place}").format(place=told(why.highest_at))
    if why is None:
        return WhyShown(reason=reason)
    return WhyShown(
        reason=reason,
        good=tuple(map(good_exhibit, why.good)),
        past=tuple(past_exhibit(defect, catalogs) for defect in why.past),
        note=why.missing,
    )


def _good_title(sequence: int) -> str:
    return translate("Review", "Part {number}, good").format(number=thousands(sequence))
