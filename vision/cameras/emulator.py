"""pylon's own emulator: bringing its cameras into being, and having them replay a folder of images.

What it takes to be a camera for the line: it must show every image whole and with its own pixels. The emulator crops
an image that is larger than its region without a word, so the region is made larger than any image may be.
"""

import os
import re
from pathlib import Path

from vision.cameras.camera import CameraNotFound, FrameFailed, Spec
from vision.cameras.nodes import Nodes
from vision.cameras.troubles import NOT_INSPECTED
from vision.images import ImageTrouble, find_images
from vision.inspection import say

SERIAL = re.compile(r"0815-(\d{4})")
VARIABLE = "PYLON_CAMEMU"
MAX_CAMERAS = 256
MAX_SIDE_PIXELS = 8192
"""Longest side of a replayed image: the emulator reserves buffers for a frame of this size."""
MARGIN_PIXELS = 8
"""By so much the region is larger, so that an image which was cropped to it is seen to be too large."""
REPLAY_BUFFERS = 4


def is_emulated(serial: str) -> bool:
    """True for the serial numbers of emulated cameras: 0815-0000, 0815-0001, ..."""
    return SERIAL.fullmatch(serial) is not None


def provide(serial: str) -> None:
    """Have pylon emulate at least the cameras up to this one; the variable is read at each search."""
    asked = os.environ.get(VARIABLE, "")
    running = int(asked) if asked.isdecimal() else 0
    os.environ[VARIABLE] = str(min(MAX_CAMERAS, max(running, int(serial[-4:]) + 1)))


def find_replayed(spec: Spec, camera: str) -> Path | None:
    """The folder to replay, None for none. One without images would only show as failed frames later.

    Raises:
        CameraNotFound: the camera is a real one, or the folder holds no image.
    """
    text = spec.options.get("images")
    if text is None:
        return None
    folder = Path(text).expanduser().absolute()
    if not is_emulated(spec.address):
        raise CameraNotFound(
            say("{camera} replays no images.", camera=camera),
            "Parts are not inspected.",
            "Leave out ?images=, or name an emulated camera such as pylon:0815-0000.",
        )
    try:
        find_images(folder)
    except (ImageTrouble, OSError) as error:
        raise CameraNotFound(
            say("The folder {folder} gives no image to {camera}.", folder=folder, camera=camera),
            "Parts are not inspected.",
            "Choose a folder with image files that can be read.",
            detail=str(error),
        ) from error
    return folder


def replay(nodes: Nodes, images: Path) -> None:
    """Set the emulator to the images as they are: colour is exact in BGR8."""
    for name in ("WidthMax", "HeightMax"):
        nodes.write(name, MAX_SIDE_PIXELS + MARGIN_PIXELS)
    for name in ("Width", "Height"):
        nodes.write(name, int(nodes.limits(name).high))
    nodes.write("PixelFormat", "BGR8Packed")
    nodes.write("TestImageSelector", "Off")
    nodes.write("ImageFilename", str(images))
    nodes.write("ImageFileMode", "On")


def check_whole(shape: tuple[int, ...], camera: str) -> None:
    """Raise `FrameFailed` for an image that may have been cropped; `shape` begins with height and width."""
    if max(shape[:2]) > MAX_SIDE_PIXELS:
        raise FrameFailed(
            say("{camera} replays an image that is too large and would be cropped.", camera=camera),
            NOT_INSPECTED,
            say("Use images of at most {most} pixels a side.", most=MAX_SIDE_PIXELS),
        )
