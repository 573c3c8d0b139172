"""What is known of a dataset's images, for lists of ten thousand: by their ids, read in blocks once one is drawn."""

from collections import OrderedDict
from collections.abc import Callable, Sequence

from labeling.records.datasets import DatasetImage

BLOCK, KEPT = 64, 2048

Fetch = Callable[[Sequence[int]], list[DatasetImage]]
"""The images of these ids; those that are in the dataset no more are left out."""


class DatasetImages:
    """The images of a query, in the order of its ids; a bounded number of them is known."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._ids: Sequence[int] = ()
        self._known: OrderedDict[int, DatasetImage] = OrderedDict()

    @property
    def ids(self) -> Sequence[int]:
        """All of them, whatever is known."""
        return self._ids

    def set_ids(self, ids: Sequence[int]) -> None:
        """Other images."""
        self._ids = ids
        self._known.clear()

    def get(self, number: int) -> DatasetImage | None:
        """One image, asked for with those around it; None when it is in the dataset no more."""
        image_id = self._ids[number]
        if image_id not in self._known:
            start = number - number % BLOCK
            self._known |= {one.id: one for one in self._fetch(self._ids[start : start + BLOCK])}
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
        return self._known.get(image_id)

    def forget(self, image_id: int) -> None:
        """It was changed: ask for it again."""
        self._known.pop(image_id, None)

    def forget_all(self) -> None:
        """They were changed: ask for them again."""
        self._known.clear()
