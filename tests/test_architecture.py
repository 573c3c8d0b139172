"""The arrows and doors of the project, as tests: who may import whom, and what an import may load."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("torch", "anomalib", "pypylon", "harvesters", "genicam", "PySide6", "onnxruntime", "albumentations")
HARD_LIMIT_LINES = 400


def sources() -> list[Path]:
    """Every source file of ours, tests left out."""
    return [path for folder in ("app", "labeling", "vision", "installer") for path in (ROOT / folder).rglob("*.py")]


def loaded_by(statement: str) -> set[str]:
    """Which heavy libraries a fresh Python has loaded after this statement."""
    code = f"{statement}\nimport json, sys; print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def test_imports_follow_the_arrows() -> None:
    """In a process of its own: import-linter switches the loggers off that exist when it starts."""
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "package", ["vision.inspection", "vision.recipe", "vision.cameras", "vision.storage", "vision.station", "labeling"]
)
def test_packages_import_cheaply(package: str) -> None:
    assert loaded_by(f"import {package}") == set()


def test_the_command_line_loads_no_qt_and_no_torch_before_it_knows_its_verb() -> None:
    statement = "from app.environment import settle; settle(); from app.cli.main import build_parser; build_parser()"
    assert loaded_by(statement) == set()


def test_files_stay_readable_in_one_sitting() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in sources()}
    assert not {str(path.relative_to(ROOT)): n for path, n in lengths.items() if n > HARD_LIMIT_LINES}


def test_every_module_says_why_it_is_there() -> None:
    silent = [
        path.relative_to(ROOT).as_posix()
        for path in sources()
        if (text := path.read_text("utf-8").strip()) and not text.startswith(('"""', "#!", 'r"""'))
    ]
    assert silent == []
