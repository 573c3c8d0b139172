"""What to look for: label, class, lot, tag, author, score. Fields with nothing to choose are left out."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from app.i18n import translate
from app.widgets.button import Button, Kind, Target
from app.widgets.card import Card, row
from app.widgets.choice_field import ChoiceField
from app.widgets.line_field import LineField
from app.widgets.scroll import scrolled
from app.widgets.text import Size, Text, Tone
from labeling.annotation import LabelState
from labeling.catalog import DefectClass
from labeling.records.datasets import FilterChoices, ImageQuery

WIDTH = 252
_FULL, _LETTERS = 100, 6

Fields = dict[str, object]


class FilterPanel(Card):
    """`changed` with the query that a person narrowed or widened."""

    changed = Signal(object)
    everything_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0)
        self.setFixedWidth(WIDTH)
        self._query = ImageQuery()
        self.label = ChoiceField(translate("Datasets", "Label"))
        self.class_ = ChoiceField(translate("Datasets", "Defect class"))
        self.lot = ChoiceField(translate("Datasets", "Lot"))
        self.tag = ChoiceField(translate("Datasets", "Tag"))
        self.author = ChoiceField(translate("Datasets", "Labelled by"))
        self.least = _score_field(translate("Datasets", "Lowest score"))
        self.most = _score_field(translate("Datasets", "Highest score"))
        self.everything = Button(translate("Datasets", "Show all"), icon_name="x", kind=Kind.QUIET, target=Target.TOUCH)
        self.label.chosen.connect(self._change_label)
        _let_shrink(self.label)
        for field, name in self._by_name():
            _let_shrink(field)
            field.chosen.connect(lambda value, name=name: self._change(**{name: value}))
        self.least.settled.connect(lambda text: self._change(least_score=_number(text)))
        self.most.settled.connect(lambda text: self._change(most_score=_number(text)))
        self.everything.clicked.connect(self.everything_asked)
        self._lay_out()

    def show_filter(self, query: ImageQuery, choices: FilterChoices, classes: Sequence[DefectClass]) -> None:
        """Set every field without emitting."""
        self._query = query
        labels = _labels()
        self.label.show_items([(word, fields) for word, fields in labels], _label_fields(query))
        _fill(self.class_, [(one.name, one.id) for one in classes], query.class_id)
        _fill(self.lot, [(lot, lot) for lot in choices.lots], query.lot)
        _fill(self.tag, [(tag, tag) for tag in choices.tags], query.tag)
        _fill(self.author, [(author, author) for author in choices.authors], query.author)
        for field, score in ((self.least, query.least_score), (self.most, query.most_score)):
            with QSignalBlocker(field):
                field.show_text("" if score is None else f"{score:.0f}")
        self.everything.setVisible(query != ImageQuery(order=query.order))

    def _by_name(self) -> Sequence[tuple[ChoiceField, str]]:
        return ((self.class_, "class_id"), (self.lot, "lot"), (self.tag, "tag"), (self.author, "author"))

    def _change_label(self, fields: object) -> None:
        if isinstance(fields, dict):
            self._change(**fields)

    def _change(self, **fields: object) -> None:
        self.changed.emit(replace(self._query, **fields))  # type: ignore[arg-type]

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(12)
        for field in (self.label, self.class_, self.lot, self.tag, self.author):
            column.addWidget(field)
        score = QVBoxLayout()
        score.setSpacing(4)
        score.addWidget(Text(translate("Datasets", "Score, from and to"), Size.LABEL, Tone.SOFT))
        dash: QLabel = Text("–", Size.LABEL, Tone.SOFT)
        score.addLayout(row(self.least, dash, self.most, gap=8))
        column.addLayout(score)
        column.addWidget(self.everything)
        column.addStretch(1)
        self.body.addWidget(scrolled(inside))


def _labels() -> list[tuple[str, Fields]]:
    def fields(
        state: LabelState | None = None, has_defects: bool | None = None, is_missing: bool | None = None
    ) -> Fields:
        return {"state": state, "has_defects": has_defects, "is_missing": is_missing}

    return [
        (translate("Datasets", "All images"), fields()),
        (translate("Datasets", "Not done yet"), fields(state=LabelState.OPEN)),
        (translate("Datasets", "Done"), fields(state=LabelState.DONE)),
        (translate("Datasets", "Good parts"), fields(state=LabelState.DONE, has_defects=False)),
        (translate("Datasets", "With a defect"), fields(has_defects=True)),
        (translate("Datasets", "File is gone"), fields(is_missing=True)),
    ]


def _label_fields(query: ImageQuery) -> Fields:
    return {"state": query.state, "has_defects": query.has_defects, "is_missing": query.is_missing}


def _fill(field: ChoiceField, items: Sequence[tuple[str, str]], chosen: str | None) -> None:
    field.show_items([(translate("Datasets", "Any"), None), *items], chosen)
    field.setVisible(bool(items))


def _let_shrink(field: ChoiceField) -> None:
    """Long words are cut short: the panel does not grow with a language."""
    field.box.setMinimumContentsLength(_LETTERS)
    field.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)


def _score_field(name: str) -> LineField:
    field = LineField(name, longest=3)
    field.setValidator(QIntValidator(0, _FULL, field))
    field.setMinimumWidth(40)
    return field


def _number(text: str) -> float | None:
    return float(text) if text else None
