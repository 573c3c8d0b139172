"""Recipe versions on disk: whole or not at all, never changed, released and rolled back."""

import hashlib
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.twins import shade_recipe
from vision.recipe import Recipe, RecipeLibrary, RecipeTrouble

NOW = datetime(2026, 11, 20, tzinfo=UTC)
MODEL = b"what was learned"


def taught(name: str = "Plate", version: int = 1) -> Recipe:
    view = shade_recipe().views[0]
    model = view.model.model_copy(update={"hash": hashlib.sha256(MODEL).hexdigest()})
    return shade_recipe(name, version=version, views=(view.model_copy(update={"model": model}),))


@pytest.fixture
def library(tmp_path: Path) -> RecipeLibrary:
    return RecipeLibrary(tmp_path)


def test_what_was_saved_is_loaded_again(library: RecipeLibrary) -> None:
    folder = library.save(taught(), {"shade.safetensors": MODEL})
    assert library.load("Plate") == taught()
    assert (folder / "shade.safetensors").read_bytes() == MODEL
    assert library.names() == ["Plate"]


def test_a_version_is_never_written_twice(library: RecipeLibrary) -> None:
    library.save(taught(), {"shade.safetensors": MODEL})
    with pytest.raises(RecipeTrouble, match="has a version 1 already"):
        library.save(taught(), {"shade.safetensors": b"other"})
    assert library.load("Plate") == taught()


def test_a_failed_save_leaves_nothing(library: RecipeLibrary, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        library.save(taught(), {"shade.safetensors": tmp_path / "missing"})
    assert library.names() == []
    assert list((tmp_path / "Plate").iterdir()) == []


def test_the_newest_version_is_active_until_one_is_released_and_rolled_back(library: RecipeLibrary) -> None:
    for version in (1, 2, 3):
        library.save(taught(version=version), {"shade.safetensors": MODEL})
    assert library.load("Plate").version == 3
    library.release("Plate", 2, by="Ada", time=NOW)
    assert library.load("Plate").version == 2
    library.release("Plate", 3, by="Bo", time=NOW)
    assert library.active_version("Plate") == 3
    assert [(entry.version, entry.by) for entry in library.releases("Plate")] == [(2, "Ada"), (3, "Bo")]


def test_a_damaged_model_file_keeps_the_recipe_from_being_used(library: RecipeLibrary) -> None:
    folder = library.save(taught(), {"shade.safetensors": MODEL})
    (folder / "shade.safetensors").write_bytes(b"changed")
    with pytest.raises(RecipeTrouble, match="damaged or was changed"):
        library.load("Plate")


def test_a_missing_model_file_is_told_with_what_to_do(library: RecipeLibrary) -> None:
    (library.save(taught(), {"shade.safetensors": MODEL}) / "shade.safetensors").unlink()
    with pytest.raises(RecipeTrouble, match="cannot be read") as told:
        library.load("Plate")
    assert "another version" in told.value.remedy


@pytest.mark.parametrize("is_released", [False, True])
def test_no_other_version_stands_in_for_a_damaged_one(library: RecipeLibrary, is_released: bool) -> None:
    for version in (1, 2):
        folder = library.save(taught(version=version), {"shade.safetensors": MODEL})
    if is_released:
        library.release("Plate", 2, by="Ada", time=NOW)
    (folder / "recipe.json").unlink()
    with pytest.raises(RecipeTrouble, match="cannot be read") as told:
        library.load("Plate")
    assert "another version" in told.value.remedy
    assert library.load("Plate", 1).version == 1


def test_no_other_version_stands_in_for_a_lost_one(library: RecipeLibrary) -> None:
    for version in (1, 2):
        folder = library.save(taught(version=version), {"shade.safetensors": MODEL})
    library.release("Plate", 2, by="Ada", time=NOW)
    shutil.rmtree(folder)
    with pytest.raises(RecipeTrouble, match="Version 2 of recipe Plate, the one released last, is missing"):
        library.load("Plate")
    library.release("Plate", 1, by="Ada", time=NOW)
    assert library.load("Plate").version == 1


def test_an_unknown_recipe_names_the_known_ones(library: RecipeLibrary) -> None:
    library.save(taught("Lid"), {"shade.safetensors": MODEL})
    with pytest.raises(RecipeTrouble, match=r"no recipe Plate.*Lid"):
        library.load("Plate")
    with pytest.raises(RecipeTrouble, match="no version 7"):
        library.load("Lid", 7)


@pytest.mark.parametrize("name", ["", "../up", "a/b", "con", ".hidden", "ends with dot.", "x" * 81, "tab\t"])
def test_names_that_are_no_folder_names_are_refused(library: RecipeLibrary, name: str) -> None:
    with pytest.raises(RecipeTrouble, match="cannot be a recipe name"):
        library.save(taught().model_copy(update={"name": name}), {})
