import inspect
import os
import subprocess
import sys

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
