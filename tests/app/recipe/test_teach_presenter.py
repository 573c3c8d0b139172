from types import SimpleNamespace
from unittest.mock import create_autospec

import pytest

from app.recipe.gather_presenter import GatherPresenter
from app.recipe.lines_presenter import LinesPresenter, LinesView
from app.recipe.pick_presenter import PickPresenter, PickView
from app.recipe.ports import GoodPart, TeachOrder
from app.recipe.presenter import TeachPresenter, TeachStep, TeachSteps, TeachView
from app.recipe.release_presenter import ReleasePresenter, ReleaseView
from tests.app.history.background import AtOnce, WhenTold
from tests.app.recipe.twins import (
    LEARNED,
    LINES,
    ListedReleases,
    Person,
    QuickTeacher,
    TwoStored,
    make_draft,
    write_images,
)
from vision.inspection import Thresholds, Trouble
from vision.teaching import upper_bound


def _screen(*, background=None, teacher=None, may=True, stored=None):
    background, releases, person = background or AtOnce(), ListedReleases(), Person(may=may)
    gather = create_autospec(GatherPresenter, instance=True)
    gather.missing.return_value = ""
    gather.missing_to_add.return_value = ""
    gather.name, gather.view, gather.who = "Flange", None, "Kim"
    gather.order.return_value = TeachOrder(recipe="Flange", images=())
    views = SimpleNamespace(
        teach=create_autospec(TeachView, instance=True),
        lines=create_autospec(LinesView, instance=True),
        release=create_autospec(ReleaseView, instance=True),
        pick=create_autospec(PickView, instance=True),
    )
    steps = TeachSteps(
        gather=gather,
        lines=LinesPresenter(views.lines, background, person, upper_bound),
        release=ReleasePresenter(views.release, background, releases, person),
        pick=PickPresenter(views.pick, background),
    )
    teacher = teacher or QuickTeacher()
    presenter = TeachPresenter(
        views.teach, steps, background=background, teacher=teacher, releases=releases, stored=stored or TwoStored()
    )
    steps.release.on_released = lambda recipe, version: presenter.released()
    return SimpleNamespace(
        presenter=presenter, views=views, steps=steps, releases=releases, person=person, teacher=teacher
    )


def _step(screen):
    return screen.views.teach.show_step.call_args.args


def test_the_whole_path_from_good_parts_to_a_released_version():
    screen = _screen()
    progress = []
    screen.presenter.on_progress = progress.append
    screen.presenter.teach()
    assert progress == [0.0, 0.5, None]
    assert _step(screen) == (TeachStep.LINES, "Release v8")
    screen.steps.lines.draw(Thresholds(t1=0.3, t2=0.5))
    screen.presenter.use_lines()
    summary = screen.views.release.show_summary.call_args.args[0]
    assert (summary.version, dict(summary.drawn), summary.who) == (8, {"view-1": True}, "Kim")
    screen.steps.release.release("  after the tool change ")
    assert screen.releases.released == [(8, {"view-1": Thresholds(t1=0.3, t2=0.5)}, "after the tool change", "Kim")]
    assert screen.views.release.show_message.call_args.args == ("Flange v8 is released.",)
    screen.steps.release.release("again")
    assert len(screen.releases.released) == 1, "a released draft is not released twice"


def test_cancel_goes_back_and_leaves_the_recipe_alone():
    background = WhenTold()
    screen = _screen(background=background)
    screen.presenter.teach()
    assert screen.presenter.is_teaching
    screen.presenter.cancel()
    background.work_off()
    assert not screen.presenter.is_teaching
    assert _step(screen)[0] is TeachStep.GOOD_PARTS
    assert screen.releases.released == []


def test_trouble_while_teaching_is_told_and_a_bug_is_not_hidden():
    screen = _screen(teacher=QuickTeacher(Trouble("part.png cannot be read.")))
    screen.presenter.teach()
    assert screen.views.teach.show_trouble.call_args.args[0].what == "part.png cannot be read."
    assert _step(screen)[0] is TeachStep.GOOD_PARTS

    class Buggy(QuickTeacher):
        def teach(self, order, progress, cancelled):
            raise ZeroDivisionError

    screen = _screen(teacher=Buggy())
    with pytest.raises(ZeroDivisionError):
        screen.presenter.teach()
    assert not screen.presenter.is_teaching


def test_teaching_does_not_begin_twice_or_with_something_missing():
    teacher, background = QuickTeacher(), WhenTold()
    screen = _screen(teacher=teacher, background=background)
    screen.presenter.teach()
    screen.presenter.teach()
    background.work_off()
    assert len(teacher.orders) == 1
    screen.presenter.go_back()
    screen.steps.gather.missing.return_value = "The recipe needs a name."
    screen.presenter.teach()
    assert len(teacher.orders) == 1


def test_lines_tell_their_consequences_with_what_the_numbers_support():
    screen = _screen()
    screen.presenter.reopen_lines()
    text = screen.views.lines.show_effect.call_args.args[0]
    assert (text.escapes, text.overkill) == ("0 of 4", "0 of 24")
    assert text.overkill_bound.startswith("at most 12")  # 1 - 0.05 ** (1 / 24)
    screen.steps.lines.draw(Thresholds(t1=0.1, t2=0.15))
    text = screen.views.lines.show_effect.call_args.args[0]
    assert text.overkill == "24 of 24"
    screen.steps.lines.suggest()
    assert screen.views.lines.show_lines.call_args.args == (LINES,)


