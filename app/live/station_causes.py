"""Station states and alarms as banner causes."""

from app.i18n import told, translate
from app.live.station_control import StationControl
from app.live.wording import clock_time
from app.notices import Cause, Notices
from app.notices.board import Severity
from vision.inspection import Trouble
from vision.station.events import Alarm, AlarmKind, FinishReason, StateReport, StationState

_STATE = "station"
_LASTING = {
    StationState.CAMERA_LOST: (Severity.STATION, "unplug"),
    StationState.DISK_LOW: (Severity.AMBER, "hard-drive"),
}
_BAD_ENDS = (FinishReason.RECORD_FAILED, FinishReason.FAULT)
_AMBER_ALARMS = (AlarmKind.DISK_LOW, AlarmKind.NO_TRIGGER, AlarmKind.PICTURE_CHANGED)


class StationCauses:
    """Raises a banner while the station is in trouble and clears it when the cause is gone."""

    def __init__(self, notices: Notices, station: StationControl) -> None:
        self._notices = notices
        self._station = station

    def on_state(self, report: StateReport) -> None:
        """A new state."""
        lasting = _LASTING.get(report.state)
        if report.state is StationState.STOPPED and report.finish in _BAD_ENDS:
            lasting = (Severity.STATION, "triangle-alert")
        if lasting is None or not report.what:
            self._notices.clear(_STATE)
            return
        severity, icon = lasting
        action = "" if report.state is StationState.DISK_LOW else _retry_words(report.state)
        cause = Cause(
            key=_STATE,
            severity=severity,
            what=told(report.what),
            meaning=told(report.meaning),
            remedy=told(report.remedy),
            icon=icon,
            action=action,
        )
        self._notices.raise_cause(cause, self._retry)

    def on_settled(self, kind: AlarmKind) -> None:
        """What was alarming is answered: nobody has to acknowledge it."""
        self._notices.clear(_key(kind))

    def on_alarm(self, alarm: Alarm) -> None:
        """An alarm: stays until a person acknowledges it."""
        key = _key(alarm.kind)
        said = translate("Alarm", "Since {time}.").format(time=clock_time(alarm.time))
        cause = Cause(
            key=key,
            severity=Severity.AMBER if alarm.kind in _AMBER_ALARMS else Severity.RED,
            what=told(alarm.what),
            meaning=told(alarm.meaning, said),
            remedy=told(alarm.remedy),
            action=translate("Alarm", "Acknowledge"),
        )

        def acknowledge() -> None:
            self._station.acknowledge(alarm)
            self._notices.clear(key)

        self._notices.raise_cause(cause, acknowledge)

    def _retry(self) -> None:
        try:
            self._station.retry()
        except Trouble as trouble:
            self._notices.tell(trouble)


def _key(kind: AlarmKind) -> str:
    return f"alarm:{kind}"


def _retry_words(state: StationState) -> str:
    return translate("Alarm", "Try now") if state is StationState.CAMERA_LOST else translate("Alarm", "Try again")
