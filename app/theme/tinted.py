"""Icons as coloured files, for the style sheet, which takes pictures only from files.

They live in a folder of this process that goes when it ends.
"""

import atexit
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

from app.assets import icon_file


@lru_cache(maxsize=1)
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="loupe-icons-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@lru_cache(maxsize=32)
def tinted_icon_file(name: str, colour: str) -> Path:
    """The icon in that colour, as an SVG file."""
    path = _folder() / f"{name}-{colour.lstrip('#')}.svg"
    path.write_text(icon_file(name).read_text(encoding="utf-8").replace("currentColor", colour), encoding="utf-8")
    return path
