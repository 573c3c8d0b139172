"""An image at any zoom, from its levels."""

import cv2
import numpy as np
import pytest

from app.annotate.canvas.picture import Picture
from app.widgets.viewport import Viewport
from vision.inspection import Frame


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
