"""Calling `loupe` as scripts do: in this process, or as a program of its own where being a program matters."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import main

ROOT = Path(__file__).resolve().parents[3]
RECIPE = "Flansch Größe 2"
SIZE = (320, 240)
Values = dict[str, Any]


def no_constant(name: str) -> float:
    """JSON has no NaN and no Infinity, though Python reads them."""
    raise AssertionError(f"{name} in the output")


def read_line(line: str) -> Values:
    """One line of standard output as the object that it has to be."""
    value = json.loads(line, parse_constant=no_constant)
    assert isinstance(value, dict)
    return value


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a call came to."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[Values]:
        """Standard output, which is JSON objects only, one a line."""
        assert self.out == "" or self.out.endswith("\n")
        return [read_line(line) for line in self.out.split("\n")[:-1]]

    @property
    def one(self) -> Values:
        (value,) = self.objects
        return value

    @property
    def sentence(self) -> str:
        """The complaint of a call that failed, which is no trace of Python's."""
        assert self.code == 1, self
        assert self.err.strip()
        assert "Traceback" not in self.err
        return self.err


class Loupe:
    """The command in this process; `--json` is added unless told otherwise."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: str | Path, json: bool = True) -> Answer:
        self._capsys.readouterr()
        asked = [str(word) for word in words] + ["--json"] * json
        try:
            code = main(asked)
        except SystemExit as end:  # argparse's way to leave
            code = int(end.code or 0)
        said = self._capsys.readouterr()
        return Answer(code=code, out=said.out, err=said.err)


def environment(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """That of a script: no terminal, no screen, one thread for tiny tensors."""
    kept = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return kept | {"LOUPE_HOME": str(home), "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)} | dict(more or {})


def start(home: Path, *words: str | bytes | Path, more: Mapping[str, str] | None = None) -> "subprocess.Popen[bytes]":
    """Start `python -m app` with its three streams apart; standard input is closed."""
    return subprocess.Popen(
        [sys.executable, "-m", "app", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(home, more),
        cwd=home,
    )


def program(home: Path, *words: str | bytes | Path, more: Mapping[str, str] | None = None) -> Answer:
    """Run `python -m app` to its end; both streams are UTF-8."""
    child = start(home, *words, more=more)
    out, err = child.communicate(timeout=100)
    return Answer(code=child.returncode, out=out.decode(), err=err.decode())
