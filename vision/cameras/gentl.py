"""Cameras of any vendor through a GenTL producer (a .cti file) and harvesters.

A producer may be loaded once per process and forgets its open devices when it is searched again, so cameras of one
file share it, and it is searched only while nobody uses it. harvesters waits in its own loop and cannot be woken, so
a wait is cut into slices; it also takes over Ctrl-C, which is given back.
"""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from genicam import genapi, gentl
from harvesters.core import Callback, Harvester

from vision.cameras import troubles
from vision.cameras.camera import (
    CameraInfo,
    CameraLost,
    CameraNotFound,
    CameraTrouble,
    Capabilities,
    FrameTimeout,
    GrabStrategy,
    Limits,
    SettingRefused,
    Spec,
    StreamStatistics,
)
from vision.cameras.counting import FrameCounter
from vision.cameras.interrupt import ctrl_c_kept
from vision.cameras.nodes import TIMESTAMPS, apply_settings, read_capabilities
from vision.cameras.pixels import sfnc_name, to_pixels
from vision.cameras.shared import Shared
from vision.cameras.spec import format_spec
from vision.inspection import Clock, Frame, say
from vision.recipe import CameraSettings

SLICE_S = 0.02
PEEK_S = 0.001
"""harvesters takes 0 for "wait for ever"."""
BUFFERS = 8
PING_BYTES = 4
"""Register 0 holds the version of the protocol, on GigE Vision and USB3 Vision cameras alike."""
PRODUCERS_VARIABLE = "GENICAM_GENTL64_PATH"

VENDOR_ERRORS = (genapi.GenericException, gentl.GenericException)
TROUBLES: dict[type[Exception], type[CameraTrouble]] = {
    gentl.TimeoutException: FrameTimeout,
    genapi.TimeoutException: FrameTimeout,
    genapi.OutOfRangeException: SettingRefused,
    genapi.InvalidArgumentException: SettingRefused,
    genapi.AccessException: SettingRefused,
    genapi.PropertyException: SettingRefused,
    genapi.DynamicCastException: CameraTrouble,
    gentl.OutOfMemoryException: CameraTrouble,
    genapi.GenericException: CameraLost,
    gentl.GenericException: CameraLost,
}
"""What is not named here falls under the two families' own heads."""


def find_cameras() -> tuple[CameraInfo, ...]:
    """Devices of the producers that GENICAM_GENTL64_PATH names. Raises `CameraTrouble`."""
    folders = [Path(text) for text in os.environ.get(PRODUCERS_VARIABLE, "").split(os.pathsep) if text]
    files = [file for folder in folders if folder.is_dir() for file in sorted(folder.glob("*.cti"))]
    return tuple(info for file in files for info in _devices(str(file)))


