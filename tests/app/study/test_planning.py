"""Planning: what can be chosen, what is missing, and what the study then is."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QAbstractButton

from app.study.draft import Pause
from labeling.records.studies import GOOD
from tests.app.setting_up import Person, texts
from tests.app.study.twins import EVA, INA, Parts, Screen
from vision.inspection import Trouble
from vision.storage.operators import Role

Make = Callable[..., Screen]


def reason(screen: Screen) -> str:
    return screen.parts.view.plan.start.toolTip()


def plan(screen: Screen, **changes: object) -> None:
    if screen.session.operator is None and screen.people.people:
        screen.session.sign_in("Eva", "1234")
    screen.parts.presenter.plan()
    for name, value in changes.items():
        screen.parts.plan.change(**{name: value})


def test_the_operators_are_proposed_and_fifty_parts_in_two_trials(make: Make) -> None:
    screen = make(EVA, INA)
    plan(screen)
    screen.parts.plan.start()
    (study,) = screen.desk.studies.all()
    assert [one.name for one in study.appraisers] == ["Eva", "Ina"]
    assert (len(study.parts), study.trials, study.categories) == (50, 2, (GOOD, "NG"))
    assert study.created_by == "Eva"
    assert [p.reference for p in study.parts].count(GOOD) == 25


def test_defect_classes_a_guest_and_a_pause(make: Make) -> None:
    screen = make(EVA, INA)
    plan(screen, by_class=True, trials=3, pause=Pause.NEXT_DAY, count=12)
    screen.parts.plan.toggle_appraiser("Ina", chosen=False)
    screen.parts.plan.add_guest("  Customer ")
    screen.parts.view.plan.start.click()
    (study,) = screen.desk.studies.all()
    assert study.categories == (GOOD, "crack", "fray", "blowhole")
    assert [one.name for one in study.appraisers] == ["Eva", "Customer"]
    assert study.pause == timedelta(hours=12)
    assert {part.reference for part in study.parts} == {GOOD, "crack", "fray", "blowhole"}


def test_an_and_in_a_name_is_read_and_chosen(make: Make) -> None:
    screen = make(EVA, Person(name="Ina & Co", role=Role.INSPECTOR))
    plan(screen)
    buttons = {button.text(): button for button in screen.parts.view.plan.findChildren(QAbstractButton)}
    assert buttons["Ina & Co"].isChecked()
    assert buttons["Ina & Co"].shortcut().isEmpty()  # a lone & would be taken for a key and not shown


def test_the_model_names_no_classes(make: Make) -> None:
    screen = make(EVA)
    plan(screen, with_model=True, by_class=True)
    button = screen.parts.view.plan.model
    assert not button.isChecked()
    assert "not which defect" in button.toolTip()


def test_what_is_missing_is_said(make: Make) -> None:
    screen = make(EVA)
    plan(screen, name=" ")
    assert reason(screen) == "Give the study a name."
    plan(screen, appraisers=())
    assert reason(screen) == "Choose who rates."
    plan(screen, trials=1)
    assert reason(screen) == "One appraiser has to rate at least twice."
    plan(screen)
    assert reason(screen) == ""
    screen.session.sign_out()
    screen.parts.plan.change(name="x")
    assert "quality engineer" in reason(screen)
    screen.parts.plan.start()
    assert screen.desk.studies.all() == []


def test_without_parts_nothing_starts(make: Make) -> None:
    screen = make(EVA, has_parts=False)
    plan(screen)
    assert reason(screen) == "Inspect parts or make a dataset first."
    few = make(EVA, shelf=lambda by_class: Parts(count=1))
    plan(few)
    assert reason(few) == "Too few parts."


def test_parts_of_unknown_truth_are_told_and_may_be_taken(make: Make) -> None:
    screen = make(EVA, INA, shelf=lambda by_class: Parts(count=10, unknown=30))
    plan(screen)
    said = texts(screen.parts.view.plan)
    assert "10 of 40 parts have a known truth, 6 of them are good. The study takes all 10 of them." in said
    screen.parts.plan.change(known_only=False, count=40)
    assert "tells only how far people agree" in texts(screen.parts.view.plan)
    screen.parts.plan.start()
    (study,) = screen.desk.studies.all()
    assert (len(study.parts), study.has_reference) == (40, False)


def test_a_name_that_is_taken_is_told_and_the_draft_stays(make: Make) -> None:
    screen = make(EVA, INA)
    for _ in range(2):
        plan(screen, name="Week 24", count=6)
        screen.parts.plan.start()
    assert [str(one.what) for one in screen.troubles] == ["There is a study Week 24 already."]
    assert screen.parts.view.plan.start.isEnabled()
    assert screen.parts.view.plan.isVisible()


def test_a_model_that_cannot_judge_stops_the_start(make: Make) -> None:
    def broken(model: object) -> object:
        raise Trouble("The model is gone.")

    screen = make(EVA, INA, judge=broken)
    plan(screen, with_model=True, count=6)
    screen.parts.plan.start()
    assert screen.desk.studies.all() == []
    assert [str(one.what) for one in screen.troubles] == ["The model is gone."]
