"""USB (UVC) cameras through OpenCV.

OpenCV's read blocks for as long as the driver likes and the driver keeps old frames, so a reader thread takes every
frame as it comes: a wait can end in time, and what a trigger gets is fresh. UVC cameras have no trigger of their own;
a software trigger gets the next frame whose reading began after it. Gain has no unit here and is left to the camera.
"""

import math
import platform
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import cv2
import numpy as np

from vision.cameras import troubles
from vision.cameras.camera import (
    CameraInfo,
    CameraTrouble,
    Capabilities,
    GrabStrategy,
    Limits,
    Spec,
    StreamStatistics,
)
from vision.cameras.pixels import to_pixels
from vision.cameras.reader import Capture, Reader, Shot
from vision.cameras.settings import check_settings, device_mode
from vision.cameras.spec import format_spec
from vision.inspection import Clock, Frame, say
from vision.recipe import CameraSettings, TriggerMode

DEVICES = Path("/sys/class/video4linux")
"""Where Linux lists cameras, by name and device number."""
PROBED = range(4)
EXPOSURE_LIMITS = Limits(low=100, high=1_000_000)
"""Microseconds that UVC can express; what the camera really takes comes back from `configure`."""


@dataclass(frozen=True, kw_only=True)
class Driver:
    """How one platform's driver is asked, and how it counts exposure."""

    api: int
    by_hand: float
    """Value of AUTO_EXPOSURE that means by hand."""
    to_us: Callable[[float], float]
    from_us: Callable[[float], float]


V4L2 = Driver(api=cv2.CAP_V4L2, by_hand=1, to_us=lambda value: value * 100, from_us=lambda us: round(us / 100))
DIRECT_SHOW = Driver(
    api=cv2.CAP_DSHOW,
    by_hand=0.25,
    to_us=lambda value: math.pow(2, value) * 1e6,
    from_us=lambda us: round(math.log2(us / 1e6)),
)
DRIVER = DIRECT_SHOW if platform.system() == "Windows" else V4L2


def open_capture(index: int) -> Capture:
    """OpenCV's capture of device N, without its warnings on standard error when there is none."""
    before = cv2.utils.logging.getLogLevel()
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    try:
        return cast("Capture", cv2.VideoCapture(index, DRIVER.api))
    finally:
        cv2.utils.logging.setLogLevel(before)


def find_cameras() -> tuple[CameraInfo, ...]:
    """Cameras the system lists; where it keeps no list, the first few numbers are tried."""
    if platform.system() == "Linux":
        return tuple(_info(f"usb:{index}", index) for index in sorted(_listed()))
    return tuple(_info(f"usb:{index}", index) for index in PROBED if _answers(index))


