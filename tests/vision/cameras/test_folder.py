import cv2
import numpy as np
import pytest

from tests.contracts.camera_doubles import picture, write_pictures
from vision.cameras import CameraNotFound, CameraTrouble, FrameFailed, FrameTimeout, GrabStrategy, SourceEmpty
from vision.cameras import make_camera as make
from vision.inspection import ManualClock
from vision.recipe import CameraSettings, TriggerMode


def started(spec, mode=TriggerMode.FREE, clock=None):
    camera = make(spec, clock)
    camera.open()
    camera.configure(CameraSettings(trigger_mode=mode))
    camera.start(GrabStrategy.ONE_BY_ONE)
    return camera


def test_files_come_in_order_exactly_as_stored_and_named(tmp_path):
    camera = started(f"folder:{write_pictures(tmp_path, 3)}")
    for number in range(3):
        frame = camera.grab(1)
        assert np.array_equal(frame.pixels, picture(number)[:, :, ::-1])
        assert frame.source == str(tmp_path / f"{number:03}.png")


def test_the_end_is_said_with_the_folder(tmp_path):
    camera = started(f"folder:{write_pictures(tmp_path, 1)}", TriggerMode.SOFTWARE)
    camera.trigger()
    camera.grab(1)
    assert camera.frames_left() == 0
    camera.trigger()
    with pytest.raises(SourceEmpty, match="replayed to its end") as empty:
        camera.grab(1)
    assert str(tmp_path) in empty.value.what
    assert issubclass(SourceEmpty, CameraTrouble)


def test_a_loop_never_ends_and_its_ids_go_on(tmp_path):
    camera = started(f"folder:{write_pictures(tmp_path, 2)}?loop=1")
    frames = [camera.grab(1) for _ in range(5)]
    assert [frame.pixels[0, 0, 0] for frame in frames] == [0, 1, 0, 1, 0]
    assert [frame.frame_id for frame in frames] == [0, 1, 2, 3, 4]
    assert camera.frames_left() is None


def test_an_unreadable_file_costs_one_part_and_is_named(tmp_path):
    write_pictures(tmp_path, 3)
    (tmp_path / "001.png").write_bytes(b"no image")
    camera = started(f"folder:{tmp_path}")
    camera.grab(1)
    with pytest.raises(FrameFailed, match=r"001\.png"):
        camera.grab(1)
    assert camera.grab(1).source.endswith("002.png")
    assert camera.statistics().failed == 1
    assert camera.statistics().delivered == 2


def test_a_pause_costs_no_file_and_opening_begins_again(tmp_path):
    camera = started(f"folder:{write_pictures(tmp_path, 3)}")
    camera.grab(1)
    camera.stop()
    camera.start(GrabStrategy.ONE_BY_ONE)
    assert camera.grab(1).source.endswith("001.png")
    camera.close()
    camera.open()
    camera.start(GrabStrategy.ONE_BY_ONE)
    assert camera.grab(1).source.endswith("000.png")


def test_deep_and_grey_files_keep_their_bits(tmp_path):
    deep = np.arange(64, dtype=np.uint16).reshape(8, 8) * 1000
    cv2.imwrite(str(tmp_path / "deep.png"), deep)
    frame = started(f"folder:{tmp_path}").grab(1)
    assert np.array_equal(frame.pixels, deep)
    assert frame.bit_depth == 16


@pytest.mark.parametrize("made", [False, True])
def test_a_folder_without_an_image_is_not_found(tmp_path, made):
    folder = tmp_path / "parts"
    if made:
        folder.mkdir()
    with pytest.raises(CameraNotFound) as raised:
        make(f"folder:{folder}").open()
    assert str(folder) in raised.value.what


def test_waiting_uses_the_given_clock(tmp_path):
    clock = ManualClock()
    camera = started(f"folder:{write_pictures(tmp_path, 1)}", TriggerMode.SOFTWARE, clock)
    with pytest.raises(FrameTimeout):
        camera.grab(3600)
    assert clock.monotonic_s() == pytest.approx(3600)
