"""The disposition that goes with a judgement, and when a person has to say why."""

from labeling.records.reviews import Decision, Disposition, Finding, Judgement


def usual_disposition(judgement: Judgement, *, is_minor: bool = False) -> Disposition | None:
    """What happens to a part unless a person says otherwise: a minor defect is reworked, any other one scrapped."""
    if judgement.finding is Finding.DEFECT:
        return Disposition.REWORK if is_minor else Disposition.SCRAP
    return Disposition.USE_AS_IS if judgement.finding is Finding.FALSE_ALARM else None


def needs_reason(decision: Decision) -> bool:
    """A defective part that is used all the same is a concession: somebody answers for it."""
    is_defect = decision.judgement.finding is Finding.DEFECT
    return is_defect and decision.disposition is Disposition.USE_AS_IS


def check_decision(decision: Decision) -> None:
    """Raise ValueError for a judgement and a disposition that contradict each other, or a reason that is missing."""
    can_tell = decision.judgement.finding is not Finding.CANNOT_TELL
    if can_tell != (decision.disposition is not None):
        raise ValueError(f"{decision.judgement.finding} with disposition {decision.disposition}")
    if decision.judgement.finding is Finding.FALSE_ALARM and decision.disposition is not Disposition.USE_AS_IS:
        raise ValueError(f"a false alarm with disposition {decision.disposition}")
    if needs_reason(decision) and not decision.reason.strip():
        raise ValueError("a defective part is used as it is without a reason")
