"""The list of studies at the left, who has to rate in the chosen one at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedLayout, QVBoxLayout, QWidget

from app.i18n import translate
from app.study.presenter import AppraiserRow, StudyRow
from app.study.wording import design_line, row_line, waits_line
from app.theme import icon_pixmap, tokens
from app.theme.tokens import GAP
from app.widgets.button import Button, PrimaryButton, Target
from app.widgets.card import Card, Line, row
from app.widgets.choice_list import ChoiceList
from app.widgets.choice_row import ChoiceRow
from app.widgets.empty_state import EmptyState
from app.widgets.scroll import scrolled
from app.widgets.text import Size, Text, Tone
from labeling.records.studies import Study

_SIDE_WIDTH = 520
_BUTTON_WIDTH = 150


class ListPage(QWidget):
    """Setters in, signals out; see `StudyPresenter`."""

    chosen = Signal(int)
    """Id of a study."""
    plan_asked = Signal()
    rate_asked = Signal(str)
    """Name of the appraiser."""
    outcome_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._studies = ChoiceList()
        self._studies.chosen.connect(self.chosen.emit)
        self._is_complete: dict[int, bool] = {}
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._make_empty())
        self._stack.addWidget(self._make_list())

    # ---- setters

    def show_studies(self, rows: Sequence[StudyRow], chosen: int) -> None:
        """The studies, newest first."""
        self._stack.setCurrentIndex(1 if rows else 0)
        self._is_complete = {one.study.id: one.is_complete for one in rows}
        self._studies.show_rows({one.study.id: _choice(one) for one in rows}, chosen)

    def show_appraisers(self, study: Study, rows: Sequence[AppraiserRow]) -> None:
        """Who has to rate in the chosen study."""
        self._name.setText(study.name)
        self._design.setText(design_line(study))
        while (item := self._people.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, one in enumerate(rows):
            if number:
                self._people.addWidget(Line())
            self._people.addWidget(self._appraiser(one))
        self._people.addStretch(1)
        is_complete = self._is_complete.get(study.id, False)
        self.outcome.set_reason(
            ""
            if is_complete
            else translate("Studies", "The figures come when everybody is done, so that all stay blind.")
        )
        self._blind.setVisible(not is_complete)

    def allow_planning(self, reason: str) -> None:
        """Disable new studies with a reason; "" enables."""
        for button in (self.plan, self._empty.button):
            button.set_reason(reason)

    def show_model_progress(self, done: int, total: int) -> None:
        """How far the model is."""
        for bar in self.findChildren(QProgressBar, "model"):
            bar.setRange(0, total)
            bar.setValue(done)

    # ---- building

    def _make_empty(self) -> QWidget:
        card = Card()
        self._empty = EmptyState(
            translate("Studies", "Do inspectors and model agree?"),
            translate(
                "Studies",
                "An agreement study shows the same parts to several people, blind and in random order, more than once."
                " It tells who misses what, and how far the figures can be trusted.",
            ),
            icon_name="users-round",
            action=translate("Studies", "Plan the first study"),
        )
        self._empty.started.connect(self.plan_asked)
        card.body.addWidget(self._empty)
        return card

    def _make_list(self) -> QWidget:
        page = QWidget()
        layout = QHBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        card = Card(translate("Studies", "Agreement studies"))
        card.body.addWidget(scrolled(self._studies), 1)
        layout.addWidget(card, 1)
        layout.addLayout(self._make_side())
        return page

    def _make_side(self) -> QVBoxLayout:
        card = Card()
        card.setFixedWidth(_SIDE_WIDTH)
        self._name = Text("", Size.SCREEN_TITLE, wraps=True)
        self._design = Text("", Size.LABEL, Tone.SOFT, wraps=True)
        content = QWidget()
        self._people = QVBoxLayout(content)
        self._people.setContentsMargins(0, 0, 0, 0)
        self._people.setSpacing(0)
        self._blind = Text(
            translate("Studies", "The figures come when everybody is done, so that all stay blind."),
            Size.LABEL,
            Tone.SOFT,
            wraps=True,
        )
        self.outcome = PrimaryButton(translate("Studies", "Show the figures"))
        self.outcome.clicked.connect(self.outcome_asked)
        for widget in (self._name, self._design):
            card.body.addWidget(widget)
        card.body.addWidget(scrolled(content), 1)
        card.body.addWidget(self._blind)
        card.body.addWidget(self.outcome)
        self.plan = Button(translate("Studies", "Plan a study"), icon_name="plus")
        self.plan.clicked.connect(self.plan_asked)
        side = QVBoxLayout()
        side.setSpacing(GAP)
        side.addWidget(card, 1)
        side.addWidget(self.plan)
        return side

    def _appraiser(self, one: AppraiserRow) -> QWidget:
        box = QWidget()
        picture = Text()
        name = "cpu" if one.appraiser.is_model else "user"
        picture.setPixmap(icon_pixmap(name, 26, tokens().tx, ratio=self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Text(one.appraiser.name, Size.STRONG, wraps=True))
        words.addWidget(_bar(one))
        words.addWidget(Text(_line(one), Size.SMALL, Tone.SOFT, wraps=True))
        layout = row(picture, gap=14)
        layout.setContentsMargins(0, 10, 0, 10)
        layout.addLayout(words, 1)
        layout.addWidget(self._button(one))
        box.setLayout(layout)
        return box

    def _button(self, one: AppraiserRow) -> Button:
        text = translate("Studies", "Let it rate") if one.appraiser.is_model else translate("Studies", "Rate")
        if one.is_done:
            text = translate("Studies", "Done")
        button = Button(text, target=Target.TOUCH, name=f"{text}: {one.appraiser.name}")
        button.setFixedWidth(_BUTTON_WIDTH)
        button.set_reason(translate("Studies", "Everything is rated.") if one.is_done else one.reason)
        button.clicked.connect(lambda: self.rate_asked.emit(one.appraiser.name))
        return button


def _choice(one: StudyRow) -> ChoiceRow:
    return ChoiceRow(one.study.name, row_line(one.study), icon_name="users-round", state=_state(one))


def _state(one: StudyRow) -> str:
    if one.is_complete:
        return translate("Studies", "Complete")
    return translate("Studies", "{count} of {total}").format(count=one.answered, total=one.total)


def _bar(one: AppraiserRow) -> QProgressBar:
    bar = QProgressBar()
    bar.setObjectName("model" if one.appraiser.is_model else "person")
    bar.setTextVisible(False)
    bar.setRange(0, one.total)
    bar.setValue(one.answered)
    bar.setAccessibleName(translate("Studies", "Progress of {name}").format(name=one.appraiser.name))
    return bar


def _line(one: AppraiserRow) -> str:
    text = translate("Studies", "{count} of {total}").format(count=one.answered, total=one.total)
    if one.not_before is not None:
        return f"{text} · {waits_line(one.not_before)}"
    return text if one.is_done or not one.reason else f"{text} · {one.reason}"
