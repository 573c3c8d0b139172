"""What teaching is asked for, what it tells on the way, and what it gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from vision.inspection import Frame, Trouble, say
from vision.recipe import Basis, CameraSettings, IdentityRule, Recipe, RecipeLibrary, Region
from vision.teaching.promise import Promises, Rates

DEFAULT_VIEW = "view-1"
USUAL_KIND = "memory"
"""The kind of model that a new view is taught with."""
NOTHING_TAUGHT = say("Nothing is taught; the running recipe stays.")
NOTHING_RELEASED = say("Nothing is released; the running recipe stays.")


class TeachTrouble(Trouble):
    """Images from which no recipe can be taught."""


class UnreadableTrouble(TeachTrouble):
    """Image files that cannot be read, where none may be left out: see `TeachRequest.skip_bad`."""


class TeachStage(StrEnum):
    """What teaching is busy with, in this order."""

    READING = "reading"
    FEATURES = "features"
    MEMORY = "memory"
    SCORING = "scoring"
    SAVING = "saving"


@dataclass(frozen=True, kw_only=True)
class TeachProgress:
    """One step of teaching."""

    stage: TeachStage
    done: int
    total: int
    fraction: float
    """Of the whole work, 0..1, never going back."""
    seconds_left: float | None
    """Estimated from the work done so far; None until there is something to go by."""


@dataclass(frozen=True, eq=False, kw_only=True)
class TeachRequest:
    """Teach one view of a recipe from good parts. An existing recipe gets a new version that keeps all else."""

    recipes: RecipeLibrary
    recipe: str
    images: Sequence[Path | Frame]
    """Good parts: image files, or frames as captured."""
    view: str | None = None
    """The view to teach; None is the recipe's first view. A name the recipe lacks adds a view."""
    seed: int = 0
    kind: str | None = None
    """A key of the table of model kinds; None keeps that of the former version, `USUAL_KIND` for a new view."""
    model_settings: Mapping[str, Any] = field(default_factory=dict)
    """Settings of that kind. Those not named stay as in the former version; another kind begins with its defaults."""
    leave_out: Sequence[str] = ()
    """Images that a person chose to go without, by file name or whole path (frames: "frame 3"): see `Taught.odd`."""
    rates: Rates | None = None
    """Which shares of good parts T1 and T2 may cost; None keeps those of the former version."""
    skip_bad: bool = False
    """Leave unreadable files out; otherwise the first one stops teaching."""
    created_by: str = ""
    note: str = ""
    weights_folder: Path | None = None
    """Where imported backbones lie."""
    cameras: Mapping[str, CameraSettings] | None = None
    """None keeps those of the former version."""
    camera: str | None = None
    """The camera of the view; None keeps the former one."""
    shot: int | None = None
    """Which of that camera's shots after a trigger the view judges, from 1; None keeps the former one."""
    region_of_interest: Region | None = None
    """None keeps the former one, unless `whole_frame`."""
    whole_frame: bool = False
    """Take the former region of interest away: the whole frame is judged, whatever size it has now."""
    ignore_regions: tuple[Region, ...] | None = None
    identity: IdentityRule | None = None
    """None keeps the former rule."""
    takt_deadline_ms: float | None = None
    """None keeps the former deadline, 0 takes it away."""


@dataclass(frozen=True, kw_only=True)
class HeldAside:
    """One good image that the model had not learned from when it was scored."""

    name: str
    score: float


@dataclass(frozen=True, kw_only=True)
class SkippedImage:
    """A file that was left out, and why."""

    name: str
    reason: str


@dataclass(frozen=True, eq=False, kw_only=True)
class Taught:
    """A new recipe version, durable on disk."""

    recipe: Recipe
    basis: Basis
    """What it goes on from: releasing it checks that nothing else was made active meanwhile."""
    folder: Path
    view: str
    t1: float
    t2: float
    n_images: int
    """Good images that could be read."""
    n_learned: int
    """Images in the model's memory."""
    n_aside: int
    """Images that gave a held-aside score."""
    held_aside: tuple[HeldAside, ...]
    """In the order of the images."""
    skipped: tuple[SkippedImage, ...]
    warnings: tuple[str, ...]
    promises: Promises
    """Which rates T1 and T2 stand for, and what is missing until they are guaranteed."""
    statement: str
    """The same in words."""
    leaves_out: bool
    """The kind of model scores what it learned itself, so that few images are needed; see `vision.teaching.split`."""
    seconds: float
    odd: tuple[HeldAside, ...] = ()
    """Good parts whose score stands apart, for a person to look at and to keep or leave out: `vision.teaching.odd`."""
    left_out: tuple[str, ...] = ()
    """Good images that a person went without; the promises speak of parts like the others."""
    added: tuple[HeldAside, ...] = ()
    """Parts that an earlier teaching was extended by, with the score each had before it was learned."""
    removed: tuple[str, ...] = ()
    """Images taken out of an earlier teaching."""

    @property
    def supported_rate(self) -> float:
        """The share of good parts above T2 is at most that, with 95 % confidence: 0..1."""
        return self.promises.overkill.at_most
