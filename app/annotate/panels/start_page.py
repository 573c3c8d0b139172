"""Choosing a dataset, or making one of a folder."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.annotate.shown import DatasetRow
from app.annotate.wording import counts_line
from app.i18n import translate
from app.widgets.button import Button, PrimaryButton
from app.widgets.card import Card, row
from app.widgets.choice_list import ChoiceList
from app.widgets.choice_row import ChoiceRow
from app.widgets.empty_state import EmptyState
from app.widgets.progress_panel import ProgressPanel
from app.widgets.scroll import scrolled


class StartPage(QWidget):
    """Setters in, signals out."""

    chosen = Signal(str)
    create_asked = Signal()
    gallery_asked = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = ChoiceList()
        self.list.chosen.connect(self.chosen.emit)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for page in (self._make_empty(), self._make_list(), self._make_progress()):
            self._stack.addWidget(page)

    def show_datasets(self, rows: Sequence[DatasetRow], refused: str) -> None:
        """The datasets of this station."""
        self.list.show_rows({one.dataset.name: _choice(one) for one in rows})
        for button in (self.new, self.empty.button):
            button.set_reason(refused)
        self._stack.setCurrentIndex(1 if rows else 0)

    def show_creating(self, what: str, done: int, total: int) -> None:
        """How far reading the folder is; `what` begins it."""
        if what:
            self.progress.start(what)
        self.progress.show_progress(done, total)
        self._stack.setCurrentIndex(2)

    def _make_empty(self) -> QWidget:
        card = Card()
        self.empty = EmptyState(
            translate("Annotate", "No dataset yet"),
            translate(
                "Annotate",
                "A dataset is a collection of images of one product. Create one from a folder, then mark its defects:"
                " sixteen good masks are worth more than any change of the model.",
            ),
            icon_name="images",
            action=translate("Annotate", "Create one from a folder"),
        )
        self.empty.started.connect(self.create_asked)
        card.body.addWidget(self.empty)
        return card

    def _make_list(self) -> QWidget:
        card = Card(translate("Annotate", "Datasets"))
        self.new = PrimaryButton(translate("Annotate", "Create one from a folder"), icon_name="plus")
        self.new.clicked.connect(self.create_asked)
        card.body.addWidget(scrolled(self.list), 1)
        self.gallery = Button(translate("Annotate", "Search and sort the images"), icon_name="search")
        self.gallery.clicked.connect(self.gallery_asked)
        card.body.addLayout(row(self.new, self.gallery, None))
        return card

    def _make_progress(self) -> QWidget:
        card = Card()
        self.progress = ProgressPanel(kept=translate("Annotate", "The images that were read until then are kept."))
        self.progress.cancelled.connect(self.cancelled)
        card.body.addStretch(1)
        card.body.addWidget(self.progress)
        card.body.addStretch(1)
        return card


def _choice(one: DatasetRow) -> ChoiceRow:
    share = f"{100 * one.counts.done // max(1, one.counts.images)}\N{THIN SPACE}%"
    choice = ChoiceRow(one.dataset.name, counts_line(one.counts), icon_name="images", state=share)
    choice.setCheckable(False)
    return choice
