"""The sentences that every adapter says in the same situation."""

from vision.cameras.camera import (
    CameraLost,
    CameraNotFound,
    CameraTrouble,
    FrameFailed,
    FrameTimeout,
    Limits,
    SettingRefused,
)
from vision.inspection import say

NOT_INSPECTED = say("The part is not inspected.")
RECONNECTS = say("Check the cable and the camera's supply; Loupe reconnects by itself.")


def not_found(camera: str, detail: str = "") -> CameraNotFound:
    """Nobody answers, or somebody else holds the camera."""
    return CameraNotFound(
        say("{camera} does not answer.", camera=camera),
        "Parts are not inspected until it does.",
        "Check cable and supply, and close other programs that use the camera.",
        detail=detail,
    )


def lost(camera: str, detail: str = "") -> CameraLost:
    """It answered before."""
    return CameraLost(
        say("{camera} does not answer any more.", camera=camera), NOT_INSPECTED, RECONNECTS, detail=detail
    )


def not_open(camera: str) -> CameraLost:
    """Used before `open` or after `close`."""
    return CameraLost(say("{camera} is not connected.", camera=camera), NOT_INSPECTED, "Connect the camera first.")


def not_grabbing(camera: str) -> CameraLost:
    """Used before `start`."""
    return CameraLost(say("{camera} is not grabbing.", camera=camera), NOT_INSPECTED, "Start the camera first.")


def timed_out(camera: str, timeout_s: float) -> FrameTimeout:
    """The time for a frame passed."""
    return FrameTimeout(
        say("{camera} gives no frame within {timeout_s} s.", camera=camera, timeout_s=round(timeout_s, 2)),
        NOT_INSPECTED,
        "Check the trigger, and that the exposure is shorter than the wait.",
    )


def stopped(camera: str) -> FrameTimeout:
    """Somebody stopped the camera while a frame was awaited."""
    return FrameTimeout(
        say("{camera} was stopped while a frame was awaited.", camera=camera), NOT_INSPECTED, "Start the camera again."
    )


def failed(camera: str, detail: str = "") -> FrameFailed:
    """A frame came, but not whole."""
    return FrameFailed(
        say("{camera} gives a damaged frame.", camera=camera),
        NOT_INSPECTED,
        "Check cable and network load when this happens again.",
        detail=detail,
    )


def trigger_refused(camera: str, why: str) -> CameraTrouble:
    """The trigger could not be sent; `why` is a whole sentence."""
    return CameraTrouble(say("{camera} takes no software trigger.", camera=camera), NOT_INSPECTED, why)


def refused(camera: str, what: str, remedy: str, detail: str = "") -> SettingRefused:
    """`what` goes on after the camera's name, for example "cannot set ExposureTime to 3 us"."""
    return SettingRefused(
        say("{camera} {what}.", camera=camera, what=what), "The camera keeps its settings.", remedy, detail=detail
    )


def refused_while_grabbing(camera: str) -> SettingRefused:
    """Settings are applied between runs only."""
    return refused(camera, say("takes no settings while it is grabbing"), say("Stop it first."))


def out_of_limits(camera: str, feature: tuple[str, str], asked: float, limits: Limits) -> SettingRefused:
    """A value below or above what the camera takes; `feature` is its name and its unit."""
    name, unit = feature
    what = say("cannot set {feature} to {asked} {unit}", feature=name, asked=round(asked, 3), unit=unit)
    ends = {"low": round(limits.low, 3), "high": round(limits.high, 3)}
    return refused(
        camera, what, say("Choose {feature} between {low} and {high} {unit}.", feature=name, unit=unit, **ends)
    )


def from_vendor(kind: type[CameraTrouble], camera: str, error: Exception) -> CameraTrouble:
    """What a vendor's library raised, as the kind of trouble it is."""
    detail = f"{type(error).__name__}: {error}"
    if kind is SettingRefused:
        return refused(camera, say("refuses a setting"), say("Choose a value within its limits."), detail)
    if kind is CameraLost:
        return lost(camera, detail)
    what = say("{camera} gives no frame in time." if kind is FrameTimeout else "{camera} fails.", camera=camera)
    return kind(what, NOT_INSPECTED, RECONNECTS, detail=detail)
