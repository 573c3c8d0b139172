"""Opens one widget by itself: `python -m app.widgets.score_bar [light]`."""

import sys
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.theme import ThemeName, apply_theme
from app.widgets.focus_ring import FocusRing


def show_alone(make: Callable[[], QWidget]) -> None:
    """Show what `make` builds in a window of its own until it is closed."""
    app = QApplication(sys.argv)
    apply_theme(app, ThemeName.LIGHT if "light" in sys.argv else ThemeName.DARK)
    FocusRing.follow(app)
    window = QWidget()
    window.setProperty("ground", "window")
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    layout = QVBoxLayout(window)
    layout.addWidget(make())
    window.show()
    sys.exit(app.exec())
