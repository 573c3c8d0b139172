"""Key caps: the key that does the same as what it stands on, drawn as on a keyboard."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from app.theme import font, tokens
from app.theme.icons import DISABLED_OPACITY
from app.widgets.button import Button, Kind, Target

SIDE = 26
_ROOM = "\N{NO-BREAK SPACE}" * 9
"""Behind the words of a button: as wide as a cap and its distance."""


def paint_key_cap(painter: QPainter, key: str, box: QRectF, *, ink: str, line: str) -> None:
    """One cap. `ink` and `line` are colours of the theme."""
    painter.setPen(QColor(line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(ink))
    painter.setFont(font(15))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), key)


class KeyedButton(Button):
    """A button that shows its key behind its words; for a screen reader the words are enough."""

    def __init__(
        self, text: str, key: str, *, icon_name: str | None = None, kind: Kind = Kind.NEUTRAL, target: Target
    ) -> None:
        super().__init__(text, icon_name=icon_name, kind=kind, target=target)
        self._key, self._is_primary = key, kind is Kind.PRIMARY

    def setText(self, text: str) -> None:
        super().setText(text + _ROOM)

    def text(self) -> str:
        return super().text().removesuffix(_ROOM)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1 if self.isEnabled() else DISABLED_OPACITY)
        box = QRectF(self._right() - SIDE, (self.height() - SIDE) / 2, SIDE, SIDE)
        ink, line = (theme.acct, theme.acct) if self._is_primary else (theme.tx2, theme.ctl)
        paint_key_cap(painter, self._key, box, ink=ink, line=line)

    def _right(self) -> float:
        """Where icon, words and room, which stand in the middle, end."""
        words = self.fontMetrics().horizontalAdvance(super().text())
        return (self.width() + words + (self.iconSize().width() if not self.icon().isNull() else 0)) / 2
