"""Frames and reasons fetched ahead: the part in front first, then the ones that come next."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from app.i18n import told
from app.review.ports import Evidence, Look, Why
from app.workers.background import Background
from vision.inspection import Frame, Trouble

KEPT = 6
"""Looks kept in memory: the one in front, the next two, and some to go back to. Each has two frames of maybe 24 MB."""

Key = tuple[str, str]


@dataclass(frozen=True, eq=False, kw_only=True)
class Loaded:
    """What has come of one look so far."""

    frame: Frame | None = None
    absence: str = ""
    """Why there is no frame; empty when there is one."""
    why: Why | None = None
    """None while it is on the way, and without a frame."""


class Looks:
    """Lives in the window's thread. Frames and reasons are fetched side by side, so that a slow map holds up no image."""

    def __init__(self, evidence: Evidence, frames: Background, reasons: Background) -> None:
        self._evidence = evidence
        self._frames, self._reasons = _Lane(frames), _Lane(reasons)
        self._wanted: tuple[Look, ...] = ()
        self._known: OrderedDict[Key, Loaded] = OrderedDict()
        self.on_loaded: Callable[[Key], None] = lambda _key: None
        self.on_bug: Callable[[Exception], None] = lambda _bug: None

    def want(self, looks: Sequence[Look]) -> None:
        """Fetch these, the first one first; what was wanted before and has not begun is forgotten."""
        self._wanted = tuple(looks)
        self._go_on()

    def get(self, look: Look) -> Loaded | None:
        """What there is by now; None before the frame has come or is known to be missing."""
        return self._known.get(look.key)

    def remember(self, why: Why) -> None:
        """Keep the place of a defect, in the background."""
        seen = why.seen
        if seen is not None:
            self._reasons.first(lambda: self._evidence.remember(seen), lambda _done: None, self.on_bug)

    def _go_on(self) -> None:
        frame = next((look for look in self._wanted if look.key not in self._known), None)
        if frame is not None:
            done, failed = partial(self._frame_came, frame), partial(self._frame_failed, frame)
            self._frames.run(partial(self._evidence.frame, frame), done, failed)
        for look in self._wanted:
            known = self._known.get(look.key)
            if known is not None and known.frame is not None and known.why is None:
                done, failed = partial(self._why_came, look), partial(self._why_failed, look)
                self._reasons.run(partial(self._evidence.why, look, known.frame), done, failed)
                return

    def _frame_came(self, look: Look, frame: Frame) -> None:
        self._keep(look.key, Loaded(frame=frame))

    def _frame_failed(self, look: Look, error: Exception) -> None:
        if isinstance(error, Trouble):
            self._keep(look.key, Loaded(absence=told(error.what, error.meaning)))
        else:
            self.on_bug(error)

    def _why_came(self, look: Look, why: Why) -> None:
        known = self._known.get(look.key)
        if known is not None:
            self._keep(look.key, replace(known, why=why))

    def _why_failed(self, look: Look, error: Exception) -> None:
        self._why_came(look, Why(missing=told(error.what) if isinstance(error, Trouble) else str(error)))
        if not isinstance(error, Trouble):
            self.on_bug(error)

    def _keep(self, key: Key, loaded: Loaded) -> None:
        self._known[key] = loaded
        self._known.move_to_end(key)
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        self.on_loaded(key)
        self._go_on()


class _Lane:
    """One piece of work at a time; what is asked for meanwhile is asked for again when it ends."""

    def __init__(self, background: Background) -> None:
        self._background = background
        self._busy = False
        self._owed: list[Callable[[], None]] = []

    def run(
        self, work: Callable[[], object], done: Callable[..., object], failed: Callable[[Exception], object]
    ) -> None:
        """Start the work unless some is running."""
        if not self._busy:
            self._start(work, done, failed)

    def first(
        self, work: Callable[[], object], done: Callable[..., object], failed: Callable[[Exception], object]
    ) -> None:
        """Start the work now, or before anything else."""
        if self._busy:
            self._owed.append(partial(self._start, work, done, failed))
        else:
            self._start(work, done, failed)

    def _start(
        self, work: Callable[[], object], done: Callable[..., object], failed: Callable[[Exception], object]
    ) -> None:
        self._busy = True

        def end(then: Callable[..., object], value: object) -> None:
            self._busy = False
            if self._owed:
                self._owed.pop(0)()
            then(value)

        self._background.run(work, partial(end, done), partial(end, failed))
