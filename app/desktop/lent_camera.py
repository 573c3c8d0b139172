"""The station's camera, lent to teaching while nothing is inspected."""

import threading
from collections.abc import Callable

from app.settings import StationSettings
from app.workers import Worker
from app.workers.background import WorkerBackground
from vision.cameras import (
    Camera,
    FrameFailed,
    FrameTimeout,
    GrabStrategy,
    Spec,
    format_spec,
    make_camera,
    parse_spec,
)
from vision.inspection import Frame, Trouble
from vision.recipe import CameraSettings, TriggerMode

GRAB_TIMEOUT_S = 0.5
PREVIEW_EVERY_S = 0.1
NO_FRAMES_LIMIT = 20


def good_parts_spec(spec: str) -> str:
    """The spec for teaching: the virtual line then brings good parts alone, any other camera is as it is."""
    parsed = parse_spec(spec)
    if parsed.kind != "virtual":
        return spec
    options = {key: value for key, value in parsed.options.items() if key != "fault"} | {"defect_rate": "0"}
    return format_spec(Spec(kind=parsed.kind, address=parsed.address, options=options))


def capture(
    spec: str, settings: CameraSettings, count: int, on_frame: Callable[[Frame, int], None], stop: threading.Event
) -> list[Frame]:
    """Take `count` frames, one by one; fewer when stopped. Raises `CameraTrouble`."""
    camera = make_camera(good_parts_spec(spec))
    frames: list[Frame] = []
    misses = 0
    try:
        open_for(camera, settings, GrabStrategy.ONE_BY_ONE)
        while len(frames) < count and not stop.is_set():
            frame = next_frame(camera)
            misses = 0 if frame is not None else misses + 1
            if misses > NO_FRAMES_LIMIT:
                raise FrameTimeout(f"{camera.info.name} sends no frame.", "No part was captured.", "Check its trigger.")
            if frame is not None:
                frames.append(frame)
                on_frame(frame, len(frames))
    finally:
        camera.stop()
        camera.close()
    return frames


def open_for(camera: Camera, settings: CameraSettings, strategy: GrabStrategy) -> None:
    """Open, configure with a software trigger where the camera has one, start."""
    camera.open()
    modes = camera.capabilities.trigger_modes
    mode = TriggerMode.SOFTWARE if TriggerMode.SOFTWARE in modes else TriggerMode.FREE
    camera.configure(settings.model_copy(update={"trigger_mode": mode}))
    camera.start(strategy)


def next_frame(camera: Camera) -> Frame | None:
    """Ask for a frame and wait a moment; None when none came or it was damaged."""
    try:
        if TriggerMode.SOFTWARE in camera.capabilities.trigger_modes:
            camera.trigger()
        return camera.grab(GRAB_TIMEOUT_S)
    except (FrameTimeout, FrameFailed):
        return None


class LentCamera:
    """Fulfils `app.recipe.ports.PartCamera`."""

    def __init__(self, settings: Callable[[], StationSettings], is_busy: Callable[[], bool]) -> None:
        self._settings = settings
        self._is_busy = is_busy
        self._background = WorkerBackground()
        self._worker: Worker | None = None

    def start(
        self, on_frame: Callable[[Frame, bool], None], on_trouble: Callable[[Trouble], None], *, by_trigger: bool
    ) -> None:
        """Deliver frames on the window's thread until `stop`."""
        self.stop()
        settings = self._settings()
        worker = Worker(lambda mine: self._look(mine, settings, on_frame, by_trigger))
        worker.errored.connect(lambda error: on_trouble(error if isinstance(error, Trouble) else _unknown(error)))
        self._worker = worker.start()

    def stop(self) -> None:
        """No frame comes after this."""
        if self._worker is not None:
            self._worker.cancel()
            self._worker.wait(3.0)
            self._worker = None

    def unavailable(self) -> str:
        """Why it cannot be lent now."""
        if self._is_busy():
            return "The station is inspecting. Stop it to capture parts."
        return "" if self._settings().camera else "No camera is chosen yet."

    def _look(
        self, worker: Worker, settings: StationSettings, on_frame: Callable[[Frame, bool], None], by_trigger: bool
    ) -> None:
        camera = make_camera(good_parts_spec(settings.camera))
        try:
            if by_trigger:
                camera.open()
                camera.configure(settings.camera_settings.model_copy(update={"trigger_mode": TriggerMode.LINE}))
                camera.start(GrabStrategy.ONE_BY_ONE)
            else:
                open_for(camera, settings.camera_settings, GrabStrategy.LATEST_ONLY)
            while not worker.is_cancelled:
                frame = _arriving(camera) if by_trigger else next_frame(camera)
                if frame is not None:
                    self._background.post(lambda frame=frame: self._deliver(worker, on_frame, frame, by_trigger))
                if not by_trigger:
                    worker.cancelled.wait(PREVIEW_EVERY_S)
        finally:
            camera.stop()
            camera.close()

    def _deliver(self, worker: Worker, on_frame: Callable[[Frame, bool], None], frame: Frame, by_trigger: bool) -> None:
        if worker is self._worker and not worker.is_cancelled:
            on_frame(frame, by_trigger)


def _arriving(camera: Camera) -> Frame | None:
    try:
        return camera.grab(GRAB_TIMEOUT_S)
    except (FrameTimeout, FrameFailed):
        return None


def _unknown(error: Exception) -> Trouble:
    return Trouble("The camera failed.", "No part was captured.", "Check the camera and try again.", detail=repr(error))
