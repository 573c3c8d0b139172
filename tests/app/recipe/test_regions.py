"""Regions in frame pixels: pulled by a grip, spanned by two points, never outside the frame."""

import pytest

from app.recipe.drawing import Drawing
from app.recipe.regions import INTEREST, SMALLEST_PX, Drawn, Grip, middle, pulled, spanned
from vision.recipe import Region

SIZE = (100, 80)
REGION = Region(x=20, y=10, width=40, height=30)


@pytest.mark.parametrize(
    ("grip", "by", "expected"),
    [
        (Grip.INSIDE, (5, -3), (25, 7, 40, 30)),
        (Grip.INSIDE, (500, 500), (60, 50, 40, 30)),
        (Grip.INSIDE, (-500, -500), (0, 0, 40, 30)),
        (Grip.TOP_LEFT, (5, 5), (25, 15, 35, 25)),
        (Grip.TOP_LEFT, (500, 500), (60 - SMALLEST_PX, 40 - SMALLEST_PX, SMALLEST_PX, SMALLEST_PX)),
        (Grip.RIGHT, (500, 7), (20, 10, 80, 30)),
        (Grip.BOTTOM, (9, 5), (20, 10, 40, 35)),
        (Grip.LEFT, (-500, 0), (0, 10, 60, 30)),
        (Grip.BOTTOM_RIGHT, (-500, -500), (20, 10, SMALLEST_PX, SMALLEST_PX)),
    ],
)
def test_the_held_edges_follow_and_stay_in_the_frame(
    grip: Grip, by: tuple[float, float], expected: tuple[int, int, int, int]
) -> None:
    after = pulled(REGION, grip, by, SIZE)
    assert (after.x, after.y, after.width, after.height) == expected


def test_two_points_span_a_region_in_any_order_and_a_tap_spans_none() -> None:
    expected = Region(x=10, y=20, width=90, height=60)
    assert spanned((10, 20), (400, 400), SIZE) == expected
    assert spanned((400, 400), (10, 20), SIZE) == expected
    assert spanned((10, 20), (12, 60), SIZE) is None


def test_every_drawing_step_can_be_taken_back() -> None:
    drawing, told = Drawing(), []
    drawing.on_changed = lambda: told.append(drawing.drawn)
    drawing.draw(REGION)
    drawing.choose_tool(False)
    drawing.draw(REGION)
    drawing.add(SIZE)
    assert drawing.drawn == Drawn(interest=REGION, ignored=(REGION, middle(SIZE, 0.2)))
    drawing.change(0, Region(x=0, y=0, width=9, height=9))
    drawing.choose(0)
    drawing.remove()
    assert drawing.drawn.ignored == (middle(SIZE, 0.2),)
    for _ in range(9):
        drawing.undo()
    assert drawing.drawn == Drawn()
    assert not drawing.can_undo
    assert len(told) == 11


def test_another_region_of_interest_takes_the_place_of_the_first() -> None:
    drawing = Drawing()
    drawing.draw(REGION)
    drawing.draw(middle(SIZE, 0.5))
    assert drawing.drawn == Drawn(interest=middle(SIZE, 0.5))
    assert drawing.chosen == INTEREST
    drawing.change(4, REGION)
    assert drawing.drawn == Drawn(interest=middle(SIZE, 0.5)), "a region that is not there cannot be changed"
