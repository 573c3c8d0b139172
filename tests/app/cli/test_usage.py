"""What a script gets when it asks wrongly, and where the home is: exit 2 with a reason, nothing on standard output."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.main import VERBS, load_verb
from tests.app.cli.calls import RECIPE, Loupe, environment, program
from vision.storage import Home

WRONG = [
    ("nonsense",),
    ("inspect", "--recipe", RECIPE),
    ("inspect", "a.png"),
    ("inspect", "a.png", "--recipe"),
    ("run", "--camera", "virtual"),
    ("run", "--recipe", RECIPE),
    ("run", "--recipe", RECIPE, "--camera", "telescope:1"),
    ("run", "--recipe", RECIPE, "--camera", "virtual:seed=x"),
    ("run", "--recipe", RECIPE, "--camera", "virtual:colour=red"),
    ("run", "--recipe", RECIPE, "--camera", "usb:first"),
    ("run", "--recipe", RECIPE, "--camera", "gentl:file.cti"),
    ("run", "--recipe", RECIPE, "--camera", "folder:"),
    ("run", "--recipe", RECIPE, "--camera", "virtual", "--trigger", "sometimes"),
    ("run", "--recipe", RECIPE, "--camera", "virtual", "--trigger", "interval"),
    ("run", "--recipe", RECIPE, "--camera", "virtual", "--trigger", "interval=0"),
    ("run", "--recipe", RECIPE, "--camera", "virtual", "--trigger", "interval=-5"),
    ("run", "--recipe", RECIPE, "--camera", "virtual", "--trigger", "interval=nan"),
    ("run", "--recipe", RECIPE, "--camera", "virtual", "--trigger", "line=3"),
    ("run", "--recipe", RECIPE, "--camera", "virtual", "--parts", "0"),
    ("run", "--recipe", RECIPE, "--camera", "virtual", "--parts", "-1"),
    ("run", "--recipe", RECIPE, "--camera", "virtual", "--parts", "many"),
    ("teach", "images"),
    ("teach", "--recipe", RECIPE),
    ("teach", "images", "--recipe", RECIPE, "--seed", "x"),
    ("teach", "images", "--recipe", RECIPE, "--seed", "-1"),
    ("evaluate", "--recipe", RECIPE),
    ("records", "--limit", "-1"),
    ("records", "--limit", "x"),
    ("records", "surplus"),
    ("replay",),
    ("backup",),
    ("restore",),
    ("demo", "--parts", "19"),
    ("demo", "--seed", "x"),
    ("cameras", "--unknown"),
]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_usage_exits_2_with_the_reason_on_standard_error(
    loupe: Loupe, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LOUPE_HOME", str(tmp_path / "untouched"))
    answer = loupe(*words)
    assert answer.code == 2
    assert answer.out == ""
    reason = answer.err.splitlines()[-1]
    assert reason.startswith("loupe")
    assert "error:" in reason
    assert not (tmp_path / "untouched").exists()


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_explains_itself_and_takes_a_home(loupe: Loupe, verb: str) -> None:
    answer = loupe(verb, "--help", json=False)
    assert answer.code == 0
    assert "--home DIR" in answer.out
    assert ("--json" in answer.out) is load_verb(verb).has_json


def test_the_whole_command_names_every_verb(loupe: Loupe) -> None:
    answer = loupe("--help", json=False)
    assert answer.code == 0
    assert all(verb in answer.out for verb in VERBS)


def test_the_home_is_chosen_before_or_after_the_verb_and_beats_the_variable(
    loupe: Loupe, home: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    loupe("inspect", "nowhere.png", "--recipe", RECIPE)
    assert len(loupe("records").objects) == 1  # LOUPE_HOME
    monkeypatch.setenv("LOUPE_HOME", str(tmp_path / "elsewhere"))
    assert "elsewhere" in loupe("records").sentence
    assert len(loupe("records", "--home", home.root).objects) == 1
    assert len(loupe("--home", home.root, "records").objects) == 1


def test_the_app_without_a_screen_is_a_plain_message(home: Home) -> None:
    """And a program that says so needs no terminal."""
    without = {key: value for key, value in environment(home.root).items() if key != "QT_QPA_PLATFORM"}
    if sys.platform != "linux":
        pytest.skip("there is always a screen")
    done = subprocess.run(
        [sys.executable, "-m", "app"], env=without, cwd=home.root, stdin=subprocess.DEVNULL, capture_output=True
    )
    assert done.returncode == 1
    assert done.stdout == b""
    assert b"There is no screen here." in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise on Windows")
def test_a_reader_that_goes_away_is_no_trace(home: Home, loupe: Loupe) -> None:
    loupe("inspect", *["nowhere.png"] * 30, "--recipe", RECIPE)
    line = f"{sys.executable} -m app records --json | head -n 1"
    done = subprocess.run(["bash", "-c", line], env=environment(home.root), capture_output=True, cwd=home.root)
    assert done.stdout.count(b"\n") == 1
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


def test_json_stays_json_when_a_verb_fails(home: Home, loupe: Loupe) -> None:
    loupe("inspect", "nowhere.png", "--recipe", RECIPE)
    answer = program(home.root, "replay", "no-such-id", "--json")
    assert answer.out == ""
    assert "no-such-id" in answer.sentence
