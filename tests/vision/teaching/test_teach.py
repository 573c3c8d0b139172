"""Teaching end to end on tiny images with random weights."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from scipy.stats import binomtest

from tests.weights import TINY, use_random_weights
from vision.detectors import ModelTrouble, load_predictor
from vision.images import ImageTrouble
from vision.inspection import Frame
from vision.recipe import CameraSettings, RecipeLibrary, RecipeTrouble, Region
from vision.teaching import (
    AddRequest,
    Cancelled,
    Rates,
    Taught,
    TeachProgress,
    TeachRequest,
    TeachStage,
    TeachTrouble,
    UnreadableTrouble,
    add_parts,
    teach,
)
from vision.teaching.split import plan_rounds


def frame(seed: int, size: tuple[int, int] = (48, 64)) -> Frame:
    return Frame(pixels=np.random.default_rng(seed).integers(90, 130, size).astype(np.uint8))


@pytest.fixture
def request_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., TeachRequest]:
    use_random_weights(monkeypatch, tmp_path)
    base = TeachRequest(
        recipes=RecipeLibrary(tmp_path / "recipes"),
        recipe="plate",
        images=[frame(seed) for seed in range(8)],
        model_settings=TINY,
    )

    def make(**changes: object) -> TeachRequest:
        return replace(base, **changes)  # type: ignore[arg-type]

    return make


def run(request: TeachRequest) -> Taught:
    return teach(request, progress=lambda _: None, cancelled=lambda: False)


def test_every_good_part_counts_twice_when_the_model_can_leave_it_out(request_for: Callable[..., TeachRequest]) -> None:
    taught = run(request_for(images=[frame(seed) for seed in range(40)]))
    assert (taught.n_images, taught.n_learned, taught.n_aside) == (40, 40, 40)
    assert taught.statement == (
        "Each of the 40 good images was kept aside once to set T1 and T2. "
        "Good parts judged NG: 0 of 40, at most 7.2 % (95 % confidence). "
        "At most 1 % of good parts judged NG is not yet guaranteed: 59 more good parts are needed, 259 more for 95 % "
        "confidence. "
        "At most 5 % of good parts sent to REVIEW is kept on average."
    )
    predictor = load_predictor(taught.recipe.views[0], taught.folder)
    known = [predictor.predict(frame(seed)).score for seed in range(40)]
    unseen = [predictor.predict(frame(seed)).score for seed in range(100, 140)]
    left_out = [one.score for one in taught.held_aside]
    assert np.mean(known) < np.mean(left_out)
    assert np.mean(left_out) == pytest.approx(np.mean(unseen), rel=0.15)


def test_parts_above_t2_count_in_the_supported_rate_as_in_the_statement(
    request_for: Callable[..., TeachRequest],
) -> None:
    taught = run(request_for(images=[frame(seed) for seed in range(20)], rates=Rates(overkill=0.1, review=0.2)))
    assert sum(one.score > taught.t2 for one in taught.held_aside) == 1
    assert "Good parts judged NG: 1 of 20, at most 21.6 % (95 % confidence)." in taught.statement
    bound = binomtest(1, 20, alternative="less").proportion_ci(0.95, method="exact").high
    assert taught.supported_rate == pytest.approx(bound)
    assert taught.recipe.teaching["view-1"]["supported_rate"] == taught.supported_rate


def test_a_taught_recipe_loads_and_judges(request_for: Callable[..., TeachRequest]) -> None:
    taught = run(request_for(images=[frame(seed) for seed in range(80)], kind="patchcore"))
    assert (taught.n_images, taught.n_learned, taught.n_aside) == (80, 40, 40)
    assert taught.statement == (
        "40 of 80 good images were kept aside to set T1 and T2. "
        "Good parts judged NG: 0 of 40, at most 7.2 % (95 % confidence). "
        "At most 1 % of good parts judged NG is not yet guaranteed: 316 more good parts are needed, 1116 more for 95 % "
        "confidence. "
        "At most 5 % of good parts sent to REVIEW is kept on average."
    )
    recipe = request_for().recipes.load("plate")
    assert recipe == taught.recipe
    assert recipe.version == 1
    note = recipe.teaching["view-1"]
    assert note["held_aside"] == [{"name": one.name, "score": one.score} for one in taught.held_aside]
    assert note["promises"] == taught.promises.as_json()
    assert (note["images"], note["learned"], note["aside"], note["seed"]) == (80, 40, 40, 0)
    view = recipe.views[0]
    assert 0 < view.t1 < view.t2
    assert (view.image_width, view.image_height, view.any_size) == (64, 48, False)
    score = load_predictor(view, taught.folder).predict(frame(int(taught.held_aside[0].name.split()[1]) - 1)).score
    assert score == taught.held_aside[0].score


def test_teaching_again_keeps_everything_else_of_the_recipe(request_for: Callable[..., TeachRequest]) -> None:
    region = Region(x=8, y=8, width=32, height=32)
    cameras = {"camera-1": CameraSettings(exposure_time_us=500)}
    run(request_for(cameras=cameras, region_of_interest=region))
    run(request_for(view="side"))
    taught = run(request_for(seed=1, created_by="Ada"))
    assert (taught.recipe.version, taught.recipe.created_by) == (3, "Ada")
    assert taught.recipe.cameras == cameras
    assert [view.name for view in taught.recipe.views] == ["view-1", "side"]
    assert taught.recipe.views[0].region_of_interest == region
    assert set(taught.recipe.teaching) == {"view-1", "side"}
    for view in request_for().recipes.load("plate").views:
        load_predictor(view, taught.folder)


def test_what_others_changed_of_other_views_meanwhile_stays(request_for: Callable[..., TeachRequest]) -> None:
    """All but the taught view is taken as it is when it is saved, a new view's model file beside those there are."""
    run(request_for())
    library = request_for().recipes
    others = iter([lambda: run(request_for(view="top")), lambda: run(request_for(seed=5))])

    def meanwhile(step: TeachProgress) -> None:
        if step.stage is TeachStage.SCORING:
            next(others, lambda: None)()

    taught = teach(request_for(view="side"), progress=meanwhile, cancelled=lambda: False)
    assert [view.name for view in taught.recipe.views] == ["view-1", "top", "side"]
    assert taught.recipe.teaching["view-1"]["seed"] == 5
    assert len({view.model.file for view in library.load("plate").views}) == 3
    for view in taught.recipe.views:
        load_predictor(view, taught.folder)


