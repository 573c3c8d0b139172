"""Teaching for the Teach screen, on real files with random weights."""

import functools
from pathlib import Path

import cv2
import pytest

import app.recipe.station_teacher
from app.recipe.ports import TeachOrder
from app.recipe.station_teacher import StationTeacher, TeachRequest
from tests.weights import TINY, use_random_weights
from vision.recipe import CameraSettings, RecipeLibrary
from vision.synth.dataset import good_frames


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, ...]:
    use_random_weights(monkeypatch, tmp_path)
    tiny = functools.partial(TeachRequest, model_settings=TINY)
    monkeypatch.setattr(app.recipe.station_teacher, "TeachRequest", tiny)
    paths = tuple(tmp_path / f"{number}.png" for number in range(6))
    for path, pixels in zip(paths, good_frames(3, 6, size=(160, 120))):
        cv2.imwrite(str(path), pixels)
    return paths


def test_a_new_recipe_begins_with_what_the_cameras_screen_last_set_and_a_known_one_keeps_its_own(
    tmp_path: Path, parts: tuple[Path, ...]
) -> None:
    library = RecipeLibrary(tmp_path / "recipes")
    now = [CameraSettings(gain_db=3.0)]
    teacher = StationTeacher(library, tmp_path / "drafts", tmp_path / "weights", lambda: now[0])
    order = TeachOrder(recipe="Plate", images=parts, defects=(), who="Ada")
    draft = teacher.teach(order, lambda _: None, lambda: False)
    assert draft is not None
    assert draft.recipe.cameras["camera-1"].gain_db == 3.0
    library.save(draft.recipe, dict(draft.files))
    now[0] = CameraSettings(gain_db=9.0)
    again = teacher.teach(order, lambda _: None, lambda: False)
    assert again is not None
    assert again.recipe.cameras["camera-1"].gain_db == 3.0


def test_a_cancelled_teaching_gives_no_draft(tmp_path: Path, parts: tuple[Path, ...]) -> None:
    teacher = StationTeacher(RecipeLibrary(tmp_path / "recipes"), tmp_path / "drafts", tmp_path / "weights")
    order = TeachOrder(recipe="Plate", images=parts, defects=(), who="Ada")
    assert teacher.teach(order, lambda _: None, lambda: True) is None
