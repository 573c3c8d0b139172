"""The lot in figures: how far, four verdicts, latency and parts per minute."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from app.i18n import translate
from app.theme import Weight, font
from app.widgets.card import Card, row
from app.widgets.symbol import VerdictSymbol, verdict_word
from app.widgets.text import Size, Text, Tone, thousands
from vision.inspection import Verdict

_TALLEST = 132
"""A tile grows with its card up to here."""


@dataclass(frozen=True, kw_only=True)
class LotFigures:
    """Everything the card shows; None is shown as a dash."""

    lot: str | None = None
    parts_planned: int | None = None
    counts: dict[Verdict, int] = field(default_factory=dict)
    latency_ms_p50: float | None = None
    latency_ms_p99: float | None = None
    parts_per_minute: float | None = None

    @property
    def parts(self) -> int:
        """All parts of the lot so far."""
        return sum(self.counts.values())


class _Tile(QFrame):
    tapped = Signal()

    def __init__(self, verdict: Verdict) -> None:
        super().__init__()
        self._verdict = verdict
        self.setProperty("box", "tile")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.number = Text("0", Size.BODY)
        self.number.setFont(font(25, Weight.SEMIBOLD))
        word = Text(verdict_word(verdict, short=True), Size.CAPTION, Tone.SOFT)
        word.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 8, 4, 8)
        layout.setSpacing(0)
        layout.addStretch(1)
        layout.addLayout(row(None, VerdictSymbol(verdict, 20), self.number, None, gap=8))
        layout.addWidget(word)
        layout.addStretch(1)
        self.setMaximumHeight(_TALLEST)
        self.show_number(0)

    def show_number(self, number: int) -> None:
        self.number.setText(thousands(number))
        self.setAccessibleName(f"{verdict_word(self._verdict)}: {number}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.tapped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.tapped.emit()
        else:
            super().keyPressEvent(event)


class _Measure(QHBoxLayout):
    """ "p99 61 ms": label, figure in ink, unit."""

    def __init__(self, label: str, unit: str) -> None:
        super().__init__()
        self.setSpacing(5)
        self.number = Text("–", Size.STRONG_LABEL)
        if label:
            self.addWidget(Text(label, Size.LABEL, Tone.SOFT))
        self.addWidget(self.number)
        self.addWidget(Text(unit, Size.LABEL, Tone.SOFT))

    def show_number(self, value: float | None) -> None:
        self.number.setText("–" if value is None else thousands(round(value)))


class LotCounters(Card):
    """Card of the lot. `verdict_tapped` with the verdict whose tile was tapped."""

    verdict_tapped = Signal(Verdict)

    def __init__(self) -> None:
        super().__init__(padding=16)
        self.body.setContentsMargins(16, 12, 16, 12)
        self.lot = Text(size=Size.STRONG, serial=True)
        self.parts = Text(size=Size.LABEL, tone=Tone.SOFT)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(translate("LotCounters", "Progress of the lot"))
        self.tiles = {verdict: _Tile(verdict) for verdict in Verdict}
        self.p50 = _Measure(translate("LotCounters", "Latency p50"), translate("LotCounters", "ms"))
        self.p99 = _Measure(translate("LotCounters", "p99"), translate("LotCounters", "ms"))
        self.rate = _Measure("", translate("LotCounters", "parts/min"))
        self._lay_out()
        self.show_figures(LotFigures())

    def show_figures(self, figures: LotFigures) -> None:
        """Show the figures of the lot."""
        lot = figures.lot or translate("LotCounters", "without a name")
        self.lot.setText(translate("LotCounters", "Lot {lot}").format(lot=lot))
        self.parts.setText(_parts_text(figures))
        self.progress.setVisible(figures.parts_planned is not None)
        self.progress.setRange(0, max(1, figures.parts_planned or 1))
        self.progress.setValue(min(figures.parts, self.progress.maximum()))
        for verdict, tile in self.tiles.items():
            tile.show_number(figures.counts.get(verdict, 0))
        self.p50.show_number(figures.latency_ms_p50)
        self.p99.show_number(figures.latency_ms_p99)
        self.rate.show_number(figures.parts_per_minute)

    def _lay_out(self) -> None:
        self.body.addLayout(row(self.lot, None, self.parts))
        self.body.addWidget(self.progress)
        tiles = QHBoxLayout()
        tiles.setSpacing(8)
        for verdict, tile in self.tiles.items():
            tiles.addWidget(tile, 125 if verdict is Verdict.OK else 100)
            tile.tapped.connect(lambda verdict=verdict: self.verdict_tapped.emit(verdict))
        measures = QHBoxLayout()
        for index, measure in enumerate((self.p50, self.p99, self.rate)):
            if index:
                measures.addStretch(1)
            measures.addLayout(measure)
        self.body.addStretch(1)
        self.body.addLayout(tiles, 8)
        self.body.addStretch(1)
        self.body.addLayout(measures)


def _parts_text(figures: LotFigures) -> str:
    if figures.parts_planned is None:
        return translate("LotCounters", "{parts} parts").format(parts=thousands(figures.parts))
    text = translate("LotCounters", "{parts} of {planned} parts")
    return text.format(parts=thousands(figures.parts), planned=thousands(figures.parts_planned))


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    def _example() -> LotCounters:
        card = LotCounters()
        card.show_figures(LotFigures(lot="L-2419", parts_planned=2000, counts={Verdict.OK: 1251, Verdict.NG: 22}))
        return card

    show_alone(_example)
