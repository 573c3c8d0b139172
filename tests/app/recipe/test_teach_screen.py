"""The Teach screen with its real widgets, and teaching itself through its door."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.recipe import station_teacher
from app.recipe.ports import TeachOrder
from app.recipe.presenter import TeachStep
from app.recipe.station_teacher import StationTeacher
from app.widgets.histogram import ThresholdLine
from tests.app.recipe.twins import DEFECTS, GOOD, ListedReleases, StillCamera, make_draft, write_images
from tests.weights import TINY, use_random_weights
from vision.inspection import Thresholds, points
from vision.recipe import RecipeLibrary
from vision.teaching import teach


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


def test_a_part_whose_image_is_gone_says_so_on_its_tile(make_screen, tmp_path):
    there = next(write_images(tmp_path / "good", 1).iterdir())
    (broken := tmp_path / "broken.png").write_bytes(b"no image")
    images = dict(zip(("good-22.png", "good-23.png"), (there, broken), strict=True))
    parts = tuple(replace(part, image=images.get(part.name)) for part in GOOD)
    releases = ListedReleases()
    releases.reopen = lambda name: make_draft(parts)
    screen = make_screen(releases=releases)
    screen.view.gather.name.setEditText("Flange")
    screen.presenter.reopen_lines()
    told = {tile.part.name: "No image" in tile.accessibleName() for tile in screen.view.lines._tiles}
    assert told == {part.name: part.name != "good-22.png" for part in GOOD[16:]}
    screen.presenter._steps.lines.draw(Thresholds(t1=0.2, t2=0.62))
    assert screen.view.lines._tiles[0].part.name == "good-0.png"
    screen.presenter._steps.lines.suggest()
    assert told == {tile.part.name: "No image" in tile.accessibleName() for tile in screen.view.lines._tiles}


def test_beside_an_alarm_everything_about_the_lines_can_be_read_the_promise_first(make_screen, qtbot):
    releases = ListedReleases()
    releases.reopen = lambda name: make_draft(GOOD * 12 + DEFECTS)
    screen = make_screen(releases=releases)
    screen.view.resize(1188, 632)  # 1280 x 800 with the banner
    screen.view.gather.name.setEditText("Flange")
    screen.presenter.reopen_lines()
    lines = screen.view.lines
    remark = lines.rates._remark
    assert remark.text().startswith("At most 1 % is guaranteed after ")
    room = lines.table.parentWidget().parentWidget()
    qtbot.waitUntil(lambda: lines.rates.height() >= lines.rates.sizeHint().height())
    assert remark.height() >= remark.heightForWidth(remark.width())
    for card in (lines.table, lines.rates):
        assert card.geometry().right() < room.width()
        assert card.minimumSizeHint().width() <= card.width()


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
