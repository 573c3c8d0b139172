"""The cameras of the contract: each made without hardware, by the adapter that real hardware would use."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import genicam
import numpy as np
from numpy.typing import NDArray

from vision.cameras import Camera, make_camera, parse_spec
from vision.cameras.usb import UsbCamera
from vision.inspection import SystemClock

VIKY = Path(genicam.__file__).parent / "viky.cti"
FILES = 24


def picture(number: int, height: int = 48, width: int = 64) -> NDArray[np.uint8]:
    """(height, width, 3) noise in BGR order; red of the first pixel says which."""
    pixels = np.random.default_rng(number).integers(0, 255, (height, width, 3), dtype=np.uint8)
    pixels[0, 0] = (1, 2, number)
    return pixels


def write_pictures(folder: Path, count: int = FILES) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        cv2.imwrite(str(folder / f"{number:03}.png"), picture(number))
    return folder


class CaptureDouble:
    """`cv2.VideoCapture` as a driver with a camera behaves; every 5 ms there is a frame that carries its number."""

    def __init__(self, *, is_open: bool = True, period_s: float = 0.005) -> None:
        self.is_open = is_open
        self.is_plugged = True
        self.fails_next = 0
        self.released = 0
        self.reads = 0
        self.held = threading.Event()
        self.held.set()
        self.period_s = period_s
        self.values = {cv2.CAP_PROP_EXPOSURE: 100.0, cv2.CAP_PROP_FRAME_WIDTH: 64, cv2.CAP_PROP_FRAME_HEIGHT: 48}

    def isOpened(self) -> bool:
        return self.is_open

    def read(self) -> tuple[bool, Any]:
        self.held.wait()
        if not self.is_plugged:
            return False, None
        time.sleep(self.period_s)
        self.reads += 1
        if self.fails_next:
            self.fails_next -= 1
            return False, None
        image = picture(0)
        image[0, 0, 2] = self.reads % 256
        return True, image

    def get(self, prop: int, /) -> float:
        return self.values.get(prop, 0)

    def set(self, prop: int, value: float, /) -> bool:
        self.values[prop] = value
        return True

    def release(self) -> None:
        self.released += 1


@dataclass(frozen=True, kw_only=True)
class Rig:
    """One line of the table."""

    name: str
    make: Callable[[Path], Camera]
    """From an empty folder."""


def _usb(_: Path) -> Camera:
    return UsbCamera(parse_spec("usb:0"), SystemClock(), lambda _: CaptureDouble())


RIGS = (
    Rig(name="pylon", make=lambda folder: make_camera(f"pylon:0815-0000?images={write_pictures(folder)}")),
    Rig(name="gentl", make=lambda _: make_camera(f"gentl:{VIKY}#0")),
    Rig(name="folder", make=lambda folder: make_camera(f"folder:{write_pictures(folder)}")),
    Rig(name="usb", make=_usb),
    Rig(name="virtual", make=lambda _: make_camera("virtual:seed=1,width=320,height=240,rate=1200")),
)
