import contextlib
import threading
import time
from collections import deque

import cv2
import pytest

from tests.contracts.camera_doubles import CaptureDouble
from vision.cameras import (
    CameraLost,
    CameraNotFound,
    FrameFailed,
    FrameTimeout,
    GrabStrategy,
    make_camera,
    parse_spec,
    reader,
    usb,
)
from vision.cameras.usb import DIRECT_SHOW, V4L2, UsbCamera
from vision.inspection import SystemClock
from vision.recipe import CameraSettings, TriggerMode


def camera_on(capture, spec="usb:0"):
    return UsbCamera(parse_spec(spec), SystemClock(), lambda _: capture)


@pytest.fixture
def started():
    made = []

    def make(capture, mode=TriggerMode.FREE, strategy=GrabStrategy.ONE_BY_ONE):
        camera = camera_on(capture)
        made.append(camera)
        camera.open()
        camera.configure(CameraSettings(trigger_mode=mode))
        camera.start(strategy)
        return camera

    yield make
    for camera in made:
        camera.close()


def number_of(frame):
    """The reading the double made this frame in."""
    return int(frame.pixels[0, 0, 0])


def grab_past_failed_frames(camera):
    """A camera that goes shows as a few failed frames first."""
    for _ in range(100):
        with contextlib.suppress(FrameFailed):
            camera.grab(2)


def test_a_camera_that_is_not_there_is_not_found_without_noise(capfd):
    with pytest.raises(CameraNotFound, match="USB camera 97"):
        make_camera("usb:97").open()
    out, err = capfd.readouterr()
    assert out + err == ""


def test_a_capture_that_does_not_open_is_given_back():
    capture = CaptureDouble(is_open=False)
    with pytest.raises(CameraNotFound):
        camera_on(capture).open()
    assert capture.released == 1


def test_frames_are_rgb_and_those_from_before_the_start_are_thrown_away(started):
    frame = started(CaptureDouble()).grab(2)
    assert number_of(frame) == reader.WARM_UP_FRAMES + 1
    assert frame.pixels[0, 0].tolist()[1:] == [2, 1]


def test_a_trigger_gets_a_frame_whose_reading_began_after_it(started):
    capture = CaptureDouble(period_s=0.05)
    camera = started(capture, TriggerMode.SOFTWARE)
    while capture.reads <= reader.WARM_UP_FRAMES:
        time.sleep(0.002)
    time.sleep(0.01)
    under_way = capture.reads + 1
    camera.trigger()
    assert number_of(camera.grab(2)) == under_way + 1


def test_a_failed_read_is_a_failed_frame_and_the_next_is_good(started):
    capture = CaptureDouble(period_s=0.02)
    camera = started(capture)
    camera.grab(2)
    capture.fails_next = 1
    with pytest.raises(FrameFailed):
        deque(iter(lambda: camera.grab(2), None), maxlen=0)
    assert camera.grab(2).pixels.size
    assert camera.statistics().failed == 1


@pytest.mark.parametrize("mode", [TriggerMode.SOFTWARE, TriggerMode.FREE])
def test_an_unplugged_camera_is_lost(started, mode):
    capture = CaptureDouble()
    camera = started(capture, mode)
    capture.is_plugged = False
    with pytest.raises(CameraLost):
        grab_past_failed_frames(camera)
    if mode is TriggerMode.SOFTWARE:
        with pytest.raises(CameraLost):
            camera.trigger()


def test_a_driver_that_hangs_holds_nobody_up(started, monkeypatch):
    monkeypatch.setattr(reader, "JOIN_S", 0.1)
    capture = CaptureDouble()
    camera = started(capture, TriggerMode.SOFTWARE)
    capture.held.clear()
    time.sleep(0.05)
    camera.trigger()
    begun_s = time.monotonic()
    with pytest.raises(FrameTimeout):
        camera.grab(0.1)
    camera.close()
    assert time.monotonic() - begun_s < 0.6
    assert capture.released == 0
    capture.held.set()
    for thread in threading.enumerate():
        if thread.name == "usb-camera":
            thread.join(2)
    assert capture.released == 1


def test_closing_gives_the_device_back_once(started):
    capture = CaptureDouble()
    camera = started(capture)
    camera.close()
    camera.close()
    assert capture.released == 1
    assert not any(thread.name == "usb-camera" for thread in threading.enumerate())


def test_frames_nobody_fetches_are_counted(started, monkeypatch):
    monkeypatch.setattr(reader, "MAX_WAITING", 3)
    camera = started(CaptureDouble())
    time.sleep(0.3)
    assert camera.statistics().dropped > 0
    assert camera.statistics().skipped == 0


@pytest.mark.parametrize(("driver", "written", "taken_us"), [(V4L2, 50, 5000), (DIRECT_SHOW, -8, 3906.25)])
def test_exposure_is_set_by_hand_in_the_driver_s_own_unit(monkeypatch, driver, written, taken_us):
    monkeypatch.setattr(usb, "DRIVER", driver)
    capture = CaptureDouble()
    camera = camera_on(capture)
    camera.open()
    taken = camera.configure(CameraSettings(exposure_time_us=5000))
    assert capture.values[cv2.CAP_PROP_EXPOSURE] == written
    assert capture.values[cv2.CAP_PROP_AUTO_EXPOSURE] == driver.by_hand
    assert taken.exposure_time_us == taken_us
    camera.close()


def test_a_driver_without_exposure_declares_none_and_the_size_is_asked_for():
    capture = CaptureDouble()
    capture.values[cv2.CAP_PROP_EXPOSURE] = -1
    camera = camera_on(capture, "usb:0?size=1920x1080")
    camera.open()
    assert camera.capabilities.exposure_time_us is None
    assert (camera.capabilities.sensor_width, camera.capabilities.sensor_height) == (1920, 1080)
    camera.close()


def test_linux_lists_cameras_by_their_first_node(tmp_path, monkeypatch):
    for node, index, name in (("video0", 0, "Line camera"), ("video1", 1, "Line camera"), ("video2", 0, "Top camera")):
        (tmp_path / node).mkdir()
        (tmp_path / node / "index").write_text(f"{index}\n")
        (tmp_path / node / "name").write_text(f"{name}\n")
    (tmp_path / "video3").mkdir()
    monkeypatch.setattr(usb, "DEVICES", tmp_path)
    monkeypatch.setattr(usb.platform, "system", lambda: "Linux")
    assert [(info.spec, info.name) for info in usb.find_cameras()] == [
        ("usb:0", "Line camera"),
        ("usb:2", "Top camera"),
    ]
