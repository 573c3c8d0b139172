"""Buttons in four sizes and four kinds, with an icon in the ink of the theme and a reason when disabled."""

from enum import IntEnum, StrEnum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.theme import Weight, font, icon, tokens
from app.theme.tokens import DECISION, DESK, GLOVE, TOUCH


class Target(IntEnum):
    """Height of a target in pixels: glove at the line, touch for the secondary, desk where a mouse is used."""

    GLOVE = GLOVE
    DECISION = DECISION
    TOUCH = TOUCH
    DESK = DESK


class Kind(StrEnum):
    """One primary per screen."""

    NEUTRAL = "neutral"
    PRIMARY = "primary"
    QUIET = "quiet"
    BARE = "bare"
    """No border: for small things inside a card."""


_TEXT_SIZE = {Target.GLOVE: 18, Target.DECISION: 18, Target.TOUCH: 17, Target.DESK: 16}


class Button(QPushButton):
    """A button; its text is its accessible name unless `name` is given (needed when there is only an icon).

    An & stands for itself: people's names and defect classes have it, and keys are told in tables of their own.
    """

    def __init__(
        self,
        text: str = "",
        *,
        icon_name: str | None = None,
        kind: Kind = Kind.NEUTRAL,
        target: Target = Target.GLOVE,
        name: str = "",
    ) -> None:
        super().__init__()
        self.setText(text)
        self._icon_name = icon_name
        self._kind = kind
        self.setProperty("kind", kind.value)
        self.setFixedHeight(int(target))
        self.setMinimumWidth(int(target))
        self.setFont(font(_TEXT_SIZE[target], Weight.SEMIBOLD))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name or text)
        self._tint()

    def set_reason(self, reason: str) -> None:
        """Disable with a reason for tooltip and screen reader; an empty reason enables."""
        self.setEnabled(not reason)
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)

    def setText(self, text: str) -> None:
        super().setText(text.replace("&", "&&"))

    def text(self) -> str:
        return super().text().replace("&&", "&")

    def set_text(self, text: str) -> None:
        """Change the text and the accessible name with it."""
        self.setText(text)
        self.setAccessibleName(text)
        self._tint()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + 16, self.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._tint()

    def _tint(self) -> None:
        if self._icon_name is None:
            return
        side = 24 if self.height() >= TOUCH else 20
        room = 8 if self.text() else 0  # Qt leaves 4 px between icon and text, the design 12
        self.setIconSize(QSize(side + room, side))
        ink = tokens().acct if self._kind is Kind.PRIMARY else tokens().tx
        self.setIcon(icon(self._icon_name, side, ink, ratio=self.devicePixelRatioF(), room=room))


class PrimaryButton(Button):
    """The one filled action of a screen."""

    def __init__(self, text: str, *, icon_name: str | None = None, target: Target = Target.GLOVE) -> None:
        super().__init__(text, icon_name=icon_name, kind=Kind.PRIMARY, target=target)


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    show_alone(lambda: PrimaryButton("Use the virtual line", icon_name="play"))
