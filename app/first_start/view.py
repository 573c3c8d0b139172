"""The guided path of a fresh station, shown on Live while no recipe exists."""

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.first_start.camera_page import CameraPage
from app.first_start.ports import CameraChoice, Step, TaughtSummary, TeachProgress
from app.first_start.steps import StepColumn
from app.first_start.teach_page import TeachPage
from app.i18n import told, translate
from app.theme.tokens import GAP
from app.widgets.button import Button, Kind, PrimaryButton
from app.widgets.card import Card, row
from app.widgets.note import WarnNote
from app.widgets.text import Size, Text, Tone
from vision.inspection import Trouble

SCREEN_RATE_MS = 40
_LEFT_WIDTH = 356


class FirstStartScreen(QWidget):
    """Signals say what a person did; setters are those of `FirstStartView`."""

    shown = Signal()
    hidden = Signal()
    tick = Signal()
    run_asked = Signal()
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=SCREEN_RATE_MS)
        self._timer.timeout.connect(self.tick)
        self.camera_page, self.teach_page = CameraPage(), TeachPage()
        self._steps = StepColumn()
        self._steps.setFixedWidth(_LEFT_WIDTH)
        self._trouble = WarnNote()
        self._pages = QStackedWidget()
        for page in (self.camera_page, self.teach_page, self._build_run_page()):
            self._pages.addWidget(page)
        card = Card(padding=24, gap=14)
        card.body.addWidget(self._trouble)
        card.body.addWidget(self._pages, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP + 16, GAP + 12, GAP + 16, GAP + 12)
        layout.setSpacing(28)
        layout.addWidget(self._steps)
        layout.addWidget(card, 1)
        self.teach_page.back_asked.connect(self.back_asked)

    # ---- setters of `FirstStartView`

    def show_step(self, step: Step) -> None:
        self._steps.show_step(step)
        self._pages.setCurrentIndex(step - 1)

    def show_choices(self, choices: tuple[CameraChoice, ...]) -> None:
        self.camera_page.show_choices(choices)

    def show_searching(self, searching: bool) -> None:
        self.camera_page.show_searching(searching)

    def show_look(self, sight: Any) -> None:
        self.camera_page.show_look(sight)

    def show_no_look(self, trouble: Trouble | None) -> None:
        self.camera_page.show_no_look(trouble)

    def show_progress(self, progress: TeachProgress | None) -> None:
        self.teach_page.show_progress(progress)

    def show_taught(self, summary: TaughtSummary) -> None:
        name = translate("FirstStart", "{recipe}, version {version}, is ready.")
        self._ready.setText(name.format(recipe=summary.recipe, version=summary.version))
        parts = translate(
            "FirstStart", "It learned from {used} good parts. {aside} more were kept aside to set the lines T1 and T2."
        )
        self._learned.setText(parts.format(used=summary.parts_used, aside=summary.parts_kept_aside))

    def show_trouble(self, trouble: Trouble | None) -> None:
        self._trouble.show_text("" if trouble is None else told(trouble.sentence))

    def allow_teaching(self, allowed: bool) -> None:
        self.teach_page.allow_teaching(allowed)

    # ---- building

    def _build_run_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        self._ready = Text("", Size.SCREEN_TITLE, wraps=True)
        self._learned = Text("", Size.BODY, Tone.SOFT, wraps=True)
        lines = translate(
            "FirstStart",
            "Below T1 a part is OK, above T2 it is NG, and between them a person looks: REVIEW. "
            "Move the lines on Teach whenever you know more.",
        )
        layout.addWidget(self._ready)
        layout.addWidget(self._learned)
        layout.addWidget(Text(lines, Size.BODY, Tone.SOFT, wraps=True))
        layout.addStretch(1)
        back = Button(translate("FirstStart", "Teach again"), icon_name="arrow-left", kind=Kind.QUIET)
        run = PrimaryButton(translate("FirstStart", "Start inspecting"), icon_name="play")
        run.setMinimumWidth(252)
        back.clicked.connect(self.back_asked)
        run.clicked.connect(self.run_asked)
        layout.addLayout(row(back, None, run))
        return page

    # ---- what a person does

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self.hidden.emit()
