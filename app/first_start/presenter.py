"""What the first start does: three steps, each done before the next. No widget here."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from pathlib import Path
from threading import Event, Lock
from typing import Any, Protocol

from vision.cameras import CameraInfo
from vision.inspection import Frame, Trouble

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


class FirstStartView(Protocol):
    """Setters of the view."""

    def show_step(self, step: Step) -> None: ...
    def show_choices(self, choices: tuple[CameraChoice, ...]) -> None: ...
    def show_searching(self, searching: bool) -> None: ...
    def show_look(self, sight: Any) -> None: ...
    def show_no_look(self, trouble: Trouble | None) -> None: ...
    def show_progress(self, progress: TeachProgress | None) -> None: ...
    def show_taught(self, summary: TaughtSummary) -> None: ...
    def show_trouble(self, trouble: Trouble | None) -> None: ...
    def allow_teaching(self, allowed: bool) -> None: ...


VIRTUAL = CameraInfo(spec="virtual", name="Virtual line", connection="simulated")


class FirstStartPresenter:
    """Keeps the step, the chosen camera and the teaching that runs. Lives in the window's thread."""

    def __init__(self, view: FirstStartView, ports: FirstStartPorts) -> None:
        self._view = view
        self._ports = ports
        self._found: tuple[CameraInfo, ...] = (VIRTUAL,)
        self._folder: Path | None = None
        self._spec = VIRTUAL.spec
        self._look: Look | None = None
        self._teaching: _Teaching | None = None
        self._taught: TaughtSummary | None = None
        self._searching = False
        self.step = Step.CAMERA

    @property
    def is_teaching(self) -> bool:
        """True while good parts are captured or learned: closing the window asks first."""
        return self._teaching is not None

    def shown(self) -> None:
        """The screen came to the front."""
        self._show()
        if self.step is Step.CAMERA:
            self.search()
            self._start_look()

    def hidden(self) -> None:
        """The screen left the front; teaching goes on."""
        self._stop_look()

    def search(self) -> None:
        """Search for cameras in the background; the virtual line is there at once."""
        if self._searching:
            return
        self._searching = True
        self._view.show_searching(True)
        self._ports.background(self._ports.discover, self._on_found, self._on_search_failed)

    def choose(self, spec: str) -> None:
        """Look through this camera."""
        self._spec = spec
        self._view.show_choices(self._choices())
        self._start_look()

    def choose_folder(self, folder: Path) -> None:
        """Replay this folder as the camera."""
        self._folder = folder
        self.choose(f"folder:{folder}")

    def use_camera(self) -> None:
        """The camera is right: go on to teaching."""
        try:
            self._ports.use_camera(self._spec)
        except Trouble as trouble:
            self._view.show_trouble(trouble)
            return
        self._stop_look()
        self._go(Step.TEACH)

    def back(self) -> None:
        """One step back; not while teaching runs."""
        if self.step > Step.CAMERA and not self.is_teaching:
            self._go(Step(self.step - 1))
            if self.step is Step.CAMERA:
                self._start_look()

    def teach(self, recipe: str, *, parts: int = USUAL_GOOD_PARTS, folder: Path | None = None) -> None:
        """Teach `recipe` from captured parts, or from a folder of good parts."""
        if self.is_teaching or not self._ports.may_teach():
            return
        if not recipe.strip():
            self._view.show_trouble(Trouble("The recipe has no name yet.", "", "Write the product's name first."))
            return
        self._view.show_trouble(None)
        request = TeachRequest(recipe=recipe.strip(), camera=self._spec, folder=folder, parts=parts)
        teaching = _Teaching(self._ports.teach, request)
        self._teaching = teaching
        self._view.show_progress(teaching.progress)
        self._ports.background(teaching.run, self._on_taught, self._on_teaching_failed)

    def cancel(self) -> None:
        """Stop teaching; nothing is kept and no recipe is made."""
        if self._teaching is not None:
            self._teaching.cancelled.set()

    def run(self) -> None:
        """Start inspecting with what was taught."""
        if self._taught is None:
            return
        try:
            self._ports.run(self._taught.recipe)
        except Trouble as trouble:
            self._view.show_trouble(trouble)

    def tick(self) -> None:
        """Draw what is new; called at screen rate while the screen is in front."""
        sight = self._look.take() if self._look is not None else None
        if sight is not None and sight.frame is not None:
            self._view.show_look(sight)
        progress = self._teaching.take() if self._teaching is not None else None
        if progress is not None:
            self._view.show_progress(progress)

    def _on_taught(self, summary: TaughtSummary | None) -> None:
        self._teaching = None
        self._view.show_progress(None)
        if summary is not None:
            self._taught = summary
            self._view.show_taught(summary)
            self._go(Step.RUN)

    def _on_teaching_failed(self, error: Exception) -> None:
        self._teaching = None
        self._view.show_progress(None)
        if not isinstance(error, Trouble):
            raise error
        self._view.show_trouble(error)

    def _on_found(self, found: tuple[CameraInfo, ...]) -> None:
        self._searching = False
        self._found = tuple(sorted(found, key=lambda info: not info.spec.startswith("virtual"))) or (VIRTUAL,)
        self._view.show_searching(False)
        self._view.show_choices(self._choices())

    def _on_search_failed(self, error: Exception) -> None:
        self._searching = False
        self._view.show_searching(False)
        if not isinstance(error, Trouble):
            raise error
        self._view.show_trouble(error)

    def _go(self, step: Step) -> None:
        self.step = step
        self._view.show_trouble(None)
        self._show()

    def _show(self) -> None:
        self._view.show_choices(self._choices())
        self._view.allow_teaching(self._ports.may_teach())
        self._view.show_step(self.step)

    def _start_look(self) -> None:
        self._stop_look()
        self._view.show_no_look(None)
        if self._spec:
            self._look = self._ports.look(self._spec, self._on_look_failed)

    def _stop_look(self) -> None:
        if self._look is not None:
            self._look.stop()
            self._look = None

    def _on_look_failed(self, error: Exception) -> None:
        self._look = None
        if not isinstance(error, Trouble):
            raise error
        self._view.show_no_look(error)

    def _choices(self) -> tuple[CameraChoice, ...]:
        cameras = tuple(self._choice(info) for info in self._found)
        spec = f"folder:{self._folder}" if self._folder else ""
        folder = CameraChoice(
            kind=ChoiceKind.FOLDER,
            spec=spec,
            name="",
            detail=str(self._folder or ""),
            chosen=bool(spec) and spec == self._spec,
        )
        return (*cameras, folder)

    def _choice(self, info: CameraInfo) -> CameraChoice:
        kinds = {"virtual": ChoiceKind.VIRTUAL, "usb": ChoiceKind.USB}
        return CameraChoice(
            kind=kinds.get(info.spec.partition(":")[0], ChoiceKind.CAMERA),
            spec=info.spec,
            name=info.name,
            detail=info.connection,
            chosen=info.spec == self._spec,
        )


class _Teaching:
    """One teaching: runs in the background, its newest progress is fetched at screen rate."""

    def __init__(self, teach: Teach, request: TeachRequest) -> None:
        self._teach = teach
        self._request = request
        self._lock = Lock()
        self._fresh = False
        stage = TeachStage.LEARNING if request.folder else TeachStage.CAPTURING
        self.progress = TeachProgress(stage=stage, done=0, total=0 if request.folder else request.parts)
        self.cancelled = Event()

    def run(self) -> TaughtSummary | None:
        return self._teach(self._request, self._note, self.cancelled.is_set)

    def take(self) -> TeachProgress | None:
        with self._lock:
            fresh, self._fresh = self._fresh, False
            return self.progress if fresh else None

    def _note(self, progress: TeachProgress) -> None:
        with self._lock:
            frame = progress.frame if progress.frame is not None else self.progress.frame
            self.progress = replace(progress, frame=frame)
            self._fresh = True
