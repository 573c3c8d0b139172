"""The Studies screen: four pages, one at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.study.list_page import ListPage
from app.study.outcome_page import OutcomePage
from app.study.plan_page import PlanPage
from app.study.presenter import AppraiserRow, Page, StudyRow
from app.study.rating_page import RatingPage
from app.theme.tokens import GAP
from app.workers.thumbnails import Thumbnail
from labeling.records.studies import Study
from labeling.study.outcome import Outcome
from vision.inspection import Trouble


class StudyScreen(QWidget):
    """Signals say what a person did; setters are those of `StudyView`."""

    shown = Signal()
    back_asked = Signal()
    trouble = Signal(object)
    told = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.kept: tuple[object, ...] = ()
        """What must live as long as the screen: Qt holds the methods it calls only weakly."""
        self.list, self.plan, self.rating, self.outcome = ListPage(), PlanPage(), RatingPage(), OutcomePage()
        self._pages = QStackedWidget()
        for page in (self.list, self.plan, self.rating, self.outcome):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.addWidget(self._pages)

    # ---- setters of `StudyView`

    def show_page(self, page: Page) -> None:
        """Turn to a page."""
        self._pages.setCurrentIndex(int(page))

    def show_studies(self, rows: Sequence[StudyRow], chosen: int) -> None:
        """The list."""
        self.list.show_studies(rows, chosen)

    def show_appraisers(self, study: Study, rows: Sequence[AppraiserRow]) -> None:
        """Who has to rate in the chosen study."""
        self.list.show_appraisers(study, rows)

    def allow_planning(self, reason: str) -> None:
        """Disable new studies with a reason; "" enables."""
        self.list.allow_planning(reason)

    def show_outcome(self, outcome: Outcome) -> None:
        """The figures."""
        self.outcome.show_outcome(outcome)

    def show_pictures(self, pictures: dict[int, Thumbnail]) -> None:
        """Images of the parts people differ on."""
        self.outcome.show_pictures(pictures)

    def show_model_progress(self, done: int, total: int) -> None:
        """How far the model is."""
        self.list.show_model_progress(done, total)

    def show_told(self, text: str) -> None:
        """Tell in passing."""
        self.told.emit(text)

    def show_trouble(self, trouble: Trouble) -> None:
        """Tell a known trouble."""
        self.trouble.emit(trouble)

    def go_back(self) -> bool:
        """Esc: to the list; False when it is there."""
        if self._pages.currentIndex() == Page.LIST:
            return False
        self.back_asked.emit()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()
