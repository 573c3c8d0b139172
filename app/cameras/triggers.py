"""Which trigger modes a station can offer with a camera. No Qt."""

from vision.cameras import Capabilities
from vision.recipe import CameraSettings, TriggerMode


def station_modes(can: frozenset[TriggerMode]) -> tuple[TriggerMode, ...]:
    """The modes to choose from: the camera's own, and the interval where the station can keep it."""
    interval = bool(can & {TriggerMode.SOFTWARE, TriggerMode.FREE})
    return tuple(mode for mode in TriggerMode if mode in can or (mode is TriggerMode.INTERVAL and interval))


def fitting_trigger(settings: CameraSettings, capabilities: Capabilities) -> CameraSettings:
    """The settings with a trigger mode that this camera can be used with: free run when it lacks the one set."""
    modes = station_modes(capabilities.trigger_modes)
    if settings.trigger_mode in modes or not modes:
        return settings
    mode = TriggerMode.FREE if TriggerMode.FREE in modes else modes[0]
    return settings.model_copy(update={"trigger_mode": mode, "interval_ms": None})
