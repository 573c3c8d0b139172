"""Step 3: the histogram with its two lines, and the parts closest to them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import translate
from app.recipe.effect_cards import EffectTable, RatesCard
from app.recipe.lines_presenter import EffectText
from app.recipe.part_tile import IMAGE, PartTile, paint_triangle
from app.recipe.ports import ScoredPart, ViewEvidence
from app.recipe.setup_page import RIGHT_COLUMN
from app.theme import tokens
from app.theme.tokens import GAP
from app.widgets.button import Button, Kind, PrimaryButton, Target
from app.widgets.card import Card, row
from app.widgets.confirm_dialog import Sheet
from app.widgets.histogram import Histogram
from app.widgets.image_view import ImageShown, ImageView
from app.widgets.scroll import scrolled
from app.widgets.text import Size, Text, Tone
from vision.inspection import Frame, Thresholds, Trouble

_TILE_GAP = 14
_LOOK_WIDTH = 900


class _Mark(QWidget):
    """The legend's marks: a square for good parts, a triangle for known defects."""

    def __init__(self, *, is_defect: bool) -> None:
        super().__init__()
        self._is_defect = is_defect
        self.setFixedSize(18, 17)

    def sizeHint(self) -> QSize:
        return QSize(18, 17)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._is_defect:
            paint_triangle(painter, 0, 0, tokens().tx)
        else:
            painter.fillRect(1, 0, 16, 16, QColor(tokens().ctl))


