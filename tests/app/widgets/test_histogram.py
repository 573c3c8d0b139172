"""Moving T1 and T2."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.theme import ThemeName
from app.widgets.histogram import Histogram, ThresholdLine
from vision.inspection import Thresholds


@pytest.fixture
def histogram(qtbot: QtBot, dark: ThemeName) -> Histogram:
    made = Histogram()
    qtbot.addWidget(made)
    made.resize(764, 410)
    made.show_scores([0.2, 0.25, 0.3, 0.31], [0.8])
    made.set_thresholds(Thresholds(t1=0.5, t2=0.62))
    made.show()
    return made


def handle(histogram: Histogram, line: ThresholdLine) -> QWidget:
    (found,) = [child for child in histogram.findChildren(QWidget) if child.accessibleName().startswith(line.value)]
    return found


def test_arrow_keys_move_a_line_by_a_hundredth_and_with_shift_by_a_tenth(histogram: Histogram, qtbot: QtBot) -> None:
    t1 = handle(histogram, ThresholdLine.T1)
    with qtbot.waitSignal(histogram.thresholds_set):
        qtbot.keyClick(t1, Qt.Key.Key_Left)
    assert histogram.thresholds == Thresholds(t1=0.49, t2=0.62)
    qtbot.keyClick(t1, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert histogram.thresholds == Thresholds(t1=0.39, t2=0.62)
    assert t1.accessibleName() == "T1 at 50"


def test_t1_cannot_pass_t2(histogram: Histogram, qtbot: QtBot) -> None:
    histogram.move_line(ThresholdLine.T1, 0.9, let_go=True)
    assert histogram.thresholds == Thresholds(t1=0.62, t2=0.62)
    histogram.move_line(ThresholdLine.T2, 0.1, let_go=True)
    assert histogram.thresholds == Thresholds(t1=0.62, t2=0.62)


def test_dragging_tells_every_move_and_once_at_the_end(histogram: Histogram, qtbot: QtBot) -> None:
    t2, moved, let_go = handle(histogram, ThresholdLine.T2), [], []
    histogram.thresholds_moved.connect(moved.append)
    histogram.thresholds_set.connect(let_go.append)
    target = round(histogram.x_of(0.9) - histogram.x_of(0.62))
    qtbot.mousePress(t2, Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    qtbot.mouseMove(t2, QPoint(40 + target // 2, 20))
    at = t2.mapFromGlobal(histogram.mapToGlobal(QPoint(round(histogram.x_of(0.62)) + 40 + target, 20)))
    qtbot.mouseRelease(t2, Qt.MouseButton.LeftButton, pos=at)
    assert len(let_go) == 1
    assert moved
    assert histogram.thresholds.t2 == pytest.approx(0.9, abs=0.02)


def test_the_axis_is_numbered_as_people_read_scores_and_moves_with_the_lines(histogram: Histogram) -> None:
    for lines in (Thresholds(t1=0.5, t2=0.62), Thresholds(t1=0.3, t2=0.7)):
        histogram.set_thresholds(lines)
        figures = histogram.figures()
        assert figures[50] == histogram.x_of(lines.t1)
        assert figures[70] == histogram.x_of(lines.t2)
        assert figures[25] == pytest.approx(histogram.x_of(lines.t1 / 2))
        places = [figures[figure] for figure in sorted(figures)]
        assert places == sorted(places)
        assert min(np.diff(places)) > 30, "no two figures touch"


def test_lines_that_may_not_be_moved_say_why(histogram: Histogram, qtbot: QtBot) -> None:
    histogram.set_movable(False, "A quality engineer can do it.")
    t1 = handle(histogram, ThresholdLine.T1)
    qtbot.keyClick(t1, Qt.Key.Key_Left)
    assert histogram.thresholds.t1 == 0.5
    assert t1.toolTip() == "A quality engineer can do it."


def test_scores_of_any_size_fit_on_the_scale(histogram: Histogram) -> None:
    histogram.show_scores([12.0, 20.0], [55.0])
    histogram.set_thresholds(Thresholds(t1=30, t2=40))
    assert histogram.x_of(55.0) < histogram.width()
    histogram.grab()
