"""How trouble is told."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.notices import Cause, NoticeBoard, Notices, install_hooks, start_log
from app.notices.board import Severity
from vision.inspection import Trouble


def cause(key: str, severity: Severity, what: str = "") -> Cause:
    return Cause(key=key, severity=severity, what=what or key)


def test_the_worse_cause_shows_first_and_among_equals_the_newest() -> None:
    board = NoticeBoard()
    for key, severity in (("a", Severity.AMBER), ("b", Severity.RED), ("c", Severity.AMBER), ("d", Severity.RED)):
        board.put(cause(key, severity))
    assert [shown.key for shown in board.causes] == ["d", "b", "c", "a"]
    board.put(cause("station", Severity.STATION))
    board.put(cause("alarm", Severity.RED))
    assert board.causes[0].key == "station", "a lost camera is not hidden behind an alarm about its parts"
    board.remove("station")
    board.remove("alarm")
    assert board.put(cause("b", Severity.RED)) is False
    assert board.remove("d")
    assert not board.remove("d")
    assert board.causes[0].key == "b"


def test_a_told_trouble_has_three_sentences_and_goes_when_understood(qtbot: QtBot) -> None:
    notices = Notices()
    with qtbot.waitSignal(notices.banner_changed):
        notices.tell(Trouble("The image has the wrong size.", "Part 17 was not inspected.", "Set the region back."))
    (told,) = notices.board.causes
    assert (told.what, told.meaning, told.remedy) == (
        "The image has the wrong size.",
        "Part 17 was not inspected.",
        "Set the region back.",
    )
    notices.act(told.key)
    assert notices.board.causes == ()


@pytest.fixture
def hooked(qtbot: QtBot) -> Iterator[Notices]:
    notices = Notices()
    restore = install_hooks(notices)
    yield notices
    restore()


def raise_in_slot(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


@pytest.mark.expected_log
def test_a_bug_is_logged_with_its_trace_and_shown_as_a_bug(
    hooked: Notices, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        {}["missing"]
    except KeyError as error:
        with qtbot.waitSignal(hooked.banner_changed):
            raise_in_slot(error)
    (told,) = hooked.board.causes
    assert "mistake of its own" in told.what
    assert "KeyError" in told.meaning
    assert "missing" in caplog.text
    assert "Traceback" in caplog.text


@pytest.mark.expected_log
def test_known_trouble_of_any_thread_is_told_as_it_stands(hooked: Notices, qtbot: QtBot) -> None:
    def work() -> None:
        raise Trouble("Lot L-1 is closed.")

    with qtbot.waitSignal(hooked.banner_changed):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    assert hooked.board.causes[0].what == "Lot L-1 is closed."


def test_the_log_is_a_file_of_bounded_size(tmp_path: Path) -> None:
    root = logging.getLogger()
    level = root.level
    handler = start_log(tmp_path / "logs")
    try:
        logging.getLogger("app.test").info("part %d", 17)
    finally:
        root.removeHandler(handler)
        handler.close()
        root.setLevel(level)
    assert "app.test: part 17" in (tmp_path / "logs" / "loupe.log").read_text(encoding="utf-8")
