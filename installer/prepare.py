"""Brings the environment of a checkout to what its lock asks for, step by step, and says what is in the way."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from installer import libraries, packages
from installer.checkout import (
    Finding,
    Progress,
    Site,
    State,
    assess,
    installed_names,
    locked_names,
    read_stamp,
    write_stamp,
)
from installer.console import Steps, Stop, say

DISK_GB = 8.0
SCRATCH_GB = 3.0
"""pip unpacks its downloads in the system's temporary folder before they reach .venv."""

KEPT = frozenset({"loupe", "pip"})
"""In the environment, not in the lock."""

PROBE = "import cv2, PySide6.QtWidgets, torch, onnxruntime, pypylon.pylon, app"
"""What must load for Loupe to start; run once after an installation, because it takes seconds."""


def prepare(root: str, words: list[str]) -> Path:
    """Make everything ready and give the environment's interpreter.

    Raises:
        Stop: something is missing that the installer may not or cannot provide.
    """
    site = Site(Path(root))
    _provide_libraries(words)
    finding = assess(site)
    if finding.state is not State.READY:
        with _alone(site):
            _install(site, assess(site))
    return site.python


def _provide_libraries(words: list[str]) -> None:
    if sys.platform != "linux":
        return
    missing = libraries.missing_packages(os.environ)
    libraries.provide(
        missing,
        f"Qt and OpenCV need system libraries that are not here ({', '.join(missing)}).",
    )
    if os.environ.get("CI") and words[:1] == ["test"]:
        try:
            libraries.provide(
                libraries.missing_for_x_tests(),
                "The tests under a virtual X server need it.",
            )
        except Stop as stop:
            say(f"{stop}\nGoing on without: these tests skip themselves.")


def _install(site: Site, finding: Finding) -> None:
    if finding.state is State.READY:  # another bootstrap did it while this one waited
        return
    say(finding.reason)
    building = finding.state is State.BUILD
    steps = Steps(4 if building else 3)
    known = installed_names(read_stamp(site))
    if building:
        _require_venv_module()
        with steps.step("Making the environment in .venv"):
            _remake(site)
    with _told(site):
        size = " (about 3 GB to download, 7 GB on disk)" if building else ""
        with steps.step(f"Installing the locked packages{size}"):
            _install_packages(site, set() if building else known)
        with steps.step("Installing Loupe itself"):
            packages.install_loupe(site.python, site.root)
        with steps.step("Checking that everything loads"):
            _probe(site)
        write_stamp(site, Progress.FINISHED)


def _install_packages(site: Site, known: set[str]) -> None:
    """Install the lock and remove what it no longer names.

    Args:
        site: the checkout.
        known: the distributions of the last installation.
    """
    write_stamp(site, Progress.BEGUN)
    with tempfile.TemporaryDirectory() as scratch:
        packages.install_locked(site.python, site.lock, Path(scratch))
    packages.remove(site.python, known - locked_names(site.lock.read_text("utf-8")) - KEPT)
    write_stamp(site, Progress.UNPACKED)


def _remake(site: Site) -> None:
    with _told(site):
        if site.venv.is_symlink() or site.venv.is_file():
            site.venv.unlink()
        elif site.venv.exists():
            shutil.rmtree(site.venv)
        _require_disk(site)
        site.venv.mkdir()
        write_stamp(site, Progress.BEGUN)
    made = subprocess.run(
        [sys.executable, "-I", "-m", "venv", str(site.venv)],
        capture_output=True,
        text=True,
    )
    if made.returncode:
        raise Stop(f"Python could not make an environment in {site.venv}:\n{made.stdout}{made.stderr}".rstrip())


def _require_disk(site: Site) -> None:
    _require_free(site.root, DISK_GB, "the packages")
    scratch = Path(tempfile.gettempdir())
    if scratch.stat().st_dev != site.root.stat().st_dev:
        _require_free(scratch, SCRATCH_GB, "unpacking downloads")


def _require_free(folder: Path, needed_gb: float, purpose: str) -> None:
    free_gb = shutil.disk_usage(folder).free / 1e9
    if free_gb < needed_gb:
        raise Stop(
            f"The disk of {folder} has {free_gb:.1f} GB free and {purpose} need about {needed_gb:.0f} GB. "
            "Free some space and run the same command again."
        )


def _require_venv_module() -> None:
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    name = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    why = f"This Python ({sys.executable}) comes without its modules venv and ensurepip."
    if not sys.base_prefix.startswith("/usr") or sys.base_prefix.startswith("/usr/local"):
        raise Stop(f"{why} Install a complete Python 3.11, 3.12 or 3.13 and run the same command with it.")
    libraries.provide([name], why)
    importlib.invalidate_caches()


def _probe(site: Site) -> None:
    environment = {
        **os.environ,
        "NO_ALBUMENTATIONS_UPDATE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }
    probe = subprocess.run(
        [site.python, "-P", "-c", PROBE],
        env=environment,
        capture_output=True,
        text=True,
    )
    if probe.returncode == 0:
        return
    lines = probe.stderr.strip().splitlines() or [f"it ends with code {probe.returncode} and says nothing"]
    hint = ""
    if os.name == "nt" and "DLL load failed" in probe.stderr:
        hint = " Install the Microsoft Visual C++ Redistributable (x64) and run the same command again."
    raise Stop(f"The packages are installed, but one of them does not load: {lines[-1]}.{hint}")


@contextlib.contextmanager
def _told(site: Site) -> Iterator[None]:
    """Tell the operating system's refusals in a sentence."""
    try:
        yield
    except PermissionError as error:
        raise Stop(
            f"This user may not write to {error.filename or site.root}. Use a checkout in a folder of your own, "
            "or correct the rights, and run the same command again."
        ) from error
    except OSError as error:
        raise Stop(f"Loupe cannot be installed in {site.root}: {error.strerror or error}.") from error


@contextlib.contextmanager
def _alone(site: Site) -> Iterator[None]:
    """Hold the checkout for one installation at a time; a second bootstrap waits and then finds it done."""
    with site.lock.open("rb") as handle:
        if not _try_lock(handle.fileno()):
            say("Another installation is at work in this checkout; waiting for it.")
            _wait_lock(handle.fileno())
        yield


if os.name == "nt":
    import msvcrt
    import time

    _BEYOND_THE_END = 1 << 30

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _BEYOND_THE_END, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        os.lseek(descriptor, 0, os.SEEK_SET)
        return True

    def _wait_lock(descriptor: int) -> None:
        while not _try_lock(descriptor):
            time.sleep(1.0)

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _wait_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
