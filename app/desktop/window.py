"""One window on one station: desk, main window, and everything that ends when it closes."""

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QApplication

from app.compose import Premises
from app.desktop.desk import Desk
from app.desktop.free_space import FreeSpace
from app.desktop.screens import MAKERS
from app.desktop.station_desk import StationDesk
from app.i18n import told, translate
from app.live.state_words import STATE_ICONS, state_word
from app.live.station_causes import StationCauses
from app.main_window import MainWindow, ShellHooks
from app.notices import Notices
from app.people.screen import IdleWatch, ask_to_sign_in
from app.screens import screen_table
from app.session import Permission, Session, SignedIn
from app.settings import SettingsBook, SettingsFile, StationSettings, Theme, shift_at
from app.theme import ThemeName, apply_theme
from app.widgets.state_bar import BarShown
from app.workers import StationBridge, wait_for_all
from vision.inspection import SystemClock, Trouble
from vision.storage import AuditLog, Operators


def make_desk(premises: Premises) -> Desk:
    """The desk of an opened home."""
    database = premises.store.database
    operators, audit = Operators(database), AuditLog(database)
    file = SettingsFile(premises.home.settings, read_only=database.is_read_only)
    book = SettingsBook(file, audit.add)

    def verify(name: str, pin: str) -> SignedIn:
        person = operators.verify(name, pin)
        return SignedIn(name=person.name, role=person.role)

    session = Session(verify, operators.has_any, SystemClock(), book.current.idle_sign_out_min)
    bridge = StationBridge()
    return Desk(
        premises=premises,
        book=book,
        session=session,
        operators=operators,
        audit=audit,
        bridge=bridge,
        station=StationDesk(premises, book, session, bridge),
        notices=Notices(),
    )


class Shell:
    """The main window with its hooks wired to a desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._space = FreeSpace(desk.premises.home, desk.background)
        self._take_last_recipe()
        self.causes = StationCauses(desk.notices, desk.station)
        desk.bridge.state_changed.connect(self.causes.on_state)
        desk.bridge.alarmed.connect(self.causes.on_alarm)
        desk.station.on_settled = self.causes.on_settled
        makers = {key: partial(make, desk) for key, make in MAKERS.items()}
        hooks = ShellHooks(
            bar=self._bar,
            sign_in=self._sign_in,
            busy=self._busy,
            close=self._close,
            theme_changed=self._theme_changed,
            may=lambda permission: not permission or desk.session.may(permission),
        )
        self.window = MainWindow(screen_table(makers), desk.notices, hooks)
        desk.hooks.open_screen = self.window.open_screen
        desk.hooks.rail_progress = lambda key, share: self.window.rail.entries[key].set_progress(share)
        desk.hooks.rail_count = lambda key, count, spoken: self.window.rail.entries[key].set_count(count, spoken)
        desk.bridge.state_changed.connect(lambda _report: self.window.refresh())
        desk.session.subscribe(self.window.refresh)
        desk.book.subscribe(self._on_settings)
        self._watch: IdleWatch | None = None

    def open(self) -> None:
        """Show the window on its first screen; tell what was found in the settings and which alarms are still open."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._watch = IdleWatch(app, self.desk.session)
        self.window.open_screen("live")
        self.window.show()
        self.window.make_screen("review")  # it counts in the rail what waits, from the start
        for note in self.desk.book.notes:
            self.desk.notices.tell(Trouble(note))
        for alarm in self.desk.station.open_alarms():
            self.causes.on_alarm(alarm)

    def autostart(self) -> None:
        """Begin with the last recipe and lot; trouble is told and the station stays stopped."""
        try:
            self.desk.station.start()
        except Trouble as trouble:
            self.desk.notices.tell(trouble)

    def _take_last_recipe(self) -> None:
        names = self.desk.premises.recipes.names()
        last = self.desk.book.current.last_recipe
        name = last if last in names else (names[0] if len(names) == 1 else "")
        if not name:
            return
        try:
            self.desk.station.take_recipe(name)
        except Trouble as trouble:
            self.desk.notices.tell(trouble)

    # -- hooks of the window ------------------------------------------------------------------------------------

    def _bar(self) -> BarShown:
        desk, settings = self.desk, self.desk.book.current
        state = desk.station.state.state
        recipe = desk.station.recipe
        return BarShown(
            state=state_word(state),
            state_icon=STATE_ICONS[state],
            recipe=f"{recipe.name} · v{recipe.version}" if recipe else "",
            lot=settings.last_lot,
            camera=told(desk.station.camera_name) or translate("States", "No camera chosen"),
            disk=self._space.text,
            person=desk.session.operator or translate("States", "Sign in"),
            shift=shift_at(settings.shifts, datetime.now().astimezone().time()) or settings.station,
        )

    def _sign_in(self) -> None:
        session = self.desk.session
        if session.operator is not None:
            session.sign_out()
            return
        if session.is_open:
            self.window.open_screen("people")
            return
        ask_to_sign_in(self.window, session, self._active_names)

    def _active_names(self) -> list[str]:
        return [person.name for person in self.desk.operators.everyone() if person.active]

    def _busy(self) -> str:
        sentences = self.desk.hooks.still_going_on()
        if not self.desk.station.is_busy:
            return sentences
        inspecting = translate("MainWindow", "The station is inspecting. Parts that pass afterwards are not inspected.")
        return f"{inspecting} {sentences}".rstrip()

    def _close(self) -> None:
        self._space.stop()
        if self._watch is not None:
            self._watch.deleteLater()
            self._watch = None
        self.desk.hooks.let_go()
        self.desk.station.close()
        wait_for_all()

    def _theme_changed(self, name: ThemeName) -> None:
        if not self.desk.session.may(Permission.SETTINGS):
            return
        changed = self.desk.book.current.model_copy(update={"theme": Theme(name.value)})
        self.desk.book.change(changed, self.desk.session.who)

    def _on_settings(self, settings: StationSettings) -> None:
        self.desk.session.idle_sign_out_min = settings.idle_sign_out_min
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, ThemeName(settings.theme.value))
        self.window.refresh()
