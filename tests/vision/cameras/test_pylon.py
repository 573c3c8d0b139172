import contextlib
import gc
import inspect
import os
import signal
import subprocess
import sys
import threading
import time

import cv2
import numpy as np
import pytest
from pypylon import genicam, pylon

from tests.contracts.camera_doubles import picture, write_pictures
from vision.cameras import (
    CameraLost,
    CameraNotFound,
    CameraTrouble,
    FrameFailed,
    FrameTimeout,
    GrabStrategy,
    SettingRefused,
    make_camera,
)
from vision.cameras.pylon import TROUBLES, find_cameras, translate
from vision.recipe import CameraSettings, TriggerMode

EXCEPTIONS = {
    thing
    for module in (genicam, pylon)
    for _, thing in inspect.getmembers(module, inspect.isclass)
    if issubclass(thing, Exception)
}


@pytest.fixture
def opened(tmp_path):
    """Makes a camera over pictures, started with software triggers; closes them all."""
    made = []

    def make(folder=None, serial="0815-0000"):
        camera = make_camera(f"pylon:{serial}?images={folder or write_pictures(tmp_path / 'images', 3)}")
        made.append(camera)
        camera.open()
        camera.configure(CameraSettings(trigger_mode=TriggerMode.SOFTWARE))
        camera.start(GrabStrategy.ONE_BY_ONE)
        return camera

    yield make
    for camera in made:
        camera.close()


def shoot(camera):
    camera.trigger()
    return camera.grab(2.0)


@pytest.mark.parametrize("kind", sorted(EXCEPTIONS, key=lambda kind: kind.__name__))
def test_every_exception_of_pylon_is_told_in_our_words(kind):
    assert kind in TROUBLES, "a new exception of pypylon: decide what it means for the part"
    trouble = translate(kind("deep inside"), "Camera 7")
    assert type(trouble) is TROUBLES[kind]
    assert isinstance(trouble, CameraTrouble)
    assert "Camera 7" in trouble.what
    assert trouble.meaning
    assert trouble.remedy
    assert "deep inside" in trouble.detail


def test_the_exceptions_that_matter_are_kept_apart():
    assert TROUBLES[genicam.TimeoutException] is FrameTimeout
    assert TROUBLES[genicam.OutOfRangeException] is SettingRefused
    assert TROUBLES[genicam.RuntimeException] is CameraLost


def test_images_arrive_exactly_as_stored_and_in_order(opened):
    camera = opened()
    for number in (0, 1, 2, 0):
        assert np.array_equal(shoot(camera).pixels, picture(number)[:, :, ::-1])


def test_a_photograph_larger_than_the_emulators_region_is_not_cropped(opened, tmp_path):
    folder = tmp_path / "large"
    folder.mkdir()
    cv2.imwrite(str(folder / "large.jpg"), picture(1, 1500, 5000))
    assert shoot(opened(folder)).pixels.shape == (1500, 5000, 3)


@pytest.mark.parametrize(("height", "width"), [(40, 8192), (8192, 40)])
def test_the_largest_image_is_shown_whole(opened, tmp_path, height, width):
    folder = tmp_path / "largest"
    folder.mkdir()
    cv2.imwrite(str(folder / "000.png"), picture(1, height, width))
    assert np.array_equal(shoot(opened(folder)).pixels, picture(1, height, width)[:, :, ::-1])


@pytest.mark.parametrize(("height", "width"), [(40, 9000), (9000, 40), (40, 8193)])
def test_an_image_that_the_emulator_would_crop_is_refused_and_the_next_is_good(opened, tmp_path, height, width):
    folder = write_pictures(tmp_path / "huge", 2)
    cv2.imwrite(str(folder / "000.png"), picture(1, height, width))
    camera = opened(folder)
    with pytest.raises(FrameFailed, match="too large") as failed:
        shoot(camera)
    assert "8192" in failed.value.remedy
    assert np.array_equal(shoot(camera).pixels, picture(1)[:, :, ::-1])
    assert (camera.statistics().delivered, camera.statistics().failed) == (1, 1)


def test_a_frame_that_cannot_be_converted_is_not_delivered(opened, monkeypatch):
    camera = opened()

    def refuse(*_):
        raise ValueError("unknown format")

    monkeypatch.setattr(pylon.GrabResult, "GetArray", refuse)
    monkeypatch.setattr(pylon.GrabResult, "Array", property(refuse))
    with pytest.raises(FrameFailed) as failed:
        shoot(camera)
    assert failed.value.detail == "unknown format"
    assert failed.value.meaning
    monkeypatch.undo()
    shoot(camera)
    assert (camera.statistics().delivered, camera.statistics().failed) == (1, 1)


