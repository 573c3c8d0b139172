"""The values of the guided path and what it needs from the rest of the app. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Any, Protocol

from vision.cameras import CameraInfo
from vision.inspection import Frame

LEAST_GOOD_PARTS = 20
USUAL_GOOD_PARTS = 40
MOST_GOOD_PARTS = 500


class Step(IntEnum):
    """The three steps, in order."""

    CAMERA = 1
    TEACH = 2
    RUN = 3


class TeachStage(StrEnum):
    """What teaching is doing."""

    CAPTURING = "capturing"
    LEARNING = "learning"


@dataclass(frozen=True, kw_only=True)
class TeachRequest:
    """What is to be taught."""

    recipe: str
    camera: str
    """Spec of the chosen camera."""
    folder: Path | None = None
    """Take the good parts from this folder; None captures them from the camera."""
    parts: int = USUAL_GOOD_PARTS
    """How many to capture; a folder is used whole."""


@dataclass(frozen=True, kw_only=True)
class TeachProgress:
    """Where teaching stands."""

    stage: TeachStage
    done: int
    total: int
    """0 when not known yet."""
    seconds_left: float | None = None
    frame: Frame | None = None
    """The part that was captured last."""


@dataclass(frozen=True, kw_only=True)
class TaughtSummary:
    """What teaching brought."""

    recipe: str
    version: int
    parts_used: int
    parts_kept_aside: int


Teach = Callable[[TeachRequest, Callable[[TeachProgress], None], Callable[[], bool]], TaughtSummary | None]
"""Request, progress, cancelled in; None out when it was cancelled. Runs in the background; raises `Trouble`."""


class Look(Protocol):
    """A running preview of one camera."""

    def take(self) -> Any:
        """The newest sight (with `frame`, `quality`, `frames_per_s`) or None."""

    def stop(self) -> None: ...


class Background(Protocol):
    """Runs `work` outside the window's thread and comes back in it with what it returned or raised."""

    def __call__(
        self, work: Callable[[], Any], returned: Callable[[Any], None], errored: Callable[[Exception], None]
    ) -> None: ...


@dataclass(frozen=True, kw_only=True)
class FirstStartPorts:
    """What the guided path needs from the rest of the app."""

    discover: Callable[[], tuple[CameraInfo, ...]]
    look: Callable[[str, Callable[[Exception], None]], Look]
    """Start a preview of a spec; the callable is told, in the window's thread, when it fails."""
    use_camera: Callable[[str], None]
    teach: Teach
    run: Callable[[str], None]
    """Start inspecting with this recipe and show Live."""
    background: Background
    may_teach: Callable[[], bool]


class ChoiceKind(StrEnum):
    """Which icon and which words a choice gets."""

    VIRTUAL = "virtual"
    CAMERA = "camera"
    USB = "usb"
    FOLDER = "folder"


@dataclass(frozen=True, kw_only=True)
class CameraChoice:
    """One row of the first step. The folder row has an empty spec until a folder is picked."""

    kind: ChoiceKind
    spec: str
    name: str
    detail: str
    chosen: bool
