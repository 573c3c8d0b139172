"""The banner below the state bar: what happened, what it means for the part, what to do, one button.

It pushes the content down, never covers it, and leaves only when its cause is gone.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.i18n import translate
from app.theme import Weight, font, icon_pixmap, tokens
from app.theme.tokens import BANNER, RAIL
from app.widgets.button import Button, Kind
from app.widgets.text import Size, Text


class Alert(StrEnum):
    """Red for lost or stopped, amber for what can wait a little."""

    ALARM = "alarm"
    WARN = "warn"


@dataclass(frozen=True, kw_only=True)
class BannerShown:
    """One banner: three lines, an icon, a button."""

    alert: Alert
    what: str
    meaning: str = ""
    remedy: str = ""
    icon: str = "triangle-alert"
    action: str = ""
    """Text of the button; empty for none."""
    more: int = 0
    """How many other causes wait behind this one."""


class Banner(QFrame):
    """Hidden until shown. `acted` for the button, `more_wanted` for "1 more"."""

    acted = Signal()
    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: BannerShown | None = None
        self.setProperty("box", Alert.ALARM.value)
        self.setMinimumHeight(BANNER)
        self._picture = QLabel()
        self._picture.setFixedWidth(RAIL)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._what, self._meaning, self._remedy = Text(wraps=True), Text(wraps=True), Text(wraps=True)
        self._what.setFont(font(24, Weight.BOLD))
        self._more = Button(kind=Kind.QUIET, name=translate("Banner", "Show all causes"))
        self._action = Button(icon_name=None, name=translate("Banner", "Act on this"))
        self._action.setMinimumWidth(208)
        self._more.clicked.connect(self.more_wanted)
        self._action.clicked.connect(self.acted)
        self._lay_out()
        self.hide()

    def show_banner(self, shown: BannerShown | None) -> None:
        """Show a banner, or hide it with None."""
        self._shown = shown
        self.setVisible(shown is not None)
        if shown is None:
            return
        self.setProperty("box", shown.alert.value)
        for widget in (self, *self.findChildren(QWidget)):  # the rules of the children depend on this property too
            self.style().unpolish(widget)
            self.style().polish(widget)
        for label, text in ((self._what, shown.what), (self._meaning, shown.meaning), (self._remedy, shown.remedy)):
            label.setText(text)
            label.setVisible(bool(text))
        self._action.set_text(shown.action or translate("Banner", "Act on this"))
        self._action.setVisible(bool(shown.action))
        self._more.setVisible(shown.more > 0)
        self._more.setText(translate("Banner", "{count} more").format(count=shown.more))
        self.setAccessibleName(" ".join(line for line in (shown.what, shown.meaning, shown.remedy) if line))
        self._tint()

    @property
    def shown(self) -> BannerShown | None:
        """What is shown now."""
        return self._shown

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._tint()

    def _tint(self) -> None:
        if self._shown is not None:
            ink = tokens().alarm_ink if self._shown.alert is Alert.ALARM else tokens().warn_ink
            self._picture.setPixmap(icon_pixmap(self._shown.icon, 44, ink, ratio=self.devicePixelRatioF()))

    def _lay_out(self) -> None:
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addStretch(1)
        for label in (self._what, self._meaning, self._remedy):
            lines.addWidget(label)
        lines.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 6, 12, 6)
        layout.setSpacing(12)
        layout.addWidget(self._picture)
        layout.addLayout(lines, 1)
        layout.addWidget(self._more)
        layout.addWidget(self._action)


class CauseList(QWidget):
    """All causes at once, for "1 more": each with its three lines."""

    def __init__(self, causes: tuple[BannerShown, ...]) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setSpacing(4)
        for cause in causes:
            layout.addWidget(Text(cause.what, Size.STRONG, wraps=True))
            layout.addWidget(Text(" ".join(x for x in (cause.meaning, cause.remedy) if x), Size.LABEL, wraps=True))
            layout.addSpacing(12)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(480, 80))


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    def _example() -> Banner:
        banner = Banner()
        banner.show_banner(
            BannerShown(
                alert=Alert.ALARM,
                what="Camera lost. Parts passing now are not inspected.",
                meaning="Camera 1 stopped answering at 14:32:10. Hold part 1 286 and check it by hand.",
                remedy="Check the cable and the camera's lamp. Loupe reconnects by itself.",
                icon="unplug",
                action="Try now",
            )
        )
        return banner

    show_alone(_example)
