"""What reads the code without running it: ruff and mypy, with the settings in pyproject.toml, and the lock's age."""

import subprocess
import sys
from pathlib import Path

import pytest

from installer import lock

ROOT = Path(__file__).resolve().parent.parent
CODE = ("app", "labeling", "vision", "installer", "tests")


def assert_content(*command: str) -> None:
    """Run a tool of the environment over the project; its complaints are the failure."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_ruff_finds_nothing() -> None:
    assert_content("ruff", "check", "--no-cache", "--output-format=concise", *CODE)


def test_the_formatter_would_change_nothing() -> None:
    assert_content("ruff", "format", "--no-cache", "--check", *CODE)


@pytest.mark.slow
@pytest.mark.timeout(900)  # a cold cache reads torch's types first, minutes on a loaded machine
def test_types_are_strict_in_vision_and_labeling_and_checked_in_app() -> None:
    assert_content("mypy", "--no-error-summary")


def test_the_lock_fits_the_project() -> None:
    project, locked = lock.PROJECT.read_text("utf-8"), lock.LOCK.read_text("utf-8")
    assert lock.is_current(project, locked), "run: python installer/lock.py"
