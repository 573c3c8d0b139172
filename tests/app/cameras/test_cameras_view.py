"""The Cameras screen as a person meets it: controls by declaration, and what is told."""

import numpy as np
import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDoubleSpinBox
from pytestqt.qtbot import QtBot

from app.cameras.camera_list import CameraList
from app.cameras.controls import CameraControls
from app.cameras.presenter import CameraRow, Focus
from app.cameras.preview import Quality, Sight
from app.cameras.view import CamerasScreen
from tests.app.setting_up import CAN, FRAME, TROUBLE, texts
from vision.cameras import Capabilities
from vision.recipe import CameraSettings, TriggerMode

pytestmark = pytest.mark.usefixtures("light")


def test_controls_show_what_the_camera_declares_and_nothing_else(qtbot: QtBot) -> None:
    controls = CameraControls()
    qtbot.addWidget(controls)
    controls.show_settings(CAN, CameraSettings(exposure_time_us=4000, trigger_mode=TriggerMode.LINE))
    controls.show()
    names = {spin.accessibleName(): spin for spin in controls.findChildren(QDoubleSpinBox) if spin.isVisible()}
    assert set(names) == {"Exposure", "Gain"}
    assert (names["Exposure"].minimum(), names["Exposure"].maximum(), names["Exposure"].value()) == (20, 200_000, 4000)
    controls.show_settings(Capabilities(trigger_modes=frozenset({TriggerMode.FREE})), CameraSettings())
    assert not [spin for spin in controls.findChildren(QDoubleSpinBox) if spin.isVisible()]


def test_choosing_the_interval_brings_its_field_and_its_value(qtbot: QtBot) -> None:
    controls = CameraControls()
    qtbot.addWidget(controls)
    controls.show_settings(CAN, CameraSettings())
    controls.show()
    said: list[CameraSettings] = []
    controls.changed.connect(said.append)
    box = next(box for box in controls.findChildren(QComboBox) if box.accessibleName() == "Trigger")
    box.setCurrentIndex(box.findText("At an interval"))
    box.activated.emit(box.currentIndex())
    assert said[-1].trigger_mode is TriggerMode.INTERVAL
    assert said[-1].interval_ms == 1500
    assert any(
        spin.accessibleName() == "Interval" and spin.isVisible() for spin in controls.findChildren(QDoubleSpinBox)
    )


def test_a_held_button_is_one_change(qtbot: QtBot) -> None:
    controls = CameraControls()
    qtbot.addWidget(controls)
    controls.show_settings(CAN, CameraSettings(gain_db=0))
    said: list[CameraSettings] = []
    controls.changed.connect(said.append)
    more = next(button for button in controls.findChildren(QAbstractButton) if button.accessibleName() == "More: Gain")
    for _ in range(5):
        more.click()
    qtbot.waitUntil(lambda: bool(said))
    assert [settings.gain_db for settings in said] == [2.5]


def test_a_value_that_the_camera_did_not_tell_is_a_dash(qtbot: QtBot) -> None:
    controls = CameraControls()
    qtbot.addWidget(controls)
    controls.show_settings(CAN, CameraSettings(gain_db=0))
    texts = {spin.accessibleName(): spin.text() for spin in controls.findChildren(QDoubleSpinBox)}
    assert texts["Exposure"] == "–"
    assert texts["Gain"] == "0.0 dB"


def test_a_region_starts_inside_and_goes_back_to_the_whole_sensor(qtbot: QtBot) -> None:
    controls = CameraControls()
    qtbot.addWidget(controls)
    controls.show_settings(CAN, CameraSettings())
    said: list[CameraSettings] = []
    controls.changed.connect(said.append)
    whole = next(b for b in controls.findChildren(QAbstractButton) if b.accessibleName().startswith("Whole sensor"))
    whole.click()
    region = said[-1].roi
    assert region is not None
    assert region.x + region.width <= 1280
    assert region.y + region.height <= 960
    whole.click()
    assert said[-1].roi is None


def test_cameras_tells_light_focus_and_trouble(qtbot: QtBot) -> None:
    view = CamerasScreen()
    qtbot.addWidget(view)
    quality = Quality(levels=np.ones(256, np.int64), focus=2.0, clipped_share=0.3)
    view.show_sight(Sight(frame=FRAME, quality=quality, frames_per_s=24.2))
    view.show_focus(Focus(share=0.5, value=1, best=2))
    view.show_clipped(0.3, True)
    view.show_refusal(TROUBLE)
    for words in ("64 × 48 · 24 frames/s", "50 % of the best", "30.0 % of the pixels are overexposed: shorten"):
        assert words in texts(view)
    assert "Camera 1 stopped answering. Check the cable." in texts(view)
    view.show_no_sight(None, True)
    assert "Stop on Live" in texts(view)
    assert "frames/s" not in texts(view)


def test_cameras_of_one_name_show_their_specs(qtbot: QtBot) -> None:
    shown = CameraList()
    qtbot.addWidget(shown)
    specs = {"virtual": "Virtual line", "virtual:seed=3": "Virtual line", "usb:0": "Webcam"}
    rows = [
        CameraRow(spec=spec, name=name, detail="built in", chosen=False, in_use=False) for spec, name in specs.items()
    ]
    shown.show_cameras(tuple(rows))
    details = [button.accessibleDescription() for button in shown.findChildren(QAbstractButton)]
    assert details == ["virtual", "virtual:seed=3", "built in"]