def test_a_frame_without_a_number_is_failed_and_no_drop(opened, monkeypatch):
    camera = opened()
    shoot(camera)
    monkeypatch.setattr(pylon.GrabResult, "BlockID", property(lambda _: 2**64 - 1))
    with pytest.raises(FrameFailed):
        shoot(camera)
    assert (camera.statistics().failed, camera.statistics().dropped) == (1, 0)


def test_a_broken_file_is_a_failed_frame_and_the_next_is_good(opened, tmp_path):
    folder = write_pictures(tmp_path / "broken", 3)
    (folder / "001.png").write_bytes(b"no image")
    camera = opened(folder)
    shoot(camera)
    with pytest.raises(FrameFailed) as failed:
        shoot(camera)
    assert "Failed to load image file" in failed.value.detail
    assert np.array_equal(shoot(camera).pixels, picture(2)[:, :, ::-1])
    assert (camera.statistics().delivered, camera.statistics().failed) == (2, 1)


def test_a_trigger_without_a_frame_is_counted(opened, monkeypatch):
    camera = opened()
    monkeypatch.setattr(pylon.CommandParameter, "Execute", lambda _: None)
    camera.trigger()
    with pytest.raises(FrameTimeout):
        camera.grab(0.05)
    assert camera.statistics().dropped == 1


def test_a_camera_that_is_not_ready_refuses_the_trigger(opened, monkeypatch):
    camera = opened()
    monkeypatch.setattr("vision.cameras.pylon.TRIGGER_READY_S", 0.05)
    monkeypatch.setattr(pylon.InstantCamera, "WaitForFrameTriggerReady", lambda *_: False)
    with pytest.raises(CameraTrouble, match="no software trigger"):
        camera.trigger()


def test_a_removed_camera_is_lost_and_not_late(opened, monkeypatch):
    camera = opened()
    monkeypatch.setattr(pylon.InstantCamera, "IsCameraDeviceRemoved", lambda _: True)
    with pytest.raises(CameraLost, match="does not answer any more"):
        camera.grab(0.05)


def test_a_camera_that_goes_while_it_is_triggered_is_lost(opened, monkeypatch):
    camera = opened()

    def gone(_):
        raise genicam.AccessException("node is not writable")

    monkeypatch.setattr(pylon.CommandParameter, "Execute", gone)
    monkeypatch.setattr(pylon.InstantCamera, "IsCameraDeviceRemoved", lambda _: True)
    with pytest.raises(CameraLost):
        camera.trigger()


@pytest.mark.parametrize("moment", ["GetGrabResultWaitObject", "IsGrabbing", "RetrieveResult"])
def test_a_camera_closed_by_another_thread_during_grab_is_lost(opened, monkeypatch, moment):
    camera = opened()
    close_before(camera, moment, monkeypatch)
    with pytest.raises(CameraLost):
        camera.grab(0.1)


@pytest.mark.parametrize(
    ("owner", "moment"),
    [
        (pylon.CommandParameter, "IsWritable"),
        (pylon.InstantCamera, "WaitForFrameTriggerReady"),
        (pylon.CommandParameter, "Execute"),
    ],
)
def test_closing_waits_for_a_trigger_that_touches_nodes(opened, monkeypatch, owner, moment):
    """A node of a camera that is destroyed meanwhile ends the process."""
    camera = opened()
    thread = threading.Thread(target=camera.close)
    theirs = getattr(owner, moment)

    def closing(*arguments):
        monkeypatch.undo()
        thread.start()
        thread.join(0.1)
        return theirs(*arguments)

    monkeypatch.setattr(owner, moment, closing)
    with contextlib.suppress(CameraLost):
        camera.trigger()
    thread.join(5)
    assert not thread.is_alive()
    with pytest.raises(CameraLost, match="not connected"):
        camera.trigger()


def test_closing_does_not_wait_for_a_trigger_that_waits(opened, monkeypatch):
    camera = opened()
    monkeypatch.setattr(pylon.InstantCamera, "WaitForFrameTriggerReady", lambda *_: False)
    closing = threading.Timer(0.05, camera.close)
    closing.start()
    begun_s = time.monotonic()
    with pytest.raises(CameraLost):
        camera.trigger()
    closing.join(5)
    assert time.monotonic() - begun_s < 0.5


def close_before(camera, moment, monkeypatch):
    """The camera is closed just before the vendor's method is called."""
    theirs = getattr(pylon.InstantCamera, moment)

    def closing(*arguments):
        monkeypatch.undo()
        camera.close()
        return theirs(*arguments)

    monkeypatch.setattr(pylon.InstantCamera, moment, closing)


