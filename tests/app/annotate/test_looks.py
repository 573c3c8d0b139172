"""What is seen: marks at any zoom, the filmstrip, names for everything that can be reached."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.annotate.marks import LiveStroke, Mark, Rectangle, painted
from app.annotate.picture import Picture
from app.theme import ThemeName, apply_theme
from app.theme.tokens import DESK
from app.widgets.viewport import Viewport
from labeling.annotation import PlacedMask
from tests.app.annotate.at_work import AtWork, write_images
from tests.app.annotate.conftest import Start
from tests.app.screenshots import SIZES, shoot
from tests.app.setting_up import focusable
from vision.inspection import Frame

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


def test_a_large_image_is_seen_from_its_smaller_levels() -> None:
    pixels = np.random.default_rng(0).integers(0, 255, (3000, 4000), np.uint8)
    picture = Picture.of(Frame(pixels=pixels))
    view = Viewport(width=4000, height=3000, view_width=400, view_height=300)
    _, shown = picture.seen(view, 1.0)
    direct = cv2.resize(pixels, (400, 300), interpolation=cv2.INTER_AREA)
    assert shown.shape == (300, 400)
    assert float(np.abs(shown.astype(int) - direct).mean()) < 4
    place, exact = picture.seen(view.zoomed(1.0, 0, 0), 1.0)
    assert place == pytest.approx((0, 0))
    assert np.array_equal(exact[:300, :400], pixels[:300, :400])


def test_the_wheel_zooms_around_the_pointer(work: AtWork) -> None:
    work.stroke((20, 20), (60, 20))
    place = work.canvas.place
    before = place.to_frame(200, 150)
    at = QPointF(200, 150)
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        at,
        at,
        at.toPoint(),
        QPointF(0, 120).toPoint(),
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(work.canvas, event)
    assert work.canvas.place.scale == pytest.approx(1.25 * place.scale)
    assert work.canvas.place.to_frame(200, 150)[0] == pytest.approx(before[0])
    work.key(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert work.canvas.place.zoom is None


def test_the_strip_asks_only_for_what_it_shows(work: AtWork) -> None:
    strip = work.screen.view.strip
    assert strip.model().rowCount() == 6
    text = strip.model().data(strip.model().index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert text == "000.png, Open"
    work.key(Qt.Key.Key_N)
    text = strip.model().data(strip.model().index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert text == "000.png, Done"


def test_everything_has_a_name_and_is_large_enough(work: AtWork) -> None:
    work.key(Qt.Key.Key_M)
    view = work.screen.view
    reached = focusable(view)
    assert len(reached) > 20
    assert [widget for widget in reached if not widget.accessibleName()] == []
    small = [one for one in reached if isinstance(one, QAbstractButton) and min(one.width(), one.height()) < DESK]
    assert small == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}")
def test_nothing_is_clipped(start: Start, tmp_path: Path, theme: ThemeName, size: tuple[int, int]) -> None:
    work = start()
    apply_theme(QApplication.instance(), theme)  # type: ignore[arg-type]
    work.open(write_images(tmp_path / "few", 3), "Crack", "Blowhole", "Break", "Fray", "Uneven surface")
    view = work.screen.view
    view.resize(size[0] - 92, size[1] - 56)
    work.stroke((20, 20), (60, 20))
    work.key(Qt.Key.Key_M)
    picture = shoot(view, "annotate", theme)
    assert picture.width() == size[0] - 92
    bar = view.easel.proposal
    assert bar.geometry().right() <= view.easel.width()
    assert all(button.width() >= button.sizeHint().width() - 1 for button in (bar.accept, bar.discard, view.side.done))
