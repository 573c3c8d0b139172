"""A fresh station leads a person by the hand, from no recipe to a running line."""

import functools
from pathlib import Path

import pytest

import app.desktop.guide
from app.desktop.guide import LearnRequest
from app.desktop.screens import LivePlace
from app.first_start.ports import Step
from tests.app.desktop.conftest import CAMERA, OpenApp, Opened
from tests.weights import TINY
from vision.recipe import CameraSettings, TriggerMode
from vision.station import StationState


@pytest.fixture(autouse=True)
def _tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app.desktop.guide, "LearnRequest", functools.partial(LearnRequest, model_settings=TINY))


def place_of(opened: Opened) -> LivePlace:
    place = opened.shell.window.open_screen("live")
    assert isinstance(place, LivePlace)
    return place


def test_the_guided_path_leads_from_a_camera_to_a_running_line(fresh_home: Path, open_app: OpenApp) -> None:
    opened = open_app(fresh_home)
    settings = CameraSettings(trigger_mode=TriggerMode.SOFTWARE, gain_db=1.0)
    opened.desk.book.change(opened.desk.book.current.model_copy(update={"camera_settings": settings}), "Ada")
    place = place_of(opened)
    assert place.guide is not None
    assert place.currentWidget() is place.guide.view
    presenter = place.guide.presenter
    presenter.choose(CAMERA)
    presenter.use_camera()
    assert opened.desk.book.current.camera == CAMERA
    presenter.teach("Plate", parts=8)
    assert "Teaching is not finished" in opened.shell.desk.hooks.going_on[0]()
    opened.until(lambda: presenter.step is Step.RUN, 40)
    presenter.run()
    opened.until(lambda: len(opened.records()) >= 2)
    assert place.currentWidget() is place.live.view
    assert opened.state is StationState.INSPECTING
    opened.stop()
    recipe = opened.premises.recipes.load("Plate")
    assert {record.recipe for record in opened.records()} == {"Plate"}
    assert recipe.cameras["camera-1"].gain_db == 1.0
    assert opened.desk.book.current.last_recipe == "Plate"


def test_cancelled_teaching_leaves_nothing_behind(fresh_home: Path, open_app: OpenApp) -> None:
    opened = open_app(fresh_home)
    guide = place_of(opened).guide
    assert guide is not None
    guide.presenter.choose(CAMERA)
    guide.presenter.use_camera()
    guide.presenter.teach("Plate", parts=400)
    guide.presenter.cancel()
    opened.until(lambda: not guide.presenter.is_teaching)
    assert guide.presenter.step is Step.TEACH
    assert opened.premises.recipes.names() == []
    assert opened.banner() == ""


def test_a_folder_without_images_is_told_on_the_path(fresh_home: Path, open_app: OpenApp, tmp_path: Path) -> None:
    opened = open_app(fresh_home)
    guide = place_of(opened).guide
    assert guide is not None
    empty = tmp_path / "no pictures"
    empty.mkdir()
    guide.presenter.choose(CAMERA)
    guide.presenter.use_camera()
    guide.presenter.teach("Plate", folder=empty)
    opened.until(lambda: not guide.presenter.is_teaching)
    assert guide.presenter.step is Step.TEACH
    assert opened.premises.recipes.names() == []


def test_start_on_a_fresh_station_says_what_is_missing(fresh_home: Path, open_app: OpenApp) -> None:
    opened = open_app(fresh_home)
    opened.shell.autostart()
    assert "No recipe is chosen." in opened.banner()
    assert opened.state is StationState.STOPPED
