"""The parts on which not all answers are the same: image, what the part is, every answer of everybody."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.i18n import translate
from app.study.wording import category_word
from app.theme import font
from app.widgets.card import Card, Line, row
from app.widgets.pixmaps import qimage
from app.widgets.scroll import scrolled
from app.widgets.symbol import VerdictSymbol
from app.widgets.text import Size, Text, Tone
from app.workers.thumbnails import Thumbnail
from labeling.agreement import RatingTable
from labeling.records.studies import GOOD, NOT_GOOD, StudyPart
from labeling.study.outcome import Outcome
from vision.inspection import Verdict

_PICTURE = QSize(72, 52)
_SYMBOL = 22
_SYMBOLS = {GOOD: Verdict.OK, NOT_GOOD: Verdict.NG}
_NAME_WIDTH = 70


class DifferCard(Card):
    """Filled once for an outcome; the pictures come later."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(padding=16, gap=6)
        self._table = outcome.everybody.table
        self._pictures: dict[int, QLabel] = {}
        parts = {part.number: part for part in outcome.study.parts}
        differing = [parts[int(number)] for number in outcome.everybody.disagreed]
        title = translate("Studies", "Where opinions differ")
        self.body.addWidget(Text(f"{title} ({len(differing)})" if differing else title, Size.CARD_TITLE))
        if not differing:
            self.body.addWidget(Text(translate("Studies", "Nowhere: all answers are the same."), wraps=True))
            self.body.addStretch(1)
            return
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 10, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self._add_heads(grid)
        for number, part in enumerate(differing):
            self._add_part(grid, 2 * number + 1, part)
        grid.setRowStretch(2 * len(differing) + 2, 1)
        area = scrolled(content)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # ten appraisers take more room
        self.body.addWidget(area, 1)

    def show_pictures(self, pictures: dict[int, Thumbnail]) -> None:
        """The images of the parts, by number."""
        for number, pixels in pictures.items():
            if (label := self._pictures.get(number)) is not None:
                pixmap = QPixmap.fromImage(qimage(pixels))
                label.setPixmap(
                    pixmap.scaled(
                        _PICTURE * self.devicePixelRatioF(),
                        Qt.AspectRatioMode.KeepAspectRatio,
                        Qt.TransformationMode.SmoothTransformation,
                    )
                )

    def _add_heads(self, grid: QGridLayout) -> None:
        for column, name in enumerate(self._table.appraisers, 2):
            text = Text("", Size.SMALL, Tone.SOFT)
            text.setText(text.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _NAME_WIDTH))
            text.setToolTip(name)
            text.setAccessibleName(name)
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.setColumnMinimumWidth(column, _NAME_WIDTH)
            grid.addWidget(text, 0, column)

    def _add_part(self, grid: QGridLayout, place: int, part: StudyPart) -> None:
        grid.addWidget(Line(), place, 0, 1, len(self._table.appraisers) + 2)
        picture = QLabel()
        picture.setFixedSize(_PICTURE)
        picture.setScaledContents(True)
        self._pictures[part.number] = picture
        grid.addWidget(picture, place + 1, 0)
        grid.addWidget(_words(part), place + 1, 1)
        row_of_table = self._table.parts.index(str(part.number))
        for column in range(len(self._table.appraisers)):
            answers = answers_of(self._table, row_of_table, column)
            grid.addWidget(_answers(answers), place + 1, column + 2, Qt.AlignmentFlag.AlignCenter)


def answers_of(table: RatingTable, part: int, appraiser: int) -> list[str]:
    """What an appraiser answered on a part, trial by trial."""
    return [table.categories[code] for code in table.codes[part, appraiser]]


def _words(part: StudyPart) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(Text(translate("Studies", "Part {number}").format(number=part.number), Size.STRONG_LABEL))
    known = category_word(part.reference) if part.reference else part.name
    line = Text("", Size.CAPTION, Tone.SOFT)
    line.setText(line.fontMetrics().elidedText(known, Qt.TextElideMode.ElideMiddle, 140))
    box.setToolTip(part.name)
    layout.addWidget(line)
    return box


def _answers(answers: Sequence[str]) -> QWidget:
    """Symbols for OK and NG, words for defect classes."""
    if all(answer in _SYMBOLS for answer in answers):
        box = QWidget()
        box.setLayout(row(*(VerdictSymbol(_SYMBOLS[answer], _SYMBOL) for answer in answers), gap=4))
        box.setToolTip(", ".join(category_word(answer) for answer in answers))
        return box
    text = Text("\n".join(category_word(answer) for answer in dict.fromkeys(answers)))
    text.setFont(font(14))
    text.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return text
