"""The rules of the anomaly map's colours and outlines."""

import numpy as np
import pytest

from app.widgets.examples import THRESHOLDS, example_map
from app.widgets.overlay import beneath, colour_map, colour_table, outlines, scale_position
from vision.inspection import Thresholds


def test_the_same_score_has_the_same_colour_whatever_else_is_in_the_map() -> None:
    alone = np.full((4, 4), 0.7, dtype=np.float32)
    beside = alone.copy()
    beside[0, 0] = 5.0
    assert colour_map(alone, THRESHOLDS)[2, 2] == colour_map(beside, THRESHOLDS)[2, 2]


def test_a_good_surface_stays_grey() -> None:
    quiet = np.full((4, 4), 0.6 * THRESHOLDS.t1, dtype=np.float32)
    assert not (colour_map(quiet, THRESHOLDS) >> 24).any()


def test_the_scale_ends_at_the_design_s_colours() -> None:
    table = colour_table()
    wanted = [(0xCC, 0x42, 0x48), (0xEA, 0x63, 0x2A), (0xF9, 0x8E, 0x09), (0xFB, 0xBE, 0x23), (0xF1, 0xEF, 0x75)]
    for index, colour in zip((0, 64, 128, 191, 255), wanted, strict=True):
        assert np.abs(table[index, :3].astype(int) - colour).max() <= 4
    assert table[0, 3] == 0
    assert table[255, 3] == round(255 * 0.9)
    lightness = table[:, :3] @ np.array([0.2126, 0.7152, 0.0722])
    assert (np.diff(lightness) >= -1).all()


def test_the_scale_runs_from_six_tenths_of_t1_to_thirteen_tenths_of_t2() -> None:
    lines = Thresholds(t1=0.5, t2=0.6)
    assert scale_position(0.30, lines) == pytest.approx(0)
    assert scale_position(0.54, lines) == pytest.approx(0.5)
    assert scale_position(0.78, lines) == pytest.approx(1)
    middle = colour_map(np.full((1, 1), 0.54, dtype=np.float32), lines)[0, 0]
    assert (middle >> 24) == pytest.approx(colour_table()[128, 3], abs=2)


def test_thresholds_lie_inside_the_scale() -> None:
    assert 0 < scale_position(THRESHOLDS.t1, THRESHOLDS) < scale_position(THRESHOLDS.t2, THRESHOLDS) < 1
    assert scale_position(0.0, Thresholds(t1=0, t2=0)) == 0


@pytest.mark.parametrize("size", [(720, 600), (90, 75), (2448, 2048)])
def test_the_outline_runs_along_t1(size: tuple[int, int]) -> None:
    width, height = size
    anomaly_map = example_map(width, height)
    (line,) = outlines(anomaly_map, THRESHOLDS.t1)
    columns = np.clip((line.points[:, 0] * width).astype(int), 0, width - 1)
    rows = np.clip((line.points[:, 1] * height).astype(int), 0, height - 1)
    assert np.abs(anomaly_map[rows, columns] - THRESHOLDS.t1).max() < 0.12


def test_a_single_hot_pixel_is_outlined_and_a_quiet_map_is_not() -> None:
    quiet = np.zeros((2000, 2000), dtype=np.float32)
    assert outlines(quiet, 0.5) == []
    quiet[3, 7] = 0.9
    assert len(outlines(quiet, 0.5)) == 1


def test_colour_fades_beneath_the_map_and_mono_stays() -> None:
    red = np.zeros((2, 2, 3), dtype=np.uint8)
    red[..., 0] = 200
    faded = beneath(red)
    assert int(np.ptp(faded[0, 0])) == pytest.approx(0.3 * 200, abs=3)
    mono = np.zeros((2, 2), dtype=np.uint8)
    assert beneath(mono) is mono
