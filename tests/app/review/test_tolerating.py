"""The offer after a false alarm."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from app.review.part import look_at
from app.review.tolerating import offer_tolerance, take_back_tolerance
from labeling.review.place import Place
from tests.app.history.background import AtOnce, WhenTold
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

    def take_back(self, look: Any, by: str) -> bool:
        was_tolerated = by in self.tolerated
        self.tolerated = [who for who in self.tolerated if who != by]
        return was_tolerated


@pytest.fixture
def screen() -> Screen:
    return Screen()


class Person:
    who = "Ina"

    def __init__(self, refusal: Trouble | None = None) -> None:
        self._refusal = refusal

    def require(self, permission: str) -> None:
        if self._refusal:
            raise self._refusal


def ports_with(tolerance: Patience | None, person: Person | None = None) -> Any:
    return SimpleNamespace(tolerance=tolerance, person=person or Person(), teaching=AtOnce())


def offer(screen: Screen, tolerance: Patience | None, verdict: Verdict = Verdict.NG) -> None:
    look, place = look_at(make_record(1281, verdict)), Place(x=1, y=2, width=3, height=4)
    offer_tolerance(screen, ports_with(tolerance), look, place)  # type: ignore[arg-type]


def test_without_a_model_that_can_nothing_is_offered(screen: Screen) -> None:
    offer(screen, None)
    assert screen.said == []


def test_a_part_that_the_audit_drew_has_nothing_to_tolerate(screen: Screen) -> None:
    offer(screen, Patience(), Verdict.OK)
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
    (_, (words, take_back, undo)) = screen.said
    assert "once it is sure that no known defect would pass" in words
    assert take_back == "Take back"
    assert undo is not None
    undo()
    assert patience.tolerated == []
    assert "no longer tolerated" in screen.said[-1][0]


def test_the_answer_of_a_long_check_comes_over_nothing_that_is_offered_by_then(screen: Screen) -> None:
    patience, later = Patience(), WhenTold()
    ports = ports_with(patience)
    ports.teaching = later
    look, place = look_at(make_record(1281, Verdict.NG)), Place(x=1, y=2, width=3, height=4)
    offer_tolerance(screen, ports, look, place)  # type: ignore[arg-type]
    act = screen.said[0][2]
    assert act is not None
    act()
    before = list(screen.said)
    later.work_off()
    assert patience.tolerated == ["Ina"]
    assert screen.said == before


def test_a_decision_taken_back_says_nothing_when_nothing_was_tolerated(screen: Screen) -> None:
    take_back_tolerance(screen, ports_with(Patience()), look_at(make_record(1281, Verdict.NG)))  # type: ignore[arg-type]
    assert screen.said == []


def test_who_stands_there_when_it_is_done_needs_the_right(screen: Screen) -> None:
    patience, nobody = Patience(), Person(Trouble("Sign in first."))
    look, place = look_at(make_record(1281, Verdict.NG)), Place(x=1, y=2, width=3, height=4)
    offer_tolerance(screen, ports_with(patience, nobody), look, place)  # type: ignore[arg-type]
    act = screen.said[0][2]
    assert act is not None
    act()
    assert patience.tolerated == []
    assert [trouble.what for trouble in screen.told] == ["Sign in first."]


def test_a_refusal_is_told(screen: Screen) -> None:
    refusal = Trouble("This place cannot be tolerated.", "Known defect MT-0093 would pass as OK.")
    offer(screen, Patience(refusal))
    act = screen.said[0][2]
    assert act is not None
    act()
    assert screen.told == [refusal]
    assert len(screen.said) == 2
