"""Small pictures with their verdicts, side by side or one below the other; choose one to look closer."""

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
    """As many of the newest strips as fit. `chosen` with a strip's key; arrow keys move the choice.

    `upright` stacks them and grows with them: put it into a scroll area. `name` is the accessible name.
    """

    chosen = Signal(object)

    def __init__(self, name: str = "", *, upright: bool = False) -> None:
        super().__init__()
        self._upright = upright
        self._strips: Sequence[Strip] = ()
        self._current: Hashable = None
        if upright:
            self.setFixedSize(WIDTH, HEIGHT)
        else:
            self.setFixedHeight(HEIGHT)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name or translate("Filmstrip", "Last parts"))

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, self.height()) if self._upright else QSize(6 * self._pitch - _GAP, HEIGHT)

    def show_strips(self, strips: Sequence[Strip], current: Hashable) -> None:
        """Show strips, oldest first; `current` is the key of the chosen one."""
        self._strips, self._current = strips, current
        strip = next((strip for strip in strips if strip.key == current), None)
        said = f"{strip.caption}, {verdict_word(strip.verdict)}" if strip else ""
        self.setAccessibleDescription(said)
        if self._upright:
            self.setFixedHeight(max(1, len(strips)) * self._pitch - _GAP)
        self.update()

    @property
    def shown(self) -> Sequence[Strip]:
        """The strips that fit, oldest first."""
        fits = max(1, (self.width() + _GAP) // self._pitch)
        return self._strips if self._upright else self._strips[-fits:]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().y() if self._upright else event.position().x()
        index = int(at // self._pitch)
        if 0 <= index < len(self.shown):
            self.chosen.emit(self.shown[index].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back, on = (Qt.Key.Key_Up, Qt.Key.Key_Down) if self._upright else (Qt.Key.Key_Left, Qt.Key.Key_Right)
        step = {back: -1, on: 1}.get(Qt.Key(event.key()))
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
            left, top = (0, index * self._pitch) if self._upright else (index * self._pitch, 0)
            self._paint_strip(painter, QRectF(left, top, WIDTH, HEIGHT), strip)

    @property
    def _pitch(self) -> int:
        """From the beginning of one strip to that of the next."""
        return (HEIGHT if self._upright else WIDTH) + _GAP

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
        place = QRectF(box.left() + 38, middle - 14, WIDTH - 42, 28)
        caption = painter.fontMetrics().elidedText(strip.caption, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, caption)


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
