"""Good parts that stand apart: named by a rule, left out by a person."""

from pathlib import Path

import numpy as np
import pytest

from vision.inspection import Frame
from vision.recipe import RecipeLibrary
from vision.synth.dataset import good_frames
from vision.teaching import HeldAside, Taught, TeachRequest, TeachTrouble, learned_parts, teach
from vision.teaching.add import ChangeRequest
from vision.teaching.odd import MOST, odd_parts

SETTINGS = {"long_side_px": 160, "memory_size": 300, "memories": 2, "pool_size": 4000}
SIZE = (320, 240)


def scored(*scores: float) -> list[HeldAside]:
    return [HeldAside(name=f"{number}.png", score=score) for number, score in enumerate(scores)]


def usual(n: int, seed: int = 0) -> list[float]:
    return [float(score) for score in np.exp(np.random.default_rng(seed).normal(0, 0.15, n))]


def test_two_parts_that_stand_apart_are_named_highest_first() -> None:
    """Each hides the other from a test of the highest alone: that is why several are tested."""
    named = odd_parts(scored(2.4, *usual(46), 2.6))
    assert [part.score for part in named] == [2.6, 2.4]


def test_parts_that_are_all_alike_are_hardly_ever_named() -> None:
    named = [bool(odd_parts(scored(*usual(60, seed)))) for seed in range(300)]
    assert sum(named) <= 9


@pytest.mark.parametrize("n", [2, 19, 20, 39, 40, 100])
def test_never_more_than_a_twentieth_is_named(n: int) -> None:
    odd = [9.0 + number for number in range(min(n - 1, 8))]
    assert len(odd_parts(scored(*odd, *usual(n - len(odd))))) <= MOST * n


def test_those_left_out_before_count_among_the_twentieth() -> None:
    parts = scored(*usual(46), 3.0, 3.2)
    assert len(odd_parts(parts, n_left_out=0)) == 2
    assert len(odd_parts(parts, n_left_out=1)) == 1
    assert odd_parts(parts, n_left_out=2) == ()


@pytest.mark.parametrize("scores", [[0.0] * 40, [1.5] * 40])
def test_equal_scores_name_none(scores: list[float]) -> None:
    assert odd_parts(scored(*scores)) == ()


def run_teach(folder: Path, images: list[Frame], *leave_out: str) -> Taught:
    request = TeachRequest(
        recipes=RecipeLibrary(folder), recipe="plate", images=images, leave_out=leave_out, model_settings=SETTINGS
    )
    return teach(request, progress=lambda _: None, cancelled=lambda: False)


def test_an_odd_part_is_named_kept_by_itself_and_left_out_when_asked(tmp_path: Path) -> None:
    """The demo's rendered parts, small; on one of them lies something white."""
    parts = [pixels.copy() for pixels in good_frames(11, 32, size=SIZE)]
    parts[7][:60, :80] = 255
    images = [Frame(pixels=pixels) for pixels in parts]
    taught = run_teach(tmp_path, images)
    assert [part.name for part in taught.odd] == ["frame 8"]
    assert taught.n_images == 32, "naming leaves nothing out"
    assert "left out" not in taught.statement
    kept = run_teach(tmp_path, images, "frame 8")
    assert (kept.n_images, kept.left_out, kept.odd) == (31, ("frame 8",), ())
    assert kept.t2 < taught.t2
    assert "1 good image was left out by choice" in kept.statement
    notes = kept.recipe.teaching["view-1"]
    assert (notes["left_out"], notes["odd"]) == (["frame 8"], [])
    change = ChangeRequest(recipes=RecipeLibrary(tmp_path), recipe="plate")
    assert len(learned_parts(change)) == 31


def test_a_name_to_leave_out_that_no_image_has_is_told(tmp_path: Path) -> None:
    images = [Frame(pixels=pixels) for pixels in good_frames(5, 3, size=SIZE)]
    with pytest.raises(TeachTrouble, match="frame 9 is none of the 3 images"):
        run_teach(tmp_path, images, "frame 9")
    assert RecipeLibrary(tmp_path).versions("plate") == []
