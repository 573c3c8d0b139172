"""The makers of the screens: each gets what it asks for in its ports, and nothing else."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.cameras.presenter import CameraPorts
from app.cameras.screen import make_cameras_screen
from app.desktop.annotate_screen import annotate_screen
from app.desktop.background import in_background
from app.desktop.capture import good_parts_spec
from app.desktop.desk import Desk
from app.desktop.guide import make_guide
from app.desktop.replays import StationReplays
from app.desktop.review_screen import review_screen
from app.desktop.study_screen import study_screen
from app.first_start.screen import FirstStart
from app.history.screen import HistoryNeeds, HistoryScreen, make_history
from app.i18n import translate
from app.live.screen import make_live
from app.people.screen import make_people_screen
from app.preferences.presenter import StorageFigures
from app.preferences.screen import make_settings_screen
from app.recipe.lent_camera import LentCamera
from app.recipe.presenter import TeachPresenter
from app.recipe.releases import LibraryReleases
from app.recipe.screen import TeachNeeds, make_teach
from app.recipe.station_models import StationModels
from app.recipe.station_stored import StationStored
from app.recipe.station_teacher import FIRST_CAMERA, StationTeacher
from app.session import Permission
from app.settings import StationCamera
from app.workers.background import WorkerBackground
from vision.cameras import Camera, discover, make_camera
from vision.inspection import Trouble, Verdict
from vision.recipe import CameraSettings
from vision.storage import bytes_per_day, disk_space, stored_bytes
from vision.teaching import upper_bound


class LivePlace(QStackedWidget):
    """Where Live stands: the guided path until there is a recipe, the Live screen from then on."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.live = make_live(desk.station, desk.bridge, desk.notices)
        self.live.view.counter_tapped.connect(self._open_history)
        self.guide: FirstStart | None = None
        self.addWidget(self.live.view)
        if not desk.premises.recipes.names():
            self._add_guide(make_guide(desk.premises, desk.book, desk.session, self.finish_guide))

    def _add_guide(self, guide: FirstStart) -> None:
        self.guide = guide
        self.addWidget(guide.view)
        self.setCurrentWidget(guide.view)
        self._desk.hooks.going_on.append(self._guide_goes_on)
        self._desk.hooks.before_close.append(guide.presenter.cancel)

    def _guide_goes_on(self) -> str:
        if self.guide is None or not self.guide.presenter.is_teaching:
            return ""
        return translate("MainWindow", "Teaching is not finished. Nothing of it is kept.")

    def _open_history(self, verdict: Verdict) -> None:
        """A counter of the lot was tapped: its parts in History."""
        lot = self._desk.station.lot
        self._desk.hooks.open_screen("history")
        history = next((kept for kept in self._desk.kept if isinstance(kept, HistoryScreen)), None)
        if history is not None and lot:
            history.presenter.show_lot(lot, verdict)

    def showEvent(self, event: QShowEvent) -> None:
        """A recipe taught on the Teach screen ends the guided path, too."""
        guide = self.guide
        if guide is not None and not guide.presenter.is_teaching and self._desk.station.recipe is not None:
            self.setCurrentWidget(self.live.view)
        super().showEvent(event)

    def finish_guide(self, recipe: str) -> None:
        """The first recipe is there: choose it, start, show Live."""
        self._desk.station.choose(recipe, self._desk.premises.recipes.active_version(recipe), None)
        self.setCurrentWidget(self.live.view)
        self.live.presenter.start()

    def go_back(self) -> bool:
        """Esc belongs to the screen in front."""
        leave = getattr(self.currentWidget(), "go_back", None)
        return bool(leave is not None and leave())


def live_screen(desk: Desk) -> QWidget:
    """Live, or the first start."""
    place = LivePlace(desk)
    desk.kept.append(place.live)
    return place


def teach_screen(desk: Desk) -> QWidget:
    """Teach."""
    screen = make_teach(_teach_needs(desk))
    presenter = screen.presenter
    desk.session.subscribe(presenter.person_changed)
    screen.view.trouble.connect(desk.notices.tell_error)
    screen.view.release.told.connect(desk.notices.toast)
    presenter.on_progress = lambda share: desk.hooks.rail_progress("teach", share)
    desk.hooks.going_on.append(lambda: _teaching_goes_on(presenter))
    desk.hooks.before_close.append(presenter.cancel)
    desk.kept.append(screen)
    return screen.view


