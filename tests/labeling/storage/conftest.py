"""A station's store with the labeling tables."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from labeling.storage import prepare
from vision.inspection import ManualClock
from vision.storage import Home, Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(Home(tmp_path / "home with ü")) as opened:
        prepare(opened.database)
        yield opened


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()
