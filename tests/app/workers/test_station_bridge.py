"""Events of the station's threads in the window's thread: each record once, drawing at screen rate."""

import threading
import time

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from app.workers import Burst, StationBridge
from tests.app.line import make_record
from vision.station.events import Inspected, StateReport, StationState

PARTS = 400


def test_every_record_arrives_once_in_order_and_bursts_stay_at_screen_rate(qtbot: QtBot) -> None:
    bridge, bursts, threads = StationBridge(interval_ms=40), list[Burst](), set[QThread]()

    def hear(burst: Burst) -> None:
        bursts.append(burst)
        threads.add(QThread.currentThread())

    bridge.inspected.connect(hear)

    def station() -> None:
        for number in range(PARTS):
            bridge.on_inspected(Inspected(record=make_record(number)))
            time.sleep(0.001)

    began = time.perf_counter()
    thread = threading.Thread(target=station)
    thread.start()
    qtbot.waitUntil(lambda: sum(len(burst.records) for burst in bursts) == PARTS, timeout=10_000)
    spent_s = time.perf_counter() - began
    thread.join()
    assert [record.sequence for burst in bursts for record in burst.records] == list(range(PARTS))
    assert all(burst.latest.record is burst.records[-1] for burst in bursts)
    assert len(bursts) <= spent_s / 0.040 + 2
    assert threads == {QThread.currentThread()}


def test_the_first_part_comes_at_once_and_the_last_is_not_forgotten(qtbot: QtBot) -> None:
    bridge = StationBridge(interval_ms=100)
    with qtbot.waitSignal(bridge.inspected, timeout=60):
        bridge.on_inspected(Inspected(record=make_record(1)))
    with qtbot.waitSignal(bridge.inspected, timeout=500) as last:
        bridge.on_inspected(Inspected(record=make_record(2)))
        bridge.on_inspected(Inspected(record=make_record(3)))
    assert [record.sequence for record in last.args[0].records] == [2, 3]
    qtbot.wait(250)
    with qtbot.waitSignal(bridge.inspected, timeout=60):
        bridge.on_inspected(Inspected(record=make_record(4)))


def test_a_state_comes_after_the_parts_before_it(qtbot: QtBot) -> None:
    bridge, heard = StationBridge(interval_ms=200), []
    bridge.inspected.connect(lambda burst: heard.extend(record.sequence for record in burst.records))
    bridge.state_changed.connect(lambda report: heard.append(report.state))
    bridge.on_inspected(Inspected(record=make_record(1)))
    qtbot.waitUntil(lambda: heard == [1])
    for number in (2, 3):  # these wait for the screen's next turn
        bridge.on_inspected(Inspected(record=make_record(number)))
    bridge.on_state(StateReport(state=StationState.CAMERA_LOST))
    qtbot.waitUntil(lambda: len(heard) == 4)
    assert heard == [1, 2, 3, StationState.CAMERA_LOST]
