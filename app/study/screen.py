"""Puts the Studies screen together: view, presenters and the wires between them."""

from dataclasses import dataclass

from app.study.plan_presenter import PlanPresenter
from app.study.ports import StudyNeeds
from app.study.presenter import StudyPresenter
from app.study.rating_presenter import RatingPresenter
from app.study.view import StudyScreen


@dataclass(frozen=True, eq=False, kw_only=True)
class StudyParts:
    """The screen and its presenters."""

    view: StudyScreen
    presenter: StudyPresenter
    plan: PlanPresenter
    rating: RatingPresenter


def make_study_screen(needs: StudyNeeds) -> StudyParts:
    """The Studies screen, wired."""
    view = StudyScreen()
    plan, rating = PlanPresenter(view.plan, needs), RatingPresenter(view.rating, needs)
    presenter = StudyPresenter(view, needs, plan, rating)
    view.kept = (presenter, plan, rating)
    view.shown.connect(presenter.refresh)
    view.back_asked.connect(presenter.back)
    view.list.chosen.connect(presenter.choose)
    view.list.plan_asked.connect(presenter.plan)
    view.list.rate_asked.connect(presenter.rate)
    view.list.outcome_asked.connect(presenter.show_outcome)
    view.plan.changed.connect(lambda field, value: plan.change(**{field: value}))
    view.plan.appraiser_toggled.connect(plan.toggle_appraiser)
    view.plan.guest_added.connect(plan.add_guest)
    view.plan.start_asked.connect(plan.start)
    view.plan.back_asked.connect(presenter.back)
    view.rating.answered.connect(rating.answer)
    view.rating.undo_asked.connect(rating.undo)
    view.rating.leave_asked.connect(rating.leave)
    view.outcome.csv_asked.connect(presenter.write_csv)
    view.outcome.pdf_asked.connect(presenter.write_pdf)
    view.outcome.back_asked.connect(presenter.back)
    return StudyParts(view=view, presenter=presenter, plan=plan, rating=rating)
