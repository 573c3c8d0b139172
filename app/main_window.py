"""The shell: state bar, banner, rail and the screens, all built from tables.

It knows no screen by name. Screens are made when they are first opened, so that the window is there at once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.actions import EVERYWHERE, commands_of, install_commands
from app.actions.sheets import CommandFinder, KeySheet
from app.i18n import translate
from app.notices import Notices
from app.notices.board import Cause, Severity
from app.screens import RailPlace, ScreenSpec
from app.theme import ThemeName, apply_theme, tokens
from app.widgets.banner import Alert, Banner, BannerShown, CauseList
from app.widgets.confirm_dialog import ConfirmDialog, Sheet
from app.widgets.focus_ring import FocusRing
from app.widgets.rail import Rail, RailEntry
from app.widgets.state_bar import BarShown, StateBar
from app.widgets.toast import Toast

SMALLEST = (1024, 640)


@dataclass(frozen=True, kw_only=True)
class ShellHooks:
    """What the shell asks the rest of the app."""

    bar: Callable[[], BarShown]
    """The facts of the state bar, now."""
    sign_in: Callable[[], None] = lambda: None
    """Open sign-in, or sign out."""
    busy: Callable[[], str] = lambda: ""
    """What still goes on when the window is closed, as one sentence; empty when nothing does."""
    close: Callable[[], None] = lambda: None
    """Stop everything cleanly; the window is gone afterwards."""
    theme_changed: Callable[[ThemeName], None] = field(default=lambda _theme: None)
    """The person changed the theme: remember it."""
    may: Callable[[str], bool] = lambda _permission: True


class MainWindow(QMainWindow):
    """One window. `screen_shown` with the key of the screen that came to the front."""

    screen_shown = Signal(str)

    def __init__(self, screens: Sequence[ScreenSpec], notices: Notices, hooks: ShellHooks) -> None:
        super().__init__()
        self._screens = {spec.key: spec for spec in screens}
        self._made: dict[str, QWidget] = {}
        self._notices, self._hooks = notices, hooks
        self._is_closing = False
        self._undo: Callable[[], None] | None = None
        self.bar, self.banner, self.rail = StateBar(), Banner(), Rail()
        self.stack = QStackedWidget()
        self.toast = Toast(self.stack)
        self.setWindowTitle("Loupe")
        self.setMinimumSize(*SMALLEST)
        self.resize(1280, 800)
        self._lay_out()
        self._install()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            FocusRing.follow(app, self)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        self.refresh()
        self.show_banner()

    def open_screen(self, key: str) -> QWidget:
        """Bring a screen to the front, making it when it is the first time."""
        screen = self.make_screen(key)
        self.stack.setCurrentWidget(screen)
        self.rail.show_chosen(key)
        self.toast.raise_()
        self.screen_shown.emit(key)
        return screen

    def make_screen(self, key: str) -> QWidget:
        """A screen, made when it is the first time; what is in front stays there."""
        if key not in self._made:
            self._made[key] = self._screens[key].make()
            self.stack.addWidget(self._made[key])
        return self._made[key]

    def refresh(self) -> None:
        """Ask for the facts of the state bar."""
        self.bar.show_bar(self._hooks.bar())
        self.bar.show_clock(datetime.now().astimezone().strftime("%H:%M:%S"))

    def show_banner(self) -> None:
        """Show the worst open cause."""
        causes = self._notices.board.causes
        self.banner.show_banner(_banner(causes[0], len(causes) - 1) if causes else None)

    # ---- handlers of the commands

    def find_command(self) -> None:
        """Ctrl+K."""
        finder = CommandFinder(self, self.actions_here())
        finder.exec()
        chosen = finder.chosen
        finder.deleteLater()
        if chosen is not None:
            chosen.trigger()

    def show_keys(self) -> None:
        """?."""
        sheet = KeySheet(self, [action for action in self.actions_here() if action.shortcuts()])
        sheet.exec()
        sheet.deleteLater()

    def go_back(self) -> None:
        """Esc: what the screen has to leave (its own `go_back() -> bool`), else back to the first screen."""
        ways = [way for part in self._parts_here() if callable(way := getattr(part, "go_back", None))]
        if not any(way() for way in ways):
            self.open_screen(next(iter(self._screens)))

    def sign_in(self) -> None:
        """Ctrl+L."""
        self._hooks.sign_in()
        self.refresh()

    def change_theme(self) -> None:
        """Ctrl+T."""
        name = ThemeName.LIGHT if tokens().name is ThemeName.DARK else ThemeName.DARK
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, name)
        self._hooks.theme_changed(name)

    def close_window(self) -> None:
        """Ctrl+Q."""
        self.close()

    # ---- inside

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_closing:
            event.accept()
            return
        going_on = self._hooks.busy()
        if going_on and not self._agreed_to_close(going_on):
            event.ignore()
            return
        self._is_closing = True
        self._timer.stop()
        self.hide()  # the screens notice and let go of the camera
        self._hooks.close()
        event.accept()

    def _agreed_to_close(self, going_on: str) -> bool:
        return ConfirmDialog.ask(
            self,
            translate("MainWindow", "Stop and close Loupe?"),
            meaning=going_on,
            go_on=translate("MainWindow", "Stop and close"),
            stay=translate("MainWindow", "Keep running"),
        )

    def actions_here(self) -> list[QAction]:
        """What can be done here by key: the screen's commands, then the window's."""
        here = [action for part in self._parts_here() for action in part.actions() if action.shortcuts()]
        return [*here, *self.actions()]

    def _parts_here(self) -> list[QWidget]:
        """The screen in front and what can be seen of it: a screen may be a stack of others."""
        screen = self.stack.currentWidget()
        if screen is None:
            return []
        return [screen, *(part for part in screen.findChildren(QWidget) if part.isVisible())]

    def _install(self) -> None:
        install_commands(self, commands_of(EVERYWHERE), self, self._hooks.may)
        for spec in self._screens.values():
            action = QAction(spec.title, self)
            action.setObjectName(f"screen:{spec.key}")
            action.setShortcut(QKeySequence(spec.shortcut))
            action.triggered.connect(partial(self.open_screen, spec.key))
            self.addAction(action)
            entry = RailEntry(spec.key, spec.title, spec.icon, spec.shortcut)
            self.rail.add(entry, at_bottom=spec.place is RailPlace.BOTTOM)
        self.rail.chosen.connect(self.open_screen)
        self.bar.sign_in_wanted.connect(self.sign_in)
        self.banner.acted.connect(self._act_on_banner)
        self.banner.more_wanted.connect(self._show_causes)
        self._notices.banner_changed.connect(self.show_banner)
        self._notices.toast_wanted.connect(self._show_toast)
        self.toast.undone.connect(self._undo_toast)

    def _act_on_banner(self) -> None:
        causes = self._notices.board.causes
        if causes:
            self._notices.act(causes[0].key)

    def _show_causes(self) -> None:
        sheet = Sheet(self, translate("MainWindow", "What needs a hand"), width=760)
        sheet.body.addWidget(CauseList(tuple(_banner(cause, 0) for cause in self._notices.board.causes)))
        sheet.exec()
        sheet.deleteLater()

    def _show_toast(self, text: str, undo: Callable[[], None] | None, offer: str) -> None:
        self._undo = undo
        self.toast.show_text(text, with_undo=undo is not None, offer=offer)

    def _undo_toast(self) -> None:
        if self._undo is not None:
            self._undo()

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.rail)
        below.addWidget(self.stack, 1)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.banner)
        layout.addLayout(below, 1)
        self.setCentralWidget(whole)


def _banner(cause: Cause, more: int) -> BannerShown:
    return BannerShown(
        alert=Alert.ALARM if cause.severity >= Severity.RED else Alert.WARN,
        what=cause.what,
        meaning=cause.meaning,
        remedy=cause.remedy,
        icon=cause.icon,
        action=cause.action,
        more=more,
    )
