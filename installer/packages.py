"""pip, told exactly what to install, with its chatter boiled down and its failures in plain words."""

from __future__ import annotations

import re
import subprocess
import time
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from installer.checkout import locked_names, normalized
from installer.console import Stop, say

BUILD_TOOLS = frozenset(
    {
        "editables",
        "hatchling",
        "packaging",
        "pathspec",
        "pluggy",
        "setuptools",
        "trove-classifiers",
    }
)
"""What builds Loupe itself and the one locked package that PyPI has as source only; installed first, so that nothing
is ever built with a tool that has no hash in the lock."""

LARGE_MB = 20.0
MANY = 20
SECONDS_BETWEEN_LINES = 5.0

CAUSES = (
    (
        r"No space left on device|Errno 28|not enough space on the disk",
        "The disk is full. Free about 8 GB and run the same command again.",
    ),
    (
        r"DO NOT MATCH THE HASHES",
        "A downloaded file is not the one in installer/requirements.lock, so it is refused. A proxy or mirror may have "
        "changed it; run again on another network, or clear pip's cache with: python3 -m pip cache purge",
    ),
    (
        r"name resolution|NameResolutionError|NewConnectionError|getaddrinfo|Network is unreachable|ReadTimeoutError"
        r"|ConnectTimeoutError|ProxyError|SSLError|Connection refused|Connection broken|Connection aborted"
        r"|No matching distribution found|ConnectionResetError|RemoteDisconnected",
        "The package index cannot be reached. Check the network or the proxy (HTTPS_PROXY, PIP_INDEX_URL) and run the "
        "same command again; what was downloaded is kept.",
    ),
    (
        r"Permission denied|Errno 13|Access is denied|Read-only file system",
        "This user may not write there. Use a checkout in a folder of your own, or correct the rights.",
    ),
    (
        r"Windows Long Path|filename or extension is too long",
        "A path is too long for this Windows. Enable long paths or move the checkout to a short folder such as C:\\loupe.",
    ),
)
"""What pip says, and what it means for the person in front of it; the first that fits is told."""


def blocks(lock: str) -> Iterator[str]:
    """The requirements of a lock, each with its hashes, comments left out."""
    block: list[str] = []
    for line in lock.splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if not line[0].isspace() and block:
            yield "\n".join(block)
            block = []
        if not line.strip().startswith("#"):
            block.append(line)
    if block:
        yield "\n".join(block)


def only(lock: str, names: Iterable[str]) -> str:
    """The part of a lock that concerns these distributions."""
    wanted = {normalized(name) for name in names}
    return "\n".join(block for block in blocks(lock) if locked_names(block) & wanted) + "\n"


def install_locked(python: Path, lock: Path, scratch: Path) -> None:
    """Install the whole lock, build tools first.

    Args:
        python: the environment's interpreter.
        lock: the requirements with hashes.
        scratch: a folder for the first part of the lock.

    Raises:
        Stop: pip fails; the text says why in plain words.
    """
    tools = scratch / "build-tools.txt"
    tools.write_text(only(lock.read_text("utf-8"), BUILD_TOOLS), "utf-8")
    for requirements in (tools, lock):
        # Without isolation a source package is built with the tools above instead of unpinned ones from the network.
        pip(
            python,
            "install",
            "--no-deps",
            "--require-hashes",
            "--no-build-isolation",
            "--use-pep517",
            "-r",
            requirements,
        )


def install_loupe(python: Path, root: Path) -> None:
    """Install the checkout itself, editable; fetches nothing."""
    pip(python, "install", "--no-deps", "--no-build-isolation", "-e", root)


def remove(python: Path, names: set[str]) -> None:
    """Uninstall distributions that the lock no longer names."""
    if names:
        pip(python, "uninstall", "-y", *sorted(names))


def pip(python: Path, command: str, *arguments: str | Path) -> None:
    """Run pip quietly: its progress as a few lines, its failure as a sentence.

    Raises:
        Stop: pip ends with an error.
    """
    line = [
        str(python),
        "-I",
        "-u",
        "-m",
        "pip",
        command,
        "--disable-pip-version-check",
        "--no-input",
        "--progress-bar=off",
    ]
    if command == "uninstall":
        line.remove("--progress-bar=off")
    process = subprocess.Popen(
        [*line, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    with process:
        try:
            tail = _follow(process.stdout or ())
        except KeyboardInterrupt:
            process.terminate()  # a pip left behind would go on writing into .venv
            raise
    if process.returncode:
        raise Stop(explain(tail))


def explain(tail: Iterable[str]) -> str:
    """A sentence for pip's last lines, followed by those lines when no known cause fits."""
    text = "\n".join(tail)
    for pattern, sentence in CAUSES:
        if re.search(pattern, text, re.IGNORECASE):
            return sentence
    return f"pip stops with an error that the installer does not know. Its last lines are:\n{text}"


class Digest:
    """Turns pip's lines into few: every large download, and otherwise one line each few seconds."""

    def __init__(self) -> None:
        self._count = 0
        self._spoken = time.monotonic()

    def line(self, line: str) -> str:
        """What to tell about this line of pip; empty for nothing."""
        if line.startswith("Collecting "):
            self._count += 1
            name = line.split()[1].partition(";")[0]
            return self._now_and_then(f"{self._count:3d} packages, now {name}")
        size = re.search(r"Downloading (\S+).*\(([\d.]+) MB\)", line)
        if size and float(size[2]) >= LARGE_MB:
            return self._say(f"downloading {size[1].rpartition('/')[2].partition('-')[0]}, {float(size[2]):.0f} MB")
        if line.startswith("Installing collected packages") and self._count > MANY:
            return self._say("unpacking; this takes some minutes")
        if "Retrying (" in line:
            return self._say("waiting for the network")
        return ""

    def _now_and_then(self, text: str) -> str:
        return self._say(text) if time.monotonic() - self._spoken > SECONDS_BETWEEN_LINES else ""

    def _say(self, text: str) -> str:
        self._spoken = time.monotonic()
        return f"      {text}"


def _follow(lines: Iterable[str]) -> list[str]:
    digest, tail = Digest(), deque[str](maxlen=25)
    for line in lines:
        tail.append(line.rstrip())
        told = digest.line(line.strip())
        if told:
            say(told)
    return list(tail)
