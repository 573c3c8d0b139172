"""The rows of the list, and the buttons of the defect classes."""

from app.i18n import translate
from app.review.part import look_at
from app.review.ports import Catalogs
from app.review.shown import ClassShown, Mark, Row
from app.review.sitting import Done
from app.review.wording import outcome_words, waiting_line
from app.widgets.text import thousands
from labeling.catalog import Severity
from labeling.review.reviewer import Waiting
from vision.inspection import Verdict


def done_row(done: Done, catalogs: Catalogs) -> Row:
    """A part that was decided in this sitting."""
    decision, record = done.entry.decision, done.part.record
    words = outcome_words(decision, record, catalogs) if decision else ""
    return _row(done.part, words, Mark.DONE, record.verdict)


def waiting_row(part: Waiting, *, is_blind: bool) -> Row:
    """A part that waits; blind, its row says nothing of the verdict."""
    has_frame = any(view.image for view in part.record.views)
    line = waiting_line(part.record) if has_frame else translate("Review", "No frame")
    return _row(part, line, Mark.WAITING, None if is_blind else part.record.verdict)


def _row(part: Waiting, line: str, mark: Mark, verdict: Verdict | None) -> Row:
    view = look_at(part.record).view
    return Row(
        key=part.record.inspection_id,
        number=thousands(part.record.sequence),
        line=line,
        mark=mark,
        verdict=verdict,
        image=view if view and view.image else None,
    )


def classes_shown(catalogs: Catalogs, product: str) -> tuple[ClassShown, ...]:
    """The classes of a product that are in use."""
    return tuple(
        ClassShown(
            id=one.id,
            name=one.name,
            colour=one.colour,
            key=one.key,
            sentence=one.sentence,
            is_minor=one.severity is Severity.MINOR,
        )
        for one in catalogs(product).current
    )
