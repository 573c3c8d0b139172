"""A home, its store, and a short way to a whole inspection."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.vision.storage.parts import Line
from vision.inspection import ManualClock
from vision.storage import Home, Store


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home with ü").prepare()


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    with Store(home) as opened:
        yield opened


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def line(store: Store, clock: ManualClock) -> Line:
    return Line(store, clock)
