"""A recipe of several cameras in the real window: devices by name, all views of a part, and what is told in trouble."""

import functools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

import app.recipe.station_teacher
from app.desktop.screens import LivePlace
from app.live.view import LiveScreen
from app.recipe.view import TeachView
from app.settings import SettingsFile, StationCamera
from tests.app.desktop.conftest import CAMERA, LOT, RECIPE, SIZE, OpenApp, Opened, settle
from tests.weights import TINY
from vision.images import encode_png
from vision.inspection import Frame, Trouble
from vision.recipe import CameraSettings, RecipeLibrary, Region
from vision.station import StationState
from vision.storage import Home
from vision.synth.dataset import good_frames
from vision.teaching import TeachRequest, teach

SIDE = CAMERA.replace("seed=3", "seed=4")


@pytest.fixture
def two_eyed(home: Path) -> Path:
    """The home's recipe looks through a second camera `side` from its version 2 on; no device stands for it."""
    library = RecipeLibrary(Home(home).recipes)
    frames = [Frame(pixels=pixels) for pixels in good_frames(4, 6, size=SIZE)]
    cameras = {"camera-1": CameraSettings(), "side": CameraSettings()}
    request = TeachRequest(
        recipes=library,
        recipe=RECIPE,
        images=frames,
        view="side",
        camera="side",
        cameras=cameras,
        model_settings=TINY,
    )
    recipe = teach(request, progress=lambda _: None, cancelled=lambda: False).recipe
    library.release(RECIPE, recipe.version, by="Ada", time=recipe.created)
    return home


def live(opened: Opened) -> LiveScreen:
    place = opened.shell.window.open_screen("live")
    assert isinstance(place, LivePlace)
    return place.live.view


def test_a_camera_without_a_device_is_named_and_nothing_starts(two_eyed: Path, open_app: OpenApp) -> None:
    opened = open_app(two_eyed)
    with pytest.raises(Trouble, match=f"Recipe {RECIPE} looks through side, and no device stands for it") as told:
        opened.desk.station.start()
    assert told.value.remedy.values == {"camera": "side"}, "said in any language"
    assert opened.state is StationState.STOPPED
    assert opened.records() == []


def test_a_recipe_that_lacks_a_device_leaves_the_running_one_in_place(two_eyed: Path, open_app: OpenApp) -> None:
    opened = open_app(two_eyed)
    opened.desk.station.choose(RECIPE, 1, LOT)
    opened.inspect(1)
    with pytest.raises(Trouble, match="no device stands for it"):
        opened.desk.station.choose(RECIPE, 2, "L-2")
    before = len(opened.records())
    opened.until(lambda: len(opened.records()) > before + 1)
    opened.stop()
    chosen = opened.desk.station.recipe
    assert chosen is not None
    assert (chosen.version, opened.desk.station.lot) == (1, LOT)
    assert {(record.recipe_version, record.part.lot) for record in opened.records()} == {(1, LOT)}


def test_a_device_chosen_on_the_cameras_screen_makes_it_run(two_eyed: Path, open_app: OpenApp) -> None:
    opened = open_app(two_eyed)
    desk = opened.desk
    assert {place.name: place.device is not None for place in desk.station.places()} == {
        "camera-1": True,
        "side": False,
    }
    desk.station.use_device("side", StationCamera(spec=SIDE))
    view = live(opened)
    opened.inspect(2)
    opened.until(view.views.isVisible)
    opened.stop()
    assert [strip.key for strip in view.views.shown] == ["view-1", "side"]
    assert all(strip.picture is not None for strip in view.views.shown)
    views = [[view.view for view in record.views] for record in opened.records()]
    assert views[0] == ["view-1", "side"]
    assert SettingsFile(Home(two_eyed).settings).load().further_cameras["side"].spec == SIDE
    assert desk.station.camera_name == "2 cameras"
    assert desk.book.current.camera == CAMERA, "the station's own camera is still the first one"


def test_of_two_cameras_the_lost_one_is_named_in_the_banner(two_eyed: Path, open_app: OpenApp, tmp_path: Path) -> None:
    settle(two_eyed, further_cameras={"side": StationCamera(spec=f"folder:{tmp_path / 'nowhere'}")})
    opened = open_app(two_eyed)
    opened.shell.autostart()
    opened.until(lambda: "side" in opened.banner())
    assert "camera-1" not in opened.banner()


def test_a_second_camera_comes_from_the_teach_screen_to_the_running_line(
    home: Path, open_app: OpenApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny = functools.partial(TeachRequest, model_settings=TINY)
    monkeypatch.setattr(app.recipe.station_teacher, "TeachRequest", tiny)
    opened = open_app(home)
    teaching = opened.shell.window.open_screen("teach")
    assert isinstance(teaching, TeachView)
    gather, page = teaching.gather, teaching.gather.setup
    gather.folder_chosen.emit(write_parts(tmp_path / "good"))
    opened.until(lambda: gather.start.isEnabled() and gather.name.currentText() == RECIPE)
    opened.qtbot.mouseClick(gather.more, Qt.MouseButton.LeftButton)
    opened.until(lambda: page.view.isVisible() and page.editor.frame_size == SIZE)
    page.view.new_asked.emit()
    page.view.camera.setEditText("side")
    assert "side" in {place.name for place in opened.desk.station.places()}
    page.editor.drawn.emit(Region(x=10, y=10, width=280, height=200))
    opened.qtbot.mouseClick(page.close_page, Qt.MouseButton.LeftButton)
    opened.qtbot.mouseClick(gather.start, Qt.MouseButton.LeftButton)
    opened.until(teaching.lines.isVisible, timeout_s=60)
    opened.qtbot.mouseClick(teaching.lines.use, Qt.MouseButton.LeftButton)
    opened.qtbot.mouseClick(teaching.release.release, Qt.MouseButton.LeftButton)
    opened.until(lambda: opened.desk.station.recipe is not None and opened.desk.station.recipe.version == 2)
    stored = opened.premises.recipes.load(RECIPE)
    assert [(view.name, view.camera) for view in stored.views] == [("view-1", "camera-1"), ("view-2", "side")]
    assert stored.views[1].region_of_interest == Region(x=10, y=10, width=280, height=200)
    with pytest.raises(Trouble, match="side"):
        opened.desk.station.start()
    opened.desk.station.use_device("side", StationCamera(spec=SIDE))
    opened.inspect(1)
    opened.stop()
    assert [view.view for view in opened.records()[0].views] == ["view-1", "view-2"]


def write_parts(folder: Path) -> Path:
    folder.mkdir()
    for number, pixels in enumerate(good_frames(4, 6, size=SIZE)):
        (folder / f"{number}.png").write_bytes(encode_png(pixels))
    return folder