class GentlCamera:
    """Device N of a producer, counted from 0."""

    def __init__(self, spec: Spec, clock: Clock) -> None:
        self._file = str(Path(spec.address).expanduser())
        self._index = int(spec.options["index"])
        self._clock = clock
        name = f"GenTL camera {self._index} of {Path(spec.address).name}"
        self._info = CameraInfo(spec=format_spec(spec), name=name)
        self._capabilities = Capabilities(trigger_modes=frozenset())
        self._acquirer: Any = None
        self._nodes: GentlNodes | None = None
        self._is_started = False
        self._strategy = GrabStrategy.ONE_BY_ONE
        self._answers_pings = False
        self._incomplete = _Incomplete()
        self._counter = FrameCounter()
        self._lock = threading.RLock()
        """Held for a slice of a wait: a buffer is never fetched while another thread stops the stream."""

    @property
    def info(self) -> CameraInfo:
        return self._info

    @property
    def capabilities(self) -> Capabilities:
        return self._capabilities

    def open(self) -> None:
        """Connect. Raises `CameraNotFound` when the producer cannot be loaded or has no such device."""
        if self._acquirer is not None:
            return
        harvester = _PRODUCERS.take(self._file)
        try:
            self._connect(harvester)
        except CameraTrouble:
            self._disconnect()
            raise

    def close(self) -> None:
        self.stop()
        if self._acquirer is not None:
            self._disconnect()

    def configure(self, settings: CameraSettings) -> CameraSettings:
        nodes = self._opened()
        if self._is_started:
            raise troubles.refused_while_grabbing(self._info.name)
        with _speaking(self._info.name):
            return apply_settings(nodes, settings, self._capabilities)

    def start(self, strategy: GrabStrategy) -> None:
        """Begin with new buffers: harvesters revokes the old ones when it stops."""
        self._opened()
        self.stop()
        self._strategy = strategy
        self._counter = FrameCounter(keeps_latest=strategy is GrabStrategy.LATEST_ONLY)
        self._incomplete.count = 0
        with self._lock, _speaking(self._info.name):
            self._acquirer.start()
            self._is_started = True

    def stop(self) -> None:
        self._is_started = False
        with self._lock:
            if self._acquirer is not None:
                with suppress(*VENDOR_ERRORS):  # a camera that is gone has stopped already
                    self._acquirer.stop()

    def trigger(self) -> None:
        with self._lock, _speaking(self._info.name):
            self._grabbing()
            node_map = self._acquirer.remote_device.node_map
            if not node_map.has_node("TriggerSoftware") or node_map.TriggerMode.value != "On":
                raise troubles.trigger_refused(self._info.name, say("Set its trigger mode to software."))
            node_map.TriggerSoftware.execute()
        self._counter.triggered()

    def grab(self, timeout_s: float) -> Frame:
        self._grabbing()
        deadline_s = time.monotonic() + timeout_s
        frame = self._next(deadline_s, timeout_s)
        if self._strategy is GrabStrategy.LATEST_ONLY:
            frame = self._newest(frame, deadline_s, timeout_s)
        return frame

    def statistics(self) -> StreamStatistics:
        """`dropped` are gaps in the frame ids, and software triggers that brought nothing in the time given."""
        return self._counter.statistics

    def frames_left(self) -> None:
        """A camera never ends."""
        return

    def _connect(self, harvester: Harvester) -> None:
        devices = harvester.device_info_list
        if self._index >= len(devices):
            raise CameraNotFound(
                say(
                    "{camera} is not there: the producer shows {count} cameras.",
                    camera=self._info.name,
                    count=len(devices),
                ),
                "Parts are not inspected until it is.",
                "Check cable and supply, and count cameras from 0.",
            )
        try:
            with ctrl_c_kept(), _speaking(self._info.name):
                self._acquirer = harvester.create(self._index)
                self._acquirer.num_buffers = BUFFERS
                self._acquirer.add_callback(self._acquirer.Events.INCOMPLETE_BUFFER, self._incomplete)
                self._info = replace(_device_info(self._file, self._index, devices[self._index]), spec=self._info.spec)
                self._nodes = nodes = GentlNodes(self._acquirer.remote_device.node_map, self._info.name)
                self._answers_pings = _pings(self._acquirer)
                has_timestamp = any(nodes.has(name) for name in TIMESTAMPS)
                self._capabilities = read_capabilities(nodes, counts_drops=True, has_timestamp=has_timestamp)
        except CameraTrouble as trouble:
            raise troubles.not_found(self._info.name, trouble.detail) from trouble

    def _disconnect(self) -> None:
        with self._lock:
            acquirer, self._acquirer, self._nodes = self._acquirer, None, None
            if acquirer is not None:
                with suppress(*VENDOR_ERRORS):  # a camera that is gone cannot be closed in good order
                    acquirer.destroy()
        _PRODUCERS.give_back(self._file)

    def _next(self, deadline_s: float, timeout_s: float) -> Frame:
        while True:
            left_s = max(PEEK_S, deadline_s - time.monotonic())
            with self._lock:
                if not self._is_started:
                    raise troubles.stopped(self._info.name)
                frame = self._fetch(min(SLICE_S, left_s))
            if frame is not None:
                return frame
            if time.monotonic() >= deadline_s:
                raise self._no_frame(timeout_s)

    def _no_frame(self, timeout_s: float) -> CameraTrouble:
        """Producers wait on in silence when the cable is pulled, so the camera is asked whether it is still there."""
        with self._lock, _speaking(self._info.name):
            if self._answers_pings and self._acquirer is not None:
                self._acquirer.remote_device.port.read(0, PING_BYTES)
        self._counter.timed_out()
        return troubles.timed_out(self._info.name, timeout_s)

    def _newest(self, frame: Frame, deadline_s: float, timeout_s: float) -> Frame:
        """Throw away what waited before the newest; when every buffer was full, only a frame yet to come is new."""
        waited = 1
        while (later := self._peek()) is not None:
            frame, waited = later, waited + 1
            self._counter.skipped()
            if waited == BUFFERS:
                self._counter.skipped()
                return self._next(deadline_s, timeout_s)
        return frame

    def _peek(self) -> Frame | None:
        with self._lock:
            return self._fetch(PEEK_S) if self._is_started else None

    def _fetch(self, timeout_s: float) -> Frame | None:
        with _speaking(self._info.name):
            buffer = self._acquirer.try_fetch(timeout=timeout_s)
            if buffer is None:
                self._check_incomplete()
                return None
            with buffer:
                return self._frame(buffer)

    def _check_incomplete(self) -> None:
        if self._incomplete.count:
            self._incomplete.count -= 1
            self._counter.failed()
            raise troubles.failed(self._info.name, "the buffer was not filled completely")

    def _frame(self, buffer: Any) -> Frame:
        frame_id = int(buffer.module.frame_id)
        components = buffer.payload.components
        try:
            image = components[0]
            pixels, bit_depth = to_pixels(image.data, (image.height, image.width), sfnc_name(image.data_format))
        except (ValueError, IndexError) as error:
            self._counter.arrived(frame_id, skipped=0, whole=False)
            raise troubles.failed(self._info.name, str(error)) from error
        self._counter.arrived(frame_id, skipped=0, whole=True)
        ticks = int(buffer.timestamp)
        return Frame(
            pixels=pixels,
            bit_depth=bit_depth,
            camera=self._info.name,
            frame_id=frame_id,
            camera_timestamp_ns=round(ticks * 1e9 / buffer.timestamp_frequency) if ticks else None,
            arrived_s=self._clock.monotonic_s(),
            wall_time=self._clock.wall(),
        )

    def _opened(self) -> "GentlNodes":
        if self._nodes is None:
            raise troubles.not_open(self._info.name)
        return self._nodes

    def _grabbing(self) -> None:
        self._opened()
        if not self._is_started:
            raise troubles.not_grabbing(self._info.name)


