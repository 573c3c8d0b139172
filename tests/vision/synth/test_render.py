"""The renderer: the same scene again, defects where the mask says, noise as physics has it."""

from dataclasses import replace

import numpy as np
import pytest

from vision.synth import render as rendering
from vision.synth.render import MASK_TOLERANCE, develop, render
from vision.synth.scene import Defect, DefectKind, Scene, draw_defect, draw_scene
from vision.synth.sensor import READ_NOISE_E, Exposure, expose

SIZE = (320, 240)


def scene_with(kind: DefectKind, seed: int = 3) -> Scene:
    return replace(draw_scene(5, 1, size=SIZE), defects=(Defect(kind=kind, seed=seed, strength=0.9),))


def test_the_same_scene_gives_the_same_bytes() -> None:
    scene = draw_scene(2, 7, defect_rate=1.0, size=SIZE)
    first, second = render(scene), render(scene)
    assert first.pixels.tobytes() == second.pixels.tobytes()
    assert np.array_equal(first.mask, second.mask)


def test_another_part_and_another_line_give_other_frames() -> None:
    frames = [render(draw_scene(seed, part, size=SIZE)).pixels for seed, part in ((0, 0), (0, 1), (1, 0))]
    assert not np.array_equal(frames[0], frames[1])
    assert not np.array_equal(frames[0], frames[2])


def test_planes_computed_anew_give_the_same_frame() -> None:
    before = render(draw_scene(0, 3, size=SIZE)).pixels
    rendering.flange_maps.cache_clear()
    assert np.array_equal(render(draw_scene(0, 3, size=SIZE)).pixels, before)


@pytest.mark.parametrize("size", [(64, 64), (320, 240), (240, 320), (333, 201)])
def test_frames_have_the_size_asked_for(size: tuple[int, int]) -> None:
    rendered = render(draw_scene(0, 0, defect_rate=1.0, size=size))
    assert rendered.pixels.shape == rendered.mask.shape == (size[1], size[0])
    assert rendered.pixels.dtype == np.uint8
    assert rendered.mask.dtype == np.bool_


def test_a_scene_too_small_to_show_a_part_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 64"):
        Scene(width=63, height=64)


def test_a_good_part_has_an_empty_mask() -> None:
    rendered = render(draw_scene(0, 0, size=SIZE))
    assert rendered.defects == ()
    assert not rendered.mask.any()


@pytest.mark.parametrize("kind", list(DefectKind))
def test_every_kind_shows_inside_its_mask_and_nowhere_else(kind: DefectKind) -> None:
    scene = scene_with(kind)
    light, mask = develop(scene)
    good, _ = develop(replace(scene, defects=()))
    changed = np.abs(light - good) > MASK_TOLERANCE
    assert changed.any()
    assert not (changed & ~mask).any()
    assert changed[mask].mean() > 0.6
    assert mask.mean() < 0.05


@pytest.mark.parametrize("kind", list(DefectKind))
def test_a_kind_looks_different_each_time(kind: DefectKind) -> None:
    assert not np.array_equal(develop(scene_with(kind, 1))[1], develop(scene_with(kind, 2))[1])


def test_stronger_defects_change_more() -> None:
    def change(strength: float) -> float:
        scene = replace(
            scene_with(DefectKind.STAIN), defects=(Defect(kind=DefectKind.STAIN, seed=3, strength=strength),)
        )
        return float(np.abs(develop(scene)[0] - develop(replace(scene, defects=()))[0]).sum())

    assert change(0.2) < change(0.6) < change(1.0)


def test_the_defect_rate_is_kept_and_parts_do_not_depend_on_it() -> None:
    scenes = [draw_scene(4, part, defect_rate=0.25) for part in range(400)]
    assert 70 <= sum(bool(scene.defects) for scene in scenes) <= 130
    good = [draw_scene(4, part) for part in range(400)]
    assert [replace(scene, defects=()) for scene in scenes] == good


def test_drawn_defects_cover_all_kinds() -> None:
    rng = np.random.default_rng(0)
    assert {draw_defect(rng).kind for _ in range(100)} == set(DefectKind)


def test_good_parts_vary_but_stay_alike() -> None:
    frames = np.stack([render(draw_scene(0, part, size=SIZE)).pixels for part in range(6)]).astype(float)
    spread = frames.std(axis=0).mean()
    assert 1.0 < spread < 15.0


def test_defocus_blurs_and_a_fading_lamp_darkens() -> None:
    scene = draw_scene(0, 0, size=SIZE)
    sharp, _ = develop(scene)
    blurred, _ = develop(replace(scene, defocus_px=2.0))
    dim, _ = develop(replace(scene, brightness=scene.brightness / 2))
    assert np.abs(np.diff(blurred)).mean() < 0.7 * np.abs(np.diff(sharp)).mean()
    assert dim.mean() == pytest.approx(sharp.mean() / 2, rel=1e-3)


def exposed(light: float, exposure: Exposure) -> np.ndarray:
    return expose(np.full((200, 200), light, np.float32), exposure, np.random.default_rng(0)).astype(float)


def test_shot_noise_variance_grows_with_the_signal() -> None:
    exposure = Exposure(bit_depth=12)
    dark, mid, bright = (exposed(light, exposure) for light in (0.0, 0.3, 0.6))
    assert (bright.var() - dark.var()) == pytest.approx(2 * (mid.var() - dark.var()), rel=0.06)
    electrons_per_number = (mid.mean() - dark.mean()) / (mid.var() - dark.var())
    assert dark.std() * electrons_per_number == pytest.approx(READ_NOISE_E, rel=0.35)


def test_exposure_and_gain_scale_the_signal_until_it_saturates() -> None:
    nominal = exposed(0.2, Exposure()).mean()
    assert exposed(0.2, Exposure(exposure_time_us=8000)).mean() == pytest.approx(2 * nominal, rel=0.03)
    assert exposed(0.2, Exposure(gain_db=6.0206)).mean() == pytest.approx(2 * nominal, rel=0.03)
    assert exposed(0.9, Exposure(exposure_time_us=20000)).min() > 245


def test_deeper_pixels_keep_their_value_in_the_low_bits() -> None:
    deep = exposed(0.5, Exposure(bit_depth=12))
    assert deep.mean() == pytest.approx(16 * exposed(0.5, Exposure()).mean(), rel=0.02)
    assert deep.max() <= 4095
