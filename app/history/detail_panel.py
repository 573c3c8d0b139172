"""The right column: the part's image with its map, and everything known about the record."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from app.history.detail_presenter import Sheet
from app.history.wording import FACT_COUNT, Fact, counted, dated
from app.i18n import translate
from app.theme import Weight, font
from app.widgets.button import Button, Target
from app.widgets.card import Card, Line, row
from app.widgets.empty_state import EmptyState
from app.widgets.image_view import ImageShown, ImageView
from app.widgets.symbol import VerdictSymbol, verdict_word
from app.widgets.text import Size, Text, Tone
from vision.inspection import Frame, Prediction, Thresholds, Trouble, Verdict

_WORD_PX, _LONG_WORD_PX, _SHORT_WORD = 26, 19, 7
_LABEL_WIDTH = 110
_ROW = 28
_LEAD = 4
"""Above and below the lines of a value, so that the first one stands level with its label."""


class _FactLine:
    """One row of the sheet, filled again for every record."""

    def __init__(self, grid: QGridLayout, line: int) -> None:
        self._label = Text("", Size.LABEL, Tone.SOFT)
        self._value = Text("", Size.STRONG_LABEL, serial=True)
        self._value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._value.setMinimumWidth(40)
        self._remark = Text("", Size.LABEL, Tone.SOFT)
        self._remark.setWordWrap(True)
        for text in (self._label, self._value, self._remark):
            text.setMinimumHeight(_ROW)
        for text in (self._value, self._remark):
            text.setContentsMargins(0, _LEAD, 0, _LEAD)
            text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._label, line, 0, Qt.AlignmentFlag.AlignTop)
        self._values = row(self._value, self._remark, None, gap=10)
        grid.addLayout(self._values, line, 1)

    def show_fact(self, fact: Fact) -> None:
        self._label.setText(fact.label)
        self._value.setText(fact.value)
        self._remark.setText(fact.remark)
        self._remark.setVisible(bool(fact.remark))
        self._value.setWordWrap(not fact.remark)  # a value alone has the whole width and may go on below
        self._values.setStretchFactor(self._value, 0 if fact.remark else 100)
        self._values.setStretchFactor(self._remark, 100)


class DetailPanel(QWidget):
    """Shows one record; emits what the person asks for."""

    view_chosen = Signal(int)
    map_asked = Signal()
    export_asked = Signal(object)
    """The folder, a `Path`."""
    told = Signal(str)
    trouble = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._frame: Frame | None = None
        self._has_map = False
        self._name = ""
        self.image = ImageView()
        self.absent = EmptyState("", "", icon_name="camera-off")
        no_image = Card()
        no_image.body.addWidget(self.absent)
        self._looks = QStackedWidget()
        self._looks.addWidget(self.image)
        self._looks.addWidget(no_image)
        self.views = QComboBox()
        self.views.setAccessibleName(translate("History", "View of the part"))
        self.views.view().setAccessibleName(self.views.accessibleName())
        self.views.activated.connect(self.view_chosen)
        self.card = Card(padding=16, gap=4)
        self._fill_card()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.views)
        layout.addWidget(self._looks, 1)
        layout.addWidget(self.card)
        self.show_sheet(None)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Fill the facts; None clears the panel."""
        self.card.setVisible(sheet is not None)
        self.views.setVisible(sheet is not None and len(sheet.view_names) > 1)
        self._has_map = False
        if sheet is None:
            self._show_absent(translate("History", "Choose a part in the list."), "")
            return
        record = sheet.record
        self.symbol.set_verdict(record.verdict)
        word = verdict_word(record.verdict)
        self.word.setFont(font(_LONG_WORD_PX if len(word) > _SHORT_WORD else _WORD_PX, Weight.SEMIBOLD))
        self.word.setText(word)
        self._name = translate("History", "Part {number}").format(number=counted(record.sequence))
        self.part.setText(self._name)
        self.moment.setText(dated(record.time, datetime.now(UTC).astimezone().date()))
        self._show_facts(sheet.facts)
        self.views.clear()
        self.views.addItems(list(sheet.view_names))
        self.views.setCurrentIndex(sheet.view_index)

    def show_frame(self, frame: Frame | None, why: str) -> None:
        """Show the stored frame, or say why there is none."""
        self._frame = frame
        reason = "" if frame is not None else (why or translate("History", "There is no image."))
        self.map.set_reason(reason)
        if frame is not None:
            self.image.show_image(ImageShown(frame=frame, name=self._name))
            self._looks.setCurrentIndex(0)
        elif self.card.isVisibleTo(self):
            self._show_absent(translate("History", "No image"), why)

    def show_map(self, prediction: Prediction | None, thresholds: Thresholds | None) -> None:
        """Lay the map over the frame; None takes it away."""
        self._has_map = prediction is not None
        self.map.setChecked(self._has_map)
        if self._frame is None or prediction is None:
            return
        shown = ImageShown(
            frame=self._frame, anomaly_map=prediction.anomaly_map, thresholds=thresholds, name=self._name
        )
        self.image.show_image(shown)
        self._set_map_visible(visible=True)

    def show_replay(self, note: str, same_score: bool | None) -> None:
        """One line about the map; a tick when the score is the same again."""
        mark = {True: "✓ ", False: "! ", None: ""}[same_score]
        self.replay.setText(mark + note if note else "")
        self.replay.setToolTip(note)

    def show_message(self, sentence: str) -> None:
        """Tell in passing what was done."""
        self.told.emit(sentence)

    def show_trouble(self, trouble: Trouble) -> None:
        """Tell a known trouble."""
        self.trouble.emit(trouble)

    def ask_export(self) -> None:
        """Ask for a folder and export into it."""
        folder = QFileDialog.getExistingDirectory(self, translate("History", "Export to which folder?"))
        if folder:
            self.export_asked.emit(Path(folder))

    def toggle_map(self) -> None:
        """Show, hide or make the map."""
        if self._has_map:
            self._set_map_visible(visible=self.map.isChecked())
        else:
            self.map.setChecked(False)
            self.map_asked.emit()

    def _fill_card(self) -> None:
        self.symbol = VerdictSymbol(Verdict.OK, 40)
        self.word = Text("", Size.SCREEN_TITLE)
        self.part = Text("", Size.CARD_TITLE, serial=True)
        self.moment = Text("", Size.CAPTION, Tone.SOFT)
        for text in (self.part, self.moment):
            text.setAlignment(Qt.AlignmentFlag.AlignRight)
        stacked = QVBoxLayout()
        stacked.setSpacing(0)
        stacked.addWidget(self.part)
        stacked.addWidget(self.moment)
        head = row(self.symbol, self.word, None)
        head.addLayout(stacked)
        self.facts = QGridLayout()
        self.facts.setHorizontalSpacing(8)
        self.facts.setVerticalSpacing(0)
        self.facts.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self.facts.setColumnStretch(1, 1)
        self._lines = [_FactLine(self.facts, line) for line in range(FACT_COUNT)]
        self.replay = Text("", Size.SMALL, Tone.SOFT)
        self.replay.setMinimumWidth(40)
        self.replay.setWordWrap(True)
        self.replay.setMinimumHeight(_ROW)
        self.map = Button(translate("History", "Map"), icon_name="layers", target=Target.TOUCH)
        self.map.setCheckable(True)
        self.map.clicked.connect(self.toggle_map)
        self.export = Button(translate("History", "Export"), icon_name="download", target=Target.TOUCH)
        self.export.clicked.connect(self.ask_export)
        self.card.body.addLayout(head)
        self.card.body.addWidget(Line())
        self.card.body.addLayout(self.facts)
        self.card.body.addWidget(self.replay)
        self.card.body.addLayout(row(self.map, self.export, gap=8))

    def _show_facts(self, facts: tuple[Fact, ...]) -> None:
        for line, fact in zip(self._lines, facts, strict=True):
            line.show_fact(fact)

    def _show_absent(self, title: str, why: str) -> None:
        """Never the image of another part: a sentence stands in its place."""
        self.absent.title.setText(title)
        self.absent.sentence.setText(why)
        self._looks.setCurrentIndex(1)

    def _set_map_visible(self, *, visible: bool) -> None:
        self.map.setChecked(visible)
        self.image.set_map_visible(visible)
        self.image.set_outline_visible(visible)
