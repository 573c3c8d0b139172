"""The station's states as the bar shows them: word and symbol."""

from app.i18n import translate
from vision.station.events import StationState

STATE_ICONS = {
    StationState.STARTING: "circle-dashed",
    StationState.READY: "circle-check",
    StationState.INSPECTING: "circle-play",
    StationState.CAMERA_LOST: "unplug",
    StationState.DISK_LOW: "hard-drive",
    StationState.STOPPED: "square",
}


def state_word(state: StationState) -> str:
    """The state in the station's language."""
    return {
        StationState.STARTING: translate("StationState", "Starting"),
        StationState.READY: translate("StationState", "Ready"),
        StationState.INSPECTING: translate("StationState", "Inspecting"),
        StationState.CAMERA_LOST: translate("StationState", "Camera lost"),
        StationState.DISK_LOW: translate("StationState", "Disk low"),
        StationState.STOPPED: translate("StationState", "Stopped"),
    }[state]
