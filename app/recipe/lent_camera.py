"""The station's camera lent to the Teach screen: a loop in a worker, the newest frame for the eye, every one by trigger."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from app.i18n import translate
from app.workers import Worker
from vision.cameras import Camera, CameraTrouble, FrameFailed, FrameTimeout, GrabStrategy
from vision.inspection import Frame, Trouble
from vision.recipe import CameraSettings, TriggerMode

GRAB_TIMEOUT_S = 0.5
RELEASE_TIMEOUT_S = 3.0
PERIOD_S = 0.04
"""Screen rate is enough for the eye."""

OnFrame = Callable[[Frame, bool], None]


@dataclass(eq=False, kw_only=True)
class _Loan:
    """One time the camera is lent."""

    make: Callable[[], Camera]
    settings: CameraSettings
    by_trigger: bool
    before: "_Loan | None"
    stop: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)
    """The camera is free again."""
    is_drawn: threading.Event = field(default_factory=threading.Event)
    """The window has taken the last frame: a slow screen must not queue frames."""


class LentCamera:
    """Fulfils `app.recipe.ports.PartCamera`. Lives on the window's thread."""

    def __init__(
        self,
        make: Callable[[str], Camera],
        settings: Callable[[str], CameraSettings],
        unavailable: Callable[[str], str],
    ) -> None:
        """Each is asked about one of the recipe's cameras, "" for its first.

        `make` and `settings` give the device that stands for it; `unavailable` says why it cannot be lent, or "".
        """
        self._make = make
        self._settings = settings
        self._unavailable = unavailable
        self._camera = ""
        self._loan: _Loan | None = None

    def look_through(self, camera: str) -> None:
        """Which of the recipe's cameras is lent from the next start on; "" is the first one."""
        self._camera = camera

    def start(self, on_frame: OnFrame, on_trouble: Callable[[Trouble], None], *, by_trigger: bool) -> None:
        """Lend it; frames come on the window's thread until `stop`."""
        self.stop()
        camera, make = self._camera, self._make
        loan = _Loan(
            make=lambda: make(camera), settings=self._settings(camera), by_trigger=by_trigger, before=self._loan
        )
        self._loan = loan

        def show(frame: Frame) -> None:
            loan.is_drawn.set()
            if not loan.stop.is_set():
                on_frame(frame, loan.by_trigger)

        def tell(error: Exception) -> None:
            if not isinstance(error, Trouble):
                raise error
            if not loan.stop.is_set():
                on_trouble(error)

        worker = Worker(lambda this: _lend(loan, this))
        worker.reported.connect(show)
        worker.errored.connect(tell)
        worker.start()

    def stop(self) -> None:
        """Take it back; no frame comes after this. The loop lets go within half a second."""
        if self._loan is not None:
            self._loan.stop.set()

    def release(self, timeout_s: float = RELEASE_TIMEOUT_S) -> bool:
        """Take it back and wait until the camera is free; True when it is. Blocks for at most `timeout_s`."""
        self.stop()
        return self._loan is None or self._loan.ended.wait(timeout_s)

    def unavailable(self) -> str:
        """Why it cannot be lent now, "" when it can."""
        return self._unavailable(self._camera)


def _lend(loan: _Loan, worker: Worker) -> None:
    """Open, grab until stopped, close. Raises `CameraTrouble`."""
    try:
        if loan.before is not None:
            loan.before.ended.wait(RELEASE_TIMEOUT_S)
            loan.before = None
        if not loan.stop.is_set():
            _stream(loan, loan.make(), worker)
    finally:
        loan.ended.set()


def _stream(loan: _Loan, camera: Camera, worker: Worker) -> None:
    try:
        camera.open()
        mode = _mode(camera, by_trigger=loan.by_trigger)
        camera.configure(loan.settings.model_copy(update={"trigger_mode": mode}))
        camera.start(GrabStrategy.ONE_BY_ONE if loan.by_trigger else GrabStrategy.LATEST_ONLY)
        while not (loan.stop.is_set() or worker.is_cancelled):
            _grab_one(loan, camera, worker, asks=mode is TriggerMode.SOFTWARE)
    finally:
        camera.stop()
        camera.close()


def _grab_one(loan: _Loan, camera: Camera, worker: Worker, *, asks: bool) -> None:
    try:
        if asks:
            camera.trigger()
        frame = camera.grab(GRAB_TIMEOUT_S)
    except (FrameTimeout, FrameFailed):
        return
    loan.is_drawn.clear()
    worker.report(frame)
    if not loan.by_trigger:
        loan.is_drawn.wait(GRAB_TIMEOUT_S)
        loan.stop.wait(PERIOD_S)


def _mode(camera: Camera, *, by_trigger: bool) -> TriggerMode:
    modes = camera.capabilities.trigger_modes
    if by_trigger:
        if TriggerMode.LINE not in modes:
            raise CameraTrouble(
                translate("Teach", "{camera} has no trigger input.").format(camera=camera.info.name),
                translate("Teach", "What was captured is kept."),
                translate("Teach", "Switch off capturing on every trigger and press Capture for each part."),
            )
        return TriggerMode.LINE
    return TriggerMode.FREE if TriggerMode.FREE in modes else TriggerMode.SOFTWARE
