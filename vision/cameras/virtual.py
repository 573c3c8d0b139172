"""The virtual line: a camera whose parts are rendered, whose clock is injected and whose faults are planned.

It is the demo's line and the tests' line. Which part comes is a function of seed and part number alone, so timing can
change what is lost but never what is seen. Frames are rendered when they are fetched, in the caller's thread; with a
`ManualClock` nothing here ever really waits.
"""

import threading
from dataclasses import dataclass
from itertools import count

import numpy as np

from vision.cameras.camera import (
    CameraInfo,
    CameraTrouble,
    Capabilities,
    FrameFailed,
    GrabStrategy,
    Limits,
    Spec,
    StreamStatistics,
)
from vision.cameras.spec import format_spec
from vision.cameras.troubles import (
    failed,
    lost,
    not_found,
    not_open,
    out_of_limits,
    refused,
    refused_while_grabbing,
    stopped,
    timed_out,
    trigger_refused,
)
from vision.cameras.virtual_stream import SAME_MOMENT_S, Arrival, VirtualStream
from vision.inspection import Clock, Frame, PixelMask, say
from vision.recipe import CameraSettings, Region, TriggerMode
from vision.synth.faults import Damage, FaultPlan, Shot, parse_faults
from vision.synth.line import LINE_OPTIONS, Line, read_line
from vision.synth.render import develop, noise_of
from vision.synth.scene import DefectKind
from vision.synth.sensor import NOMINAL_EXPOSURE_US, Exposure, expose

NAME = say("Virtual line")
EXPOSURE_TIME_US = Limits(low=20.0, high=200_000.0)
GAIN_DB = Limits(low=0.0, high=24.0)
_BIT_DEPTHS = {"Mono8": 8, "Mono12": 12}
_REMEMBERED_FRAMES = 100_000


@dataclass(frozen=True, eq=False, kw_only=True)
class PartTruth:
    """What is known of the part on a frame, because it was rendered."""

    part: int
    """Number of the part on its line, from 0."""
    is_good: bool
    defect_kinds: tuple[DefectKind, ...]
    mask: PixelMask
    """(H, W) of the frame: True where a defect shows."""


