"""An older camera than any simulated one, as a plain table of nodes."""

import pytest

from vision.cameras import Limits, SettingRefused
from vision.cameras.nodes import apply_settings, read_capabilities
from vision.recipe import CameraSettings, Region, TriggerMode

OLD = {
    "Width": (1280, 16, 1280, 4),
    "Height": (1024, 16, 1024, 2),
    "OffsetX": (0, 0, 1264, 4),
    "OffsetY": (0, 0, 1008, 2),
    "ExposureTimeAbs": (10000.0, 20.0, 1e6, 1),
    "ExposureAuto": ("Continuous", ("Off", "Continuous")),
    "PixelFormat": ("YUV422Packed", ("YUV422Packed", "Mono8", "BGR8Packed")),
    "TriggerSelector": ("AcquisitionStart", ("AcquisitionStart", "FrameStart")),
    "TriggerMode": ("On", ("Off", "On")),
    "TriggerSource": ("Line1", ("Line1", "Line2", "Software")),
}


class OldNodes:
    camera = "Old camera"

    def __init__(self):
        self.values = {name: node[0] for name, node in OLD.items()}
        self.written = []

    def has(self, name):
        return name in OLD

    can_write = has

    def read(self, name):
        return self.values[name]

    def write(self, name, value):
        if name == "TriggerMode":
            self.written.append((self.values["TriggerSelector"], value))
        self.values[name] = value

    def limits(self, name):
        return Limits(low=OLD[name][1], high=OLD[name][2])

    def step(self, name):
        return OLD[name][3]

    def entries(self, name):
        return OLD[name][1]


def configured(**asked):
    nodes = OldNodes()
    can = read_capabilities(nodes, counts_drops=True, has_timestamp=False)
    return nodes, apply_settings(nodes, CameraSettings(**asked), can)


def test_capabilities_are_what_the_nodes_say():
    can = read_capabilities(OldNodes(), counts_drops=True, has_timestamp=False)
    assert can.exposure_time_us == Limits(low=20.0, high=1e6)
    assert can.gain_db is None
    assert can.pixel_formats == ("Mono8", "BGR8")
    assert can.trigger_modes == {TriggerMode.SOFTWARE, TriggerMode.LINE, TriggerMode.FREE}
    assert (can.sensor_width, can.sensor_height, can.roi) == (1280, 1024, True)


def test_the_older_exposure_node_is_set_and_its_automatic_is_off():
    nodes, taken = configured(exposure_time_us=500)
    assert nodes.values["ExposureTimeAbs"] == 500
    assert nodes.values["ExposureAuto"] == "Off"
    assert taken.exposure_time_us == 500


def test_what_is_not_asked_is_left_alone():
    nodes, taken = configured()
    assert nodes.values["ExposureAuto"] == "Continuous"
    assert taken.exposure_time_us is None
    assert taken.roi is None


def test_a_region_is_rounded_to_the_camera_s_steps():
    nodes, taken = configured(roi=Region(x=7, y=3, width=101, height=51))
    assert taken.roi == Region(x=4, y=2, width=100, height=50)
    assert nodes.values["Width"] == 100


def test_a_format_that_cannot_be_read_gives_way_to_one_that_can():
    nodes, _ = configured()
    assert nodes.values["PixelFormat"] == "Mono8"
    nodes, _ = configured(pixel_format="BGR8")
    assert nodes.values["PixelFormat"] == "BGR8Packed"


@pytest.mark.parametrize(
    ("asked", "source"),
    [
        ({"trigger_mode": TriggerMode.SOFTWARE}, "Software"),
        ({"trigger_mode": TriggerMode.INTERVAL, "interval_ms": 10}, "Software"),
        ({"trigger_mode": TriggerMode.LINE, "trigger_line": "Line2"}, "Line2"),
    ],
)
def test_the_frame_trigger_is_on_and_every_other_off(asked, source):
    nodes, _ = configured(**asked)
    assert nodes.written == [("AcquisitionStart", "Off"), ("FrameStart", "On")]
    assert nodes.values["TriggerSource"] == source


def test_running_freely_switches_every_trigger_off():
    nodes, _ = configured(trigger_mode=TriggerMode.FREE)
    assert nodes.written == [("AcquisitionStart", "Off"), ("FrameStart", "Off")]


def test_a_refused_setting_changes_nothing():
    nodes = OldNodes()
    can = read_capabilities(nodes, counts_drops=True, has_timestamp=False)
    with pytest.raises(SettingRefused, match="Gain"):
        apply_settings(nodes, CameraSettings(gain_db=3, exposure_time_us=500), can)
    assert nodes.values == OldNodes().values
