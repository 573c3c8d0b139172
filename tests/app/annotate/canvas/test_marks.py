"""How marks look at any zoom."""

import numpy as np

from app.annotate.canvas.marks import LiveStroke, Mark, Rectangle, painted
from app.widgets.viewport import Viewport
from labeling.annotation import PlacedMask

BLUE = "#56B4E9"


def placed(left: int, top: int, width: int, height: int) -> PlacedMask:
    return PlacedMask(left=left, top=top, pixels=np.ones((height, width), np.bool_))


def seen(
    mask: PlacedMask, view: Viewport, live: LiveStroke | None = None
) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """(h, w): where the screen shows anything of a mark."""
    whole = Rectangle(left=0, top=0, width=round(view.view_width), height=round(view.view_height))
    return np.asarray(painted([Mark(mask=mask, colour=BLUE)], live, view, whole) >> 24 > 0, np.bool_)


def test_a_line_one_pixel_thin_is_seen_on_24_megapixels() -> None:
    view = Viewport(width=6000, height=4000, view_width=600, view_height=400)
    shown = seen(placed(100, 2001, 5000, 1), view)
    assert shown[200, 20:500].all()
    assert not shown[100].any()


def test_magnified_each_pixel_is_a_square() -> None:
    view = Viewport(width=100, height=100, view_width=400, view_height=400).zoomed(16, 0, 0)
    shown = painted(
        [Mark(mask=placed(2, 3, 1, 1), colour=BLUE)], None, view, Rectangle(left=0, top=0, width=400, height=400)
    )
    assert np.count_nonzero(shown[48:64, 32:48] >> 24) == 256
    middle = int(shown[56, 40])
    assert (middle & 255) > (middle >> 16 & 255)
    assert not shown[80, 40]


def test_a_part_painted_anew_is_as_the_whole() -> None:
    """What a stroke touches is painted alone; it must fit to the pixel into what is there."""
    marks = [
        Mark(mask=placed(10, 12, 60, 31), colour=BLUE, is_chosen=True),
        Mark(mask=placed(50, 30, 40, 40), colour="#F0E442"),
    ]
    for zoom in (0.37, 1.0, 2.6, 7.0):
        view = Viewport(width=300, height=300, view_width=200, view_height=200).zoomed(zoom, 0, 0)
        whole = painted(marks, None, view, Rectangle(left=0, top=0, width=200, height=200))
        part = painted(marks, None, view, Rectangle(left=37, top=21, width=80, height=90))
        assert np.array_equal(whole[21:111, 37:117], part)


def test_an_eraser_shows_at_once() -> None:
    view = Viewport(width=100, height=100, view_width=100, view_height=100)
    live = np.zeros((100, 100), np.bool_)
    live[:, 45:55] = True
    shown = seen(placed(10, 40, 80, 20), view, LiveStroke(pixels=live, colour=BLUE, erases=True))
    assert shown[50, 30]
    assert not shown[50, 50]
