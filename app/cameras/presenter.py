"""What the Cameras screen does. No widget here: the view shows what it is given and says what the person did."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from app.cameras.preview import Preview, Sight, preview_of
from app.cameras.triggers import fitting_trigger
from app.i18n import told
from app.settings import StationCamera
from vision.cameras import Camera, CameraInfo, Capabilities
from vision.inspection import Trouble
from vision.recipe import CameraSettings

CLIPPED_WARNING = 0.01
"""Share of clipped pixels above which the screen says that light is lost."""


class Background(Protocol):
    """Runs `work` outside the window's thread and comes back in it with what it returned or raised."""

    def __call__(
        self, work: Callable[[], Any], returned: Callable[[Any], None], errored: Callable[[Exception], None]
    ) -> None: ...


class Found(Protocol):
    """What a search brought: cameras, and one trouble for each family that could not be searched."""

    @property
    def cameras(self) -> tuple[CameraInfo, ...]: ...

    @property
    def troubles(self) -> tuple[Trouble, ...]: ...


@dataclass(frozen=True, kw_only=True)
class CameraPlace:
    """One of the cameras that recipes look through, as they call it."""

    name: str
    device: StationCamera | None = None
    """What stands for it at this station; None when nothing was chosen yet."""


@dataclass(frozen=True, kw_only=True)
class CameraPorts:
    """What the Cameras screen needs from the rest of the app."""

    discover: Callable[[], Found]
    """Searches all families; may take seconds; called in the background."""
    make_camera: Callable[[str], Camera]
    """A camera for a spec; raises `CameraTrouble` for a spec that cannot be understood."""
    background: Background
    places: Callable[[], tuple[CameraPlace, ...]]
    """The cameras of the recipe in use first; never empty. A station of one camera has one place."""
    use_device: Callable[[str, StationCamera], None]
    """Let a device stand for the place of that name; raises `Trouble`."""
    may_change: Callable[[], bool]
    station_busy: Callable[[], bool]
    """True while the station holds the camera (starting or inspecting)."""


@dataclass(frozen=True, kw_only=True)
class CameraRow:
    """One line of the list."""

    spec: str
    name: str
    detail: str
    chosen: bool
    in_use: bool
    used_as: str = ""
    """The place it stands for, where there are several."""


@dataclass(frozen=True, kw_only=True)
class PlaceRow:
    """One place to choose a device for."""

    name: str
    device: str
    """The device's name; empty while there is none."""


@dataclass(frozen=True, kw_only=True)
class Focus:
    """The focus bar, 0 to 1 of the best sharpness seen since the camera or the light changed."""

    share: float
    value: float
    best: float


class CamerasView(Protocol):
    """Setters of the view. Its signals are connected by whoever builds the screen (see `app.cameras.view`)."""

    def show_places(self, rows: tuple[PlaceRow, ...], chosen: str) -> None: ...
    def show_cameras(self, rows: tuple[CameraRow, ...]) -> None: ...
    def show_searching(self, searching: bool) -> None: ...
    def show_search_troubles(self, troubles: tuple[Trouble, ...]) -> None: ...
    def show_controls(self, capabilities: Capabilities | None, settings: CameraSettings) -> None: ...
    def show_sight(self, sight: Sight) -> None: ...
    def show_focus(self, focus: Focus) -> None: ...
    def show_clipped(self, share: float, warn: bool) -> None: ...
    def show_no_sight(self, trouble: Trouble | None, busy: bool) -> None: ...
    def show_refusal(self, refusal: Trouble | None) -> None: ...
    def show_used(self, name: str, place: str) -> None: ...
    def allow_use(self, allowed: bool, role_missing: bool) -> None: ...


