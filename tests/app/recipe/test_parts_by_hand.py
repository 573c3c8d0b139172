"""Good parts on the Teach screen that a person looks at: left out, added, taken out, captured."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.recipe.ports import GoodPart
from app.theme import ThemeName, apply_theme
from tests.app.recipe.twins import LEARNED, ListedReleases, make_recipe, write_images
from tests.app.screenshots import SIZES, shoot


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
