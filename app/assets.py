"""The one place that finds bundled files, in a checkout and in a frozen build alike."""

import sys
from pathlib import Path


def assets_folder() -> Path:
    """The folder `assets/` of this installation."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root / "assets"


def asset(*parts: str) -> Path:
    """A bundled file. Raises `FileNotFoundError` with its full path when the installation lacks it."""
    path = assets_folder().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing from this installation")
    return path


def icon_file(name: str) -> Path:
    """The SVG of a Lucide icon, by its Lucide name."""
    return asset("icons", f"{name}.svg")


def font_files() -> list[Path]:
    """The bundled fonts, Inter in five weights."""
    return sorted(asset("fonts").glob("*.otf"))
