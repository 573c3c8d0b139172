"""`loupe demo --headless`: the virtual line from end to end, in a program of its own that has no network."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from app import demo
from tests.app.cli.calls import RECIPE, environment, read_line
from tests.app.cli.test_run import check_summary
from vision.recipe import RecipeLibrary
from vision.storage import Home, default_home, open_reader

PARTS = 20
WITHOUT_NETWORK = """
import socket, sys
class NoNetwork(socket.socket):
    def connect(self, address):
        if self.family != socket.AF_UNIX:
            raise SystemExit(f"the demo asks the network: {address}")
        return super().connect(address)
    connect_ex = connect
socket.socket = NoNetwork
def refuse(*asked, **more):
    raise SystemExit(f"the demo asks the network: {asked}")
socket.getaddrinfo = socket.create_connection = refuse
from app.cli.main import main
from app.environment import settle
settle()
sys.exit(main(sys.argv[1:]) or main(sys.argv[1:]))
"""
"""Runs the command twice, with sockets that end the process: a refusal that is only an error would be swallowed by whoever asks."""


@pytest.fixture
def demo_home(taught: Home, tmp_path: Path) -> Home:
    """A home that knows the demo's recipe, so that nothing is taught: in earnest that takes a minute."""
    home = Home(tmp_path / "Vorführung").prepare()
    known = RecipeLibrary(taught.recipes)
    recipe = known.load(RECIPE)
    views = tuple(view.model_copy(update={"any_size": True}) for view in recipe.views)
    model = known.version_folder(RECIPE, 1) / views[0].model.file
    named = recipe.model_copy(update={"name": demo.RECIPE, "views": views})
    RecipeLibrary(home.recipes).save(named, {model.name: model})
    return home


def offline() -> list[str]:
    """A network namespace without any interface, where this user may make one."""
    may = sys.platform == "linux" and not subprocess.run(["unshare", "-n", "true"], capture_output=True).returncode
    return ["unshare", "-n"] if may else []


def test_the_demo_ends_with_counts_report_and_screenshot_without_screen_or_network(demo_home: Home) -> None:
    words = ["demo", "--headless", "--parts", str(PARTS), "--json"]
    clean = {key: value for key, value in environment(demo_home.root).items() if key != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [*offline(), sys.executable, "-c", WITHOUT_NETWORK, *words],
        env=clean,
        cwd=demo_home.root,
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    summaries = [read_line(line) for line in done.stdout.decode().splitlines()]
    assert len(summaries) == 2
    for summary in summaries:
        check_summary(summary, PARTS)
        report = Path(summary["report"]).read_text(encoding="utf-8")
        assert report.count("data:image/jpeg") >= PARTS
        defects, good = map(int, re.findall(r"parts judged (?:OK|NG): \d+ of (\d+)", report)[:2])
        assert (defects > 0, good > 0, defects + good) == (True, True, PARTS)
        assert Path(summary["screenshot"]).read_bytes().startswith(b"\x89PNG")
    assert summaries[0]["report"] != summaries[1]["report"]
    with open_reader(demo_home) as store:
        assert store.count() == 2 * PARTS


def test_the_demo_has_a_home_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert demo.demo_home(tmp_path) == tmp_path
    monkeypatch.setenv("LOUPE_HOME", str(tmp_path / "told"))
    assert demo.demo_home(None) == tmp_path / "told"
    monkeypatch.delenv("LOUPE_HOME")
    assert demo.demo_home(None) != default_home().root
