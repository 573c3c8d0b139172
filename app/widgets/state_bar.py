"""The bar that never leaves the screen: the station's state first, then recipe, lot, camera, disk, person, clock."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.i18n import translate
from app.theme import Weight, font, icon_pixmap, tokens
from app.theme.tokens import BAR, RAIL
from app.widgets.button import Button, Kind, Target
from app.widgets.card import Line
from app.widgets.text import Size, Text, Tone


@dataclass(frozen=True, kw_only=True)
class BarShown:
    """Everything the bar says; an empty text hides its field."""

    state: str
    state_icon: str
    recipe: str = ""
    lot: str = ""
    camera: str = ""
    disk: str = ""
    person: str = ""
    """Who is signed in, or "Sign in"."""
    shift: str = ""


class _Logo(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(RAIL, BAR - 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((self.width() - 34) / 2, (self.height() - 34) / 2)
        ink = QColor(tokens().tx)
        painter.setPen(QPen(ink, 3))
        painter.drawEllipse(QRectF(4, 4, 21, 21))
        painter.setPen(QPen(ink, 4, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(23, 23, 31, 31)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QRectF(11.3, 11.3, 6.4, 6.4))


class _Value(Text):
    """One line that loses its middle where the bar has no room for it (a version stands at the end); hovering tells all."""

    def __init__(self, tone: Tone, *, serial: bool, least: int) -> None:
        super().__init__(size=Size.LABEL, tone=tone, serial=serial)
        self._least = least

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), self._least), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        self.setToolTip("" if words == self.text() else self.text())
        style, role = self.style(), self.foregroundRole()
        style.drawItemText(QPainter(self), self.rect(), self.alignment(), self.palette(), True, words, role)


class _Field(QWidget):
    """A caption or an icon, and a value, after a thin divider. `least` is the width in pixels that the value keeps."""

    def __init__(
        self, *, least: int, caption: str = "", icon_name: str = "", serial: bool = False, divided: bool = True
    ) -> None:
        super().__init__()
        self._icon_name = icon_name
        self._picture = QLabel(self)
        self._picture.setVisible(bool(icon_name))
        self.value = _Value(Tone.FULL if caption else Tone.SOFT, serial=serial, least=least)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 12, 20, 12)
        layout.setSpacing(8)
        if divided:
            line = Line(Qt.Orientation.Vertical)
            layout.addWidget(line)
            layout.addSpacing(12)
        if caption:
            layout.addWidget(Text(caption, Size.LABEL, Tone.FAINT))
        if icon_name:
            layout.addWidget(self._picture)
            self._tint()
        layout.addWidget(self.value)

    def show_value(self, text: str) -> None:
        self.setVisible(bool(text))
        self.value.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._icon_name:
            self._tint()

    def _tint(self) -> None:
        self._picture.setPixmap(icon_pixmap(self._icon_name, 20, tokens().tx2, ratio=self.devicePixelRatioF()))


class StateBar(QFrame):
    """Grey in every normal state. `sign_in_wanted` when the person's name is pressed."""

    sign_in_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("box", "bar")
        self.setFixedHeight(BAR)
        self._shown: BarShown | None = None
        self._picture = QLabel()
        self.state = Text(size=Size.CARD_TITLE)
        self.recipe = _Field(caption=translate("StateBar", "Recipe"), least=140)
        self.lot = _Field(caption=translate("StateBar", "Lot"), serial=True, least=90)
        self.camera = _Field(icon_name="camera", divided=False, least=44)
        self.disk = _Field(icon_name="hard-drive", least=120)
        self.shift = _Field(least=44)
        self.person = Button(
            icon_name="user", kind=Kind.BARE, target=Target.DESK, name=translate("StateBar", "Sign in")
        )
        self.person.setFont(font(16))
        self.person.clicked.connect(self.sign_in_wanted)
        self.clock = Text()
        self.clock.setFont(font(18, Weight.SEMIBOLD))
        self._lay_out()

    def show_bar(self, shown: BarShown) -> None:
        """Show the station's facts."""
        if shown == self._shown:
            return
        self._shown = shown
        self.state.setText(shown.state)
        self.setAccessibleName(translate("StateBar", "Station: {state}").format(state=shown.state))
        for field, text in (
            (self.recipe, shown.recipe),
            (self.lot, shown.lot),
            (self.camera, shown.camera),
            (self.disk, shown.disk),
            (self.shift, shown.shift),
        ):
            field.show_value(text)
        self.person.set_text(shown.person)
        self.person.setMinimumWidth(self.person.sizeHint().width())  # the way to sign in is never cut
        self._tint()

    def show_clock(self, text: str) -> None:
        """The time of day."""
        self.clock.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._tint()

    def _tint(self) -> None:
        if self._shown is not None:
            ratio = self.devicePixelRatioF()
            self._picture.setPixmap(icon_pixmap(self._shown.state_icon, 24, tokens().tx, ratio=ratio))

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 20, 0)
        layout.setSpacing(0)
        layout.addWidget(_Logo())
        layout.addWidget(self._picture)
        layout.addSpacing(10)
        layout.addWidget(self.state)
        layout.addSpacing(20)
        for widget in (self.recipe, self.lot):
            layout.addWidget(widget)
        layout.addStretch(1)
        for widget in (self.camera, self.disk, self.shift):
            layout.addWidget(widget)
        for item in (_divider(), self.person, _divider()):
            layout.addWidget(item, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addSpacing(20)
        layout.addWidget(self.clock)


def _divider() -> Line:
    line = Line(Qt.Orientation.Vertical)
    line.setFixedHeight(32)
    return line


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    def _example() -> StateBar:
        bar = StateBar()
        bar.show_bar(BarShown(state="Inspecting", state_icon="circle-play", recipe="Magnet tile 42", lot="L-2419"))
        return bar

    show_alone(_example)
