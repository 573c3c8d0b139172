"""Releases and drafts on a real recipe library."""

import hashlib
import shutil
from dataclasses import replace

import pytest

from app.recipe.releases import DEFECTS_KEY, DraftLibrary, LibraryReleases, stored_evidence
from tests.app.recipe.twins import DEFECTS, GOOD, make_draft, make_recipe
from tests.disk import full_disk, needs_full_disk
from vision.inspection import Thresholds
from vision.recipe import RecipeLibrary, RecipeTrouble
from vision.recipe.versions import RELEASES
from vision.storage import StorageTrouble
from vision.teaching import Rates, calibrate

MEMORY = b"what good parts look like"


def _recipe(version, *, held_aside=True):
    recipe = make_recipe(version=version)
    model = recipe.views[0].model.model_copy(update={"hash": hashlib.sha256(MEMORY).hexdigest()})
    notes = (
        {"view-1": {"held_aside": [{"name": part.name, "score": part.score} for part in GOOD]}} if held_aside else {}
    )
    return recipe.model_copy(
        update={"views": (recipe.views[0].model_copy(update={"model": model}),), "teaching": notes}
    )


@pytest.fixture
def library(tmp_path):
    library = RecipeLibrary(tmp_path / "recipes")
    library.save(_recipe(1), {"model.safetensors": MEMORY})
    return library


def test_moved_lines_become_a_new_active_version_with_the_same_model(library):
    told = []
    releases = LibraryReleases(library, lambda *what: told.append(what))
    draft = releases.reopen("Flange")
    assert draft.evidence[0].good == tuple(part.score for part in GOOD)
    version = releases.release(draft, {"view-1": Thresholds(t1=0.4, t2=0.45)}, "tighter", "Kim")
    recipe = library.load("Flange")
    assert (version, recipe.version, recipe.note, recipe.created_by) == (2, 2, "tighter", "Kim")
    assert recipe.views[0].thresholds == Thresholds(t1=0.4, t2=0.45)
    assert library.load("Flange", 1).views[0].t1 == 0.5, "a version is never changed"
    assert told == [("Kim", "recipe released", "Flange v2")]


def test_lines_drawn_again_are_suggested_by_the_rates_of_the_teaching(library):
    rates = {"promises": calibrate([part.score for part in GOOD], Rates(overkill=0.1, review=0.3)).promises.as_json()}
    noted = _recipe(2).model_copy(update={"teaching": {"view-1": _recipe(2).teaching["view-1"] | rates}})
    library.save(noted, {"model.safetensors": MEMORY})
    usual, lenient = (stored_evidence(library.load("Flange", number), noted.views[0]) for number in (1, 2))
    assert lenient.suggested.t1 < usual.suggested.t1
    assert "10 %" in lenient.promise


def test_rolling_back_and_forth_changes_the_active_version_alone(library):
    releases = LibraryReleases(library, lambda *what: None)
    releases.release(releases.reopen("Flange"), {}, "", "Kim")
    releases.activate("Flange", 1, "Lee")
    assert [(note.version, note.is_active) for note in releases.versions("Flange")] == [(2, False), (1, True)]
    assert library.load("Flange").version == 1


def test_lines_moved_meanwhile_by_somebody_else_are_not_undone(library):
    """A draft stays open for minutes; Review tolerates places meanwhile, and a command line adds parts."""
    releases = LibraryReleases(library, lambda *what: None)
    mine, theirs = releases.reopen("Flange"), releases.reopen("Flange")
    releases.release(theirs, {}, "", "Kim")
    with pytest.raises(RecipeTrouble, match="Version 2 of recipe Flange was made active meanwhile"):
        releases.release(mine, {}, "", "Lee")
    assert (library.versions("Flange"), library.active_version("Flange")) == ([1, 2], 2)
    releases.activate("Flange", 1, "Kim")
    releases.release(mine, {}, "", "Lee")
    assert library.active_version("Flange") == 3


def test_a_draft_that_was_begun_before_is_refused_as_well(library, tmp_path):
    releases = LibraryReleases(library, lambda *what: None)
    basis = library.basis("Flange")
    releases.release(releases.reopen("Flange"), {}, "", "Kim")
    with pytest.raises(RecipeTrouble, match="made active meanwhile"):
        DraftLibrary(library, tmp_path / "drafts").save(_recipe(3), {"model.safetensors": MEMORY}, basis)


