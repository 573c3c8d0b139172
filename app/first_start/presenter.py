"""What the first start does: three steps, each done before the next. No widget here."""

from dataclasses import replace
from pathlib import Path
from threading import Event, Lock
from typing import Any, Protocol

from app.first_start.ports import (
    USUAL_GOOD_PARTS,
    CameraChoice,
    ChoiceKind,
    FirstStartPorts,
    Look,
    Step,
    TaughtSummary,
    Teach,
    TeachProgress,
    TeachRequest,
    TeachStage,
)
from app.i18n import told
from vision.cameras import CameraInfo
from vision.inspection import Trouble


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
        """Look through this camera; the one that is looked through already goes on."""
        if spec == self._spec and self._look is not None:
            return
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
            name=told(info.name),
            detail=told(info.connection),
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
