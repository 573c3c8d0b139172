"""The look: one token table per theme, the sheet built from it, Inter and the icons.

QSS styles plain boxes (cards, buttons, fields, tables); QPainter draws what has a shape (verdicts, image, bars). Both
read the same tokens, and a change of theme at run time repaints everything: Qt sends StyleChange to every widget.
Refused: a palette alone (no borders, no states) and one sheet per widget (colours would scatter).
"""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.theme.current import activate, tokens
from app.theme.fonts import Weight, font, load_fonts
from app.theme.icons import icon, icon_pixmap, paint_icon
from app.theme.qss import build_sheet
from app.theme.tokens import THEMES, ThemeName, Tokens, VerdictColours

__all__ = [
    "ThemeName",
    "Tokens",
    "VerdictColours",
    "Weight",
    "apply_theme",
    "font",
    "icon",
    "icon_pixmap",
    "load_fonts",
    "paint_icon",
    "tokens",
]


def apply_theme(app: QApplication, name: ThemeName) -> None:
    """Put a theme on, at the start or while running."""
    theme = THEMES[name]
    activate(theme)
    load_fonts()
    app.setStyle("Fusion")
    app.setFont(font(18))
    app.setPalette(_palette(theme))
    app.setStyleSheet(build_sheet(theme))


def _palette(theme: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.bg,
        role.WindowText: theme.tx,
        role.Base: theme.s2,
        role.AlternateBase: theme.s1,
        role.Text: theme.tx,
        role.Button: theme.s2,
        role.ButtonText: theme.tx,
        role.Highlight: theme.sel,
        role.HighlightedText: theme.tx,
        role.ToolTipBase: theme.s3,
        role.ToolTipText: theme.tx,
        role.PlaceholderText: theme.tx3,
        role.Link: theme.acc,
        role.Mid: theme.line,
        role.Dark: theme.line,
        role.Accent: theme.accf,
    }
    palette = QPalette()
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    return palette
