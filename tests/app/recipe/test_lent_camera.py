import threading

import numpy as np
import pytest

from app.recipe.lent_camera import LentCamera
from app.workers import wait_for_all
from vision.cameras import CameraLost, FrameTimeout, GrabStrategy
from vision.cameras.camera import CameraInfo, Capabilities
from vision.inspection import Frame
from vision.recipe import CameraSettings, TriggerMode


def _lent(make):
    return LentCamera(lambda _camera: make(), lambda _camera: CameraSettings(), lambda _camera: "")


class TestCamera:
    """Counts who holds it, and gives numbered frames until it is told to be lost."""

    __test__ = False
    held = 0
    most_held = 0
    lock = threading.Lock()

    def __init__(self, modes=frozenset({TriggerMode.FREE, TriggerMode.LINE})):
        self.info = CameraInfo(spec="made-up", name="Made-up camera")
        self.capabilities = Capabilities(trigger_modes=modes)
        self.mode, self.strategy, self.number, self.is_lost, self.triggers = None, None, 0, False, 0
        self.is_open = False

    def open(self):
        with self.lock:
            TestCamera.held += 1
            TestCamera.most_held = max(TestCamera.most_held, TestCamera.held)
        self.is_open = True

    def close(self):
        if self.is_open:
            self.is_open = False
            with self.lock:
                TestCamera.held -= 1

    def configure(self, settings):
        self.mode = settings.trigger_mode
        return settings

    def start(self, strategy):
        self.strategy = strategy

    def stop(self):
        pass

    def trigger(self):
        self.triggers += 1

    def grab(self, timeout_s):
        if self.is_lost:
            raise CameraLost("Made-up camera stopped answering.")
        self.number += 1
        if self.number % 3 == 0:
            raise FrameTimeout("no frame")
        return Frame(pixels=np.full((4, 4), self.number % 255, np.uint8))


@pytest.fixture
def lent(qapp):
    TestCamera.held = TestCamera.most_held = 0
    made = []

    def make(**changes):
        camera = TestCamera(**changes)
        made.append(camera)
        return camera

    yield made, make
    assert wait_for_all() == []
    assert TestCamera.held == 0, "the camera was not given back"


def test_frames_come_until_the_camera_is_taken_back(lent, qtbot):
    made, make = lent
    frames, camera = [], _lent(make)
    camera.start(lambda frame, triggered: frames.append((frame, triggered)), pytest.fail, by_trigger=False)
    qtbot.waitUntil(lambda: len(frames) >= 3)
    camera.stop()
    seen = len(frames)
    qtbot.waitUntil(lambda: TestCamera.held == 0)
    qtbot.wait(30)
    assert len(frames) == seen
    assert (made[0].mode, made[0].strategy) == (TriggerMode.FREE, GrabStrategy.LATEST_ONLY)
    assert not any(triggered for _, triggered in frames)


def test_by_trigger_every_frame_comes_and_is_marked(lent, qtbot):
    made, make = lent
    frames, camera = [], _lent(make)
    camera.start(
        lambda frame, triggered: frames.append((int(frame.pixels[0, 0]), triggered)), pytest.fail, by_trigger=True
    )
    qtbot.waitUntil(lambda: len(frames) >= 20)
    camera.stop()
    assert (made[0].mode, made[0].strategy) == (TriggerMode.LINE, GrabStrategy.ONE_BY_ONE)
    assert [number for number, _ in frames[:6]] == [1, 2, 4, 5, 7, 8]
    assert all(triggered for _, triggered in frames)


def test_a_camera_that_cannot_run_freely_is_asked_for_each_frame(lent, qtbot):
    made, make = lent
    frames, camera = [], _lent(lambda: make(modes=frozenset({TriggerMode.SOFTWARE})))
    camera.start(lambda frame, triggered: frames.append(frame), pytest.fail, by_trigger=False)
    qtbot.waitUntil(lambda: len(frames) >= 2)
    camera.stop()
    assert made[0].triggers >= 2


def test_the_camera_is_never_held_twice(lent, qtbot):
    _, make = lent
    frames, camera = [], _lent(make)
    for by_trigger in (False, True, False):
        frames.clear()
        camera.start(lambda frame, triggered: frames.append(frame), pytest.fail, by_trigger=by_trigger)
        qtbot.waitUntil(lambda: len(frames) >= 2)
    camera.stop()
    assert TestCamera.most_held == 1


def test_a_lost_camera_and_a_missing_input_are_told(lent, qtbot):
    made, make = lent
    troubles, camera = [], _lent(make)
    camera.start(lambda frame, triggered: setattr(made[0], "is_lost", True), troubles.append, by_trigger=False)
    qtbot.waitUntil(lambda: bool(troubles))
    assert troubles[0].what == "Made-up camera stopped answering."
    camera = _lent(lambda: make(modes=frozenset({TriggerMode.FREE})))
    camera.start(lambda frame, triggered: None, troubles.append, by_trigger=True)
    qtbot.waitUntil(lambda: len(troubles) == 2)
    assert troubles[1].what == "Made-up camera has no trigger input."


def test_each_of_the_recipes_cameras_is_lent_with_its_own_settings(lent, qtbot):
    _, make = lent
    asked = []
    settings = {"": CameraSettings(), "side": CameraSettings(gain_db=3.0)}
    camera = LentCamera(
        lambda name: asked.append(name) or make(),
        settings.__getitem__,
        lambda name: "no device" if name == "back" else "",
    )
    frames = []
    camera.look_through("side")
    camera.start(lambda frame, triggered: frames.append(frame), lambda trouble: None, by_trigger=False)
    qtbot.waitUntil(lambda: bool(frames))
    assert camera.release()
    assert asked == ["side"]
    assert camera.unavailable() == ""
    camera.look_through("back")
    assert camera.unavailable() == "no device"