class LinesPage(QWidget):
    """Setters in, signals out; see `LinesPresenter`."""

    view_chosen = Signal(int)
    lines_moved = Signal(object)
    """`Thresholds`, while dragging too."""
    suggest_asked = Signal()
    odd_asked = Signal()
    """Look at the good parts that stand apart."""
    use_asked = Signal()
    back_asked = Signal()
    part_asked = Signal(object)
    """A `ScoredPart`."""
    trouble = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.histogram = Histogram()
        self.histogram.thresholds_moved.connect(self.lines_moved)
        self._parts_shown = 0
        self._tiles = [self._make_tile() for _ in range(8)]
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self._make_histogram_card(), 1)
        left.addWidget(self._make_closest_card())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(left, 1)
        layout.addLayout(self._make_right_column())

    def show_views(self, names: Sequence[str], index: int) -> None:
        """The recipe's views; nothing to choose when there is one."""
        self.views.clear()
        self.views.addItems(list(names))
        self.views.setCurrentIndex(index)
        self.views.setVisible(len(names) > 1)

    def show_evidence(self, evidence: ViewEvidence) -> None:
        """The bars and triangles."""
        self.histogram.show_scores(evidence.good, evidence.defects)
        self.good.setText(translate("Teach", "{count} good parts kept aside").format(count=len(evidence.good)))
        self.defects.setText(translate("Teach", "{count} known defects").format(count=len(evidence.defects)))
        for widget in (self.defects, self._defect_mark):
            widget.setVisible(bool(evidence.defects))

    def show_odd(self, sentence: str) -> None:
        """That some good parts stand apart; "" when none does."""
        self.odd.setText(sentence)
        for widget in (self.odd, self.look_at_odd):
            widget.setVisible(bool(sentence))

    def show_lines(self, lines: Thresholds) -> None:
        """Place the handles."""
        self.histogram.set_thresholds(lines)

    def show_effect(self, text: EffectText) -> None:
        """The right column."""
        self.table.show_effect(text)
        self.rates.show_effect(text)

    def show_closest(self, parts: Sequence[ScoredPart], lines: Thresholds) -> None:
        """The parts to look at, nearest first, as many as there is room for."""
        self._parts_shown = len(parts)
        for tile, part in zip(self._tiles, parts, strict=False):
            tile.show_part(part, lines)
        self._fit_tiles()

    def show_closest_frame(self, path: Path, frame: Frame | None) -> None:
        """The image of one of them has come; None when it cannot be read."""
        for tile in self._tiles:
            if tile.part is not None and tile.part.image == path:
                tile.show_frame(frame)

    def show_part(self, part: ScoredPart, frame: Frame) -> None:
        """Look closely at one part."""
        sheet = Sheet(self, part.name, width=min(_LOOK_WIDTH, self.window().width() - 2 * GAP))
        image = ImageView()
        image.setFixedHeight(480)
        image.show_image(ImageShown(frame=frame, name=part.name))
        sheet.body.addWidget(image)
        close = Button(translate("Teach", "Close"))
        close.clicked.connect(sheet.accept)
        sheet.buttons.addLayout(row(None, close))
        sheet.exec()
        sheet.deleteLater()

    def show_permits(self, reason: str) -> None:
        """Disable handles and buttons with a reason; "" enables."""
        self.histogram.set_movable(not reason, reason)
        self.look_at_odd.set_reason(reason)
        self.suggest.set_reason(reason)
        self.use.set_reason(reason)

    def show_trouble(self, trouble: Trouble) -> None:
        """Tell a known trouble."""
        self.trouble.emit(trouble)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_tiles()

    def _fit_tiles(self) -> None:
        room = self.width() - RIGHT_COLUMN - GAP - 2 * 20 - 150
        fitting = max(1, room // (IMAGE.width() + _TILE_GAP))
        for number, tile in enumerate(self._tiles):
            tile.setVisible(number < min(fitting, self._parts_shown))

    def _make_tile(self) -> PartTile:
        tile = PartTile()
        tile.clicked.connect(lambda: self.part_asked.emit(tile.part))
        tile.hide()
        return tile

    def _make_histogram_card(self) -> Card:
        card = Card(padding=20, gap=8)
        self.views = QComboBox()
        self.views.setAccessibleName(translate("Teach", "View of the part"))
        self.views.view().setAccessibleName(self.views.accessibleName())
        self.views.activated.connect(self.view_chosen)
        self.back = Button(translate("Teach", "Back"), icon_name="arrow-left", kind=Kind.QUIET, target=Target.DESK)
        self.back.clicked.connect(self.back_asked)
        title = Text(translate("Teach", "Where do you draw the lines?"), Size.TITLE)
        card.body.addLayout(row(title, None, self.views, self.back))
        self.good = Text("", Size.LABEL, Tone.SOFT)
        self.defects = Text("", Size.LABEL, Tone.SOFT)
        self._defect_mark = _Mark(is_defect=True)
        legend = row(_Mark(is_defect=False), self.good, gap=8)
        legend.addSpacing(16)
        legend.addWidget(self._defect_mark)
        legend.addWidget(self.defects)
        legend.addStretch(1)
        card.body.addLayout(legend)
        card.body.addLayout(self._make_odd_row())
        card.body.addWidget(self.histogram, 1)
        return card

    def _make_odd_row(self) -> QHBoxLayout:
        self.odd = Text("", Size.STRONG_LABEL, wraps=True)
        self.look_at_odd = Button(translate("Teach", "Look at them"), icon_name="search", target=Target.DESK)
        self.look_at_odd.clicked.connect(self.odd_asked)
        line = row(self.odd, self.look_at_odd)
        line.setStretch(0, 1)
        self.show_odd("")
        return line

    def _make_closest_card(self) -> Card:
        card = Card(padding=0, gap=0)
        card.body.setContentsMargins(20, 10, 20, 4)
        title = Text(translate("Teach", "Closest to the lines"), Size.STRONG, wraps=True)
        hint = Text(translate("Teach", "Tap to look: is it really good?"), Size.SMALL, Tone.SOFT, wraps=True)
        for text in (title, hint):
            text.setFixedWidth(136)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title)
        words.addWidget(hint)
        words.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(_TILE_GAP)
        line.addLayout(words)
        for tile in self._tiles:
            line.addWidget(tile)
        line.addStretch(1)
        card.body.addLayout(line)
        return card

    def _make_right_column(self) -> QVBoxLayout:
        self.table, self.rates = EffectTable(), RatesCard()
        self.suggest = Button(translate("Teach", "Suggest"))
        self.suggest.clicked.connect(self.suggest_asked)
        self.use = PrimaryButton(translate("Teach", "Use these lines"))
        self.use.clicked.connect(self.use_asked)
        cards = QWidget()
        inner = QVBoxLayout(cards)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GAP)
        inner.addWidget(self.table)
        inner.addWidget(self.rates, 1)
        area = scrolled(cards)
        area.setFixedWidth(RIGHT_COLUMN)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(area, 1)
        column.addLayout(row(self.suggest, self.use))
        return column
