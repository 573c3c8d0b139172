"""Basler cameras and pylon's own emulator, through pypylon.

What the emulator taught us and holds for cameras too: a trigger that comes too early is dropped without a word, so
each waits until the camera is ready; the shape of a frame is that of its array and not of Width and Height; a failed
buffer may carry error code 0; event handlers that outlive the camera crash the interpreter at exit, so there are
none: a removed camera is noticed by asking.

On Linux pylon ends its timed waits with SIGALRM. Whoever else in the process takes that signal makes them endless, so
nothing here waits in pylon with a time-out except on a single wait object, which does without the signal.
"""

import math
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from pypylon import genicam, pylon

from vision.cameras import emulator, troubles
from vision.cameras.camera import (
    CameraInfo,
    CameraLost,
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
from vision.cameras.letting_go import lets_go
from vision.cameras.nodes import TIMESTAMPS, apply_settings, pixel_format, read_capabilities
from vision.cameras.pixels import to_pixels
from vision.cameras.spec import format_spec
from vision.inspection import Clock, Frame, PixelArray, say
from vision.recipe import CameraSettings

TRIGGER_READY_S = 1.0
READY_POLL_S = 0.002
WAIT_SLICE_S = 0.02
"""A waiting grab looks so often whether the camera was stopped."""
NO_BLOCK_ID = 2**64 - 1
"""What pylon calls a frame whose number it does not know."""
EMULATOR = "BaslerCamEmu"

NO_ARRAYS = frozenset({"BGRA8Packed", "RGBA8Packed"})
"""Pixel formats that pypylon does not turn into arrays."""

STRATEGIES = {
    GrabStrategy.ONE_BY_ONE: pylon.GrabStrategy_OneByOne,
    GrabStrategy.LATEST_ONLY: pylon.GrabStrategy_LatestImageOnly,
}

TROUBLES: dict[type[Exception], type[CameraTrouble]] = {
    genicam.TimeoutException: FrameTimeout,
    genicam.OutOfRangeException: SettingRefused,
    genicam.InvalidArgumentException: SettingRefused,
    genicam.AccessException: SettingRefused,
    genicam.PropertyException: SettingRefused,
    genicam.LogicalErrorException: CameraLost,
    genicam.RuntimeException: CameraLost,
    genicam.DynamicCastException: CameraTrouble,
    genicam.BadAllocException: CameraTrouble,
    genicam.GenericException: CameraLost,
}
"""Every exception of pypylon; a test fails when a new version brings one that is not here."""


def find_cameras() -> tuple[CameraInfo, ...]:
    """Every camera pylon sees, the emulated ones of `PYLON_CAMEMU` too. Raises `CameraTrouble`."""
    with _speaking("pylon"):
        return tuple(_info(device) for device in pylon.TlFactory.GetInstance().EnumerateDevices())


class PylonCamera:
    """One Basler camera by its serial number; emulated ones are 0815-0000, 0815-0001, ... and replay `images`."""

    def __init__(self, spec: Spec, clock: Clock) -> None:
        self._spec = spec
        self._clock = clock
        self._is_emulated = emulator.is_emulated(spec.address)
        kind = "pylon emulator" if self._is_emulated else "Basler camera"
        self._info = CameraInfo(spec=format_spec(spec), name=f"{kind} {spec.address}", serial=spec.address)
        self._capabilities = Capabilities(trigger_modes=frozenset())
        self._nodes_in_use = threading.RLock()
        """Held while nodes are touched: a node whose camera another thread destroys takes the process with it."""
        self._device: Any = None
        self._nodes: PylonNodes | None = None
        self._is_started = False
        self._pixel_format = ""
        self._counter = FrameCounter()
        self._tick_hz = 1e9

    @property
    def info(self) -> CameraInfo:
        return self._info

    @property
    def capabilities(self) -> Capabilities:
        return self._capabilities

    @lets_go
    def open(self) -> None:
        """Connect. Raises `CameraNotFound` also when another program holds the camera, or `images` has no image."""
        with self._nodes_in_use:
            if self._device is None:
                self._open()

    def close(self) -> None:
        """Also from another thread: what waits is ended first, and what touches nodes is let finish."""
        self.stop()
        with self._nodes_in_use:
            device, self._device, self._nodes = self._device, None, None
            if device is None:
                return
            try:
                device.Close()
                device.DestroyDevice()
            except genicam.GenericException:
                # A camera that is gone cannot be closed in good order, and closing never fails.
                return

    @lets_go
    def configure(self, settings: CameraSettings) -> CameraSettings:
        with self._nodes_in_use, self._speaking():
            nodes = self._opened()
            if self._is_started:
                raise troubles.refused_while_grabbing(self._info.name)
            return apply_settings(nodes, settings, self._capabilities)

    @lets_go
    def start(self, strategy: GrabStrategy) -> None:
        """Begin with empty buffers: stopping gives every buffer back, so nothing from before is left."""
        with self._nodes_in_use, self._speaking():
            nodes = self._opened()
            self.stop()
            self._pixel_format = pixel_format(nodes)
            self._counter = FrameCounter(keeps_latest=strategy is GrabStrategy.LATEST_ONLY)
            self._is_started = True
            self._device.StartGrabbing(STRATEGIES[strategy])

    def stop(self) -> None:
        self._is_started = False
        device = self._device
        if device is None:
            return
        try:
            device.StopGrabbing()
        except genicam.GenericException:
            # The camera may be gone already; then nothing is grabbed any more either.
            return

    @lets_go
    def trigger(self) -> None:
        """Send a software trigger as soon as the camera can take one, at most a second from now."""
        with self._nodes_in_use, self._speaking():
            device = self._grabbing()
            if not device.TriggerSoftware.IsWritable() or device.TriggerMode.Value != "On":
                raise troubles.trigger_refused(self._info.name, say("Set its trigger mode to software."))
            if not _is_ready(device):
                self._grabbing()
                raise troubles.trigger_refused(self._info.name, say("Wait longer between two triggers."))
            device.TriggerSoftware.Execute()
        self._counter.triggered()

    @lets_go
    def grab(self, timeout_s: float) -> Frame:
        device = self._grabbing()
        with self._speaking():
            _wait(device, timeout_s)
            grabbed = device.RetrieveResult(0, pylon.TimeoutHandling_Return)
            if not grabbed.IsValid():
                raise self._no_frame(device, timeout_s)
            try:
                return self._frame(grabbed)
            finally:
                grabbed.Release()

    def statistics(self) -> StreamStatistics:
        """`dropped` are gaps in the BlockIDs, and software triggers that brought nothing in the time given."""
        return self._counter.statistics

    def frames_left(self) -> None:
        """The emulator begins again after the last file, so it never ends either."""
        return

    def _open(self) -> None:
        images = emulator.find_replayed(self._spec, self._info.name)
        if self._is_emulated:
            emulator.provide(self._spec.address)
        try:
            self._connect(images)
        except CameraTrouble as trouble:
            self.close()
            raise troubles.not_found(self._info.name, trouble.detail) from trouble

    def _connect(self, images: Path | None) -> None:
        wanted = pylon.DeviceInfo()
        wanted.SetSerialNumber(self._spec.address)
        if self._is_emulated:
            wanted.SetDeviceClass(EMULATOR)  # spares the search on the network
        with self._speaking():
            device = pylon.InstantCamera(pylon.TlFactory.GetInstance().CreateFirstDevice(wanted))
            device.Open()
            self._device = device
            self._nodes = nodes = PylonNodes(device.GetNodeMap(), self._info.name)
            self._info = replace(_info(device.GetDeviceInfo()), spec=self._info.spec)
            nodes.camera = self._info.name
            if images is not None:
                emulator.replay(nodes, images)
                device.MaxNumBuffer.Value = emulator.REPLAY_BUFFERS
            has_timestamp = not self._is_emulated and any(nodes.has(name) for name in TIMESTAMPS)
            self._capabilities = read_capabilities(nodes, counts_drops=True, has_timestamp=has_timestamp)
            if nodes.has("GevTimestampTickFrequency"):
                self._tick_hz = float(nodes.read("GevTimestampTickFrequency")) or 1e9

    def _no_frame(self, device: Any, timeout_s: float) -> CameraTrouble:
        is_ours = self._device is device
        if is_ours and not self._is_started:
            return troubles.stopped(self._info.name)
        if not is_ours or device.IsCameraDeviceRemoved() or not device.IsGrabbing():
            return troubles.lost(self._info.name)
        self._counter.timed_out()
        return troubles.timed_out(self._info.name, timeout_s)

    def _frame(self, grabbed: Any) -> Frame:
        is_whole = False
        try:
            pixels, bit_depth = self._pixels(grabbed)
            is_whole = True
        except ValueError as error:
            raise troubles.failed(self._info.name, str(error)) from error
        finally:
            self._count(grabbed, is_whole=is_whole)
        ticks = int(grabbed.TimeStamp)
        return Frame(
            pixels=pixels,
            bit_depth=bit_depth,
            camera=self._info.name,
            frame_id=int(grabbed.BlockID),
            camera_timestamp_ns=round(ticks * 1e9 / self._tick_hz) if ticks else None,
            arrived_s=self._clock.monotonic_s(),
            wall_time=self._clock.wall(),
        )

    def _pixels(self, grabbed: Any) -> tuple[PixelArray, int]:
        """A copy, so that the buffer can go back. Raises `FrameFailed`, or `ValueError` that says why there is none."""
        if not grabbed.GrabSucceeded():
            raise ValueError(str(grabbed.GetErrorDescription()))
        if grabbed.BlockID == NO_BLOCK_ID:
            raise ValueError("the frame carries no number")
        array = grabbed.Array
        if "images" in self._spec.options:
            emulator.check_whole(array.shape, self._info.name)
        return to_pixels(array, array.shape[:2], self._pixel_format)

    def _count(self, grabbed: Any, *, is_whole: bool) -> None:
        """Once per frame that came, and not before it is known whether it can be used."""
        if grabbed.BlockID == NO_BLOCK_ID:
            self._counter.failed()
            return
        self._counter.arrived(int(grabbed.BlockID), skipped=int(grabbed.NumberOfSkippedImages), whole=is_whole)

    @contextmanager
    def _speaking(self) -> Iterator[None]:
        """Like the function, but whatever fails on a camera that is gone, or closed meanwhile, is `CameraLost`."""
        try:
            with _speaking(self._info.name):
                yield
        except CameraTrouble as trouble:
            device, spoke = self._device, isinstance(trouble.__cause__, genicam.GenericException)
            is_gone = device is None or (spoke and device.IsCameraDeviceRemoved())
            if is_gone and not isinstance(trouble, CameraLost):
                raise troubles.lost(self._info.name, trouble.detail) from trouble
            raise

    def _opened(self) -> "PylonNodes":
        if self._nodes is None:
            raise troubles.not_open(self._info.name)
        return self._nodes

    def _grabbing(self) -> Any:
        """The device as it is now; another thread may close the camera at any moment."""
        device = self._device
        if device is None:
            raise troubles.not_open(self._info.name)
        if not self._is_started:
            raise troubles.not_grabbing(self._info.name)
        return device


class PylonNodes:
    """pypylon's node map; a missing node is there as a placeholder that cannot be read."""

    def __init__(self, node_map: Any, camera: str) -> None:
        self._map = node_map
        self.camera = camera

    def has(self, name: str) -> bool:
        return bool(genicam.IsReadable(self._map.GetNode(name)))

    def can_write(self, name: str) -> bool:
        return bool(genicam.IsWritable(self._map.GetNode(name)))

    def read(self, name: str) -> float | str:
        with _speaking(self.camera):
            value: float | str = self._map.GetNode(name).Value
        return value

    def write(self, name: str, value: float | str) -> None:
        try:
            self._map.GetNode(name).Value = value
        except genicam.GenericException as error:
            raise translate(error, f"{self.camera} ({name})") from error

    def limits(self, name: str) -> Limits:
        node = self._map.GetNode(name)
        return Limits(low=float(node.Min), high=float(node.Max))

    def step(self, name: str) -> int:
        return int(self._map.GetNode(name).Inc)

    def entries(self, name: str) -> tuple[str, ...]:
        return tuple(entry for entry in self._map.GetNode(name).Symbolics if entry not in NO_ARRAYS)


def translate(error: Exception, camera: str) -> CameraTrouble:
    """pypylon's exception as ours."""
    kind = next(TROUBLES[base] for base in type(error).__mro__ if base in TROUBLES)
    return troubles.from_vendor(kind, camera, error)


@contextmanager
def _speaking(camera: str) -> Iterator[None]:
    try:
        yield
    except genicam.GenericException as error:
        raise translate(error, camera) from error


def _is_ready(device: Any) -> bool:
    """Whether the camera takes a trigger, now or within `TRIGGER_READY_S`; not once it is stopped."""
    until_s = time.monotonic() + TRIGGER_READY_S
    while not device.WaitForFrameTriggerReady(0, pylon.TimeoutHandling_Return):
        if time.monotonic() > until_s or not device.IsGrabbing():
            return False
        time.sleep(READY_POLL_S)
    return True


def _wait(device: Any, timeout_s: float) -> None:
    """Until a frame is there, the time has passed or the camera is stopped."""
    arrived = device.GetGrabResultWaitObject()
    until_s = time.monotonic() + timeout_s
    while device.IsGrabbing():
        left_s = max(0.0, until_s - time.monotonic())
        if arrived.Wait(math.ceil(min(left_s, WAIT_SLICE_S) * 1000)) or left_s <= WAIT_SLICE_S:
            return


def _info(device: Any) -> CameraInfo:
    serial = device.GetSerialNumber()
    if device.GetDeviceClass() == EMULATOR:
        return CameraInfo(
            spec=f"pylon:{serial}", name=f"pylon emulator {serial}", serial=serial, connection=say("simulated")
        )
    where = f", {device.GetIpAddress()}" if device.IsIpAddressAvailable() else ""
    connection = {"BaslerGigE": "GigE Vision", "BaslerUsb": "USB3 Vision"}.get(
        device.GetDeviceClass(), device.GetDeviceClass()
    )
    name = f"{device.GetVendorName()} {device.GetModelName()}"
    return CameraInfo(spec=f"pylon:{serial}", name=name, serial=serial, connection=connection + where)
