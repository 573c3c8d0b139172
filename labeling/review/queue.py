"""Which parts wait for a person, and in what order."""

from collections.abc import Sequence
from enum import StrEnum

from labeling.review.audit import AuditPlan
from labeling.storage.open_parts import OpenPart
from vision.inspection import T2_AT, InspectionRecord, Verdict

FLAGGED = frozenset(Verdict) - {Verdict.OK}
"""Verdicts that always need a person."""


class Order(StrEnum):
    """What comes first."""

    WORST = "worst"
    OLDEST = "oldest"


def ordered(records: Sequence[InspectionRecord], order: Order, plan: AuditPlan) -> list[InspectionRecord]:
    """The parts in the order in which they are looked at.

    Parts of the audit get the place of some flagged part, drawn by lot, so that the order says nothing about them.
    """
    if order is Order.OLDEST:
        return sorted(records, key=lambda record: record.sequence)
    weights = {record.inspection_id: weight(record) for record in records if record.verdict in FLAGGED}
    scale = sorted(weights.values()) or [T2_AT]

    def place(record: InspectionRecord) -> tuple[float, int]:
        if record.inspection_id in weights:
            return -weights[record.inspection_id], record.sequence
        drawn = int(plan.chance_of_place(record.inspection_id) * len(scale))
        return -scale[drawn], record.sequence

    return sorted(records, key=place)


def weight(record: InspectionRecord) -> float:
    """How much a flagged part needs a person: its score from 0 to 100; one without a score stands between REVIEW and NG."""
    view = record.deciding_view
    score = view.scaled_score if view is not None else None
    return T2_AT if score is None or record.verdict is Verdict.NOT_INSPECTED else score


def open_part(record: InspectionRecord) -> OpenPart:
    """What is kept of a part while it waits."""
    return OpenPart(
        sequence=record.sequence,
        inspection_id=record.inspection_id,
        lot=record.part.lot,
        weight=weight(record) if record.verdict in FLAGGED else None,
    )
