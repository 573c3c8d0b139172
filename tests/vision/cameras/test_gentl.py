import inspect
import signal
import threading
import time

import pytest
from genicam import genapi, gentl
from harvesters.core import ImageAcquirer

from tests.contracts.camera_doubles import VIKY
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
from vision.cameras.gentl import translate
from vision.cameras.shared import Shared
from vision.recipe import CameraSettings, TriggerMode

EXCEPTIONS = [
    thing
    for module in (genapi, gentl)
    for _, thing in inspect.getmembers(module, inspect.isclass)
    if issubclass(thing, Exception)
]
FREE = CameraSettings(trigger_mode=TriggerMode.FREE)


def started(index=0, strategy=GrabStrategy.ONE_BY_ONE):
    camera = make_camera(f"gentl:{VIKY}#{index}")
    camera.open()
    camera.configure(FREE)
    camera.start(strategy)
    return camera


@pytest.fixture
def camera():
    made = started()
    yield made
    made.close()


@pytest.mark.parametrize("kind", EXCEPTIONS, ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_every_exception_of_genapi_and_gentl_is_told_in_our_words(kind):
    trouble = translate(kind("deep inside"), "Camera 7")
    assert isinstance(trouble, CameraTrouble)
    assert "Camera 7" in trouble.what
    assert trouble.meaning
    assert trouble.remedy
    assert kind.__name__ in trouble.detail


@pytest.mark.parametrize(
    ("kind", "ours"),
    [
        (gentl.TimeoutException, FrameTimeout),
        (genapi.OutOfRangeException, SettingRefused),
        (genapi.AccessException, SettingRefused),
        (gentl.IoException, CameraLost),
        (gentl.ResourceInUseException, CameraLost),
    ],
)
def test_the_exceptions_that_matter_are_kept_apart(kind, ours):
    assert type(translate(kind("x"), "Camera 7")) is ours


def test_the_simulated_camera_declares_neither_trigger_nor_exposure(camera):
    can = camera.capabilities
    assert can.trigger_modes == {TriggerMode.FREE}
    assert can.exposure_time_us is None
    assert can.gain_db is None
    assert not can.roi


def test_ctrl_c_stays_with_the_app():
    before = signal.getsignal(signal.SIGINT)
    camera = started()
    assert signal.getsignal(signal.SIGINT) is before
    camera.close()
    assert signal.getsignal(signal.SIGINT) is before


def test_two_cameras_of_one_producer_do_not_disturb_each_other(camera):
    other = started(1)
    assert other.grab(2).camera != camera.grab(2).camera
    other.close()
    assert camera.grab(2).pixels.size
    with pytest.raises(CameraNotFound):
        make_camera(f"gentl:{VIKY}#0").open()
    assert camera.grab(2).pixels.size


def test_a_wait_for_the_newest_frame_never_gives_an_old_one():
    camera = started(2, GrabStrategy.LATEST_ONLY)
    time.sleep(0.8)
    first, second = camera.grab(2), camera.grab(2)
    camera.close()
    assert first.frame_id >= 12
    assert second.frame_id - first.frame_id <= 2
    assert camera.statistics().dropped == 0


def test_an_incomplete_buffer_is_a_failed_frame(camera, monkeypatch):
    def incomplete(self, **_):
        self._emit_callbacks(self.Events.INCOMPLETE_BUFFER)

    with monkeypatch.context() as patch:
        patch.setattr(ImageAcquirer, "try_fetch", incomplete)
        with pytest.raises(FrameFailed):
            camera.grab(1)
    assert camera.grab(2).pixels.size
    assert camera.statistics().failed == 1


def test_a_producer_that_fails_while_a_frame_is_awaited_is_a_lost_camera(camera, monkeypatch):
    def broken(_self, **_):
        raise gentl.IoException("cable")

    monkeypatch.setattr(ImageAcquirer, "try_fetch", broken)
    with pytest.raises(CameraLost):
        camera.grab(1)


@pytest.mark.parametrize(("answers", "trouble"), [(True, CameraLost), (False, FrameTimeout)])
def test_a_silent_camera_that_once_answered_pings_is_lost(monkeypatch, answers, trouble):
    monkeypatch.setattr("vision.cameras.gentl._pings", lambda _: answers)
    monkeypatch.setattr(ImageAcquirer, "try_fetch", lambda _self, **_: None)
    camera = started()
    with pytest.raises(trouble):  # the simulated camera has no register 0, as one that is gone
        camera.grab(0.05)
    camera.close()


@pytest.mark.parametrize("address", [f"{VIKY}#7", "/nowhere/producer.cti#0", f"{__file__}#0"])
def test_what_is_not_there_is_not_found(address):
    with pytest.raises(CameraNotFound) as raised:
        make_camera(f"gentl:{address}").open()
    assert raised.value.meaning
    assert raised.value.remedy
    started().close()


def test_shared_things_are_loaded_once_and_unloaded_by_the_last():
    log = []
    shared = Shared(lambda name: log.append(f"load {name}") or name, lambda thing: log.append(f"unload {thing}"))
    threads = [threading.Thread(target=shared.take, args=("a",)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for _ in range(3):
        shared.give_back("a")
    assert log == ["load a"]
    shared.give_back("a")
    assert shared.take("a") == "a"
    assert log == ["load a", "unload a", "load a"]