class UsbCamera:
    """Device N as the system counts. Frames are RGB; `?size=1920x1080` asks for another size than the driver's own."""

    def __init__(self, spec: Spec, clock: Clock, opener: Callable[[int], Capture] = open_capture) -> None:
        self._index = int(spec.address)
        self._size = spec.options.get("size", "")
        self._clock = clock
        self._opener = opener
        self._info = _info(format_spec(spec), self._index)
        self._capabilities = Capabilities(trigger_modes=frozenset())
        self._capture: Capture | None = None
        self._reader: Reader | None = None
        self._mode = TriggerMode.SOFTWARE

    @property
    def info(self) -> CameraInfo:
        return self._info

    @property
    def capabilities(self) -> Capabilities:
        return self._capabilities

    def open(self) -> None:
        """Connect. Raises `CameraNotFound` also when another program holds the camera."""
        if self._capture is not None:
            return
        capture = self._opener(self._index)
        if not capture.isOpened():
            capture.release()
            raise troubles.not_found(self._info.name)
        if self._size:
            width, height = self._size.split("x")
            capture.set(cv2.CAP_PROP_FRAME_WIDTH, int(width))
            capture.set(cv2.CAP_PROP_FRAME_HEIGHT, int(height))
        self._capture = capture
        self._capabilities = _capabilities(capture)

    def close(self) -> None:
        self.stop()
        capture, self._capture = self._capture, None
        reader, self._reader = self._reader, None
        if capture is not None and not (reader is not None and reader.hand_over()):
            capture.release()

    def configure(self, settings: CameraSettings) -> CameraSettings:
        capture = self._opened()
        if self._reader is not None and self._reader.is_running:
            raise troubles.refused_while_grabbing(self._info.name)
        check_settings(settings, self._capabilities, self._info.name)
        self._mode = device_mode(settings, self._capabilities, self._info.name)
        if settings.exposure_time_us is None:
            return settings
        return settings.model_copy(update={"exposure_time_us": self._expose(capture, settings.exposure_time_us)})

    def start(self, strategy: GrabStrategy) -> None:
        capture = self._opened()
        self.stop()
        if self._reader is not None and self._reader.hand_over():
            self._capture = self._reader = None
            raise troubles.lost(self._info.name, "The driver does not come back from a read.")
        on_demand = self._mode is TriggerMode.SOFTWARE
        self._reader = Reader(capture, keeps_latest=strategy is GrabStrategy.LATEST_ONLY, on_demand=on_demand)
        self._reader.start()

    def stop(self) -> None:
        if self._reader is not None:
            self._reader.stop()

    def trigger(self) -> None:
        reader = self._grabbing()
        if self._mode is not TriggerMode.SOFTWARE:
            raise troubles.trigger_refused(self._info.name, say("Set its trigger mode to software."))
        if reader.is_lost:
            raise troubles.lost(self._info.name)
        reader.want()

    def grab(self, timeout_s: float) -> Frame:
        reader = self._grabbing()
        shot = reader.take(timeout_s)
        if shot is None:
            raise self._no_frame(reader, timeout_s)
        if shot.image is None:
            raise troubles.failed(self._info.name)
        return self._frame(shot)

    def statistics(self) -> StreamStatistics:
        """`dropped` are frames that came while too many waited to be fetched."""
        return StreamStatistics() if self._reader is None else self._reader.statistics

    def frames_left(self) -> None:
        """A camera never ends."""
        return

    def _expose(self, capture: Capture, exposure_time_us: float) -> float:
        """Set the exposure by hand; returns what the driver says it took."""
        capture.set(cv2.CAP_PROP_AUTO_EXPOSURE, DRIVER.by_hand)
        if not capture.set(cv2.CAP_PROP_EXPOSURE, DRIVER.from_us(exposure_time_us)):
            remedy = say("Choose another value, or leave it unset.")
            raise troubles.refused(self._info.name, say("cannot set {feature}", feature="ExposureTime"), remedy)
        return float(DRIVER.to_us(capture.get(cv2.CAP_PROP_EXPOSURE)))

    def _no_frame(self, reader: Reader, timeout_s: float) -> CameraTrouble:
        if not reader.is_running:
            return troubles.stopped(self._info.name)
        return troubles.lost(self._info.name) if reader.is_lost else troubles.timed_out(self._info.name, timeout_s)

    def _frame(self, shot: Shot) -> Frame:
        image = np.asarray(shot.image)
        pixels, bit_depth = to_pixels(image, image.shape[:2], "BGR8" if image.ndim == 3 else "Mono8")
        return Frame(
            pixels=pixels,
            bit_depth=bit_depth,
            camera=self._info.name,
            frame_id=shot.number,
            arrived_s=self._clock.monotonic_s(),
            wall_time=self._clock.wall(),
        )

    def _opened(self) -> Capture:
        if self._capture is None:
            raise troubles.not_open(self._info.name)
        return self._capture

    def _grabbing(self) -> Reader:
        self._opened()
        if self._reader is None or not self._reader.is_running:
            raise troubles.not_grabbing(self._info.name)
        return self._reader


def _capabilities(capture: Capture) -> Capabilities:
    """Drivers answer 0 or -1 for what they do not know."""
    sets_exposure = capture.get(cv2.CAP_PROP_EXPOSURE) not in (0, -1)
    return Capabilities(
        trigger_modes=frozenset({TriggerMode.SOFTWARE, TriggerMode.FREE}),
        pixel_formats=("RGB8",),
        exposure_time_us=EXPOSURE_LIMITS if sets_exposure else None,
        sensor_width=max(0, int(capture.get(cv2.CAP_PROP_FRAME_WIDTH))),
        sensor_height=max(0, int(capture.get(cv2.CAP_PROP_FRAME_HEIGHT))),
        counts_drops=True,
    )


def _listed() -> dict[int, str]:
    """Cameras that Linux lists, by device number; none on other systems. A camera's further nodes, index 1 and up, carry no frames."""
    found = {}
    for node in DEVICES.glob("video[0-9]*"):
        try:
            if (node / "index").read_text().strip() == "0":
                found[int(node.name.removeprefix("video"))] = (node / "name").read_text().strip()
        except (OSError, ValueError):
            continue  # unplugged while we look
    return found


def _info(spec: str, index: int) -> CameraInfo:
    name = _listed().get(index, say("USB camera {index}", index=index))
    return CameraInfo(spec=spec, name=name, connection="USB")


def _answers(index: int) -> bool:
    capture = open_capture(index)
    answers = capture.isOpened()
    capture.release()
    return answers
