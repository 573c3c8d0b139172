"""Ten thousand images as Qt's list asks for them: known by their ids, read in blocks when one of them is drawn."""

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.datasets.shown import Describe
from labeling.records.datasets import DatasetImage

IMAGE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_BLOCK, _KEPT = 64, 2048

Fetch = Callable[[Sequence[int]], list[DatasetImage]]
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class GridModel(QAbstractListModel):
    """Images in the order of their ids."""

    def __init__(self, fetch: Fetch, describe: Describe) -> None:
        super().__init__()
        self._fetch, self.describe = fetch, describe
        self.ids: Sequence[int] = ()
        self._known: OrderedDict[int, DatasetImage] = OrderedDict()

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show other images."""
        self.beginResetModel()
        self.ids = ids
        self._known.clear()
        self.endResetModel()

    def forget(self) -> None:
        """They were changed: ask for them again."""
        self._known.clear()
        if self.ids:
            self.dataChanged.emit(self.index(0), self.index(len(self.ids) - 1))

    def image(self, number: int) -> DatasetImage | None:
        """One image, asked for with those around it; None when it is in the dataset no more."""
        image_id = self.ids[number]
        if image_id not in self._known:
            start = number - number % _BLOCK
            self._known |= {one.id: one for one in self._fetch(self.ids[start : start + _BLOCK])}
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return self._known.get(image_id)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (IMAGE_ROLE, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        image = self.image(index.row())
        if role == IMAGE_ROLE or image is None:
            return image
        return self.describe(image).spoken
