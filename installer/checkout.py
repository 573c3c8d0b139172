"""What is installed in this checkout, and whether it is what the lock asks for. Looks only, changes nothing."""

from __future__ import annotations

import enum
import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


class State(enum.Enum):
    """What has to happen before Loupe can start."""

    READY = "ready"
    UPDATE = "update"
    BUILD = "build"


class Progress(enum.Enum):
    """How far an installation is. `BEGUN`: packages may be torn; `UNPACKED`: they are whole; `FINISHED`: all is."""

    BEGUN = "begun"
    UNPACKED = "unpacked"
    FINISHED = "finished"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A state and the sentence that says why."""

    state: State
    reason: str = ""


@dataclass(frozen=True)
class Site:
    """The places of one checkout."""

    root: Path

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def lock(self) -> Path:
        return self.root / "installer" / "requirements.lock"

    @property
    def stamp(self) -> Path:
        """Written before anything is installed and after: a torn installation shows."""
        return self.venv / "loupe-installed.json"

    def fingerprint(self) -> str:
        """Changes when the lock, the project file, the place or Python's version does."""
        parts = [
            self.lock.read_bytes(),
            (self.root / "pyproject.toml").read_bytes(),
            bytes(str(self.root), "utf-8"),
        ]
        parts.append(bytes(python_version(), "ascii"))
        return hashlib.sha256(b"\0".join(parts)).hexdigest()


def python_version() -> str:
    """Major and minor version of the running Python, which the environment shares."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def assess(site: Site) -> Finding:
    """Compare what is there with what should be; well under a second."""
    if not site.venv.exists():
        return Finding(state=State.BUILD, reason="There is no environment yet.")
    if not _runs(site.python):
        return Finding(
            state=State.BUILD,
            reason="The environment in .venv does not start; it is built again.",
        )
    stamp = read_stamp(site)
    if stamp is None:
        return Finding(
            state=State.UPDATE,
            reason="The environment in .venv was made by other means; it is completed.",
        )
    return _compare(site, stamp)


def _compare(site: Site, stamp: dict[str, object]) -> Finding:
    if not stamp.get("complete"):
        return Finding(
            state=State.BUILD,
            reason="The last installation was interrupted; it is done again.",
        )
    if stamp.get("python") != python_version():
        return Finding(
            state=State.BUILD,
            reason="The environment belongs to another Python; it is built again.",
        )
    damaged = [name for name in _names(stamp) if not _has_record(site.venv / name)]
    if damaged:
        return Finding(
            state=State.BUILD,
            reason=f"{Path(damaged[0]).name} is damaged in .venv; it is built again.",
        )
    if stamp.get("fingerprint") != site.fingerprint():
        return Finding(
            state=State.UPDATE,
            reason="The project has changed since the last start; the environment follows.",
        )
    return Finding(state=State.READY)


def read_stamp(site: Site) -> dict[str, object] | None:
    """The stamp; None when there is none, and an incomplete one when it cannot be read."""
    try:
        content = json.loads(site.stamp.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return {"complete": False}
    return content if isinstance(content, dict) else {"complete": False}


def write_stamp(site: Site, progress: Progress) -> None:
    """Say how far the installation is; only a finished one carries the fingerprint."""
    content = {
        "complete": progress is not Progress.BEGUN,
        "python": python_version(),
        "fingerprint": site.fingerprint() if progress is Progress.FINISHED else "",
        "installed": [] if progress is Progress.BEGUN else _distributions(site),
    }
    site.stamp.write_text(json.dumps(content, indent=1), "utf-8")


def locked_names(lock: str) -> set[str]:
    """The distributions that a lock names, normalized."""
    return {normalized(name) for name in re.findall(r"^([A-Za-z0-9][\w.-]*)==", lock, re.MULTILINE)}


def installed_names(stamp: dict[str, object] | None) -> set[str]:
    """The distributions that the stamp lists, normalized."""
    return {normalized(Path(name).name.split("-")[0]) for name in _names(stamp or {})}


def normalized(name: str) -> str:
    """One spelling per distribution: lower case, runs of `-_.` as one dash."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _names(stamp: dict[str, object]) -> list[str]:
    names = stamp.get("installed")
    return [str(name) for name in names] if isinstance(names, list) else []


def _distributions(site: Site) -> list[str]:
    packages = "Lib/site-packages" if os.name == "nt" else "lib/python*/site-packages"
    records = site.venv.glob(f"{packages}/*.dist-info/RECORD")
    return sorted(record.parent.relative_to(site.venv).as_posix() for record in records)


def _has_record(folder: Path) -> bool:
    try:
        return (folder / "RECORD").stat().st_size > 0
    except OSError:
        return False


def _runs(python: Path) -> bool:
    try:
        return subprocess.run([python, "-I", "-S", "-c", ""], capture_output=True).returncode == 0
    except OSError:
        return False
