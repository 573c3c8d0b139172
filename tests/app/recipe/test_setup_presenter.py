"""More settings without widgets: what is taught otherwise than as usual, and what a known recipe brings."""

from pathlib import Path
from types import SimpleNamespace
from unittest.mock import create_autospec

import pytest

from app.recipe.choices import Choices
from app.recipe.ports import Background, Setup
from app.recipe.regions import INTEREST, Drawn
from app.recipe.setup_presenter import SetupPresenter, SetupView
from tests.app.history.background import AtOnce, WhenTold
from tests.app.recipe.twins import ListedReleases, Person, TwoModels, make_recipe, write_images
from vision.recipe import CameraSettings, IdentityRule, Recipe, Region

ROI = Region(x=1, y=1, width=6, height=4)
SPOT = Region(x=2, y=2, width=2, height=2)


def rich_recipe() -> Recipe:
    """Two views, the first with regions and a backbone of its own; a deadline and serials."""
    recipe = make_recipe()
    model = recipe.views[0].model.model_copy(update={"settings": {"backbone": "file:mine"}})
    first = recipe.views[0].model_copy(update={"region_of_interest": ROI, "ignore_regions": (SPOT,), "model": model})
    side = recipe.views[0].model_copy(update={"name": "side", "camera": "camera-2"})
    return recipe.model_copy(
        update={
            "views": (first, side),
            "cameras": {"camera-1": CameraSettings(), "camera-2": CameraSettings()},
            "takt_deadline_ms": 250.0,
            "identity": IdentityRule(prefix="F-", digits=4),
        }
    )


@pytest.fixture
def make(tmp_path: Path):
    def made(recipe: Recipe | None = None, *, may: bool = True, background: Background | None = None):
        view = create_autospec(SetupView, instance=True)
        presenter = SetupPresenter(view, background or AtOnce(), ListedReleases(recipe), TwoModels(), Person(may=may))
        cameras: list[str] = []
        presenter.on_camera = cameras.append
        presenter.offer_images(sorted(write_images(tmp_path / "good", 3).iterdir()))
        return SimpleNamespace(presenter=presenter, view=view, cameras=cameras)

    return made


def test_who_wants_none_of_it_asks_for_nothing(make) -> None:
    screen = make()
    assert screen.presenter.setup() == Setup()
    screen.presenter.choose_recipe("New one", exists=False)
    screen.presenter.refresh()
    assert screen.presenter.setup() == Setup()
    assert screen.presenter.missing() == ""
    assert screen.presenter.summary() == "Whole frame, usual model, no deadline"


def test_everything_that_teach_can_do_reaches_the_order(make) -> None:
    screen = make()
    presenter = screen.presenter
    presenter.choose_recipe("New one", exists=False)
    presenter.refresh()
    presenter.drawing.draw(ROI)
    presenter.drawing.choose_tool(False)
    presenter.drawing.draw(SPOT)
    presenter.choose(deadline_ms=80.0)
    presenter.choose(identity=IdentityRule(kind="filename"))
    presenter.choose(kind="padim")
    presenter.choose(backbone="file:mine")
    assert presenter.setup() == Setup(
        region_of_interest=ROI,
        ignore_regions=(SPOT,),
        takt_deadline_ms=80.0,
        identity=IdentityRule(kind="filename"),
        kind="padim",
        backbone="file:mine",
    )
    assert presenter.summary() == "Region of interest, 1 ignored, 80 ms, PaDiM, file:mine"


def test_a_known_recipe_brings_its_own_settings_and_they_can_be_taken_away(make) -> None:
    screen = make(rich_recipe())
    presenter = screen.presenter
    presenter.choose_recipe("Flange", exists=True)
    assert screen.view.show_regions.call_args.args[0] == Drawn(interest=ROI, ignored=(SPOT,))
    kept = presenter.setup()
    assert (kept.view, kept.region_of_interest, kept.ignore_regions) == ("view-1", ROI, (SPOT,))
    assert (kept.takt_deadline_ms, kept.identity, kept.backbone) == (None, None, "file:mine")
    for key in (0, INTEREST):
        presenter.drawing.choose(key)
        presenter.drawing.remove()
    presenter.choose(deadline_ms=0)
    gone = presenter.setup()
    assert (gone.region_of_interest, gone.whole_frame) == (None, True), "None alone would keep the former region"
    assert (gone.ignore_regions, gone.takt_deadline_ms) == ((), 0)


def test_another_name_does_not_inherit_what_belongs_to_a_recipe(make) -> None:
    screen = make(rich_recipe())
    screen.presenter.choose_recipe("Flange", exists=True)
    screen.presenter.choose_recipe("Flange 2", exists=False)
    assert screen.presenter.setup() == Setup()


def test_what_was_drawn_for_a_new_recipe_stays_while_its_name_is_typed(make) -> None:
    presenter = make().presenter
    presenter.drawing.draw(ROI)
    for name in ("N", "Ne", "New"):
        presenter.choose_recipe(name, exists=False)
    assert presenter.setup().region_of_interest == ROI


def test_another_view_comes_with_its_camera_and_a_further_one_with_free_names(make) -> None:
    screen = make(rich_recipe())
    presenter = screen.presenter
    presenter.choose_recipe("Flange", exists=True)
    assert (presenter.view_name, screen.cameras[-1]) == ("", "")
    presenter.choose_view("side")
    assert (presenter.view_name, screen.cameras[-1]) == ("side", "camera-2")
    assert presenter.setup().region_of_interest is None
    presenter.new_view()
    choices = screen.view.show_views.call_args.args[2]
    assert (choices.view, choices.camera, choices.is_new_view) == ("view-2", "camera-3", True)
    assert screen.cameras[-1] == "camera-3"
    presenter.name_view(" back ", "camera-2")
    presenter.choose(shot=2)
    assert (presenter.setup().view, presenter.setup().camera, presenter.setup().shot) == ("back", "camera-2", 2)
    assert presenter.missing() == ""
    presenter.name_view("side", "camera-2")
    assert presenter.missing() == "There is a view of that name already."
    presenter.name_view("", "camera-2")
    assert presenter.missing() == "The new view and its camera need names."


