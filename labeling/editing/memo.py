"""Edits and annotations as JSON, for the journal."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from labeling.annotation import Annotation, Defect, LabelState
from labeling.editing.edit import DefectChange, Edit
from labeling.editing.packed import PackedMask
from vision.inspection import Sentence


def annotation_memo(annotation: Annotation) -> dict[str, Any]:
    """Ready for JSON."""
    return {
        "width": annotation.width,
        "height": annotation.height,
        "defects": [
            {"id": defect.id, "class": defect.class_id, "mask": PackedMask.of(defect.mask).memo()}
            for defect in annotation.defects
        ],
        "tags": sorted(annotation.tags),
        "state": annotation.state.value,
    }


def annotation_of(memo: Mapping[str, Any]) -> Annotation:
    """Raises `ValueError`, `KeyError` or `TypeError` for what is none."""
    defects = [
        Defect(id=str(one["id"]), class_id=str(one["class"]), mask=PackedMask.recall(one["mask"]).mask())
        for one in memo["defects"]
    ]
    return Annotation(
        width=int(memo["width"]),
        height=int(memo["height"]),
        defects=tuple(defects),
        tags=frozenset(map(str, memo["tags"])),
        state=LabelState(memo["state"]),
    )


def edit_memo(edit: Edit) -> dict[str, Any]:
    """Ready for JSON."""
    return {
        "name": edit.name.memo(),
        "time": edit.time.isoformat(),
        "changes": [_change_memo(change) for change in edit.changes],
        "tags": sorted(edit.tags),
        "state": edit.state and edit.state.value,
    }


def edit_of(memo: Mapping[str, Any]) -> Edit:
    """Raises `ValueError`, `KeyError` or `TypeError` for what is none."""
    return Edit(
        name=Sentence.recall(memo["name"]),
        time=datetime.fromisoformat(memo["time"]),
        changes=tuple(_change_of(one) for one in memo["changes"]),
        tags=frozenset(map(str, memo["tags"])),
        state=LabelState(memo["state"]) if memo["state"] else None,
    )


def _change_memo(change: DefectChange) -> dict[str, Any]:
    return {
        "defect": change.defect_id,
        "place": change.place,
        "before": change.before,
        "after": change.after,
        "toggled": change.toggled.memo(),
    }


def _change_of(memo: Mapping[str, Any]) -> DefectChange:
    return DefectChange(
        defect_id=str(memo["defect"]),
        place=int(memo["place"]),
        before=memo["before"],
        after=memo["after"],
        toggled=PackedMask.recall(memo["toggled"]),
    )
