"""The images of the grid as Qt's list asks for them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.datasets.shown import Describe
from app.workers.dataset_images import DatasetImages, Fetch
from labeling.records.datasets import DatasetImage

IMAGE_ROLE = int(Qt.ItemDataRole.UserRole) + 1

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class GridModel(QAbstractListModel):
    """Images in the order of their ids."""

    def __init__(self, fetch: Fetch, describe: Describe) -> None:
        super().__init__()
        self._images, self.describe = DatasetImages(fetch), describe

    @property
    def ids(self) -> Sequence[int]:
        """All that can be scrolled to."""
        return self._images.ids

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show other images."""
        self.beginResetModel()
        self._images.set_ids(ids)
        self.endResetModel()

    def forget(self) -> None:
        """They were changed: ask for them again."""
        self._images.forget_all()
        if self.ids:
            self.dataChanged.emit(self.index(0), self.index(len(self.ids) - 1))

    def image(self, number: int) -> DatasetImage | None:
        """One image; None when it is in the dataset no more."""
        return self._images.get(number)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (IMAGE_ROLE, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        image = self.image(index.row())
        if role == IMAGE_ROLE or image is None:
            return image
        return self.describe(image).spoken
