"""The offer after a false alarm."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from app.review.part import look_at
from app.review.tolerating import offer_tolerance
from tests.app.line import make_record
from vision.inspection import Trouble, Verdict


class Screen:
    def __init__(self) -> None:
        self.said: list[tuple[str, str, Callable[[], None] | None]] = []
        self.told: list[Trouble] = []

    def say_done(self, text: str, offer: str, act: Callable[[], None] | None) -> None:
        self.said.append((text, offer, act))

    def tell(self, trouble: Trouble) -> None:
        self.told.append(trouble)


class Patience:
    def __init__(self, refusal: Trouble | None = None) -> None:
        self.tolerated: list[str] = []
        self._refusal = refusal

    def tolerate(self, look: Any, place: Any, by: str) -> None:
        if self._refusal:
            raise self._refusal
        self.tolerated.append(by)

    def take_back(self, look: Any, by: str) -> None:
        self.tolerated.remove(by)


@pytest.fixture
def screen() -> Screen:
    return Screen()


def offer(screen: Screen, tolerance: Patience | None) -> None:
    ports: Any = SimpleNamespace(tolerance=tolerance, person=SimpleNamespace(who="Ina"))
    offer_tolerance(screen, ports, look_at(make_record(1281, Verdict.NG)), None)  # type: ignore[arg-type]


def test_without_a_model_that_can_nothing_is_offered(screen: Screen) -> None:
    offer(screen, None)
    assert screen.said == []


def test_it_is_tolerated_when_wanted_and_taken_back_with_one_click(screen: Screen) -> None:
    patience = Patience()
    offer(screen, patience)
    ((_, words, act),) = screen.said
    assert words == "Tolerate this place"
    assert patience.tolerated == []
    assert act is not None
    act()
    assert patience.tolerated == ["Ina"]
    undo = screen.said[-1][2]
    assert undo is not None
    undo()
    assert patience.tolerated == []


def test_a_refusal_is_told(screen: Screen) -> None:
    refusal = Trouble("This place cannot be tolerated.", "Known defect MT-0093 would pass as OK.")
    offer(screen, Patience(refusal))
    act = screen.said[0][2]
    assert act is not None
    act()
    assert screen.told == [refusal]
    assert len(screen.said) == 1
