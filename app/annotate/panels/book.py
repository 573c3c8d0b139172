"""The example pictures of the label book: a rectangle of an image, cut out beside the screen."""

from collections.abc import Callable

import cv2
import numpy as np
from PySide6.QtGui import QPixmap

from app.annotate.canvas.picture import Picture, Pixels
from app.annotate.ports import AnnotateNeeds
from app.widgets.pixmaps import qimage
from labeling.catalog import Example

_LONG_SIDE_PX = 240


class BookPictures:
    """Remembers every example it has cut; lives on the window's thread."""

    def __init__(self, needs: AnnotateNeeds, on_ready: Callable[[], None]) -> None:
        self._needs, self._on_ready = needs, on_ready
        self._known: dict[Example, QPixmap | None] = {}

    def get(self, example: Example) -> QPixmap | None:
        """None while it is on the way, or when its image cannot be read."""
        if example not in self._known:
            self._known[example] = None
            self._needs.working.run(
                lambda: self._cut(example),
                lambda pixels: self._keep(example, pixels),
                lambda _error: None,  # a book without its picture still has the sentence
            )
        return self._known.get(example)

    def _keep(self, example: Example, pixels: Pixels) -> None:
        self._known[example] = QPixmap.fromImage(qimage(pixels))
        self._on_ready()

    def _cut(self, example: Example) -> Pixels:
        book = self._needs.datasets.book
        image = book.image(example.image_id)
        dataset = next(one for one in book.all() if one.id == image.dataset)  # of this product, not always this one
        pixels = Picture.read(self._needs.datasets.path(dataset, image)).pixels
        part = pixels[example.top : example.top + example.height, example.left : example.left + example.width]
        scale = min(1.0, _LONG_SIDE_PX / max(part.shape[:2]))
        size = [max(1, round(side * scale)) for side in part.shape[1::-1]]
        return np.asarray(cv2.resize(part, size, interpolation=cv2.INTER_AREA), np.uint8)
