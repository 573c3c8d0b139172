"""What a new recipe version goes on from, and its number, when something of the recipe is lost or damaged."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from vision.detectors import ModelTrouble, check_models
from vision.inspection import Frame
from vision.recipe import RecipeLibrary, Region
from vision.recipe.versions import RELEASES
from vision.teaching import Taught, TeachRequest, standing_recipe, teach

SETTINGS = {"long_side_px": 128, "memory_size": 60, "memories": 2, "pool_size": 600}
NOW = datetime(2026, 11, 20, tzinfo=UTC)
REGION = Region(x=8, y=8, width=32, height=32)


@pytest.fixture
def library(tmp_path: Path) -> RecipeLibrary:
    return RecipeLibrary(tmp_path / "recipes")


def taught(library: RecipeLibrary, **changes: object) -> Taught:
    frames = [
        Frame(pixels=np.random.default_rng(seed).integers(90, 130, (48, 64)).astype(np.uint8)) for seed in range(6)
    ]
    request = TeachRequest(recipes=library, recipe="plate", images=frames, model_settings=SETTINGS, **changes)  # type: ignore[arg-type]
    return teach(request, progress=lambda _: None, cancelled=lambda: False)


def damage(library: RecipeLibrary) -> None:
    (library.folder / "plate" / RELEASES).write_bytes(b"garbage")


def test_with_damaged_releases_teaching_goes_on_from_the_newest_and_says_so(library: RecipeLibrary) -> None:
    taught(library)
    taught(library, region_of_interest=REGION)
    library.release("plate", 1, by="Ada", time=NOW)
    damage(library)
    again = taught(library)
    assert again.recipe.version == 3
    assert again.recipe.views[0].region_of_interest == REGION
    assert again.warnings[0].startswith("Which version was released last is not known any more")
    assert "as in version 2" in again.warnings[0]


def test_with_nothing_readable_teaching_begins_anew_and_says_so(library: RecipeLibrary) -> None:
    folder = taught(library, region_of_interest=REGION).folder
    (folder / "recipe.json").unlink()
    damage(library)
    assert standing_recipe(library, "plate") is None
    again = taught(library)
    assert again.recipe.views[0].region_of_interest is None
    assert "not known any more: everything begins with its usual settings" in again.warnings[0]


def test_the_number_of_a_lost_version_is_not_taught_again(library: RecipeLibrary) -> None:
    taught(library)
    folder = taught(library).folder
    library.release("plate", 2, by="Ada", time=NOW)
    folder.rename(library.folder / "elsewhere")
    assert taught(library).recipe.version == 3


def test_a_version_with_absurd_settings_is_told_by_name_and_passed_over(library: RecipeLibrary) -> None:
    taught(library, region_of_interest=REGION)
    path = taught(library, whole_frame=True).folder / "recipe.json"
    path.write_text(path.read_text().replace('"pool_size": 600', '"pool_size": 600000000'))
    with pytest.raises(ModelTrouble) as told:
        check_models(library.load("plate").views)
    assert told.value.what == "The model setting pool_size is 600000000: it can be 400000 at most."
    assert "Teach, under Versions" in told.value.remedy
    assert "pydantic" not in str(told.value)
    again = taught(library)
    assert again.recipe.views[0].region_of_interest == REGION
    assert again.warnings[0].startswith("Version 2 cannot be used any more")
