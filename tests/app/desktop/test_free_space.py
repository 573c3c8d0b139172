"""The state bar's word on the disk: found in the background, one question at a time."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.desktop.free_space import FreeSpace
from app.workers.background import WorkerBackground
from tests.app.history.background import AtOnce, WhenTold
from vision.storage import Home, StorageCause, StorageTrouble
from vision.storage.disk import DiskSpace


def test_the_free_room_comes_after_a_moment(qtbot: QtBot, tmp_path: Path) -> None:
    space = FreeSpace(Home(tmp_path), WorkerBackground())
    assert space.text == ""
    qtbot.waitUntil(lambda: space.text.endswith(" GB free"), timeout=5000)
    space.stop()


def test_a_disk_that_hangs_is_not_asked_again_and_holds_nobody(qtbot: QtBot, tmp_path: Path) -> None:
    hanging = WhenTold()
    space = FreeSpace(Home(tmp_path), hanging)
    space.ask()
    space.ask()
    assert len(hanging.waiting) == 1
    hanging.work_off()
    space.ask()
    assert len(hanging.waiting) == 1
    space.stop()


def test_a_disk_that_does_not_answer_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    class Lost(AtOnce):
        def run(self, work: Callable, done: Callable[[DiskSpace], None], failed: Callable[[Exception], None]) -> None:
            failed(StorageTrouble("The disk is gone.", cause=StorageCause.DEVICE))

    space = FreeSpace(Home(tmp_path), Lost())
    assert space.text == "Disk does not answer"
    space.stop()
