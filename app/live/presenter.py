"""What the Live screen shows, decided without a widget.

The verdict and the counters always follow the newest part. The image follows it too, through the view that decided,
unless a person holds the view, looks at an older part or looks through another view of this one; inspection goes on
meanwhile, and a held view lets go by itself.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from app.live.gallery import Gallery, Look
from app.live.lot_tally import LotTally
from app.live.station_control import RecipeOffer, StationControl
from app.live.wording import no_frame_words, nothing_yet_words, waiting_words
from vision.inspection import Clock, InspectionRecord, SystemClock, Thresholds, Trouble, Verdict
from vision.station.events import Inspected, StateReport, StationState

HOLD_S = 30.0
_RUNNING = (StationState.INSPECTING, StationState.CAMERA_LOST, StationState.DISK_LOW, StationState.STARTING)


@dataclass(frozen=True, kw_only=True)
class LotShown:
    """The lot's figures."""

    lot: str | None
    planned: int | None
    counts: Mapping[Verdict, int]
    latency_ms_p50: float | None
    latency_ms_p99: float | None
    parts_per_minute: float | None


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What the recipe and lot dialog begins with."""

    offers: tuple[RecipeOffer, ...]
    recipe: str | None
    version: int | None
    lot: str | None


class LiveView(Protocol):
    """What the presenter asks of the screen."""

    def show_verdict(self, look: Look | None) -> None:
        """The newest part's verdict, at once."""

    def show_look(self, look: Look) -> None:
        """Image, map and score of one part through one view, and its other views small beside it."""

    def show_no_live_image(self, what: str, last: Look | None) -> None:
        """Nothing live to see, and why: the last frame small and dated."""

    def show_strip(self, looks: tuple[Look, ...], current: str | None) -> None:
        """The last parts, oldest first."""

    def show_lot(self, lot: LotShown) -> None:
        """The lot's figures."""

    def show_running(self, *, running: bool, has_recipe: bool) -> None:
        """Start or Stop; without a recipe nothing can start."""

    def show_hold(self, seconds_left: int | None) -> None:
        """The view is held that much longer; None when it is not."""

    def show_looking_back(self, look: Look | None) -> None:
        """Which older part is looked at; None when live."""

    def ask_choice(self, choice: Choice) -> None:
        """Let the person choose recipe and lot."""

    def tell(self, trouble: Trouble) -> None:
        """Tell a known trouble."""


