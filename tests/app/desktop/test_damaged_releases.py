"""A recipe whose releases are damaged stops nothing else: the window opens, and the other recipe inspects."""

import shutil
from pathlib import Path

import pytest

from app.desktop.annotate_screen import StationModels
from app.desktop.screens import MAKERS
from app.session import NotAllowed
from app.study.screen import StudyParts
from tests.app.desktop.conftest import RECIPE, SIZE, OpenApp
from vision.inspection import Frame
from vision.recipe import RecipeLibrary, RecipeTrouble
from vision.recipe.versions import RELEASES
from vision.storage import Home
from vision.storage.operators import Role
from vision.synth.dataset import good_frames

GOOD = "Washer"


@pytest.fixture
def damaged(home: Path) -> Path:
    """A home with a recipe whose releases are damaged, the one used last, and a sound one."""
    library = RecipeLibrary(Home(home).recipes)
    recipe = library.load(RECIPE)
    folder = library.version_folder(RECIPE, recipe.version)
    files = {view.model.file: folder / view.model.file for view in recipe.views}
    library.save(recipe.model_copy(update={"name": GOOD}), files)
    library.release(GOOD, recipe.version, by="Ada", time=recipe.created)
    (library.folder / RECIPE / RELEASES).write_bytes(b"")
    return home


def test_the_window_opens_and_the_other_recipe_inspects(damaged: Path, open_app: OpenApp) -> None:
    opened = open_app(damaged)
    assert "releases of Plate are damaged" in opened.banner()
    for key in MAKERS:
        opened.shell.window.open_screen(key)
    station = opened.desk.station
    assert station.recipe is None
    assert [(offer.name, offer.versions) for offer in station.offers()] == [(RECIPE, (1,)), (GOOD, (1,))]
    station.choose(GOOD, 1, None)
    opened.inspect(1)
    opened.stop()
    assert opened.records()[0].recipe == GOOD


def test_only_who_may_release_takes_a_version_of_it(damaged: Path, open_app: OpenApp) -> None:
    desk = open_app(damaged).desk
    desk.operators.add("Lea", Role.LINE_LEAD, "1111", "Lea")
    desk.operators.add("Ina", Role.INSPECTOR, "3333", "Lea")
    desk.session.operators_changed()
    desk.session.sign_in("Ina", "3333")
    assert [(offer.name, offer.versions) for offer in desk.station.offers()] == [(RECIPE, ()), (GOOD, (1,))]
    with pytest.raises(NotAllowed):
        desk.station.choose(RECIPE, 1, None)
    desk.session.sign_out()
    desk.session.sign_in("Lea", "1111")
    desk.station.choose(RECIPE, 1, None)
    assert desk.station.recipe is not None
    assert (desk.station.recipe.name, desk.station.recipe.version) == (RECIPE, 1)


def test_a_study_has_the_sound_model_and_annotate_tells_of_the_other(damaged: Path, open_app: OpenApp) -> None:
    opened = open_app(damaged)
    opened.shell.window.open_screen("studies")
    screen = next(kept for kept in opened.desk.kept if isinstance(kept, StudyParts))
    screen.presenter.plan()
    assert GOOD in screen.view.plan.model.text()
    home = Home(damaged)
    models = StationModels(RecipeLibrary(home.recipes), home, refused="")
    frame = Frame(pixels=next(iter(good_frames(3, 1, size=SIZE))))
    with pytest.raises(RecipeTrouble, match="are damaged"):
        models.map_of(RECIPE, frame)
    assert models.map_of(GOOD, frame).anomaly_map.shape == frame.pixels.shape[:2]


def test_a_stray_folder_among_the_recipes_is_none(home: Path, open_app: OpenApp) -> None:
    recipes = Home(home).recipes
    shutil.copytree(recipes / RECIPE, recipes / ".trash")
    opened = open_app(home)
    assert [offer.name for offer in opened.desk.station.offers()] == [RECIPE]
    assert opened.desk.station.recipe is not None
