"""Renews the lock, and tells whether it still fits pyproject.toml. For developers; needs `uv`, and the network.

    python installer/lock.py             lock again, keeping the versions that still fit
    python installer/lock.py --upgrade   lock again with the newest versions that fit
    python installer/lock.py --check     exit 1 when pyproject's dependencies changed since; no network, no uv

One universal lock for Linux and Windows: a lock per platform would let the two drift apart unseen. The first line
holds a fingerprint of what was locked, so that a test can tell a forgotten renewal without resolving anything.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT / "pyproject.toml"
LOCK = ROOT / "installer" / "requirements.lock"
MARK = "# locked from: sha256:"
COMMAND = (
    "pip",
    "compile",
    "pyproject.toml",
    "--extra",
    "dev",
    "--universal",
    "--python-version",
    "3.11",
)


def fingerprint(project: str) -> str:
    """Hash of everything in pyproject.toml that decides what is locked."""
    content = tomllib.loads(project)
    deciding = [
        content["project"]["requires-python"],
        content["project"]["dependencies"],
        content["project"]["optional-dependencies"],
        content.get("tool", {}).get("uv", {}),
    ]
    return hashlib.sha256(json.dumps(deciding, sort_keys=True).encode()).hexdigest()


def is_current(project: str, lock: str) -> bool:
    """Whether this lock was made from these dependencies."""
    found = re.match(re.escape(MARK) + r"([0-9a-f]{64})\n", lock)
    return found is not None and found[1] == fingerprint(project)


def marked(project: str, lock: str) -> str:
    """The lock with the fingerprint as its first line."""
    rest = re.sub(r"\A" + re.escape(MARK) + r"[^\n]*\n", "", lock)
    return f"{MARK}{fingerprint(project)}\n{rest}"


def renew(options: list[str]) -> int:
    """Lock again with uv; its exit code, or 3 without uv."""
    uv = shutil.which("uv")
    if uv is None:
        print(
            "Locking needs uv (https://docs.astral.sh/uv); install it and run this again.",
            file=sys.stderr,
        )
        return 3
    told = ("--custom-compile-command", "python installer/lock.py", "--quiet")
    output = ("--generate-hashes", "-o", str(LOCK.relative_to(ROOT)))
    code = subprocess.run([uv, *COMMAND, *output, *told, *options], cwd=ROOT).returncode
    if code == 0:
        LOCK.write_text(marked(PROJECT.read_text("utf-8"), LOCK.read_text("utf-8")), "utf-8")
    return code


def main(options: list[str]) -> int:
    """Check or renew."""
    if options != ["--check"]:
        return renew(options)
    if is_current(PROJECT.read_text("utf-8"), LOCK.read_text("utf-8")):
        return 0
    print(
        "installer/requirements.lock is older than pyproject.toml; run: python installer/lock.py",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
