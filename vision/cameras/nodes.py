"""A GenICam node map as both GenICam adapters see it, and what is asked of it in SFNC words.

pypylon and harvesters bring their own GenApi with the same ideas and different method names. Each adapter says in a
few lines how its library reads and writes a node; what the nodes mean is written here, once.
"""

from typing import Protocol

from vision.cameras.camera import Capabilities, Limits
from vision.cameras.pixels import is_convertible, sfnc_name
from vision.cameras.settings import check_settings, device_mode
from vision.recipe import CameraSettings, Region, TriggerMode

EXPOSURE = ("ExposureTime", "ExposureTimeAbs")
"""SFNC name and the name before SFNC 2.0, both in microseconds."""

GAIN = ("Gain",)
"""In dB. GainRaw of older cameras is left out: its unit differs from model to model."""

TIMESTAMPS = ("TimestampLatchValue", "GevTimestampTickFrequency", "GevTimestampValue")


class Nodes(Protocol):
    """One camera's node map. Every method raises the adapter's `CameraTrouble`, `write` a `SettingRefused`."""

    camera: str
    """The camera's name for people."""

    def has(self, name: str) -> bool:
        """True when the node is there and can be read, or executed."""

    def can_write(self, name: str) -> bool:
        """True when the node is there and can be written now."""

    def read(self, name: str) -> float | str:
        """Value of a number or an enumeration."""

    def write(self, name: str, value: float | str) -> None:
        """Set a number or an enumeration."""

    def limits(self, name: str) -> Limits:
        """Range of a number now."""

    def step(self, name: str) -> int:
        """Increment of an integer."""

    def entries(self, name: str) -> tuple[str, ...]:
        """Names of an enumeration's entries."""


def read_capabilities(nodes: Nodes, *, counts_drops: bool, has_timestamp: bool) -> Capabilities:
    """What the node map says the camera can do."""
    return Capabilities(
        trigger_modes=_trigger_modes(nodes),
        pixel_formats=tuple(sfnc_name(name) for name in _pixel_formats(nodes)),
        exposure_time_us=_limits(nodes, EXPOSURE),
        gain_db=_limits(nodes, GAIN),
        roi=all(nodes.has(name) for name in ("OffsetX", "OffsetY", "Width", "Height")),
        sensor_width=_extent(nodes, "Width"),
        sensor_height=_extent(nodes, "Height"),
        counts_drops=counts_drops,
        has_timestamp=has_timestamp,
    )


def apply_settings(nodes: Nodes, asked: CameraSettings, can: Capabilities) -> CameraSettings:
    """Write what is asked for; returns it as the camera took it. Raises `SettingRefused`."""
    check_settings(asked, can, nodes.camera)
    _apply_pixel_format(nodes, asked.pixel_format)
    if asked.roi is not None:
        _apply_roi(nodes, asked.roi)
    _apply_trigger(nodes, device_mode(asked, can, nodes.camera), asked.trigger_line)
    return asked.model_copy(
        update={
            "exposure_time_us": _apply_manual(nodes, EXPOSURE, "ExposureAuto", asked.exposure_time_us),
            "gain_db": _apply_manual(nodes, GAIN, "GainAuto", asked.gain_db),
            "roi": None if asked.roi is None else _read_roi(nodes),
        }
    )


def pixel_format(nodes: Nodes) -> str:
    """SFNC name of the format the camera delivers now."""
    return sfnc_name(str(nodes.read("PixelFormat")))


def _trigger_modes(nodes: Nodes) -> frozenset[TriggerMode]:
    modes = {TriggerMode.FREE}
    if nodes.has("TriggerMode") and nodes.has("TriggerSource"):
        sources = nodes.entries("TriggerSource")
        if "Software" in sources:
            modes.add(TriggerMode.SOFTWARE)
        if any(source.startswith("Line") for source in sources):
            modes.add(TriggerMode.LINE)
    return frozenset(modes)


def _pixel_formats(nodes: Nodes) -> tuple[str, ...]:
    if not nodes.has("PixelFormat"):
        return ()
    return tuple(name for name in nodes.entries("PixelFormat") if is_convertible(sfnc_name(name)))


def _limits(nodes: Nodes, names: tuple[str, ...]) -> Limits | None:
    return next((nodes.limits(name) for name in names if nodes.has(name)), None)


def _extent(nodes: Nodes, name: str) -> int:
    """The sensor's extent as far as it can be read out: `WidthMax` where there is one, else the node's own limit."""
    if nodes.has(f"{name}Max"):
        return int(nodes.read(f"{name}Max"))
    return int(nodes.limits(name).high) if nodes.has(name) else 0


def _apply_pixel_format(nodes: Nodes, asked: str | None) -> None:
    """A camera left at a format that cannot be read is set to the first one that can."""
    if not nodes.has("PixelFormat"):
        return
    offered = {sfnc_name(name): name for name in _pixel_formats(nodes)}
    wanted = asked or pixel_format(nodes)
    if wanted not in offered and offered:
        wanted = next(iter(offered))
    if wanted != pixel_format(nodes):
        nodes.write("PixelFormat", offered[wanted])


def _apply_roi(nodes: Nodes, roi: Region) -> None:
    """Offsets go to zero first: the size's limits depend on them."""
    nodes.write("OffsetX", 0)
    nodes.write("OffsetY", 0)
    for name, value in (("Width", roi.width), ("Height", roi.height), ("OffsetX", roi.x), ("OffsetY", roi.y)):
        low, step = int(nodes.limits(name).low), nodes.step(name)
        nodes.write(name, max(low, value - (value - low) % step))


def _read_roi(nodes: Nodes) -> Region:
    x, y, width, height = (int(nodes.read(name)) for name in ("OffsetX", "OffsetY", "Width", "Height"))
    return Region(x=x, y=y, width=width, height=height)


def _apply_trigger(nodes: Nodes, mode: TriggerMode, line: str) -> None:
    if nodes.can_write("AcquisitionMode"):
        nodes.write("AcquisitionMode", "Continuous")
    if not nodes.has("TriggerMode"):
        return
    _switch_other_triggers_off(nodes)
    if mode is TriggerMode.FREE:
        nodes.write("TriggerMode", "Off")
        return
    nodes.write("TriggerSource", "Software" if mode is TriggerMode.SOFTWARE else line)
    nodes.write("TriggerMode", "On")


def _switch_other_triggers_off(nodes: Nodes) -> None:
    """A trigger somebody left on for bursts would swallow ours. Leaves FrameStart selected."""
    if not nodes.has("TriggerSelector"):
        return
    for selector in nodes.entries("TriggerSelector"):
        nodes.write("TriggerSelector", selector)
        if selector != "FrameStart" and nodes.can_write("TriggerMode") and nodes.read("TriggerMode") == "On":
            nodes.write("TriggerMode", "Off")
    nodes.write("TriggerSelector", "FrameStart")


def _apply_manual(nodes: Nodes, names: tuple[str, ...], automatic: str, asked: float | None) -> float | None:
    """Set a number by hand and switch its automatic off; returns what the camera took."""
    if asked is None:
        return None
    if nodes.can_write(automatic):
        nodes.write(automatic, "Off")
    name = next(name for name in names if nodes.has(name))
    nodes.write(name, asked)
    return float(nodes.read(name))
