"""What every test shares: an honest log, no widget left behind, no network, and the development data when it is there.

A warning in the log that no test asked for fails that test, as Python's and Qt's warnings do: at the line nobody reads
a log that cries every day. Tests that provoke a warning say so with the `expected_log` mark.
"""

import gc
import logging
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.environment import settle  # after the platform is chosen, before anything imports cv2

settle()

ROOT = Path(__file__).resolve().parent.parent
OUR_LOGGERS = ("app", "labeling", "vision")
KILLS_IN_CI = 40
KILLS_AT_HOME = 5
JOIN_S = 5.0
QTS_OWN = frozenset({"QTipLabel"})
"""Top-level widgets that Qt keeps for itself, such as the last tool tip."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """The flags of this suite."""
    parser.addoption(
        "--kills",
        type=int,
        default=KILLS_IN_CI if os.environ.get("CI") else KILLS_AT_HOME,
        help=f"how often the crash test kills the station (default {KILLS_IN_CI} in CI, else {KILLS_AT_HOME})",
    )


def pytest_configure(config: pytest.Config) -> None:
    """The marks that the fixtures below read."""
    config.addinivalue_line("markers", "expected_log: this test provokes warnings in the log")
    config.addinivalue_line("markers", "surviving_threads: this test leaves a thread behind on purpose")


@pytest.fixture(scope="session")
def kills(request: pytest.FixtureRequest) -> int:
    """How often the crash test kills the station."""
    return int(request.config.getoption("--kills"))


@pytest.fixture(scope="session")
def dev_data() -> Path:
    """The development data: `LOUPE_DEV_DATA`, or `shared/data` beside the checkout; without it the test is skipped."""
    folder = Path(os.environ.get("LOUPE_DEV_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip("the development data is not here")
    return folder


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the data directory of a station on this machine."""
    monkeypatch.setenv("LOUPE_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture(autouse=True)
def _honest_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test whose code logs a warning or worse that nobody expected."""
    yield
    if request.node.get_closest_marker("expected_log"):
        return
    loud = [
        f"{record.name}: {record.getMessage()}"
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.levelno >= logging.WARNING and record.name.partition(".")[0] in OUR_LOGGERS
    ]
    if loud:
        pytest.fail("unexpected in the log:\n" + "\n".join(loud), pytrace=False)


@pytest.fixture(autouse=True)
def _no_surviving_threads(request: pytest.FixtureRequest) -> Iterator[None]:
    """Name the thread that a test leaves running: it would work into the next test."""
    before = set(threading.enumerate())
    yield
    if request.node.get_closest_marker("surviving_threads"):
        return
    left = [thread for thread in threading.enumerate() if thread not in before and _is_ours(thread)]
    for thread in left:
        thread.join(JOIN_S)
    alive = [thread.name for thread in left if thread.is_alive()]
    if alive:
        pytest.fail(f"threads outlive the test: {', '.join(alive)}", pytrace=False)


def _is_ours(thread: threading.Thread) -> bool:
    """Pools of libraries live as long as the process; Qt's threads appear as dummies once they ran Python."""
    name = type(thread).__module__.partition(".")[0]
    target = getattr(thread, "_target", None)
    module = str(getattr(target, "__module__", "")).partition(".")[0]
    return name in OUR_LOGGERS or module in OUR_LOGGERS


@pytest.fixture
def qtbot(qtbot: Any) -> Iterator[Any]:
    """pytest-qt's, but what it is given lives until the test is over.

    pytest-qt holds windows weakly and paints once more after the test's last line; a window that only a cycle keeps
    alive can then be collected while it paints itself, which ends the process.
    """
    kept: list[Any] = []
    add = qtbot.addWidget

    def add_and_keep(widget: Any, **how: Any) -> None:
        kept.append(widget)
        add(widget, **how)

    qtbot.addWidget = add_and_keep
    yield qtbot
    qtbot.addWidget = add
    kept.clear()


@pytest.fixture(autouse=True)
def _no_surviving_widgets(request: pytest.FixtureRequest) -> Iterator[None]:
    """Name the window that outlives its test: it would answer to the next one's events."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    before = _top_level_names()
    yield  # qtbot closes what was given to it before any fixture is torn down
    left = _top_level_names().keys() - before.keys()
    for tidy_up in (_destroy_deleted, gc.collect, _destroy_deleted):  # a collection is slow once torch is loaded
        if left:
            tidy_up()
            left = _top_level_names().keys() - before.keys()
    if left:
        names = sorted(_top_level_names()[key] for key in left)
        pytest.fail("widgets outlive the test: " + ", ".join(names), pytrace=False)


def _top_level_names() -> dict[int, str]:
    from PySide6.QtWidgets import QApplication

    widgets = QApplication.topLevelWidgets() if QApplication.instance() else []
    shown = (widget for widget in widgets if type(widget).__name__ not in QTS_OWN)
    return {id(widget): f"{type(widget).__name__}({widget.objectName()!r})" for widget in shown}


def _destroy_deleted() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance():
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
