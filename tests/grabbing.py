"""Frames as a camera gives them."""

from vision.cameras import GrabStrategy, make_camera
from vision.inspection import Clock, Frame, ManualClock
from vision.recipe import CameraSettings


def grabbed(
    spec: str, count: int, *, clock: Clock | None = None, settings: CameraSettings | None = None
) -> list[Frame]:
    """The first frames of a camera, one for each software trigger."""
    camera = make_camera(spec, clock or ManualClock())
    camera.open()
    if settings is not None:
        camera.configure(settings)
    camera.start(GrabStrategy.ONE_BY_ONE)
    frames = []
    for _ in range(count):
        camera.trigger()
        frames.append(camera.grab(5.0))
    camera.close()
    return frames
