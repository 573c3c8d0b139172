"""`loupe run`: the station without a window, ended by its source, by a count or by a signal, always with its summary."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from app.cli import verb_run
from tests.app.cli.calls import RECIPE, SIZE, Loupe, Values, read_line, start
from vision.station import Station
from vision.storage import Home

COUNTS = ("triggers", "records", "ok", "ng", "review", "not_inspected")
LINE = f"virtual:seed=5,width={SIZE[0]},height={SIZE[1]}"


def check_summary(summary: dict[str, Any], parts: int) -> None:
    """The promised keys, and every trigger accounted for."""
    assert all(isinstance(summary[key], int) for key in COUNTS)
    assert summary["triggers"] == summary["records"] == parts
    assert sum(summary[key] for key in COUNTS[2:]) == parts
    for key in ("latency_ms_p50", "latency_ms_p99"):
        assert isinstance(summary[key], float) if summary["not_inspected"] < parts else summary[key] is None


def run(loupe: Loupe, camera: str, *words: str) -> Any:
    return loupe("run", "--recipe", RECIPE, "--camera", camera, *words)


def test_a_folder_ends_the_run_by_itself(loupe: Loupe, home: Home, dataset: Path) -> None:
    answer = run(loupe, f"folder:{dataset / 'test'}", "--lot", "L-1")
    assert answer.code == 0
    check_summary(answer.one, 10)
    assert answer.one["not_inspected"] == 0
    records = loupe("records").objects
    assert len(records) == 10
    assert {record["lot"] for record in records} == {"L-1"}
    assert sum(record["verdict"] == "OK" for record in records) == answer.one["ok"]


def test_a_broken_file_in_the_folder_is_a_record_too(loupe: Loupe, home: Home, dataset: Path, tmp_path: Path) -> None:
    for index in range(3):
        (tmp_path / f"{index}.png").write_bytes((dataset / "test" / "good" / "000.png").read_bytes())
    (tmp_path / "1.png").write_bytes(b"no image")
    answer = run(loupe, f"folder:{tmp_path}")
    check_summary(answer.one, 3)
    assert answer.one["not_inspected"] == 1
    assert "1.png" in loupe("records").objects[1]["reason"]


def test_parts_end_the_run_and_count_this_run_alone(loupe: Loupe, home: Home, dataset: Path) -> None:
    for _ in range(2):
        answer = run(loupe, f"folder:{dataset / 'test'}", "--parts", "2")
        assert answer.code == 0
        check_summary(answer.one, 2)
    assert len(loupe("records").objects) == 4


@pytest.mark.parametrize("mode", ["software", "free", "line", "interval=60"])
def test_the_virtual_line_runs_in_every_trigger_mode(loupe: Loupe, home: Home, mode: str) -> None:
    answer = run(loupe, LINE, "--trigger", mode, "--parts", "2")
    assert answer.code == 0, answer
    check_summary(answer.one, 2)
    assert answer.one["not_inspected"] == 0, loupe("records").out


def test_pylons_emulator_takes_each_trigger(loupe: Loupe, home: Home, dataset: Path) -> None:
    answer = run(loupe, f"pylon:0815-0000?images={dataset / 'test' / 'good'}", "--parts", "6")
    assert answer.code == 0, answer
    check_summary(answer.one, 6)
    assert answer.one["not_inspected"] == 0, loupe("records").out


def test_each_part_is_a_line_for_a_person(loupe: Loupe, home: Home, dataset: Path) -> None:
    answer = loupe("run", "--recipe", RECIPE, "--camera", f"folder:{dataset / 'test' / 'good'}", json=False)
    assert "4 triggers, 4 records" in answer.out
    assert sum(line.split()[0].isdecimal() and not line.endswith("ms") for line in answer.out.splitlines()) == 4


@pytest.mark.parametrize(
    ("camera", "word"),
    [
        ("folder:/nowhere at all", "/nowhere at all"),
        ("pylon:99999999", "99999999"),
        ("gentl:/nowhere.cti#0", "/nowhere.cti"),
        ("usb:87", "87"),
    ],
)
@pytest.mark.expected_log
def test_a_camera_that_does_not_answer_is_a_plain_message(loupe: Loupe, home: Home, camera: str, word: str) -> None:
    answer = run(loupe, camera, "--parts", "1")
    assert word in answer.sentence
    assert answer.out == ""


def test_an_unknown_recipe_and_too_many_cameras_are_told(loupe: Loupe, home: Home) -> None:
    assert "There is no recipe X." in loupe("run", "--recipe", "X", "--camera", "virtual").sentence
    assert "one camera" in run(loupe, LINE, "--camera", LINE).sentence.replace("1 camera", "one camera")


def reading(stream: IO[bytes], lines: list[str]) -> threading.Thread:
    """Collect a stream's lines in the background, so that its pipe never fills."""
    thread = threading.Thread(target=lambda: lines.extend(line.decode() for line in stream), daemon=True)
    thread.start()
    return thread


def wait_for(condition: Callable[[], bool], child: "subprocess.Popen[bytes]", timeout_s: float = 60) -> None:
    deadline_s = time.monotonic() + timeout_s
    while not condition():
        assert child.poll() is None, "the station ended early"
        assert time.monotonic() < deadline_s
        time.sleep(0.05)


def without_duration(record: Values) -> Values:
    """How long a record took is stored with the next one."""
    return record | {"recorded_ms": None}


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT to one process is POSIX")
def test_sigint_ends_a_run_whose_records_were_read_meanwhile(loupe: Loupe, home: Home) -> None:
    words = ("run", "--recipe", RECIPE, "--camera", LINE, "--trigger", "interval=50", "--json")
    said: list[str] = []
    with start(home.root, *words) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        listener = reading(child.stderr, said)
        wait_for(lambda: any(line.startswith("inspecting") for line in said), child)
        wait_for(lambda: len(loupe("records").objects) >= 2, child)
        meanwhile = [without_duration(record) for record in loupe("records").objects]
        assert loupe("replay", meanwhile[0]["inspection_id"]).code == 0
        child.send_signal(signal.SIGINT)
        out = child.stdout.read().decode()
        assert child.wait(30) == 0
        listener.join(5)
    summary = read_line(out)
    afterwards = loupe("records").objects
    check_summary(summary, len(afterwards))
    assert [without_duration(record) for record in afterwards[: len(meanwhile)]] == meanwhile
    assert "Traceback" not in "".join(said)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT to one process is POSIX")
@pytest.mark.parametrize("moment", ["loading", "preparing"])
def test_sigint_before_the_first_part_ends_it_with_the_summary_too(
    loupe: Loupe, home: Home, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(work: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            signal.raise_signal(signal.SIGINT)
            return work(*arguments)

        return call

    if moment == "loading":
        monkeypatch.setattr(verb_run, "station_for", interrupted(verb_run.station_for))
    else:
        monkeypatch.setattr(Station, "prepare", interrupted(Station.prepare))
    before = signal.getsignal(signal.SIGINT)
    answer = run(loupe, LINE, "--parts", "3")
    assert answer.code == 0
    check_summary(answer.one, 0)
    assert signal.getsignal(signal.SIGINT) is before
