import numpy as np

from app.workers.thumbnails import HEIGHT_PX, WAITING, WIDTH_PX, Thumbnails, shrink
from tests.app.history.background import AtOnce, WhenTold
from vision.inspection import Frame, Trouble, Verdict, ViewRecord


def _frame(value=90, height=480, width=640):
    return Frame(pixels=np.full((height, width), value, np.uint8))


def _view(path):
    return ViewRecord(view="top", verdict=Verdict.OK, image=path, image_hash="f" * 64)


def test_a_thumbnail_shows_the_middle_without_distortion():
    pixels = np.zeros((100, 400), np.uint8)
    pixels[:, 150:250] = 200
    small = shrink(Frame(pixels=pixels))
    assert small.shape == (HEIGHT_PX, WIDTH_PX, 3)
    assert small[:, WIDTH_PX // 2].min() == 200
    assert small[:, 0].max() == 0


def test_a_deep_frame_becomes_eight_bits():
    assert shrink(Frame(pixels=np.full((50, 60), 2048, np.uint16), bit_depth=12)).max() == 128


def test_a_tiny_frame_is_enlarged():
    assert shrink(_frame(height=3, width=2)).shape == (HEIGHT_PX, WIDTH_PX, 3)


def test_the_newest_wish_comes_first_and_old_wishes_are_dropped():
    loaded, background = [], WhenTold()
    thumbnails = Thumbnails(lambda view: loaded.append(view.image) or _frame(), background)
    for number in range(WAITING + 11):
        assert thumbnails.get(_view(f"{number}.png")) is None
    while background.waiting:
        background.work_off()
    assert loaded[:2] == ["0.png", f"{WAITING + 10}.png"]
    assert len(loaded) == 1 + WAITING
    assert "5.png" not in loaded


def test_a_known_thumbnail_is_not_read_again_and_a_lost_file_is_known_as_missing():
    reads = []

    def load(view):
        reads.append(view.image)
        if view.image == "gone.png":
            raise Trouble("gone.png does not exist.")
        return _frame()

    thumbnails = Thumbnails(load, AtOnce())
    for _ in range(3):
        thumbnails.get(_view("a.png"))
        thumbnails.get(_view("gone.png"))
    assert reads == ["a.png", "gone.png"]
    assert thumbnails.get(_view("a.png")) is not None
    assert thumbnails.is_missing(_view("gone.png"))
    assert not thumbnails.is_missing(_view("a.png"))
