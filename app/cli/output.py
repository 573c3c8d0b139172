"""What a verb says: JSON lines for scripts, plain lines for people, and never the two on one stream.

With `--json`, standard output carries JSON objects only, one a line, UTF-8, flushed at once; everything else goes to
standard error. A number that is none becomes null, never NaN.
"""

import json
import math
import re
import sys
from collections.abc import Mapping
from typing import Any, TextIO

from vision.inspection import Trouble

DETAIL_LINES = 20
"""Of technical text; the last ones say what went wrong."""
_COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_BAR = re.compile(r"\d+%\s*\|.*\|")


class Output:
    """Where a verb speaks."""

    def __init__(self, *, as_json: bool, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self.as_json = as_json
        self._out = out or sys.stdout
        self._err = err or sys.stderr

    def emit(self, values: Mapping[str, Any], text: str) -> None:
        """One answer: the values as a JSON line, or the text for a person."""
        line = json.dumps(finite(values), ensure_ascii=False, allow_nan=False) if self.as_json else text
        self._out.write(line + "\n")
        self._out.flush()

    def say(self, text: str) -> None:
        """Something for the person alone: progress, hints."""
        stream = self._err if self.as_json else self._out
        stream.write(text + "\n")
        stream.flush()

    def complain(self, trouble: Trouble) -> None:
        """Known trouble in its three sentences, and its details indented below, on standard error."""
        for sentence in (trouble.what, trouble.meaning, trouble.remedy):
            if sentence:
                self._err.write(sentence + "\n")
        for line in readable_lines(trouble.detail)[-DETAIL_LINES:]:
            self._err.write(f"    {line}\n")
        self._err.flush()


def readable_lines(detail: str) -> list[str]:
    """The lines of technical text as they would stand on a terminal in the end, without its colours and progress bars.

    A bar writes its line again and again after a carriage return; what it shows is no cause of anything.
    """
    lines = (_COLOUR.sub("", line).rstrip() for line in detail.replace("\r\n", "\n").split("\n"))
    return [line for line in (one.rpartition("\r")[2] for one in lines) if line.strip() and not _BAR.search(line)]


def finite(value: Any) -> Any:
    """The value with every NaN and infinity, at any depth, replaced by None."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, Mapping):
        return {str(key): finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [finite(item) for item in value]
    return value
