"""kill -9 at random moments: triggers sent = records written, none lost, none doubled.

The real cycle, the real store and pylon's camera emulator with a folder of photographs; a model without torch, so that
forty restarts take a minute and not ten. `--kills N` asks for more.
"""

import hashlib
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from vision.images import encode_png
from vision.inspection import Verdict
from vision.storage import Home, Store

pytestmark = [pytest.mark.system, pytest.mark.timeout(900)]
ROOT = Path(__file__).resolve().parents[2]


def photographs(folder: Path) -> Path:
    folder.mkdir()
    for index in range(5):
        noise = np.random.default_rng(index).integers(60, 130, (240, 320, 3))
        (folder / f"{index}.png").write_bytes(encode_png(noise.astype(np.uint8)))
    return folder


class Line:
    """A station that is started and killed again and again on one home."""

    def __init__(self, folder: Path) -> None:
        self.home = Home(folder / "home")
        self.notes = folder / "triggers"
        self.images = photographs(folder / "images")
        self.acknowledged: list[str] = []

    def run_and_kill(self, after_s: float) -> None:
        """Start, wait until it inspects, kill after a random time."""
        words = [str(self.home.root), str(self.images), str(self.notes)]
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.system.line_child", *words],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert child.stdout is not None
        seen: list[str] = []
        for line in child.stdout:
            seen.append(line)
            if line.startswith("state inspecting"):
                break
        else:
            assert child.stderr is not None
            pytest.fail(f"the station did not start:\n{''.join(seen)}{child.stderr.read()}")
        time.sleep(after_s)
        child.send_signal(signal.SIGKILL)
        rest, _ = child.communicate()
        whole = [line for line in rest.splitlines(keepends=True) if line.endswith("\n")]
        self.acknowledged += [line.split()[1] for line in whole if line.startswith("ack ")]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_no_trigger_is_lost_or_doubled_across_kills(tmp_path: Path, kills: int) -> None:
    line, rng = Line(tmp_path), random.Random(0)
    for _ in range(kills):
        line.run_and_kill(rng.uniform(0.02, 0.5))
    with Store(line.home) as store:
        store.recover()
        records = store.records()
        faults = store.integrity()
        broken = [
            view.image
            for record in records
            for view in record.views
            if view.image and hashlib.sha256((line.home.root / view.image).read_bytes()).hexdigest() != view.image_hash
        ]
    triggers = len(line.notes.read_text().splitlines())
    ids = Counter(record.inspection_id for record in records)
    interrupted = sum(record.verdict is Verdict.NOT_INSPECTED for record in records)
    assert faults == []
    assert broken == []
    assert [record.sequence for record in records] == list(range(1, len(records) + 1))
    assert max(ids.values()) == 1
    assert set(line.acknowledged) <= set(ids)
    assert len(line.acknowledged) == len(set(line.acknowledged)) > kills
    assert triggers <= len(records) <= triggers + kills  # a kill can fall between the note and the trigger itself
    assert interrupted <= 6 * kills  # at most the part at hand and those waiting for the disk
