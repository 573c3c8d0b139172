"""The station's log: a few files that never grow beyond a bound, for the person who looks for a cause later."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_BYTES = 2_000_000
_FILES = 5
_LAYOUT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_log(folder: Path) -> logging.Handler:
    """Write the root logger's news into `folder`/loupe.log, five files of 2 MB. Remove and close what is returned."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "loupe.log", maxBytes=_BYTES, backupCount=_FILES - 1, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter(_LAYOUT))
    root = logging.getLogger()
    root.addHandler(handler)
    if root.level > logging.INFO or root.level == logging.NOTSET:
        root.setLevel(logging.INFO)
    return handler
