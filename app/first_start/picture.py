"""A small live picture with round corners on the dark surround that every image has."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from app.theme import tokens
from app.theme.tokens import RADIUS_CARD
from app.widgets.pixmaps import thumbnail
from vision.inspection import Frame

_SIZE = QSize(216, 150)


class LittlePicture(QWidget):
    """216 x 150; dark while it has no frame."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._pixmap: QPixmap | None = None
        self.setFixedSize(_SIZE)
        self.setAccessibleName(name)

    def show_frame(self, frame: Frame | None) -> None:
        """Show a frame, cut to fit."""
        self._pixmap = None if frame is None else thumbnail(frame, _SIZE, self.devicePixelRatioF())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), RADIUS_CARD, RADIUS_CARD)
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), QColor(tokens().img))
        if self._pixmap is not None:
            painter.drawPixmap(0, 0, self._pixmap)