def test_closing_and_opening_beside_a_grabbing_thread_only_ever_brings_camera_trouble(opened):
    camera = opened()
    ends, others = threading.Event(), []

    def grab():
        while not ends.is_set():
            try:
                camera.trigger()
                camera.grab(0.05)
            except CameraTrouble:
                continue
            except AttributeError as error:
                others.append(error)

    thread = threading.Thread(target=grab)
    thread.start()
    for _ in range(15):
        time.sleep(0.01)
        camera.close()
        camera.open()
        camera.configure(CameraSettings(trigger_mode=TriggerMode.SOFTWARE))
        camera.start(GrabStrategy.ONE_BY_ONE)
    ends.set()
    thread.join(5)
    assert others == []


def vendor_cameras():
    return [thing for thing in gc.get_objects() if type(thing) is pylon.InstantCamera]


@pytest.mark.parametrize("fault", ["broken file", "no frame", "vendor's error"])
def test_a_kept_trouble_keeps_no_camera(opened, tmp_path, monkeypatch, fault):
    folder = write_pictures(tmp_path / "broken", 1)
    if fault == "broken file":
        (folder / "000.png").write_bytes(b"no image")
    camera = opened(folder)
    camera.trigger()
    if fault == "vendor's error":
        monkeypatch.setattr(pylon.GrabResult, "GrabSucceeded", refuse_access)
    if fault == "no frame":
        camera.stop()
        camera.start(GrabStrategy.ONE_BY_ONE)
    with pytest.raises(CameraTrouble) as kept:
        camera.grab(0.2)
    camera.close()
    assert vendor_cameras() == []
    assert kept.value.what


def refuse_access(_):
    raise genicam.RuntimeException("deep inside")


def test_a_kept_trouble_of_opening_keeps_no_camera(opened, tmp_path, monkeypatch):
    def refuse(*_):
        raise genicam.RuntimeException("deep inside")

    monkeypatch.setattr(pylon.InstantCamera, "GetNodeMap", refuse)
    with pytest.raises(CameraNotFound) as kept:
        opened()
    assert "deep inside" in kept.value.detail
    assert vendor_cameras() == []


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="only on Linux does pylon end its waits with a signal")
def test_whoever_takes_the_alarm_signal_makes_no_wait_endless(tmp_path):
    code = (
        "import signal; from vision.cameras import *; from vision.recipe import *;"
        f"camera = make_camera(r'pylon:0815-0000?images={write_pictures(tmp_path, 2)}'); camera.open();"
        "camera.configure(CameraSettings()); camera.start(GrabStrategy.ONE_BY_ONE);"
        "signal.signal(signal.SIGALRM, lambda *_: None);"
        "[camera.trigger() for _ in range(3)]; [camera.grab(2) for _ in range(3)]\n"
        "try: camera.grab(0.05)\n"
        "except FrameTimeout: print('in time')\n"
        "camera.close()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "in time"), done.stderr


def test_the_serial_asked_for_is_emulated_and_no_emulated_camera_goes_away(opened, monkeypatch):
    monkeypatch.delenv("PYLON_CAMEMU", raising=False)
    assert opened(serial="0815-0002").info.serial == "0815-0002"
    assert os.environ["PYLON_CAMEMU"] == "3"
    opened(serial="0815-0001")
    assert os.environ["PYLON_CAMEMU"] == "3"
    assert [info.serial for info in find_cameras()] == ["0815-0000", "0815-0001", "0815-0002"]


@pytest.mark.parametrize("spec", ["pylon:99999999", "pylon:99999999?images={folder}", "pylon:0815-0000?images={empty}"])
def test_what_is_not_there_is_not_found(tmp_path, spec):
    text = spec.format(folder=write_pictures(tmp_path / "some", 1), empty=tmp_path / "none")
    with pytest.raises(CameraNotFound) as raised:
        make_camera(text).open()
    assert raised.value.meaning
    assert raised.value.remedy


def test_an_interpreter_that_never_closed_its_camera_ends_well(tmp_path):
    code = (
        "from vision.cameras import *; from vision.recipe import *;"
        f"camera = make_camera(r'pylon:0815-0000?images={write_pictures(tmp_path, 2)}'); camera.open();"
        "camera.configure(CameraSettings()); camera.start(GrabStrategy.ONE_BY_ONE);"
        "camera.trigger(); print(camera.grab(2).pixels.shape)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "(48, 64, 3)"), done.stderr
