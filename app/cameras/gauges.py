"""Two small gauges for the light and the lens: how the grey levels lie, and how sharp the image is against its best."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import translate
from app.theme import tokens

_CLIP_BINS = 4
"""Levels at each end that are drawn as warning when they are full."""


class LevelHistogram(QWidget):
    """Grey levels from black to white; square-root heights, so that a few bright pixels can be seen."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: NDArray[np.float64] = np.zeros(64)
        self._warn = False
        self.setMinimumSize(160, 64)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translate("Cameras", "Grey levels"))

    def sizeHint(self) -> QSize:
        return QSize(260, 84)

    def show_levels(self, levels: NDArray[np.int64]) -> None:
        """(256,) counts."""
        folded = np.sqrt(levels.reshape(64, 4).sum(axis=1).astype(np.float64))
        self._bars = folded / max(1.0, float(folded.max()))
        self.update()

    def show_clipped(self, warn: bool) -> None:
        """Mark the bright end when light is lost there."""
        self._warn = warn
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = tokens()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(theme.line)))
        painter.setBrush(QColor(theme.s2))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        inner = box.adjusted(4, 6, -4, -1)
        step = inner.width() / len(self._bars)
        for at, share in enumerate(self._bars):
            lost = self._warn and at >= len(self._bars) - _CLIP_BINS // 4
            painter.setBrush(QColor(theme.warn if lost else theme.ctl))
            height = share * inner.height()
            painter.drawRect(QRectF(inner.left() + at * step, inner.bottom() - height, step + 0.3, height))


class FocusBar(QWidget):
    """A bar that rises while the lens is turned towards sharp; a mark stays at the best so far."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self._name = translate("Cameras", "Focus")
        self.setFixedHeight(36)
        self.setMinimumWidth(160)
        self.setAccessibleName(self._name)

    def show_share(self, share: float) -> None:
        """0 to 1, where 1 is the best so far."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleDescription(
            translate("Cameras", "{percent} % of the best").format(percent=round(share * 100))
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = tokens()
        track = QRectF(0.5, 12.5, self.width() - 9, 18)
        painter.setPen(QPen(QColor(theme.line)))
        painter.setBrush(QColor(theme.s3))
        painter.drawRoundedRect(track, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.acc))
        painter.drawRoundedRect(QRectF(track.left(), track.top(), track.width() * self._share, track.height()), 4, 4)
        painter.setBrush(QColor(theme.tx))
        tip = QPointF(track.right(), track.top() - 2)
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-7, -10), tip + QPointF(7, -10)]))
        painter.drawRect(QRectF(track.right() - 1, track.top() - 2, 2, track.height() + 4))
