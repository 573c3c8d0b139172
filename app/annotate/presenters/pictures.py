"""Decoded images around the one in hand, fetched before they are wanted, in a bounded cache."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.annotate.canvas.picture import Picture
from app.workers.background import Background

MOST_BYTES = 700_000_000
"""About seven images of 24 megapixels in colour; the one in hand is always kept."""
LANES = 2


@dataclass(frozen=True, eq=False, kw_only=True)
class Fetched:
    """What reading an image came to."""

    picture: Picture | None = None
    trouble: Exception | None = None


class Pictures:
    """Images by their id in the dataset; lives on the window's thread."""

    def __init__(self, background: Background, read: Callable[[Path], Picture] = Picture.read) -> None:
        """`read` is called in the background."""
        self._background, self._read = background, read
        self._known: OrderedDict[int, Fetched] = OrderedDict()
        self._wishes: list[tuple[int, Path]] = []
        self._running: set[int] = set()
        self.on_fetched: Callable[[int], None] = lambda image_id: None

    def get(self, image_id: int) -> Fetched | None:
        """None while it is on the way."""
        return self._known.get(image_id)

    def want(self, wishes: Sequence[tuple[int, Path]]) -> None:
        """What is needed now and next, the most urgent first; earlier wishes are forgotten."""
        for image_id, _ in reversed(wishes):
            if image_id in self._known:
                self._known.move_to_end(image_id)
        self._wishes = [wish for wish in wishes if wish[0] not in self._known]
        self._next()

    def forget(self, image_id: int) -> None:
        """Read it anew when it is wanted again."""
        self._known.pop(image_id, None)

    def clear(self) -> None:
        """Another dataset."""
        self._known.clear()
        self._wishes.clear()

    def _next(self) -> None:
        while len(self._running) < LANES and (wish := self._take()) is not None:
            image_id, path = wish
            self._running.add(image_id)
            self._background.run(
                lambda path=path: self._read(path),  # type: ignore[misc]  # mypy cannot name the default's type
                lambda picture, image_id=image_id: self._keep(image_id, Fetched(picture=picture)),  # type: ignore[misc]
                lambda error, image_id=image_id: self._keep(image_id, Fetched(trouble=error)),  # type: ignore[misc]
            )

    def _take(self) -> tuple[int, Path] | None:
        for place, wish in enumerate(self._wishes):
            if wish[0] not in self._running:
                return self._wishes.pop(place)
        return None

    def _keep(self, image_id: int, fetched: Fetched) -> None:
        self._running.discard(image_id)
        self._known[image_id] = fetched
        self._known.move_to_end(image_id, last=False)  # what was wanted since is more recent
        self._trim(image_id)
        self.on_fetched(image_id)
        self._next()

    def _trim(self, newest: int) -> None:
        held = sum(one.picture.bytes_held for one in self._known.values() if one.picture)
        for image_id in [key for key in self._known if key != newest]:
            if held <= MOST_BYTES:
                return
            gone = self._known.pop(image_id).picture
            held -= gone.bytes_held if gone else 0
