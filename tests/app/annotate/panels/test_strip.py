"""The strip's pictures: the middle of an image, whatever its shape."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from app.annotate.panels.strip import WIDTH, covering


@pytest.mark.parametrize(("width", "height"), [(256, 64), (64, 256), (176, 120), (256, 1), (1, 256)])
def test_a_picture_is_filled(width: int, height: int) -> None:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    shown = covering(picture)
    assert shown.width() == 2 * WIDTH
    assert all(
        shown.pixelColor(x, y) == QColor("white") for x in (0, shown.width() - 1) for y in (0, shown.height() - 1)
    )


def test_the_middle_is_seen_undistorted() -> None:
    picture = QImage(400, 100, QImage.Format.Format_RGB32)
    picture.fill(QColor("black"))
    painter = QPainter(picture)
    painter.fillRect(180, 30, 40, 40, QColor("white"))
    painter.end()
    shown = covering(picture)
    across = [x for x in range(shown.width()) if shown.pixelColor(x, shown.height() // 2).lightness() > 128]
    down = [y for y in range(shown.height()) if shown.pixelColor(shown.width() // 2, y).lightness() > 128]
    assert abs(len(across) - len(down)) <= 1
    assert (across[0] + across[-1]) / 2 == pytest.approx(shown.width() / 2, abs=1.5)
