"""Settles the process before anything heavy is imported: third-party libraries that disturb each other or the line.

`opencv-python` is built with a Qt 5 of its own. Importing it points Qt at its plugins (`QT_QPA_PLATFORM_PLUGIN_PATH`),
at a font folder that its wheel does not carry (`QT_QPA_FONTDIR`), and puts an empty entry, which means the current
directory, into `LD_LIBRARY_PATH` of every child process. Loupe uses neither its windows nor its fonts, so all three are
put back here, once, whichever of cv2 and PySide6 is asked for first afterwards.

Refused: `opencv-python-headless` as the one owner of `cv2`. It would need none of this, but whatever a plant adds asks
for `opencv-python`, and two owners of one folder overwrite each other. One owner, tamed in one place.

Only `app` may change the process; `vision` and `labeling` import without side effects.
"""

import ctypes
import os
import sys

PUT_BACK = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR", "LD_LIBRARY_PATH")
"""Variables that importing cv2 overwrites."""

DEFAULTS = {
    "NO_ALBUMENTATIONS_UPDATE": "1",  # albumentations asks the network for its newest version at import
    "OPENCV_LOG_LEVEL": "SILENT",  # a broken image is told in our own words; libpng, libjpeg may still write a line
    "OPENCV_IO_MAX_IMAGE_PIXELS": "200000000",  # refused before its memory is taken; the same bound as vision.images
}
"""Set unless the person who starts Loupe has set them."""


HELD = 1 << 40
"""References given to each singleton: more than PySide6 loses in a hundred years of painting."""


def hold_singletons() -> None:
    """Make None, True and False outlive PySide6 on Python 3.11.

    PySide6 6.12 is built as if they were immortal, as they are from Python 3.12 on (PEP 683): each of its calls that
    gives one of them back takes a reference away. On 3.11 that ends the process with "deallocating None" after some
    thousand calls, which is minutes of a running window.
    """
    if sys.version_info >= (3, 12):
        return
    for value in (None, True, False):
        references = ctypes.c_ssize_t.from_address(id(value))
        if references.value < HELD // 2:
            references.value += HELD


def settle() -> None:
    """Set the defaults, let cv2 do what it does at import, and put back what it overwrote. Cheap to call again."""
    hold_singletons()
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
    before = {name: os.environ.get(name) for name in PUT_BACK}
    import cv2  # noqa: F401  # the second import, by whoever needs it, changes nothing any more

    for name, was in before.items():
        _put_back(name, was)


def _put_back(name: str, value: str | None) -> None:
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value