class LivePresenter:
    """Between the station and the Live screen."""

    def __init__(self, view: LiveView, station: StationControl, clock: Clock | None = None) -> None:
        self._view = view
        self._station = station
        self._clock = clock or SystemClock()
        self._gallery = Gallery()
        self._tally = LotTally(station.lot, station.lot_counts())
        self._newest: Look | None = None
        self._seen: Look | None = None
        self._shown: Look | None = None
        self._looked_at: str | None = None
        self._held_until_s: float | None = None

    # ---- what the station said

    def on_state(self, report: StateReport) -> None:
        """A new state of the station."""
        self.refresh_station()
        if self._is_waiting:
            self._let_go()
            self._show_waiting()

    def on_inspected(self, records: tuple[InspectionRecord, ...], recent: tuple[Inspected, ...]) -> None:
        """Parts that were inspected: every record, and the newest few with their frames."""
        for record in records:
            self._count(record)
        self._gallery.add(recent, self._fallback())
        self._newest = self._gallery.looks[-1]
        self._last_seen()
        self._view.show_verdict(self._newest)
        if self._looked_at is not None and self._gallery.find(self._looked_at) is None:
            self._return_to_live()
        if self._looked_at is None and self._held_until_s is None:
            self._show(self._newest)
        self._show_strip()
        self._show_lot()

    def refresh_station(self) -> None:
        """Recipe, lot or state may have changed: show what holds now."""
        if self._station.lot != self._tally.lot:
            self._tally = LotTally(self._station.lot, self._station.lot_counts())
        running, has_recipe = self._station.state.state in _RUNNING, self._station.recipe is not None
        self._view.show_running(running=running, has_recipe=has_recipe)
        if self._newest is None and not self._is_waiting:
            self._view.show_no_live_image(nothing_yet_words(running=running, has_recipe=has_recipe), None)
        self._show_lot()

    def tick(self) -> None:
        """Called about once a second: a held view ends by itself, and parts per minute fall when none come."""
        if self._held_until_s is not None:
            left_s = self._held_until_s - self._clock.monotonic_s()
            if left_s <= 0:
                self.release_hold()
            else:
                self._view.show_hold(round(left_s))
        self._show_lot()

    # ---- what the person did

    def start(self) -> None:
        """Start was pressed."""
        self._asked(self._station.start)

    def stop(self) -> None:
        """Stop was pressed."""
        self._asked(self._station.stop)

    def choose_lot(self) -> None:
        """Recipe / lot was pressed."""
        recipe = self._station.recipe
        self._view.ask_choice(
            Choice(
                offers=self._station.offers(),
                recipe=recipe.name if recipe else None,
                version=recipe.version if recipe else None,
                lot=self._station.lot,
            )
        )

    def take_choice(self, recipe: str, version: int, lot: str) -> None:
        """A recipe and a lot were chosen; an empty lot has no name."""
        self._asked(lambda: self._station.choose(recipe, version, lot.strip() or None))
        self.refresh_station()

    def look_at(self, key: str) -> None:
        """A part of the strip was chosen; the newest means live."""
        look = self._gallery.find(key)
        if look is None:
            return
        self._let_go()
        if self._newest is not None and key == self._newest.key:
            self.back_to_live()
            return
        self._looked_at = key
        self._show(look)
        self._view.show_looking_back(look)
        self._show_strip()

    def look_through(self, view: str) -> None:
        """Another view of the part on the screen was chosen: stay with this part until the person goes back to live."""
        if self._shown is None:
            return
        look = self._shown.through(view)
        self._let_go()
        self._looked_at = look.key
        self._show(look)
        self._view.show_looking_back(look)
        self._show_strip()

    def look_beside(self, step: int) -> None:
        """One part older (-1) or newer (1)."""
        look = self._gallery.beside(self._looked_at, step)
        if look is not None:
            self.look_at(look.key)

    def back_to_live(self) -> None:
        """Follow the newest part again."""
        self._return_to_live()
        if self._newest is not None:
            self._show(self._newest)
        if self._is_waiting:
            self._show_waiting()
        self._show_strip()

    def hold(self) -> None:
        """Freeze the image for `HOLD_S` seconds; verdict and counters go on."""
        self._held_until_s = self._clock.monotonic_s() + HOLD_S
        self._view.show_hold(round(HOLD_S))

    def release_hold(self) -> None:
        """Let the image follow again."""
        self._let_go()
        if self._newest is not None and self._looked_at is None:
            self._show(self._newest)

    # ---- inside

    def _count(self, record: InspectionRecord) -> None:
        if record.part.lot != self._tally.lot and record.part.lot == self._station.lot:
            self._tally = LotTally(self._station.lot, self._station.lot_counts())
        self._tally.add(record)

    def _fallback(self) -> Mapping[str, Thresholds]:
        recipe = self._station.recipe
        return recipe.thresholds if recipe else {}

    def _show(self, look: Look) -> None:
        self._shown = look
        if look.frame is None and self._is_waiting:
            self._show_waiting()
        elif look.frame is None:
            self._view.show_no_live_image(no_frame_words(look), self._last_seen())
        self._view.show_look(look)

    @property
    def _is_waiting(self) -> bool:
        """True while the live view waits for a lost camera."""
        return self._station.state.state is StationState.CAMERA_LOST and self._looked_at is None

    def _show_waiting(self) -> None:
        self._view.show_no_live_image(waiting_words(self._station.camera_name), self._last_seen())

    def _last_seen(self) -> Look | None:
        """The newest part that had an image, however many came without one since."""
        looks = reversed(self._gallery.looks)
        self._seen = next((look for look in looks if look.frame is not None), self._seen)
        return self._seen

    def _show_strip(self) -> None:
        newest = self._newest.key if self._newest else None
        self._view.show_strip(self._gallery.looks, self._looked_at or newest)

    def _show_lot(self) -> None:
        tally = self._tally
        self._view.show_lot(
            LotShown(
                lot=tally.lot,
                planned=self._station.parts_planned,
                counts=dict(tally.counts),
                latency_ms_p50=tally.latency_ms(50),
                latency_ms_p99=tally.latency_ms(99),
                parts_per_minute=tally.parts_per_minute(self._clock.monotonic_s()),
            )
        )

    def _return_to_live(self) -> None:
        self._looked_at = None
        self._let_go()
        self._view.show_looking_back(None)

    def _let_go(self) -> None:
        self._held_until_s = None
        self._view.show_hold(None)

    def _asked(self, act: Callable[[], None]) -> None:
        try:
            act()
        except Trouble as trouble:
            self._view.tell(trouble)
        self.refresh_station()
