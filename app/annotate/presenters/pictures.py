"""Decoded images around the one in hand, fetched before they are wanted, in a bounded cache."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.annotate.canvas.picture import Picture
from app.workers.background import Background
from labeling.records.datasets import DatasetTrouble, ImageFile
from vision.inspection import say
from vision.storage.trouble import translate_errors

MOST_BYTES = 700_000_000
"""About seven images of 24 megapixels in colour; the one in hand is always kept."""
LANES = 2

Wish = tuple[int, Path, ImageFile]
"""An image's id, where it lies, and what is known of it."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Fetched:
    """What reading an image came to."""

    picture: Picture | None = None
    trouble: Exception | None = None


class Pictures:
    """Images by their id in the dataset; lives on the window's thread."""

    def __init__(self, background: Background) -> None:
        self._background = background
        self._known: OrderedDict[int, Fetched] = OrderedDict()
        self._wishes: list[Wish] = []
        self._running: set[int] = set()
        self.on_fetched: Callable[[int], None] = lambda image_id: None

    def get(self, image_id: int) -> Fetched | None:
        """None while it is on the way."""
        return self._known.get(image_id)

    def want(self, wishes: Sequence[Wish]) -> None:
        """What is needed now and next, the most urgent first; earlier wishes are forgotten.

        What could not be read is tried again: the file may have come back.
        """
        self._known = OrderedDict((key, one) for key, one in self._known.items() if one.trouble is None)
        for image_id, _, _ in reversed(wishes):
            if image_id in self._known:
                self._known.move_to_end(image_id)
        self._wishes = [wish for wish in wishes if wish[0] not in self._known]
        self._next()

    def clear(self) -> None:
        """Another dataset."""
        self._known.clear()
        self._wishes.clear()

    def _next(self) -> None:
        while len(self._running) < LANES and (wish := self._take()) is not None:
            image_id, path, file = wish
            self._running.add(image_id)
            self._background.run(
                partial(read_known, path, file),
                lambda picture, image_id=image_id: self._keep(image_id, Fetched(picture=picture)),  # type: ignore[misc]  # mypy cannot name the default's type
                lambda error, image_id=image_id: self._keep(image_id, Fetched(trouble=error)),  # type: ignore[misc]
            )

    def _take(self) -> Wish | None:
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


def read_known(path: Path, file: ImageFile) -> Picture:
    """The image that was marked, not another one that has taken its file's place since.

    Only a file of another size or time stamp is looked at byte by byte; after the reading, so that what was read counts.

    Raises:
        ImageTrouble: the file is gone or cannot be read.
        DatasetTrouble: it is another image.
        StorageTrouble: it vanished meanwhile.
    """
    picture = Picture.read(path)
    if (picture.frame.width, picture.frame.height) != (file.width, file.height):
        raise _resized(file, picture.frame.width, picture.frame.height)
    with translate_errors(path):
        about = path.stat()
        if (about.st_size, about.st_mtime_ns) != (file.byte_count, file.modified_ns):
            with path.open("rb") as opened:
                if hashlib.file_digest(opened, "sha256").hexdigest() != file.sha256:
                    raise _replaced(file)
    return picture


def _replaced(file: ImageFile) -> DatasetTrouble:
    return _unfit(say("{path} is another image than before.", path=file.path))


def _resized(file: ImageFile, width: int, height: int) -> DatasetTrouble:
    return _unfit(
        say(
            "{path} is {width} x {height} pixels now, it was {old_width} x {old_height}.",
            path=file.path,
            width=width,
            height=height,
            old_width=file.width,
            old_height=file.height,
        )
    )


def _unfit(what: str) -> DatasetTrouble:
    return DatasetTrouble(
        what,
        "What is marked on it may not fit, so neither is shown.",
        "Put the right file back, or look through the folder again (in the menu).",
    )
