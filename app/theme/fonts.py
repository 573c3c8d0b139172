"""Inter, bundled, with the figures an inspector compares: tabular, slashed zero, and I l 1 / O 0 apart in serials."""

from enum import IntEnum

from PySide6.QtGui import QFont, QFontDatabase

from app.assets import font_files


class Weight(IntEnum):
    """The five bundled weights."""

    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600
    BOLD = 700
    EXTRABOLD = 800


def load_fonts() -> None:
    """Make the bundled fonts known to Qt; again is harmless. Needs a QApplication."""
    if "Inter" in QFontDatabase.families():
        return
    for path in font_files():
        QFontDatabase.addApplicationFont(str(path))


def font(size_px: float, weight: Weight = Weight.REGULAR, *, serial: bool = False, tracking: float = 0.0) -> QFont:
    """Inter at a size in pixels. `serial` tells I l 1 and O 0 apart; `tracking` is in percent of the size."""
    made = QFont("Inter")
    made.setPixelSize(max(1, round(size_px)))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("tnum", "zero", *(("ss02",) if serial else ())):
        made.setFeature(QFont.Tag(feature), 1)
    if tracking:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + tracking)
    return made
