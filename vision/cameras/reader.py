"""A thread that reads one OpenCV capture, so that nobody else has to wait for the driver.

This is the one thread outside the app: OpenCV offers no read with a time-out, and a station that waits for ever for
one camera would miss every part after it.
"""

import threading
import time
from collections import deque
from dataclasses import dataclass, replace
from typing import Any, Protocol

import cv2

from vision.cameras.camera import StreamStatistics

WARM_UP_FRAMES = 4
"""V4L2 and DirectShow keep up to so many frames from before the start."""
MAX_WAITING = 32
MAX_FAILURES = 5
PAUSE_S = 0.02
JOIN_S = 2.0


class Capture(Protocol):
    """What is used of `cv2.VideoCapture`."""

    def isOpened(self) -> bool: ...  # noqa: N802 OpenCV's name
    def read(self) -> tuple[bool, Any]: ...
    def get(self, prop: int, /) -> float: ...
    def set(self, prop: int, value: float, /) -> bool: ...
    def release(self) -> None: ...


@dataclass(frozen=True, eq=False, kw_only=True)
class Shot:
    """One read of the capture."""

    number: int
    """Counts reads since the start, from 0."""
    image: Any
    """(H, W, 3) in BGR order or (H, W), uint8; None when the driver gave none."""


class Reader:
    """Reads until stopped. Shots wait in order, or only the newest does, or only those that were wanted."""

    def __init__(self, capture: Capture, *, keeps_latest: bool, on_demand: bool) -> None:
        self.statistics = StreamStatistics()
        self.is_lost = False
        """True when the driver gave nothing several times in a row."""
        self.is_running = False
        """True between `start` and `stop`, also when the camera is lost meanwhile."""
        self._capture = capture
        self._most = 1 if keeps_latest else MAX_WAITING
        self._keeps_latest = keeps_latest
        self._on_demand = on_demand
        self._wanted_s: deque[float] = deque()
        self._shots: deque[Shot] = deque()
        self._changed = threading.Condition()
        self._has_ended = True
        self._is_handed_over = False
        self._thread = threading.Thread(target=self._run, name="usb-camera", daemon=True)

    def start(self) -> None:
        """Begin reading; once only."""
        self.is_running = True
        self._has_ended = False
        self._thread.start()

    def stop(self) -> None:
        """End reading; returns when the thread ended, or after `JOIN_S` when the driver holds it."""
        with self._changed:
            self.is_running = False
            self._shots.clear()
            self._changed.notify_all()
            awaits_end = not self._has_ended
        if awaits_end:
            self._thread.join(JOIN_S)

    def hand_over(self) -> bool:
        """Leave the capture to a thread that the driver still holds: True when that thread will release it."""
        with self._changed:
            self._is_handed_over = not self._has_ended
            return self._is_handed_over

    def want(self) -> None:
        """One more frame is wanted, whose reading begins from now on."""
        with self._changed:
            self._wanted_s.append(time.monotonic())

    def take(self, timeout_s: float) -> Shot | None:
        """The next shot; None when the time passed, the reader was stopped or the camera is lost."""
        with self._changed:
            self._changed.wait_for(lambda: self._shots or self.is_lost or not self.is_running, max(0.0, timeout_s))
            if not self._shots:
                return None
            shot = self._shots.popleft()
            whole, now = shot.image is not None, self.statistics
            self.statistics = replace(now, delivered=now.delivered + whole, failed=now.failed + (not whole))
            return shot

    def _run(self) -> None:
        number, failures = -WARM_UP_FRAMES, 0
        while self.is_running and failures < MAX_FAILURES:
            began_s = time.monotonic()
            image = self._read()
            failures = 0 if image is not None else failures + 1
            with self._changed:
                if number >= 0:
                    self._put(Shot(number=number, image=image), began_s)
                if image is None:
                    self._changed.wait(PAUSE_S)  # a driver without a camera comes back at once
            number += 1
        with self._changed:
            self._has_ended = True
            self.is_lost = failures >= MAX_FAILURES
            self._changed.notify_all()
            if self._is_handed_over:
                self._capture.release()

    def _read(self) -> Any:
        try:
            done, image = self._capture.read()
        except cv2.error:
            return None
        return image if done and image is not None and image.size else None

    def _put(self, shot: Shot, began_s: float) -> None:
        if not self.is_running:
            return
        if self._on_demand:
            if not self._wanted_s or self._wanted_s[0] > began_s:
                return
            self._wanted_s.popleft()
        self._shots.append(shot)
        if len(self._shots) > self._most:
            self._shots.popleft()
            now, skips = self.statistics, self._keeps_latest
            self.statistics = replace(now, skipped=now.skipped + skips, dropped=now.dropped + (not skips))
        self._changed.notify_all()
