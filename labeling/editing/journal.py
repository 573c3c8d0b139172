"""The journal of one image: every stroke on disk before the next one, so that a power cut costs at most the last.

A text file, one line for each edit, undo and redo: its checksum, then JSON. A line is appended and synced, which takes
as long as the disk takes. The first line is the annotation as it was opened: the file tells everything by itself,
undo history included. It goes when the annotation is saved.

What can go wrong, and what is made of it:

* The last line is torn by a power cut: it is dropped; its stroke is the one that is lost.
* A line in the middle is damaged: what comes before it counts, and the file is kept aside as it is.
* The disk is full, or the folder is gone: the strokes stay in memory, `trouble` says so, and with the next one, or when
  `retry` is called, the whole journal is written anew, beside the old one, which it replaces only when it is whole.
"""

import errno
import json
import os
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from labeling.editing.history import History, begun
from vision.durable import make_folder, sync_folder, write_durably
from vision.inspection import Trouble, say

Lines = Iterable[Mapping[str, Any]]


class JournalTrouble(Trouble):
    """Strokes are not safe on disk, or some could not be brought back."""


class Journal:
    """Writes one journal. Nothing is on disk before the first `record`."""

    def __init__(self, path: Path, lines: Callable[[], Lines], *, is_whole: bool = False) -> None:
        """
        Args:
            lines: all that the journal shall hold at the moment, asked when it has to be written anew.
            is_whole: the file is there already and holds just that.
        """
        self._path = path
        self._lines = lines
        self._is_whole = is_whole
        self._trouble: JournalTrouble | None = None

    @property
    def trouble(self) -> JournalTrouble | None:
        """Why the last strokes are in memory only; None when all are on disk."""
        return self._trouble

    def record(self, line: Mapping[str, Any]) -> None:
        """Put one more line, the last of `lines()`, on disk; returns when it is there or `trouble` says why not."""
        self._write(lambda: self._append(line) if self._is_whole and self._path.exists() else self._renew())

    def retry(self) -> None:
        """Try again to write what is in memory only."""
        if self._trouble:
            self.renew()

    def renew(self) -> None:
        """Write the whole journal anew; `trouble` says when that is not possible."""
        self._write(self._renew)

    def remove(self) -> None:
        """All strokes are saved elsewhere. A file that cannot be removed does no harm: it tells what is saved."""
        self._trouble, self._is_whole = None, False
        with suppress(OSError):
            self._path.unlink(missing_ok=True)
            sync_folder(self._path.parent)

    def _write(self, how: Callable[[], None]) -> None:
        try:
            how()
        except OSError as error:
            self._is_whole = False
            self._trouble = self._trouble or _unwritten(self._path, error)
        else:
            self._is_whole, self._trouble = True, None

    def _append(self, line: Mapping[str, Any]) -> None:
        with self._path.open("ab") as out:
            out.write(_framed(line))
            out.flush()
            os.fsync(out.fileno())

    def _renew(self) -> None:
        make_folder(self._path.parent)
        write_durably(self._path, b"".join(map(_framed, self._lines())))


@dataclass(frozen=True, kw_only=True)
class Recovered:
    """What a journal says."""

    history: History | None
    """None when not even its first line can be read."""
    is_whole: bool
    """No line was dropped."""
    trouble: JournalTrouble | None
    """Told when strokes before the last one are lost. The file is kept aside then."""


def recover(path: Path) -> Recovered | None:
    """Read a journal back; None when there is none, the usual case.

    Raises:
        JournalTrouble: it is there and cannot be read, or its damaged file cannot be kept aside. It is left as it is.
    """
    try:
        content = path.read_bytes()
        lines = content.splitlines(keepends=True)
        history, lost = _replayed(lines)
        is_torn = history is not None and lost == 1 and not lines[-1].endswith(b"\n")
        trouble = _damaged(path, keep_aside(path), lost) if lost and not is_torn else None
        return Recovered(history=history, is_whole=lost == 0, trouble=trouble)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise JournalTrouble(
            say("The strokes in {path} cannot be read.", path=path),
            "The image is not opened, so that nothing is lost.",
            "Check the disk and the rights of this user, then open the image again.",
            detail=str(error),
        ) from error


def keep_aside(path: Path) -> Path:
    """Copy a journal to a name of its own beside it; until a new one replaces it, it stays.

    Raises:
        JournalTrouble: it cannot be copied. It is left as it is.
    """
    names = (path.with_name(f"{path.name}.aside-{number}") for number in count(1))
    try:
        aside = next(name for name in names if not name.exists())
        write_durably(aside, path.read_bytes())
    except OSError as error:
        raise JournalTrouble(
            say("The strokes in {path} do not fit the image or are damaged, and cannot be kept aside.", path=path),
            "The image is not opened, so that nothing is lost.",
            "Free space on this disk, or make it writable again, then open the image again.",
            detail=str(error),
        ) from error
    return aside


def _replayed(lines: list[bytes]) -> tuple[History | None, int]:
    """The history up to the first bad line, and how many lines are lost from there on."""
    history: History | None = None
    for number, line in enumerate(lines):
        try:
            told = _unframed(line)
            if history:
                history.replay(told)
            else:
                history = begun(told)
        except (ValueError, KeyError, TypeError):
            return history, len(lines) - number
    return history, 0


def _framed(line: Mapping[str, Any]) -> bytes:
    text = json.dumps(line, separators=(",", ":")).encode("ascii")
    return b"%08x %s\n" % (zlib.crc32(text), text)


def _unframed(framed: bytes) -> dict[str, Any]:
    """Raises `ValueError` for a line that is not as it was written."""
    checksum, _, text = framed.partition(b" ")
    if not text.endswith(b"\n") or int(checksum, 16) != zlib.crc32(text[:-1]):
        raise ValueError("the checksum does not fit")
    told = json.loads(text)
    if not isinstance(told, dict):
        raise TypeError("a line of a journal is an object")
    return told


def _unwritten(path: Path, error: OSError) -> JournalTrouble:
    is_full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    what = say("The disk with {path} is full.") if is_full else say("{path} cannot be written.")
    return JournalTrouble(
        say(what, path=path.parent),
        "You can go on drawing; until there is room, new strokes are lost if Loupe or the computer stops.",
        "Free space on this disk, or make it writable again, then save the image.",
        detail=str(error),
    )


def _damaged(path: Path, aside: Path, lost: int) -> JournalTrouble:
    return JournalTrouble(
        say("{path} is damaged: {count} lines of it cannot be read.", path=path.name, count=lost),
        "The strokes before them are back; what was saved is safe.",
        say("Look at the image and draw again what is missing. The damaged file is kept as {aside}.", aside=aside.name),
    )
