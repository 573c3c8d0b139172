"""Puts the Review screen together: view, presenter, commands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from app.actions import Place, commands_of, install_commands
from app.review.looks import Looks
from app.review.ports import Catalogs, Evidence, Person, ShiftNow, Tolerance
from app.review.presenter import ReviewPresenter
from app.review.view import ReviewScreen
from app.review.wiring import ReviewPorts
from app.workers.background import Background
from app.workers.thumbnails import Thumbnails
from labeling.catalog import Catalog
from labeling.review.reviewer import Reviewer
from vision.inspection import Clock, Frame, SystemClock, ViewRecord


@dataclass(frozen=True, eq=False, kw_only=True)
class ReviewNeeds:
    """What `app.desktop` gives to the screen."""

    reviewer: Reviewer
    evidence: Evidence
    thumbnail_frame: Callable[[ViewRecord], Frame]
    person: Person
    catalogs: Catalogs
    lot: Callable[[], str | None]
    shift: Callable[[], ShiftNow]
    searching: Background
    framing: Background
    reasoning: Background
    thumbnailing: Background
    teaching: Background
    """Five lanes: a slow map holds up neither the image nor the list."""
    show_count: Callable[[int], None] = lambda _count: None
    taught_alike: Callable[[str, int], Sequence[int]] = lambda _recipe, version: (version,)
    tolerance: Tolerance | None = None
    clock: Clock = field(default_factory=SystemClock)


@dataclass(frozen=True, eq=False, kw_only=True)
class Review:
    """The screen and its presenter; the screen keeps the presenter alive."""

    view: ReviewScreen
    presenter: ReviewPresenter


class KnownCatalogs:
    """Remembers the catalogs between two looks at the screen: a list of parts asks for the same one many times."""

    def __init__(self, read: Catalogs) -> None:
        self._read = read
        self._known: dict[str, Catalog] = {}

    def __call__(self, product: str) -> Catalog:
        if product not in self._known:
            self._known[product] = self._read(product)
        return self._known[product]

    def forget(self) -> None:
        """Somebody may have changed them since."""
        self._known.clear()


def make_review(needs: ReviewNeeds) -> Review:
    """The Review screen, wired; it looks for parts when it is shown."""
    view = ReviewScreen(Thumbnails(needs.thumbnail_frame, needs.thumbnailing))
    catalogs = KnownCatalogs(needs.catalogs)
    ports = ReviewPorts(
        reviewer=needs.reviewer,
        looks=Looks(needs.evidence, needs.framing, needs.reasoning),
        searching=needs.searching,
        person=needs.person,
        catalogs=catalogs,
        lot=needs.lot,
        shift=needs.shift,
        show_count=needs.show_count,
        taught_alike=needs.taught_alike,
        tolerance=needs.tolerance,
        teaching=needs.teaching,
        clock=needs.clock,
    )
    presenter = ReviewPresenter(view, ports)
    review = Review(view=view, presenter=presenter)
    view.kept = (review, needs)
    view.shown.connect(catalogs.forget)
    _connect_view(review)
    install_commands(view, commands_of(Place.REVIEW), view)
    return review


def _connect_view(review: Review) -> None:
    view, presenter = review.view, review.presenter
    view.shown.connect(presenter.enter)
    view.left.connect(presenter.leave)
    view.part_chosen.connect(presenter.choose)
    view.step_wanted.connect(presenter.step)
    view.order_chosen.connect(presenter.set_order)
    view.lot_only_chosen.connect(presenter.set_lot_only)
    view.share_asked.connect(presenter.figures.choose_share)
    view.defect_confirmed.connect(presenter.confirm)
    view.false_alarm_called.connect(presenter.call_false_alarm)
    view.cannot_tell_said.connect(presenter.say_cannot_tell)
    view.undo_wanted.connect(presenter.undo)
    view.score_wanted.connect(presenter.show_score)
    view.view_wanted.connect(presenter.next_view)
