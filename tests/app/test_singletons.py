"""PySide6 6.12 loses references to None and True on Python 3.11; a station paints for months."""

import subprocess
import sys

PROGRAM = """
from app.environment import settle
settle()
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(100_000):
    thing.setObjectName("part")
    thing.blockSignals(False)
    thing.isWidgetType()
print("alive")
"""


def test_a_hundred_thousand_calls_of_qt_leave_none_true_and_false_alive():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr
