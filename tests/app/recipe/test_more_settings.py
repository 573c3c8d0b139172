"""More settings on the Teach screen: regions by mouse, finger and keyboard, views, and what reaches the order."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from app.recipe.ports import Setup
from app.recipe.region_editor import REACH_PX
from app.recipe.regions import Grip
from app.theme import ThemeName, apply_theme
from tests.app.recipe.twins import StillCamera, write_images
from tests.app.screenshots import SIZES, shoot


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
