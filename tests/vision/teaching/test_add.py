"""Good parts added to a recipe and taken out again, on tiny images."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.vision.teaching.plates import SIZE, add, learned, picture, remove, run_teach, score
from vision.detectors import ModelTrouble
from vision.inspection import Frame
from vision.recipe import RecipeLibrary, RecipeTrouble, Region
from vision.teaching import (
    AddRequest,
    Cancelled,
    Rates,
    Taught,
    TeachProgress,
    TeachRequest,
    TeachStage,
    TeachTrouble,
    add_parts,
    calibrate,
)


def test_an_added_part_counts_with_the_score_it_had_and_is_usual_afterwards(
    taught: Taught, library: RecipeLibrary, tmp_path: Path
) -> None:
    odd = picture(tmp_path, "odd.png", seed=50, dot=220)
    before = score(taught, odd)
    more = add(library, [odd])
    (one,) = more.added
    assert one.name == "odd.png"
    assert one.score == pytest.approx(before, rel=1e-6)
    assert more.held_aside == (*taught.held_aside, *more.added)
    assert score(more, odd) < 0.5 * before
    like = picture(tmp_path, "like.png", seed=51, dot=220)
    assert score(more, like) < 0.7 * score(taught, like)


def test_adding_makes_a_version_with_new_lines_and_all_else_as_it_was(
    taught: Taught, library: RecipeLibrary, tmp_path: Path
) -> None:
    more = add(library, [picture(tmp_path, f"new {seed}.png", seed=seed) for seed in (60, 61)], created_by="Ada")
    assert (taught.recipe.version, more.recipe.version, more.recipe.created_by) == (1, 2, "Ada")
    assert (more.n_images, more.n_learned, more.n_aside) == (10, 10, 10)
    lines = calibrate([one.score for one in more.held_aside], Rates(overkill=0.02, review=0.1))
    view = library.load("plate", 2).views[0]
    assert view.thresholds == lines.thresholds
    assert more.promises == lines.promises
    before = library.load("plate", 1)
    assert before == taught.recipe
    kept = {"t1", "t2", "model"}
    assert view.model_dump(exclude=kept) == before.views[0].model_dump(exclude=kept)
    notes = more.recipe.teaching["view-1"]
    assert (notes["images"], notes["seed"], len(notes["held_aside"])) == (10, 0, 10)
    assert more.statement.startswith("Each of the 10 good images")


def test_taking_an_added_part_out_gives_back_the_same_model_and_lines(
    taught: Taught, library: RecipeLibrary, tmp_path: Path
) -> None:
    odd = [picture(tmp_path, f"odd {grey}.png", seed=grey, dot=grey) for grey in (220, 10)]
    assert add(library, odd).recipe.views[0].model.hash != taught.recipe.views[0].model.hash
    back = remove(library, "odd 220.png", "odd 10.png")
    assert back.recipe.version == 3
    assert back.recipe.views == taught.recipe.views
    assert back.held_aside == taught.held_aside
    assert back.removed == tuple(str(path) for path in odd)


def test_a_part_that_was_taught_leaves_with_its_score_and_its_patches(
    library: RecipeLibrary, images: list[Path], tmp_path: Path
) -> None:
    odd = picture(tmp_path, "odd.png", seed=50, dot=220)
    taught = run_teach(TeachRequest(recipes=library, recipe="plate", images=[images[0], odd, *images[1:]]))
    without = remove(library, "odd.png")
    assert without.held_aside == tuple(one for one in taught.held_aside if one.name != "odd.png")
    assert (without.n_images, without.n_learned, without.n_aside) == (8, 8, 8)
    assert without.t2 < taught.t2
    assert score(without, odd) > 1.5 * score(taught, odd)


def test_what_was_kept_aside_by_teaching_stays_when_a_learned_image_goes(
    library: RecipeLibrary, taught: Taught, tmp_path: Path
) -> None:
    """As from 400 images on: a quarter is scored and not learned."""
    notes = taught.recipe.teaching["view-1"]
    aside = [{"name": "aside.png", "score": 1.0}, {"name": "0.png", "score": 1.5}]
    split = notes | {"images": 10, "aside": 2, "held_aside": aside}
    recipe = taught.recipe.model_copy(update={"version": 2, "teaching": {"view-1": split}})
    library.save(recipe, {"memory.safetensors": taught.folder / "memory.safetensors"})
    more = add(library, [picture(tmp_path, "new.png", seed=9)])
    assert (more.n_images, more.n_learned, more.n_aside) == (11, 9, 3)
    without = remove(library, "0.png")
    assert [one.name for one in without.held_aside] == ["aside.png", "0.png", "new.png"]
    assert (without.n_images, without.n_learned, without.n_aside) == (10, 8, 3)
    assert [one.name for one in remove(library, "new.png").held_aside] == ["aside.png", "0.png"]


def test_a_part_that_looked_defective_is_added_with_a_warning(
    taught: Taught, library: RecipeLibrary, tmp_path: Path
) -> None:
    more = add(library, [picture(tmp_path, "bad.png", seed=50, dot=255)])
    assert any("1 of the added parts would have been judged NG: bad.png" in warning for warning in more.warnings)
    calm = add(library, [picture(tmp_path, "calm.png", seed=70)])
    assert not any("judged NG" in warning for warning in calm.warnings)


def test_every_part_that_is_ng_so_far_is_named_however_alike_they_are(
    taught: Taught, library: RecipeLibrary, tmp_path: Path
) -> None:
    """Each would be usual once the one before it is learned."""
    alike = [picture(tmp_path, f"bad {seed}.png", seed=seed, dot=255) for seed in (50, 51, 52)]
    images = [picture(tmp_path, "calm.png", seed=70), *alike]
    with pytest.raises(TeachTrouble, match=r"3 of the parts to add are judged NG .*bad 50.png, bad 51.png, bad 52.png"):
        add(library, images, even_if_ng=False)
    assert library.versions("plate") == [1]
    more = add(library, images)
    assert any("3 of the added parts would have been judged NG: bad 50.png" in warning for warning in more.warnings)
    assert add(library, [picture(tmp_path, "calmer.png", seed=71)], even_if_ng=False).recipe.version == 3


def test_what_others_made_active_meanwhile_is_not_undone(
    taught: Taught, library: RecipeLibrary, tmp_path: Path
) -> None:
    """Another command that adds parts, or a line lead who rolls back."""
    mine, other, more = (picture(tmp_path, f"new {seed}.png", seed=seed) for seed in (60, 61, 62))

    def add_own(meanwhile: Callable[[], object]) -> None:
        others = iter([meanwhile])

        def told(step: TeachProgress) -> None:
            if step.stage is TeachStage.FEATURES:
                next(others, lambda: None)()

        request = AddRequest(recipes=library, recipe="plate", images=[mine])
        with pytest.raises(RecipeTrouble, match=r"of recipe plate was made active meanwhile.*Begin again"):
            add_parts(request, progress=told, cancelled=lambda: False)

    def release(taught: Taught) -> None:
        recipe = taught.recipe
        library.release("plate", recipe.version, by="Bo", time=recipe.created, basis=taught.basis)

    add_own(lambda: release(add(library, [other])))
    assert (library.versions("plate"), library.active_version("plate")) == ([1, 2], 2)
    add_own(lambda: library.release("plate", 1, by="Bo", time=taught.recipe.created))
    assert (library.versions("plate"), library.active_version("plate")) == ([1, 2], 1)
    late, first = add(library, [mine]), add(library, [more])
    release(first)
    with pytest.raises(RecipeTrouble, match="Version 4 of recipe plate was made active meanwhile"):
        release(late)
    assert library.active_version("plate") == 4


def test_captured_frames_can_be_found_again_one_by_one(taught: Taught, library: RecipeLibrary) -> None:
    rng = np.random.default_rng(300)
    frames = [Frame(pixels=rng.integers(90, 130, SIZE).astype(np.uint8), camera="top") for _ in range(2)]
    assert [one.name for one in add(library, frames).added] == ["top", "top (2)"]
    assert [one.name for one in remove(library, "top").held_aside][-1] == "top (2)"


def test_images_learned_before_are_skipped_and_nothing_new_is_told(
    taught: Taught, library: RecipeLibrary, images: list[Path], tmp_path: Path
) -> None:
    new = picture(tmp_path, "new.png", seed=9)
    more = add(library, [images[3], new])
    assert [one.name for one in more.added] == ["new.png"]
    assert [one.name for one in more.skipped] == [str(images[3])]
    with pytest.raises(TeachTrouble, match="All of these images are learned already"):
        add(library, [images[3], new])
    assert library.versions("plate") == [1, 2]


def test_regions_of_the_view_hold_for_added_parts(library: RecipeLibrary, images: list[Path], tmp_path: Path) -> None:
    region, odd = Region(x=0, y=0, width=48, height=48), picture(tmp_path, "odd.png", seed=50, dot=255)
    for name, ignored in (("region", ()), ("both", (Region(x=28, y=12, width=24, height=24),))):
        request = TeachRequest(recipes=library, recipe=name, images=images, region_of_interest=region)
        taught = run_teach(replace(request, ignore_regions=ignored))
        assert add(library, [odd], recipe=name).added[0].score == pytest.approx(score(taught, odd), rel=1e-6)


@pytest.mark.parametrize(
    ("name", "told"),
    [("gone.png", "none of the 9 images"), ("3.png", "2 images are called 3.png")],
)
def test_names_that_fit_no_image_or_several_are_told(
    taught: Taught, library: RecipeLibrary, tmp_path: Path, name: str, told: str
) -> None:
    (tmp_path / "more").mkdir()
    twin = picture(tmp_path / "more", "3.png", seed=9)
    add(library, [twin])
    with pytest.raises(TeachTrouble, match=told):
        remove(library, "0.png", name)
    assert library.versions("plate") == [1, 2]
    assert remove(library, str(twin)).held_aside == taught.held_aside


def test_two_images_stay(library: RecipeLibrary, images: list[Path]) -> None:
    run_teach(TeachRequest(recipes=library, recipe="plate", images=images[:3]))
    with pytest.raises(TeachTrouble, match="fewer than 2 images would remain"):
        remove(library, "0.png", "1.png")


def test_an_image_of_another_size_is_told_unless_sizes_were_mixed(
    taught: Taught, library: RecipeLibrary, images: list[Path], tmp_path: Path
) -> None:
    large = picture(tmp_path, "large.png", seed=9, size=(64, 96))
    with pytest.raises(TeachTrouble, match=r"large\.png is 96 x 64, the recipe was taught with 64 x 48"):
        add(library, [large])
    run_teach(TeachRequest(recipes=library, recipe="plate", images=[*images, large]))
    assert add(library, [picture(tmp_path, "larger.png", seed=9, size=(80, 96))]).recipe.version == 3


def test_kinds_that_learn_all_at_once_say_so(library: RecipeLibrary, images: list[Path]) -> None:
    pixels = np.random.default_rng(5).integers(90, 130, SIZE).astype(np.uint8)
    alike = [Frame(pixels=pixels), Frame(pixels=pixels + np.uint8(1))]
    run_teach(
        TeachRequest(recipes=library, recipe="plate", images=alike, kind="template", model_settings={"copies": 20})
    )
    with pytest.raises(ModelTrouble, match="kind template cannot learn part by part") as told:
        add(library, images)
    assert "Teach the recipe again" in told.value.remedy
    with pytest.raises(ModelTrouble, match="kind template cannot learn part by part"):
        remove(library, "frame 1")


def test_a_version_without_scores_and_an_unknown_view_or_recipe_are_told(
    taught: Taught, library: RecipeLibrary, images: list[Path]
) -> None:
    bare = taught.recipe.model_copy(update={"version": 2, "teaching": {}})
    library.save(bare, {"memory.safetensors": taught.folder / "memory.safetensors"})
    with pytest.raises(TeachTrouble, match="does not say what its good parts scored"):
        add(library, images)
    with pytest.raises(TeachTrouble, match="no view side"):
        add(library, images, view="side")
    with pytest.raises(RecipeTrouble, match="There is no recipe bracket"):
        add(library, images, recipe="bracket")


@pytest.mark.parametrize("spoil", ["model", "recipe"])
def test_a_damaged_version_is_not_built_upon(
    taught: Taught, library: RecipeLibrary, images: list[Path], spoil: str
) -> None:
    path = taught.folder / {"model": "memory.safetensors", "recipe": "recipe.json"}[spoil]
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    with pytest.raises(RecipeTrouble):
        add(library, images)
    assert library.versions("plate") == [1]


def test_unreadable_files_stop_adding_or_are_listed_and_an_empty_choice_is_told(
    taught: Taught, library: RecipeLibrary, tmp_path: Path
) -> None:
    bad, good = tmp_path / "bad.png", picture(tmp_path, "good.png", seed=9)
    bad.write_bytes(b"no image")
    with pytest.raises(TeachTrouble, match=r"bad\.png"):
        add(library, [good, bad])
    assert [one.name for one in add(library, [good, bad], skip_bad=True).skipped] == [str(bad)]
    with pytest.raises(TeachTrouble, match="no readable image"):
        add(library, [bad], skip_bad=True)


def test_progress_ends_at_one_and_cancelling_leaves_nothing_behind(
    taught: Taught, library: RecipeLibrary, tmp_path: Path
) -> None:
    new = [picture(tmp_path, f"new {seed}.png", seed=seed) for seed in (60, 61, 62)]
    steps: list[TeachProgress] = []
    request = AddRequest(recipes=library, recipe="plate", images=new)
    for enough in range(2, 6):
        steps.clear()
        with pytest.raises(Cancelled):
            add_parts(request, progress=steps.append, cancelled=_after(steps, enough))
    assert library.versions("plate") == [1]
    add_parts(request, progress=steps.append, cancelled=lambda: False)
    assert steps[-1].fraction == 1


def _after(steps: list[TeachProgress], enough: int) -> Callable[[], bool]:
    return lambda: len(steps) >= enough


def test_a_library_that_cannot_be_written_keeps_its_versions(
    taught: Taught, library: RecipeLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("vision.recipe.versions.write_synced", full)
    with pytest.raises(OSError, match="No space left"):
        add(library, [picture(tmp_path, "new.png", seed=9)])
    assert library.versions("plate") == [1]
    assert [path.name for path in (library.folder / "plate").iterdir()] == ["v0001"]
    assert library.load("plate") == taught.recipe


def test_after_a_roll_back_parts_are_added_to_the_version_that_inspects(
    taught: Taught, library: RecipeLibrary, tmp_path: Path
) -> None:
    wrong = add(library, [picture(tmp_path, "wrong.png", seed=70, dot=220)])
    library.release("plate", wrong.recipe.version, by="Ada", time=wrong.recipe.created)
    library.release("plate", taught.recipe.version, by="Ada", time=wrong.recipe.created)
    more = add(library, [picture(tmp_path, "new.png", seed=71)])
    assert (more.recipe.version, more.n_images) == (3, 9)
    assert [Path(part.image).name for part in learned(library, 3)] == [*(f"{n}.png" for n in range(8)), "new.png"]
