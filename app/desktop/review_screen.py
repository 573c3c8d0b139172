"""The maker of the Review screen. It is made with the window: its count stands in the rail from the start."""

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from app.desktop.desk import Desk
from app.desktop.replays import StationReplays
from app.desktop.tolerance import TaughtTolerance
from app.i18n import translate
from app.review.evidence import StationEvidence
from app.review.ports import ShiftNow
from app.review.screen import ReviewNeeds, make_review
from app.settings import shift_since
from app.workers.background import WorkerBackground
from labeling.review.reviewer import Reviewer
from labeling.storage.catalog import CatalogBook
from labeling.storage.reviews import ReviewBook
from vision.teaching import taught_alike


def review_screen(desk: Desk) -> QWidget:
    """Review."""
    store = desk.premises.store
    book, replays = ReviewBook(store.database), StationReplays(store, desk.premises.recipes)
    reviewer = Reviewer(store, book)
    needs = ReviewNeeds(
        reviewer=reviewer,
        evidence=StationEvidence(store, replays, reviewer, book),
        thumbnail_frame=replays.frame,
        person=desk.session,
        catalogs=CatalogBook(store.database).catalog,
        lot=lambda: desk.station.lot,
        shift=lambda: _shift_now(desk),
        searching=WorkerBackground(),
        framing=WorkerBackground(),
        reasoning=WorkerBackground(),
        thumbnailing=WorkerBackground(),
        teaching=WorkerBackground(),
        taught_alike=partial(taught_alike, desk.premises.recipes),
        tolerance=TaughtTolerance(desk.premises, replays, partial(_use, desk)),
        show_count=lambda count: desk.hooks.rail_count("review", count, _spoken(count)),
    )
    review = make_review(needs)
    desk.bridge.inspected.connect(lambda burst: review.presenter.add(burst.records))
    desk.session.subscribe(review.presenter.person_changed)
    review.view.trouble_told.connect(desk.notices.tell_error)
    review.view.done_said.connect(desk.notices.toast)
    desk.kept.append(review)
    review.presenter.refresh()
    return review.view


def _use(desk: Desk, recipe: str, version: int) -> None:
    """A version that was released just now judges the next part, if its recipe is in use. From any thread."""

    def take() -> None:
        chosen = desk.station.recipe
        if chosen is not None and chosen.name == recipe:
            desk.station.choose(recipe, version, desk.station.lot)

    desk.background.post(take)


def _shift_now(desk: Desk) -> ShiftNow:
    name, since = shift_since(desk.book.current.shifts, datetime.now().astimezone())
    return ShiftNow(name=name, since=since)


def _spoken(count: int) -> str:
    return translate("Review", "{count} to review").format(count=count)