class GentlNodes:
    """harvesters' node map; a missing node is a missing attribute."""

    def __init__(self, node_map: Any, camera: str) -> None:
        self._map = node_map
        self.camera = camera

    def has(self, name: str) -> bool:
        return bool(self._map.has_node(name) and genapi.is_readable(self._map.get_node(name)))

    def can_write(self, name: str) -> bool:
        return bool(self._map.has_node(name) and genapi.is_writable(self._map.get_node(name)))

    def read(self, name: str) -> float | str:
        with _speaking(self.camera):
            value: float | str = getattr(self._map, name).value
        return value

    def write(self, name: str, value: float | str) -> None:
        with _speaking(f"{self.camera} ({name})"):
            getattr(self._map, name).value = value

    def limits(self, name: str) -> Limits:
        with _speaking(self.camera):
            node = getattr(self._map, name)
            return Limits(low=float(node.min), high=float(node.max))

    def step(self, name: str) -> int:
        with _speaking(self.camera):
            return int(getattr(self._map, name).inc)

    def entries(self, name: str) -> tuple[str, ...]:
        with _speaking(self.camera):
            return tuple(getattr(self._map, name).symbolics)


def translate(error: Exception, camera: str) -> CameraTrouble:
    """An exception of GenApi or of the producer as ours."""
    kind = next(TROUBLES[base] for base in type(error).__mro__ if base in TROUBLES)
    return troubles.from_vendor(kind, camera, error)


class _Incomplete(Callback):  # type: ignore[misc]  # harvesters has no types
    """Counts buffers that came incomplete; harvesters throws them away without another word."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def emit(self, context: object | None = None) -> None:  # noqa: ARG002 harvesters' signature
        self.count += 1


def _load(file: str) -> Harvester:
    if not Path(file).is_file():
        raise _no_producer(say("The GenTL producer {file} does not exist.", file=file))
    harvester = Harvester()
    try:
        harvester.add_file(file)
        harvester.update()
    except (*VENDOR_ERRORS, OSError) as error:
        raise _no_producer(say("The GenTL producer {file} cannot be loaded.", file=file), str(error)) from error
    if not harvester.device_info_list:
        harvester.reset()
        raise _no_producer(say("The GenTL producer {file} finds no camera.", file=file))
    return harvester


def _no_producer(what: str, detail: str = "") -> CameraNotFound:
    remedy = say("Check the path, and that the driver of the camera's vendor is installed.")
    return CameraNotFound(what, "Parts are not inspected.", remedy, detail=detail)


def _unload(harvester: Harvester) -> None:
    with suppress(*VENDOR_ERRORS):  # nothing more can be done about a producer that does not unload
        harvester.reset()


_PRODUCERS = Shared(_load, _unload)


def _devices(file: str) -> list[CameraInfo]:
    harvester = _PRODUCERS.take(file)
    try:
        return [_device_info(file, index, device) for index, device in enumerate(harvester.device_info_list)]
    finally:
        _PRODUCERS.give_back(file)


def _device_info(file: str, index: int, device: Any) -> CameraInfo:
    known = device.property_dict
    return CameraInfo(
        spec=f"gentl:{file}#{index}",
        name=f"{known.get('vendor') or 'GenTL'} {known.get('model') or 'camera'} {index}",
        serial=str(known.get("serial_number") or ""),
        connection=f"GenTL {known.get('tl_type') or ''}, {Path(file).name}".replace(" ,", ","),
    )


def _pings(acquirer: Any) -> bool:
    """False for cameras that keep nothing at register 0, such as simulated ones."""
    try:
        acquirer.remote_device.port.read(0, PING_BYTES)
    except gentl.GenericException:
        return False
    return True


@contextmanager
def _speaking(camera: str) -> Iterator[None]:
    try:
        yield
    except VENDOR_ERRORS as error:
        raise translate(error, camera) from error
