"""Which image belongs to which noted score, as parts come and go."""

from pathlib import Path

import pytest

from tests.vision.teaching.plates import add, picture, remove
from vision.recipe import RecipeLibrary
from vision.teaching import Taught, images_kept_aside


def images_of(taught: Taught) -> dict[Path | None, float]:
    notes = taught.recipe.teaching["view-1"]
    return dict(zip(images_kept_aside(notes), [note["score"] for note in notes["held_aside"]], strict=True))


def test_every_part_has_its_own_image_also_after_others_of_its_name_came_and_went(
    taught: Taught, library: RecipeLibrary, images: list[Path], tmp_path: Path
) -> None:
    assert images_of(taught) == dict(zip(images, [part.score for part in taught.held_aside], strict=True))
    (tmp_path / "later").mkdir()
    namesake = picture(tmp_path / "later", "3.png", seed=60, dot=200)
    more = add(library, [namesake])
    assert list(images_of(more)) == [*images, namesake]
    assert images_of(more)[namesake] == more.added[0].score
    fewer = remove(library, "0.png", str(images[3]))
    assert list(images_of(fewer)) == [*images[1:3], *images[4:], namesake]
    assert images_of(fewer)[namesake] == more.added[0].score


@pytest.mark.parametrize("prints", [{}, {"a": "/one/1.png", "b": "/two/1.png"}, {"a": "frame 2"}])
def test_an_image_that_is_not_known_for_sure_is_none(prints: dict[str, str]) -> None:
    assert images_kept_aside({"held_aside": [{"name": "1.png", "score": 1.0}], "prints": prints}) == (None,)
    assert images_kept_aside({"held_aside": [{"name": "1.png", "score": 1.0}]}) == (None,)
    assert images_kept_aside({}) == ()
