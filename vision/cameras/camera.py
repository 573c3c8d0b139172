"""The camera protocol in GenICam (SFNC) words, and the troubles every adapter speaks.

A camera knows no threads: `grab` blocks its caller for at most the time it is given, because the PLC's contract is
"one answer per trigger within the takt". Stopping from another thread makes a waiting `grab` return at once with
`CameraLost` or `FrameTimeout`. A generator of frames (as ophyd-async and pymmcore-plus have it) was refused: it hides
the time-out per trigger and cannot say "this trigger brought no frame".
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from vision.inspection import Frame, Trouble
from vision.recipe import CameraSettings, TriggerMode


class CameraTrouble(Trouble):
    """Anything that goes wrong with a camera."""


class CameraNotFound(CameraTrouble):
    """No camera answers to that spec."""


class CameraLost(CameraTrouble):
    """The camera was there and stopped answering; it must be opened again."""


class FrameTimeout(CameraTrouble):
    """No frame came in the time given."""


class FrameFailed(CameraTrouble):
    """A frame came, but damaged or incomplete; it must not be judged."""


class SettingRefused(CameraTrouble):
    """The camera cannot do what was asked of it."""


class SourceEmpty(CameraTrouble):
    """A replayed source gave its last frame; there is no more to wait for."""


class GrabStrategy(StrEnum):
    """What happens to frames nobody has fetched yet."""

    ONE_BY_ONE = "one_by_one"
    """Keep every frame in order: for inspection."""
    LATEST_ONLY = "latest_only"
    """Keep the newest alone: for preview."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Lowest and highest value a feature takes, in the feature's own unit."""

    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class Capabilities:
    """What a camera can do. The contract tests and the Cameras screen go by it; None or empty means it cannot."""

    trigger_modes: frozenset[TriggerMode]
    """Modes the camera itself understands. INTERVAL is the station's doing and needs SOFTWARE or FREE."""
    pixel_formats: tuple[str, ...] = ()
    exposure_time_us: Limits | None = None
    gain_db: Limits | None = None
    roi: bool = False
    sensor_width: int = 0
    sensor_height: int = 0
    counts_drops: bool = False
    """True when `statistics().dropped` counts frames lost between camera and station."""
    has_timestamp: bool = False


@dataclass(frozen=True, kw_only=True)
class CameraInfo:
    """Who the camera is."""

    spec: str
    """What to write after `--camera` to get this one."""
    name: str
    """For people: "Basler acA2440-20gm", "Virtual line"."""
    serial: str = ""
    connection: str = ""
    """For people: "GigE Vision, 192.168.10.21", "simulated"."""


@dataclass(frozen=True, kw_only=True)
class StreamStatistics:
    """Counts since `start`."""

    delivered: int = 0
    failed: int = 0
    """Frames that came damaged."""
    dropped: int = 0
    """Frames the camera made and the station never got."""
    skipped: int = 0
    """Frames thrown away on purpose by `LATEST_ONLY`."""


class Camera(Protocol):
    """One camera. Life: `open`, `configure`, `start`, (`trigger`,) `grab` ..., `stop`, `close`; `close` is always safe."""

    @property
    def info(self) -> CameraInfo:
        """Known before `open`."""

    @property
    def capabilities(self) -> Capabilities:
        """Known after `open`."""

    def open(self) -> None:
        """Connect. Raises `CameraNotFound` when it does not answer."""

    def close(self) -> None:
        """Disconnect; never raises; may be called in any state and again."""

    def configure(self, settings: CameraSettings) -> CameraSettings:
        """Apply settings while not grabbing; returns what the camera really took (steps, limits).

        Raises `SettingRefused` with the feature's name and limits.
        """

    def start(self, strategy: GrabStrategy) -> None:
        """Begin grabbing; frames from before are never delivered."""

    def stop(self) -> None:
        """End grabbing; safe in any state and from another thread."""

    def trigger(self) -> None:
        """Ask for one frame (`TriggerMode.SOFTWARE`). Raises `CameraLost` or `CameraTrouble` when it cannot be sent."""

    def grab(self, timeout_s: float) -> Frame:
        """The next frame. Raises `FrameTimeout`, `FrameFailed` or `CameraLost`."""

    def statistics(self) -> StreamStatistics:
        """Counts since `start`."""

    def frames_left(self) -> int | None:
        """How many frames a replayed source can still give; None for a camera that never ends."""


@dataclass(frozen=True, kw_only=True)
class Spec:
    """A parsed camera spec: `kind:address?option=value&...`."""

    kind: str
    address: str = ""
    options: dict[str, str] = field(default_factory=dict)
