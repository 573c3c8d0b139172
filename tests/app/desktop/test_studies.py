"""An agreement study in the real window: parts of the line, the taught model as an appraiser, figures and report."""

from pathlib import Path

from PySide6.QtCore import Qt

from app.actions.sheets import key_text
from app.study.screen import StudyParts
from app.study.view import StudyScreen
from labeling.records.reviews import Act, Decision, Disposition, Finding, Judgement, ReviewedPart, ReviewEntry
from labeling.records.studies import GOOD, NOT_GOOD
from labeling.storage.reviews import ReviewBook
from tests.app.desktop.conftest import RECIPE, OpenApp, Opened
from vision.inspection import SystemClock


def studies(opened: Opened) -> StudyParts:
    """The Studies screen, opened."""
    view = opened.shell.window.open_screen("studies")
    assert isinstance(view, StudyScreen)
    return next(kept for kept in opened.desk.kept if isinstance(kept, StudyParts))


def review_all(opened: Opened) -> None:
    """Every second inspected part has a defect, the others are false alarms."""
    store = opened.desk.premises.store
    book = ReviewBook(store.database)
    for number, record in enumerate(store.records()):
        finding = Finding.DEFECT if number % 2 else Finding.FALSE_ALARM
        decision = Decision(judgement=Judgement(finding=finding), disposition=Disposition.SCRAP)
        part = ReviewedPart.of(record)
        book.add(ReviewEntry(part=part, act=Act.DECIDED, who="Eva", time=SystemClock().wall(), decision=decision))


def test_from_inspected_parts_to_the_report(home: Path, open_app: OpenApp, tmp_path: Path) -> None:
    opened = open_app(home)
    opened.inspect(6)
    opened.stop()
    screen = studies(opened)
    review_all(opened)
    page = screen.view.plan
    screen.presenter.plan()
    opened.until(lambda: page.known.box.count() == 2)
    assert page.place.box.currentText() == f"Inspected parts, {RECIPE}"
    screen.plan.add_guest("Ina")
    screen.plan.change(with_model=True, count=6)
    page.start.click()
    appraisers = screen.presenter._appraisers
    opened.until(lambda: len(appraisers()) == 2 and appraisers()[1].is_done, timeout_s=30)
    study = screen.presenter._study()
    assert study is not None
    assert sorted(str(part.reference) for part in study.parts) == [NOT_GOOD] * 3 + [GOOD] * 3

    screen.presenter.rate("Ina")
    rating = screen.view.rating
    for _ in range(12):
        opened.until(rating.answers[GOOD].isEnabled)
        opened.qtbot.keyClick(rating.image, Qt.Key.Key_O)
    rating.leave.click()
    screen.view.list.outcome.click()
    opened.until(screen.view.outcome.isVisible)

    screen.presenter.write_pdf(tmp_path / "report.pdf")
    opened.until((tmp_path / "report.pdf").exists)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


def rating_of_ina(opened: Opened) -> StudyParts:
    """A study of three parts, the first of which Ina has before her."""
    opened.inspect(3)
    opened.stop()
    screen = studies(opened)
    screen.presenter.plan()
    screen.plan.add_guest("Ina")
    opened.until(screen.view.plan.start.isEnabled)
    screen.view.plan.start.click()
    opened.until(lambda: bool(screen.presenter._appraisers()))
    screen.presenter.rate("Ina")
    opened.until(screen.view.rating.answers[GOOD].isEnabled)
    return screen


def test_the_keys_of_rating_are_listed_while_there_is_something_to_rate(home: Path, open_app: OpenApp) -> None:
    opened = open_app(home)
    screen = rating_of_ina(opened)
    keys = {("O", "Answer OK"), ("N", "Answer NG"), ("Ctrl+Z", "Take back the last answer")}
    assert keys <= keys_here(opened)
    screen.view.rating.leave.click()
    assert not keys & keys_here(opened)


def keys_here(opened: Opened) -> set[tuple[str, str]]:
    """What the sheet of keys would list."""
    return {(key_text(action), action.text()) for action in opened.shell.window.actions_here()}


def test_a_study_is_there_again_after_a_restart(home: Path, open_app: OpenApp) -> None:
    screen = rating_of_ina(opened := open_app(home))
    opened.qtbot.keyClick(screen.view.rating.image, Qt.Key.Key_N)
    open_app.close()
    again = studies(open_app(home))
    again.presenter.refresh()
    (row,) = again.presenter._appraisers()
    assert (row.appraiser.name, row.answered) == ("Ina", 1)
