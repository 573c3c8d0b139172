"""The Datasets screen: which dataset and which page above, the page below."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from app.datasets.duplicates_page import DuplicatesPage
from app.datasets.frozen_page import FrozenPage
from app.datasets.gallery_page import GalleryPage
from app.datasets.grid import ImageGrid
from app.datasets.grid_model import GridModel
from app.datasets.ports import PartsWanted
from app.datasets.sheets import FreezeSheet, LookSheet, PartsSheet, TagSheet
from app.datasets.shown import Describe, FreezeAsked, Page
from app.i18n import translate
from app.theme.tokens import GAP, TOUCH
from app.widgets.button import Button, Target
from app.widgets.card import Card, row
from app.widgets.drop_down import DropDown
from app.widgets.empty_state import EmptyState
from app.widgets.progress_panel import ProgressPanel
from app.workers.dataset_images import Fetch
from app.workers.dataset_pictures import DatasetPictures
from labeling.catalog import DefectClass
from labeling.records.datasets import Dataset, DatasetCounts, FilterChoices, FrozenKind, ImageQuery
from vision.inspection import Trouble


class DatasetsScreen(QWidget):
    """Signals say what a person did; setters are those of `DatasetsView`."""

    shown = Signal()
    back_asked = Signal()
    """To Annotate."""
    annotate_asked = Signal(object, object, int)
    """The `Dataset`, the ids of the images to go through, and the id of the first one in hand."""
    dataset_chosen = Signal(str)
    page_chosen = Signal(object)
    rescan_asked = Signal()
    parts_asked = Signal()
    cancelled = Signal()
    freeze_asked = Signal(object, list, list)
    """The `FrozenKind`, the chosen ids and the shown ones."""
    tags_asked = Signal(list)
    tagged = Signal(list, list, list)
    """Ids, tags to put on, tags to take off."""
    recipe_chosen = Signal(object)
    parts_chosen = Signal(object)
    frozen = Signal(str, str)
    """Name, and who signs where nobody is signed in."""
    trouble = Signal(object)
    told = Signal(str)

    def __init__(self, fetch: Fetch, describe: Describe, pictures: DatasetPictures) -> None:
        super().__init__()
        self.kept: tuple[object, ...] = ()
        """What must live as long as the screen: Qt holds the methods it calls only weakly."""

        def grid(name: str, *, has_marks: bool = False) -> ImageGrid:
            return ImageGrid(GridModel(fetch, describe), pictures, name, has_marks=has_marks)

        self.gallery = GalleryPage(grid(translate("Datasets", "Images of the dataset"), has_marks=True))
        self.duplicates = DuplicatesPage(grid(translate("Datasets", "Images of the group")), pictures)
        self.frozen_page = FrozenPage(grid(translate("Datasets", "Frozen images")))
        self.datasets = DropDown(translate("Datasets", "Dataset"))
        self.back = Button(icon_name="arrow-left", target=Target.TOUCH, name=translate("Datasets", "Back to Annotate"))
        self.pages = [_tab(words) for words in _page_words()]
        self.parts = Button(translate("Datasets", "Add parts"), icon_name="plus", target=Target.TOUCH)
        self.rescan = Button(
            icon_name="refresh-cw", target=Target.TOUCH, name=translate("Datasets", "Look through the folder again")
        )
        self.rescan.setToolTip(self.rescan.accessibleName())
        self._job = Card()
        self._progress = ProgressPanel()
        self._lay_out()
        self._connect()

    # ---- setters of `DatasetsView`

    def show_page(self, page: Page) -> None:
        """Turn to a page."""
        self.pages[page].setChecked(True)
        self._pages.setCurrentIndex(int(page))

    def show_datasets(self, names: Sequence[str], chosen: str | None) -> None:
        """The datasets there are; without any, a sentence where they come from."""
        with QSignalBlocker(self.datasets):
            self.datasets.clear()
            self.datasets.addItems(list(names))
            self.datasets.setCurrentText(chosen or "")
        self._outer.setCurrentIndex(1 if names else 0)

    def show_filter(self, query: ImageQuery, choices: FilterChoices, classes: Sequence[DefectClass]) -> None:
        """What there is to filter by, and what is."""
        self.gallery.show_filter(query, choices, classes)

    def show_images(self, ids: Sequence[int], counts: DatasetCounts, query: ImageQuery) -> None:
        """The images that were found."""
        self.gallery.show_images(ids, counts)

    def images_changed(self) -> None:
        """What is known of images is out of date."""
        for page in (self.gallery, self.duplicates, self.frozen_page):
            page.grid.images.forget()

    def hand_over(self, dataset: Dataset, ids: Sequence[int], image_id: int) -> None:
        """To Annotate."""
        self.annotate_asked.emit(dataset, list(ids), image_id)

    def ask_tags(self, count: int, known: Sequence[str]) -> None:
        """Which tags?"""
        ids, sheet = self.gallery.grid.chosen_ids, TagSheet(self, count, known)
        sheet.agreed.connect(lambda add, remove: self.tagged.emit(ids, add, remove))
        sheet.open()

    def ask_recipe(self, recipes: Sequence[str], chosen: str | None, count: int) -> None:
        """Whose model looks?"""
        sheet = LookSheet(self, recipes, chosen, count)
        sheet.agreed.connect(self.recipe_chosen)
        sheet.open()

    def ask_parts(self, recipes: Sequence[str], wanted: PartsWanted) -> None:
        """Which parts?"""
        sheet = PartsSheet(self, recipes, wanted)
        sheet.agreed.connect(self.parts_chosen)
        sheet.open()

    def ask_freeze(self, asked: FreezeAsked) -> None:
        """Under which name?"""
        sheet = FreezeSheet(self, asked)
        sheet.agreed.connect(self.frozen)
        sheet.open()

    def show_job(self, what: str, kept: str) -> None:
        """Something long begins; `kept` is what Cancel leaves, empty where it cannot be stopped."""
        self._progress.start(what)
        self._progress.kept.setText(kept)
        self._progress.kept.setVisible(bool(kept))
        self._progress.button.setVisible(bool(kept))
        self._job.show()
        self._set_busy(what)

    def show_job_progress(self, done: int, total: int) -> None:
        """How far it is."""
        self._progress.show_progress(done, total)

    def end_job(self) -> None:
        """It is over."""
        self._job.hide()
        self._set_busy("")

    def say(self, text: str) -> None:
        """Tell in passing."""
        self.told.emit(text)

    def tell(self, trouble: Trouble) -> None:
        """Tell a known trouble."""
        self.trouble.emit(trouble)

    # ---- what a screen answers

    def go_back(self) -> bool:
        """Esc: an empty search first, then to the gallery, then to Annotate."""
        if self.gallery.search.text() and self._pages.currentIndex() == Page.IMAGES:
            self.gallery.search.clear()
        elif self._pages.currentIndex() != Page.IMAGES:
            self.page_chosen.emit(Page.IMAGES)
        else:
            self.back_asked.emit()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    # ---- inside

    def _set_busy(self, what: str) -> None:
        for page in (self.gallery, self.duplicates, self.frozen_page):
            page.set_busy(what)
        for button in (self.rescan, self.parts):
            button.set_reason(what)
        self.rescan.setToolTip(what or self.rescan.accessibleName())

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.datasets.textActivated.connect(self.dataset_chosen)
        for page, button in zip(Page, self.pages, strict=True):
            button.clicked.connect(lambda _=False, page=page: self.page_chosen.emit(page))
        self.rescan.clicked.connect(self.rescan_asked)
        self.gallery.rescan_asked.connect(self.rescan_asked)
        self.parts.clicked.connect(self.parts_asked)
        self._progress.cancelled.connect(self.cancelled)
        self.gallery.tags_asked.connect(lambda: self.tags_asked.emit(self.gallery.grid.chosen_ids))
        self.gallery.freeze_asked.connect(self._ask_freeze)

    def _ask_freeze(self, kind: FrozenKind) -> None:
        grid = self.gallery.grid
        self.freeze_asked.emit(kind, grid.chosen_ids, list(grid.images.ids))

    def _lay_out(self) -> None:
        self.datasets.setMinimumWidth(160)
        self.datasets.setMaximumWidth(420)
        self._pages = QStackedWidget()
        for page in (self.gallery, self.duplicates, self.frozen_page):
            self._pages.addWidget(page)
        group = QButtonGroup(self)
        for button in self.pages:
            group.addButton(button)
        self.pages[0].setChecked(True)
        self._job.body.addWidget(self._progress)
        self._job.hide()
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        head = row(self.back, self.datasets, *self.pages, None, self.parts, self.rescan, gap=8)
        head.setStretch(1, 2)
        column.addLayout(head)
        column.addWidget(self._job)
        column.addWidget(self._pages, 1)
        self._outer = QStackedWidget()
        self._outer.addWidget(self._make_none())
        self._outer.addWidget(work)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.addWidget(self._outer)

    def _make_none(self) -> EmptyState:
        state = EmptyState(
            translate("Datasets", "No dataset yet"),
            translate("Datasets", "A dataset is made on the Annotate screen, of a folder with images."),
            icon_name="images",
            action=translate("Datasets", "To Annotate"),
        )
        state.started.connect(self.back_asked)
        return state


def _page_words() -> tuple[str, ...]:
    return (
        translate("Datasets", "Images"),
        translate("Datasets", "Near-duplicates"),
        translate("Datasets", "Frozen sets"),
    )


def _tab(words: str) -> Button:
    button = Button(words, target=Target.TOUCH)
    button.setCheckable(True)
    button.setMinimumWidth(2 * TOUCH)
    return button
