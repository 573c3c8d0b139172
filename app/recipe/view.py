"""The Teach screen: the path of four steps above, one page below."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.i18n import translate
from app.recipe.gather_page import GatherPage
from app.recipe.lines_page import LinesPage
from app.recipe.part_picker import PartPicker
from app.recipe.pick_presenter import PickQuestion
from app.recipe.ports import TeachStage
from app.recipe.presenter import TeachStep
from app.recipe.release_page import ReleasePage
from app.recipe.wording import progressed
from app.theme.tokens import GAP
from app.widgets.card import Card
from app.widgets.progress_panel import ProgressPanel
from app.widgets.step_bar import StepBar
from app.widgets.text import Size, Text, Tone
from vision.inspection import Frame, Trouble

_STEPS_OF_BAR = 1000


class TeachView(QWidget):
    """Setters in, signals out; see `TeachPresenter`."""

    cancel_asked = Signal()
    picked = Signal(object)
    """The `GoodPart`s that are meant, a tuple."""
    pick_closed = Signal()
    shown = Signal()
    hidden = Signal()
    trouble = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.kept: tuple[object, ...] = ()
        """What must live as long as the screen: Qt holds the methods it calls only weakly."""
        self.picker: PartPicker | None = None
        """The sheet that asked last."""
        self.steps = StepBar(_step_names(translate("Teach", "Release")))
        self.gather, self.lines, self.release = GatherPage(), LinesPage(), ReleasePage()
        self.progress = ProgressPanel(kept=translate("Teach", "Cancel keeps the images and the recipe as it was."))
        self.progress.cancelled.connect(self.cancel_asked)
        self._pages = QStackedWidget()
        for page in (self.gather, self._make_progress_page(), self.lines, self.release):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(8)
        layout.addWidget(self.steps)
        layout.addWidget(self._pages, 1)

    def show_step(self, step: TeachStep, release: str) -> None:
        """Turn to a page; `release` is the last step's word."""
        self.steps.set_steps(_step_names(release))
        self.steps.set_current(int(step))
        self._pages.setCurrentIndex(int(step))

    def show_stage(self, stage: TeachStage) -> None:
        """How far teaching is."""
        self.progress.what.setText(stage.name)
        self.progress.bar.setRange(0, _STEPS_OF_BAR)
        self.progress.bar.setValue(round(stage.share * _STEPS_OF_BAR))
        self.progress.detail.setText(progressed(stage))

    def show_trouble(self, trouble: Trouble) -> None:
        """Tell a known trouble."""
        self.trouble.emit(trouble)

    def show_question(self, question: PickQuestion) -> None:
        """Ask which parts are meant."""
        self.picker = picker = PartPicker(self, question)
        picker.picked.connect(self.picked)
        picker.rejected.connect(self.pick_closed)
        picker.finished.connect(self._forget_picker)
        picker.open()

    def show_frame(self, path: Path, frame: Frame) -> None:
        """The image of one of those parts has come."""
        if self.picker is not None:
            self.picker.show_frame(path, frame)

    def go_back(self) -> bool:
        """Esc: one step back, or more settings folded again; False on the first step and while teaching."""
        page = self._pages.currentWidget()
        if page is self.gather:
            return self.gather.close_setup()
        for steps_back in (self.lines, self.release):
            if page is steps_back:
                steps_back.back_asked.emit()
                return True
        return False

    def showEvent(self, event: object) -> None:
        self.shown.emit()

    def hideEvent(self, event: object) -> None:
        self.hidden.emit()

    def _forget_picker(self) -> None:
        if self.picker is not None:
            self.picker.deleteLater()
            self.picker = None

    def _make_progress_page(self) -> Card:
        card = Card(padding=40)
        card.body.addStretch(1)
        card.body.addWidget(self.progress)
        hint = Text(translate("Teach", "You can leave this screen: teaching goes on."), Size.LABEL, Tone.SOFT)
        hint.setContentsMargins(11, 0, 0, 0)  # the panel's own margin
        card.body.addWidget(hint)
        card.body.addStretch(1)
        return card


def _step_names(release: str) -> tuple[str, str, str, str]:
    names = (translate("Teach", "Good parts"), translate("Teach", "Teach"), translate("Teach", "Thresholds"))
    return (*names, release)
