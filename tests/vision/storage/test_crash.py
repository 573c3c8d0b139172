"""SIGKILL at random moments and at every point of the protocol: nothing lost, nothing doubled, no number skipped."""

import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.vision.storage.crash_line import POINTS
from vision.inspection import Verdict
from vision.storage import Home, Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
ROOT = Path(__file__).parents[3]


class KilledLine:
    """The line in a process of its own, and everything it said."""

    def __init__(self, home: Path) -> None:
        command = [sys.executable, "-m", "tests.vision.storage.crash_line", str(home)]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.begun: list[str] = []
        self.acknowledged: dict[str, str] = {}

    def run(self, point: str, kill_after_s: float | None = None) -> None:
        """Start the line and wait for its death."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{point}\n")
        self._process.stdin.flush()
        timer = None
        while (words := self._process.stdout.readline().split()) != ["gone"]:
            match words:
                case ["pid", pid] if kill_after_s is not None:
                    timer = threading.Timer(kill_after_s, os.kill, (int(pid), signal.SIGKILL))
                    timer.start()
                case ["begun", inspection_id]:
                    self.begun.append(inspection_id)
                case ["ack", inspection_id, verdict]:
                    self.acknowledged[inspection_id] = verdict
        if timer is not None:
            timer.join()

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        assert self._process.wait(10) == 0


@pytest.fixture
def killed_line(home: Home) -> Iterator[KilledLine]:
    line = KilledLine(home.root)
    yield line
    line.close()


def check(home: Home, line: KilledLine) -> None:
    with Store(home) as store:
        store.recover()
        records = store.records()
        assert store.integrity() == []
        known = {record.inspection_id: record for record in records}
        assert len(known) == len(records), "doubled"
        assert [record.sequence for record in records] == list(range(1, len(records) + 1)), "skipped"
        assert set(line.begun) <= set(known), "a trigger was lost"
        assert {name: known[name].verdict.value for name in line.acknowledged} == line.acknowledged, "a record was lost"
        for record in records:
            assert record.views or record.verdict is Verdict.NOT_INSPECTED
            for view in record.views:
                content = (home.root / (view.image or "")).read_bytes()
                assert hashlib.sha256(content).hexdigest() == view.image_hash
                store.read_frame(record, view.view)
    assert not list(home.frames.rglob("*.tmp"))


@pytest.mark.timeout(600)
def test_random_kills(home: Home, killed_line: KilledLine, kills: int) -> None:
    moments = random.Random(20261120)
    for _ in range(kills):
        killed_line.run("random", kill_after_s=moments.uniform(0.03, 0.35))
    check(home, killed_line)
    assert len(killed_line.acknowledged) > kills, "the line was killed before it did anything"


@pytest.mark.parametrize("point", [point for point in POINTS if point != "random"])
def test_a_kill_at_every_point(home: Home, killed_line: KilledLine, point: str) -> None:
    killed_line.run(point)
    assert len(killed_line.begun) == 3
    assert len(killed_line.acknowledged) == 2
    check(home, killed_line)
    with Store(home) as store:
        last = store.records()[2]
    finished = point == "completed"
    assert last.verdict is (Verdict.OK if finished else Verdict.NOT_INSPECTED)
    assert bool(last.views) is (point not in ("begun", "before the rename"))


def test_a_restart_after_a_kill_is_quick(home: Home, killed_line: KilledLine) -> None:
    killed_line.run("random", kill_after_s=0.5)
    started_s = time.monotonic()
    with Store(home) as store:
        store.recover()
    assert time.monotonic() - started_s < 5


STEPS = (
    ("the frame is on the disk", r"fsync\(\d+<[^>]*/\.incoming/[^>]*\.png\.tmp>"),
    ("the frame has its name", r"rename\w*\(.*\.png\.tmp\".*\.png\""),
    ("the name is on the disk", r"fsync\(\d+<[^>]*/frames/[^>]*/000000>"),
    ("the record is on the disk", r"(fsync|fdatasync)\(\d+<[^>]*loupe\.db-wal>"),
    ("the acknowledgement", r"write\(1<[^>]*>, \"ack "),
)


def test_the_disk_is_asked_in_the_right_order(home: Home, tmp_path: Path) -> None:
    """A kill cannot show what a power cut does; the order of the calls to the system can."""
    trace = tmp_path / "trace"
    calls = "trace=fsync,fdatasync,rename,renameat,renameat2,write"
    strace = shutil.which("strace")
    if strace is None or subprocess.run([strace, "-o", os.devnull, "true"], capture_output=True).returncode != 0:
        pytest.skip("strace is missing or may not trace here")
    line = [sys.executable, "-m", "tests.vision.storage.crash_line", str(home.root)]
    command = [strace, "-f", "-y", "-s", "200", "-e", calls, "-o", str(trace), *line]
    subprocess.run(command, cwd=ROOT, input="completed\n", text=True, capture_output=True, check=True)
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    begun = [number for number, text in enumerate(lines) if '"begun ' in text]
    assert re.search(STEPS[3][1], "\n".join(lines[: begun[0]])), "the note was not on the disk before it was told"
    part = lines[begun[1] : begun[2]]
    places = [next((at for at, text in enumerate(part) if re.search(step, text)), None) for _, step in STEPS]
    assert None not in places, dict(zip((name for name, _ in STEPS), places, strict=True))
    assert places == sorted(places), dict(zip((name for name, _ in STEPS), places, strict=True))
