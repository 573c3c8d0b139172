"""The navigation rail: icon above word, the chosen one with a bar of the accent."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout

from app.i18n import translate
from app.theme import Weight, font, paint_icon, tokens
from app.theme.tokens import GLOVE, RAIL

_BAR = 4
_MOST = 99


class RailEntry(QAbstractButton):
    """One screen. `set_progress` puts a small bar under the word while work goes on there."""

    def __init__(self, key: str, text: str, icon_name: str, shortcut: str) -> None:
        super().__init__()
        self.key = key
        self._icon_name = icon_name
        self._progress: float | None = None
        self._count = 0
        self._shortcut = shortcut
        self.setText(text)
        self.setCheckable(True)
        self.setFixedSize(RAIL - 1, GLOVE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({shortcut})")
        self.setAccessibleDescription(shortcut)

    def sizeHint(self) -> QSize:
        return QSize(RAIL - 1, GLOVE)

    def set_progress(self, share: float | None) -> None:
        """How far the work of this screen is, 0 to 1; None when there is none."""
        self._progress = share
        self.update()

    def set_count(self, count: int, spoken: str) -> None:
        """How many things wait there, in a grey pill; 0 is no pill. `spoken` says it in words."""
        self._count = count
        self.setAccessibleDescription(", ".join(word for word in (spoken if count else "", self._shortcut) if word))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on or self.isDown():
            painter.fillRect(self.rect(), QColor(theme.s3))
        if on:
            painter.fillRect(0, 0, _BAR, self.height(), QColor(theme.acc))
        ink = theme.tx if on else theme.tx2
        paint_icon(painter, self._icon_name, QRectF(self.width() / 2 - 14, 12, 28, 28), ink)
        painter.setPen(QColor(ink))
        painter.setFont(font(15, Weight.SEMIBOLD if on else Weight.REGULAR))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 4)
        painter.drawText(QRectF(0, 42, self.width(), 24), Qt.AlignmentFlag.AlignCenter, words)
        if self._count:
            self._paint_pill(painter, "99+" if self._count > _MOST else str(self._count))
        if self._progress is not None:
            room = QRectF(16, self.height() - 9, self.width() - 32, 4)
            painter.fillRect(room, QColor(theme.s3 if not on else theme.line))
            painter.fillRect(QRectF(room.left(), room.top(), room.width() * self._progress, 4), QColor(theme.acc))

    def _paint_pill(self, painter: QPainter, words: str) -> None:
        theme = tokens()
        painter.setFont(font(14, Weight.SEMIBOLD))
        width = max(24, painter.fontMetrics().horizontalAdvance(words) + 12)
        pill = QRectF(self.width() / 2 + 6, 8, width, 22)
        painter.setPen(QColor(theme.ctl))
        painter.setBrush(QColor(theme.s2))
        painter.drawRoundedRect(pill, 11, 11)
        painter.setPen(QColor(theme.tx))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)


class Rail(QFrame):
    """Entries at the top for the work, at the bottom for setting up. `chosen` with the entry's key."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("box", "rail")
        self.setFixedWidth(RAIL)
        self.setAccessibleName(translate("Rail", "Screens"))
        self.entries: dict[str, RailEntry] = {}
        self._group = QButtonGroup(self)
        self._top, self._bottom = QVBoxLayout(), QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(0)
        layout.addLayout(self._top)
        layout.addStretch(1)
        layout.addLayout(self._bottom)

    def add(self, entry: RailEntry, *, at_bottom: bool) -> None:
        """Add a screen."""
        self.entries[entry.key] = entry
        self._group.addButton(entry)
        (self._bottom if at_bottom else self._top).addWidget(entry)
        entry.clicked.connect(lambda: self.chosen.emit(entry.key))

    def show_chosen(self, key: str) -> None:
        """Mark the screen that is shown."""
        self.entries[key].setChecked(True)


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    def _example() -> Rail:
        rail = Rail()
        rail.add(RailEntry("live", "Live", "radio", "F1"), at_bottom=False)
        rail.add(RailEntry("settings", "Settings", "settings", "F2"), at_bottom=True)
        rail.show_chosen("live")
        return rail

    show_alone(_example)
