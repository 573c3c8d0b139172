"""cv2, PySide6 and pypylon live together: in both import orders, offscreen and under a real X server.

In processes of their own, because what is proved is what importing does to a process.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.environment import PUT_BACK
from vision.images.codec import MAX_PIXELS

ROOT = Path(__file__).resolve().parents[2]
ORDERS = (
    "cv2,PySide6.QtWidgets,pypylon.pylon",
    "PySide6.QtWidgets,pypylon.pylon,cv2",
    "pypylon.pylon,cv2,PySide6.QtWidgets",
)
SHOW = """
import importlib, json, os, sys
from app.environment import PUT_BACK, settle
settle()
for name in sys.argv[1].split(","):
    importlib.import_module(name)
import cv2, numpy as np
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
messages = []
from PySide6.QtCore import qInstallMessageHandler
qInstallMessageHandler(lambda kind, context, text: messages.append(text))
application = QApplication([])
window = QLabel("0.42")
window.setStyleSheet("background: #ff0000; color: #000000; font-size: 60px")
window.resize(320, 200)
window.show()
application.processEvents()
picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
pixels = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
grey = cv2.cvtColor(pixels[:, : 3 * picture.width()].reshape(picture.height(), -1, 3).copy(), cv2.COLOR_RGB2GRAY)
print(json.dumps({
    "platform": application.platformName(),
    "size": [picture.width(), picture.height()],
    "dark_pixels": int((grey < 40).sum()),
    "variables": {name: os.environ.get(name) for name in PUT_BACK},
    "messages": messages,
}))
"""


def show_a_window(order: str, **variables: str) -> dict[str, object]:
    """Import in this order, show a window, grab it; what was seen."""
    environment = {name: value for name, value in os.environ.items() if name not in PUT_BACK}
    environment.update(variables)
    command = [sys.executable, "-W", "error", "-W", "ignore:builtin type:DeprecationWarning", "-c", SHOW, order]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    seen: dict[str, object] = json.loads(done.stdout)
    return seen


def assert_shown(seen: dict[str, object], platform: str) -> None:
    """The window came up on this platform, with text in it and nothing of cv2's Qt left behind."""
    assert seen["platform"] == platform
    assert seen["size"] == [320, 200]
    assert isinstance(seen["dark_pixels"], int)
    assert seen["dark_pixels"] > 200, "no text was drawn"
    assert seen["variables"] == dict.fromkeys(PUT_BACK)
    assert seen["messages"] == []


@pytest.mark.parametrize("order", ORDERS)
def test_a_window_is_drawn_offscreen(order: str) -> None:
    assert_shown(show_a_window(order, QT_QPA_PLATFORM="offscreen"), "offscreen")


@pytest.fixture(scope="module")
def x_display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a virtual X server's display, for as long as the tests here run."""
    if not shutil.which("Xvfb"):
        pytest.skip("Xvfb is not installed")
    reading, writing = os.pipe()
    log = (tmp_path_factory.mktemp("x") / "log").open("wb")
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with log, subprocess.Popen(command, pass_fds=[writing], stdout=log, stderr=log) as server:
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
        server.terminate()


@pytest.mark.system
@pytest.mark.parametrize("order", ORDERS)
def test_a_window_is_drawn_on_an_x_server(order: str, x_display: str) -> None:
    assert_shown(show_a_window(order, DISPLAY=x_display, QT_QPA_PLATFORM="xcb"), "xcb")


def run_python(code: str, **variables: str) -> str:
    """The output of a little program in a process of its own."""
    environment = {**os.environ, **variables}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_what_the_person_has_set_stays() -> None:
    code = "import os; from app.environment import settle; settle(); print(os.environ['QT_QPA_FONTDIR'])"
    assert run_python(code, QT_QPA_FONTDIR="/fonts/of/the/plant") == "/fonts/of/the/plant"


def test_opencv_refuses_images_above_the_bound_of_vision_images() -> None:
    code = "import os; from app.environment import settle; settle(); print(os.environ['OPENCV_IO_MAX_IMAGE_PIXELS'])"
    assert int(run_python(code)) == MAX_PIXELS


def test_albumentations_asks_no_network_once_the_process_is_settled() -> None:
    code = """
import socket
from app.environment import settle
settle()
def refuse(*_):
    raise SystemExit("the network is asked")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
import albumentations
print("quiet")
"""
    assert run_python(code) == "quiet"