def test_a_broken_version_is_listed_and_cannot_become_active(library):
    library.save(_recipe(2), {"model.safetensors": MEMORY})
    (library.version_folder("Flange", 2) / "model.safetensors").write_bytes(b"changed")
    releases = LibraryReleases(library, lambda *what: None)
    assert "damaged" in releases.versions("Flange")[0].note
    with pytest.raises(RecipeTrouble):
        releases.activate("Flange", 2, "Kim")


def test_with_damaged_releases_no_version_is_active_until_a_person_makes_one(library):
    releases = LibraryReleases(library, lambda *what: None)
    releases.release(releases.reopen("Flange"), {}, "", "Kim")
    (library.folder / "Flange" / RELEASES).write_bytes(b"")
    assert [(note.version, note.is_active) for note in releases.versions("Flange")] == [(2, False), (1, False)]
    with pytest.raises(RecipeTrouble, match="are damaged"):
        releases.reopen("Flange")
    assert releases.standing("Flange").version == 2
    releases.activate("Flange", 1, "Lee")
    assert [(note.version, note.is_active) for note in releases.versions("Flange")] == [(2, False), (1, True)]


@needs_full_disk
def test_a_full_disk_is_told_as_nothing_released(library):
    releases = LibraryReleases(library, lambda *what: None)
    draft = replace(releases.reopen("Flange"), files={"model.safetensors": bytes(20_000)})
    with full_disk(), pytest.raises(StorageTrouble, match="is full") as raised:
        releases.release(draft, {}, "", "Kim")
    assert raised.value.meaning == "Nothing is released; the running recipe stays."
    assert raised.value.remedy == "Free space on this disk or lower the disk quota, then try again."
    assert library.versions("Flange") == [1]
    with full_disk(), pytest.raises(StorageTrouble) as raised:
        releases.activate("Flange", 1, "Kim " * 5_000)
    assert raised.value.meaning == "Nothing is released; the running recipe stays."


def test_a_lost_versions_number_is_not_given_again(library):
    releases = LibraryReleases(library, lambda *what: None)
    releases.release(releases.reopen("Flange"), {}, "", "Kim")
    releases.activate("Flange", 1, "Kim")
    shutil.rmtree(library.version_folder("Flange", 2))
    assert releases.reopen("Flange").recipe.version == 3
    assert releases.release(releases.reopen("Flange"), {}, "", "Kim") == 3


def test_known_defects_are_kept_for_the_next_time(library):
    releases = LibraryReleases(library, lambda *what: None)
    draft = releases.reopen("Flange")
    evidence = draft.evidence[0]
    with_defects = type(evidence)(view=evidence.view, parts=evidence.parts + DEFECTS, suggested=evidence.suggested)
    releases.release(replace(draft, evidence=(with_defects,)), {}, "", "Kim")
    assert len(library.load("Flange").teaching["view-1"][DEFECTS_KEY]) == len(DEFECTS)
    assert releases.reopen("Flange").evidence[0].defects == tuple(part.score for part in DEFECTS)


def test_a_version_without_scores_cannot_have_its_lines_moved(tmp_path):
    library = RecipeLibrary(tmp_path)
    library.save(_recipe(1, held_aside=False), {"model.safetensors": MEMORY})
    with pytest.raises(RecipeTrouble, match="keeps no scores"):
        LibraryReleases(library, lambda *what: None).reopen("Flange")


def test_a_draft_leaves_the_stations_recipes_alone(library, tmp_path):
    drafts = DraftLibrary(library, tmp_path / "drafts")
    folder = drafts.save(_recipe(2), {"model.safetensors": MEMORY})
    assert library.versions("Flange") == [1]
    assert folder.is_relative_to(tmp_path / "drafts")
    assert drafts.load("Flange").version == 1
    assert make_draft().recipe.version == 8


def test_the_parts_of_a_reopened_version_have_their_images_while_they_lie_where_they_were(library, tmp_path):
    good, bad = tmp_path / "good.png", tmp_path / "bad.png"
    for path in (good, bad):
        path.write_bytes(b"an image")
    releases = LibraryReleases(library, lambda *what: None)
    draft = releases.reopen("Flange")
    evidence = draft.evidence[0]
    parts = (replace(evidence.parts[0], image=good), *evidence.parts[1:], replace(DEFECTS[0], image=bad))
    releases.release(replace(draft, evidence=(replace(evidence, parts=parts),)), {}, "", "Kim")
    again = releases.reopen("Flange").evidence[0].parts
    assert (again[0].image, again[-1].image) == (good, bad)
    assert [part.image for part in again[1:-1]] == [None] * (len(again) - 2)
    good.unlink()
    assert releases.reopen("Flange").evidence[0].parts[0].image is None
