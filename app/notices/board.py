"""Which causes are open and which one the banner shows. No Qt."""

from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """The worse shows."""

    AMBER = 1
    RED = 2
    STATION = 3
    """The station itself is lost or stopped: shown before any alarm about its parts."""


@dataclass(frozen=True, kw_only=True)
class Cause:
    """Something that lasts. A second cause with the same key replaces the first."""

    key: str
    severity: Severity
    what: str
    meaning: str = ""
    remedy: str = ""
    icon: str = "triangle-alert"
    action: str = ""
    """Text of the button; pressing it calls what the cause was raised with."""


class NoticeBoard:
    """Open causes, worst first, among equals the newest first."""

    def __init__(self) -> None:
        self._causes: dict[str, Cause] = {}

    def put(self, cause: Cause) -> bool:
        """Add or replace; True when anything changed."""
        if self._causes.get(cause.key) == cause:
            return False
        self._causes.pop(cause.key, None)
        self._causes[cause.key] = cause
        return True

    def remove(self, key: str) -> bool:
        """The cause is gone; True when it was there."""
        return self._causes.pop(key, None) is not None

    @property
    def causes(self) -> tuple[Cause, ...]:
        """All open causes, the one to show first."""
        newest_first = reversed(tuple(self._causes.values()))
        return tuple(sorted(newest_first, key=lambda cause: -cause.severity))
