"""The figures of a study: kappas above, appraisers in the middle, where they differ and what to do below."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import translate
from app.study.differ_card import DifferCard
from app.study.figures_card import FiguresCard
from app.study.wording import advice_words, counted, design_line, interval_text, kappa_text, percent, trials_note
from app.theme import icon_pixmap, tokens
from app.theme.tokens import GAP
from app.widgets.button import Button, Kind, PrimaryButton, Target
from app.widgets.card import Card, row
from app.widgets.scroll import scrolled
from app.widgets.text import Size, Text, Tone
from app.workers.thumbnails import Thumbnail
from labeling.agreement import Agreement, Kappa
from labeling.study.outcome import Advice, Call, Outcome

_TO_ACT_ON = (Call.MISSES, Call.FALSE_ALARMS)


class OutcomePage(QWidget):
    """Setters in, signals out; see `StudyPresenter`."""

    csv_asked = Signal(object)
    """A `Path`."""
    pdf_asked = Signal(object)
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._differ: DifferCard | None = None
        self._content: QWidget | None = None
        self._title = Text("", Size.SCREEN_TITLE)
        self._line = Text("", Size.LABEL, Tone.SOFT)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GAP)
        self._layout.addLayout(self._make_head())

    # ---- setters

    def show_outcome(self, outcome: Outcome) -> None:
        """Another study's figures."""
        self._name = outcome.study.name
        self._title.setText(translate("Studies", "Agreement study: {name}").format(name=self._name))
        self._line.setText(design_line(outcome.study))
        if self._content is not None:
            self._layout.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = self._make_content(outcome)
        self._layout.addWidget(self._content, 1)

    def show_pictures(self, pictures: dict[int, Thumbnail]) -> None:
        """The images of the parts people differ on."""
        if self._differ is not None:
            self._differ.show_pictures(pictures)

    # ---- building

    def _make_head(self) -> QHBoxLayout:
        self.back = Button(
            icon_name="arrow-left", target=Target.TOUCH, kind=Kind.QUIET, name=translate("Studies", "Back")
        )
        self.back.clicked.connect(self.back_asked)
        self.csv = Button(translate("Studies", "CSV"), icon_name="download", target=Target.TOUCH)
        self.csv.clicked.connect(lambda: self._ask("csv"))
        self.pdf = PrimaryButton(translate("Studies", "PDF report"), icon_name="file-text", target=Target.TOUCH)
        self.pdf.clicked.connect(lambda: self._ask("pdf"))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._line)
        head = row(self.back)
        head.addLayout(words, 1)
        head.addWidget(self.csv)
        head.addWidget(self.pdf)
        return head

    def _make_content(self, outcome: Outcome) -> QWidget:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        tiles = QHBoxLayout()
        tiles.setSpacing(GAP)
        for tile in _tiles(outcome):
            tiles.addWidget(tile, 1)
        layout.addLayout(tiles)
        layout.addWidget(FiguresCard(outcome))
        self._differ = DifferCard(outcome)
        lower = QHBoxLayout()
        lower.setSpacing(GAP)
        lower.addWidget(self._differ, 1)
        lower.addWidget(_advice_card(outcome), 1)
        layout.addLayout(lower, 1)
        return content

    def _ask(self, kind: str) -> None:
        """Where to, and as what."""
        day = datetime.now(UTC).astimezone().strftime("%Y-%m-%d")
        name = "".join(letter if letter.isalnum() else "-" for letter in self._name)
        proposed = str(Path.home() / f"{name}-{day}.{kind}")
        file, _ = QFileDialog.getSaveFileName(
            self, translate("Studies", "Save as"), proposed, f"{kind.upper()} (*.{kind})"
        )
        if file:
            path = Path(file)
            path = path if path.suffix else path.with_suffix(f".{kind}")
            (self.csv_asked if kind == "csv" else self.pdf_asked).emit(path)


def _tiles(outcome: Outcome) -> list[Card]:
    everybody, people = outcome.everybody, outcome.people
    tiles = []
    if people is not None and people.fleiss is not None:
        tiles.append(_kappa_tile(translate("Studies", "Between people"), people))
    name = translate("Studies", "Between appraisers") if people is None else translate("Studies", "People and model")
    tiles.append(_kappa_tile(name, everybody))
    name = translate("Studies", "All agree in all trials")
    line = translate("Studies", "{parts} parts").format(parts=counted(everybody.all_agree))
    tiles.append(_tile(name, percent(everybody.all_agree, 0), line if everybody.all_agree else ""))
    if everybody.all_right is not None and len(tiles) < 3:
        name = translate("Studies", "All right in all trials")
        line = translate("Studies", "{parts} parts").format(parts=counted(everybody.all_right))
        tiles.append(_tile(name, percent(everybody.all_right, 0), line))
    return tiles


def _kappa_tile(title: str, found: Agreement) -> Card:
    return _tile(title, kappa_text(found.fleiss), kappa_line(found.fleiss))


def kappa_line(kappa: Kappa | None) -> str:
    """What the figure is, and its interval, or why there is none."""
    if kappa is None:
        return translate("Studies", "Fleiss' kappa is not defined here")
    interval = interval_text(kappa)
    return translate("Studies", "Fleiss' kappa, {interval}").format(interval=interval) if interval else ""


def _tile(title: str, figure: str, line: str) -> Card:
    card = Card(padding=12, gap=0)
    card.body.addWidget(Text(title, Size.LABEL, Tone.SOFT))
    card.body.addWidget(Text(figure, Size.BIG_FIGURE))
    card.body.addWidget(Text(line, Size.LABEL, Tone.SOFT))
    return card


def _advice_card(outcome: Outcome) -> Card:
    card = Card(translate("Studies", "What to do next"))
    content = QWidget()
    layout = QVBoxLayout(content)
    layout.setContentsMargins(0, 0, 8, 0)
    layout.setSpacing(GAP)
    for advice in outcome.advice:
        layout.addWidget(_advice(advice))
    layout.addWidget(Text(trials_note(), Size.CAPTION, Tone.FAINT, wraps=True))
    layout.addStretch(1)
    card.body.addWidget(scrolled(content), 1)
    return card


def _advice(advice: Advice) -> QWidget:
    box, picture = QWidget(), Text()
    name = "triangle-alert" if advice.call in _TO_ACT_ON else "info"
    picture.setPixmap(icon_pixmap(name, 26, tokens().tx, ratio=box.devicePixelRatioF()))
    found, todo = advice_words(advice)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(found, Size.STRONG_LABEL, wraps=True))
    words.addWidget(Text(todo, Size.LABEL, Tone.SOFT, wraps=True))
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(14)
    layout.addWidget(picture)
    layout.addLayout(words, 1)
    return box
