"""The figures by appraiser, one row each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.i18n import numeral, translate
from app.study.kappa_bar import KappaBar
from app.study.wording import bounded, counted, kappa_text, percent
from app.theme import icon_pixmap, tokens
from app.widgets.card import Card, Line, row
from app.widgets.text import Size, Text, Tone
from labeling.agreement import AppraiserFigures, Share
from labeling.study.outcome import FALSE_ALARM_LIMIT, KAPPA_LIMIT, MISS_LIMIT, Outcome

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROW_HEIGHT = 46


class FiguresCard(Card):
    """Filled once for an outcome."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(padding=0)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(18, 2, 18, 2)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(0)
        self.body.addLayout(self._grid)
        for column, stretch in enumerate((4, 2, 2, 2, 2, 1, 4)):
            self._grid.setColumnStretch(column, stretch)
        self._add_heads()
        models = {one.name for one in outcome.study.appraisers if one.is_model}
        for number, one in enumerate(outcome.everybody.appraisers):
            self._add_row(2 * number + 1, one, is_model=one.name in models)

    def _add_heads(self) -> None:
        heads = (
            translate("Studies", "Appraiser"),
            translate("Studies", "Agrees with itself"),
            translate("Studies", "Effectiveness"),
            translate("Studies", "Miss rate"),
            translate("Studies", "False alarms"),
            translate("Studies", "Kappa"),
            translate("Studies", "95 % interval, line at {limit}").format(limit=numeral(KAPPA_LIMIT, 2)),
        )
        self._grid.setRowMinimumHeight(0, 36)
        for column, head in enumerate(heads):
            text = Text(head, Size.SMALL, Tone.SOFT)
            if 0 < column < len(heads) - 1:
                text.setAlignment(_RIGHT)
            self._grid.addWidget(text, 0, column)

    def _add_row(self, place: int, one: AppraiserFigures, *, is_model: bool) -> None:
        self._grid.addWidget(Line(), place, 0, 1, 7)
        self._grid.setRowMinimumHeight(place + 1, _ROW_HEIGHT)
        cells = (
            _name(one.name, is_model=is_model),
            _figure(counted(one.within), one.within),
            _figure(percent(one.effectiveness, 0), one.effectiveness),
            _figure(percent(one.miss_rate), one.miss_rate, MISS_LIMIT),
            _figure(percent(one.false_alarm_rate), one.false_alarm_rate, FALSE_ALARM_LIMIT),
            _right(Text(kappa_text(one.kappa), Size.STRONG)),
            KappaBar(one.kappa),
        )
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, place + 1, column)


def _name(name: str, *, is_model: bool) -> QWidget:
    box, picture = QWidget(), Text()
    picture.setPixmap(icon_pixmap("cpu" if is_model else "user", 22, tokens().tx, ratio=box.devicePixelRatioF()))
    text = Text(name, Size.STRONG, wraps=True)
    text.setMinimumWidth(60)
    text.setToolTip(name)
    layout = row(picture, text)
    layout.setStretch(1, 1)
    box.setLayout(layout)
    return box


def _figure(words: str, share: Share | None, limit: float = 1.0) -> QWidget:
    """A figure; beyond its limit it is bold behind a triangle. What it supports is its tooltip."""
    is_beyond = share is not None and share.value > limit
    text = Text(words, Size.STRONG if is_beyond else Size.BODY)
    if not is_beyond:
        widget: QWidget = _right(text)
    else:
        picture = Text()
        picture.setPixmap(icon_pixmap("triangle-alert", 20, tokens().tx, ratio=text.devicePixelRatioF()))
        picture.setAccessibleName(translate("Studies", "Beyond the usual limit"))
        widget = QWidget()
        widget.setLayout(row(None, picture, text, gap=6))
    widget.setToolTip(bounded(share))
    return widget


def _right(text: Text) -> Text:
    text.setAlignment(_RIGHT)
    return text
