"""pip's words in ours: failures as sentences, progress as few lines, the lock taken apart without losing a hash."""

import pytest

from installer import lock, packages
from installer.checkout import locked_names

LOCK = """\
# locked from: sha256:00
alpha==1.0 ; sys_platform == 'linux' \\
    --hash=sha256:aa \\
    --hash=sha256:ab
    # via loupe
Setup.Tools==84.2 \\
    --hash=sha256:bb
omega==2.0 \\
    --hash=sha256:cc
"""


def test_a_part_of_the_lock_keeps_its_markers_and_hashes() -> None:
    assert packages.only(LOCK, ["alpha"]) == (
        "alpha==1.0 ; sys_platform == 'linux' \\\n    --hash=sha256:aa \\\n    --hash=sha256:ab\n"
    )
    assert packages.only(LOCK, ["setup-tools"]) == "Setup.Tools==84.2 \\\n    --hash=sha256:bb\n"


def test_names_are_normalized() -> None:
    assert locked_names(LOCK) == {"alpha", "setup-tools", "omega"}


def test_every_build_tool_is_in_our_lock_with_a_hash() -> None:
    part = packages.only(lock.LOCK.read_text("utf-8"), packages.BUILD_TOOLS)
    assert locked_names(part) == packages.BUILD_TOOLS
    assert all("--hash=sha256:" in block for block in packages.blocks(part))


def test_our_lock_has_one_owner_of_cv2() -> None:
    names = locked_names(lock.LOCK.read_text("utf-8"))
    assert {name for name in names if name.startswith("opencv")} == {"opencv-python"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("Failed to establish a new connection: [Errno -3] Temporary failure in name resolution", "cannot be reached"),
        ("ERROR: No matching distribution found for torch==2.15.0", "cannot be reached"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "is refused"),
        ("[Errno 13] Permission denied: '/x'", "may not write"),
        ("HINT: This error might have occurred since this system does not have Windows Long Path support", "too long"),
    ],
)
def test_known_failures_are_sentences(line: str, told: str) -> None:
    sentence = packages.explain(["Collecting torch", line, "[end of output]"])
    assert told in sentence
    assert "Errno" not in sentence


def test_an_unknown_failure_shows_pips_last_lines() -> None:
    assert packages.explain(["one", "two"]).endswith("one\ntwo")


def test_large_downloads_are_told_and_small_ones_not() -> None:
    digest = packages.Digest()
    assert (
        digest.line("Downloading https://x.org/a/torch-2.15.0-cp311.whl (539.1 MB)")
        == "      downloading torch, 539 MB"
    )
    assert digest.line("Downloading six-1.17.0-py3.whl (0.2 MB)") == ""
    assert digest.line("WARNING: Retrying (Retry(total=4)) after connection broken") == "      waiting for the network"


def test_the_lock_tells_when_the_dependencies_changed() -> None:
    project = lock.PROJECT.read_text("utf-8")
    made = lock.marked(project, LOCK)
    assert lock.is_current(project, made)
    assert lock.is_current(project.replace("line-length = 120", "line-length = 100"), made)
    assert not lock.is_current(project.replace("torch==2.15.0", "torch==2.15.1"), made)
    assert lock.marked(project, made) == made


def test_a_lock_without_its_mark_is_not_current() -> None:
    assert not lock.is_current(lock.PROJECT.read_text("utf-8"), "alpha==1.0\n")
