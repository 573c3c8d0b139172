"""Settings against capabilities: one check for all adapters, before anything is written to a device.

A setting that a camera lacks is refused and not skipped: a recipe that asks for an exposure must never be run with
another one.
"""

from vision.cameras.camera import Capabilities, Limits
from vision.cameras.troubles import out_of_limits, refused
from vision.inspection import say
from vision.recipe import CameraSettings, Region, TriggerMode


def check_settings(asked: CameraSettings, can: Capabilities, camera: str) -> None:
    """Raise `SettingRefused`, naming the feature and its limits, for what the camera cannot do."""
    _check_value("ExposureTime", asked.exposure_time_us, can.exposure_time_us, (camera, "us"))
    _check_value("Gain", asked.gain_db, can.gain_db, (camera, "dB"))
    if asked.pixel_format is not None and asked.pixel_format not in can.pixel_formats:
        offered = ", ".join(can.pixel_formats)
        remedy = say("Choose one of {offered}." if offered else "Leave PixelFormat unset.", offered=offered)
        raise refused(camera, say("has no PixelFormat {wanted}", wanted=asked.pixel_format), remedy)
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
        what = say("has no trigger mode {wanted}", wanted=asked.trigger_mode)
        raise refused(camera, what, say("Choose one of {offered}.", offered=offered))
    return mode


def _check_value(feature: str, asked: float | None, limits: Limits | None, place: tuple[str, str]) -> None:
    camera, unit = place
    if asked is None:
        return
    if limits is None:
        remedy = say("Leave {feature} unset, or set it at the camera.", feature=feature)
        raise refused(camera, say("cannot set {feature}", feature=feature), remedy)
    if not limits.low <= asked <= limits.high:
        raise out_of_limits(camera, (feature, unit), asked, limits)


def _check_roi(roi: Region, can: Capabilities, camera: str) -> None:
    if not can.roi:
        remedy = say("Leave the sensor region unset and use the recipe's region.")
        raise refused(camera, say("has no sensor region"), remedy)
    if roi.x + roi.width > can.sensor_width or roi.y + roi.height > can.sensor_height:
        what = say("cannot set a region that ends at {x}, {y}", x=roi.x + roi.width, y=roi.y + roi.height)
        within = say(
            "Choose a region within {width} x {height} pixels.", width=can.sensor_width, height=can.sensor_height
        )
        raise refused(camera, what, within)
