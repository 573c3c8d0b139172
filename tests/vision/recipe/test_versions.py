"""Recipe versions on disk: whole or not at all, never changed, released and rolled back."""

import hashlib
import shutil
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from filelock import FileLock

from tests.twins import shade_recipe
from vision.recipe import Recipe, RecipeLibrary, RecipeTrouble, versions
from vision.recipe.versions import RELEASES

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
    with pytest.raises(RecipeTrouble, match=r"has a version 1 already.*Begin again"):
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
    assert "another version on Teach, under Versions" in told.value.remedy


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


def released(library: RecipeLibrary, *versions: int) -> Path:
    """Versions saved and released in turn; the file of their releases."""
    for version in versions:
        library.save(taught(version=version), {"shade.safetensors": MODEL})
        library.release("Plate", version, by="Ada", time=NOW)
    return library.folder / "Plate" / RELEASES


DAMAGES = {
    "cut off": lambda content: content[:-20],
    "a line of garbage": lambda content: b"\xff\x00garbage\n" + content,
    "empty": lambda _content: b"",
    "blank": lambda _content: b" \n",
    "of another shape": lambda content: content + b'{"version": 2}\n',
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_no_version_stands_in_when_the_releases_are_damaged(
    library: RecipeLibrary, damage: Callable[[bytes], bytes]
) -> None:
    path = released(library, 1, 2)
    path.write_bytes(damage(path.read_bytes()))
    for ask in (library.releases, library.active_version, library.load):
        with pytest.raises(RecipeTrouble, match="releases of Plate are damaged") as told:
            ask("Plate")
        assert "is not used" in told.value.meaning
        assert str(path) in told.value.remedy
    assert library.active_if_known("Plate") is None
    assert library.names() == ["Plate"]
    assert library.load("Plate", 1).version == 1


def test_releasing_a_version_mends_damaged_releases(library: RecipeLibrary) -> None:
    path = released(library, 1, 2)
    path.write_bytes(path.read_bytes()[:-20])
    library.release("Plate", 2, by="Bo", time=NOW)
    assert [(entry.version, entry.by) for entry in library.releases("Plate")] == [(1, "Ada"), (2, "Bo")]
    assert library.active_version("Plate") == 2


def test_a_program_that_stands_still_while_saving_is_told(
    library: RecipeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.save(taught(), {"shade.safetensors": MODEL})
    monkeypatch.setattr(versions, "_LONGEST_TURN_S", 0.05)
    with FileLock(library.folder / versions.TURN):
        for ask in (
            lambda: library.save(taught(version=2), {"shade.safetensors": MODEL}),
            lambda: library.release("Plate", 1, by="Ada", time=NOW),
        ):
            with pytest.raises(RecipeTrouble, match=r"does not finish saving .*Nothing is changed"):
                ask()
    library.release("Plate", 1, by="Ada", time=NOW)
    assert library.versions("Plate") == [1]


def test_releases_at_the_same_time_are_all_kept(library: RecipeLibrary) -> None:
    """A station and a command line, say: each rewrites the file whole."""
    library.save(taught(), {"shade.safetensors": MODEL})
    together = [RecipeLibrary(library.folder) for _ in range(4)]

    def release(number: int) -> None:
        together[number % 4].release("Plate", 1, by=f"person {number}", time=NOW)

    with ThreadPoolExecutor(4) as people:
        list(people.map(release, range(40)))
    assert {entry.by for entry in library.releases("Plate")} == {f"person {number}" for number in range(40)}


def test_releases_that_cannot_be_read_are_told_and_never_overwritten(library: RecipeLibrary) -> None:
    path = released(library, 1)
    path.unlink()
    path.mkdir()
    for ask in (library.active_version, lambda name: library.release(name, 1, by="Bo", time=NOW)):
        with pytest.raises(RecipeTrouble, match="releases of Plate cannot be read"):
            ask("Plate")
    assert path.is_dir()


def test_a_lost_versions_number_is_never_given_again(library: RecipeLibrary) -> None:
    assert library.next_version("Plate") == 1
    path = released(library, 1, 2)
    library.release("Plate", 1, by="Ada", time=NOW)
    shutil.rmtree(library.version_folder("Plate", 2))
    assert library.next_version("Plate") == 3
    path.write_bytes(path.read_bytes()[:-20])
    assert library.next_version("Plate") == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such folder names")
@pytest.mark.parametrize("stray", [".trash", "a:b", "x" * 81])
def test_folders_with_other_names_are_no_recipes(library: RecipeLibrary, stray: str) -> None:
    released(library, 1)
    shutil.copytree(library.folder / "Plate", library.folder / stray)
    assert library.names() == ["Plate"]


@pytest.mark.parametrize("name", ["", "../up", "a/b", "con", ".hidden", "ends with dot.", "x" * 81, "tab\t"])
def test_names_that_are_no_folder_names_are_refused(library: RecipeLibrary, name: str) -> None:
    with pytest.raises(RecipeTrouble, match="cannot be a recipe name"):
        library.save(taught().model_copy(update={"name": name}), {})
