"""The two rows above the table: what to look for, and how much of it there is."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDateEdit, QDialog, QFormLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.history.filters import HistoryFilter, Span
from app.history.presenter import Tally
from app.i18n import translate
from app.theme import Weight, font
from app.widgets.button import Button, PrimaryButton, Target
from app.widgets.card import row
from app.widgets.confirm_dialog import Sheet
from app.widgets.search_field import SearchField
from app.widgets.symbol import symbol_icon, verdict_word
from app.widgets.text import THIN_SPACE, Size, Text, Tone, thousands
from vision.inspection import Verdict

_CHIP_PAD = 6
_ORDER = (Verdict.OK, Verdict.NG, Verdict.REVIEW, Verdict.NOT_INSPECTED)


class VerdictFilter(Button):
    """A verdict with its count; pressed, the table shows only such records."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(target=Target.TOUCH, name=verdict_word(verdict))
        self._verdict = verdict
        self.setCheckable(True)
        self.setFont(font(15, Weight.SEMIBOLD))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(0)
        self.setStyleSheet("padding: 0 6px")  # the sheet's padding of 16 leaves the longest count no room at 1280
        self.setIconSize(QSize(20, 20))
        self.setIcon(symbol_icon(verdict, 20))

    def set_count(self, count: int) -> None:
        """How many records there are of it."""
        self.setText(f"{THIN_SPACE}{verdict_word(self._verdict, short=True)} {thousands(count)}")
        self.updateGeometry()
        self.setAccessibleName(f"{verdict_word(self._verdict)}, {count}")

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 20 + 8 + 2 * _CHIP_PAD, self.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setIcon(symbol_icon(self._verdict, 20))


class FilterBar(QWidget):
    """Edits a `HistoryFilter` and says when it changed."""

    changed = Signal(object)
    """The new `HistoryFilter`."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = HistoryFilter()
        self.search = SearchField(
            translate("History", "Part, serial or lot"), translate("History", "Search by part, serial or lot")
        )
        self.search.settled.connect(lambda text: self._change(text=text))
        self.days = Button(icon_name="calendar", target=Target.TOUCH, name=translate("History", "Days"))
        self.days.setMenu(self._make_menu())
        self.lot = Button(icon_name="x", target=Target.TOUCH)
        self.lot.clicked.connect(lambda: self._change(lot=None))
        self.verdicts = {verdict: VerdictFilter(verdict) for verdict in _ORDER}
        for button in self.verdicts.values():
            button.clicked.connect(self._choose_verdicts)
        self.tally = Text("", Size.CAPTION, Tone.SOFT)
        self.tally.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.tally.setMinimumWidth(60)  # the buttons come first where a language is long
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(row(self.search, self.days, self.lot, gap=8))
        counts = row(*self.verdicts.values(), self.tally, gap=8)
        counts.setStretch(len(self.verdicts), 1)
        layout.addLayout(counts)
        self.show_filter(self._wanted)

    def show_filter(self, wanted: HistoryFilter) -> None:
        """Set every control without emitting."""
        self._wanted = wanted
        self.search.show_text(wanted.text)
        self.days.set_text(_days_text(wanted))
        self._spans[wanted.span].setChecked(True)
        self.lot.setVisible(wanted.lot is not None)
        self.lot.setText(translate("History", "Lot {lot}").format(lot=wanted.lot or ""))
        self.lot.setAccessibleName(translate("History", "Lot {lot}: show every lot").format(lot=wanted.lot or ""))
        for verdict, button in self.verdicts.items():
            button.setChecked(verdict in wanted.verdicts)

    def show_tally(self, tally: Tally) -> None:
        """Fill in how many there are."""
        for verdict, button in self.verdicts.items():
            button.set_count(tally.verdicts.get(verdict, 0))
        counted = translate("History", "{shown} of {total} records")
        self.tally.setText(counted.format(shown=thousands(tally.shown), total=thousands(tally.total)))

    def _make_menu(self) -> QMenu:
        menu, group = QMenu(self), QActionGroup(self)
        self._spans = {}
        for span, text in _span_texts().items():
            action = QAction(text, menu, checkable=True)
            action.triggered.connect(lambda _checked=False, span=span: self._choose_span(span))
            group.addAction(action)
            menu.addAction(action)
            self._spans[span] = action
        return menu

    def _choose_span(self, span: Span) -> None:
        if span is not Span.PICKED:
            self._change(span=span, first_day=None, last_day=None)
            return
        picked = pick_days(self, self._wanted)
        if picked is None:
            self._spans[self._wanted.span].setChecked(True)
        else:
            self._change(span=span, first_day=picked[0], last_day=picked[1])

    def _choose_verdicts(self) -> None:
        self._change(verdicts=frozenset(verdict for verdict, button in self.verdicts.items() if button.isChecked()))

    def _change(self, **changes: object) -> None:
        wanted = replace(self._wanted, **changes)  # type: ignore[arg-type]
        if wanted != self._wanted:
            self._wanted = wanted
            self.changed.emit(wanted)


def pick_days(parent: QWidget, wanted: HistoryFilter) -> tuple[date, date] | None:
    """Ask for a first and a last day; None when the person thinks better of it."""
    today = QDate.currentDate()
    sheet = Sheet(parent, translate("History", "Which days?"))
    first = _day_field(translate("History", "First day"), wanted.first_day, today)
    last = _day_field(translate("History", "Last day"), wanted.last_day, today)
    form = QFormLayout()
    form.setSpacing(12)
    form.addRow(Text(translate("History", "First day"), Size.LABEL, Tone.SOFT), first)
    form.addRow(Text(translate("History", "Last day"), Size.LABEL, Tone.SOFT), last)
    sheet.body.addLayout(form)
    cancel, show = Button(translate("History", "Cancel")), PrimaryButton(translate("History", "Show these days"))
    cancel.clicked.connect(sheet.reject)
    show.clicked.connect(sheet.accept)
    sheet.buttons.addLayout(row(None, cancel, show))
    accepted = sheet.exec() == QDialog.DialogCode.Accepted
    sheet.deleteLater()
    if not accepted:
        return None
    ends = _python_day(first.date()), _python_day(last.date())
    return min(ends), max(ends)


def _python_day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _day_field(name: str, day: date | None, today: QDate) -> QDateEdit:
    field = QDateEdit(QDate(day.year, day.month, day.day) if day else today)
    field.setAccessibleName(name)
    field.setCalendarPopup(True)
    field.setDisplayFormat("yyyy-MM-dd")
    field.setMaximumDate(today)
    field.setFixedHeight(int(Target.TOUCH))
    return field


def _span_texts() -> dict[Span, str]:
    return {
        Span.TODAY: translate("History", "Today"),
        Span.LAST_7_DAYS: translate("History", "Last 7 days"),
        Span.ALL: translate("History", "All days"),
        Span.PICKED: translate("History", "Pick days …"),
    }


def _days_text(wanted: HistoryFilter) -> str:
    if wanted.span is Span.PICKED and wanted.first_day and wanted.last_day:
        if wanted.first_day == wanted.last_day:
            return f"{wanted.first_day:%Y-%m-%d}"
        return f"{wanted.first_day:%Y-%m-%d} – {wanted.last_day:%m-%d}"
    return _span_texts()[wanted.span]