def test_the_suggested_lines_promise_something_and_drawn_ones_do_not():
    screen = _screen()
    screen.presenter.reopen_lines()
    promise = "At most 1 % is guaranteed after "
    assert promise in screen.views.lines.show_effect.call_args.args[0].remark
    screen.steps.lines.draw(Thresholds(t1=0.4, t2=0.5))
    assert promise not in screen.views.lines.show_effect.call_args.args[0].remark
    screen.steps.lines.suggest()
    assert promise in screen.views.lines.show_effect.call_args.args[0].remark


def test_moving_a_line_does_not_move_the_handle_in_the_hand():
    screen = _screen()
    screen.presenter.reopen_lines()
    screen.views.lines.show_lines.reset_mock()
    screen.steps.lines.draw(Thresholds(t1=0.4, t2=0.5))
    screen.views.lines.show_lines.assert_not_called()


def test_without_known_defects_nothing_is_said_about_escapes():
    screen = _screen()
    draft = make_draft(parts=make_draft().evidence[0].parts[:24])
    screen.steps.lines.open(draft)
    text = screen.views.lines.show_effect.call_args.args[0]
    assert (text.escapes, text.escapes_bound) == ("", "")
    assert "nothing is said about escapes" in text.remark


def test_an_inspector_can_look_but_not_move_release_or_roll_back():
    screen = _screen(may=False)
    screen.presenter.reopen_lines()
    screen.steps.lines.draw(Thresholds(t1=0.1, t2=0.2))
    assert screen.steps.lines.lines["view-1"] == LINES
    assert "can move the lines" in screen.views.lines.show_permits.call_args.args[0]
    screen.presenter.use_lines()
    screen.steps.release.release("")
    screen.steps.release.activate(3)
    assert (screen.releases.released, screen.releases.activated) == ([], [])
    assert "can release" in screen.views.release.show_permits.call_args.args[0]


def test_rolling_back_makes_an_older_version_active_and_says_who():
    screen = _screen()
    told = []
    screen.steps.release.on_released = lambda recipe, version: told.append((recipe, version))
    screen.presenter.open_versions()
    assert screen.views.release.show_summary.call_args.args == (None,)
    screen.steps.release.activate(3)
    assert screen.releases.activated == [("Flange", 3, "Kim")]
    assert told == [("Flange", 3)]


def test_good_parts_are_added_to_what_the_recipe_knows():
    screen = _screen()
    screen.presenter.add()
    assert [order.recipe for order in screen.teacher.added] == ["Flange"]
    assert _step(screen) == (TeachStep.LINES, "Release v8")
    screen.presenter.go_back()
    screen.steps.gather.missing_to_add.return_value = "Choose good parts first."
    screen.presenter.add()
    assert len(screen.teacher.added) == 1


def test_learned_parts_are_shown_highest_score_first_and_taken_out_by_choice():
    screen = _screen()
    screen.presenter.open_learned()
    question = screen.views.pick.show_question.call_args.args[0]
    assert question.parts == LEARNED[::-1]
    screen.steps.pick.pick((LEARNED[3], LEARNED[5]))
    (order,) = screen.teacher.taken_out
    assert (order.recipe, order.parts, order.who) == ("Flange", (LEARNED[3].key, LEARNED[5].key), "Kim")
    assert _step(screen)[0] is TeachStep.LINES


def test_odd_parts_are_offered_and_only_a_person_leaves_them_out(tmp_path):
    odd = tuple(GoodPart(key=str(path), score=9.0) for path in write_images(tmp_path, 2).iterdir())
    teacher = QuickTeacher()
    teacher.odd = odd
    screen = _screen(teacher=teacher)
    screen.presenter.teach()
    assert screen.views.lines.show_odd.call_args.args[0].startswith("2 good parts stand apart")
    assert len(teacher.orders) == 1, "nothing is left out by itself"
    screen.presenter.look_at_odd()
    assert screen.views.pick.show_question.call_args.args[0].parts == odd
    assert {call.args[0] for call in screen.views.pick.show_frame.call_args_list} == {part.image for part in odd}
    screen.steps.pick.pick(odd[:1])
    assert [order.leave_out for order in teacher.orders] == [(), (odd[0].image,)]
    screen.presenter.look_at_odd()
    screen.steps.pick.pick(odd[1:])
    assert set(teacher.orders[-1].leave_out) == {part.image for part in odd}


def test_images_for_a_question_that_was_taken_back_are_late(tmp_path):
    odd = tuple(GoodPart(key=str(path)) for path in write_images(tmp_path, 2).iterdir())
    background, teacher = WhenTold(), QuickTeacher()
    teacher.odd = odd
    screen = _screen(background=background, teacher=teacher)
    screen.presenter.teach()
    background.work_off()
    screen.presenter.look_at_odd()
    screen.steps.pick.close()
    background.work_off()
    screen.views.pick.show_frame.assert_not_called()
    assert background.waiting == []


def test_inspected_parts_are_taken_over_as_good_ones_by_choice():
    screen = _screen()
    screen.presenter.open_stored()
    question = screen.views.pick.show_question.call_args.args[0]
    assert question.parts == LEARNED[:2]
    screen.steps.pick.pick(question.parts[1:])
    (frame,) = screen.steps.gather.keep.call_args.args[0]
    assert frame.pixels.max() == 100
    empty = _screen(stored=TwoStored(()))
    empty.presenter.open_stored()
    assert "No inspected part" in empty.views.teach.show_trouble.call_args.args[0].what
