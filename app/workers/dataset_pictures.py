"""Pictures of a dataset's images for grids and strips: made and read in the background, newest wish first, kept bounded."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from app.workers.background import Background
from labeling.datasets import Thumbnails
from labeling.records.datasets import DatasetImage
from vision.inspection import Trouble

KEPT = 1000
"""256 px at most on the long side: 200 MB in the worst case."""
WAITING = 96
"""More wishes than the largest screen shows are old ones: the image has scrolled by."""
_AT_ONCE = 8

Made = list[tuple[str, QImage | None]]


class DatasetPictures(QObject):
    """Lives in the window's thread."""

    ready = Signal()
    """Some have come. A signal, because a picture may come when the list that wished for it is gone."""

    def __init__(
        self,
        thumbnails: Thumbnails,
        path: Callable[[DatasetImage], Path],
        background: Background,
        fit: Callable[[QImage], QImage] = lambda picture: picture,
    ) -> None:
        """`fit` makes of a thumbnail what the list shows; it is called in the background."""
        super().__init__()
        self._thumbnails, self._path, self._background, self._fit = thumbnails, path, background, fit
        self._known: OrderedDict[str, QPixmap | None] = OrderedDict()
        self._wishes: OrderedDict[str, DatasetImage] = OrderedDict()
        self._is_busy = False

    def get(self, image: DatasetImage) -> QPixmap | None:
        """None while it is on the way, or when the file cannot be read."""
        key = image.file.sha256
        if key in self._known:
            self._known.move_to_end(key)
            return self._known[key]
        self._wishes[key] = image
        self._wishes.move_to_end(key)
        while len(self._wishes) > WAITING:
            self._wishes.popitem(last=False)
        self._next()
        return None

    def is_unreadable(self, image: DatasetImage) -> bool:
        """It was looked for and cannot be shown."""
        return image.file.sha256 in self._known and self._known[image.file.sha256] is None

    def stop(self) -> None:
        """The window closes: make no more."""
        self._wishes.clear()

    def _next(self) -> None:
        if self._is_busy or not self._wishes:
            return
        some = [self._wishes.popitem(last=True) for _ in range(min(_AT_ONCE, len(self._wishes)))]
        files = [(key, self._path(image)) for key, image in some]
        self._is_busy = True
        self._background.run(lambda: self._make(files), self._keep, self._fail)

    def _make(self, files: Sequence[tuple[str, Path]]) -> Made:
        return [(key, self._picture(key, path)) for key, path in files]

    def _picture(self, key: str, path: Path) -> QImage | None:
        """None shows as a gap; opening the image in Annotate says why."""
        try:
            picture = QImage(str(self._thumbnails.make(key, path)))
        except Trouble:
            return None
        return None if picture.isNull() else self._fit(picture)

    def _keep(self, made: Made) -> None:
        self._is_busy = False
        for key, picture in made:
            self._known[key] = None if picture is None else QPixmap.fromImage(picture)
        while len(self._known) > KEPT:
            self._known.popitem(last=False)
        self.ready.emit()
        self._next()

    def _fail(self, error: Exception) -> None:
        self._is_busy = False
        raise error
