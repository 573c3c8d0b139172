"""The tools at the left: two in a row, 76 px each, with their keys, and the size below."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.annotate.panels.slider import KeySlider
from app.annotate.tools import HISTORY, TOOLS, Act, Tool, ToolSpec
from app.i18n import translate
from app.theme import Weight, font, paint_icon, tokens
from app.theme.icons import DISABLED_OPACITY
from app.theme.tokens import GLOVE, RADIUS_CARD
from app.widgets.card import Card, Line
from app.widgets.scroll import scrolled
from app.widgets.text import Size, Text, Tone

_WIDTH = 184
_BRUSH_SIZES, _TOLERANCES = 100, 60
"""As far as the slider reaches; the keys reach farther."""


class ToolButton(QAbstractButton):
    """Icon above word, the key in the corner."""

    def __init__(self, spec: ToolSpec) -> None:
        super().__init__()
        self._spec = spec
        self.setText(spec.title)
        self.setAccessibleName(spec.title)
        self.setCheckable(isinstance(spec.which, Tool))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(GLOVE, GLOVE)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(f"{spec.title} ({spec.key})")

    def set_reason(self, reason: str) -> None:
        """Disable with a reason; empty enables."""
        self.setEnabled(not reason)
        self.setAccessibleDescription(reason)
        self.setToolTip(reason or f"{self._spec.title} ({self._spec.key})")

    def nextCheckState(self) -> None:
        """Which tool is checked, the presenter says."""

    def sizeHint(self) -> QSize:
        return QSize(GLOVE, GLOVE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, on = tokens(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1 if self.isEnabled() else DISABLED_OPACITY)
        painter.setPen(QPen(QColor(theme.acc), 2) if on else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.sel if on else theme.s3 if self.isDown() or self.underMouse() else theme.s2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CARD, RADIUS_CARD)
        ink = theme.tx if on else theme.tx2
        paint_icon(painter, self._spec.icon, QRectF(self.width() / 2 - 12.5, 14, 25, 25), ink)
        painter.setPen(QColor(theme.tx3))
        painter.setFont(font(14))
        painter.drawText(self.rect().adjusted(0, 3, -6, 0), int(Qt.AlignmentFlag.AlignRight), self._spec.key)
        painter.setPen(QColor(ink))
        painter.setFont(self._fitting(Weight.SEMIBOLD if on else Weight.REGULAR))
        painter.drawText(self.rect().adjusted(2, 42, -2, -10), int(Qt.AlignmentFlag.AlignCenter), self.text())

    def _fitting(self, weight: Weight) -> QFont:
        """14 px, smaller for a long word of another language."""
        for size in (14, 13, 12, 11):
            found = font(size, weight)
            self.setFont(found)
            if self.fontMetrics().horizontalAdvance(self.text()) <= self.width() - 6:
                break
        return found


class ToolPanel(Card):
    """Signals say which tool or act; the size is a diameter, for the wand a tolerance."""

    tool_chosen = Signal(Tool)
    acted = Signal(Act)
    sized = Signal(int)

    def __init__(self) -> None:
        super().__init__(padding=4, gap=8)
        self.setFixedWidth(_WIDTH)
        self.buttons: dict[Tool | Act, ToolButton] = {}
        content = QWidget()
        self._body = QVBoxLayout(content)
        self._body.setContentsMargins(7, 7, 7, 7)
        self._body.setSpacing(8)
        self._body.addLayout(self._grid(TOOLS))
        self._body.addWidget(Line())
        self._body.addLayout(self._grid(HISTORY))
        self._add_size()
        self._body.addStretch(1)
        area = scrolled(content)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(area)

    def show_tool(self, tool: Tool, size: int) -> None:
        """Which tool is in the hand, and how large."""
        for which, button in self.buttons.items():
            button.setChecked(which is tool)
        is_wand = tool is Tool.WAND
        self._size_name.setText(translate("Annotate", "Tolerance") if is_wand else translate("Annotate", "Size"))
        self._size.setText(str(size) if is_wand else f"{size}\N{NO-BREAK SPACE}px")
        self.slider.blockSignals(True)
        self.slider.setRange(0 if is_wand else 1, max(size, _TOLERANCES if is_wand else _BRUSH_SIZES))
        self.slider.setValue(size)
        self.slider.blockSignals(False)
        self.slider.setAccessibleName(self._size_name.text())
        self.slider.update()

    def show_reason(self, reason: str) -> None:
        """Why nothing can be marked; empty when it can."""
        for button in self.buttons.values():
            button.set_reason(reason)

    def show_history(self, *, can_undo: bool, can_redo: bool, reason: str) -> None:
        """Whether there is something to take back, or to do again."""
        nothing = translate("Annotate", "There is nothing to take back.")
        self.buttons[Act.UNDO].set_reason(reason or ("" if can_undo else nothing))
        self.buttons[Act.REDO].set_reason(
            reason or ("" if can_redo else translate("Annotate", "There is nothing to do again."))
        )

    def _grid(self, specs: tuple[ToolSpec, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, spec in enumerate(specs):
            button = ToolButton(spec)
            button.clicked.connect(lambda _=False, which=spec.which: self._clicked(which))
            self.buttons[spec.which] = button
            grid.addWidget(button, number // 2, number % 2)
        return grid

    def _clicked(self, which: Tool | Act) -> None:
        if isinstance(which, Tool):
            self.tool_chosen.emit(which)
        else:
            self.acted.emit(which)

    def _add_size(self) -> None:
        self._size_name = Text(translate("Annotate", "Size"), Size.LABEL, Tone.SOFT)
        self._size = Text("", Size.STRONG_LABEL)
        line = QHBoxLayout()
        line.addWidget(self._size_name)
        line.addStretch(1)
        line.addWidget(self._size)
        self.slider = KeySlider(translate("Annotate", "Size"), step=2)
        self.slider.valueChanged.connect(self.sized)
        self._body.addLayout(line)
        self._body.addWidget(self.slider)
