"""Settings against capabilities: one check for all adapters, before anything is written to a device.

A setting that a camera lacks is refused and not skipped: a recipe that asks for an exposure must never be run with
another one.
"""

from vision.cameras.camera import Capabilities, Limits
from vision.cameras.troubles import refused
from vision.recipe import CameraSettings, Region, TriggerMode


def check_settings(asked: CameraSettings, can: Capabilities, camera: str) -> None:
    """Raise `SettingRefused`, naming the feature and its limits, for what the camera cannot do."""
    _check_value("ExposureTime", asked.exposure_time_us, can.exposure_time_us, (camera, "us"))
    _check_value("Gain", asked.gain_db, can.gain_db, (camera, "dB"))
    if asked.pixel_format is not None and asked.pixel_format not in can.pixel_formats:
        offered = ", ".join(can.pixel_formats)
        remedy = f"Choose one of {offered}." if offered else "Leave PixelFormat unset."
        raise refused(camera, f"has no PixelFormat {asked.pixel_format}", remedy)
    if asked.roi is not None:
        _check_roi(asked.roi, can, camera)
    device_mode(asked, can, camera)


def device_mode(asked: CameraSettings, can: Capabilities, camera: str) -> TriggerMode:
    """The mode the camera itself has to be in; an interval is timed by the station. Raises `SettingRefused`."""
    mode = asked.trigger_mode
    if mode is TriggerMode.INTERVAL:
        mode = TriggerMode.SOFTWARE if TriggerMode.SOFTWARE in can.trigger_modes else TriggerMode.FREE
    if mode not in can.trigger_modes:
        offered = ", ".join(sorted(can.trigger_modes))
        raise refused(camera, f"has no trigger mode {asked.trigger_mode}", f"Choose one of {offered}.")
    return mode


def _check_value(feature: str, asked: float | None, limits: Limits | None, place: tuple[str, str]) -> None:
    camera, unit = place
    if asked is None:
        return
    if limits is None:
        raise refused(camera, f"cannot set {feature}", f"Leave {feature} unset, or set it at the camera.")
    if not limits.low <= asked <= limits.high:
        between = f"Choose {feature} between {limits.low:g} and {limits.high:g} {unit}."
        raise refused(camera, f"cannot set {feature} to {asked:g} {unit}", between)


def _check_roi(roi: Region, can: Capabilities, camera: str) -> None:
    if not can.roi:
        raise refused(camera, "has no sensor region", "Leave the sensor region unset and use the recipe's region.")
    if roi.x + roi.width > can.sensor_width or roi.y + roi.height > can.sensor_height:
        size = f"Choose a region within {can.sensor_width} x {can.sensor_height} pixels."
        raise refused(camera, f"cannot set a region that ends at {roi.x + roi.width}, {roi.y + roi.height}", size)
