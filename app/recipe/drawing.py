"""Drawing regions, step by step and back: which region is held, what the next one will be, and what was before."""

from collections.abc import Callable

from app.recipe.regions import INTEREST, Drawn, FrameSize, middle
from vision.recipe import Region

_INTEREST_SHARE, _IGNORED_SHARE = 0.75, 0.2


class Drawing:
    """The regions of one view while a person draws. Every change can be taken back, one by one."""

    def __init__(self) -> None:
        self.drawn = Drawn()
        self.chosen: int | None = None
        """Key of the region that numbers, arrow keys and Remove mean."""
        self._past: list[Drawn] = []
        self._interest_next = True
        self.on_changed: Callable[[], None] = lambda: None
        """Told after every change, and when another region is chosen."""

    @property
    def can_undo(self) -> bool:
        """True while there is a change to take back."""
        return bool(self._past)

    def begin(self, drawn: Drawn) -> None:
        """Begin with these; nothing to take back. Tells nobody."""
        self.drawn, self.chosen, self._past = drawn, None, []

    def choose_tool(self, interest: bool) -> None:
        """Whether the next region is the region of interest or an ignore region."""
        self._interest_next = interest

    def draw(self, region: Region) -> None:
        """A new region; a new region of interest takes the place of the one before."""
        key = INTEREST if self._interest_next else len(self.drawn.ignored)
        self._keep(self.drawn.with_region(key, region), key)

    def add(self, size: FrameSize) -> None:
        """A new region in the middle, for whoever has no pointer."""
        self.draw(middle(size, _INTEREST_SHARE if self._interest_next else _IGNORED_SHARE))

    def change(self, key: int, region: Region) -> None:
        """Another place or size for a region."""
        if key in self.drawn.by_key:
            self._keep(self.drawn.with_region(key, region), key)

    def choose(self, key: int | None) -> None:
        """Another region is meant."""
        self.chosen = key
        self.on_changed()

    def remove(self) -> None:
        """Take the chosen region away."""
        if self.chosen is not None:
            self._keep(self.drawn.without(self.chosen), None)

    def undo(self) -> None:
        """Back to the regions before the last change."""
        if self._past:
            self.drawn, self.chosen = self._past.pop(), None
            self.on_changed()

    def _keep(self, drawn: Drawn, chosen: int | None) -> None:
        self._past.append(self.drawn)
        self.drawn, self.chosen = drawn, chosen
        self.on_changed()
