"""What is on the desk of one station while its window is open; the makers of the screens take what they need."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtWidgets import QWidget

from app.compose import Premises
from app.desktop.station_desk import StationDesk
from app.notices import Notices
from app.session import Session
from app.settings import SettingsBook
from app.workers import StationBridge
from app.workers.background import WorkerBackground
from vision.storage import AuditLog, Operators


@dataclass(eq=False, kw_only=True)
class WindowHooks:
    """What screens ask of the window that is built after them."""

    open_screen: Callable[[str], QWidget] = lambda _key: QWidget()
    rail_progress: Callable[[str, float | None], None] = lambda _key, _share: None
    rail_count: Callable[[str, int, str], None] = lambda _key, _count, _spoken: None
    going_on: list[Callable[[], str]] = field(default_factory=list)
    """Each says in one sentence what still goes on in its screen; empty when nothing does."""
    before_close: list[Callable[[], object]] = field(default_factory=list)

    def still_going_on(self) -> str:
        """All that goes on, in sentences; empty when nothing does."""
        return " ".join(sentence for going_on in self.going_on if (sentence := going_on()))

    def let_go(self) -> None:
        """The window closes: every screen lets go of what it holds."""
        for let_go in self.before_close:
            let_go()


@dataclass(frozen=True, eq=False, kw_only=True)
class Desk:
    """Everything on the desk of one station while its window is open."""

    premises: Premises
    book: SettingsBook
    session: Session
    operators: Operators
    audit: AuditLog
    bridge: StationBridge
    station: StationDesk
    notices: Notices
    background: WorkerBackground = field(default_factory=WorkerBackground)
    hooks: WindowHooks = field(default_factory=WindowHooks)
    kept: list[Any] = field(default_factory=list)
    """Presenters of the screens: Qt keeps the views, nobody else would keep these."""
