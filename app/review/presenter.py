"""Review without widgets: the part in front, what a person decides, and what is next."""

from dataclasses import replace
from functools import partial

from app.i18n import told, translate
from app.review.figures import FigurePresenter
from app.review.part import look_at, part_shown, sight_shown, why_shown
from app.review.ports import Look, Records
from app.review.rows import classes_shown, done_row, waiting_row
from app.review.shown import Mark, QueueShown, ReviewView, Row
from app.review.sitting import Done, Sitting, following_in
from app.review.tolerating import offer_tolerance, take_back_tolerance
from app.review.wiring import ReviewPorts
from app.review.wording import outcome_words
from app.session import NOBODY, Permission, who_may
from labeling.records.reviews import Decision, Disposition, Finding, Judgement
from labeling.review.queue import Order
from labeling.review.reviewer import WAITING_SHOWN, ReviewTrouble, Timing, Waiting, WaitingList
from labeling.review.rules import needs_reason, usual_disposition
from labeling.storage.open_parts import Asked
from vision.inspection import InspectionRecord, Trouble, Verdict, say

AHEAD = 2
"""Parts whose images are fetched before they are wanted."""
MORE_AT = 100
"""With so few parts left in the list, those that wait behind it are fetched."""


class ReviewPresenter:
    """Between the reviewer and the screen. Lives in the window's thread."""

    def __init__(self, view: ReviewView, ports: ReviewPorts) -> None:
        self._view, self._ports = view, ports
        self._sitting = Sitting()
        self._lot_only = False
        self._view_number = 0
        self._shown_s: float | None = None
        self._shown_key: str | None = None
        self._is_active = False
        self._search = 0
        self._since_search: list[InspectionRecord] = []
        self._made_rows: dict[tuple[str, bool], Row] = {}
        self._reason = ""
        self._who = ports.person.who
        self.figures = FigurePresenter(view, ports)
        self.figures.on_share_set = self._share_set
        ports.looks.on_loaded = self._on_loaded

    @property
    def chosen(self) -> str | None:
        """Inspection id of the part in front; None without one."""
        return self._sitting.chosen

    # ---- the list

    def enter(self) -> None:
        """The screen has come to the front: from now on images are fetched."""
        self._is_active, self._shown_key = True, None
        self.refresh()

    def leave(self) -> None:
        """Another screen is in front: only the count goes on, and the time of the part here does not."""
        self._is_active, self._shown_s = False, None

    def refresh(self) -> None:
        """Look again for what waits: the screen is shown, another lot, another person."""
        self._search += 1
        self._since_search = []
        worst_first = self._sitting.order is Order.WORST
        asked = Asked(lot=self._lot, who=self._who, worst_first=worst_first, limit=WAITING_SHOWN)
        found = partial(self._found, self._search)
        self._ports.searching.run(lambda: self._ports.reviewer.waiting(asked), found, self._failed)

    def add(self, records: Records) -> None:
        """Parts that the line has just recorded."""
        wanted = [record for record in records if self._belongs(record)]
        self._since_search += wanted
        if self._sitting.add(wanted):
            self._show_queue()

    def person_changed(self) -> None:
        """Somebody signed in or out."""
        if self._ports.person.who != self._who:
            self._who = self._ports.person.who
            self._sitting.forget_person()
            self._show_queue()
            self.refresh()
        self._show_reasons()

    def choose(self, key: str) -> None:
        """A row was chosen."""
        if key != self._sitting.chosen and self._sitting.find(key) is not None:
            self._sitting.chosen = key
            self._view_number = -1
            self._show_queue()

    def step(self, by: int) -> None:
        """One row down (1) or up (-1)."""
        keys = [row.key for row in self._rows()]
        if self._sitting.chosen in keys:
            at = keys.index(self._sitting.chosen) + by
            if 0 <= at < len(keys):
                self.choose(keys[at])

    def set_order(self, order: Order) -> None:
        """Worst or oldest first."""
        self._sitting.order = order
        self._show_queue()
        if self._sitting.beyond:
            self.refresh()

    def set_lot_only(self, lot_only: bool) -> None:
        """The lot at the line, or everything that the line has recorded."""
        self._lot_only = lot_only
        self.refresh()

    # ---- the part in front

    def next_view(self) -> None:
        """Another view of the same part."""
        part = self._part
        if part is not None and len(part.record.views) > 1:
            shown = self._look(part)
            self._view_number = (part.record.views.index(shown.view) + 1) % len(part.record.views) if shown.view else 0
            self._show_part()

    def show_score(self) -> None:
        """Score and verdict before deciding: noted, and the part leaves the estimate."""
        part = self._part
        if part is None or not self._is_blind(part) or not self._allowed():
            return
        try:
            self._ports.reviewer.look(part.record, self._who)
        except Trouble as trouble:  # what could not be noted is not shown: the estimate would count the part as blind
            self._view.tell(trouble)
            return
        self._sitting.early.add(part.record.inspection_id)
        self._show_queue()
        self._show_part()

    # ---- deciding

    def confirm(self, class_id: str | None = None, disposition: Disposition | None = None) -> None:
        """A defect, of a class or of none; without a disposition the usual one."""
        judgement = Judgement(finding=Finding.DEFECT, class_id=class_id)
        part = self._part
        classes = classes_shown(self._ports.catalogs, part.record.recipe) if part else ()
        is_minor = any(one.id == class_id and one.is_minor for one in classes)
        usual = usual_disposition(judgement, is_minor=is_minor)
        self._decide(Decision(judgement=judgement, disposition=disposition or usual))

    def call_false_alarm(self) -> None:
        """Nothing that counts."""
        judgement = Judgement(finding=Finding.FALSE_ALARM)
        self._decide(Decision(judgement=judgement, disposition=usual_disposition(judgement)))

    def say_cannot_tell(self) -> None:
        """A second person decides: so the first one needs a name."""
        if self._who == NOBODY:
            self._view.tell(_nameless())
            return
        self._decide(Decision(judgement=Judgement(finding=Finding.CANNOT_TELL), disposition=None))

    def undo(self) -> None:
        """Take back the decision in front, or else the last one."""
        done = self._sitting.done
        chosen = [one for one in done if one.entry.part.inspection_id == self._sitting.chosen]
        for one in (chosen or done)[-1:]:
            self._take_back(one)

    # ---- inside: the list

    def _found(self, number: int, found: WaitingList) -> None:
        if number == self._search:
            self._made_rows.clear()
            self._sitting.take(found.parts, found.beyond)
            self._sitting.add(self._since_search)
            self._show_queue()
            self._show_reasons()
            self.figures.count(self._part.record if self._part else None)

    def _belongs(self, record: InspectionRecord) -> bool:
        return (self._lot is None or record.part.lot == self._lot) and self._ports.reviewer.needs_person(record)

    @property
    def _lot(self) -> str | None:
        return self._ports.lot() if self._lot_only else None

    def _queue(self) -> list[Waiting]:
        return self._sitting.queue(self._who, self._ports.reviewer.plan)

    def _rows(self) -> list[Row]:
        done = [done_row(one, self._ports.catalogs) for one in self._sitting.done]
        return [*done, *map(self._waiting_row, self._queue())]

    def _waiting_row(self, part: Waiting) -> Row:
        """Made once: the list may hold `WAITING_SHOWN` of them."""
        key = part.record.inspection_id, self._is_blind(part)
        if key not in self._made_rows:
            self._made_rows[key] = waiting_row(part, is_blind=key[1])
        return self._made_rows[key]

    def _show_queue(self) -> None:
        """The list; the part in front stays while it is there, else the first one is next."""
        if not self._is_active:
            self._ports.show_count(len(self._queue()) + self._sitting.beyond)
            return
        rows = self._rows()
        waiting = [row.key for row in rows if row.mark is Mark.WAITING]
        count = len(waiting) + self._sitting.beyond
        if all(row.key != self._sitting.chosen for row in rows):
            self._sitting.chosen = waiting[0] if waiting else None
        self._view.show_queue(
            QueueShown(
                rows=tuple(rows),
                chosen=self._sitting.chosen,
                waiting=count,
                order=self._sitting.order,
                lot=self._ports.lot(),
                is_lot_only=self._lot_only,
            )
        )
        self._ports.show_count(count)
        if self._sitting.chosen is None:
            self._show_empty(has_done=bool(rows))
        elif self._shown_key != self._sitting.chosen:
            self._view_number = -1
            self._show_part()
        else:
            self._fetch()

    def _show_empty(self, *, has_done: bool) -> None:
        self._shown_key = None
        title = translate("Review", "Everything is decided") if has_done else translate("Review", "Nothing to review")
        sentence = translate("Review", "Parts judged NG or REVIEW, and parts not inspected, come here by themselves.")
        self._view.show_empty(title, sentence)

    # ---- inside: the part in front

    @property
    def _part(self) -> Waiting | None:
        return self._sitting.find(self._sitting.chosen)

    def _is_blind(self, part: Waiting) -> bool:
        """A part that no model judged has nothing to hide."""
        key, record = part.record.inspection_id, part.record
        hidden = self._ports.reviewer.plan.is_blind and record.verdict is not Verdict.NOT_INSPECTED
        return hidden and key not in self._sitting.early and not self._sitting.is_done(key)

    def _look_of(self, part: Waiting) -> Look:
        return look_at(part.record)

    def _look(self, part: Waiting) -> Look:
        return look_at(part.record, self._view_number)

    def _show_part(self) -> None:
        part = self._part
        if part is None:
            return
        self._shown_key, self._shown_s = part.record.inspection_id, None
        look = self._look(part)
        self._view.show_classes(classes_shown(self._ports.catalogs, part.record.recipe))
        decided = self._decided_words(part)
        self._view.show_part(part_shown(look, is_blind=self._is_blind(part), decided=decided))
        self._show_reasons()
        self._fetch()
        self._show_loaded(look)

    def _decided_words(self, part: Waiting) -> str:
        decision = part.state.decision if self._sitting.is_done(part.record.inspection_id) else None
        return outcome_words(decision, part.record, self._ports.catalogs) if decision else ""

    def _fetch(self) -> None:
        """The part in front and the next ones."""
        part = self._part
        if part is None:
            return
        queue = self._queue()
        at = next((n for n, one in enumerate(queue) if one.record is part.record), -1)
        following = queue[at + 1 : at + 1 + AHEAD]
        self._ports.looks.want([self._look(part), *(look_at(one.record) for one in following)])

    def _on_loaded(self, key: tuple[str, str]) -> None:
        part = self._part
        if part is not None and self._look(part).key == key:
            self._show_loaded(self._look(part))

    def _show_loaded(self, look: Look) -> None:
        part, loaded = self._part, self._ports.looks.get(look)
        if part is None or loaded is None:
            return
        if self._shown_s is None:
            self._shown_s = self._ports.clock.monotonic_s()
        is_blind = self._is_blind(part)
        if loaded.frame is None:
            self._view.show_no_frame(loaded.absence)
        else:
            self._view.show_sight(sight_shown(look, loaded.frame, loaded.why, is_blind=is_blind))
        self._view.show_why(why_shown(look, loaded, self._ports.catalogs, is_blind=is_blind))

    # ---- inside: deciding

    def _allowed(self) -> bool:
        try:
            self._ports.person.require(Permission.REVIEW)
        except Trouble as trouble:
            self._view.tell(trouble)
            return False
        return True

    def _decide(self, decision: Decision) -> None:
        part = self._part
        if part is None or not self._allowed():
            return
        if self._sitting.is_done(part.record.inspection_id):
            self._view.say_done(translate("Review", "This part is decided. Undo it first."), "", None)
        elif needs_reason(decision) and not decision.reason:
            self._view.ask_reason(self._reason, lambda reason: self._with_reason(part, decision, reason))
        else:
            self._keep(part, decision)

    def _with_reason(self, part: Waiting, decision: Decision, reason: str) -> None:
        if reason.strip() and self._part is part:
            self._reason = reason.strip()
            self._keep(part, replace(decision, reason=self._reason))

    def _keep(self, part: Waiting, decision: Decision) -> None:
        """On disk first, then on the screen."""
        shown_s, now_s = self._shown_s, self._ports.clock.monotonic_s()
        timing = Timing(seconds=None if shown_s is None else now_s - shown_s, is_blind=self._is_blind(part))
        following = following_in(self._queue(), part)
        look = self._look(part)
        try:
            entry = self._ports.reviewer.decide(part.record, decision, self._who, timing)
        except Trouble as trouble:
            self._view.tell(trouble)
            return
        self._sitting.settle(part, entry)
        self._sitting.chosen = following
        self._fetch_more()
        loaded = self._ports.looks.get(look)
        if decision.judgement.finding is Finding.DEFECT and loaded and loaded.why:
            self._ports.looks.remember(loaded.why)
        self._show_queue()
        self.figures.count(self._part.record if self._part else None)
        if decision.judgement.finding is Finding.FALSE_ALARM:
            offer_tolerance(self._view, self._ports, look, loaded.why.place if loaded and loaded.why else None)

    def _fetch_more(self) -> None:
        if self._sitting.beyond and len(self._queue()) < MORE_AT:
            self.refresh()

    def _share_set(self) -> None:
        self._shown_key = None
        self.refresh()

    def _take_back(self, done: Done) -> None:
        if not self._allowed():
            return
        record = done.part.record
        try:
            self._ports.reviewer.withdraw(record, done.entry, self._who)
        except Trouble as trouble:
            self._view.tell(trouble)
            return
        self._sitting.bring_back(done, self._ports.reviewer.state(record))
        if done.entry.decision and done.entry.decision.judgement.finding is Finding.FALSE_ALARM:
            take_back_tolerance(self._view, self._ports, look_at(record))
        self._shown_key = None
        self._show_queue()
        self.figures.count(self._part.record if self._part else None)

    def _show_reasons(self) -> None:
        refused = ""
        if not self._ports.person.may(Permission.REVIEW):
            who = who_may(Permission.REVIEW)
            refused = told(say("{who} can do it: sign in first.", who=who))
        elif self._part is None:
            refused = translate("Review", "No part is in front.")
        nothing = "" if self._sitting.done else translate("Review", "Nothing was decided in this sitting.")
        self._view.show_reasons(refused, (refused and nothing) or nothing)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        self._view.tell(error)


def _nameless() -> ReviewTrouble:
    return ReviewTrouble(
        "Nobody is signed in.",
        "A second person decides, and without names nobody knows who that is. The part waits as it did.",
        "Sign in, or add operators on the People screen first.",
    )
