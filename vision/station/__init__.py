"""The station: trigger, grab, predict, judge, record, publish. No window; the same at the line, in CI and on the edge.

Two threads at most: the cycle, which the caller may run in its own thread, and the record thread, so that the next
part is grabbed and predicted while the last one is being made durable. A part is published (shown, acknowledged, sent
to the PLC) only when its record is on disk.

Refused: one thread per step with queues between. It is faster on paper, but a part could then wait in a queue that
nobody counts; here at most one part is being judged and every accepted trigger has a durable note before the camera
is asked, so that a power cut leaves a NOT_INSPECTED record and never a hole.
"""

from vision.station.events import (
    Alarm,
    AlarmKind,
    FinishReason,
    Inspected,
    StateReport,
    StationListener,
    StationState,
)
from vision.station.inspector import Inspector, Outcome, ViewOutcome
from vision.station.recorder import Recorder
from vision.station.replay import Replay, replay_record, self_test
from vision.station.station import Station, StationPlan
from vision.station.summary import RunSummary, Tally

__all__ = [
    "Alarm",
    "AlarmKind",
    "FinishReason",
    "Inspected",
    "Inspector",
    "Outcome",
    "Recorder",
    "Replay",
    "RunSummary",
    "StateReport",
    "Station",
    "StationListener",
    "StationPlan",
    "StationState",
    "Tally",
    "ViewOutcome",
    "replay_record",
    "self_test",
]