class VirtualCamera:
    """A `Camera` that looks at a rendered line."""

    def __init__(self, spec: Spec, clock: Clock) -> None:
        self._line = _read_line(spec)
        self._spec_text = format_spec(spec)
        self._clock = clock
        self._plan = FaultPlan(parse_faults(self._line.fault))
        self._lock = threading.RLock()
        self._wake = threading.Event()
        self._settings = CameraSettings(exposure_time_us=NOMINAL_EXPOSURE_US, gain_db=0.0, pixel_format="Mono8")
        self._is_open = False
        self._first_opened_s: float | None = None
        self._plugged_again_s = float("-inf")
        self._stream: VirtualStream | None = None
        self._counts = StreamStatistics()
        self._next_part = 0
        self._next_arrival_s = float("inf")
        self._frame_ids = count(1)
        self._taken: dict[int, tuple[Shot, Region | None]] = {}

    @property
    def info(self) -> CameraInfo:
        return CameraInfo(
            spec=self._spec_text, name=NAME, serial=f"V{self._line.seed:05d}", connection=say("simulated")
        )

    @property
    def capabilities(self) -> Capabilities:
        return Capabilities(
            trigger_modes=frozenset({TriggerMode.SOFTWARE, TriggerMode.LINE, TriggerMode.FREE}),
            pixel_formats=tuple(_BIT_DEPTHS),
            exposure_time_us=EXPOSURE_TIME_US,
            gain_db=GAIN_DB,
            roi=True,
            sensor_width=self._line.width,
            sensor_height=self._line.height,
            counts_drops=True,
            has_timestamp=True,
        )

    def open(self) -> None:
        with self._lock:
            now_s = self._clock.monotonic_s()
            if now_s + SAME_MOMENT_S < self._plugged_again_s:
                raise not_found(NAME, "The cable of the virtual line is unplugged by plan.")
            self._is_open = True
            if self._first_opened_s is None:
                self._first_opened_s = now_s
                self._line.prime()

    def close(self) -> None:
        with self._lock:
            self.stop()
            self._is_open = False

    def configure(self, settings: CameraSettings) -> CameraSettings:
        with self._lock:
            if not self._is_open:
                raise not_open(NAME)
            if self._stream is not None:
                raise refused_while_grabbing(NAME)
            asked = {key: value for key, value in settings.model_dump().items() if value is not None}
            merged = self._settings.model_copy(update={key: getattr(settings, key) for key in asked})
            _check(merged, self._line)
            self._settings = merged
            return merged

    def start(self, strategy: GrabStrategy) -> None:
        with self._lock:
            self._demand_connection()
            self._stream = VirtualStream(strategy, self._frame_ids)
            by_itself = self._settings.trigger_mode in (TriggerMode.LINE, TriggerMode.FREE)
            interval_s = 60.0 / self._line.rate
            self._next_arrival_s = self._clock.monotonic_s() + interval_s if by_itself else float("inf")

    def stop(self) -> None:
        with self._lock:
            if self._stream is not None:
                self._counts = self._stream.counts
            self._stream = None
            self._wake.set()

    def trigger(self) -> None:
        with self._lock:
            stream = self._demand_stream()
            if self._settings.trigger_mode in (TriggerMode.LINE, TriggerMode.FREE):
                raise trigger_refused(NAME, say("Set its trigger mode to software."))
            self._take_part(stream, self._clock.monotonic_s())
            self._wake.set()
            self._demand_connection()

    def grab(self, timeout_s: float) -> Frame:
        deadline_s = self._clock.monotonic_s() + timeout_s
        while True:
            with self._lock:
                arrived = self._fetch()
                due_s = min(self._demand_stream().next_due_s(), self._next_arrival_s, deadline_s)
                self._wake.clear()
            if arrived is not None:
                return self._frame(arrived)
            now_s = self._clock.monotonic_s()
            if now_s + SAME_MOMENT_S >= deadline_s:
                raise timed_out(NAME, timeout_s)
            self._clock.wait(self._wake, due_s - now_s)

    def statistics(self) -> StreamStatistics:
        with self._lock:
            self._run_line()
            return self._counts if self._stream is None else self._stream.counts

    def frames_left(self) -> int | None:
        return None

    def truth(self, frame_id: int) -> PartTruth:
        """What is known of the part on that frame. Raises `KeyError` for a frame this camera did not deliver."""
        shot, roi = self._taken[frame_id]
        scene = self._line.scene(shot)
        mask = develop(scene)[1][_window(roi)]
        kinds = tuple(defect.kind for defect in scene.defects)
        return PartTruth(part=shot.part, is_good=not kinds, defect_kinds=kinds, mask=mask)

    def unplug(self, duration_s: float) -> None:
        """Pull the cable now; it is plugged in again after `duration_s`. The camera must then be opened again."""
        with self._lock:
            self._plugged_again_s = self._clock.monotonic_s() + duration_s
            self.stop()
            self._is_open = False

    def _demand_connection(self) -> None:
        if not self._is_open:
            raise not_open(NAME) if self._plugged_again_s == float("-inf") else lost(NAME)

    def _demand_stream(self) -> VirtualStream:
        self._demand_connection()
        if self._stream is None:
            raise stopped(NAME)
        return self._stream

    def _fetch(self) -> Arrival | None:
        """The next frame that has arrived by now."""
        self._run_line()
        return self._demand_stream().take()

    def _run_line(self) -> None:
        """Let the line run up to now: parts come by themselves, frames under way arrive."""
        now_s = self._clock.monotonic_s()
        while self._stream is not None and self._next_arrival_s <= now_s + SAME_MOMENT_S:
            self._take_part(self._stream, self._next_arrival_s)
            self._next_arrival_s += 60.0 / self._line.rate
        if self._stream is not None:
            self._stream.settle(now_s)

    def _take_part(self, stream: VirtualStream, at_s: float) -> None:
        """The next part stands before the camera: plan its frames, or lose the cable."""
        elapsed_s = at_s - (self._first_opened_s or 0.0)
        shots = self._plan.shots(self._next_part, elapsed_s)
        self._next_part += 1
        exposed_s = (self._settings.exposure_time_us or NOMINAL_EXPOSURE_US) / 1e6
        for shot in shots:
            if shot.unplugged_s > 0:
                self.unplug(shot.unplugged_s)
                return
            stream.add(at_s + exposed_s + shot.delay_s, shot)

    def _frame(self, arrival: Arrival) -> Frame:
        shot = arrival.shot
        if shot.damage is not Damage.NONE:
            raise _damaged(shot, self._line.height)
        settings, scene = self._settings, self._line.scene(shot)
        light = develop(scene)[0][_window(settings.roi)]
        exposure = _exposure(settings)
        self._taken[arrival.frame_id] = (shot, settings.roi)
        if len(self._taken) > _REMEMBERED_FRAMES:
            del self._taken[next(iter(self._taken))]
        return Frame(
            pixels=expose(np.ascontiguousarray(light), exposure, noise_of(scene, shot.repeat)),
            bit_depth=exposure.bit_depth,
            camera=NAME,
            frame_id=arrival.frame_id,
            camera_timestamp_ns=round((arrival.due_s - (self._first_opened_s or 0.0)) * 1e9),
            arrived_s=self._clock.monotonic_s(),
            wall_time=self._clock.wall(),
        )


