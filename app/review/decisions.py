"""The decisions: a row of defect classes, and below it what else a person can say."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.i18n import translate
from app.review.shown import ClassShown
from app.theme import Weight, font, paint_icon, tokens
from app.theme.icons import DISABLED_OPACITY
from app.theme.tokens import DECISION, GLOVE, RADIUS_CARD
from app.widgets.card import Card, Line
from app.widgets.text import Size, Text, Tone

_KEY = 26.0
HELD_MS = 600
"""So long a button is pressed until that is another wish than a tap."""


class KeyButton(QAbstractButton):
    """A button with its key in a box."""

    def __init__(self, text: str, key: str, height: int) -> None:
        super().__init__()
        self.key = key
        self.set_words(text)
        self.setFixedHeight(height)
        self.setMinimumWidth(GLOVE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_reason("")

    def set_words(self, text: str) -> None:
        """Say something else."""
        self.setText(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def set_reason(self, reason: str) -> None:
        """Disable with a reason; an empty one enables."""
        self.setEnabled(not reason)
        self.setToolTip(reason)
        key = translate("Review", "Key {key}").format(key=self.key) if self.key else ""
        self.setAccessibleDescription(reason or key)

    def paint_ground(self, painter: QPainter, fill: str, border: str) -> None:
        """The plate that every one of them stands on."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1 if self.isEnabled() else DISABLED_OPACITY)
        painter.setPen(QPen(QColor(border), 1))
        painter.setBrush(QColor(tokens().s3 if self.isDown() else fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)

    def paint_key(self, painter: QPainter, corner: tuple[float, float], ink: str) -> None:
        """The key in its box; `corner` is the upper left one."""
        box = QRectF(*corner, _KEY, _KEY)
        painter.setPen(QPen(QColor(ink), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(font(15, Weight.SEMIBOLD))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.key)


class DecisionButton(KeyButton):
    """Icon above its words, 88 px high."""

    def __init__(self, text: str, *, icon_name: str, key: str = "", is_primary: bool = False) -> None:
        super().__init__(text, key, DECISION)
        self._icon, self._is_primary = icon_name, is_primary

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = tokens(), QPainter(self)
        ink = theme.acct if self._is_primary else theme.tx
        self.paint_ground(
            painter, theme.accf if self._is_primary else theme.s2, theme.accf if self._is_primary else theme.ctl
        )
        paint_icon(painter, self._icon, QRectF(self.width() / 2 - 13, 16, 26, 26), ink)
        if self.key:
            self.paint_key(painter, (self.width() - _KEY - 7, 8), ink)
        painter.setPen(QColor(ink))
        painter.setFont(font(18, Weight.SEMIBOLD))
        if painter.fontMetrics().horizontalAdvance(self.text()) > self.width() - 12:
            painter.setFont(font(15, Weight.SEMIBOLD))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 8)
        painter.drawText(QRectF(0, 48, self.width(), 28), Qt.AlignmentFlag.AlignCenter, words)


class ClassButton(KeyButton):
    """Key, swatch and name of a defect class; a swatch is square, so it is never read as a verdict."""

    held = Signal()
    """Pressed for long, or with the right button: what happens to the part is chosen, too."""

    def __init__(self, shown: ClassShown) -> None:
        super().__init__(shown.name, str(shown.key) if shown.key else "", GLOVE)
        self._colour = shown.colour
        self.setToolTip(shown.sentence)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HELD_MS)
        self._hold.timeout.connect(self._on_held)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.isDown():
            self._hold.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._hold.stop()
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        self._on_held()

    def _on_held(self) -> None:
        self._hold.stop()
        self.setDown(False)  # a button that is up does not click when the finger leaves it
        self.held.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = tokens(), QPainter(self)
        self.paint_ground(painter, theme.s2, theme.ctl)
        face = font(17, Weight.MEDIUM)
        before = 20 + (_KEY + 8 if self.key else 0)
        room = self.width() - before - 10
        metrics = QFontMetricsF(face)
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        left = max(5.0, (self.width() - before - metrics.horizontalAdvance(words)) / 2)
        middle = self.height() / 2
        if self.key:
            self.paint_key(painter, (left, middle - _KEY / 2), theme.tx)
            left += _KEY + 8
        painter.setPen(QPen(QColor(theme.ctl), 1))
        painter.setBrush(QColor(self._colour))
        painter.drawRoundedRect(QRectF(left, middle - 6, 12, 12), 3, 3)
        painter.setFont(face)
        painter.setPen(QColor(theme.tx))
        box = QRectF(left + 20, 0, room + 8, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


class DecisionPanel(Card):
    """One act decides: emits which."""

    class_chosen = Signal(str)
    class_held = Signal(str)
    """A class is chosen, and what happens to the part is yet to be said."""
    confirmed = Signal()
    false_alarm = Signal()
    rework = Signal()
    use_as_is = Signal()
    cannot_tell = Signal()
    undone = Signal()

    def __init__(self) -> None:
        super().__init__(padding=12, gap=10)
        self.classes: tuple[ClassShown, ...] = ()
        self.class_buttons: dict[str, ClassButton] = {}
        self._refused = ""
        self.confirm = DecisionButton(
            translate("Review", "Confirm defect"), icon_name="octagon-x", key="D", is_primary=True
        )
        self.alarm = DecisionButton(translate("Review", "False alarm"), icon_name="check", key="F")
        self.rework_button = DecisionButton(translate("Review", "Rework"), icon_name="wrench", key="R")
        self.use_button = DecisionButton(translate("Review", "Use as is"), icon_name="thumbs-up", key="U")
        self.cannot = DecisionButton(translate("Review", "Cannot tell"), icon_name="circle-question-mark", key="T")
        self.undo = DecisionButton(translate("Review", "Undo"), icon_name="undo-2")
        for button, signal in (
            (self.confirm, self.confirmed),
            (self.alarm, self.false_alarm),
            (self.rework_button, self.rework),
            (self.use_button, self.use_as_is),
            (self.cannot, self.cannot_tell),
            (self.undo, self.undone),
        ):
            button.clicked.connect(signal)
        self._lay_out()

    def show_classes(self, classes: tuple[ClassShown, ...]) -> None:
        """The product's classes; those without a key come last and can be tapped."""
        if classes == self.classes:
            return
        self.classes = classes
        for old in self.class_buttons.values():
            old.deleteLater()
        self.class_buttons = {one.id: ClassButton(one) for one in sorted(classes, key=_by_key)}
        for class_id, button in self.class_buttons.items():
            button.clicked.connect(partial(self._on_class, class_id))
            button.held.connect(partial(self.class_held.emit, class_id))
            button.set_reason(self._refused)
            self._class_row.addWidget(button, 1)
        self._row.setVisible(bool(classes))

    def show_reasons(self, decide: str, undo: str) -> None:
        """Why nothing can be decided or undone now; empty when it can."""
        self._refused = decide
        deciding = (self.confirm, self.alarm, self.rework_button, self.use_button, self.cannot)
        for button in (*deciding, *self.class_buttons.values()):
            button.set_reason(decide)
        self.undo.set_reason(undo)

    def _on_class(self, class_id: str, _checked: bool = False) -> None:
        self.class_chosen.emit(class_id)

    def _lay_out(self) -> None:
        self._row = QWidget()
        self._class_row = QHBoxLayout(self._row)
        self._class_row.setContentsMargins(0, 0, 0, 0)
        self._class_row.setSpacing(8)
        hint = Text(
            translate("Review", "Defect class confirms it; hold it for more"), Size.SMALL, Tone.SOFT, wraps=True
        )
        hint.setFixedWidth(118)
        self._class_row.addWidget(hint)
        self._row.hide()
        below = QHBoxLayout()
        below.setSpacing(8)
        for button in (self.confirm, self.alarm, self.rework_button, self.use_button, self.cannot):
            below.addWidget(button, 114 if button is self.confirm else 100)
        line = Line(Qt.Orientation.Vertical)
        line.setFixedHeight(64)
        below.addWidget(line)
        self.undo.setFixedWidth(110)
        below.addWidget(self.undo)
        box = QVBoxLayout()
        box.setSpacing(10)
        box.addWidget(self._row)
        box.addLayout(below)
        self.body.addLayout(box)


def _by_key(shown: ClassShown) -> int:
    return shown.key or 10
