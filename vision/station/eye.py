"""The cameras of a station, looked through together: one look gives a frame for every view, or says why not.

No stale frame is ever judged: before a trigger of our own, frames nobody asked for are thrown away and counted, and
after a frame that did not come in time the stream is started anew, so that it cannot turn up for the next part.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from vision.cameras import (
    Camera,
    CameraTrouble,
    FrameFailed,
    FrameTimeout,
    GrabStrategy,
    SourceEmpty,
)
from vision.inspection import Clock, Frame, say
from vision.recipe import CameraSettings, View

Look = tuple[dict[str, Frame], dict[str, str]]
"""Frames by view name, and by view name why a frame is missing."""

MAX_FLUSH = 64


@dataclass(frozen=True, eq=False, kw_only=True)
class Arrival:
    """The first thing a trigger of the line brought: a frame, or a frame that failed."""

    camera: str
    frame: Frame | None
    trouble: str = ""


class Eye:
    """Cameras by the recipe's names, with the settings the recipe asks for.

    Every trouble says which camera has it: the device, and among several the recipe's name for it, too.
    """

    def __init__(
        self,
        cameras: Mapping[str, Camera],
        settings: Mapping[str, CameraSettings],
        views: Sequence[View],
        clock: Clock,
    ) -> None:
        self._cameras = dict(cameras)
        self._settings = dict(settings)
        self._views = tuple(views)
        self._clock = clock
        self._strategy: GrabStrategy | None = None
        self._out_of_step = False
        self._dropped = dict.fromkeys(cameras, 0)
        self.is_connected = False

    @property
    def name(self) -> str:
        """The cameras' names for people."""
        return ", ".join(self._label(name) for name in self._cameras)

    def open(self) -> None:
        """Connect and configure every camera. Raises `CameraTrouble`; then none is left open."""
        try:
            for name, camera in self._cameras.items():
                with self._naming(name):
                    camera.open()
                    camera.configure(self._settings[name])
        except CameraTrouble:
            self.close()
            raise
        self.is_connected = True

    def close(self) -> None:
        """Disconnect every camera."""
        self.is_connected = False
        for camera in self._cameras.values():
            camera.close()

    def start(self, strategy: GrabStrategy) -> None:
        """Begin grabbing on every camera."""
        self._strategy = strategy
        for name, camera in self._cameras.items():
            with self._naming(name):
                camera.start(strategy)
        self._out_of_step = False
        self._dropped = dict.fromkeys(self._cameras, 0)

    def stop(self) -> None:
        """End grabbing."""
        self._strategy = None
        for camera in self._cameras.values():
            camera.stop()

    def disconnect(self) -> None:
        """Give a lost camera up; `reconnect` takes it again."""
        self.close()

    def reconnect(self) -> None:
        """One try to open, configure and start again. Raises `CameraTrouble` when the camera is still away."""
        strategy = self._strategy or GrabStrategy.ONE_BY_ONE
        self.close()
        self.open()
        try:
            self.start(strategy)
        except CameraTrouble:
            self.close()
            raise

    def check_source(self) -> None:
        """Raise `SourceEmpty` when a replayed source has no frame left for another part."""
        for name, camera in self._cameras.items():
            left = camera.frames_left()
            if left is not None and left < self._shots(name):
                raise SourceEmpty(say("{camera} was replayed to its end.", camera=self._label(name)))

    def resync(self) -> int:
        """Start every stream anew when a frame came late or was lost on the way, so that no part gets another's frame.

        Returns how many frames of the first camera were waiting: triggers of the line whose parts are not inspected.
        """
        if not self._out_of_step or self._strategy is None:
            return 0
        strategy = self._strategy
        waiting = self._drain(next(iter(self._cameras.values())))
        self.stop()
        self.start(strategy)
        return waiting

    def flush(self) -> int:
        """Throw away frames nobody asked for; how many there were."""
        if self._out_of_step:
            self.resync()
            return 0
        return sum(self._drain(camera) for camera in self._cameras.values() if camera.frames_left() is None)

    def look(self, timeout_s: float) -> Look:
        """Trigger and collect every shot of every camera. Raises `CameraLost`."""
        shots: dict[tuple[str, int], Frame | str] = {}
        for shot in range(1, max(view.shot for view in self._views) + 1):
            seeing = [name for name in self._cameras if shot <= self._shots(name)]
            for name in seeing:
                with self._naming(name):
                    self._cameras[name].trigger()
            for name in seeing:
                shots[name, shot] = self._grab(name, timeout_s)
        return self._by_view(shots)

    def wait_for_first(self, timeout_s: float) -> Arrival | None:
        """The next frame the line triggered on the first camera; None when none came. Raises `CameraLost`."""
        name, camera = next(iter(self._cameras.items()))
        try:
            with self._naming(name):
                return Arrival(camera=name, frame=camera.grab(timeout_s))
        except FrameTimeout:
            return None
        except FrameFailed as failed:
            return Arrival(camera=name, frame=None, trouble=failed.sentence)

    def complete(self, arrival: Arrival, timeout_s: float) -> Look:
        """Collect what belongs to an arrival: the other cameras' frames and the further shots. Raises `CameraLost`."""
        shots: dict[tuple[str, int], Frame | str] = {(arrival.camera, 1): arrival.frame or arrival.trouble}
        for name in self._cameras:
            for shot in range(1, self._shots(name) + 1):
                if (name, shot) not in shots:
                    shots[name, shot] = self._grab(name, timeout_s)
        return self._by_view(shots)

    def newly_dropped(self) -> int:
        """Frames of the first camera lost on the way since the last call, where it counts them.

        Each is a part nobody saw. A loss on any camera also puts the cameras out of step with each other.
        """
        fresh = {name: self._fresh_drops(name, camera) for name, camera in self._cameras.items()}
        if len(self._cameras) > 1 and any(fresh.values()):
            self._out_of_step = True
        return next(iter(fresh.values()))

    def _fresh_drops(self, name: str, camera: Camera) -> int:
        if not camera.capabilities.counts_drops:
            return 0
        dropped = camera.statistics().dropped
        fresh, self._dropped[name] = dropped - self._dropped[name], dropped
        return max(0, fresh)

    def _grab(self, name: str, timeout_s: float) -> Frame | str:
        try:
            with self._naming(name):
                return self._cameras[name].grab(timeout_s)
        except FrameTimeout:
            self._out_of_step = True
            return say(
                "No frame from {camera} within {seconds} s.", camera=self._label(name), seconds=round(timeout_s, 1)
            )
        except FrameFailed as failed:
            return failed.sentence

    def _label(self, name: str) -> str:
        device = self._cameras[name].info.name
        return device if len(self._cameras) == 1 else f"{name} ({device})"

    @contextmanager
    def _naming(self, name: str) -> Iterator[None]:
        """Put the camera's name before a trouble that does not say it."""
        try:
            yield
        except CameraTrouble as trouble:
            device, is_alone = self._cameras[name].info.name, len(self._cameras) == 1
            is_named = device in trouble.what
            if is_named and is_alone:
                raise
            label = name if is_named else self._label(name)
            what = say("{camera}: {what}", camera=label, what=trouble.what)
            raise type(trouble)(what, trouble.meaning, trouble.remedy, detail=trouble.detail) from trouble

    def _drain(self, camera: Camera) -> int:
        for count in range(MAX_FLUSH):
            try:
                camera.grab(0.0)
            except FrameTimeout:
                return count
            except FrameFailed:
                continue
        return MAX_FLUSH

    def _shots(self, name: str) -> int:
        return max((view.shot for view in self._views if view.camera == name), default=0)

    def _by_view(self, shots: Mapping[tuple[str, int], Frame | str]) -> Look:
        frames: dict[str, Frame] = {}
        missing: dict[str, str] = {}
        for view in self._views:
            found = shots[view.camera, view.shot]
            if isinstance(found, Frame):
                frames[view.name] = found
            else:
                missing[view.name] = found
        return frames, missing
