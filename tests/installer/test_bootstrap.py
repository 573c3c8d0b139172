"""The bootstrap's own behaviour: which Python it takes, how it hands over, and what it says when it stops."""

import ast
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from installer import bootstrap, prepare
from installer.console import Stop

ROOT = Path(__file__).resolve().parents[2]


def test_any_python_3_can_read_it() -> None:
    ast.parse((ROOT / "installer" / "bootstrap.py").read_text("utf-8"), feature_version=(3, 4))


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 12, 4), (3, 13, 9)])
def test_fitting_pythons_are_taken(version: tuple[int, int, int]) -> None:
    assert bootstrap.python_trouble(version) == ""


@pytest.mark.parametrize(("version", "name"), [((2, 7, 18), "2.7"), ((3, 10, 1), "3.10"), ((3, 14, 0), "3.14")])
def test_other_pythons_are_named_and_what_is_needed(version: tuple[int, int, int], name: str) -> None:
    sentence = bootstrap.python_trouble(version)
    assert f"this is Python {name} " in sentence
    assert "needs Python 3.11, 3.12 or 3.13" in sentence


def test_an_unfit_python_changes_nothing_and_ends_with_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 1))
    assert bootstrap.main(["demo"]) == 3
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "this is Python 3.10" in captured.err


def test_what_stops_it_is_said_without_a_trace(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(prepare, "prepare", _raising(Stop("The disk is full.")))
    assert bootstrap.main(["demo"]) == 3
    assert capsys.readouterr() == ("", "The disk is full.\n")


def test_ctrl_c_during_the_installation_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(prepare, "prepare", _raising(KeyboardInterrupt()))
    assert bootstrap.main(["demo"]) == 130
    assert "Run the same command again" in capsys.readouterr().err


def _raising(error: BaseException):  # type: ignore[no-untyped-def]
    def fail(*_: object) -> None:
        raise error

    return fail


def test_words_go_to_loupe_as_they_stand() -> None:
    command, environment = bootstrap.program("python", ["inspect", "a b.png", "--json"])
    assert command == ["python", "-P", "-m", "app", "inspect", "a b.png", "--json"]
    assert environment == dict(os.environ)


def test_test_runs_the_suite_of_this_checkout_offscreen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    command, environment = bootstrap.program("python", ["test", "-k", "codec"])
    assert command == ["python", "-m", "pytest", "-k", "codec"]
    assert environment["QT_QPA_PLATFORM"] == "offscreen"
    assert Path.cwd() == ROOT


BECOME = """
import os, sys
from installer.bootstrap import become
child = "import signal,sys,time\\nprint('{}', flush=True)\\ntry:\\n  time.sleep(30)\\nexcept KeyboardInterrupt:\\n  sys.exit(7)"
become([sys.executable, "-c", child], dict(os.environ))
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows has no SIGINT to send")
def test_sigint_exit_code_and_output_are_the_programs_own() -> None:
    with subprocess.Popen([sys.executable, "-c", BECOME], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "{}\n"
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 7
        assert process.stdout.read() == ""
