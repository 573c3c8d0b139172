"""Pictures of screens, kept when `LOUPE_SHOTS` names a folder."""

import os
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from app.theme import ThemeName

SIZES = ((1280, 800), (1920, 1080))


def shoot(widget: QWidget, name: str, theme: ThemeName) -> QPixmap:
    """Draw a screen; stored as `name-theme-WxH.png` when `LOUPE_SHOTS` is set."""
    QApplication.processEvents()
    picture = widget.grab()
    folder = os.environ.get("LOUPE_SHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        picture.save(str(Path(folder) / f"{name}-{theme}-{picture.width()}x{picture.height()}.png"))
    return picture
