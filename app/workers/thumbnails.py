"""Small images for lists of parts: decoded in the background, newest wish first, kept in a bounded cache."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from app.workers.background import Background
from vision.images import shrunk
from vision.inspection import Frame, ViewRecord, as_rgb8

WIDTH_PX, HEIGHT_PX = 128, 92
"""Twice the 64 x 46 of the row, for screens with two device pixels to one."""
KEPT = 600
WAITING = 24
"""More wishes than rows on the tallest screen are old ones: the row has scrolled by."""

Thumbnail = NDArray[np.uint8]


class Thumbnails:
    """Thumbnails of stored frames, by their path; lives on the window's thread."""

    def __init__(self, load: Callable[[ViewRecord], Frame], background: Background) -> None:
        """`load` checks the frame against its hash; it is called in the background."""
        self._load = load
        self._background = background
        self._known: OrderedDict[str, Thumbnail | None] = OrderedDict()
        self._wishes: OrderedDict[str, ViewRecord] = OrderedDict()
        self._busy = False
        self.on_ready: Callable[[str], None] = lambda path: None

    def get(self, view: ViewRecord) -> Thumbnail | None:
        """(92, 128, 3) uint8 RGB, or None while it is on the way or when the file is gone or was changed."""
        path = view.image or ""
        if path in self._known:
            self._known.move_to_end(path)
            return self._known[path]
        self._wishes[path] = view
        self._wishes.move_to_end(path)
        while len(self._wishes) > WAITING:
            self._wishes.popitem(last=False)
        self._next()
        return None

    def is_missing(self, view: ViewRecord) -> bool:
        """True when the file was looked for and cannot be shown."""
        path = view.image or ""
        return path in self._known and self._known[path] is None

    def _next(self) -> None:
        if self._busy or not self._wishes:
            return
        path, view = self._wishes.popitem(last=True)
        self._busy = True
        self._background.run(
            lambda: shrink(self._load(view)),
            lambda made: self._keep(path, made),
            lambda trouble: self._keep(path, None),
        )

    def _keep(self, path: str, made: Thumbnail | None) -> None:
        self._busy = False
        self._known[path] = made
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        self.on_ready(path)
        self._next()


def shrink(frame: Frame) -> Thumbnail:
    """The middle of a frame, filling WIDTH_PX x HEIGHT_PX without distortion."""
    scale = max(WIDTH_PX / frame.width, HEIGHT_PX / frame.height)
    width, height = (
        min(frame.width, round(WIDTH_PX / scale)),
        min(frame.height, round(HEIGHT_PX / scale)),
    )
    left, top = (frame.width - width) // 2, (frame.height - height) // 2
    middle = replace(frame, pixels=frame.pixels[top : top + height, left : left + width])
    return as_rgb8(replace(middle, pixels=shrunk(middle.pixels, (WIDTH_PX, HEIGHT_PX))))