def _teach_needs(desk: Desk) -> TeachNeeds:
    home, library = desk.premises.home, desk.premises.recipes

    def told(who: str, action: str, subject: str) -> None:
        desk.audit.add(who, action, subject)

    def settings(name: str) -> CameraSettings:
        device = _device(desk, name)
        return device.settings if device else CameraSettings()

    return TeachNeeds(
        background=desk.background,
        teacher=StationTeacher(library, home.root / "drafts", home.root / "weights", settings),
        releases=LibraryReleases(library, told),
        models=StationModels(home.root / "weights"),
        permits=desk.session,
        camera=_lent_camera(desk, settings),
        stored=StationStored(desk.premises.store, library),
        captures=lambda recipe: home.root / "captures" / recipe,
        upper_bound=upper_bound,
        on_released=partial(_use_released, desk),
        want_camera=desk.station.want_camera,
    )


def _lent_camera(desk: Desk, settings: Callable[[str], CameraSettings]) -> LentCamera:
    def camera(name: str) -> Camera:
        device = _device(desk, name)
        return make_camera(good_parts_spec(device.spec if device else ""))

    lent = LentCamera(camera, settings, lambda name: _not_lent(desk, name))
    desk.station.before_start.append(lent.release)
    return lent


def _use_released(desk: Desk, recipe: str, version: int) -> None:
    """The station goes on with the new version of its recipe, or of the first one."""
    in_use = desk.station.recipe
    if in_use is not None and in_use.name != recipe:
        return
    try:
        desk.station.choose(recipe, version, desk.station.lot)
    except Trouble as trouble:  # it is released; the station goes on with what it runs until a device is chosen
        desk.notices.tell_error(trouble)


def _teaching_goes_on(presenter: TeachPresenter) -> str:
    if not presenter.is_teaching:
        return ""
    return translate("MainWindow", "Teaching is not finished. Nothing of it is kept.")


def _device(desk: Desk, camera: str) -> StationCamera | None:
    """The device of a recipe's camera; "" is the recipe's first one, whatever the recipe calls it."""
    return desk.book.current.device(camera or FIRST_CAMERA, is_first=not camera)


def _not_lent(desk: Desk, camera: str) -> str:
    if desk.station.is_busy:
        return translate("Teach", "The station is inspecting. Stop it to capture parts.")
    if _device(desk, camera) is not None:
        return ""
    if not camera:
        return translate("Teach", "No camera is chosen yet.")
    return translate("Teach", "No device stands for {camera} yet: choose one on the Cameras screen.").format(
        camera=camera
    )


def history_screen(desk: Desk) -> QWidget:
    """History."""
    store = desk.premises.store
    needs = HistoryNeeds(
        reader=store,
        replays=StationReplays(store, desk.premises.recipes),
        searching=WorkerBackground(),
        looking=WorkerBackground(),
        thumbnailing=WorkerBackground(),
        is_inspecting=lambda: desk.station.is_busy,
    )
    screen = make_history(needs)
    screen.view.trouble.connect(desk.notices.tell_error)
    screen.view.detail.told.connect(desk.notices.toast)
    screen.view.detail.trouble.connect(desk.notices.tell_error)
    desk.kept.extend((screen, needs))
    return screen.view


def cameras_screen(desk: Desk) -> QWidget:
    """Cameras."""

    ports = CameraPorts(
        discover=discover,
        make_camera=make_camera,
        background=in_background,
        places=desk.station.places,
        use_device=desk.station.use_device,
        may_change=lambda: desk.session.may(Permission.CAMERAS),
        station_busy=lambda: desk.station.is_busy,
    )
    screen = make_cameras_screen(ports)
    presenter = screen.presenter
    desk.bridge.state_changed.connect(lambda _report: presenter.station_changed())
    desk.session.subscribe(presenter.station_changed)
    desk.station.before_start.append(presenter.release)
    desk.hooks.before_close.append(presenter.release)
    desk.kept.append(presenter)
    return screen.view


def people_screen(desk: Desk) -> QWidget:
    """People."""
    screen = make_people_screen(desk.operators, desk.session)
    desk.kept.append(screen)
    return screen.view


def settings_screen(desk: Desk) -> QWidget:
    """Settings."""

    def figures() -> StorageFigures | None:
        try:
            database = desk.premises.store.database
            return StorageFigures(
                used_bytes=stored_bytes(database),
                free_bytes=disk_space(desk.premises.home).free_bytes,
                bytes_per_day=bytes_per_day(database),
            )
        except Trouble:
            return None

    screen = make_settings_screen(desk.book, desk.session, figures)
    desk.kept.append(screen)
    return screen.view


MAKERS: dict[str, Callable[[Desk], QWidget]] = {
    "live": live_screen,
    "review": review_screen,
    "annotate": annotate_screen,
    "teach": teach_screen,
    "history": history_screen,
    "studies": study_screen,
    "cameras": cameras_screen,
    "people": people_screen,
    "settings": settings_screen,
}
"""The table: a new screen is a package, a line in `app.screens` and a line here."""
