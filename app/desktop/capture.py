"""Taking good parts from the camera for the first teaching."""

import threading
from collections.abc import Callable

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
from vision.inspection import Frame, say
from vision.recipe import CameraSettings, TriggerMode

GRAB_TIMEOUT_S = 0.5
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
                raise FrameTimeout(
                    say("{camera} sends no frame.", camera=camera.info.name),
                    "No part was captured.",
                    "Check its trigger.",
                )
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
