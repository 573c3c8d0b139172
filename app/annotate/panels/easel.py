"""The canvas with what floats on it: which image this is, how one looks at it, and an open proposal."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.annotate.canvas.canvas import Canvas
from app.annotate.panels.key_cap import KeyedButton
from app.annotate.panels.slider import KeySlider
from app.annotate.shown import PlaceShown, ProposalShown
from app.annotate.wording import DOT
from app.i18n import translate
from app.theme import Weight, font, icon, icon_pixmap, tokens
from app.theme.tokens import DESK, GAP, GLOVE, RADIUS_CARD
from app.widgets.button import Button, Kind, Target
from app.widgets.text import thousands

_STEPS, _LEAST_SLIDER = 1000, 72
_OPACITY = 0.9


class _Floating(QFrame):
    """A dark plate on the image, the same in both themes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(_OPACITY)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().img))
        painter.drawRoundedRect(self.rect(), RADIUS_CARD, RADIUS_CARD)


def _words(parent: QWidget, size: int, weight: Weight, ink: str) -> QLabel:
    label = QLabel(parent)
    label.setFont(font(size, weight))
    label.setStyleSheet(f"color: {ink};")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


class PlacePlate(_Floating):
    """ "4 of 1 240 · L-2388 · 224 %"."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = _words(self, 17, Weight.SEMIBOLD, tokens().img_ink)
        self._name = _words(self, 17, Weight.REGULAR, tokens().img_ink2)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(0)
        layout.addWidget(self._count)
        layout.addWidget(self._name)
        self._place: PlaceShown | None = None
        self._percent = 100

    def show_place(self, place: PlaceShown | None) -> None:
        """Which image is in hand."""
        self._place = place
        self._refresh()

    def show_zoom(self, percent: int) -> None:
        """How large it is seen."""
        self._percent = percent
        self._refresh()

    def fit_into(self, width: int) -> None:
        """Shorten the name, from its beginning, to what there is room for."""
        self.setMaximumWidth(width)
        self._refresh()

    def _refresh(self) -> None:
        place = self._place
        self.setVisible(place is not None)
        if place is None:
            return
        words = translate("Annotate", "{number} of {total}")
        self._count.setText(words.format(number=thousands(place.number), total=thousands(place.total)))
        tail = "".join(f"{DOT}{word}" for word in (*place.tags, f"{self._percent}\N{THIN SPACE}%"))
        metrics = self._name.fontMetrics()
        room = self.maximumWidth() - 28 - self._count.sizeHint().width() - metrics.horizontalAdvance(tail + DOT)
        name = metrics.elidedText(place.name, Qt.TextElideMode.ElideLeft, max(48, room))
        self._name.setText(f"{DOT}{name}{tail}")
        self.setToolTip(place.name)
        self.adjustSize()


class ProposalBar(_Floating):
    """What a model proposes: a slider where there is something to move, Discard and Accept."""

    moved = Signal(float)
    accepted = Signal()
    discarded = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = _words(self, 17, Weight.SEMIBOLD, tokens().img_ink)
        self._line = _words(self, 15, Weight.REGULAR, tokens().img_ink2)
        self._line.setWordWrap(True)
        self.slider = KeySlider(translate("Annotate", "Score from which it is marked"), maximum=_STEPS, step=10)
        self.slider.setMinimumWidth(_LEAST_SLIDER)
        self.discard = Button(translate("Annotate", "Discard"), target=Target.TOUCH)
        self.accept = KeyedButton(
            translate("Annotate", "Accept"),
            "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}",
            kind=Kind.PRIMARY,
            target=Target.TOUCH,
        )
        self.accept.setToolTip(translate("Annotate", "Enter"))
        self._icon = QLabel(self)
        self._icon.setPixmap(icon_pixmap("layers", 26, tokens().img_ink, ratio=self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._line)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(GAP)
        layout.addWidget(self._icon)
        layout.addLayout(words, 1)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.discard)
        layout.addWidget(self.accept)
        self.slider.valueChanged.connect(lambda value: self.moved.emit(value / _STEPS))
        self.discard.clicked.connect(self.discarded)
        self.accept.clicked.connect(self.accepted)
        self.hide()

    def show_proposal(self, shown: ProposalShown | None) -> None:
        """An open proposal, one on its way (without a line), or none."""
        self.setVisible(shown is not None)
        if shown is None:
            return
        self._title.setText(shown.title)
        self._line.setText(shown.line)
        self._line.setVisible(bool(shown.line))
        self.accept.setVisible(bool(shown.line))
        self._icon.setVisible(shown.share is not None)
        self.slider.setVisible(shown.share is not None)
        if shown.share is not None:
            self.slider.blockSignals(True)
            self.slider.setValue(round(_STEPS * shown.share))
            self.slider.blockSignals(False)
            self.slider.update()
        self.raise_()


class _LookButton(QToolButton):
    """A small button on the image."""

    def __init__(self, parent: QWidget, icon_name: str, name: str) -> None:
        super().__init__(parent)
        self.setIcon(icon(icon_name, 22, tokens().img_ink, ratio=self.devicePixelRatioF()))
        self.setIconSize(QSize(22, 22))
        self.setFixedSize(DESK, DESK)
        self.setAutoRaise(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setStyleSheet("QToolButton { border: none; background: transparent; }")


class Easel(QWidget):
    """Canvas, plates and the small buttons at the upper right."""

    filter_asked = Signal()
    menu_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.canvas = Canvas()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)
        self.place, self.proposal = PlacePlate(self), ProposalBar(self)
        self._tools = _Floating(self)
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        buttons = (
            ("maximize", translate("Annotate", "Whole image"), self.canvas.fit),
            ("zoom-in", translate("Annotate", "Pixel by pixel (1:1)"), self.canvas.show_pixels),
            ("funnel", translate("Annotate", "Filter the images"), self.filter_asked.emit),
            ("ellipsis", translate("Annotate", "More"), self.menu_asked.emit),
        )
        self.buttons: dict[str, QToolButton] = {}
        for icon_name, name, act in buttons:
            button = _LookButton(self._tools, icon_name, name)
            button.clicked.connect(lambda _=False, act=act: act())
            self.buttons[icon_name] = button
            row.addWidget(button)
        self.canvas.looked.connect(lambda: self.place.show_zoom(self.canvas.percent))
        self.canvas.looked.connect(self._lay_over)

    def show_place(self, place: PlaceShown | None) -> None:
        """Which image is in hand."""
        self.place.show_place(place)
        self._lay_over()

    def show_filtered(self, is_filtered: bool) -> None:
        """Whether only some images are shown."""
        ink = tokens().hold if is_filtered else tokens().img_ink
        self.buttons["funnel"].setIcon(icon("funnel", 22, ink, ratio=self.devicePixelRatioF()))
        words = translate("Annotate", "Only some images are shown.") if is_filtered else ""
        self.buttons["funnel"].setAccessibleDescription(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_over()

    def _lay_over(self) -> None:
        self._tools.adjustSize()
        self._tools.move(self.width() - self._tools.width() - GAP, GAP)
        self.place.fit_into(max(200, self._tools.x() - 2 * GAP))
        self.place.move(GAP, GAP)
        self.proposal.setGeometry(GAP, self.height() - GLOVE - GAP, self.width() - 2 * GAP, GLOVE)
