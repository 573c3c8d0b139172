"""Rating with the keyboard: blind, one step back, in one's own name only."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from labeling.records.studies import GOOD, NOT_GOOD, Study
from tests.app.history.background import WhenTold
from tests.app.setting_up import texts
from tests.app.study.twins import EVA, INA, Screen

Make = Callable[..., Screen]


def begun(screen: Screen, qtbot: QtBot, appraiser: str = "Ina", **changes: object) -> Study:
    """A study in which somebody has just opened the rating page."""
    screen.session.sign_in("Eva", "1234")
    study = screen.start(**changes)
    screen.session.sign_in(appraiser, "1234")
    screen.parts.presenter.rate(appraiser)
    view = screen.parts.view
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return study


def values(screen: Screen, study: Study) -> list[str | None]:
    """What was answered, withdrawals as None."""
    return [answer.value for answer in screen.desk.studies._book.answers(study.id)]


def press(screen: Screen, qtbot: QtBot, key: Qt.Key, *modifier: Qt.KeyboardModifier) -> None:
    qtbot.keyClick(screen.parts.view.rating.image, key, *modifier)


def test_a_whole_study_with_the_keyboard(make: Make, qtbot: QtBot) -> None:
    screen = make(EVA, INA)
    study = begun(screen, qtbot, appraisers=("Ina",), trials=2)
    for number in range(12):
        screen.clock_s += 1.5
        press(screen, qtbot, Qt.Key.Key_O if number % 2 else Qt.Key.Key_N)
    assert values(screen, study) == [NOT_GOOD, GOOD] * 6
    assert {answer.seconds for answer in screen.desk.studies._book.answers(study.id)} == {1.5}
    assert "Everything is rated. Thank you." in texts(screen.parts.view.rating)
    screen.parts.view.rating.leave.click()
    assert screen.parts.view.list.isVisible()
    assert screen.parts.view.list.outcome.isEnabled()


def test_number_keys_name_defect_classes(make: Make, qtbot: QtBot) -> None:
    screen = make(EVA, INA)
    study = begun(screen, qtbot, by_class=True)
    for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_O):
        press(screen, qtbot, key)
    assert values(screen, study) == ["crack", "blowhole", GOOD]


def test_one_step_back(make: Make, qtbot: QtBot) -> None:
    screen = make(EVA, INA)
    study = begun(screen, qtbot)
    undo = screen.parts.view.rating.undo
    assert not undo.isEnabled()
    press(screen, qtbot, Qt.Key.Key_O)
    press(screen, qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press(screen, qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert values(screen, study) == [GOOD, None]
    assert not undo.isEnabled()
    press(screen, qtbot, Qt.Key.Key_N)
    assert values(screen, study) == [GOOD, None, NOT_GOOD]


def test_the_page_gives_nothing_away(make: Make, qtbot: QtBot) -> None:
    screen = make(EVA, INA)
    study = begun(screen, qtbot)
    screen.rate_all(study, "Eva")
    for _ in study.parts:
        press(screen, qtbot, Qt.Key.Key_O)
    said = texts(screen.parts.view.rating) + screen.parts.view.rating.image.accessibleName()
    assert "Part 1 of 6 · trial 2 of 2" in said
    assert not any(part.name in said for part in study.parts)


def test_answers_wait_for_the_image(make: Make, qtbot: QtBot) -> None:
    background = WhenTold()
    screen = make(EVA, INA, background=background)
    screen.session.sign_in("Eva", "1234")
    screen.parts.presenter.plan()
    background.work_off()
    screen.parts.plan.change(count=6)
    screen.parts.plan.start()
    background.work_off()
    (study,) = screen.desk.studies.all()
    screen.parts.presenter.rate("Eva")
    screen.parts.rating.answer(GOOD)
    assert values(screen, study) == []
    assert not screen.parts.view.rating.answers[GOOD].isEnabled()
    background.work_off()
    screen.parts.rating.answer(GOOD)
    assert values(screen, study) == [GOOD]


def test_the_next_image_is_read_ahead(make: Make, qtbot: QtBot) -> None:
    background = WhenTold()
    screen = make(EVA, INA, background=background)
    screen.session.sign_in("Eva", "1234")
    screen.parts.presenter.plan()
    background.work_off()
    screen.parts.plan.start()
    background.work_off()
    screen.parts.presenter.rate("Eva")
    background.work_off()
    background.work_off()
    screen.parts.rating.answer(GOOD)
    assert screen.parts.view.rating.answers[GOOD].isEnabled()  # nothing was read in between


def test_nobody_rates_in_anothers_name(make: Make, qtbot: QtBot) -> None:
    screen = make(EVA, INA)
    begun(screen, qtbot)
    screen.session.sign_in("Eva", "1234")
    assert screen.parts.view.list.isVisible()
    assert not screen.parts.rating.is_open
    screen.parts.presenter.rate("Ina")
    assert not screen.parts.rating.is_open
    assert "Ina has to sign in." in texts(screen.parts.view.list)


def test_nobody_rates_for_an_operator_who_is_gone(make: Make, qtbot: QtBot) -> None:
    screen = make(EVA, INA)
    begun(screen, qtbot)
    screen.people.deactivate("Ina", "Eva")
    screen.session.sign_in("Eva", "1234")
    screen.parts.presenter.rate("Ina")
    assert not screen.parts.rating.is_open
    assert "Ina is no longer an active operator." in texts(screen.parts.view.list)


def test_a_lost_image_is_told_and_takes_no_answer(make: Make, qtbot: QtBot) -> None:
    screen = make(EVA, INA)
    screen.session.sign_in("Eva", "1234")
    study = screen.start()
    for part in study.parts:
        (screen.desk.home.root / part.image).unlink()
    screen.parts.presenter.rate("Eva")
    screen.parts.rating.answer(GOOD)
    assert values(screen, study) == []
    assert "does not exist" in screen.parts.view.rating.answers[GOOD].toolTip()
    screen.parts.view.rating.leave.click()
    assert screen.parts.view.list.isVisible()
