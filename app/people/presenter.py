"""What the People screen does. No widget here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from app.session import Permission, Session
from vision.inspection import Trouble, say
from vision.storage.operators import Role


class PeopleTrouble(Trouble):
    """The list of operators cannot be changed that way."""


class Person(Protocol):
    """An operator as the book keeps them."""

    @property
    def name(self) -> str: ...

    @property
    def role(self) -> Role: ...

    @property
    def active(self) -> bool: ...


class People(Protocol):
    """The book of operators; every change names who made it. Raises `Trouble` for names and PINs it refuses."""

    def everyone(self) -> Sequence[Person]: ...
    def add(self, name: str, role: Role, pin: str, by: str) -> None: ...
    def change_pin(self, name: str, pin: str, by: str) -> None: ...
    def deactivate(self, name: str, by: str) -> None: ...


@dataclass(frozen=True, kw_only=True)
class PersonRow:
    """One line of the list, and what may be done with it."""

    name: str
    role: Role
    active: bool
    is_me: bool
    may_change_pin: bool
    may_deactivate: bool


class Done(StrEnum):
    """What just happened, for one short sentence of the view."""

    ADDED = "added"
    PIN_CHANGED = "pin_changed"
    DEACTIVATED = "deactivated"


class PeopleView(Protocol):
    """Setters of the view."""

    def show_people(self, rows: tuple[PersonRow, ...]) -> None: ...
    def show_open_station(self, is_open: bool) -> None: ...
    def allow_adding(self, allowed: bool, roles: tuple[Role, ...]) -> None: ...
    def show_trouble(self, trouble: Trouble) -> None: ...
    def show_done(self, done: Done, name: str) -> None: ...


class PeoplePresenter:
    """List, add, change PIN, deactivate; the rules that keep the station from locking everybody out live here."""

    def __init__(self, view: PeopleView, people: People, session: Session) -> None:
        self._view = view
        self._people = people
        self._session = session
        session.subscribe(self.refresh)

    def refresh(self) -> None:
        """Show the list as it is now, for the person who is signed in now."""
        everyone = self._people.everyone()
        is_open = not everyone
        self._view.show_people(tuple(self._row(person) for person in everyone))
        self._view.show_open_station(is_open)
        roles = (Role.LINE_LEAD,) if is_open else tuple(Role)
        self._view.allow_adding(self._session.may(Permission.PEOPLE), roles)

    def add(self, name: str, role: Role, pin: str, again: str) -> None:
        """Add an operator. The first must be a line lead, because somebody has to be able to add the others."""
        self._try(Done.ADDED, name.strip(), lambda by: self._add(name.strip(), role, (pin, again), by))

    def change_pin(self, name: str, pin: str, again: str) -> None:
        """Set a new PIN: one's own, or anybody's for a line lead."""
        self._try(Done.PIN_CHANGED, name, lambda by: self._change_pin(name, (pin, again), by))

    def deactivate(self, name: str) -> None:
        """The person can no longer sign in; what they did stays in the records."""
        self._try(Done.DEACTIVATED, name, lambda by: self._deactivate(name, by))

    def _try(self, done: Done, name: str, change: Callable[[str], None]) -> None:
        try:
            change(self._session.who)
        except Trouble as trouble:
            self._view.show_trouble(trouble)
            return
        self._session.operators_changed()
        self._view.show_done(done, name)

    def _add(self, name: str, role: Role, pins: tuple[str, str], by: str) -> None:
        self._session.require(Permission.PEOPLE)
        if not name:
            raise PeopleTrouble("The operator has no name yet.", "Nobody is added.", "Write a name first.")
        if not self._people.everyone() and role is not Role.LINE_LEAD:
            raise PeopleTrouble(
                "The first operator is not a line lead.",
                "Nobody is added: nobody could add the others afterwards.",
                "Choose the role line lead.",
            )
        self._people.add(name, role, _same(pins), by if self._session.operator else name)

    def _change_pin(self, name: str, pins: tuple[str, str], by: str) -> None:
        if name != self._session.operator:
            self._session.require(Permission.PEOPLE)
        self._people.change_pin(name, _same(pins), by)

    def _deactivate(self, name: str, by: str) -> None:
        self._session.require(Permission.PEOPLE)
        if self._is_last_lead(name):
            raise PeopleTrouble(
                say("{name} is the only line lead of this station.", name=name),
                "Nothing is changed: without a line lead nobody could add operators.",
                "Add another line lead first.",
            )
        self._people.deactivate(name, by)
        if name == self._session.operator:
            self._session.sign_out()

    def _is_last_lead(self, name: str) -> bool:
        leads = [person.name for person in self._people.everyone() if person.active and person.role is Role.LINE_LEAD]
        return leads == [name]

    def _row(self, person: Person) -> PersonRow:
        is_me = person.name == self._session.operator
        may = self._session.may(Permission.PEOPLE)
        return PersonRow(
            name=person.name,
            role=person.role,
            active=person.active,
            is_me=is_me,
            may_change_pin=person.active and (is_me or may),
            may_deactivate=person.active and may,
        )


def _same(pins: tuple[str, str]) -> str:
    if pins[0] != pins[1]:
        raise PeopleTrouble(
            "The two PINs are not the same.", "Nothing is changed.", "Type the new PIN twice, the same each time."
        )
    return pins[0]