def _read_line(spec: Spec) -> Line:
    try:
        return read_line(spec.options)
    except ValueError as wrong:
        raise CameraTrouble(
            say("The camera spec {spec} is not understood: {wrong}.", spec=format_spec(spec), wrong=wrong),
            "No camera is opened.",
            say(
                "Write virtual, or virtual:seed=3 with any of {options}, joined by commas.",
                options=", ".join(LINE_OPTIONS),
            ),
        ) from wrong


def _check(settings: CameraSettings, line: Line) -> None:
    if settings.pixel_format not in _BIT_DEPTHS:
        raise refused(
            NAME,
            say("has no PixelFormat {wanted}", wanted=settings.pixel_format),
            say("Choose one of {offered}.", offered=", ".join(_BIT_DEPTHS)),
        )
    _check_limits("ExposureTime", settings.exposure_time_us, EXPOSURE_TIME_US, "us")
    _check_limits("Gain", settings.gain_db, GAIN_DB, "dB")
    roi = settings.roi
    if roi is not None and (roi.x + roi.width > line.width or roi.y + roi.height > line.height):
        what = say("cannot set OffsetX, OffsetY, Width and Height to {x}, {y}, {width}, {height}", **roi.model_dump())
        within = say("Choose a region within {width} x {height} pixels.", width=line.width, height=line.height)
        raise refused(NAME, what, within)


def _check_limits(feature: str, value: float | None, limits: Limits, unit: str) -> None:
    if value is not None and not limits.low <= value <= limits.high:
        raise out_of_limits(NAME, (feature, unit), value, limits)


def _damaged(shot: Shot, lines: int) -> FrameFailed:
    half = shot.damage is Damage.HALF
    return failed(NAME, f"Only {lines // 2} of {lines} lines arrived." if half else "The buffer is damaged.")


def _exposure(settings: CameraSettings) -> Exposure:
    return Exposure(
        exposure_time_us=settings.exposure_time_us or NOMINAL_EXPOSURE_US,
        gain_db=settings.gain_db or 0.0,
        bit_depth=_BIT_DEPTHS[settings.pixel_format or "Mono8"],
    )


def _window(roi: Region | None) -> tuple[slice, slice]:
    if roi is None:
        return slice(None), slice(None)
    return slice(roi.y, roi.y + roi.height), slice(roi.x, roi.x + roi.width)
