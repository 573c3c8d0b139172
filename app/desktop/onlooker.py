"""The second window on a data directory: another Loupe works there, and this one looks."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer

from app.annotate.screen import Annotate
from app.datasets.screen import DatasetsParts
from app.desktop.desk import Desk
from app.desktop.free_space import FreeSpace
from app.desktop.screens import MAKERS
from app.history.screen import HistoryScreen
from app.i18n import translate
from app.main_window import MainWindow, ShellHooks
from app.notices.board import Cause, Severity
from app.screens import screen_table
from app.widgets.state_bar import BarShown
from app.workers import wait_for_all
from vision.storage import Owner, owner_of

SCREENS = ("annotate", "history")
"""Those that can be looked at; all others are there to change something."""
_FIRST = "history"
_KEY = "onlooker"
_FOLLOW_MS = 5000


class Onlooker:
    """The main window over a desk that can only be read: nobody signs in, no station runs, nothing is kept.

    A banner stays and says who works there. What the other Loupe has done since shows when a person looks again.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._space = FreeSpace(desk.premises.home, desk.background)
        makers = {key: partial(MAKERS[key], desk) for key in SCREENS}
        hooks = ShellHooks(
            bar=self._bar, sign_in=self._tell_signing_in, busy=desk.hooks.still_going_on, close=self._close
        )
        self.window = MainWindow(screen_table(makers), desk.notices, hooks)
        self.window.setWindowTitle(translate("Onlooker", "Loupe, only looking"))
        desk.hooks.open_screen = self.window.open_screen
        desk.hooks.rail_progress = lambda key, share: self.window.rail.entries[key].set_progress(share)
        self._timer = QTimer(self.window, interval=_FOLLOW_MS)
        self._timer.timeout.connect(self.follow)

    def open(self) -> None:
        """Show the window, and who works in the data directory."""
        self.follow()
        self._timer.start()
        self.window.open_screen(_FIRST)
        self.window.show()

    def follow(self) -> None:
        """Say who works here now."""
        owner = owner_of(self.desk.premises.home)
        self.desk.notices.raise_cause(_left() if owner is None else _at_work(owner), self.look_again)

    def look_again(self) -> None:
        """Ask the data directory again for all that is shown."""
        self.follow()
        for kept in self.desk.kept:
            self._refresh(kept)()

    # ---- inside

    def _refresh(self, kept: object) -> Callable[[], object]:
        if isinstance(kept, HistoryScreen):
            return kept.presenter.refresh
        if isinstance(kept, DatasetsParts) and kept.presenter.dataset is not None:
            return kept.presenter.enter
        if isinstance(kept, Annotate):
            dataset = kept.presenter.dataset
            return kept.presenter.enter if dataset is None else partial(kept.presenter.refresh_images, dataset)
        return lambda: None

    def _bar(self) -> BarShown:
        return BarShown(
            state=translate("Onlooker", "Only looking"),
            state_icon="lock",
            disk=self._space.text,
            person=translate("States", "Sign in"),
            shift=self.desk.book.current.station,
        )

    def _tell_signing_in(self) -> None:
        self.desk.notices.toast(translate("Onlooker", "Nobody signs in here: nothing can be changed in this window."))

    def _close(self) -> None:
        self._timer.stop()
        self._space.stop()
        self.desk.hooks.let_go()
        self.desk.station.close()
        wait_for_all()


def _at_work(owner: Owner) -> Cause:
    who = translate("Onlooker", "Another Loupe works in this data directory, on {host}.")
    if owner.since is not None:
        who = translate("Onlooker", "Another Loupe works in this data directory, on {host} since {time}.")
    return _cause(
        who.format(host=owner.host, time=_moment(owner.since) if owner.since else ""),
        translate("Onlooker", "This window only looks. What is new there shows after Look again."),
        translate("Onlooker", "To work here, close the other one and start Loupe again."),
    )


def _moment(since: datetime) -> str:
    """In local time, with the day unless it is today."""
    local = since.astimezone()
    is_today = local.date() == datetime.now().astimezone().date()
    return f"{local:%H:%M}" if is_today else f"{local:%Y-%m-%d %H:%M}"


def _left() -> Cause:
    return _cause(
        translate("Onlooker", "The other Loupe has been closed."),
        translate("Onlooker", "This window still only looks."),
        translate("Onlooker", "To work here, close it and start Loupe again."),
    )


def _cause(what: str, meaning: str, remedy: str) -> Cause:
    action = translate("Onlooker", "Look again")
    return Cause(
        key=_KEY, severity=Severity.AMBER, what=what, meaning=meaning, remedy=remedy, icon="lock", action=action
    )
