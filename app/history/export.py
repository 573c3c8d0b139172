"""One record taken out of the house: its frames and everything known about it, as plain files in a folder."""

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from vision.images import encode_frame
from vision.inspection import Frame, InspectionRecord, Trouble, ViewRecord, say


class ExportTrouble(Trouble):
    """A record that could not be written where it was asked to go."""


def export_record(record: InspectionRecord, frame: Callable[[ViewRecord], Frame], folder: Path) -> Path:
    """Write `part-000123/record.json` and one lossless PNG a view below `folder`; returns the new folder.

    A second export of the same record writes the same files again. A view without a stored frame has no PNG.

    Raises:
        ExportTrouble: the folder cannot be written.
        Trouble: a stored frame is missing or damaged.
    """
    images = {f"{view.view}.png": encode_frame(frame(view)) for view in record.views if view.image}
    target = folder / f"part-{record.sequence:06d}-{record.inspection_id[:8]}"
    try:
        target.mkdir(parents=True, exist_ok=True)
        for name, content in images.items():
            _replace(target / name, content)
        _replace(target / "record.json", _document(record).encode())
    except OSError as error:
        raise ExportTrouble(
            say("{path} cannot be written.", path=target),
            "The record itself is safe; nothing else changes.",
            "Choose a folder with write access and free space.",
            detail=str(error),
        ) from error
    return target


def _document(record: InspectionRecord) -> str:
    return (
        json.dumps(
            asdict(record),
            indent=2,
            ensure_ascii=False,
            allow_nan=False,
            default=_plain,
        )
        + "\n"
    )


def _plain(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return str(value.value)
    raise TypeError(f"{type(value).__name__} has no place in a record")


def _replace(path: Path, content: bytes) -> None:
    """The file is whole or absent, also when the stick is pulled out."""
    draft = path.with_name(path.name + ".tmp")
    draft.write_bytes(content)
    draft.replace(path)
