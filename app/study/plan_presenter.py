"""Planning a study: what may be chosen, how many parts there are, and starting it. No widget here."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from app.i18n import translate
from app.study.draft import Draft, Supply
from app.study.ports import ModelInUse, Place, StudyNeeds
from app.study.wording import model_name
from labeling.records.studies import GOOD, Study
from labeling.study.planning import FEWEST_PARTS, Candidate
from vision.inspection import Trouble


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What can be chosen."""

    places: tuple[Place, ...]
    people: tuple[str, ...]
    """Operators, and whom somebody added by name."""
    model: ModelInUse | None


class PlanView(Protocol):
    """Setters of the planning page."""

    def show_offer(self, offer: Offer) -> None: ...
    def show_draft(self, draft: Draft) -> None: ...
    def show_supply(self, supply: Supply | None, draft: Draft) -> None: ...
    def allow_start(self, reason: str) -> None: ...
    def show_starting(self, starting: bool) -> None: ...


class PlanPresenter:
    """One draft; lives on the window's thread, reads and copies images in the background."""

    def __init__(self, view: PlanView, needs: StudyNeeds) -> None:
        self._view = view
        self._needs = needs
        self._draft = Draft()
        self._guests: tuple[str, ...] = ()
        self._offer = Offer(places=(), people=(), model=None)
        self._supply: Supply | None = None
        self._asked = 0
        self.is_starting = False
        self.on_started: Callable[[Study, Sequence[Trouble]], None] = lambda study, missing: None
        self.on_trouble: Callable[[Exception], None] = lambda trouble: None

    def open(self) -> None:
        """Begin a new draft."""
        self._guests = ()
        places = tuple(self._needs.places())
        self._offer = Offer(places=places, people=tuple(self._needs.people()), model=self._needs.model())
        self._draft = Draft(
            name=translate("Studies", "Agreement {date}").format(date=f"{self._needs.now().astimezone():%Y-%m-%d}"),
            place=places[0] if places else None,
            appraisers=self._offer.people,
        )
        self._view.show_offer(self._offer)
        self._count()

    def change(self, **changes: object) -> None:
        """Take over what a person chose: fields of `Draft`."""
        before, self._draft = self._draft, replace(self._draft, **changes)  # type: ignore[arg-type]
        if self._draft.place is not None and not self._draft.place.classes:
            self._draft = replace(self._draft, by_class=False)
        if self._draft.by_class:  # the model tells good from bad, not which defect
            self._draft = replace(self._draft, with_model=False)
        if (before.place, before.by_class) != (self._draft.place, self._draft.by_class):
            self._count()
        else:
            self._show()

    def toggle_appraiser(self, name: str, chosen: bool) -> None:
        """Add a person to those who rate, or leave them out."""
        others = tuple(one for one in self._draft.appraisers if one != name)
        self.change(appraisers=(*others, name) if chosen else others)

    def add_guest(self, name: str) -> None:
        """Add somebody who is no operator of this station."""
        name = name.strip()
        if not name or name in self._offer.people:
            return
        self._guests = (*self._guests, name)
        self._offer = replace(self._offer, people=(*self._offer.people, name))
        self._view.show_offer(self._offer)
        self.toggle_appraiser(name, chosen=True)

    def start(self) -> None:
        """Choose the parts and fix the study."""
        if self.is_starting or self._why_not():
            return
        place, by_class = self._draft.place, self._draft.by_class
        assert place is not None
        model = self._offer.model if self._draft.with_model else None
        wish = self._draft.wish(self._needs.session.who, model, model_name(model) if model else "")
        self._set_starting(starting=True)

        def work() -> tuple[Study, Sequence[Trouble]]:
            judge = self._needs.judge(model) if model else None
            return self._needs.studies.start(wish, place.source(by_class), judge)

        self._needs.background.run(work, self._on_started, self._on_trouble)

    def _count(self) -> None:
        """Look how many parts there are; a late answer about another place is dropped."""
        self._asked += 1
        asked, place, by_class = self._asked, self._draft.place, self._draft.by_class
        self._supply = None
        self._show()
        if place is None:
            return
        self._needs.background.run(
            lambda: supply_of(place.source(by_class).candidates()),
            lambda supply: self._on_counted(asked, supply),
            self._on_trouble,
        )

    def _on_counted(self, asked: int, supply: Supply) -> None:
        if asked != self._asked:
            return
        self._supply = supply
        self._draft = replace(self._draft, known_only=supply.known >= FEWEST_PARTS)
        self._show()

    def _show(self) -> None:
        self._view.show_draft(self._draft)
        self._view.show_supply(self._supply, self._draft)
        self._view.allow_start(self._why_not())

    def _why_not(self) -> str:
        """Why the study cannot start yet; "" when it can."""
        draft, supply = self._draft, self._supply
        rating = len(draft.appraisers) + draft.with_model
        for is_missing, reason in (
            (not self._needs.may_plan(), translate("Studies", "A quality engineer or line lead can start a study.")),
            (not draft.name.strip(), translate("Studies", "Give the study a name.")),
            (draft.place is None, translate("Studies", "Inspect parts or make a dataset first.")),
            (not draft.appraisers, translate("Studies", "Choose who rates.")),
            (rating * draft.trials < 2, translate("Studies", "One appraiser has to rate at least twice.")),
            (supply is None, translate("Studies", "Parts are being counted.")),
            (supply is not None and _usable(supply, draft) < FEWEST_PARTS, translate("Studies", "Too few parts.")),
        ):
            if is_missing:
                return reason
        return ""

    def _on_started(self, answer: tuple[Study, Sequence[Trouble]]) -> None:
        self._set_starting(starting=False)
        self.on_started(*answer)

    def _on_trouble(self, trouble: Exception) -> None:
        self._set_starting(starting=False)
        self.on_trouble(trouble)

    def _set_starting(self, *, starting: bool) -> None:
        self.is_starting = starting
        self._view.show_starting(starting)


def supply_of(candidates: Sequence[Candidate]) -> Supply:
    """How many parts there are."""
    kinds = Counter(one.reference for one in candidates)
    return Supply(total=len(candidates), known=len(candidates) - kinds[None], good=kinds[GOOD])


def _usable(supply: Supply, draft: Draft) -> int:
    return supply.known if draft.known_only else supply.total
