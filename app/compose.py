"""The one place that chooses and wires: home, store, recipes, models, cameras, station. No Qt.

Everyone else gets what they need as arguments. `app.desktop` adds the window to what is composed here.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.settings import SettingsFile, StationSettings
from labeling.storage import prepare
from vision.cameras import Camera, CameraTrouble, make_camera
from vision.detectors import load_predictor
from vision.inspection import Predictor, Trouble, say
from vision.recipe import Recipe, RecipeLibrary, TriggerMode
from vision.station import Alarm, Inspector, Station, StationListener, StationPlan, self_test
from vision.station.alarms import AlarmRules
from vision.station.recorder import Origin
from vision.storage import (
    AlarmBook,
    DiskWatch,
    Home,
    RecordQuery,
    RetentionRules,
    StorageCause,
    StorageTrouble,
    Store,
    default_home,
    open_reader,
)

log = logging.getLogger(__name__)

SELF_TEST_PARTS = 3


@dataclass(frozen=True, eq=False, kw_only=True)
class Premises:
    """An opened home: what every writing verb and the app work with."""

    home: Home
    store: Store
    recipes: RecipeLibrary
    settings: StationSettings


@dataclass(frozen=True, kw_only=True)
class RunChoice:
    """What a person chose to run."""

    recipe: str
    version: int | None = None
    """None is the active version."""
    cameras: tuple[str, ...]
    """Camera specs, in the order of the recipe's cameras."""
    trigger_mode: TriggerMode = TriggerMode.SOFTWARE
    interval_ms: float | None = None
    lot: str | None = None


def home_at(chosen: Path | None) -> Home:
    """The home asked for, or the default one."""
    return default_home() if chosen is None else Home(chosen)


def recipes_of(home: Home) -> RecipeLibrary:
    """The recipe library of a home."""
    return RecipeLibrary(home.recipes)


@contextmanager
def open_station(chosen: Path | None) -> Iterator[Premises]:
    """Open a home for writing: lock, database, recovery of parts a dead process left open, tables of labeling.

    Raises:
        StorageTrouble: in use by another Loupe, read-only, damaged, of a newer version.
    """
    home = home_at(chosen)
    with Store(home) as store:
        store.recover()
        prepare(store.database)
        settings = SettingsFile(home.settings).load()
        yield Premises(home=home, store=store, recipes=recipes_of(home), settings=settings)


@contextmanager
def open_beside(chosen: Path | None) -> Iterator[Premises]:
    """Open a home in which another Loupe works: everything can be looked at, nothing is written.

    Raises:
        StorageTrouble: no database yet, damaged, or of an older or newer version than this Loupe.
    """
    home = home_at(chosen)
    with _read_current(home) as store:
        settings = SettingsFile(home.settings, read_only=True).load()
        yield Premises(home=home, store=store, recipes=recipes_of(home), settings=settings)


@contextmanager
def _read_current(home: Home) -> Iterator[Store]:
    with ExitStack() as stack:
        try:
            store = stack.enter_context(open_reader(home))
            prepare(store.database)
        except StorageTrouble as trouble:
            if trouble.cause is not StorageCause.OLDER:
                raise
            raise StorageTrouble(
                say("An older Loupe works in {home}.", home=home.root),
                "What it writes can be shown here only after it has been brought up to date.",
                "Close the other Loupe, then start this one.",
                cause=StorageCause.OLDER,
            ) from trouble
        yield store


def load_predictors(library: RecipeLibrary, recipe: Recipe) -> dict[str, Predictor]:
    """The predictor of each view, warmed up. Raises `Trouble` in words when one cannot be loaded."""
    folder = library.version_folder(recipe.name, recipe.version)
    return {view.name: load_predictor(view, folder) for view in recipe.views}


def load_inspector(library: RecipeLibrary, name: str, version: int | None = None) -> Inspector:
    """A recipe ready to judge."""
    recipe = library.load(name, version)
    return Inspector(recipe, load_predictors(library, recipe))


def make_cameras(recipe: Recipe, specs: tuple[str, ...]) -> dict[str, Camera]:
    """One camera for each name the recipe uses, in its order."""
    names = list(recipe.cameras)
    if len(specs) != len(names):
        raise CameraTrouble(
            say(
                "Recipe {recipe} looks through {count} camera ({names}), {given} given."
                if len(names) == 1
                else "Recipe {recipe} looks through {count} cameras ({names}), {given} given.",
                recipe=recipe.name,
                count=len(names),
                names=", ".join(names),
                given=len(specs),
            ),
            "Nothing is inspected.",
            "Give one --camera for each.",
        )
    return {name: make_camera(spec) for name, spec in zip(names, specs, strict=True)}


class AlarmKeeper:
    """A listener that stores every alarm before it passes it on; a store that fails does not silence the alarm."""

    def __init__(self, listener: StationListener, book: AlarmBook) -> None:
        self._listener = listener
        self._book = book
        self.on_state = listener.on_state
        self.on_inspected = listener.on_inspected

    def on_alarm(self, alarm: Alarm) -> None:
        """Store, then pass on."""
        try:
            self._book.call(
                kind=alarm.kind, what=alarm.what, meaning=alarm.meaning, remedy=alarm.remedy, time=alarm.time
            )
        except Trouble as trouble:
            log.warning("the alarm could not be stored: %s", trouble)
        self._listener.on_alarm(alarm)


def station_for(
    premises: Premises,
    choice: RunChoice,
    listener: StationListener,
    operator: Callable[[], str | None] = lambda: None,
) -> Station:
    """A station for a run, not yet prepared."""
    recipe = premises.recipes.load(choice.recipe, choice.version)
    predictors = load_predictors(premises.recipes, recipe)
    settings = premises.settings
    plan = StationPlan(
        recipe=recipe,
        predictors=predictors,
        cameras=make_cameras(recipe, choice.cameras),
        store=premises.store,
        origin=Origin(station=settings.station, lot=choice.lot, operator=operator),
        trigger_mode=choice.trigger_mode,
        interval_ms=choice.interval_ms,
        alarms=AlarmRules(
            ng_in_a_row=settings.alarms.ng_in_a_row,
            not_inspected_in_a_row=settings.alarms.not_inspected_in_a_row,
            no_trigger_s=settings.alarms.no_trigger_s,
            changed_picture_every=settings.alarms.changed_picture_every,
        ),
        disk_is_low=DiskWatch(premises.home, settings.alarms.disk_low_gb).sentence,
        self_test=lambda: _self_test(premises.store, recipe, predictors),
    )
    return Station(plan, AlarmKeeper(listener, AlarmBook(premises.store.database)))


def _self_test(store: Store, recipe: Recipe, predictors: Mapping[str, Predictor]) -> int:
    """Replay the newest stored frames of this very recipe version."""
    query = RecordQuery(recipe=recipe.name, oldest_first=False, limit=50)
    records = [
        record
        for record in store.records(query)
        if record.recipe_version == recipe.version and record.score is not None
    ]
    return self_test(records[:SELF_TEST_PARTS], recipe, predictors, store.read_frame)


def retention_rules(settings: StationSettings) -> RetentionRules:
    """The settings' rules as the sweep takes them."""
    asked = settings.retention
    return RetentionRules(quota_gb=asked.quota_gb, keep_days=asked.keep_days, ok_share=asked.ok_share)


def is_protected(_path: str) -> bool:
    """Whether a label or a golden set uses a frame; neither exists before the labelling screens."""
    return False
