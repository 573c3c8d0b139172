"""What is seen: the zoom, the filmstrip, names for everything that can be reached."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.theme import ThemeName, apply_theme
from app.theme.tokens import DESK
from tests.app.annotate.at_work import AtWork, write_images
from tests.app.annotate.conftest import Start
from tests.app.screenshots import SIZES, shoot
from tests.app.setting_up import focusable


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
