"""The system libraries that the wheels do not carry: found by loading them, installed by apt where we may.

The lists were found on a clean Debian by adding packages until Qt's offscreen and xcb platforms ran; `libGL.so.1` and
`libgthread-2.0.so.0` are what `opencv-python` links besides. Windows wheels carry everything.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from installer.console import Stop, say

OFFSCREEN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libstdc++.so.6": "libstdc++6",
}
"""Soname to Debian package: what Qt without a screen, and OpenCV, load."""

SCREEN = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-util.so.1": "libxcb-util1",
    "libX11-xcb.so.1": "libx11-xcb1",
}
"""What Qt loads besides, to draw on an X server."""

FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.fonts",
    "~/.local/share/fonts",
)
FONT_PACKAGE = "fonts-dejavu-core"
X_SERVER_PACKAGES = ("xvfb", "xauth")
X_SERVER_PROGRAMS = ("Xvfb", "xauth")

Loads = Callable[[str], bool]


def loads(soname: str) -> bool:
    """Whether the dynamic loader finds this library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def has_font(folders: tuple[str, ...] = FONT_FOLDERS) -> bool:
    """Whether there is any font; Qt brings none, and text without one is empty boxes."""
    existing = (Path(folder).expanduser() for folder in folders)
    return any(next(folder.rglob("*.[to]tf"), None) is not None for folder in existing if folder.is_dir())


def missing_packages(environment: Mapping[str, str], found: Loads = loads, *, font: bool | None = None) -> list[str]:
    """The Debian packages without which Loupe cannot start here, sorted and each once.

    Args:
        environment: `DISPLAY` in it asks for the X libraries too.
        found: says whether a soname can be loaded.
        font: whether a font is installed; None looks.
    """
    wanted = {**OFFSCREEN, **SCREEN} if environment.get("DISPLAY") else OFFSCREEN
    packages = {package for soname, package in wanted.items() if not found(soname)}
    if not (has_font() if font is None else font):
        packages.add(FONT_PACKAGE)
    return sorted(packages)


def missing_for_x_tests(found: Loads = loads) -> list[str]:
    """What the tests under a virtual X server need besides; without it they skip themselves."""
    packages = {package for soname, package in SCREEN.items() if not found(soname)}
    packages.update(
        package for package, program in zip(X_SERVER_PACKAGES, X_SERVER_PROGRAMS) if not shutil.which(program)
    )
    return sorted(packages)


def apt_command(packages: list[str]) -> list[str]:
    """The exact command that installs these packages on Debian and Ubuntu."""
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def provide(packages: list[str], why: str) -> None:
    """Install Debian packages as root, or say exactly which are missing.

    Raises:
        Stop: not root, not Debian, or apt fails.
    """
    if not packages:
        return
    command = apt_command(packages)
    if not _may_install():
        raise Stop(_how_to_install(command, why))
    say(f"{why} Installing it as root: {' '.join(command)}")
    if not _lists_present():
        _apt(["apt-get", "update"])
    if not _apt(command) and not (_apt(["apt-get", "update"]) and _apt(command)):
        raise Stop(f"apt-get could not install {', '.join(packages)}; its messages are above. {why}")


def _how_to_install(command: list[str], why: str) -> str:
    if shutil.which("apt-get"):
        return f"{why} Install it and run the same command again:\n    sudo {' '.join(command)}"
    names = " ".join(command[4:])
    return f"{why} This system has no apt-get; install what corresponds to these Debian packages:\n    {names}"


def _may_install() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _lists_present() -> bool:
    return any(Path("/var/lib/apt/lists").glob("*_Packages*"))


def _apt(command: list[str]) -> bool:
    quiet = [command[0], "-qq", *command[1:]]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # Standard output belongs to the program that is started afterwards.
    return subprocess.run(quiet, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr).returncode == 0
