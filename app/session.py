"""Who stands at the station, and what they may do.

One table says which role may do what; screens and commands ask it and nothing else. Before the first operator exists
the station is open, so that a fresh installation is usable, and says so until a line lead is added.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from vision.inspection import Clock, Sentence, Trouble, say
from vision.storage.operators import Role

NOBODY = "station"
"""Who is written beside a change made while nobody is signed in."""


class Permission(StrEnum):
    """What a person can be allowed to do."""

    INSPECT = "inspect"
    """Start, stop, choose recipe and lot, acknowledge alarms, look at the history."""
    REVIEW = "review.decide"
    """Say what a flagged part is and what happens to it: by name, so somebody has to be signed in."""
    TOLERATE = "review.tolerate"
    """Teach a false alarm, or take that back: it never passes a known defect, so an inspector may."""
    AUDIT = "review.audit"
    """Set how many parts judged OK are looked at blind."""
    STUDY = "study.start"
    """Start an agreement study; rating in one needs no permission, only the own name."""
    TEACH = "recipe.teach"
    THRESHOLDS = "recipe.thresholds"
    RELEASE = "recipe.release"
    """Make a recipe version the active one."""
    CAMERAS = "cameras.change"
    SETTINGS = "settings.change"
    PEOPLE = "people.change"


_ENGINEER = frozenset(Permission) - {Permission.PEOPLE}

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.INSPECTOR: frozenset({Permission.INSPECT, Permission.REVIEW, Permission.TOLERATE}),
    Role.QUALITY_ENGINEER: _ENGINEER,
    Role.LINE_LEAD: frozenset(Permission),
}
"""The one table. A line lead may everything: the line must be able to help itself at night."""

_NOBODY_SIGNED_IN = frozenset({Permission.INSPECT})
"""Without a sign-in the line still runs: a station that stops because nobody typed a PIN would be worked around."""


class NotAllowed(Trouble):
    """The signed-in person's role does not allow it."""


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """The person at the station."""

    name: str
    role: Role


Verify = Callable[[str, str], SignedIn]
"""Name and PIN in, the person out; raises `Trouble` for a wrong PIN, with the waiting time."""


class Session:
    """Who is signed in. Not thread-safe: it lives in the window's thread."""

    def __init__(
        self,
        verify: Verify,
        has_operators: Callable[[], bool],
        clock: Clock,
        idle_sign_out_min: float = 15.0,
    ) -> None:
        self._verify = verify
        self._has_operators = has_operators
        self._clock = clock
        self._person: SignedIn | None = None
        self._touched_s = clock.monotonic_s()
        self._listeners: list[Callable[[], None]] = []
        self.idle_sign_out_min = idle_sign_out_min
        """Minutes without a touch until sign-out; 0 never."""

    @property
    def operator(self) -> str | None:
        """Name of the signed-in person, None when nobody is."""
        return self._person.name if self._person else None

    @property
    def role(self) -> Role | None:
        """Role of the signed-in person, None when nobody is."""
        return self._person.role if self._person else None

    @property
    def who(self) -> str:
        """What to write beside a change."""
        return self._person.name if self._person else NOBODY

    @property
    def is_open(self) -> bool:
        """True while the station has no operators at all: then everybody may do everything."""
        return not self._has_operators()

    def may(self, permission: Permission | str) -> bool:
        """Whether the person at the station may do that. Raises ValueError for a word that is no permission."""
        asked = Permission(permission)
        if self._person is not None:
            return asked in ROLE_PERMISSIONS[self._person.role]
        return self.is_open or asked in _NOBODY_SIGNED_IN

    def require(self, permission: Permission | str) -> None:
        """Raise `NotAllowed`, with who can, when the person at the station may not do that."""
        if not self.may(permission):
            raise NotAllowed(
                "This needs another role.",
                "Nothing is changed.",
                say("{who} can do it: sign in first.", who=who_may(permission)),
            )

    def sign_in(self, name: str, pin: str) -> SignedIn:
        """Sign in; a failed attempt leaves whoever was signed in. Raises what the verifier raises."""
        person = self._verify(name, pin)
        self._person = person
        self.touch()
        self._tell()
        return person

    def sign_out(self) -> None:
        """Nobody is signed in afterwards."""
        if self._person is not None:
            self._person = None
            self._tell()

    def touch(self) -> None:
        """A person touched the station: the idle time begins again."""
        self._touched_s = self._clock.monotonic_s()

    def check_idle(self) -> bool:
        """Sign out when the station was idle too long; True when that just happened. Call it every few seconds."""
        limit_s = self.idle_sign_out_min * 60
        if self._person is None or limit_s <= 0 or self._clock.monotonic_s() - self._touched_s < limit_s:
            return False
        self.sign_out()
        return True

    def operators_changed(self) -> None:
        """The list of operators changed: the station may have stopped being open."""
        self._tell()

    def subscribe(self, listener: Callable[[], None]) -> None:
        """Be called, in the window's thread, whenever who may do what has changed."""
        self._listeners.append(listener)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()


_ROLE_NAMES: dict[Role, Sentence] = {
    Role.INSPECTOR: say("inspector"),
    Role.QUALITY_ENGINEER: say("quality engineer"),
    Role.LINE_LEAD: say("line lead"),
}


def who_may(permission: Permission | str) -> Sentence:
    """The roles that may do it, for a sentence: "A quality engineer or line lead"."""
    asked = Permission(permission)
    roles, *others = (_ROLE_NAMES[role] for role in Role if asked in ROLE_PERMISSIONS[role])
    for role in others:
        roles = say("{roles} or {role}", roles=roles, role=role)
    return say("A {roles}", roles=roles)
