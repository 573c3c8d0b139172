"""Teaching for the Teach screen, on real files with random weights."""

import functools
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import cv2
import pytest

import app.recipe.station_teacher
from app.recipe.ports import Setup, TakeOutOrder, TeachOrder
from app.recipe.releases import LibraryReleases
from app.recipe.station_models import StationModels
from app.recipe.station_teacher import StationTeacher
from tests.disk import full_disk, needs_full_disk
from tests.weights import TINY, use_random_weights
from vision.detectors import MODELS
from vision.inspection import Trouble
from vision.recipe import CameraSettings, IdentityRule, RecipeLibrary, Region
from vision.storage import StorageTrouble
from vision.synth.dataset import good_frames
from vision.teaching import USUAL_KIND, TeachRequest


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
    teacher = StationTeacher(library, tmp_path / "drafts", tmp_path / "weights", lambda _camera: now[0])
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


@needs_full_disk
def test_a_full_disk_is_told_as_nothing_taught_whatever_is_changed(tmp_path: Path, parts: tuple[Path, ...]) -> None:
    library = RecipeLibrary(tmp_path / "recipes")
    teacher = StationTeacher(library, tmp_path / "drafts", tmp_path / "weights")
    order = TeachOrder(recipe="Plate", images=parts[:4], who="Ada", setup=Setup(kind="memory"))
    draft = teacher.teach(order, lambda _: None, lambda: False)
    assert draft is not None
    library.save(draft.recipe, dict(draft.files))
    more = replace(order, images=parts[4:])
    for change in (
        lambda: teacher.teach(order, lambda _: None, lambda: False),
        lambda: teacher.add(more, lambda _: None, lambda: False),
        lambda: teacher.take_out(TakeOutOrder(recipe="Plate", view=None, parts=(str(parts[0]),))),
    ):
        with full_disk(), pytest.raises(StorageTrouble, match="is full") as raised:
            change()
        assert raised.value.meaning == "Nothing is taught; the running recipe stays."
        assert raised.value.remedy == "Free space on this disk or lower the disk quota, then try again."


def test_what_was_set_up_reaches_the_stored_recipe(tmp_path: Path, parts: tuple[Path, ...]) -> None:
    library = RecipeLibrary(tmp_path / "recipes")
    settings = {"": CameraSettings(), "side": CameraSettings(gain_db=2.0)}
    teacher = StationTeacher(library, tmp_path / "drafts", tmp_path / "weights", settings.__getitem__)
    region, spot = Region(x=8, y=8, width=120, height=96), Region(x=20, y=20, width=30, height=30)
    setup = Setup(
        region_of_interest=region,
        ignore_regions=(spot,),
        takt_deadline_ms=500.0,
        identity=IdentityRule(kind="filename"),
        kind="patchcore",
    )
    first = teacher.teach(TeachOrder(recipe="Plate", images=parts, setup=setup), lambda _: None, lambda: False)
    assert first is not None
    library.save(first.recipe, dict(first.files))
    stored = library.load("Plate")
    assert (stored.views[0].region_of_interest, stored.views[0].ignore_regions) == (region, (spot,))
    assert (stored.takt_deadline_ms, stored.identity.kind, stored.views[0].model.kind) == (
        500.0,
        "filename",
        "patchcore",
    )
    more = Setup(view="side", camera="side", shot=2, takt_deadline_ms=0)
    second = teacher.teach(TeachOrder(recipe="Plate", images=parts, setup=more), lambda _: None, lambda: False)
    assert second is not None
    views = [(view.name, view.camera, view.shot) for view in second.recipe.views]
    assert views == [("view-1", "camera-1", 1), ("side", "side", 2)]
    assert second.recipe.cameras["side"].gain_db == 2.0
    assert second.recipe.views[0] == stored.views[0], "the view taught before stays as it was"
    assert second.recipe.views[1].region_of_interest is None
    assert (second.recipe.takt_deadline_ms, second.recipe.identity) == (None, stored.identity)


def test_a_backbone_that_is_not_here_is_told(tmp_path: Path, parts: tuple[Path, ...]) -> None:
    teacher = StationTeacher(RecipeLibrary(tmp_path / "recipes"), tmp_path / "drafts", tmp_path / "weights")
    order = TeachOrder(recipe="Plate", images=parts, setup=Setup(kind="patchcore", backbone="file:mine"))
    with pytest.raises(Trouble, match="file:mine is not on this computer"):
        teacher.teach(order, lambda _: None, lambda: False)


def test_the_models_of_the_station_begin_with_the_usual_one(tmp_path: Path) -> None:
    weights = tmp_path / "weights"
    weights.mkdir()
    (weights / "mine.safetensors").write_bytes(b"")
    models = StationModels(weights)
    assert models.kinds()[0] == USUAL_KIND
    assert set(models.kinds()) == set(MODELS)
    assert models.backbones("patchcore") == ("embedded", "file:mine")


