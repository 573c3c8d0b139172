"""A live look through one camera, without Qt: a loop that somebody else's thread runs, and slots to talk to it.

The loop keeps only the newest frame and the window fetches it when it has time to draw, so a fast camera can never
fill a queue and a slow screen never slows the camera. Numbers about the image are measured a few times a second:
they are for eyes, and a large frame costs tens of milliseconds.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from vision.cameras import (
    Camera,
    Capabilities,
    FrameFailed,
    FrameTimeout,
    GrabStrategy,
    SettingRefused,
    format_spec,
    parse_spec,
)
from vision.cameras.quality import clipped_share, focus_measure, histogram
from vision.inspection import Clock, Frame, SystemClock
from vision.recipe import CameraSettings, TriggerMode

GRAB_TIMEOUT_S = 0.5
RELEASE_TIMEOUT_S = 3.0
MEASURE_EVERY_S = 0.2


@dataclass(frozen=True, eq=False, kw_only=True)
class Quality:
    """What the last measured frame says about light and focus."""

    levels: NDArray[np.int64]
    """(256,) counts of grey levels."""
    focus: float
    """Focus measure; higher is sharper, comparable only with itself under one scene and light."""
    clipped_share: float
    """Share of pixels at the end of the range, 0 to 1."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Sight:
    """The newest state of the preview."""

    frame: Frame | None = None
    quality: Quality | None = None
    frames_per_s: float = 0.0
    capabilities: Capabilities | None = None
    taken: CameraSettings | None = None
    """Settings as the camera really took them."""
    refusal: SettingRefused | None = None
    """Why the last wish was refused; None after a wish that was fulfilled."""


class Preview:
    """One preview of one camera. `run` blocks its caller until `stop`; everything else may come from any thread."""

    def __init__(
        self,
        make: Callable[[], Camera],
        settings: CameraSettings,
        *,
        after: "Preview | None" = None,
        period_s: float = 0.04,
        clock: Clock | None = None,
    ) -> None:
        """`after` is the preview that may still hold the same camera: this one waits until it let go."""
        self._make = make
        self._after = after
        self._period_s = period_s
        self._clock: Clock = clock or SystemClock()
        self._lock = threading.Lock()
        self._wish: CameraSettings | None = settings
        self._sight = Sight()
        self._fresh = False
        self._stop = threading.Event()
        self._triggers = False
        self.ended = threading.Event()
        """Set once `run` has returned and the camera is free."""
        self._measured_s = float("-inf")
        self._rate = _Rate()

    def run(self) -> None:
        """Open, grab until stopped, close. Raises `CameraTrouble` when the camera cannot be opened or is lost."""
        try:
            if self._after is not None:
                self._after.ended.wait(RELEASE_TIMEOUT_S)
                self._after = None
            if not self._stop.is_set():
                self._run(self._make())
        finally:
            self.ended.set()

    def stop(self) -> None:
        """Ask `run` to return; it does within `GRAB_TIMEOUT_S`."""
        self._stop.set()

    def configure(self, settings: CameraSettings) -> None:
        """Wish for settings; the next `take` says what became of them. A newer wish replaces an older one."""
        with self._lock:
            self._wish = settings

    def take(self) -> Sight | None:
        """The newest sight, None when nothing changed since the last call."""
        with self._lock:
            fresh, self._fresh = self._fresh, False
            return self._sight if fresh else None

    def _run(self, camera: Camera) -> None:
        try:
            camera.open()
            self._publish(capabilities=camera.capabilities)
            while not self._stop.is_set():
                self._apply_wish(camera)
                self._look(camera)
        finally:
            camera.stop()
            camera.close()

    def _apply_wish(self, camera: Camera) -> None:
        with self._lock:
            wish, self._wish = self._wish, None
        if wish is None:
            return
        camera.stop()
        try:
            taken = camera.configure(for_preview(wish, camera.capabilities))
            self._publish(taken=replace_trigger(taken, wish), refusal=None)
        except SettingRefused as refusal:
            self._publish(refusal=refusal)
        self._triggers = needs_trigger(camera.capabilities)
        camera.start(GrabStrategy.LATEST_ONLY)

    def _look(self, camera: Camera) -> None:
        begun_s = self._clock.monotonic_s()
        try:
            if self._triggers:
                camera.trigger()
            frame = camera.grab(GRAB_TIMEOUT_S)
        except (FrameTimeout, FrameFailed):
            return
        now_s = self._clock.monotonic_s()
        self._publish(frame=frame, frames_per_s=self._rate.count(now_s))
        if now_s - self._measured_s >= MEASURE_EVERY_S:
            self._measured_s = now_s
            self._publish(quality=_measure(frame))
        self._clock.wait(self._stop, self._period_s - (self._clock.monotonic_s() - begun_s))

    def _publish(self, **changes: object) -> None:
        with self._lock:
            self._sight = replace(self._sight, **changes)  # type: ignore[arg-type]
            self._fresh = True


class _Rate:
    """Frames per second over the last second or so."""

    def __init__(self) -> None:
        self._times_s: list[float] = []

    def count(self, now_s: float) -> float:
        self._times_s = [time_s for time_s in self._times_s if now_s - time_s <= 1.5] + [now_s]
        span_s = now_s - self._times_s[0]
        return (len(self._times_s) - 1) / span_s if span_s > 0 else 0.0


def preview_of(
    spec: str, make_camera: Callable[[str], Camera], settings: CameraSettings, after: Preview | None = None
) -> Preview:
    """A preview of a camera by its spec; a folder is replayed again and again."""
    return Preview(lambda: make_camera(_endless(spec)), settings, after=after)


def _endless(spec: str) -> str:
    parsed = parse_spec(spec)
    if parsed.kind != "folder":
        return spec
    return format_spec(replace(parsed, options=parsed.options | {"loop": "1"}))


def needs_trigger(capabilities: Capabilities) -> bool:
    """True when the preview must ask for each frame, because the camera does not run freely."""
    return TriggerMode.FREE not in capabilities.trigger_modes


def for_preview(settings: CameraSettings, capabilities: Capabilities) -> CameraSettings:
    """The same light and region, but frames without waiting for the line's sensor."""
    mode = TriggerMode.SOFTWARE if needs_trigger(capabilities) else TriggerMode.FREE
    return settings.model_copy(update={"trigger_mode": mode})


def replace_trigger(taken: CameraSettings, wish: CameraSettings) -> CameraSettings:
    """What the camera took, with the trigger the person chose and not the preview's own."""
    trigger = {key: getattr(wish, key) for key in ("trigger_mode", "trigger_line", "interval_ms")}
    return taken.model_copy(update=trigger)


def _measure(frame: Frame) -> Quality:
    return Quality(levels=histogram(frame), focus=focus_measure(frame), clipped_share=clipped_share(frame))
