"""The last parts side by side, newest at the right; choose one to look closer."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.i18n import translate
from app.theme import font, paint_icon, tokens
from app.theme.tokens import RADIUS_CARD
from app.widgets.symbol import paint_symbol, verdict_word
from vision.inspection import Verdict

WIDTH, HEIGHT = 112, 120
PICTURE = QSize(WIDTH, 84)
_GAP = 8


@dataclass(frozen=True, eq=False, kw_only=True)
class Strip:
    """One picture of the strip."""

    key: Hashable
    """What `chosen` gives back."""
    caption: str
    verdict: Verdict
    picture: QPixmap | None = None
    """`PICTURE` in size; None when no frame came."""


class Filmstrip(QWidget):
    """As many of the newest strips as fit. `chosen` with a strip's key; left and right keys move the choice."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._strips: Sequence[Strip] = ()
        self._current: Hashable = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(translate("Filmstrip", "Last parts"))

    def sizeHint(self) -> QSize:
        return QSize(6 * WIDTH + 5 * _GAP, HEIGHT)

    def show_strips(self, strips: Sequence[Strip], current: Hashable) -> None:
        """Show strips, oldest first; `current` is the key of the chosen one."""
        self._strips, self._current = strips, current
        strip = next((strip for strip in strips if strip.key == current), None)
        said = f"{strip.caption}, {verdict_word(strip.verdict)}" if strip else ""
        self.setAccessibleDescription(said)
        self.update()

    @property
    def shown(self) -> Sequence[Strip]:
        """The strips that fit, oldest first."""
        fits = max(1, (self.width() + _GAP) // (WIDTH + _GAP))
        return self._strips[-fits:]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = int(event.position().x() // (WIDTH + _GAP))
        if 0 <= index < len(self.shown):
            self.chosen.emit(self.shown[index].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        keys = [strip.key for strip in self.shown]
        if step is None or self._current not in keys:
            super().keyPressEvent(event)
            return
        index = keys.index(self._current) + step
        if 0 <= index < len(keys):
            self.chosen.emit(keys[index])

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for index, strip in enumerate(self.shown):
            self._paint_strip(painter, QRectF(index * (WIDTH + _GAP), 0, WIDTH, HEIGHT), strip)

    def _paint_strip(self, painter: QPainter, box: QRectF, strip: Strip) -> None:
        theme = tokens()
        is_current = strip.key == self._current
        border = 3 if is_current else 1
        edge = box.adjusted(border / 2, border / 2, -border / 2, -border / 2)
        clip = QPainterPath()
        clip.addRoundedRect(edge, RADIUS_CARD, RADIUS_CARD)
        painter.fillPath(clip, QColor(theme.s1))
        picture = QRectF(box.left(), box.top(), WIDTH, PICTURE.height())
        painter.save()
        painter.setClipPath(clip)
        if strip.picture is None:
            painter.fillRect(picture, QColor(theme.img))
            middle = picture.center()
            paint_icon(
                painter, "camera-off", QRectF(middle - QPointF(15, 15), middle + QPointF(15, 15)), theme.img_ink2
            )
        else:
            painter.drawPixmap(picture.topLeft(), strip.picture)
        painter.restore()
        self._paint_caption(painter, box, strip)
        painter.setPen(QPen(QColor(theme.acc if is_current else theme.line), border))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(clip)

    def _paint_caption(self, painter: QPainter, box: QRectF, strip: Strip) -> None:
        middle = box.top() + PICTURE.height() + (HEIGHT - PICTURE.height()) / 2 - 1
        paint_symbol(painter, strip.verdict, QRectF(box.left() + 9, middle - 10, 20, 20))
        painter.setFont(font(16))
        painter.setPen(QColor(tokens().tx))
        painter.drawText(
            QRectF(box.left() + 38, middle - 14, WIDTH - 42, 28), Qt.AlignmentFlag.AlignVCenter, strip.caption
        )


if __name__ == "__main__":
    from app.widgets.alone import show_alone
    from app.widgets.examples import example_frame
    from app.widgets.pixmaps import thumbnail

    def _example() -> Filmstrip:
        strip = Filmstrip()
        pictures = [thumbnail(example_frame(seed=seed), PICTURE) for seed in range(6)]
        strips = [
            Strip(key=index, caption=str(1280 + index), verdict=Verdict.OK, picture=picture)
            for index, picture in enumerate(pictures)
        ]
        strip.show_strips(strips, 5)
        return strip

    show_alone(_example)
