"""The figures of a study on the screen, as CSV and as PDF; and that every widget has a name."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from app.study.presenter import Page
from labeling.agreement import RatingTable, analyse, read_ratings
from labeling.records.studies import GOOD, Study
from tests.app.setting_up import focusable, texts
from tests.app.study.twins import EVA, INA, Screen

Make = Callable[..., Screen]


def rated(screen: Screen, **changes: object) -> Study:
    """A finished study whose figures are shown; Ina errs."""
    screen.session.sign_in("Eva", "1234")
    study = screen.start(**{"count": 30} | changes)
    screen.rate_all(study, "Eva")
    screen.rate_all(study, "Ina", wrong=0.3, seed=2)
    screen.parts.presenter.refresh()
    screen.parts.presenter.show_outcome()
    return study


def test_figures_stay_hidden_until_everybody_is_done(make: Make) -> None:
    screen = make(EVA, INA)
    screen.session.sign_in("Eva", "1234")
    study = screen.start()
    screen.rate_all(study, "Eva")
    screen.parts.presenter.refresh()
    screen.parts.presenter.show_outcome()
    assert not screen.parts.view.list.outcome.isEnabled()
    assert screen.parts.view.list.isVisible()


def test_the_screen_says_what_the_statistics_say(make: Make) -> None:
    screen = make(EVA, INA)
    study = rated(screen, with_model=True)
    outcome = screen.desk.studies.outcome(study)
    assert outcome is not None
    assert outcome.people is not None
    assert outcome.people.fleiss is not None
    assert outcome.everybody.fleiss is not None
    said = texts(screen.parts.view.outcome)
    for figure in (outcome.people.fleiss.value, outcome.everybody.fleiss.value):
        assert f"{figure:.3f}" in said
    ina = outcome.everybody.appraisers[1]
    assert ina.kappa is not None
    assert ina.miss_rate is not None
    assert f"{ina.kappa.value:.3f}" in said
    assert f"{100 * ina.miss_rate.value:.1f} %" in said
    assert "Ina misses" in said
    assert "Eva misses" not in said
    assert f"Where opinions differ ({len(outcome.everybody.disagreed)})" in said


def test_the_csv_gives_the_same_figures(make: Make, tmp_path: Path) -> None:
    screen = make(EVA, INA)
    study = rated(screen)
    screen.parts.presenter.write_csv(tmp_path / "Bewertung.csv")
    outcome = screen.desk.studies.outcome(study)
    assert outcome is not None
    again = analyse(RatingTable.of(read_ratings(tmp_path / "Bewertung.csv")), GOOD)
    assert again.fleiss == outcome.everybody.fleiss
    assert again.appraisers == outcome.everybody.appraisers
    with (tmp_path / "Bewertung.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 1 + 30 * 2 * 2
    assert screen.told == ["Saved as Bewertung.csv."]


def test_the_pdf_is_one(make: Make, tmp_path: Path) -> None:
    screen = make(EVA, INA)
    rated(screen, by_class=True)
    screen.parts.presenter.write_pdf(tmp_path / "Bericht.pdf")
    content = (tmp_path / "Bericht.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert content.rstrip().endswith(b"%%EOF")
    assert content.count(b"/Image") > 0
    assert content.count(b"/Type /Page\n") >= 2


def test_a_file_that_cannot_be_written_is_told(make: Make, tmp_path: Path) -> None:
    screen = make(EVA, INA)
    rated(screen)
    screen.parts.presenter.write_csv(tmp_path / "none" / "x.csv")
    screen.parts.presenter.write_pdf(tmp_path / "none" / "x.pdf")
    assert all("cannot be written" in str(one.what) for one in screen.troubles)
    assert len(screen.troubles) == 2


@pytest.mark.parametrize("page", Page)
def test_every_widget_that_can_have_the_keyboard_has_a_name(make: Make, page: Page) -> None:
    screen = make(EVA, INA)
    rated(screen)
    if page is Page.PLAN:
        screen.parts.presenter.plan()
    elif page is Page.LIST:
        screen.parts.presenter.back()
    elif page is Page.RATING:
        screen.start(name="Next")
        screen.parts.presenter.rate("Eva")
    found = focusable(screen.parts.view)
    assert found
    assert [repr(child) for child in found if not child.accessibleName().strip()] == []


def test_esc_goes_back_to_the_list(make: Make) -> None:
    screen = make(EVA, INA)
    rated(screen)
    assert screen.parts.view.go_back()
    assert screen.parts.view.list.isVisible()
    assert not screen.parts.view.go_back()


def test_without_studies_there_is_a_hint(make: Make) -> None:
    screen = make(EVA)
    assert "Do inspectors and model agree?" in texts(screen.parts.view.list)
    screen.session.sign_in("Eva", "1234")
    screen.parts.view.list.plan_asked.emit()
    assert screen.parts.view.plan.isVisible()
