"""What the station tells whoever listens: state, inspections, alarms. Values only; listeners own their threads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from vision.inspection import Frame, InspectionRecord, Prediction


class StationState(StrEnum):
    """Shown at all times."""

    STARTING = "starting"
    READY = "ready"
    """Cameras open, model loaded, self-test passed; waiting to be started."""
    INSPECTING = "inspecting"
    CAMERA_LOST = "camera_lost"
    DISK_LOW = "disk_low"
    """Inspection goes on; the disk will not last."""
    STOPPED = "stopped"


class FinishReason(StrEnum):
    """Why a run ended."""

    ASKED = "asked"
    PARTS_DONE = "parts_done"
    SOURCE_EMPTY = "source_empty"
    """A folder was replayed to its end."""
    RECORD_FAILED = "record_failed"
    """A record could not be written; the line must not go on."""
    FAULT = "fault"


@dataclass(frozen=True, kw_only=True)
class StateReport:
    """The state and, in trouble, the three sentences for the banner."""

    state: StationState
    what: str = ""
    meaning: str = ""
    remedy: str = ""
    finish: FinishReason | None = None
    """Set with STOPPED after a run."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Inspected:
    """One finished inspection whose record is durable, with what a screen draws."""

    record: InspectionRecord
    frames: Mapping[str, Frame] = field(default_factory=dict)
    """By view name; a view whose frame never came is missing."""
    predictions: Mapping[str, Prediction] = field(default_factory=dict)


class AlarmKind(StrEnum):
    """What can call a person."""

    NG_IN_A_ROW = "ng_in_a_row"
    NOT_INSPECTED_IN_A_ROW = "not_inspected_in_a_row"
    PICTURE_CHANGED = "picture_changed"
    """Good parts score higher than when the recipe was taught."""
    NO_TRIGGER = "no_trigger"
    DISK_LOW = "disk_low"
    TRIGGERS_LOST = "triggers_lost"
    """The camera counted frames or triggers that never became a frame here."""


@dataclass(frozen=True, kw_only=True)
class Alarm:
    """An alarm; stays until a person acknowledges it (stored and logged by `vision.storage`)."""

    kind: AlarmKind
    what: str
    meaning: str
    remedy: str
    time: datetime


class StationListener(Protocol):
    """Called from the station's threads: return quickly and never raise."""

    def on_state(self, report: StateReport) -> None: ...

    def on_inspected(self, inspected: Inspected) -> None: ...

    def on_alarm(self, alarm: Alarm) -> None: ...
