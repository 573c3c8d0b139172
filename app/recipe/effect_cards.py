"""The right column of step 3: what the lines do to the parts whose truth is known."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.i18n import translate
from app.recipe.lines_presenter import EffectText
from app.theme import icon_pixmap, tokens
from app.widgets.card import Card, Line, row
from app.widgets.symbol import VerdictSymbol, verdict_word
from app.widgets.text import Size, Text, Tone
from vision.inspection import Verdict

_ROWS = (Verdict.OK, Verdict.REVIEW, Verdict.NG)
_ROW = 44


class EffectTable(Card):
    """Verdicts against truth: how many good parts and known defects each verdict would have got."""

    def __init__(self) -> None:
        super().__init__(translate("Teach", "Effect of these lines"), padding=18, gap=8)
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(0, 1)
        for column in (1, 2):
            self._grid.setColumnMinimumWidth(column, 74)
        self._defect_head = self._head(translate("Teach", "Defect"), 2)
        self._head(translate("Teach", "Verdict"), 0)
        self._head(translate("Teach", "Good"), 1)
        self._good = {verdict: self._count_row(line, verdict) for line, verdict in enumerate(_ROWS)}
        self._defects = {verdict: self._count(2 * line + 2, 2) for line, verdict in enumerate(_ROWS)}
        self.body.addLayout(self._grid)

    def show_effect(self, text: EffectText) -> None:
        """Fill the counts; the column of defects only when some are known."""
        has_defects = text.effect.defect_count > 0
        self._defect_head.setVisible(has_defects)
        for verdict in _ROWS:
            self._good[verdict].setText(str(text.effect.good[verdict]))
            self._defects[verdict].setText(str(text.effect.defects[verdict]))
            self._defects[verdict].setVisible(has_defects)
        self.setAccessibleName(f"{text.overkill}, {text.escapes}")

    def _head(self, text: str, column: int) -> Text:
        head = Text(text, Size.CAPTION, Tone.FAINT)
        side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
        head.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumHeight(30)
        self._grid.addWidget(head, 0, column)
        return head

    def _count_row(self, line: int, verdict: Verdict) -> Text:
        self._grid.addWidget(Line(), 2 * line + 1, 0, 1, 3)
        name = QWidget()
        words = row(VerdictSymbol(verdict, 24), Text(verdict_word(verdict), Size.STRONG), None)
        name.setLayout(words)
        name.setMinimumHeight(_ROW)
        self._grid.addWidget(name, 2 * line + 2, 0)
        return self._count(2 * line + 2, 1)

    def _count(self, line: int, column: int) -> Text:
        count = Text("0", Size.CARD_TITLE)
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(count, line, column)
        return count


class RatesCard(Card):
    """Escapes and overkill with what the counts support."""

    def __init__(self) -> None:
        super().__init__(padding=18, gap=8)
        self._escapes, self._escapes_bound = Text("", Size.BIG_FIGURE), Text("", Size.LABEL, Tone.SOFT, wraps=True)
        self._overkill, self._overkill_bound = Text("", Size.BIG_FIGURE), Text("", Size.LABEL, Tone.SOFT, wraps=True)
        self._escape_part = self._part(
            translate("Teach", "Escapes: defects judged OK"), self._escapes, self._escapes_bound
        )
        self._part(translate("Teach", "Overkill: good parts judged NG"), self._overkill, self._overkill_bound)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._remark = Text("", Size.LABEL, wraps=True)
        note = row(self._icon, self._remark)
        note.setStretch(1, 1)
        self.body.addLayout(note)
        self.body.addStretch(1)
        self._tint()

    def show_effect(self, text: EffectText) -> None:
        """Fill the rates."""
        for widget in self._escape_part:
            widget.setVisible(bool(text.escapes))
        self._escapes.setText(text.escapes)
        self._escapes_bound.setText(text.escapes_bound)
        self._overkill.setText(text.overkill)
        self._overkill_bound.setText(text.overkill_bound)
        self._remark.setText(text.remark)
        self._icon.setVisible(bool(text.remark))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_icon"):
            self._tint()

    def _part(self, title: str, figure: Text, bound: Text) -> tuple[QWidget, ...]:
        label, line = Text(title, Size.LABEL, Tone.SOFT), Line()
        bound.setAlignment(Qt.AlignmentFlag.AlignBottom)
        bound.setContentsMargins(0, 0, 0, 6)
        self.body.addWidget(label)
        figures = row(figure, bound)
        figures.setStretch(1, 1)
        self.body.addLayout(figures)
        self.body.addWidget(line)
        return label, figure, bound, line

    def _tint(self) -> None:
        self._icon.setPixmap(icon_pixmap("info", 24, tokens().tx, ratio=self.devicePixelRatioF()))
