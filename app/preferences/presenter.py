"""What the Settings screen does. No widget here.

Every change counts at once and can be taken back with Undo: there is no Save button to forget at the line, and no
screen with two truths. A value the rules refuse is told beside its field and changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from pydantic import ValidationError

from app.session import Permission, Session
from app.settings import SettingsBook, StationSettings
from vision.inspection import Trouble


@dataclass(frozen=True, kw_only=True)
class StorageFigures:
    """What the disk says, in bytes (GB are 10^9)."""

    used_bytes: int
    """Taken by stored images."""
    free_bytes: int
    bytes_per_day: float | None = None
    """At the present rate; None when too little was measured."""


@dataclass(frozen=True, kw_only=True)
class StorageConsequence:
    """What the retention rules mean here, in numbers for one sentence."""

    used_gb: float
    free_gb: float
    quota_gb: float
    days_until_quota: float | None
    """None without a measured rate; 0 when the quota is reached."""
    quota_exceeds_disk: bool
    """True when the disk is full before the quota is."""


class SettingsView(Protocol):
    """Setters of the view. Keys are field names of `StationSettings`, dotted for groups: "retention.quota_gb"."""

    def show_settings(self, settings: StationSettings) -> None: ...
    def show_storage(self, consequence: StorageConsequence | None) -> None: ...
    def show_refusal(self, key: str, why: str) -> None: ...
    def show_trouble(self, trouble: Trouble) -> None: ...
    def allow_changes(self, allowed: bool) -> None: ...
    def show_changed(self, key: str) -> None: ...
    def show_restart_needed(self, needed: bool) -> None: ...


class SettingsPresenter:
    """Applies one field at a time and remembers the one step that Undo takes back."""

    def __init__(
        self,
        view: SettingsView,
        book: SettingsBook,
        session: Session,
        storage: Callable[[], StorageFigures | None],
    ) -> None:
        self._view = view
        self._book = book
        self._session = session
        self._storage = storage
        self._undo: StationSettings | None = None
        self._language = book.current.language
        book.subscribe(self._on_changed)
        session.subscribe(self._show_allowed)

    def refresh(self) -> None:
        """Show everything as it is now."""
        self._show_allowed()
        self._on_changed(self._book.current)

    def change(self, key: str, value: Any) -> None:
        """Set one field. `key` as in `SettingsView`."""
        try:
            self._session.require(Permission.SETTINGS)
            new = with_field(self._book.current, key, value)
            before = self._book.change(new, by=self._session.who)
        except ValidationError as error:
            self._view.show_settings(self._book.current)
            self._view.show_refusal(key, _why(error))
            return
        except Trouble as trouble:
            self._view.show_settings(self._book.current)
            self._view.show_trouble(trouble)
            return
        self._view.show_refusal(key, "")
        if before != new:
            self._undo = before
            self._view.show_changed(key)

    def undo(self) -> None:
        """Take the last change back, once."""
        if self._undo is None:
            return
        before, self._undo = self._undo, None
        try:
            self._book.change(before, by=self._session.who)
        except Trouble as trouble:
            self._view.show_trouble(trouble)

    def _on_changed(self, settings: StationSettings) -> None:
        self._view.show_settings(settings)
        self._view.show_storage(consequence(settings, self._storage()))
        self._view.show_restart_needed(settings.language != self._language)

    def _show_allowed(self) -> None:
        self._view.allow_changes(self._session.may(Permission.SETTINGS))


def with_field(settings: StationSettings, key: str, value: Any) -> StationSettings:
    """The settings with one field changed. Raises pydantic's ValidationError for a value out of range."""
    data = settings.model_dump()
    *groups, field = key.split(".")
    holder = data
    for group in groups:
        holder = holder[group]
    if field not in holder:
        raise KeyError(key)
    holder[field] = value
    return StationSettings.model_validate(data)


def consequence(settings: StationSettings, figures: StorageFigures | None) -> StorageConsequence | None:
    """What the rules mean on this disk; None when the disk gives no figures."""
    if figures is None:
        return None
    quota_gb = settings.retention.quota_gb
    used_gb, free_gb = figures.used_bytes / 1e9, figures.free_bytes / 1e9
    left_gb = max(0.0, min(quota_gb - used_gb, free_gb))
    rate = figures.bytes_per_day
    return StorageConsequence(
        used_gb=used_gb,
        free_gb=free_gb,
        quota_gb=quota_gb,
        days_until_quota=left_gb / (rate / 1e9) if rate else None,
        quota_exceeds_disk=quota_gb > used_gb + free_gb,
    )


def _why(error: ValidationError) -> str:
    return "; ".join(problem["msg"] for problem in error.errors(include_url=False))