FAST = {"long_side_px": 96, "memory_size": 60, "memories": 2, "pool_size": 600}


@pytest.fixture
def taught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A released recipe of six good parts, taught with Loupe's own model; a seventh part lies beside them."""
    fast = functools.partial(TeachRequest, model_settings=FAST)
    monkeypatch.setattr(app.recipe.station_teacher, "TeachRequest", fast)
    paths = tuple(tmp_path / f"{number}.png" for number in range(8))
    for path, pixels in zip(paths, good_frames(3, 8, size=(160, 120))):
        cv2.imwrite(str(path), pixels)
    library = RecipeLibrary(tmp_path / "recipes")
    teacher = StationTeacher(library, tmp_path / "drafts", tmp_path / "weights")
    releases = LibraryReleases(library, lambda *_: None)
    order = TeachOrder(recipe="Plate", images=paths[:6], defects=paths[7:], who="Ada")
    draft = teacher.teach(order, lambda _: None, lambda: False)
    assert draft is not None
    releases.release(draft, {}, "", "Ada")
    return SimpleNamespace(teacher=teacher, recipes=library, releases=releases, paths=paths)


def test_a_good_part_is_added_and_taken_out_and_nothing_is_released_by_that(taught: SimpleNamespace) -> None:
    order = TeachOrder(recipe="Plate", images=taught.paths[6:7], who="Bo")
    more = taught.teacher.add(order, lambda _: None, lambda: False)
    assert taught.recipes.versions("Plate") == [1], "adding makes a draft"
    assert (more.recipe.version, more.recipe.created_by) == (2, "Bo")
    (evidence,) = more.evidence
    assert [part.image for part in evidence.parts if not part.is_defect] == list(taught.paths[:7])
    assert [part.image for part in evidence.parts if part.is_defect] == [taught.paths[7]], "known defects are kept"
    assert more.remarks[0].startswith("Each of the 7 good images")
    taught.releases.release(more, {}, "", "Bo")
    learned = taught.teacher.learned("Plate", None)
    assert [part.image for part in learned.parts] == list(taught.paths[:7])
    fewer = taught.teacher.take_out(TakeOutOrder(recipe="Plate", view=None, parts=(learned.parts[0].key,), who="Bo"))
    assert [part.image for part in fewer.evidence[0].parts] == [*taught.paths[1:7], taught.paths[7]]
    assert taught.recipes.versions("Plate") == [1, 2]


def test_a_part_that_is_learned_already_is_told_and_not_counted_again(taught: SimpleNamespace) -> None:
    order = TeachOrder(recipe="Plate", images=taught.paths[5:7])
    more = taught.teacher.add(order, lambda _: None, lambda: False)
    assert more.remarks[0].startswith("Each of the 7 good images")
    assert more.remarks[1].startswith("Images skipped: 1. ")
    assert more.remarks[1].endswith("5.png is learned already.")


def test_after_a_roll_back_the_active_version_is_changed(taught: SimpleNamespace) -> None:
    order = TeachOrder(recipe="Plate", images=taught.paths[6:7], who="Bo")
    taught.releases.release(taught.teacher.add(order, lambda _: None, lambda: False), {}, "", "Bo")
    taught.releases.activate("Plate", 1, "Ada")
    assert taught.releases.standing("Plate").version == 1
    assert len(taught.teacher.learned("Plate", None).parts) == 6


def test_a_cancelled_adding_gives_no_draft(taught: SimpleNamespace) -> None:
    order = TeachOrder(recipe="Plate", images=taught.paths[6:7])
    assert taught.teacher.add(order, lambda _: None, lambda: True) is None


def test_parts_to_leave_out_and_the_detail_reach_the_model(taught: SimpleNamespace) -> None:
    fine = Setup(detail=0.5)
    order = TeachOrder(recipe="Plate", images=taught.paths[:7], leave_out=taught.paths[2:3], setup=fine)
    draft = taught.teacher.teach(order, lambda _: None, lambda: False)
    assert draft.recipe.views[0].model.settings["detail"] == 0.5
    assert [part.image for part in draft.evidence[0].parts] == [*taught.paths[:2], *taught.paths[3:7]]
    assert "left out by choice" in draft.evidence[0].promise


def test_detail_and_learning_part_by_part_are_offered_where_a_model_can(tmp_path: Path) -> None:
    models = StationModels(tmp_path)
    assert models.details(None) == (0.0, 0.5, 1.0)
    assert models.details("template") == ()
    assert (models.learns_one_by_one("memory"), models.learns_one_by_one("template")) == (True, False)
