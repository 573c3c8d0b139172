"""Signing in: pick a name, type the PIN. No widget here."""

from collections.abc import Callable, Sequence
from typing import Protocol

from app.session import Session
from vision.inspection import Trouble


class SignInView(Protocol):
    """Setters of the dialog."""

    def show_names(self, names: tuple[str, ...], chosen: str) -> None: ...
    def show_trouble(self, trouble: Trouble) -> None: ...
    def clear_pin(self) -> None: ...
    def finish(self) -> None: ...


class SignInPresenter:
    """One dialog's worth of signing in."""

    def __init__(self, view: SignInView, session: Session, names: Callable[[], Sequence[str]]) -> None:
        self._view = view
        self._session = session
        self._names = names
        self._chosen = ""

    def opened(self) -> None:
        """Show the active operators; with a single one there is nothing to pick."""
        names = tuple(self._names())
        self._chosen = names[0] if len(names) == 1 else ""
        self._view.show_names(names, self._chosen)

    def choose(self, name: str) -> None:
        """This person wants to sign in."""
        self._chosen = name
        self._view.clear_pin()

    def enter(self, pin: str) -> None:
        """Try the PIN; a wrong one is told with its waiting time and the field is empty again."""
        if not self._chosen:
            self._view.show_trouble(Trouble("No name is chosen.", "", "Pick your name, then type the PIN."))
            return
        try:
            self._session.sign_in(self._chosen, pin)
        except Trouble as trouble:
            self._view.clear_pin()
            self._view.show_trouble(trouble)
            return
        self._view.finish()
