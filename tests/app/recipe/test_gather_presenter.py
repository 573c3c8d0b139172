from unittest.mock import create_autospec

from app.recipe.capture_presenter import CapturePresenter, CaptureView
from app.recipe.gather_presenter import GatherPresenter, GatherView, PartSource
from app.recipe.setup_presenter import SetupPresenter, SetupView
from tests.app.history.background import AtOnce, WhenTold
from tests.app.recipe.twins import ListedReleases, Person, StillCamera, TwoModels, write_images


def _presenter(tmp_path, *, may=True, background=None, camera=None):
    background = background or AtOnce()
    view, capture_view = create_autospec(GatherView, instance=True), create_autospec(CaptureView, instance=True)
    capture = CapturePresenter(capture_view, background, camera or StillCamera(), lambda name: tmp_path / name)
    releases, person = ListedReleases(), Person(may=may)
    setup = SetupPresenter(create_autospec(SetupView, instance=True), background, releases, TwoModels(), person)
    presenter = GatherPresenter(view, background, releases, person, capture, setup)
    return presenter, view, capture, capture_view


def test_a_folder_of_good_parts_makes_an_order(tmp_path):
    presenter, view, _, _ = _presenter(tmp_path)
    presenter.refresh()
    presenter.choose_name(" Flange ")
    presenter.choose_folder(write_images(tmp_path / "good", 5))
    presenter.choose_defects(write_images(tmp_path / "bad", 3))
    assert view.show_start.call_args.args == ("Teach anew with 5 parts", "")
    assert view.show_name.call_args.args == ("Makes version 8.",)
    order = presenter.order()
    assert (order.recipe, len(order.images), len(order.defects), order.who) == ("Flange", 5, 3, "Kim")


def test_unreadable_files_are_named_and_left_out_by_choice(tmp_path):
    presenter, view, _, _ = _presenter(tmp_path)
    presenter.choose_name("New one")
    presenter.choose_folder(write_images(tmp_path / "good", 5, broken=2))
    _folder, sentence, files = view.show_folder.call_args.args
    assert sentence == "2 of 7 images cannot be read."
    assert len(files) == 2
    assert "broken-0.png" in files[0]
    assert view.show_start.call_args.args == ("Go on with 5", "")
    assert all("broken" not in path.name for path in presenter.order().images)


def test_what_is_missing_is_said(tmp_path):
    presenter, _view, _, _ = _presenter(tmp_path)
    presenter.choose_folder(write_images(tmp_path / "good", 1))
    assert presenter.missing() == "The recipe needs a name."
    presenter.choose_name("a/b")
    assert "cannot be a recipe name" in presenter.missing()
    presenter.choose_name("Flange")
    assert presenter.missing() == "Teaching needs at least 2 good parts."


def test_a_folder_without_images_is_told(tmp_path):
    presenter, view, _, _ = _presenter(tmp_path)
    presenter.choose_folder(tmp_path)
    assert "There is no image in" in view.show_trouble.call_args.args[0].what


def test_a_later_folder_overtakes_an_earlier_one(tmp_path):
    background = WhenTold()
    presenter, _view, _, _ = _presenter(tmp_path, background=background)
    presenter.choose_name("New one")
    presenter.choose_folder(write_images(tmp_path / "first", 3))
    presenter.choose_folder(write_images(tmp_path / "second", 4))
    background.work_off(newest_first=True)
    assert {path.parent.name for path in presenter.order().images} == {"second"}


def test_an_inspector_sees_why_nothing_can_be_changed(tmp_path):
    presenter, view, _, _ = _presenter(tmp_path, may=False)
    presenter.refresh()
    reason = view.show_permits.call_args.args[0]
    assert "quality engineer or line lead can teach" in reason
    assert view.show_start.call_args.args[1] == reason


def test_capture_keeps_the_next_frame_and_undo_forgets_the_last(tmp_path):
    camera = StillCamera()
    presenter, view, capture, _capture_view = _presenter(tmp_path, camera=camera)
    presenter.choose_name("Flange")
    presenter.choose_source(PartSource.CAMERA)
    camera.give(1)
    assert capture.paths() == ()
    for value in (2, 3, 4):
        capture.capture()
        camera.give(value)
        camera.give(99)
    assert len(capture.paths()) == 3
    capture.undo()
    assert [path.name for path in presenter.order().images] == ["0001.png", "0002.png"]
    assert view.show_start.call_args.args == ("Teach 2 parts", "")
    capture.clear()
    assert capture.paths() == ()
    assert list((tmp_path / "Flange").iterdir()) == []


def test_on_every_trigger_only_triggered_frames_are_kept(tmp_path):
    camera = StillCamera()
    presenter, _, capture, _ = _presenter(tmp_path, camera=camera)
    presenter.choose_name("Flange")
    presenter.choose_source(PartSource.CAMERA)
    capture.capture_by_trigger(True)
    assert camera.by_trigger
    camera.give(1, triggered=True)
    camera.give(2)
    camera.give(3, triggered=True)
    assert len(capture.paths()) == 2


def test_captured_parts_are_still_there_next_time(tmp_path):
    camera = StillCamera()
    presenter, _, capture, _ = _presenter(tmp_path, camera=camera)
    presenter.choose_name("Flange")
    presenter.choose_source(PartSource.CAMERA)
    capture.capture()
    camera.give(1)
    again, _, capture_again, _ = _presenter(tmp_path)
    again.choose_name("Flange")
    assert len(capture_again.paths()) == 1


def test_a_camera_that_inspects_is_not_lent(tmp_path):
    camera = StillCamera("The station inspects: stop it to capture parts.")
    presenter, _, _, capture_view = _presenter(tmp_path, camera=camera)
    presenter.choose_name("Flange")
    presenter.choose_source(PartSource.CAMERA)
    assert capture_view.show_live.call_args.args == (None, camera.why_not)
    assert capture_view.show_capture.call_args.args == (camera.why_not,)
    assert camera.on_frame is None
