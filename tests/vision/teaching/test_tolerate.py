"""False alarms taught at once: in a version of their own, taken back, and refused for a known defect's sake."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from vision.detectors import Cancelled, load_predictor
from vision.inspection import Frame, Thresholds, Trouble, Verdict
from vision.recipe import Recipe, RecipeLibrary, RecipeTrouble, Region
from vision.teaching import (
    AddRequest,
    ChangeRequest,
    KnownDefect,
    NotTolerated,
    RemoveRequest,
    TeachRequest,
    TeachTrouble,
    ToleranceRequest,
    add_parts,
    learned_parts,
    remove_parts,
    take_back,
    taught_alike,
    teach,
    tolerate_place,
    tolerated_places,
)

SETTINGS = {"long_side_px": 128, "memory_size": 60, "memories": 2, "pool_size": 600}
MARK = Region(x=0, y=0, width=64, height=48)
"""On so small a part a mark moves every patch."""


def part(seed: int, mark: int | None = None) -> Frame:
    """Noise, with a square of one grey when asked."""
    pixels = np.random.default_rng(seed).integers(90, 130, (48, 64)).astype(np.uint8)
    if mark is not None:
        pixels[16:32, 32:48] = mark
    return Frame(pixels=pixels)


@pytest.fixture(scope="module")
def taught(tmp_path_factory: pytest.TempPathFactory) -> RecipeLibrary:
    library = RecipeLibrary(tmp_path_factory.mktemp("taught") / "recipes")
    request = TeachRequest(
        recipes=library,
        recipe="plate",
        images=[part(seed) for seed in range(8)],
        model_settings=SETTINGS,
    )
    teach(request, progress=lambda _: None, cancelled=lambda: False)
    return library


@pytest.fixture
def library(taught: RecipeLibrary, tmp_path: Path) -> RecipeLibrary:
    """Of its own for each test."""
    own = RecipeLibrary(tmp_path / "recipes")
    recipe = taught.load("plate")
    folder = taught.version_folder("plate", 1)
    own.save(recipe, {view.model.file: folder / view.model.file for view in recipe.views})
    return own


def asked(library: RecipeLibrary, name: str = "part 12") -> ToleranceRequest:
    return ToleranceRequest(recipes=library, recipe="plate", view="view-1", name=name, created_by="Anna")


def verdict(library: RecipeLibrary, recipe: Recipe, frame: Frame) -> Verdict:
    view = recipe.views[0]
    predictor = load_predictor(view, library.version_folder(recipe.name, recipe.version))
    return Thresholds(t1=view.t1, t2=view.t2).judge(predictor.predict(frame).score)


def test_the_false_alarm_passes_in_a_new_version_with_the_same_lines(library: RecipeLibrary) -> None:
    before = library.load("plate", 1)
    assert verdict(library, before, part(40, mark=250)) is Verdict.NG
    after = tolerate_place(asked(library), part(40, mark=250), MARK, [])
    assert (after.version, after.created_by) == (2, "Anna")
    assert (after.views[0].t1, after.views[0].t2) == (before.views[0].t1, before.views[0].t2)
    assert verdict(library, after, part(40, mark=250)) is Verdict.OK
    assert verdict(library, before, part(40, mark=250)) is Verdict.NG
    assert tolerated_places(library, "plate", "view-1") == ("part 12",)


def test_taken_back_it_is_an_alarm_again(library: RecipeLibrary) -> None:
    tolerate_place(asked(library), part(40, mark=250), MARK, [])
    back = take_back(asked(library))
    assert back.version == 3
    assert verdict(library, back, part(40, mark=250)) is Verdict.NG
    with pytest.raises(NotTolerated, match="not tolerated"):
        take_back(asked(library))


def test_refused_when_a_known_defect_would_pass(library: RecipeLibrary) -> None:
    known = [
        KnownDefect(name="MT-0001", frame=lambda: part(50, mark=10)),
        KnownDefect(name="MT-0093", frame=lambda: part(41, mark=250)),
    ]
    with pytest.raises(NotTolerated) as told:
        tolerate_place(asked(library), part(40, mark=250), MARK, known)
    assert "MT-0093 would pass" in told.value.meaning
    assert library.versions("plate") == [1]


def test_a_known_defect_that_passes_already_is_no_reason(library: RecipeLibrary) -> None:
    known = [KnownDefect(name="unseen", frame=lambda: part(3))]
    assert tolerate_place(asked(library), part(40, mark=250), MARK, known).version == 2


def test_a_known_defect_that_cannot_be_judged_is_a_reason(library: RecipeLibrary) -> None:
    def gone() -> Frame:
        raise Trouble("The image is gone.", "", "")

    with pytest.raises(NotTolerated, match=r"cannot be tolerated") as told:
        tolerate_place(asked(library), part(40, mark=250), MARK, [KnownDefect(name="MT-0093", frame=gone)])
    assert "could not be judged" in told.value.meaning


def test_twice_and_cancelled_leave_everything_as_it_is(library: RecipeLibrary) -> None:
    known = [KnownDefect(name="MT-0001", frame=lambda: part(50, mark=10))]
    with pytest.raises(Cancelled):
        tolerate_place(asked(library), part(40, mark=250), MARK, known, cancelled=lambda: True)
    tolerate_place(asked(library), part(40, mark=250), MARK, known)
    with pytest.raises(NotTolerated, match="already"):
        tolerate_place(asked(library), part(40, mark=250), MARK, known)
    assert library.versions("plate") == [1, 2]


def test_what_was_made_active_while_known_defects_were_judged_is_not_undone(library: RecipeLibrary) -> None:
    def meanwhile() -> Frame:
        other = add_parts(
            AddRequest(recipes=library, recipe="plate", images=[part(70)]),
            progress=lambda _: None,
            cancelled=lambda: False,
        )
        library.release("plate", other.recipe.version, by="Bo", time=other.recipe.created)
        return part(50, mark=10)

    with pytest.raises(RecipeTrouble, match="Version 2 of recipe plate was made active meanwhile"):
        tolerate_place(asked(library), part(40, mark=250), MARK, [KnownDefect(name="MT-0001", frame=meanwhile)])
    assert library.versions("plate") == [1, 2]


def test_a_place_that_does_not_stand_out_is_not_tolerated(library: RecipeLibrary) -> None:
    with pytest.raises(NotTolerated, match="stands out"):
        tolerate_place(asked(library), part(3), Region(x=0, y=0, width=8, height=8), [])
    assert library.versions("plate") == [1]


def test_versions_that_differ_in_tolerated_places_were_taught_alike(library: RecipeLibrary) -> None:
    tolerate_place(asked(library), part(40, mark=250), MARK, [])
    third = take_back(asked(library))
    assert taught_alike(library, "plate", 3) == (1, 2, 3)
    view = third.views[0].model_copy(update={"t1": third.views[0].t1 * 1.1})
    fourth = third.model_copy(update={"version": 4, "views": (view,)})
    library.save(fourth, {view.model.file: library.version_folder("plate", 3) / view.model.file})
    assert taught_alike(library, "plate", 4) == (4,)
    assert taught_alike(library, "plate", 9) == (9,)


def test_a_lost_version_is_no_longer_alike_and_one_put_back_is_again(library: RecipeLibrary, tmp_path: Path) -> None:
    tolerate_place(asked(library), part(40, mark=250), MARK, [])
    assert taught_alike(library, "plate", 1) == (1, 2)
    shutil.move(library.version_folder("plate", 2), tmp_path / "kept")
    assert taught_alike(library, "plate", 1) == (1,)
    assert taught_alike(library, "plate", 2) == (2,)
    shutil.move(tmp_path / "kept", library.version_folder("plate", 2))
    assert taught_alike(library, "plate", 2) == (1, 2)


def test_a_broken_version_that_was_mended_is_alike_again(library: RecipeLibrary) -> None:
    tolerate_place(asked(library), part(40, mark=250), MARK, [])
    path = library.version_folder("plate", 2) / "recipe.json"
    content = path.read_bytes()
    path.write_bytes(content[:-20])
    assert taught_alike(library, "plate", 1) == (1,)
    path.write_bytes(content)
    assert taught_alike(library, "plate", 1) == (1, 2)


def test_a_view_that_the_recipe_does_not_have_is_told_with_those_it_has(library: RecipeLibrary) -> None:
    with pytest.raises(TeachTrouble, match="Recipe plate has no view nope") as told:
        tolerated_places(library, "plate", "nope")
    assert "view-1" in told.value.remedy
    with pytest.raises(TeachTrouble, match="has no view nope"):
        take_back(replace(asked(library), view="nope"))


def test_a_tolerated_place_is_among_what_was_learned_and_taken_out_like_a_part(library: RecipeLibrary) -> None:
    tolerate_place(asked(library), part(40, mark=250), MARK, [])
    told = learned_parts(ChangeRequest(recipes=library, recipe="plate"))
    assert [one.image for one in told if one.is_tolerated] == ["part 12"]
    taught = remove_parts(RemoveRequest(recipes=library, recipe="plate", images=["part 12"]))
    assert taught.removed == ("part 12",)
    assert taught.recipe.teaching["view-1"]["images"] == library.load("plate", 1).teaching["view-1"]["images"]
    assert verdict(library, taught.recipe, part(40, mark=250)) is Verdict.NG
    assert tolerated_places(library, "plate", "view-1") == ()
