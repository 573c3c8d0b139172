"""Work off the window's thread."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from app.workers import LatestOnly, Worker, wait_for_all


def test_signals_come_in_order_and_in_the_window_s_thread(qtbot: QtBot) -> None:
    here, heard = QThread.currentThread(), []

    def work(worker: Worker) -> str:
        assert QThread.currentThread() is not here
        worker.report(1)
        return "done"

    worker = Worker(work)
    worker.started.connect(lambda: heard.append("started"))
    worker.reported.connect(heard.append)
    worker.returned.connect(lambda value: heard.append((value, QThread.currentThread() is here)))
    worker.finished.connect(lambda: heard.append("finished"))
    with qtbot.waitSignal(worker.finished):
        worker.start()
    assert heard == ["started", 1, ("done", True), "finished"]
    assert not worker.is_running


def test_an_exception_comes_home(qtbot: QtBot) -> None:
    def work(_worker: Worker) -> None:
        raise ValueError("no")

    worker = Worker(work)
    caught: list[Exception] = []
    worker.errored.connect(caught.append)
    with qtbot.waitSignal(worker.finished):
        worker.start()
    assert [str(error) for error in caught] == ["no"]


def test_a_late_answer_is_dropped(qtbot: QtBot) -> None:
    let_go, heard = threading.Event(), []

    def slow(_worker: Worker) -> str:
        let_go.wait(5)
        return "old"

    latest = LatestOnly()
    first = latest.run(slow, heard.append)
    second = latest.run(lambda _worker: "new", heard.append)
    assert first.is_cancelled
    with qtbot.waitSignals([first.finished, second.finished]):
        let_go.set()
    assert heard == ["new"]


def test_everything_that_runs_is_cancelled_and_awaited_at_exit(qtbot: QtBot) -> None:
    ended: list[bool] = []

    def work(worker: Worker) -> None:
        ended.append(worker.cancelled.wait(5))

    workers = [Worker(work).start() for _ in range(3)]
    assert wait_for_all() == []
    assert ended == [True] * 3
    assert not any(worker.is_running for worker in workers)


def test_work_that_is_ended_by_a_call_ends_at_exit_too(qtbot: QtBot) -> None:
    stop = threading.Event()
    Worker(lambda _worker: stop.wait(30), on_cancel=stop.set).start()
    assert wait_for_all(timeout_s=5) == []


def test_work_that_will_not_end_is_named(qtbot: QtBot) -> None:
    let_go = threading.Event()
    worker = Worker(lambda _worker: let_go.wait(5)).start()
    assert wait_for_all(timeout_s=0.05) == [worker]
    with qtbot.waitSignal(worker.finished):
        let_go.set()


@pytest.fixture(autouse=True)
def _settled(qtbot: QtBot) -> Any:
    yield
    wait_for_all()
