"""What the Teach screen asks of the rest of the application. `app.compose` hands in what fulfils it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

from app.i18n import translate
from app.session import Permission
from vision.inspection import Frame, Thresholds, Trouble
from vision.recipe import Basis, IdentityRule, Recipe, Region

Answer = TypeVar("Answer")


class Background(Protocol):
    """Runs work off the window's thread; `done` and `failed` come back on the window's thread."""

    def run(
        self, work: Callable[[], Answer], done: Callable[[Answer], None], failed: Callable[[Exception], None]
    ) -> None:
        """Start `work`; exactly one of `done` and `failed` is called, unless the application closes first."""

    def post(self, call: Callable[[], None]) -> None:
        """From any thread: call this on the window's thread."""


class Permits(Protocol):
    """Who stands at the station and what they may do; `app.session.Session` fulfils it."""

    @property
    def who(self) -> str:
        """What to write beside a change."""

    def may(self, permission: Permission) -> bool:
        """Whether that person may do it."""


@dataclass(frozen=True, kw_only=True)
class Setup:
    """What "More settings" adds to the good parts. None leaves a recipe as it is, and a new one as usual."""

    view: str | None = None
    """The view to teach; None is the first one, a new name adds a view."""
    camera: str | None = None
    """The recipe's name for the camera of a new view."""
    shot: int | None = None
    """Which of that camera's shots after a trigger a new view judges, from 1."""
    region_of_interest: Region | None = None
    whole_frame: bool = False
    """Take the former region of interest away."""
    ignore_regions: tuple[Region, ...] | None = None
    takt_deadline_ms: float | None = None
    """0 takes the deadline away."""
    identity: IdentityRule | None = None
    kind: str | None = None
    """A key of the table of model kinds."""
    backbone: str | None = None
    detail: float | None = None
    """Share of the frame's resolution at which tiles show it besides, 0..1."""


@dataclass(frozen=True, kw_only=True)
class TeachOrder:
    """What shall be learned."""

    recipe: str
    images: tuple[Path, ...]
    """Readable images of good parts."""
    defects: tuple[Path, ...] = ()
    """Images of parts with known defects, to measure escapes; nothing is learned from them."""
    who: str = ""
    setup: Setup = Setup()
    leave_out: tuple[Path, ...] = ()
    """Those of `images` that a person chose to go without."""


@dataclass(frozen=True, kw_only=True)
class TakeOutOrder:
    """What shall be forgotten."""

    recipe: str
    view: str | None
    """None is the recipe's first view."""
    parts: tuple[str, ...]
    """Keys of `GoodPart`."""
    who: str = ""


@dataclass(frozen=True, kw_only=True)
class TeachStage:
    """How far teaching is."""

    name: str
    """For people: "Looking at good parts"."""
    done: int
    total: int
    share: float = 0.0
    """Of the whole work, 0..1."""
    seconds_left: float | None = None
    """None while there is too little to measure."""


@dataclass(frozen=True, kw_only=True)
class ScoredPart:
    """One part whose truth is known, with the score the model gave it without having learned from it."""

    name: str
    score: float
    is_defect: bool = False
    image: Path | None = None
    """None when the image is not at hand any more."""


@dataclass(frozen=True, kw_only=True)
class GoodPart:
    """A good part that a person may choose."""

    key: str
    """How teaching calls it: the image's whole path, or what a captured frame was called."""
    score: float | None = None
    """As if it had not been learned; None when it is not known."""
    is_tolerated: bool = False
    """Not a part that was learned, but a false alarm's place that the model puts up with."""

    @property
    def name(self) -> str:
        """For people: the file's name."""
        if self.is_tolerated:
            return translate("Teach", "Tolerated place: {part}").format(part=self.key)
        return Path(self.key).name

    @property
    def image(self) -> Path | None:
        """None when the image is not at hand any more."""
        path = Path(self.key)
        return path if path.is_file() else None


@dataclass(frozen=True, kw_only=True)
class LearnedParts:
    """What the active version of a view has learned."""

    parts: tuple[GoodPart, ...]
    lines: Thresholds


