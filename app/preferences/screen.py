"""Puts the Settings screen together: view and presenter."""

from collections.abc import Callable
from dataclasses import dataclass

from app.preferences.presenter import SettingsPresenter, StorageFigures
from app.preferences.view import SettingsScreen
from app.session import Session
from app.settings import SettingsBook


@dataclass(frozen=True, eq=False, kw_only=True)
class Preferences:
    """The screen and its presenter; keep both."""

    view: SettingsScreen
    presenter: SettingsPresenter


def make_settings_screen(
    book: SettingsBook, session: Session, storage: Callable[[], StorageFigures | None]
) -> Preferences:
    """The Settings screen, wired."""
    view = SettingsScreen()
    presenter = SettingsPresenter(view, book, session, storage)
    view.shown.connect(presenter.refresh)
    view.changed.connect(presenter.change)
    view.undo_asked.connect(presenter.undo)
    return Preferences(view=view, presenter=presenter)
