"""What the Review screen shows, as values; the presenter makes them, the view draws them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from labeling.review.queue import Order
from vision.inspection import Frame, Prediction, Thresholds, Trouble, Verdict, ViewRecord


class Mark(StrEnum):
    """What stands at the right of a row."""

    WAITING = "waiting"
    DONE = "done"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One part of the list."""

    key: str
    """Inspection id."""
    number: str
    line: str
    """Time and lot, or what was decided."""
    mark: Mark
    verdict: Verdict | None
    """None while it is hidden."""
    image: ViewRecord | None
    """The view whose stored frame is the thumbnail; None without one."""

    @property
    def spoken(self) -> str:
        """For a screen reader."""
        return f"{self.number}, {self.line}"


@dataclass(frozen=True, kw_only=True)
class QueueShown:
    """The left column."""

    rows: tuple[Row, ...]
    """Decided ones of this sitting first, then the ones that wait."""
    chosen: str | None
    waiting: int
    order: Order
    lot: str | None
    """The lot that can be chosen; None when the station runs without one."""
    is_lot_only: bool


@dataclass(frozen=True, kw_only=True)
class Shot:
    """The score as it may be seen."""

    score: float | None
    thresholds: Thresholds | None
    verdict: Verdict


@dataclass(frozen=True, kw_only=True)
class PartShown:
    """The part in front, before its image has come."""

    title: str
    """ "Part 1 281", among several views with the view's name."""
    reason: str
    """One line: why it is here; empty while blind until the map has come."""
    shot: Shot | None
    """None while score and verdict are hidden."""
    model: str
    """Recipe, version and model."""
    views: int
    decided: str
    """What was decided; empty while it waits."""
    all_clear: str
    """What the button says when nothing counts; the same for all parts while score and verdict are hidden."""


@dataclass(frozen=True, eq=False, kw_only=True)
class SightShown:
    """The image with what stands out, and the good part to compare it with."""

    frame: Frame
    title: str
    prediction: Prediction | None = None
    thresholds: Thresholds | None = None
    with_scale: bool = True
    good: Frame | None = None
    good_title: str = ""


@dataclass(frozen=True, eq=False, kw_only=True)
class Exhibit:
    """A small image with a word below it."""

    picture: NDArray[np.uint8]
    caption: str


@dataclass(frozen=True, eq=False, kw_only=True)
class WhyShown:
    """What stands beside the part."""

    reason: str
    good: tuple[Exhibit, ...] = ()
    past: tuple[Exhibit, ...] = ()
    note: str = ""
    """Why something is missing; empty while it is on the way, too."""


@dataclass(frozen=True, kw_only=True)
class ClassShown:
    """One button of a defect class."""

    id: str
    name: str
    colour: str
    key: int | None
    sentence: str
    is_minor: bool


@dataclass(frozen=True, kw_only=True)
class FootShown:
    """What the audit and the team's pace say."""

    escapes: str
    support: str
    """What the figure rests on."""
    detail: str
    """What is left out of it; empty when nothing is."""
    pace: str
    share: float


class ReviewView(Protocol):
    """What the presenter asks of the screen."""

    def show_queue(self, queue: QueueShown) -> None:
        """The list, its order and its count."""

    def show_empty(self, title: str, sentence: str) -> None:
        """Nothing waits: say what will be here."""

    def show_part(self, part: PartShown) -> None:
        """Another part is in front; its image has not come yet."""

    def show_sight(self, sight: SightShown) -> None:
        """The image, and again when its map has come."""

    def show_no_frame(self, why: str) -> None:
        """There is no image, and why."""

    def show_why(self, why: WhyShown) -> None:
        """What stands beside the part."""

    def show_classes(self, classes: tuple[ClassShown, ...]) -> None:
        """The buttons of the product's defect classes."""

    def show_reasons(self, decide: str, undo: str) -> None:
        """Why nothing can be decided or undone now; empty when it can."""

    def show_foot(self, foot: FootShown) -> None:
        """Audit and pace."""

    def ask_reason(self, offered: str, take: Callable[[str], None]) -> None:
        """Let the person say why a defective part is used; `take` gets it, unless the person leaves it."""

    def ask_share(self, share: float, take: Callable[[float], None]) -> None:
        """Let the engineer choose how many OK parts are looked at."""

    def tell(self, trouble: Trouble) -> None:
        """Tell a known trouble."""

    def say_done(self, text: str, offer: str, act: Callable[[], None] | None) -> None:
        """Say in passing what was done, and offer one more act."""
