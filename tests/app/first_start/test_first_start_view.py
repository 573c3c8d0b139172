"""The guided path as a person meets it."""

from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QDoubleSpinBox
from pytestqt.qtbot import QtBot

from app.first_start.ports import TaughtSummary, TeachProgress, TeachStage
from app.first_start.view import FirstStartScreen
from tests.app.setting_up import FRAME, TROUBLE, texts

pytestmark = pytest.mark.usefixtures("light")


def test_the_guided_path_says_each_step(qtbot: QtBot) -> None:
    view = FirstStartScreen()
    qtbot.addWidget(view)
    view.show_no_look(TROUBLE)
    assert "Camera 1 stopped answering. Check the cable." in texts(view)
    view.show_progress(TeachProgress(stage=TeachStage.CAPTURING, done=18, total=40, frame=FRAME))
    assert "18 of 40" in texts(view)
    view.show_progress(None)
    view.show_taught(TaughtSummary(recipe="Tile", version=2, parts_used=30, parts_kept_aside=10))
    assert "Tile, version 2, is ready." in texts(view)


def test_the_number_of_good_parts_is_asked_for(qtbot: QtBot) -> None:
    view = FirstStartScreen()
    qtbot.addWidget(view)
    asked: list[tuple[Any, ...]] = []
    view.teach_page.teach_asked.connect(lambda *what: asked.append(what))
    spin = next(s for s in view.findChildren(QDoubleSpinBox) if s.accessibleName() == "Good parts to capture")
    spin.setValue(60)
    next(b for b in view.findChildren(QAbstractButton) if b.text() == "Teach 60 good parts").click()
    assert asked == [("First recipe", 60, None)]
