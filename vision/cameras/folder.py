"""Image files as a camera: each trigger replays one file, in sorted order."""

import threading
from dataclasses import replace
from pathlib import Path

from vision.cameras import troubles
from vision.cameras.camera import (
    CameraInfo,
    CameraNotFound,
    Capabilities,
    FrameFailed,
    GrabStrategy,
    SourceEmpty,
    Spec,
    StreamStatistics,
)
from vision.cameras.settings import check_settings, device_mode
from vision.cameras.spec import format_spec
from vision.images import ImageTrouble, find_images, read_image
from vision.inspection import Clock, Frame, say
from vision.recipe import CameraSettings, TriggerMode

CAPABILITIES = Capabilities(trigger_modes=frozenset({TriggerMode.SOFTWARE, TriggerMode.FREE}))


class FolderCamera:
    """Replays the images below a folder.

    Stopping keeps the place: a new `start` goes on with the next file, so that a pause costs no part; `open` begins
    with the first. Running freely, every `grab` gives the next file at once.
    """

    def __init__(self, spec: Spec, clock: Clock) -> None:
        self._folder = Path(spec.address).expanduser()
        self._loops = spec.options.get("loop") == "1"
        self._clock = clock
        self._info = CameraInfo(
            spec=format_spec(spec), name=say("Folder {name}", name=self._folder.name), connection=spec.address
        )
        self._files: list[Path] | None = None
        self._next = 0
        self._mode = TriggerMode.SOFTWARE
        self._is_grabbing = False
        self._keeps_latest = False
        self._pending = 0
        self._lock = threading.Lock()
        self._wake = threading.Event()
        """Set while there is something to see for a waiting `grab`: a trigger, or the end."""
        self._statistics = StreamStatistics()

    @property
    def info(self) -> CameraInfo:
        return self._info

    @property
    def capabilities(self) -> Capabilities:
        return CAPABILITIES

    def open(self) -> None:
        """List the files. Raises `CameraNotFound` when there is no image."""
        try:
            self._files = find_images(self._folder)
        except (ImageTrouble, OSError) as error:
            raise CameraNotFound(
                say("The folder {folder} gives no image.", folder=self._folder),
                "Nothing can be inspected from it.",
                "Choose a folder with image files that can be read.",
                detail=str(error),
            ) from error
        self._next = 0

    def close(self) -> None:
        self.stop()
        self._files = None

    def configure(self, settings: CameraSettings) -> CameraSettings:
        self._opened()
        if self._is_grabbing:
            raise troubles.refused_while_grabbing(self._info.name)
        check_settings(settings, CAPABILITIES, self._info.name)
        self._mode = device_mode(settings, CAPABILITIES, self._info.name)
        return settings

    def start(self, strategy: GrabStrategy) -> None:
        self._opened()
        with self._lock:
            self._pending = 0
            self._keeps_latest = strategy is GrabStrategy.LATEST_ONLY
            self._is_grabbing = True
            self._wake.clear()
        self._statistics = StreamStatistics()

    def stop(self) -> None:
        with self._lock:
            self._is_grabbing = False
            self._wake.set()

    def trigger(self) -> None:
        self._grabbing()
        if self._mode is not TriggerMode.SOFTWARE:
            raise troubles.trigger_refused(self._info.name, say("Set its trigger mode to software."))
        with self._lock:
            self._pending += 1
            self._wake.set()

    def grab(self, timeout_s: float) -> Frame:
        """The next file. Raises `SourceEmpty` after the last, and `FrameFailed` naming a file that cannot be read."""
        files = self._grabbing()
        if self._mode is TriggerMode.SOFTWARE:
            self._await_trigger(timeout_s)
        with self._lock:
            if self._next >= len(files) and not self._loops:
                raise self._empty()
            number, self._next = self._next, self._next + 1
        return self._read(files[number % len(files)], number)

    def statistics(self) -> StreamStatistics:
        return self._statistics

    def frames_left(self) -> int | None:
        if self._loops:
            return None
        return max(0, len(self._files or ()) - self._next)

    def _await_trigger(self, timeout_s: float) -> None:
        deadline_s = self._clock.monotonic_s() + timeout_s
        while not self._take_trigger():
            left_s = deadline_s - self._clock.monotonic_s()
            if left_s <= 0 or not self._clock.wait(self._wake, left_s):
                raise troubles.timed_out(self._info.name, timeout_s)

    def _take_trigger(self) -> bool:
        """Take one pending trigger, if there is one. Raises `FrameTimeout` when the camera was stopped."""
        with self._lock:
            if not self._is_grabbing:
                raise troubles.stopped(self._info.name)
            if not self._pending:
                self._wake.clear()
                return False
            self._pending -= 1
            if self._keeps_latest:
                self._skip_pending()
            return True

    def _skip_pending(self) -> None:
        """Each trigger is a file; all but the newest are passed over."""
        self._next += self._pending
        self._statistics = replace(self._statistics, skipped=self._statistics.skipped + self._pending)
        self._pending = 0

    def _read(self, path: Path, number: int) -> Frame:
        try:
            pixels, bit_depth = read_image(path)
        except ImageTrouble as trouble:
            self._statistics = replace(self._statistics, failed=self._statistics.failed + 1)
            raise FrameFailed(trouble.what, troubles.NOT_INSPECTED, "Repair the file or leave it out.") from trouble
        self._statistics = replace(self._statistics, delivered=self._statistics.delivered + 1)
        return Frame(
            pixels=pixels,
            bit_depth=bit_depth,
            camera=self._info.name,
            frame_id=number,
            arrived_s=self._clock.monotonic_s(),
            wall_time=self._clock.wall(),
            source=str(path),
        )

    def _empty(self) -> SourceEmpty:
        return SourceEmpty(
            say("The folder {folder} was replayed to its end.", folder=self._folder),
            "There is no further part.",
            "Add images, or open the folder again with ?loop=1.",
        )

    def _opened(self) -> list[Path]:
        if self._files is None:
            raise troubles.not_open(self._info.name)
        return self._files

    def _grabbing(self) -> list[Path]:
        files = self._opened()
        if not self._is_grabbing:
            raise troubles.not_grabbing(self._info.name)
        return files
