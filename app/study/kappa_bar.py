"""A kappa with its interval on a line from 0 to 1, with a mark at the usual limit."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.study.wording import interval_text, kappa_text
from app.theme import tokens
from labeling.agreement import Kappa
from labeling.study.outcome import KAPPA_LIMIT

_HEIGHT = 26
_DOT = 6.5


class KappaBar(QWidget):
    """Kappas below 0 lie at its left end."""

    def __init__(self, kappa: Kappa | None) -> None:
        super().__init__()
        self._kappa = kappa
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(140)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{kappa_text(kappa)} {interval_text(kappa)}".strip())
        self.setToolTip(interval_text(kappa))

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, middle = tokens(), self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.s3))
        painter.drawRoundedRect(QRectF(0, middle - 2, self.width(), 4), 2, 2)
        if self._kappa is not None and self._kappa.interval is not None:
            low, high = (self._x(bound) for bound in self._kappa.interval)
            painter.setBrush(QColor(theme.ctl))
            painter.drawRoundedRect(QRectF(low, middle - 3, max(6.0, high - low), 6), 3, 3)
        painter.setPen(QPen(QColor(theme.tx), 2))
        painter.drawLine(QPointF(self._x(KAPPA_LIMIT), middle - 8), QPointF(self._x(KAPPA_LIMIT), middle + 8))
        if self._kappa is not None:
            painter.setPen(QPen(QColor(theme.s1), 3))
            painter.setBrush(QColor(theme.tx))
            painter.drawEllipse(QPointF(self._x(self._kappa.value), middle), _DOT, _DOT)

    def _x(self, value: float) -> float:
        room = self.width() - 2 * (_DOT + 2)
        return _DOT + 2 + min(1.0, max(0.0, value)) * room