def test_the_same_seed_teaches_the_same_recipe(request_for: Callable[..., TeachRequest]) -> None:
    first, second = run(request_for()), run(request_for(recipe="again"))
    assert first.held_aside == second.held_aside
    assert first.recipe.views == second.recipe.views


def test_with_many_images_all_are_learned_and_as_many_are_scored_as_time_allows(
    request_for: Callable[..., TeachRequest], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("vision.teaching.split", "vision.runtime.memory.fit"):
        monkeypatch.setattr(f"{module}.MOST_LEFT_OUT", 10)
    images = [frame(seed) for seed in range(14)]
    (one,) = plan_rounds(14, 0, leaves_out=True)
    odd = one.score[3]
    images[odd] = Frame(pixels=np.where(np.arange(64) < 20, 250, images[odd].pixels).astype(np.uint8))
    taught = run(request_for(images=images))
    assert (taught.n_images, taught.n_learned, taught.n_aside) == (14, 14, 10)
    scored = [int(one.name.split()[1]) for one in taught.held_aside]
    assert scored == sorted(scored)
    assert scored != list(range(5, 15)), "drawn at random"
    assert max(taught.held_aside, key=lambda part: part.score).name == f"frame {odd + 1}"


def test_few_images_are_each_kept_aside_once_and_all_are_learned(request_for: Callable[..., TeachRequest]) -> None:
    taught = run(request_for())
    assert (taught.n_images, taught.n_learned, taught.n_aside) == (8, 8, 8)
    assert [one.name for one in taught.held_aside] == [f"frame {number}" for number in range(1, 9)]


def test_few_images_are_each_kept_aside_once(request_for: Callable[..., TeachRequest]) -> None:
    taught = run(request_for(images=[frame(1), frame(2)]))
    assert (taught.n_learned, taught.n_aside) == (2, 2)
    assert "Each of the 2 good images was kept aside once" in taught.statement
    assert any("first guess" in warning for warning in taught.warnings)


@pytest.mark.parametrize(("images", "told"), [([], "There is no readable image"), ([frame(1)], "only one readable")])
def test_too_few_images_are_told(request_for: Callable[..., TeachRequest], images: list[Frame], told: str) -> None:
    with pytest.raises(TeachTrouble, match=told):
        run(request_for(images=images))
    assert request_for().recipes.names() == []


def test_unreadable_files_stop_teaching_or_are_listed(request_for: Callable[..., TeachRequest], tmp_path: Path) -> None:
    good = [tmp_path / f"{seed}.png" for seed in range(2)]
    for seed, path in enumerate(good):
        path.write_bytes(cv2.imencode(".png", frame(seed).pixels)[1].tobytes())
    bad = tmp_path / "broken.png"
    bad.write_bytes(b"not an image")
    with pytest.raises(UnreadableTrouble, match=r"broken\.png") as told:
        run(request_for(images=[*good, bad]))
    assert f"{told.value.sentence} {told.value.detail}".count("broken.png") == 1
    with pytest.raises(UnreadableTrouble, match=r"1 more cannot") as told:
        run(request_for(images=[*good, bad, tmp_path / "gone.png"]))
    assert told.value.detail == f"{tmp_path / 'gone.png'} does not exist."
    taught = run(request_for(images=[*good, bad], skip_bad=True))
    assert [Path(one.name) for one in taught.skipped] == [bad]
    assert [one.name for one in taught.held_aside] == ["0.png", "1.png"]


def test_mixed_sizes_and_deep_pixels_are_accepted(request_for: Callable[..., TeachRequest]) -> None:
    deep = Frame(pixels=frame(3).pixels.astype(np.uint16) << 8, bit_depth=16)
    taught = run(request_for(images=[frame(1), frame(2, (64, 96)), deep]))
    assert taught.recipe.views[0].any_size
    assert any("different sizes" in warning for warning in taught.warnings)


def test_images_that_repeat_another_one_count_once(request_for: Callable[..., TeachRequest]) -> None:
    taught = run(request_for(images=[frame(seed // 2) for seed in range(12)]))
    assert any("6 of 12 images repeat" in warning for warning in taught.warnings)
    assert (taught.n_images, taught.n_learned, taught.n_aside, taught.promises.review.n) == (6, 6, 6, 6)
    alone = run(request_for(images=[frame(seed) for seed in range(6)], recipe="alone"))
    assert (taught.t1, taught.t2) == (alone.t1, alone.t2)
    with pytest.raises(TeachTrouble, match=r"only one readable image of a good part\. 9 others repeat it"):
        run(request_for(images=[frame(1)] * 10))


def test_lines_far_above_every_good_part_are_told(request_for: Callable[..., TeachRequest]) -> None:
    ramp = np.add.outer(np.arange(48), np.arange(64)).astype(np.uint8)
    differing = [Frame(pixels=(ramp * (1 + number)).astype(np.uint8)) for number in (0, 1, 4, 2)]
    taught = run(request_for(images=differing))
    assert taught.t1 > 1.5 * max(one.score for one in taught.held_aside)
    assert any("far above every good part" in warning for warning in taught.warnings)
    assert not any("far above" in warning for warning in run(request_for()).warnings)


def test_a_region_outside_the_images_is_told(request_for: Callable[..., TeachRequest]) -> None:
    with pytest.raises(ModelTrouble, match="reaches outside"):
        run(request_for(region_of_interest=Region(x=60, y=0, width=20, height=20)))


def test_a_region_of_a_few_pixels_is_refused_before_anything_is_learned(
    request_for: Callable[..., TeachRequest],
) -> None:
    request = request_for(region_of_interest=Region(x=8, y=8, width=15, height=32))
    with pytest.raises(ModelTrouble, match="Only 15 x 32 pixels") as told:
        run(request)
    assert "16 pixels a side" in told.value.remedy
    assert request.recipes.versions("plate") == []


def test_ignore_regions_that_leave_a_strip_are_refused(request_for: Callable[..., TeachRequest]) -> None:
    with pytest.raises(ModelTrouble, match="leave hardly anything"):
        run(request_for(ignore_regions=(Region(x=0, y=0, width=64, height=33),)))
    assert run(request_for(ignore_regions=(Region(x=0, y=0, width=64, height=32),))).t1 > 0


def test_teaching_on_from_another_version_than_the_active_one_is_told(request_for: Callable[..., TeachRequest]) -> None:
    region = Region(x=8, y=8, width=32, height=32)
    run(request_for(region_of_interest=region))
    (run(request_for(whole_frame=True)).folder / "recipe.json").write_text("{")
    taught = run(request_for())
    assert taught.recipe.views[0].region_of_interest == region
    assert taught.warnings[0].startswith("Version 2 cannot be used any more")
    assert "as in version 1" in taught.warnings[0]
    assert not any("cannot be used" in warning for warning in run(request_for()).warnings)


def test_a_former_region_is_kept_until_it_is_taken_away(request_for: Callable[..., TeachRequest]) -> None:
    region = Region(x=8, y=8, width=32, height=32)
    run(request_for(region_of_interest=region))
    larger = [frame(seed, (96, 128)) for seed in range(6)]
    assert run(request_for(images=larger)).recipe.views[0].region_of_interest == region
    assert run(request_for(images=larger, whole_frame=True)).recipe.views[0].region_of_interest is None


def test_an_unusable_name_is_told_before_any_work(request_for: Callable[..., TeachRequest]) -> None:
    with pytest.raises(RecipeTrouble, match="cannot be a recipe name"):
        run(request_for(recipe="a/b", images=[Path("never read")]))


def test_a_missing_file_is_named(request_for: Callable[..., TeachRequest], tmp_path: Path) -> None:
    with pytest.raises((TeachTrouble, ImageTrouble), match=r"gone\.png does not exist"):
        run(request_for(images=[frame(1), frame(2), tmp_path / "gone.png"]))


def test_progress_never_goes_back_and_passes_every_stage(request_for: Callable[..., TeachRequest]) -> None:
    steps: list[TeachProgress] = []
    teach(request_for(), progress=steps.append, cancelled=lambda: False)
    fractions = [step.fraction for step in steps]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1
    assert list(dict.fromkeys(step.stage for step in steps)) == list(TeachStage)
    assert steps[-1].seconds_left == 0


@pytest.mark.parametrize("stage", [stage for stage in TeachStage if stage is not TeachStage.SAVING])
def test_cancelling_leaves_nothing_behind(request_for: Callable[..., TeachRequest], stage: TeachStage) -> None:
    seen: list[TeachStage] = []
    with pytest.raises(Cancelled):
        teach(request_for(), progress=lambda step: seen.append(step.stage), cancelled=lambda: stage in seen)
    assert not request_for().recipes.folder.exists()


def test_images_that_show_nothing_are_refused_or_told(request_for: Callable[..., TeachRequest]) -> None:
    black, white = (Frame(pixels=np.full((48, 64), grey, np.uint8)) for grey in (1, 255))
    with pytest.raises(TeachTrouble, match="All 3 images are black, white"):
        run(request_for(images=[black, white, black]))
    taught = run(request_for(images=[*(frame(seed) for seed in range(5)), black]))
    assert any("1 of 6 images are black" in warning and "frame 6" in warning for warning in taught.warnings)
    assert "frames like them are OK: 1." in taught.statement
    assert "frames like them" not in run(request_for()).statement


def test_teaching_again_keeps_the_kind_its_settings_and_the_rates_unless_asked(
    request_for: Callable[..., TeachRequest],
) -> None:
    rates = Rates(overkill=0.1, review=0.2)
    first = run(request_for(kind="patchcore", model_settings=TINY | {"memory_size": 40}, rates=rates))
    again = run(request_for(model_settings={}))
    assert again.recipe.views[0].model.kind == "patchcore"
    assert again.recipe.views[0].model.settings == first.recipe.views[0].model.settings
    assert (again.promises.overkill.rate, again.promises.review.rate) == (0.1, 0.2)
    other = run(request_for(model_settings={"memory_size": 50}, rates=Rates()))
    assert other.recipe.views[0].model.settings == first.recipe.views[0].model.settings | {"memory_size": 50}
    assert other.promises.overkill.rate == 0.01
    changed = run(request_for(kind="memory", model_settings={"memory_size": 30}))
    assert changed.recipe.views[0].model.kind == "memory"
    assert changed.recipe.views[0].model.settings["long_side_px"] != TINY["long_side_px"], "its own defaults"


HALVES = (Region(x=0, y=0, width=40, height=48), Region(x=30, y=0, width=34, height=48))


@pytest.mark.parametrize(
    "regions",
    [
        {"ignore_regions": HALVES},
        {"ignore_regions": HALVES[:1], "region_of_interest": Region(x=4, y=8, width=32, height=32)},
    ],
)
@pytest.mark.parametrize("kind", ["memory", "patchcore"])
def test_nothing_that_counts_is_refused_before_anything_is_learned(
    request_for: Callable[..., TeachRequest], regions: dict[str, object], kind: str
) -> None:
    steps: list[TeachProgress] = []
    with pytest.raises(ModelTrouble, match="cover everything that is looked at"):
        teach(request_for(kind=kind, **regions), progress=steps.append, cancelled=lambda: False)
    assert {step.stage for step in steps} == {TeachStage.READING}
    assert request_for().recipes.names() == []


def test_a_recipe_in_which_nothing_counts_is_neither_loaded_nor_added_to(
    request_for: Callable[..., TeachRequest],
) -> None:
    taught = run(request_for())
    blind = taught.recipe.views[0].model_copy(update={"ignore_regions": HALVES})
    with pytest.raises(ModelTrouble, match="cover everything"):
        load_predictor(blind, taught.folder)
    library = request_for().recipes
    recipe = taught.recipe.model_copy(update={"version": 2, "views": (blind,)})
    library.save(recipe, {blind.model.file: taught.folder / blind.model.file})
    library.release("plate", 2, by="Ada", time=recipe.created)
    more = AddRequest(recipes=library, recipe="plate", images=[frame(90)])
    with pytest.raises(ModelTrouble, match="cover everything"):
        add_parts(more, progress=lambda _: None, cancelled=lambda: False)
