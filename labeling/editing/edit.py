"""One edit of an annotation, as a value that can be done and undone.

An edit holds what it toggles, not what was there before: a mask toggled twice is as it was, so the same bits serve to
do and to undo, and an edit is as small as its stroke, however large the defect that it changes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from labeling.annotation import Annotation, Defect, LabelState
from labeling.editing.packed import PackedMask
from labeling.painting import nothing, toggled
from vision.inspection import Sentence


@dataclass(frozen=True, kw_only=True)
class DefectChange:
    """What happens to one defect."""

    defect_id: str
    place: int
    """Among the annotation's defects, where it comes or goes."""
    before: str | None
    """Id of its class; None when the defect is new."""
    after: str | None
    """None when the defect goes."""
    toggled: PackedMask
    """Pixels that become marked or unmarked: all of a defect that comes or goes."""

    def undone(self) -> "DefectChange":
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, kw_only=True)
class Edit:
    """One stroke, as people count them."""

    name: Sentence
    """For the list of strokes: "Brush, crack"."""
    time: datetime
    """Aware, UTC."""
    changes: tuple[DefectChange, ...] = ()
    tags: frozenset[str] = frozenset()
    """Tags that come or go."""
    state: LabelState | None = None
    """The new state; None when it stays. There are two, so the old one was the other."""

    def undone(self) -> "Edit":
        """The edit that takes this one back."""
        changes = tuple(change.undone() for change in reversed(self.changes))
        return replace(self, changes=changes, state=None if self.state is None else _other(self.state))


def applied(annotation: Annotation, edit: Edit) -> Annotation:
    """The annotation after an edit. Raises `ValueError` when the edit was made on another annotation."""
    defects = list(annotation.defects)
    for change in edit.changes:
        _change(defects, change)
    state = annotation.state if edit.state is None else edit.state
    return replace(annotation, defects=tuple(defects), tags=annotation.tags ^ edit.tags, state=state)


def differences(before: Sequence[Defect], after: Sequence[Defect]) -> tuple[DefectChange, ...]:
    """The changes that make one list of defects of another. Those that stay keep their order; new ones come last."""
    now = {defect.id: defect for defect in after}
    known = {defect.id for defect in before}
    gone = [(place, defect, None) for place, defect in enumerate(before) if defect.id not in now]
    kept = [defect for defect in before if defect.id in now]
    stay = [(place, defect, now[defect.id]) for place, defect in enumerate(kept) if now[defect.id] != defect]
    new = [defect for defect in after if defect.id not in known]
    come = [(place, None, defect) for place, defect in enumerate(new, len(kept))]
    return tuple(_difference(*one) for one in [*reversed(gone), *stay, *come])


def _difference(place: int, before: Defect | None, after: Defect | None) -> DefectChange:
    named = before or after
    assert named is not None
    masks = [defect.mask if defect else nothing() for defect in (before, after)]
    return DefectChange(
        defect_id=named.id,
        place=place,
        before=before.class_id if before else None,
        after=after.class_id if after else None,
        toggled=PackedMask.of(toggled(*masks)),
    )


def _change(defects: list[Defect], change: DefectChange) -> None:
    place = _place(defects, change.defect_id)
    if (place is None) is not (change.before is None):
        raise ValueError("an edit of another annotation")
    flipped = change.toggled.mask()
    if place is None:
        assert change.after is not None
        defects.insert(change.place, Defect(class_id=change.after, mask=flipped, id=change.defect_id))
    elif change.after is None:
        del defects[place]
    else:
        mask = toggled(defects[place].mask, flipped)
        defects[place] = replace(defects[place], class_id=change.after, mask=mask)


def _place(defects: Iterable[Defect], defect_id: str) -> int | None:
    return next((place for place, defect in enumerate(defects) if defect.id == defect_id), None)


def _other(state: LabelState) -> LabelState:
    return LabelState.OPEN if state is LabelState.DONE else LabelState.DONE
