"""What a recipe has learned: listed, told with the rates, found by name and from every folder."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.vision.teaching.plates import SIZE, add, learned, picture, remove, run_teach
from vision.recipe import RecipeLibrary
from vision.teaching import (
    ChangeRequest,
    Taught,
    TeachRequest,
    TeachTrouble,
    learned_parts,
)


def test_each_learned_part_is_listed_with_its_score(taught: Taught, library: RecipeLibrary, images: list[Path]) -> None:
    parts = learned(library, 1)
    assert [part.image for part in parts] == [str(path) for path in images]
    assert [part.score for part in parts] == [one.score for one in taught.held_aside]


def test_a_part_taken_out_is_told_with_the_rates_until_it_comes_back(
    taught: Taught, library: RecipeLibrary, images: list[Path]
) -> None:
    without = remove(library, "3.png")
    assert without.left_out == ("3.png",)
    assert "1 good image was left out by choice" in without.statement
    back = add(library, [images[3]])
    assert back.left_out == ()
    assert "left out" not in back.statement


@pytest.mark.parametrize("noted", [True, False], ids=["noted", "older recipe"])
def test_a_part_counts_once_wherever_a_copy_of_its_image_lies(
    taught: Taught,
    library: RecipeLibrary,
    images: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    noted: bool,
) -> None:
    if not noted:
        notes = {key: note for key, note in taught.recipe.teaching["view-1"].items() if key != "prints"}
        recipe = taught.recipe.model_copy(update={"version": 2, "teaching": {"view-1": notes}})
        library.save(recipe, {"memory.safetensors": taught.folder / "memory.safetensors"})
    (tmp_path / "more").mkdir()
    copy, new = tmp_path / "more" / "copy.png", picture(tmp_path / "more", "new.png", seed=9)
    copy.write_bytes(images[2].read_bytes())
    monkeypatch.chdir(tmp_path)
    same = [Path(images[0].name), tmp_path / "more" / ".." / images[1].name, copy]
    with pytest.raises(TeachTrouble, match="All of these images are learned already"):
        add(library, same)
    more = add(library, [*same, new])
    assert (more.n_images, [one.name for one in more.added]) == (9, ["new.png"])
    assert [one.name for one in more.skipped] == [str(path.resolve()) for path in same]
    assert all("learned already" in one.reason for one in more.skipped)
    again = tmp_path / "more" / "again.png"
    again.write_bytes(new.read_bytes())
    with pytest.raises(TeachTrouble, match="learned already"):
        add(library, [again])
    remove(library, "new.png")
    assert [one.name for one in add(library, [again, new]).added] == ["again.png"]


def test_a_black_image_that_is_added_is_told_until_it_is_taken_out(
    taught: Taught, library: RecipeLibrary, tmp_path: Path
) -> None:
    black = tmp_path / "black.png"
    black.write_bytes(cv2.imencode(".png", np.zeros(SIZE, np.uint8))[1].tobytes())
    told = "frames like them are OK: 1."
    assert told in add(library, [black, picture(tmp_path, "new.png", seed=9)]).statement
    assert told in add(library, [picture(tmp_path, "newer.png", seed=10)]).statement
    assert told not in remove(library, "black.png").statement


def test_learned_parts_are_found_from_every_folder_however_they_were_named(
    library: RecipeLibrary, images: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    taught = run_teach(TeachRequest(recipes=library, recipe="plate", images=[Path("..", path.name) for path in images]))
    new = picture(tmp_path, "new.png", seed=60)
    more = add(library, [Path("..", new.name)])
    monkeypatch.chdir("/")
    learned = [part.image for part in learned_parts(ChangeRequest(recipes=library, recipe="plate"))]
    assert learned == [str(path.resolve()) for path in (*images, new)]
    assert sorted(more.recipe.teaching["view-1"]["prints"].values()) == sorted(learned)
    assert taught.held_aside == more.held_aside[:-1]
    with pytest.raises(TeachTrouble, match="learned already"):
        add(library, [new])
    monkeypatch.chdir(tmp_path)
    assert remove(library, "0.png", "../" + str(Path(tmp_path.name, "1.png"))).removed == tuple(learned[:2])


def test_a_link_keeps_the_name_it_was_taught_by(library: RecipeLibrary, images: list[Path], tmp_path: Path) -> None:
    link = tmp_path / "link.png"
    link.symlink_to(picture(tmp_path, "target.png", seed=60))
    run_teach(TeachRequest(recipes=library, recipe="plate", images=[*images, link]))
    assert remove(library, "link.png").removed == (str(tmp_path.resolve() / "link.png"),)


def test_too_few_parts_are_told_whether_added_or_taken_out(
    library: RecipeLibrary, images: list[Path], tmp_path: Path
) -> None:
    more = [picture(tmp_path, f"more {seed}.png", seed=seed) for seed in range(60, 72)]
    taught = run_teach(TeachRequest(recipes=library, recipe="plate", images=[*images, *more]))
    assert taught.warnings == ()
    fewer = remove(library, "0.png")
    assert fewer.warnings == ("With 19 images the thresholds are a first guess. Teach with 20 or more.",)
    assert add(library, [images[0]]).warnings == ()
    assert remove(library, "0.png", "1.png").warnings[0].startswith("With 18 images")
    assert add(library, [images[0]]).warnings[0].startswith("With 19 images")
