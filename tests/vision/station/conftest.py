"""A station on a manual clock with a scripted camera and a real store."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.twins import Memory, ScriptedCamera, ShadePredictor, shade_recipe
from vision.inspection import ManualClock
from vision.station import Station, StationPlan
from vision.station.recorder import Origin
from vision.storage import Home, Store


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(Home(tmp_path).prepare()) as opened:
        yield opened


@pytest.fixture
def memory() -> Memory:
    return Memory()


MakeStation = Callable[..., Station]


@pytest.fixture
def make_station(store: Store, clock: ManualClock, memory: Memory) -> Iterator[MakeStation]:
    made: list[Station] = []

    def make(camera: ScriptedCamera, **changes: Any) -> Station:
        plan = {
            "recipe": shade_recipe(),
            "predictors": {"top": ShadePredictor()},
            "cameras": {"camera-1": camera},
            "store": store,
            "origin": Origin(station="Station 1", lot="L-1", operator=lambda: "Ada"),
        }
        made.append(Station(StationPlan(**(plan | changes)), memory, clock))
        return made[-1]

    yield make
    for station in made:
        station.close()
