"""The station as the screens see it: orders go to the host's thread, news come back through the bridge."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import NoReturn

from app.cameras.presenter import CameraPlace
from app.compose import Premises, RunChoice, station_for
from app.i18n import translate
from app.live.station_control import ChosenRecipe, LotCounts, RecipeOffer
from app.recipe.station_teacher import FIRST_CAMERA
from app.session import Permission, Session
from app.settings import SettingsBook, StationCamera
from app.workers import StationBridge
from vision.cameras import make_camera
from vision.inspection import Trouble, say
from vision.recipe import TriggerMode
from vision.station import Alarm, AlarmKind, StateReport, Station, StationListener, StationState
from vision.station.host import StationHost
from vision.storage import AlarmBook, RecordQuery

DEFAULT_INTERVAL_MS = 1500.0


class StationDesk:
    """Fulfils `app.live.station_control.StationControl`. Lives in the window's thread."""

    def __init__(self, premises: Premises, book: SettingsBook, session: Session, bridge: StationBridge) -> None:
        self._premises = premises
        self._book = book
        self._session = session
        self._alarms = AlarmBook(premises.store.database)
        self._state = StateReport(state=StationState.STOPPED)
        self._chosen: ChosenRecipe | None = None
        self._wanted: tuple[str, ...] = ()
        self._bridge = bridge
        self._host: StationHost[RunChoice] = StationHost(self._make, bridge)
        self._ordered: RunChoice | None = None
        self.before_start: list[Callable[[], object]] = []
        """Called before the station takes the camera: previews let go of it."""
        self.on_settled: Callable[[AlarmKind], object] = lambda _kind: None
        """Told which alarms a new recipe version has answered."""
        bridge.state_changed.connect(self._on_state)
        book.subscribe(lambda _settings: self._follow_camera())

    # -- what the screens see -----------------------------------------------------------------------------------

    @property
    def state(self) -> StateReport:
        return self._state

    @property
    def recipe(self) -> ChosenRecipe | None:
        return self._chosen

    @property
    def lot(self) -> str | None:
        return self._book.current.last_lot or None

    @property
    def parts_planned(self) -> int | None:
        return self._book.current.lot_target or None

    @property
    def camera_name(self) -> str:
        names = self._chosen.cameras if self._chosen else (FIRST_CAMERA,)
        if len(names) > 1:
            return translate("StationDesk", "{count} cameras").format(count=len(names))
        device = self.device(names[0])
        return "" if device is None else _called(device.spec)

    def places(self) -> tuple[CameraPlace, ...]:
        """The cameras that the recipe in use names, others that were given a device, and those that teaching asks for."""
        used = self._chosen.cameras if self._chosen else (FIRST_CAMERA,)
        names = dict.fromkeys((*used, *self._book.current.further_cameras, *self._wanted))
        return tuple(CameraPlace(name=name, device=self.device(name)) for name in names)

    def device(self, name: str) -> StationCamera | None:
        """What stands for the camera that a recipe calls `name`; None when nothing was chosen for it."""
        return self._book.current.device(name, is_first=self._is_first(name))

    @property
    def is_busy(self) -> bool:
        """True while the station holds the camera."""
        return self._host.is_running or self._state.state in (
            StationState.STARTING,
            StationState.INSPECTING,
            StationState.CAMERA_LOST,
            StationState.DISK_LOW,
        )

    def lot_counts(self) -> LotCounts:
        store = self._premises.store
        newest = store.latest(1)
        counts = store.verdict_counts(RecordQuery(lot=self.lot)) if self.lot else {}
        return LotCounts(counts=counts, up_to_sequence=newest[0].sequence if newest else 0)

    def offers(self) -> tuple[RecipeOffer, ...]:
        return tuple(RecipeOffer(name=name, versions=self._offered(name)) for name in self._premises.recipes.names())

    def _offered(self, name: str) -> tuple[int, ...]:
        """The active version first, where it is known; others only for people who may release them."""
        library = self._premises.recipes
        active = library.active_if_known(name)
        others = [version for version in reversed(library.versions(name)) if version != active]
        released = () if active is None else (active,)
        return (*released, *(others if self._session.may(Permission.RELEASE) else ()))

    def open_alarms(self) -> tuple[Alarm, ...]:
        """Alarms of an earlier run that nobody has acknowledged, oldest first."""
        return tuple(
            Alarm(
                kind=AlarmKind(stored.kind),
                what=stored.what,
                meaning=stored.meaning,
                remedy=stored.remedy,
                time=stored.time,
            )
            for stored in self._alarms.open_alarms()
        )

    # -- orders -------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin to inspect with the chosen recipe, lot and camera."""
        self._session.require(Permission.INSPECT)
        choice = self._choice()
        for let_go in self.before_start:
            let_go()
        if choice != self._ordered or self._state.finish is not None:
            self._ordered = choice
            self._host.choose(choice)
        self._host.start()

    def want_camera(self, name: str) -> None:
        """Teaching asks for a camera that no recipe has yet: a device can be chosen for it."""
        self._wanted = (name,)

    def use_device(self, name: str, device: StationCamera) -> None:
        """Let a device stand for the camera that recipes call `name`."""
        self._session.require(Permission.CAMERAS)
        changed = self._book.current.with_device(name, device, is_first=self._is_first(name))
        self._book.change(changed, self._session.who)

    def stop(self) -> None:
        """Finish the part at hand, then stop."""
        self._host.stop()

    def choose(self, recipe: str, version: int, lot: str | None) -> None:
        """Take another recipe or lot; while inspecting it takes effect with the next part."""
        self._session.require(Permission.INSPECT)
        if version != self._premises.recipes.active_if_known(recipe):
            self._session.require(Permission.RELEASE)
        chosen = self._load(recipe, version)
        if self._host.is_running:
            self._devices(chosen)  # a recipe that cannot go on from here leaves the one that runs in place
        self._chosen = chosen
        self._settle_picture(chosen)
        changed = self._book.current.model_copy(update={"last_recipe": recipe, "last_lot": lot or ""})
        self._book.change(changed, self._session.who)
        if self._host.is_running:
            self._ordered = self._choice()
            self._host.choose(self._ordered)

    def take_recipe(self, name: str, version: int | None = None) -> None:
        """Make a recipe version the one in use, without starting."""
        self._chosen = self._load(name, version)
        self._settle_picture(self._chosen)

    def retry(self) -> None:
        """A lost camera is tried every second anyway; a station that stopped in trouble starts again."""
        if not self._host.is_running:
            self.start()

    def acknowledge(self, alarm: Alarm) -> None:
        """Note that the person at the station has seen every open alarm of this kind."""
        self._acknowledge(alarm.kind)

    def close(self) -> bool:
        """Stop, let go of the cameras, end the thread; False when it did not end in time."""
        return self._host.close()

    # -- inside -------------------------------------------------------------------------------------------------

    def _settle_picture(self, chosen: ChosenRecipe) -> None:
        """A picture that changed before the recipe version was made is the one that it was made for."""
        if chosen.created and self._acknowledge(AlarmKind.PICTURE_CHANGED, until=chosen.created):
            self.on_settled(AlarmKind.PICTURE_CHANGED)

    def _acknowledge(self, kind: AlarmKind, until: datetime | None = None) -> int:
        """Acknowledge the open alarms of a kind, or those up to a moment; gives how many."""
        of_kind = [stored for stored in self._alarms.open_alarms() if stored.kind == kind.value]
        meant = [stored for stored in of_kind if until is None or stored.time <= until]
        for stored in meant:
            self._alarms.acknowledge(stored.number, self._session.who)
        return len(meant)

    def _load(self, name: str, version: int | None) -> ChosenRecipe:
        recipe = self._premises.recipes.load(name, version)
        lines = {view.name: view.thresholds for view in recipe.views}
        return ChosenRecipe(
            name=name,
            version=recipe.version,
            created=recipe.created,
            thresholds=lines,
            cameras=tuple(recipe.cameras),
        )

    def _choice(self) -> RunChoice:
        if self._chosen is None:
            raise Trouble(
                "No recipe is chosen.", "Nothing is inspected.", "Choose one with Recipe / lot, or teach one."
            )
        devices = self._devices(self._chosen)
        asked = devices[0].settings
        return RunChoice(
            recipe=self._chosen.name,
            version=self._chosen.version,
            cameras=tuple(device.spec for device in devices),
            trigger_mode=asked.trigger_mode,
            interval_ms=(asked.interval_ms or DEFAULT_INTERVAL_MS)
            if asked.trigger_mode is TriggerMode.INTERVAL
            else None,
            lot=self.lot,
        )

    def _devices(self, chosen: ChosenRecipe) -> tuple[StationCamera, ...]:
        """The device of each of the recipe's cameras; the first one's settings say who triggers."""
        settings = self._book.current
        return tuple(
            settings.device(name, is_first=number == 0) or _refuse(chosen, name)
            for number, name in enumerate(chosen.cameras)
        )

    def _is_first(self, name: str) -> bool:
        return name == (self._chosen.cameras[0] if self._chosen else FIRST_CAMERA)

    def _make(self, choice: RunChoice, listener: StationListener) -> Station:
        """Under the settings of now: a station's name or an alarm's limit may have changed since the start."""
        premises = replace(self._premises, settings=self._book.current)
        return station_for(premises, choice, listener, lambda: self._session.operator)

    def _follow_camera(self) -> None:
        """A station that waits for a lost camera takes the one that was chosen instead."""
        if self._state.state is StationState.CAMERA_LOST and self._host.is_running:
            choice = self._choice()
            if choice != self._ordered:
                self._ordered = choice
                self._host.choose(choice)

    def _on_state(self, report: StateReport) -> None:
        self._state = report


def _called(spec: str) -> str:
    try:
        return make_camera(spec).info.name
    except Trouble:
        return spec


def _refuse(chosen: ChosenRecipe, camera: str) -> NoReturn:
    if len(chosen.cameras) == 1:
        raise Trouble("No camera is chosen.", "Nothing is inspected.", "Choose one on the Cameras screen.")
    raise Trouble(
        say("Recipe {recipe} looks through {camera}, and no device stands for it.", recipe=chosen.name, camera=camera),
        "Nothing is inspected.",
        say("Choose a device for {camera} on the Cameras screen.", camera=camera),
    )
