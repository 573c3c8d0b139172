"""Near-duplicates: the groups at the left, the chosen one's images at the right, one of them to keep."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.datasets.grid import ImageGrid
from app.datasets.group_list import GroupList
from app.datasets.shown import GroupRow
from app.i18n import translate
from app.theme.tokens import GAP
from app.widgets.button import Button, PrimaryButton, Target
from app.widgets.card import Card, row
from app.widgets.confirm_dialog import ConfirmDialog
from app.widgets.empty_state import EmptyState
from app.widgets.text import Size, Text, Tone
from app.workers.dataset_pictures import DatasetPictures

_SIDE_WIDTH = 300


class DuplicatesPage(QWidget):
    """Setters in, signals out; see `DuplicatesPresenter`."""

    chosen = Signal(int)
    """Number of a group."""
    kept = Signal(int)
    """Id of the image that is kept of the chosen group."""
    kept_first = Signal()
    opened = Signal(int)

    def __init__(self, grid: ImageGrid, pictures: DatasetPictures) -> None:
        super().__init__()
        self.grid, self._open_groups, self._busy = grid, 0, ""
        self.groups = GroupList(pictures)
        self.count = Text("", Size.CARD_TITLE)
        self.keep = PrimaryButton(translate("Datasets", "Keep this one"), icon_name="check", target=Target.TOUCH)
        self.keep_first = Button(translate("Datasets", "Keep the first of every group"), target=Target.TOUCH)
        self.hint = Text(
            translate("Datasets", 'The others get the tag "duplicate". No file is touched.'),
            Size.LABEL,
            Tone.SOFT,
            wraps=True,
        )
        self.groups.chosen.connect(self.chosen)
        self.grid.opened.connect(self.opened)
        self.keep.clicked.connect(self._keep)
        self.keep_first.clicked.connect(self._ask_first)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.looking = EmptyState(
            translate("Datasets", "Comparing the images"),
            translate("Datasets", "Groups of images that look nearly the same appear here."),
            icon_name="copy",
        )
        self.none = EmptyState(
            translate("Datasets", "No near-duplicates"),
            translate("Datasets", "Every image of this dataset looks different enough from all others."),
            icon_name="circle-check",
        )
        for page in (self.looking, self.none, self._make_work()):
            self._stack.addWidget(page)

    # ---- setters

    def show_looking(self) -> None:
        """They are being looked for; groups that are shown already stay."""
        if not self.groups.rows:
            self._stack.setCurrentIndex(0)

    def show_groups(self, rows: Sequence[GroupRow], chosen: int) -> None:
        """The groups, the largest first."""
        self._open_groups = sum(not one.is_settled for one in rows)
        self.groups.show_rows(rows, chosen)
        self.count.setText(translate("Datasets", "{count} groups").format(count=len(rows)))
        self._show_reasons()
        self._stack.setCurrentIndex(2 if rows else 1)

    def show_group(self, ids: Sequence[int], kept: int) -> None:
        """The images of the chosen group, and the one that would be kept."""
        self.grid.show_ids(ids)
        self.grid.choose(kept)

    def set_busy(self, reason: str) -> None:
        """Nothing else long begins meanwhile; "" ends it."""
        self._busy = reason
        self._show_reasons()

    # ---- inside

    def _show_reasons(self) -> None:
        done = "" if self._open_groups else translate("Datasets", "Every group has its one image.")
        self.keep.set_reason(self._busy)
        self.keep_first.set_reason(self._busy or done)

    def _keep(self) -> None:
        chosen = self.grid.chosen_ids
        if chosen:
            self.kept.emit(chosen[0])

    def _ask_first(self) -> None:
        count = self._open_groups
        if ConfirmDialog.ask(
            self,
            translate("Datasets", "Keep the first image of {count} groups?").format(count=count),
            meaning=translate("Datasets", "It is the one with most work in it; all others are tagged."),
            go_on=translate("Datasets", "Tag the others"),
            stay=translate("Datasets", "Not yet"),
        ):
            self.kept_first.emit()

    def _make_work(self) -> QWidget:
        side = Card(padding=0, gap=0)
        side.setFixedWidth(_SIDE_WIDTH)
        head = row(self.count)
        head.setContentsMargins(14, 12, 14, 10)
        side.body.addLayout(head)
        side.body.addWidget(self.groups, 1)
        card = Card(padding=8)
        card.body.addWidget(self.grid, 1)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(card, 1)
        foot = row(self.hint, self.keep_first, self.keep, gap=8)
        foot.setStretch(0, 1)
        right.addLayout(foot)
        page = QWidget()
        layout = QHBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(side)
        layout.addLayout(right, 1)
        return page