class CamerasPresenter:
    """Search, look, set, use. Lives in the window's thread."""

    def __init__(self, view: CamerasView, ports: CameraPorts) -> None:
        self._view = view
        self._ports = ports
        self._infos: dict[str, CameraInfo] = {}
        self._preview: Preview | None = None
        self._place = ""
        self._spec = ""
        self._wish = CameraSettings()
        self._refusal: Trouble | None = None
        self._taken: CameraSettings | None = None
        self._leaving: Preview | None = None
        self._best_focus = 0.0
        self._searching = self._searched = False
        self._shown = False

    def shown(self) -> None:
        """The screen came to the front: search once, and look through the camera in use."""
        self._shown = True
        for place in self._ports.places():
            if place.device is not None:
                self._remember(place.device.spec)
        device = self._chosen_place().device
        if not self._spec and device is not None:
            self._spec, self._wish = device.spec, device.settings
        self._show_rows()
        self._start_preview()
        if not self._searched:
            self.search()

    def hidden(self) -> None:
        """The screen left the front: the camera is free for the station."""
        self._shown = False
        self._stop_preview()

    def release(self, timeout_s: float = 3.0) -> bool:
        """Let go of the camera before the station takes it; True when it is free. Blocks for at most `timeout_s`."""
        self._stop_preview()
        return self._leaving is None or self._leaving.ended.wait(timeout_s)

    def station_changed(self) -> None:
        """The station took or gave back the camera, or somebody signed in or out."""
        if not self._shown:
            return
        if self._ports.station_busy():
            self._stop_preview()
        if self._preview is None:
            self._start_preview()
        self._show_allowed()

    def search(self) -> None:
        """Search all families in the background; one search at a time."""
        if self._searching:
            return
        self._searching = self._searched = True
        self._view.show_searching(True)
        self._ports.background(self._ports.discover, self._on_found, self._on_search_failed)

    def choose_place(self, name: str) -> None:
        """Choose a device for another of the recipe's cameras: look through the one it has."""
        self._place = name
        device = self._chosen_place().device
        if device is None:
            self._show_rows()
        else:
            self.choose(device.spec)

    def choose(self, spec: str) -> None:
        """Look through another camera with its stored settings, or with its own values."""
        stored = (self._chosen_place(), *self._ports.places())
        known = (place.device.settings for place in stored if place.device is not None and place.device.spec == spec)
        self._spec = spec
        self._wish = next(known, CameraSettings())
        self._show_rows()
        self._start_preview()

    def add(self, spec: str) -> None:
        """Add a camera by its spec (a folder, a GenTL producer's file) and look through it."""
        try:
            info = self._ports.make_camera(spec).info
        except Trouble as trouble:
            self._view.show_refusal(trouble)
            return
        self._infos[info.spec] = info
        self.choose(info.spec)

    def change(self, settings: CameraSettings) -> None:
        """Wish for settings; what the camera really took comes back with the next sight."""
        self._wish = settings
        self._best_focus = 0.0
        if self._preview is not None:
            self._preview.configure(settings)

    def reset_focus(self) -> None:
        """Forget the best sharpness so far."""
        self._best_focus = 0.0

    def use(self) -> None:
        """Let the chosen camera stand for the chosen place."""
        if not self._may_use():
            return
        place = self._chosen_place().name
        try:
            self._ports.use_device(place, StationCamera(spec=self._spec, settings=self._wish))
        except Trouble as trouble:
            self._view.show_refusal(trouble)
            return
        self._show_rows()
        self._view.show_used(self._name(self._spec), place if self._has_several() else "")

    def tick(self) -> None:
        """Draw what is new; called at screen rate while the screen is in front."""
        sight = self._preview.take() if self._preview is not None else None
        if sight is None:
            return
        if sight.taken is not self._taken and sight.taken is not None:
            self._taken = sight.taken
            self._wish = fitting_trigger(sight.taken, sight.capabilities) if sight.capabilities else sight.taken
            self._view.show_controls(sight.capabilities, self._wish)
            self._view.show_refusal(None)
        if sight.refusal is not self._refusal:
            self._refusal = sight.refusal
            self._view.show_refusal(sight.refusal)
            self._wish = self._taken or CameraSettings()
            self._view.show_controls(sight.capabilities, self._wish)
        if sight.frame is not None:
            self._view.show_sight(sight)
        self._show_quality(sight)

    def _show_quality(self, sight: Sight) -> None:
        if sight.quality is None:
            return
        value = sight.quality.focus
        self._best_focus = max(self._best_focus, value)
        share = value / self._best_focus if self._best_focus > 0 else 0.0
        self._view.show_focus(Focus(share=share, value=value, best=self._best_focus))
        clipped = sight.quality.clipped_share
        self._view.show_clipped(clipped, clipped > CLIPPED_WARNING)

    def _start_preview(self) -> None:
        self._stop_preview()
        self._taken = self._refusal = None
        self._best_focus = 0.0
        self._view.show_refusal(None)
        self._view.show_controls(None, self._wish)
        busy = self._ports.station_busy()
        self._view.show_no_sight(None, busy)
        self._show_allowed()
        if not self._spec or busy or not self._shown:
            return
        preview = preview_of(self._spec, self._ports.make_camera, self._wish, self._leaving)
        self._preview = preview
        self._ports.background(preview.run, lambda _: None, lambda error: self._on_preview_failed(preview, error))

    def _stop_preview(self) -> None:
        if self._preview is not None:
            self._preview.stop()
            self._leaving, self._preview = self._preview, None

    def _on_preview_failed(self, preview: Preview, error: Exception) -> None:
        if preview is not self._preview:
            return
        self._preview = None
        if not isinstance(error, Trouble):
            raise error
        self._view.show_no_sight(error, False)

    def _on_found(self, found: Found) -> None:
        self._searching = False
        known = {self._spec, *(place.device.spec for place in self._ports.places() if place.device is not None)}
        kept = {spec: info for spec, info in self._infos.items() if spec in known or spec.startswith("folder:")}
        self._infos = {info.spec: info for info in found.cameras}
        for spec, info in kept.items():
            self._infos.setdefault(spec, info)
        self._view.show_searching(False)
        self._view.show_search_troubles(tuple(found.troubles))
        self._show_rows()

    def _on_search_failed(self, error: Exception) -> None:
        self._searching = False
        self._view.show_searching(False)
        if not isinstance(error, Trouble):
            raise error
        self._view.show_search_troubles((error,))

    def _chosen_place(self) -> CameraPlace:
        places = self._ports.places()
        return next((place for place in places if place.name == self._place), places[0])

    def _has_several(self) -> bool:
        return len(self._ports.places()) > 1

    def _show_rows(self) -> None:
        places = self._ports.places()
        used = {place.device.spec: place.name for place in reversed(places) if place.device is not None}
        rows = [PlaceRow(name=p.name, device=self._name(p.device.spec) if p.device else "") for p in places]
        self._view.show_places(tuple(rows), self._chosen_place().name)
        self._view.show_cameras(tuple(self._row(info, used) for info in self._infos.values()))

    def _row(self, info: CameraInfo, used: Mapping[str, str]) -> CameraRow:
        return CameraRow(
            spec=info.spec,
            name=told(info.name),
            detail=told(info.connection) or info.spec,
            chosen=info.spec == self._spec,
            in_use=info.spec in used,
            used_as=used.get(info.spec, "") if self._has_several() else "",
        )

    def _remember(self, spec: str) -> None:
        """Put the station's camera on the list before any search; a spec that no longer works is named as it stands."""
        try:
            self._infos.setdefault(spec, self._ports.make_camera(spec).info)
        except Trouble:
            self._infos.setdefault(spec, CameraInfo(spec=spec, name=spec))

    def _name(self, spec: str) -> str:
        info = self._infos.get(spec)
        return told(info.name) if info else spec

    def _may_use(self) -> bool:
        return bool(self._spec) and self._ports.may_change() and not self._ports.station_busy()

    def _show_allowed(self) -> None:
        self._view.allow_use(self._may_use(), role_missing=not self._ports.may_change())
