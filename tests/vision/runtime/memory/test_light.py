"""Even light: lamps may age, highlights stay apart, and darkness is not torn up."""

import numpy as np
import pytest

from vision.runtime.memory.coder import Pixels
from vision.runtime.memory.light import Light, brightness


def picture(level: float, seed: int = 0) -> Pixels:
    rng = np.random.default_rng(seed)
    return (level * rng.uniform(0.5, 1.5, (60, 80))).clip(0, 255).astype(np.uint8)


def lit_as(pictures: list[Pixels]) -> Light:
    return Light.of(pictures, [None] * len(pictures))


def test_brightness_is_the_mean_without_the_darkest_and_the_brightest_quarter() -> None:
    values = np.arange(200, dtype=np.uint8).reshape(1, -1).repeat(2, axis=0)
    assert brightness(values) == pytest.approx(np.arange(50, 150).mean())
    with_glare = picture(80)
    with_glare[:12] = 255
    assert brightness(with_glare) < 1.25 * brightness(picture(80))


@pytest.mark.parametrize("gain", [0.7, 1.3, 1.8])
def test_a_lamp_that_ages_changes_little(gain: float) -> None:
    light = lit_as([picture(70, seed) for seed in range(3)])
    usual, other = light.even(picture(70)).astype(float), light.even(picture(70 * gain)).astype(float)
    assert abs(usual - other).mean() < 0.07 * usual.mean()


def test_pictures_are_brought_to_the_middle_as_far_as_highlights_stay_apart() -> None:
    assert brightness(lit_as([picture(90)]).even(picture(90))) == pytest.approx(110, abs=4)
    assert brightness(lit_as([picture(140)]).even(picture(140))) == pytest.approx(110, abs=4)
    glossy = picture(30)
    glossy[:6] = 200
    light = lit_as([glossy])
    assert np.percentile(light.even(glossy), 98) == pytest.approx(250, abs=2)
    assert brightness(light.even(glossy)) < 60


def test_only_what_counts_is_asked_how_bright_it_is() -> None:
    told = np.ones((60, 80), np.bool_)
    told[:40] = False
    printed = picture(80)
    printed[:40] = 250
    below = brightness(printed[40:])
    assert brightness(printed, told) == pytest.approx(below, abs=3)
    assert brightness(np.dstack([printed] * 3), told) == pytest.approx(below, abs=3)
    light = Light.of([printed], [told])
    assert brightness(light.even(printed, told), told) == pytest.approx(110, abs=4)


def test_black_stays_black_and_nothing_is_changed_without_a_reference() -> None:
    light = lit_as([picture(110)])
    black = np.zeros((60, 80), np.uint8)
    assert not light.even(black).any()
    assert light.even(np.full((60, 80), 2, np.uint8)).max() <= 8
    assert Light(reference=None).even(black) is black
