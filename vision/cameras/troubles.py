"""The sentences that every adapter says in the same situation."""

from vision.cameras.camera import CameraLost, CameraNotFound, CameraTrouble, FrameFailed, FrameTimeout, SettingRefused

NOT_INSPECTED = "The part is not inspected."
RECONNECTS = "Check the cable and the camera's supply; Loupe reconnects by itself."


def not_found(camera: str, detail: str = "") -> CameraNotFound:
    """Nobody answers, or somebody else holds the camera."""
    return CameraNotFound(
        f"{camera} does not answer.",
        "Parts are not inspected until it does.",
        "Check cable and supply, and close other programs that use the camera.",
        detail=detail,
    )


def lost(camera: str, detail: str = "") -> CameraLost:
    """It answered before."""
    return CameraLost(f"{camera} does not answer any more.", NOT_INSPECTED, RECONNECTS, detail=detail)


def not_open(camera: str) -> CameraLost:
    """Used before `open` or after `close`."""
    return CameraLost(f"{camera} is not connected.", NOT_INSPECTED, "Connect the camera first.")


def not_grabbing(camera: str) -> CameraLost:
    """Used before `start`."""
    return CameraLost(f"{camera} is not grabbing.", NOT_INSPECTED, "Start the camera first.")


def timed_out(camera: str, timeout_s: float) -> FrameTimeout:
    """The time for a frame passed."""
    return FrameTimeout(
        f"{camera} gives no frame within {timeout_s:.2f} s.",
        NOT_INSPECTED,
        "Check the trigger, and that the exposure is shorter than the wait.",
    )


def stopped(camera: str) -> FrameTimeout:
    """Somebody stopped the camera while a frame was awaited."""
    return FrameTimeout(f"{camera} was stopped while a frame was awaited.", NOT_INSPECTED, "Start the camera again.")


def failed(camera: str, detail: str = "") -> FrameFailed:
    """A frame came, but not whole."""
    return FrameFailed(
        f"{camera} gives a damaged frame.",
        NOT_INSPECTED,
        "Check cable and network load when this happens again.",
        detail=detail,
    )


def trigger_refused(camera: str, why: str) -> CameraTrouble:
    """The trigger could not be sent; `why` is a whole sentence."""
    return CameraTrouble(f"{camera} takes no software trigger.", NOT_INSPECTED, why)


def refused(camera: str, what: str, remedy: str, detail: str = "") -> SettingRefused:
    """`what` goes on after the camera's name, for example "cannot set ExposureTime to 3 us"."""
    return SettingRefused(f"{camera} {what}.", "The camera keeps its settings.", remedy, detail=detail)


def refused_while_grabbing(camera: str) -> SettingRefused:
    """Settings are applied between runs only."""
    return refused(camera, "takes no settings while it is grabbing", "Stop it first.")


def from_vendor(kind: type[CameraTrouble], camera: str, error: Exception) -> CameraTrouble:
    """What a vendor's library raised, as the kind of trouble it is."""
    detail = f"{type(error).__name__}: {error}"
    if kind is SettingRefused:
        return refused(camera, "refuses a setting", "Choose a value within its limits.", detail)
    if kind is CameraLost:
        return lost(camera, detail)
    sentence = "gives no frame in time" if kind is FrameTimeout else "fails"
    return kind(f"{camera} {sentence}.", NOT_INSPECTED, RECONNECTS, detail=detail)