def test_a_version_that_was_taught_meanwhile_is_read_again(make) -> None:
    screen = make()
    releases = screen.presenter._releases
    screen.presenter.choose_recipe("Flange", exists=True)
    screen.presenter.new_view()
    screen.presenter.choose_recipe("Flange", exists=True)
    assert screen.presenter.setup().view == "view-2", "the same version leaves what was chosen alone"
    releases.recipe = rich_recipe()
    screen.presenter.choose_recipe("Flange", exists=True)
    assert screen.presenter.setup().view == "view-1"


def test_only_backbones_that_the_kind_takes_are_offered(make) -> None:
    screen = make()
    screen.presenter.refresh()
    screen.view.show_kinds.assert_called_once_with(("patchcore", "padim"))
    assert screen.view.show_model.call_args.args == (("embedded", "file:mine"), (0.0, 0.5, 1.0))
    screen.presenter.choose(backbone="file:mine")
    screen.presenter.choose(kind="padim")
    assert screen.view.show_model.call_args.args == ((), ())
    assert screen.view.show_choices.call_args.args == (Choices(kind="padim"),), "a backbone of another kind is dropped"


def test_a_view_or_recipe_of_another_kind_brings_the_backbones_that_it_takes(make) -> None:
    recipe = rich_recipe()
    first, side = recipe.views
    other = side.model_copy(update={"model": side.model.model_copy(update={"kind": "padim"})})
    screen = make(recipe.model_copy(update={"views": (first, other)}))
    screen.presenter.choose_recipe("Flange", exists=True)
    assert screen.view.show_model.call_args.args == (("embedded", "file:mine"), (0.0, 0.5, 1.0))
    screen.presenter.choose_view("side")
    assert screen.view.show_model.call_args.args == ((), ())
    screen.presenter.choose_recipe("New one", exists=False)
    assert screen.view.show_model.call_args.args == (("embedded", "file:mine"), (0.0, 0.5, 1.0))


def test_an_image_of_the_folder_before_does_not_land_late(make, tmp_path: Path) -> None:
    background = WhenTold()
    screen = make(background=background)
    screen.presenter.refresh()
    screen.presenter.offer_images(sorted(write_images(tmp_path / "other", 2).iterdir()))
    screen.presenter.refresh()
    background.work_off(newest_first=True)
    assert [call.args[1] for call in screen.view.show_image.call_args_list] == ["1 of 2"]


def test_regions_are_drawn_on_a_good_part_and_nothing_without_one(make) -> None:
    screen = make()
    presenter = screen.presenter
    presenter.refresh()
    frame, caption = screen.view.show_image.call_args.args
    assert ((frame.width, frame.height), caption) == ((24, 18), "1 of 3")
    presenter.step_image(-1)
    assert screen.view.show_image.call_args.args[1] == "3 of 3"
    presenter.add_region()
    assert presenter.setup().region_of_interest is not None
    presenter.offer_images(())
    presenter.refresh()
    assert screen.view.show_image.call_args.args[0] is None


def test_an_inspector_sees_why_nothing_can_be_changed(make) -> None:
    screen = make(may=False)
    screen.presenter.person_changed()
    assert "sign in first" in screen.view.show_permits.call_args.args[0]


def test_detail_is_chosen_shown_with_its_cost_and_comes_back_with_the_recipe(make) -> None:
    screen = make()
    screen.presenter.choose(detail=0.5)
    assert (screen.presenter.setup().detail, screen.presenter.summary()) == (0.5, "Half detail")
    screen.presenter.choose(kind="padim")
    assert screen.presenter.setup().detail is None, "another kind begins as usual"
    recipe = make_recipe()
    model = recipe.views[0].model.model_copy(update={"settings": {"detail": 1.0}})
    known = make(recipe.model_copy(update={"views": (recipe.views[0].model_copy(update={"model": model}),)}))
    known.presenter.choose_recipe("Flange", exists=True)
    assert known.presenter.setup().detail == 1.0
    assert known.presenter.missing_to_add() == ""
    known.presenter.choose(detail=0.0)
    assert "teaching again" in known.presenter.missing_to_add()


def test_what_is_as_usual_again_is_said_since_unsaid_it_would_stay(make) -> None:
    recipe = make_recipe()
    model = recipe.views[0].model.model_copy(update={"settings": {"detail": 1.0, "backbone": "file:mine"}})
    screen = make(recipe.model_copy(update={"views": (recipe.views[0].model_copy(update={"model": model}),)}))
    screen.presenter.choose_recipe("Flange", exists=True)
    screen.presenter.choose(detail=0.0)
    screen.presenter.choose(backbone=None)
    assert (screen.presenter.setup().detail, screen.presenter.setup().backbone) == (0.0, "embedded")
    other = recipe.views[0].model.model_copy(update={"kind": "padim"})
    screen = make(recipe.model_copy(update={"views": (recipe.views[0].model_copy(update={"model": other}),)}))
    screen.presenter.choose_recipe("Flange", exists=True)
    screen.presenter.choose(kind=None)
    assert screen.presenter.setup().kind == "patchcore"