@dataclass(frozen=True, kw_only=True)
class ViewEvidence:
    """What one view's lines can be judged by."""

    view: str
    parts: tuple[ScoredPart, ...]
    """Good parts kept aside and known defects."""
    suggested: Thresholds
    promise: str = ""
    """What the suggested lines keep of the overkill asked for; lines drawn by hand promise nothing."""

    @property
    def good(self) -> tuple[float, ...]:
        """Scores of the good parts kept aside."""
        return tuple(part.score for part in self.parts if not part.is_defect)

    @property
    def defects(self) -> tuple[float, ...]:
        """Scores of the known defects."""
        return tuple(part.score for part in self.parts if part.is_defect)


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A recipe version that is not released: taught just now, or an existing one whose lines are moved."""

    recipe: Recipe
    """With the version number it will have."""
    basis: Basis
    """What it goes on from: it is released only while that is active."""
    files: Mapping[str, Path | bytes]
    """Its model files, as `RecipeLibrary.save` takes them."""
    evidence: tuple[ViewEvidence, ...]
    remarks: tuple[str, ...] = ()
    """What teaching has to say, in whole sentences."""
    odd: tuple[GoodPart, ...] = ()
    """Good parts of the view taught now whose score stands apart, for a person to keep or leave out."""


class Teacher(Protocol):
    """Teaching itself; called from a background thread."""

    def teach(
        self, order: TeachOrder, progress: Callable[[TeachStage], None], cancelled: Callable[[], bool]
    ) -> Draft | None:
        """Learn; None when cancelled, and then nothing is left behind. Raises `Trouble`."""

    def add(
        self, order: TeachOrder, progress: Callable[[TeachStage], None], cancelled: Callable[[], bool]
    ) -> Draft | None:
        """The active version with more good parts; None when cancelled. Raises `Trouble`."""

    def take_out(self, order: TakeOutOrder) -> Draft:
        """The active version without some of the parts it learned. Raises `Trouble`."""

    def learned(self, recipe: str, view: str | None) -> LearnedParts:
        """What the active version has learned, in the order of learning; `view` None is the first. Raises `Trouble`."""


@dataclass(frozen=True, kw_only=True)
class VersionNote:
    """One released version in the list."""

    version: int
    created: datetime
    who: str
    note: str
    is_active: bool


class Models(Protocol):
    """The models one can choose."""

    def kinds(self) -> tuple[str, ...]:
        """Every model kind of this Loupe, the usual one first."""

    def backbones(self, kind: str | None) -> tuple[str, ...]:
        """Backbones of this station that a kind can be taught with, the usual one first; empty where it takes none.

        None asks for the usual kind. Called from a background thread: it may load a whole library. Raises `Trouble`.
        """

    def details(self, kind: str | None) -> tuple[float, ...]:
        """Shares of a frame's resolution that a kind can look at besides, 0 for off first; empty where it cannot."""

    def learns_one_by_one(self, kind: str) -> bool:
        """Whether good parts can be added to a model of that kind and taken out again; from a background thread."""


class Releases(Protocol):
    """Released versions of the recipes; called from a background thread. Every call may raise `Trouble`."""

    def names(self) -> list[str]:
        """Recipes of this station, sorted."""

    def standing(self, name: str) -> Recipe | None:
        """The version that teaching goes on from, the active one; None for a new name."""

    def next_version(self, name: str) -> int:
        """The version a release would make: 1 for a new recipe."""

    def versions(self, name: str) -> tuple[VersionNote, ...]:
        """Newest first."""

    def reopen(self, name: str) -> Draft:
        """A draft of the active version with its stored scores, to move the lines without teaching again."""

    def release(self, draft: Draft, lines: Mapping[str, Thresholds], note: str, who: str) -> int:
        """Write the draft with these lines (by view) as a new version and make it active; its number."""

    def activate(self, name: str, version: int, who: str) -> None:
        """Roll back or forward: this version inspects from now on."""


class StoredParts(Protocol):
    """Parts that this station inspected; called from a background thread. Every call may raise `Trouble`."""

    def doubted(self, recipe: str, view: str | None) -> LearnedParts:
        """Those judged NG or REVIEW whose frames are stored, newest first; `view` None is the recipe's first."""

    def load(self, part: GoodPart) -> Frame:
        """The stored frame of one of them."""


class PartCamera(Protocol):
    """The station's camera, lent to the Teach screen while nothing is inspected."""

    def start(
        self, on_frame: Callable[[Frame, bool], None], on_trouble: Callable[[Trouble], None], *, by_trigger: bool
    ) -> None:
        """Deliver frames on the window's thread, at most at screen rate; the flag says that a trigger made it.

        With `by_trigger` every triggered frame comes; otherwise the newest alone.
        """

    def stop(self) -> None:
        """No frame comes after this; safe in any state."""

    def look_through(self, camera: str) -> None:
        """Which of the recipe's cameras is lent from the next start on; "" is the first one."""

    def unavailable(self) -> str:
        """Why it cannot be lent now, "" when it can."""
