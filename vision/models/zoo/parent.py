"""The training child as its parent sees it: started without the network, followed, ended."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import psutil

import vision
from vision.detectors.family import Cancelled, FitProgress, FitStage, ModelTrouble
from vision.inspection import Sentence, say
from vision.models.zoo.job import ERRORS, TOLD

POLL_S = 0.05
END_S = 5.0
"""How long a child that is told to end may take before it is killed."""
DETAIL_CHARACTERS = 4_000
LEAST_FREE = 512 * 2**20
"""Bytes of the computer's memory that a training leaves to the station, or is ended."""


def train_in_child(title: str, folder: Path, progress: FitProgress, cancelled: Callable[[], bool]) -> None:
    """Let a child do the job in `folder`; back when its model file is there.

    Files stand between the two instead of pipes, which would fill up or need a thread to read them.

    Raises:
        ModelTrouble: the child's own, or its last words; or it took the memory that the station needs.
        Cancelled: as asked; the child has ended.
    """
    with (folder / TOLD).open("wb") as told, (folder / ERRORS).open("wb") as errors:
        child = _start(folder, told, errors)
    try:
        with (folder / TOLD).open(encoding="utf-8") as lines:
            while child.poll() is None:
                _pass_on(lines, progress)
                if cancelled():
                    raise Cancelled
                _check_room(title)
                with suppress(subprocess.TimeoutExpired):
                    child.wait(POLL_S)
            _pass_on(lines, progress)
    finally:
        _end(child)
    if child.returncode != 0:
        raise _failed(title, folder, child.returncode)


def _start(folder: Path, told: IO[bytes], errors: IO[bytes]) -> "subprocess.Popen[bytes]":
    """The child works in its folder, whatever a library leaves behind; its standard input ends when we do."""
    command = [sys.executable, "-m", "vision.models.zoo.child", str(folder)]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=told, stderr=errors, cwd=folder, env=_environment(folder)
    )


def _environment(folder: Path) -> dict[str, str]:
    """Ours, but offline, with every library's cache in the folder, and with the same Loupe as this one."""
    caches = dict.fromkeys(("HF_HOME", "TORCH_HOME", "XDG_CACHE_HOME", "MPLCONFIGDIR"), str(folder / "cache"))
    offline = {"HF_HUB_OFFLINE": "1", "NO_ALBUMENTATIONS_UPDATE": "1"}
    return os.environ | caches | offline | {"PYTHONPATH": str(Path(vision.__file__).parents[1])}


def _check_room(title: str) -> None:
    free = int(psutil.virtual_memory().available)
    if free < LEAST_FREE:
        raise ModelTrouble(
            say("{model} was stopped: the memory of this computer ran short.", model=title),
            "Nothing is taught.",
            "Close other programs, or teach with fewer images or a smaller size.",
            detail=f"{free // 2**20} MB were free, the station needs {LEAST_FREE // 2**20} MB.",
        )


def _pass_on(lines: IO[str], progress: FitProgress) -> None:
    for word in _words(lines):
        if "trouble" in word:
            raise ModelTrouble(*(Sentence.recall(memo) for memo in word["trouble"]), detail=word["detail"])
        progress(FitStage(word["stage"]), word["done"], word["total"])


def _words(lines: IO[str]) -> Iterator[dict[str, Any]]:
    """The whole lines that are there by now."""
    while True:
        start = lines.tell()
        line = lines.readline()
        if not line.endswith("\n"):
            lines.seek(start)
            return
        yield json.loads(line)


def _end(child: "subprocess.Popen[bytes]") -> None:
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(END_S)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
    if child.stdin is not None:
        child.stdin.close()


def _failed(title: str, folder: Path, code: int) -> ModelTrouble:
    last = (folder / ERRORS).read_text(encoding="utf-8", errors="replace")[-DETAIL_CHARACTERS:]
    return ModelTrouble(
        say("{model} cannot be trained.", model=title),
        "Nothing is taught.",
        "Try fewer images or a smaller size; the details say what went wrong.",
        detail=f"The training ended with code {code}.\n{last}",
    )
