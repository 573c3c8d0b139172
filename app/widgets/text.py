"""Labels in the sizes and inks of the design, and numbers as they are written."""

from enum import Enum, StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.i18n import numeral
from app.theme import Weight, font
from vision.inspection import Thresholds, points

THIN_SPACE = "\u2009"


class Size(Enum):
    """Size in pixels and weight."""

    CAPTION = (14, Weight.REGULAR)
    SMALL = (15, Weight.REGULAR)
    LABEL = (16, Weight.REGULAR)
    STRONG_LABEL = (16, Weight.SEMIBOLD)
    BODY = (18, Weight.REGULAR)
    STRONG = (18, Weight.SEMIBOLD)
    CARD_TITLE = (20, Weight.SEMIBOLD)
    TITLE = (22, Weight.SEMIBOLD)
    SCREEN_TITLE = (26, Weight.SEMIBOLD)
    FIGURE = (28, Weight.SEMIBOLD)
    BIG_FIGURE = (34, Weight.BOLD)


class Tone(StrEnum):
    """Ink: full, soft for labels, faint for captions."""

    FULL = "full"
    SOFT = "soft"
    FAINT = "faint"


class Text(QLabel):
    """A label. `serial` for lots and serials; `wraps` breaks long texts into lines."""

    def __init__(
        self,
        text: str = "",
        size: Size = Size.BODY,
        tone: Tone = Tone.FULL,
        *,
        serial: bool = False,
        wraps: bool = False,
    ) -> None:
        super().__init__(text)
        pixels, weight = size.value
        self.setFont(font(pixels, weight, serial=serial))
        self.setProperty("tone", tone.value)
        self.setWordWrap(wraps)
        self.setTextFormat(Qt.TextFormat.PlainText)


def thousands(number: int) -> str:
    """An integer in groups of three with thin spaces: 1 285."""
    return f"{number:,}".replace(",", THIN_SPACE)


def score_text(score: float | None, thresholds: Thresholds | None) -> str:
    """A score as screens show it: 0 to 100 with T1 at 50 and T2 at 70; raw without lines, a dash when there is none."""
    if score is None:
        return "–"
    return numeral(score, 2) if thresholds is None else str(points(score, thresholds))
