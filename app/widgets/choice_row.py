"""A card-sized choice, 92 px high: icon, title, one line, and what stands at the right."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.i18n import translate
from app.theme import Weight, font, paint_icon, tokens
from app.theme.icons import DISABLED_OPACITY
from app.theme.tokens import RADIUS_CARD

_HEIGHT = 92


class ChoiceRow(QAbstractButton):
    """Checkable; put several into a QButtonGroup. `state` is the word at the right while it is not chosen."""

    def __init__(self, title: str, line: str, *, icon_name: str, state: str = "") -> None:
        super().__init__()
        self._line, self._icon_name, self._state = line, icon_name, state
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{line} {state}".strip())

    def sizeHint(self) -> QSize:
        return QSize(480, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1 if self.isEnabled() else DISABLED_OPACITY)
        border = 3 if self.isChecked() else 1
        ground = theme.sel if self.isChecked() else theme.s3 if self.isDown() else theme.s2
        painter.setPen(QPen(QColor(theme.acc if self.isChecked() else theme.ctl), border))
        painter.setBrush(QColor(ground))
        half = border / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS_CARD, RADIUS_CARD)
        middle = self.height() / 2
        paint_icon(painter, self._icon_name, QRectF(20, middle - 17, 34, 34), theme.tx)
        right = self._paint_state(painter)
        self._paint_words(painter, QRectF(70, 0, right - 82, self.height()))

    def _paint_state(self, painter: QPainter) -> float:
        """Draw the word at the right; returns where it begins."""
        theme, is_chosen = tokens(), self.isChecked()
        word = translate("ChoiceRow", "Chosen") if is_chosen else self._state
        painter.setFont(font(16, Weight.SEMIBOLD if is_chosen else Weight.REGULAR))
        painter.setPen(QColor(theme.tx if is_chosen else theme.tx2))
        width = painter.fontMetrics().horizontalAdvance(word)
        left = self.width() - 20 - width
        painter.drawText(QRectF(left, 0, width + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, word)
        if is_chosen:
            paint_icon(painter, "check", QRectF(left - 30, self.height() / 2 - 11, 22, 22), theme.tx, 3)
            left -= 30
        return float(left)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        for size, weight, ink, text, top in (
            (20, Weight.SEMIBOLD, tokens().tx, self.text(), 20),
            (16, Weight.REGULAR, tokens().tx2, self._line, 46),
        ):
            painter.setFont(font(size, weight))
            painter.setPen(QColor(ink))
            short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(QRectF(box.left(), top, box.width(), 28), Qt.AlignmentFlag.AlignVCenter, short)


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    show_alone(lambda: ChoiceRow("Virtual line", "Machined parts with known defects", icon_name="play"))
