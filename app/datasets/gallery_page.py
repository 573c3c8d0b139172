"""The gallery: what to look for at the left, the images, and what can be done with the chosen ones below."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from app.datasets.filter_panel import FilterPanel
from app.datasets.grid import ImageGrid
from app.datasets.wording import counts_line, order_word
from app.i18n import translate
from app.theme.tokens import GAP
from app.widgets.button import Button, PrimaryButton, Target
from app.widgets.card import Card, row
from app.widgets.drop_down import DropDown
from app.widgets.empty_state import EmptyState
from app.widgets.search_field import SearchField
from app.widgets.text import Size, Text, Tone
from labeling.catalog import DefectClass
from labeling.records.datasets import DatasetCounts, FilterChoices, FrozenKind, ImageOrder, ImageQuery


class GalleryPage(QWidget):
    """Setters in, signals out; see `DatasetsPresenter`."""

    searched = Signal(object)
    everything_asked = Signal()
    suspects_asked = Signal()
    tags_asked = Signal()
    freeze_asked = Signal(object)
    """A `FrozenKind`."""
    opened = Signal(int)
    rescan_asked = Signal()

    def __init__(self, grid: ImageGrid) -> None:
        super().__init__()
        self.grid = grid
        self._query, self._counts, self._busy = ImageQuery(), DatasetCounts(images=0, done=0, missing=0), ""
        self.filter = FilterPanel()
        self.search = SearchField(
            translate("Datasets", "Name, lot, author or tag"),
            translate("Datasets", "Search by name, lot, author or tag"),
        )
        self.order = DropDown(translate("Datasets", "Order"))
        self.order.addItems([order_word(order) for order in ImageOrder])
        self.suspects = Button(
            translate("Datasets", "Find suspect labels"), icon_name="triangle-alert", target=Target.TOUCH
        )
        self.count = Text("", Size.LABEL, Tone.SOFT, wraps=True)
        self.count.setMinimumWidth(60)  # the buttons come first where a language is long
        self.all = Button(translate("Datasets", "Choose all"), target=Target.TOUCH)
        self.tag = Button(translate("Datasets", "Tag"), icon_name="tag", target=Target.TOUCH)
        self.freeze = Button(translate("Datasets", "Freeze"), icon_name="lock", target=Target.TOUCH)
        self.open = PrimaryButton(translate("Datasets", "Label images"), icon_name="brush", target=Target.TOUCH)
        self._lay_out()
        self._connect()

    # ---- setters

    def show_filter(self, query: ImageQuery, choices: FilterChoices, classes: Sequence[DefectClass]) -> None:
        """Set every control without emitting."""
        self._query = query
        self.filter.show_filter(query, choices, classes)
        with QSignalBlocker(self.order):
            self.order.setCurrentIndex(list(ImageOrder).index(query.order))
        self.search.show_text(query.text or "")

    def show_images(self, ids: Sequence[int], counts: DatasetCounts) -> None:
        """The images that were found."""
        self._counts = counts
        self.grid.show_ids(ids)
        shown = self.grid if ids else self.nothing if counts.images else self.empty
        self._stack.setCurrentWidget(shown)
        self._show_count()

    def set_busy(self, reason: str) -> None:
        """Nothing else long begins meanwhile; "" ends it."""
        self._busy = reason
        self._show_reasons()

    def _show_count(self) -> None:
        chosen = self.grid.chosen_count
        self.count.setText(counts_line(len(self.grid.images.ids), chosen, self._counts))
        self._show_reasons()

    def _show_reasons(self) -> None:
        unshown = "" if self.grid.images.ids else translate("Datasets", "No image is shown.")
        unchosen = "" if self.grid.chosen_count else translate("Datasets", "Choose images first.")
        self.all.set_reason(unshown)
        self.open.set_reason(unshown)
        self.freeze.set_reason(self._busy or unshown)
        self.tag.set_reason(self._busy or unchosen)
        self.suspects.set_reason(self._busy)

    # ---- inside

    def _connect(self) -> None:
        self.filter.changed.connect(self.searched)
        self.filter.everything_asked.connect(self.everything_asked)
        self.order.activated.connect(lambda place: self._change(order=list(ImageOrder)[place]))
        self.suspects.clicked.connect(self.suspects_asked)
        self.grid.choice_changed.connect(lambda _count: self._show_count())
        self.grid.opened.connect(self.opened)
        self.all.clicked.connect(self.grid.selectAll)
        self.tag.clicked.connect(self.tags_asked)
        self.open.clicked.connect(self._open_first)
        self.search.settled.connect(lambda text: self._change(text=text or None))

    def _open_first(self) -> None:
        """The first chosen image, else the first that is shown."""
        ids = self.grid.chosen_ids or self.grid.images.ids
        if ids:
            self.opened.emit(ids[0])

    def _change(self, **fields: object) -> None:
        self.searched.emit(replace(self._query, **fields))  # type: ignore[arg-type]

    def _lay_out(self) -> None:
        menu = QMenu(self)
        for kind, words in (
            (FrozenKind.SNAPSHOT, translate("Datasets", "As a snapshot, for training …")),
            (FrozenKind.GOLDEN, translate("Datasets", "As a golden set, signed …")),
        ):
            menu.addAction(words).triggered.connect(lambda _=False, kind=kind: self.freeze_asked.emit(kind))
        self.freeze.setMenu(menu)
        found = QWidget()
        self._stack = QStackedLayout(found)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.grid)
        self.nothing, self.empty = self._make_nothing(), self._make_empty()
        card = Card(padding=8)
        card.body.addWidget(found, 1)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addLayout(row(self.search, self.order, self.suspects, gap=8))
        right.addWidget(card, 1)
        foot = row(self.count, self.all, self.tag, self.freeze, self.open, gap=8)
        foot.setStretch(0, 1)
        right.addLayout(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.filter)
        layout.addLayout(right, 1)

    def _make_nothing(self) -> EmptyState:
        state = EmptyState(
            translate("Datasets", "No image is like that"),
            translate("Datasets", "The dataset has images, but the filter leaves none of them."),
            icon_name="funnel",
            action=translate("Datasets", "Show all images"),
        )
        state.started.connect(self.everything_asked)
        self._stack.addWidget(state)
        return state

    def _make_empty(self) -> EmptyState:
        state = EmptyState(
            translate("Datasets", "No image yet"),
            translate("Datasets", "Put images into the dataset's folder, or add inspected parts."),
            icon_name="images",
            action=translate("Datasets", "Look through the folder"),
        )
        state.started.connect(self.rescan_asked)
        self._stack.addWidget(state)
        return state
