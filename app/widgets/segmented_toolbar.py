"""The tools below the image: Map, opacity, Outline, Magnify, Hold view."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QSlider, QWidget

from app.i18n import translate
from app.theme import Weight, font, paint_icon, tokens
from app.theme.icons import DISABLED_OPACITY
from app.theme.tokens import GLOVE, RADIUS_CARD
from app.widgets.text import Size, Text, Tone


@dataclass(frozen=True, kw_only=True)
class Segment:
    """One tool: icon above its word."""

    key: str
    text: str
    icon: str
    checkable: bool = True


class SegmentButton(QAbstractButton):
    """Icon above word, 100 x 76; checked: a bar of the accent at its foot."""

    def __init__(self, segment: Segment) -> None:
        super().__init__()
        self._segment = segment
        self.setText(segment.text)
        self.setAccessibleName(segment.text)
        self.setCheckable(segment.checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(max(100, self.fontMetrics().horizontalAdvance(self.text()) + 16), GLOVE - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked() or self.isDown()
        painter.setOpacity(1 if self.isEnabled() else DISABLED_OPACITY)
        if on:
            painter.fillRect(self.rect(), QColor(theme.s3))
            painter.fillRect(0, self.height() - 4, self.width(), 4, QColor(theme.acc))
        ink = theme.tx if on else theme.tx2
        paint_icon(painter, self._segment.icon, QRectF(self.width() / 2 - 13, 11, 26, 26), ink)
        painter.setPen(QColor(ink))
        painter.setFont(font(15, Weight.SEMIBOLD if on else Weight.REGULAR))
        painter.drawText(self.rect().adjusted(0, 42, 0, -8), Qt.AlignmentFlag.AlignCenter, self.text())


class TouchSlider(QSlider):
    """A horizontal slider with a 36 px handle; a tap anywhere moves it there."""

    def __init__(self, name: str, *, maximum: int = 100, step: int = 5) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, maximum)
        self.setSingleStep(step)
        self.setPageStep(step * 2)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(44)
        self.setMinimumWidth(120)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._move_to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._move_to(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.sliderReleased.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1 if self.isEnabled() else DISABLED_OPACITY)
        middle, x = self.height() / 2, self._handle_x()
        painter.setPen(QColor(theme.ctl))
        painter.setBrush(QColor(theme.s3))
        painter.drawRoundedRect(QRectF(0.5, middle - 3, self.width() - 1, 6), 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.acc))
        painter.drawRoundedRect(QRectF(0, middle - 3, x, 6), 3, 3)
        painter.drawEllipse(QRectF(x - 20, middle - 20, 40, 40))
        painter.setBrush(QColor(theme.s1))
        painter.drawEllipse(QRectF(x - 18, middle - 18, 36, 36))
        painter.setBrush(QColor(theme.knob))
        painter.drawEllipse(QRectF(x - 13, middle - 13, 26, 26))

    def _handle_x(self) -> float:
        share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        return 20 + share * (self.width() - 40)

    def _move_to(self, event: QMouseEvent) -> None:
        share = (event.position().x() - 20) / max(1, self.width() - 40)
        self.setValue(self.minimum() + round(min(1.0, max(0.0, share)) * (self.maximum() - self.minimum())))


class SegmentedToolbar(QFrame):
    """Segments in a row, optionally a slider after the first. Signals carry the segment's key."""

    toggled = Signal(str, bool)
    clicked = Signal(str)
    opacity_changed = Signal(float)

    def __init__(self, segments: tuple[Segment, ...], *, with_opacity: bool = False) -> None:
        super().__init__()
        self.setFixedHeight(GLOVE)
        self.buttons: dict[str, SegmentButton] = {}
        self.slider: TouchSlider | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(1)
        for index, segment in enumerate(segments):
            layout.addWidget(self._button(segment))
            if with_opacity and index == 0:
                layout.addWidget(self._opacity(), 1)

    def set_checked(self, key: str, checked: bool) -> None:
        """Show a tool as on or off, without a signal."""
        button = self.buttons[key]
        button.blockSignals(True)
        button.setChecked(checked)
        button.blockSignals(False)
        button.update()

    def set_opacity(self, opacity: float) -> None:
        """Show an opacity, 0 to 1, without a signal."""
        if self.slider is not None:
            self.slider.blockSignals(True)
            self.slider.setValue(round(opacity * 100))
            self.slider.blockSignals(False)
            self.slider.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.s1))
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CARD, RADIUS_CARD)
        painter.drawPath(path)
        for button in list(self.buttons.values())[1:]:
            painter.drawLine(button.x() - 1, 0, button.x() - 1, self.height())

    def _button(self, segment: Segment) -> SegmentButton:
        button = SegmentButton(segment)
        self.buttons[segment.key] = button
        if segment.checkable:
            button.toggled.connect(lambda on: self.toggled.emit(segment.key, on))
        else:
            button.clicked.connect(lambda: self.clicked.emit(segment.key))
        return button

    def _opacity(self) -> QWidget:
        self.slider = TouchSlider(translate("SegmentedToolbar", "Opacity of the map"))
        self.slider.setValue(70)
        self.slider.valueChanged.connect(lambda value: self.opacity_changed.emit(value / 100))
        box = QWidget()
        layout = QHBoxLayout(box)
        layout.setContentsMargins(20, 0, 24, 0)
        layout.setSpacing(16)
        layout.addWidget(Text(translate("SegmentedToolbar", "Opacity"), Size.LABEL, Tone.SOFT))
        layout.addWidget(self.slider, 1)
        return box


def image_tools() -> tuple[Segment, ...]:
    """The tools of an image on the Live screen."""
    return (
        Segment(key="map", text=translate("SegmentedToolbar", "Map"), icon="layers"),
        Segment(key="outline", text=translate("SegmentedToolbar", "Outline"), icon="lasso"),
        Segment(key="magnify", text=translate("SegmentedToolbar", "Magnify"), icon="zoom-in"),
        Segment(key="hold", text=translate("SegmentedToolbar", "Hold view"), icon="pause"),
    )


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    show_alone(lambda: SegmentedToolbar(image_tools(), with_opacity=True))
