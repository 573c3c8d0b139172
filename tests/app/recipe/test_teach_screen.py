"""The Teach screen with its real widgets, and teaching itself through its door."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from app.recipe import station_teacher
from app.recipe.ports import GoodPart, Setup, TeachOrder
from app.recipe.presenter import TeachStep
from app.recipe.region_editor import REACH_PX
from app.recipe.regions import Grip
from app.recipe.screen import TeachNeeds, make_teach
from app.recipe.station_teacher import StationTeacher
from app.theme import ThemeName, apply_theme
from app.widgets.histogram import ThresholdLine
from tests.app.history.background import AtOnce
from tests.app.recipe.twins import (
    LEARNED,
    ListedReleases,
    Person,
    QuickTeacher,
    StillCamera,
    TwoModels,
    TwoStored,
    make_recipe,
    write_images,
)
from tests.app.screenshots import SIZES, shoot
from tests.weights import TINY, use_random_weights
from vision.inspection import points
from vision.recipe import RecipeLibrary
from vision.teaching import teach, upper_bound


@pytest.fixture
def make_screen(qtbot, tmp_path):
    apply_theme(QApplication.instance(), ThemeName.DARK)

    def make(*, may=True, releases=None, camera=None):
        needs = TeachNeeds(
            background=AtOnce(),
            teacher=QuickTeacher(),
            releases=releases or ListedReleases(),
            models=TwoModels(),
            permits=Person(may=may),
            camera=camera or StillCamera(),
            stored=TwoStored(),
            captures=lambda name: tmp_path / "captures" / name,
            upper_bound=upper_bound,
            on_released=lambda recipe, version: None,
        )
        screen = make_teach(needs)
        qtbot.addWidget(screen.view)
        screen.view.resize(1188, 744)
        screen.view.show()
        teacher = needs.teacher
        return SimpleNamespace(view=screen.view, presenter=screen.presenter, needs=needs, orders=teacher.orders)

    return make


def test_from_a_folder_to_a_release_by_hand(make_screen, qtbot, tmp_path):
    releases = ListedReleases()
    view = make_screen(releases=releases).view
    view.gather.name.setEditText("Flange")
    view.gather.folder_chosen.emit(write_images(tmp_path / "good", 4, broken=1))
    assert view.gather.start.text() == "Go on with 4"
    qtbot.mouseClick(view.gather.show_files, Qt.MouseButton.LeftButton)
    assert view.gather.files.isVisible()
    qtbot.mouseClick(view.gather.start, Qt.MouseButton.LeftButton)
    assert view.lines.isVisible()
    qtbot.keyClick(view.lines.histogram._handles["T1"], Qt.Key.Key_Left)
    assert view.lines.histogram.thresholds.t1 == pytest.approx(0.49)
    qtbot.mouseClick(view.lines.use, Qt.MouseButton.LeftButton)
    assert view.release.lines.text() == "T1 and T2 drawn by hand"
    view.release.note.setPlainText("first")
    with qtbot.waitSignal(view.release.told):
        qtbot.mouseClick(view.release.release, Qt.MouseButton.LeftButton)
    version, lines, note, who = releases.released[0]
    assert (version, lines["view-1"].t1, note, who) == (8, pytest.approx(0.49), "first", "Kim")


def test_wherever_the_lines_are_drawn_they_are_read_as_50_and_70(make_screen, qtbot):
    screen = make_screen()
    view = screen.view
    view.gather.name.setEditText("Flange")
    screen.presenter.reopen_lines()
    screen.presenter.use_lines()
    assert view.release.lines.text() == "T1 and T2 as suggested"
    screen.presenter.go_back()
    for _ in range(2):
        figures = view.lines.histogram.figures()
        assert figures[50] == view.lines.histogram.x_of(view.lines.histogram.thresholds.t1)
        tile = view.lines._tiles[0]
        assert points(tile.part.score, view.lines.histogram.thresholds) == tile._points
        qtbot.keyClick(view.lines.histogram._handles["T1"], Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)


def test_dragging_a_line_changes_the_table_at_once(make_screen, qtbot):
    screen = make_screen()
    screen.view.gather.name.setEditText("Flange")
    screen.presenter.reopen_lines()
    before = screen.view.lines.rates._overkill.text()
    for _ in range(5):
        qtbot.keyClick(screen.view.lines.histogram._handles["T1"], Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyClick(screen.view.lines.histogram._handles["T2"], Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert (before, screen.view.lines.rates._overkill.text()) == ("0 of 24", "24 of 24")


def test_an_inspector_finds_everything_locked_with_the_reason(make_screen):
    screen = make_screen(may=False)
    view = screen.view
    assert not view.gather.start.isEnabled()
    assert "sign in first" in view.gather.start.accessibleDescription()
    assert not view.gather.name.isEnabled()
    view.gather.name.setEditText("Flange")
    screen.presenter.reopen_lines()
    assert not view.lines.use.isEnabled()
    assert not view.lines.histogram._handles["T1"].isEnabled()


def test_the_camera_is_given_back_when_the_screen_is_left_and_comes_back_with_it(make_screen, qtbot):
    camera = StillCamera()
    view = make_screen(camera=camera).view
    view.gather.name.setEditText("Flange")
    qtbot.mouseClick(list(view.gather._sources.values())[1], Qt.MouseButton.LeftButton)
    assert camera.on_frame is not None
    view.hide()
    assert camera.on_frame is None
    view.show()
    assert camera.on_frame is not None
    view.gather.lines_asked.emit()
    assert camera.on_frame is None


@pytest.mark.parametrize("step", list(TeachStep))
def test_everything_that_takes_the_keyboard_has_a_name(make_screen, step):
    screen = make_screen()
    screen.view.gather.name.setEditText("Flange")
    screen.presenter.reopen_lines()
    screen.presenter.use_lines()
    screen.view.show_step(step, "Release v8")
    nameless = [
        widget
        for widget in screen.view.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and not widget.accessibleName()
    ]
    assert nameless == []


def test_teaching_makes_a_draft_and_scores_known_defects(tmp_path, monkeypatch):
    use_random_weights(monkeypatch, tmp_path)
    monkeypatch.setattr(
        station_teacher, "teach", lambda request, **told: teach(replace(request, model_settings=TINY), **told)
    )
    library = RecipeLibrary(tmp_path / "recipes")
    good = sorted(write_images(tmp_path / "good", 8).iterdir())
    bad = sorted(write_images(tmp_path / "bad", 2).iterdir())
    teacher = StationTeacher(library, tmp_path / "drafts", tmp_path / "weights")
    shares = []
    order = TeachOrder(recipe="Flange", images=tuple(good), defects=tuple(bad), who="Kim")
    draft = teacher.teach(order, lambda stage: shares.append(stage.share), lambda: False)
    assert library.names() == [], "nothing is released by teaching"
    assert (draft.recipe.version, draft.recipe.created_by) == (1, "Kim")
    assert shares == sorted(shares)
    (evidence,) = draft.evidence
    assert (len(evidence.good), len(evidence.defects)) == (8, 2)
    assert all(part.image in good for part in evidence.parts if not part.is_defect)
    assert teacher.teach(order, lambda stage: None, lambda: True) is None
    assert library.names() == []


def test_escape_goes_one_step_back(make_screen):
    screen = make_screen()
    screen.view.gather.name.setEditText("Flange")
    assert not screen.view.go_back()
    screen.presenter.reopen_lines()
    screen.presenter.use_lines()
    assert screen.view.go_back()
    assert screen.view.lines.isVisible()
    assert screen.view.go_back()
    assert screen.view.gather.isVisible()


def test_signing_out_locks_what_is_open_and_keeps_the_lines_as_drawn(make_screen):
    screen = make_screen()
    screen.view.gather.name.setEditText("Flange")
    screen.presenter.reopen_lines()
    screen.view.lines.histogram.move_line(ThresholdLine.T1, 0.4, let_go=True)
    screen.needs.permits.is_allowed = False
    screen.presenter.person_changed()
    assert not screen.view.lines.use.isEnabled()
    assert screen.view.lines.histogram.thresholds.t1 == pytest.approx(0.4)


@pytest.fixture
def setting_up(make_screen, qtbot, tmp_path):
    """More settings, unfolded over the first of three good parts of 400 x 300 pixels."""
    screen = make_screen()
    screen.view.resize(1188, 744)
    screen.view.gather.name.setEditText("New one")
    screen.view.gather.folder_chosen.emit(write_images(tmp_path / "good", 3, size=(400, 300)))
    qtbot.mouseClick(screen.view.gather.more, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    return screen


def on_screen(editor, x, y):
    """A point of the frame in the editor."""
    (left, top), scale = editor.place.origin, editor.place.scale
    return QPoint(round(left + x * scale), round(top + y * scale))


def drag(qtbot, editor, start, end):
    qtbot.mousePress(editor, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(editor, (start + end) / 2)
    qtbot.mouseMove(editor, end)
    qtbot.mouseRelease(editor, Qt.MouseButton.LeftButton, pos=end)


def taught(screen, qtbot):
    """Teach, and what was asked for."""
    qtbot.mouseClick(screen.view.gather.setup.close_page, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(screen.view.gather.start, Qt.MouseButton.LeftButton)
    return screen.orders[-1].setup


def about(region, *numbers):
    return (region.x, region.y, region.width, region.height) == pytest.approx(numbers, abs=1)


def test_regions_are_drawn_pulled_and_taught_with_the_mouse(setting_up, qtbot):
    page = setting_up.view.gather.setup
    editor = page.editor
    drag(qtbot, editor, on_screen(editor, 40, 30), on_screen(editor, 360, 270))
    qtbot.mouseClick(page.ignore, Qt.MouseButton.LeftButton)
    drag(qtbot, editor, on_screen(editor, 100, 100), on_screen(editor, 180, 160))
    drag(qtbot, editor, on_screen(editor, 140, 130), on_screen(editor, 150, 140))
    corner = editor.handle_at(0, Grip.BOTTOM_RIGHT).toPoint() + QPoint(11, 11)
    drag(qtbot, editor, corner, corner + QPoint(round(20 * editor.place.scale), 0))
    setup = taught(setting_up, qtbot)
    assert about(setup.region_of_interest, 40, 30, 320, 240)
    (ignored,) = setup.ignore_regions
    assert about(ignored, 110, 110, 100, 60)


def test_a_finger_draws_a_region(setting_up):
    editor = setting_up.view.gather.setup.editor
    finger = QTest.createTouchDevice()
    path = [on_screen(editor, x, y) for x, y in ((40, 30), (200, 150), (360, 270))]
    QTest.touchEvent(editor, finger).press(0, path[0], editor).commit()
    for point in path[1:]:
        QTest.touchEvent(editor, finger).move(0, point, editor).commit()
    QTest.touchEvent(editor, finger).release(0, path[-1], editor).commit()
    assert about(editor._regions.interest, 40, 30, 320, 240)


def test_numbers_undo_and_remove(setting_up, qtbot):
    page = setting_up.view.gather.setup
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    left = page.region.numbers.fields["x"]
    left.spin.setValue(12)
    qtbot.waitUntil(lambda: about(page.editor._regions.interest, 12, 37, 300, 225))
    qtbot.mouseClick(page.undo, Qt.MouseButton.LeftButton)
    assert about(page.editor._regions.interest, 50, 37, 300, 225)
    assert not page.region.remove.isVisible(), "no region is chosen after Undo"
    qtbot.mouseClick(page.editor, Qt.MouseButton.LeftButton, pos=on_screen(page.editor, 100, 100))
    qtbot.mouseClick(page.region.remove, Qt.MouseButton.LeftButton)
    assert taught(setting_up, qtbot) == Setup()


def test_regions_by_keyboard_alone(setting_up, qtbot):
    page = setting_up.view.gather.setup
    qtbot.keyClick(page.add, Qt.Key.Key_Space)
    qtbot.keyClick(page.editor, Qt.Key.Key_Right)
    qtbot.keyClick(page.editor, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert about(page.editor._regions.interest, 51, 27, 300, 225)
    qtbot.keyClick(page.editor, Qt.Key.Key_Delete)
    assert page.editor._regions.interest is None


def test_handles_are_large_enough_for_a_finger():
    assert 2 * REACH_PX >= 44


def test_the_other_settings_reach_the_order(setting_up, qtbot):
    page = setting_up.view.gather.setup
    page.part.deadline.spin.setValue(120)
    page.part.prefix.setText("F-")
    page.part.prefix.editingFinished.emit()
    choose(page.model.kind, 0)
    choose(page.model.backbone, 1)
    qtbot.waitUntil(lambda: "120 ms" in setting_up.view.gather.summary.text())
    setup = taught(setting_up, qtbot)
    assert (setup.takt_deadline_ms, setup.identity.prefix, setup.kind, setup.backbone) == (120, "F-", None, "file:mine")


def choose(field, index):
    field.box.setCurrentIndex(index)
    field.box.activated.emit(index)


def test_a_further_view_is_named_and_its_parts_come_from_its_own_camera(make_screen, qtbot, tmp_path):
    camera = StillCamera()
    screen = make_screen(camera=camera)
    screen.view.gather.name.setEditText("Flange")
    qtbot.mouseClick(list(screen.view.gather._sources.values())[1], Qt.MouseButton.LeftButton)
    screen.view.gather.open_setup()
    page = screen.view.gather.setup
    choose(page.view.views, 1)
    assert (page.view.name.text(), page.view.camera.currentText()) == ("view-2", "camera-2")
    page.view.name.clear()
    qtbot.keyClicks(page.view.name, "side")
    assert camera.camera == "camera-2"
    qtbot.mouseClick(page.close_page, Qt.MouseButton.LeftButton)
    for value in (1, 2):
        screen.view.gather.capture.capture_asked.emit()
        camera.give(value)
    assert len(list((tmp_path / "captures" / "Flange" / "side").glob("*.png"))) == 2
    setup = taught(screen, qtbot)
    assert (setup.view, setup.camera) == ("side", "camera-2")


def test_escape_folds_more_settings_and_an_inspector_finds_them_locked(make_screen, qtbot):
    screen = make_screen(may=False)
    screen.view.gather.open_setup()
    page = screen.view.gather.setup
    assert page.isVisible()
    assert not page.model.isEnabled()
    assert not page.add.isEnabled()
    assert page.editor.accessibleName() == "No good part yet", "nothing here is live"
    assert screen.view.go_back()
    assert not page.isVisible()
    assert not screen.view.go_back()


def test_everything_of_more_settings_has_a_name_and_can_be_hit(setting_up):
    page = setting_up.view.gather.setup
    page.add_asked.emit()
    found = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith("qt_")  # Qt's own inner parts
    ]
    assert [repr(widget) for widget in found if not widget.accessibleName()] == []
    small = [
        widget.accessibleName()
        for widget in found
        if isinstance(widget, QAbstractButton | QComboBox) and widget.height() < 44
    ]
    assert small == []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", list(ThemeName))
def test_screenshots_of_more_settings(setting_up, size, name):
    apply_theme(QApplication.instance(), name)
    setting_up.view.resize(size[0] - 92, size[1] - 56)
    setting_up.view.gather.setup.add_asked.emit()
    picture = shoot(setting_up.view, "teach-more-settings", name)
    assert picture.size() == setting_up.view.size(), "nothing asks for more room than there is"


@pytest.fixture
def odd_parts(tmp_path):
    return tuple(
        GoodPart(key=str(path), score=0.6 + number / 10)
        for number, path in enumerate(sorted(write_images(tmp_path / "odd", 2, size=(400, 300)).iterdir()))
    )


@pytest.fixture
def taught_with_odd(make_screen, qtbot, tmp_path, odd_parts):
    """Step 3 of a teaching in which two good parts stand apart."""
    screen = make_screen()
    screen.needs.teacher.odd = odd_parts
    screen.view.gather.name.setEditText("Flange")
    screen.view.gather.folder_chosen.emit(write_images(tmp_path / "good", 4))
    qtbot.mouseClick(screen.view.gather.start, Qt.MouseButton.LeftButton)
    return screen


def choose_part(picker, number):
    item = picker.parts.item(number)
    QTest.mouseClick(picker.parts.viewport(), Qt.MouseButton.LeftButton, pos=picker.parts.visualItemRect(item).center())


def test_odd_parts_are_looked_at_and_one_is_left_out_by_hand(taught_with_odd, qtbot, odd_parts):
    view = taught_with_odd.view
    assert view.lines.odd.text().startswith("2 good parts stand apart")
    qtbot.mouseClick(view.lines.look_at_odd, Qt.MouseButton.LeftButton)
    picker = view.picker
    assert not picker.go_on.isEnabled(), "nothing is chosen for the person"
    assert picker.go_on.text() == "Leave out and teach again"
    choose_part(picker, 1)
    assert picker.go_on.text() == "Leave 1 out and teach again"
    qtbot.mouseClick(picker.go_on, Qt.MouseButton.LeftButton)
    assert taught_with_odd.orders[-1].leave_out == (odd_parts[1].image,)
    assert view.picker is None


def test_keeping_all_odd_parts_teaches_nothing_again(taught_with_odd, qtbot):
    view = taught_with_odd.view
    qtbot.mouseClick(view.lines.look_at_odd, Qt.MouseButton.LeftButton)
    qtbot.keyClick(view.picker, Qt.Key.Key_Escape)
    assert len(taught_with_odd.orders) == 1
    assert view.lines.isVisible()


def test_parts_are_added_and_taken_out_by_hand(make_screen, qtbot, tmp_path):
    screen = make_screen()
    view, teacher = screen.view, screen.needs.teacher
    view.gather.name.setEditText("New one")
    assert not view.gather.add.isVisible(), "there is nothing to add to"
    view.gather.name.setEditText("Flange")
    assert not view.gather.add.isVisible(), "there is nothing to add"
    view.gather.folder_chosen.emit(write_images(tmp_path / "good", 1))
    assert view.gather.add.text() == "Add 1 part"
    qtbot.mouseClick(view.gather.add, Qt.MouseButton.LeftButton)
    assert [len(order.images) for order in teacher.added] == [1]
    view.go_back()
    qtbot.mouseClick(view.gather.learned, Qt.MouseButton.LeftButton)
    choose_part(view.picker, 0)
    qtbot.mouseClick(view.picker.go_on, Qt.MouseButton.LeftButton)
    assert teacher.taken_out[0].parts == (LEARNED[-1].key,)
    assert view.lines.isVisible(), "the new lines are shown before anything is released"


def test_parts_are_not_added_under_other_settings_or_to_other_kinds(make_screen, tmp_path):
    screen = make_screen()
    gather = screen.view.gather
    gather.name.setEditText("Flange")
    gather.folder_chosen.emit(write_images(tmp_path / "good", 2))
    gather.setup.chosen.emit("detail", 0.5)
    assert "teaching again" in gather.add.accessibleDescription()
    assert gather.learned.isEnabled()
    recipe = make_recipe()
    model = recipe.views[0].model.model_copy(update={"kind": "padim"})
    padim = recipe.model_copy(update={"views": (recipe.views[0].model_copy(update={"model": model}),)})
    other = make_screen(releases=ListedReleases(padim)).view.gather
    other.name.setEditText("Flange")
    assert "PaDiM learns all parts at once" in other.learned.accessibleDescription()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", list(ThemeName))
def test_screenshots_of_changing_a_recipe(taught_with_odd, qtbot, name, size):
    apply_theme(QApplication.instance(), name)
    view = taught_with_odd.view
    view.resize(size[0] - 92, size[1] - 56)
    shoot(view, "teach-lines-odd", name)
    qtbot.mouseClick(view.lines.look_at_odd, Qt.MouseButton.LeftButton)
    choose_part(view.picker, 0)
    assert view.picker.width() < view.width()
    shoot(view.picker, "teach-odd-sheet", name)
    view.picker.reject()
    view.go_back()
    assert shoot(view, "teach-good-parts", name).size() == view.size()
    qtbot.mouseClick(view.gather.learned, Qt.MouseButton.LeftButton)
    assert view.picker.height() < view.height()
    shoot(view.picker, "teach-take-out", name)


def test_inspected_parts_join_the_captured_ones_by_hand(make_screen, qtbot, tmp_path):
    view = make_screen().view
    view.gather.name.setEditText("Flange")
    qtbot.mouseClick(list(view.gather._sources.values())[1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.gather.stored, Qt.MouseButton.LeftButton)
    choose_part(view.picker, 0)
    choose_part(view.picker, 1)
    qtbot.mouseClick(view.picker.go_on, Qt.MouseButton.LeftButton)
    assert len(list((tmp_path / "captures" / "Flange").glob("*.png"))) == 2
    assert view.gather.add.text() == "Add 2 parts"
