"""What is fetched, in which order, and what happens to answers nobody waits for any more."""

from dataclasses import replace

import numpy as np

from app.review.looks import KEPT, Looks
from app.review.part import look_at
from app.review.ports import Look, Why
from labeling.records.reviews import SeenDefect
from tests.app.history.background import AtOnce, WhenTold
from tests.app.line import make_record
from vision.inspection import Frame, Trouble, Verdict


def look(number: int) -> Look:
    return look_at(make_record(number, Verdict.NG))


class Shelf:
    """Evidence that says what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []
        self.gone: set[int] = set()
        self.kept: list[SeenDefect] = []

    def frame(self, wanted: Look) -> Frame:
        self.asked.append(("frame", wanted.record.sequence))
        if wanted.record.sequence in self.gone:
            raise Trouble("Removed on 2026-05-01.")
        return Frame(pixels=np.zeros((8, 8), np.uint8))

    def why(self, wanted: Look, frame: Frame) -> Why:
        self.asked.append(("why", wanted.record.sequence))
        return Why(missing="no model")

    def remember(self, seen: SeenDefect) -> None:
        self.kept.append(seen)


def test_the_part_in_front_comes_first_and_the_next_ones_are_there_before_they_are_wanted() -> None:
    shelf = Shelf()
    looks = Looks(shelf, AtOnce(), AtOnce())
    looks.want([look(1), look(2), look(3)])
    assert [number for kind, number in shelf.asked if kind == "frame"] == [1, 2, 3]
    assert [number for kind, number in shelf.asked if kind == "why"] == [1, 2, 3]
    before = len(shelf.asked)
    looks.want([look(2), look(3), look(4)])
    ready = looks.get(look(2))
    assert ready is not None
    assert ready.why is not None
    assert shelf.asked[before:] == [("frame", 4), ("why", 4)]


def test_a_slow_reason_holds_up_no_image_and_what_was_passed_over_is_not_fetched() -> None:
    shelf, frames, reasons = Shelf(), AtOnce(), WhenTold()
    looks = Looks(shelf, frames, reasons)
    looks.want([look(1)])
    looks.want([look(2)])
    looks.want([look(3)])
    assert [number for kind, number in shelf.asked if kind == "frame"] == [1, 2, 3]
    reasons.work_off()
    reasons.work_off()
    assert [number for kind, number in shelf.asked if kind == "why"] == [1, 3]


def test_an_image_that_is_gone_says_why_and_the_others_go_on() -> None:
    shelf = Shelf()
    shelf.gone.add(1)
    looks = Looks(shelf, AtOnce(), AtOnce())
    told: list[tuple[str, str]] = []
    looks.on_loaded = told.append
    looks.want([look(1), look(2)])
    gone, there = looks.get(look(1)), looks.get(look(2))
    assert gone is not None
    assert gone.frame is None
    assert gone.absence.startswith("Removed on")
    assert there is not None
    assert there.frame is not None
    assert look(1).key in told


def test_memory_is_bounded() -> None:
    looks = Looks(Shelf(), AtOnce(), AtOnce())
    for number in range(1, 3 * KEPT):
        looks.want([look(number)])
    assert looks.get(look(1)) is None
    assert looks.get(look(3 * KEPT - 1)) is not None


def test_the_place_of_a_defect_is_kept_even_while_a_map_is_made() -> None:
    shelf, reasons = Shelf(), WhenTold()
    looks = Looks(shelf, AtOnce(), reasons)
    looks.want([look(1)])
    seen = SeenDefect(inspection_id="a", codes=np.zeros(4, np.float32), coder="c", picture=b"")
    looks.remember(replace(Why(), seen=seen))
    reasons.work_off()
    reasons.work_off()
    assert shelf.kept == [seen]


def test_a_bug_is_told_and_not_dressed_up() -> None:
    class Broken(Shelf):
        def frame(self, wanted: Look) -> Frame:
            raise KeyError("bug")

    looks, bugs = Looks(Broken(), AtOnce(), AtOnce()), []
    looks.on_bug = bugs.append
    looks.want([look(1)])
    assert isinstance(bugs[0], KeyError)
    assert looks.get(look(1)) is None
