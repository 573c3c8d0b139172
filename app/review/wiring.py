"""Everything that the presenters of the Review screen work with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from app.review.looks import Looks
from app.review.ports import Catalogs, Person, ShiftNow, Tolerance
from app.workers.background import Background
from labeling.review.reviewer import Reviewer
from vision.inspection import Clock, SystemClock


@dataclass(frozen=True, eq=False, kw_only=True)
class ReviewPorts:
    """What `app.desktop` hands in."""

    reviewer: Reviewer
    looks: Looks
    searching: Background
    person: Person
    catalogs: Catalogs
    lot: Callable[[], str | None]
    """The lot at the line, None without one."""
    shift: Callable[[], ShiftNow]
    show_count: Callable[[int], None] = lambda _count: None
    """The number in the rail."""
    taught_alike: Callable[[str, int], Sequence[int]] = lambda _recipe, version: (version,)
    """The versions of a recipe that differ from this one in tolerated places at most. Called from background threads."""
    tolerance: Tolerance | None = None
    teaching: Background
    """For what takes seconds."""
    clock: Clock = field(default_factory=SystemClock)
