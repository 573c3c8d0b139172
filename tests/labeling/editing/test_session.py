"""One image under the hand: strokes, undo, proposals."""

from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from labeling.annotation import Annotation, Defect, LabelState, PlacedMask
from labeling.editing import EditSession
from vision.inspection import ManualClock

EMPTY = Annotation(width=60, height=50)


def block(left: int, top: int, width: int = 6, height: int = 6) -> PlacedMask:
    return PlacedMask(left=left, top=top, pixels=np.ones((height, width), np.bool_))


@pytest.fixture
def session() -> EditSession:
    return EditSession.of(EMPTY, ManualClock())


def areas(session: EditSession) -> list[tuple[str, int]]:
    return [(defect.class_id, defect.mask.area_px) for defect in session.annotation.defects]


def test_the_brush_starts_a_defect_and_extends_the_chosen_one(session: EditSession) -> None:
    first = session.paint(block(5, 5), "crack", "Brush, crack")
    assert session.paint(block(8, 5), "crack", "Brush, crack", onto=first) == first
    other = session.paint(block(20, 5), "crack", "Brush, crack")
    another = session.paint(block(20, 5), "fray", "Brush, fray", onto=first)
    assert len({first, other, another}) == 3
    assert areas(session) == [("crack", 54), ("crack", 36), ("fray", 36)]


def test_a_defect_of_a_class_that_was_taken_over_is_extended_too(session: EditSession) -> None:
    old = session.paint(block(0, 0), "scratch", "Brush")
    assert session.paint(block(4, 0), "crack", "Brush", onto=old, alike={"scratch"}) == old
    assert session.paint(block(4, 0), "dent", "Brush", onto=old, alike={"hole"}) != old


def test_the_list_of_strokes_names_each_with_its_time(session: EditSession) -> None:
    session.paint(block(5, 5), "crack", "Brush, crack")
    session.erase(block(5, 5, 1, 1), "Eraser")
    assert [(str(edit.name), edit.time) for edit in session.strokes] == [
        ("Brush, crack", datetime(2026, 1, 1, tzinfo=UTC)),
        ("Eraser", datetime(2026, 1, 1, tzinfo=UTC)),
    ]


def test_the_eraser_takes_from_all_or_from_one_class_and_an_empty_defect_goes(session: EditSession) -> None:
    session.paint(block(5, 5), "crack", "Brush")
    session.paint(block(5, 5), "fray", "Brush")
    assert session.erase(block(5, 5, 3, 6), "Eraser", class_id="fray")
    assert areas(session) == [("crack", 36), ("fray", 18)]
    session.erase(block(5, 5, 5, 6), "Eraser")
    assert areas(session) == [("crack", 6), ("fray", 6)]
    session.erase(block(0, 0, 60, 50), "Eraser")
    assert areas(session) == []
    session.undo()
    assert areas(session) == [("crack", 6), ("fray", 6)]


def test_what_changes_nothing_is_no_stroke(session: EditSession) -> None:
    assert session.paint(block(-50, 5), "crack", "Brush") is None
    assert not session.erase(block(5, 5), "Eraser")
    assert not session.set_state(LabelState.OPEN, "Open")
    assert session.strokes == ()
    assert session.undo() is session.redo() is None


def test_marks_outside_the_image_are_cut_off(session: EditSession) -> None:
    session.paint(block(57, -3), "crack", "Brush")
    assert session.annotation.defects[0].mask == block(57, 0, 3, 3)


def test_a_new_stroke_after_undo_drops_what_was_undone(session: EditSession) -> None:
    session.paint(block(5, 5), "crack", "One")
    session.undo()
    session.paint(block(9, 9), "crack", "Two")
    assert session.undone == ()
    assert [str(edit.name) for edit in session.strokes] == ["Two"]


def test_an_earlier_version_is_restored_in_one_stroke(session: EditSession) -> None:
    session.paint(block(5, 5), "crack", "Brush")
    earlier = session.annotation
    session.erase(block(5, 5, 2, 2), "Eraser")
    session.paint(block(20, 20), "fray", "Brush")
    session.tag(["oily"], "Tags")
    now = session.annotation
    session.restore(earlier, "Restore version 1")
    assert session.annotation == earlier
    session.undo()
    assert session.annotation == now


def test_defects_that_went_together_come_back_in_their_order(session: EditSession) -> None:
    for number in range(6):
        session.paint(block(9 * number, 5 if number % 3 else 30), "crack", "Brush")
    before = session.annotation
    session.erase(block(0, 0, 60, 20), "Eraser")
    assert len(session.annotation.defects) == 2
    session.undo()
    assert session.annotation == before
    session.redo()
    assert session.annotation.defects == (before.defects[0], before.defects[3])


def test_a_proposal_follows_its_slider_and_is_marked_only_when_accepted(session: EditSession) -> None:
    session.propose(lambda value: block(5, 5, int(value), 4), 3, "From map")
    session.adjust(5)
    assert session.proposal is not None
    assert session.proposal.mask.area_px == 20
    assert session.annotation == EMPTY
    session.accept("crack")
    assert session.proposal is None
    assert areas(session) == [("crack", 20)]
    session.propose(lambda value: block(1, 1), 0, "From map")
    session.discard()
    assert session.accept("crack") is None
    assert [str(edit.name) for edit in session.strokes] == ["From map"]


def test_strokes_on_24_megapixels_take_little_memory() -> None:
    session = EditSession.of(Annotation(width=6000, height=4000))
    large = session.paint(block(0, 0, 6000, 4000), "crack", "Fill")
    for step in range(20):
        session.paint(block(100 * step, 50, 40, 40), "fray", "Brush", onto=large)
    kept = [change.toggled for edit in session.strokes for change in edit.changes]
    assert sum(len(mask.bits) for mask in kept) < 20_000


class Editing(RuleBasedStateMachine):
    """Whatever is done: undoing all of it gives what was there, doing it again what is there."""

    def __init__(self) -> None:
        super().__init__()
        begun = Annotation(width=60, height=50, defects=(Defect(class_id="a", mask=block(1, 1)),))
        self.session = EditSession.of(begun)
        self.states = [begun]
        self.position = 0

    masks = st.builds(block, st.integers(-5, 58), st.integers(-5, 48), st.integers(1, 30), st.integers(1, 30))

    def did(self, changed: object) -> None:
        if changed:
            self.position += 1
            self.states[self.position :] = [self.session.annotation]

    @rule(mask=masks, class_id=st.sampled_from("abc"), which=st.integers(0, 5))
    def paint(self, mask: PlacedMask, class_id: str, which: int) -> None:
        before = self.session.annotation
        defects = before.defects
        self.session.paint(mask, class_id, "Brush", onto=defects[which].id if which < len(defects) else None)
        self.did(self.session.annotation != before)

    @rule(mask=masks, class_id=st.sampled_from(["a", "b", None]))
    def erase(self, mask: PlacedMask, class_id: str | None) -> None:
        self.did(self.session.erase(mask, "Eraser", class_id=class_id))

    @precondition(lambda self: self.session.annotation.defects)
    @rule(which=st.integers(0, 9), class_id=st.sampled_from("abc"), remove=st.booleans())
    def exchange(self, which: int, class_id: str, remove: bool) -> None:
        defect = self.session.annotation.defects[which % len(self.session.annotation.defects)]
        if remove:
            self.did(self.session.remove(defect.id, "Remove"))
        else:
            self.did(self.session.classify(defect.id, class_id, "Class"))

    @rule(tags=st.sets(st.sampled_from(["oily", "dark"])), state=st.sampled_from(LabelState))
    def tag(self, tags: set[str], state: LabelState) -> None:
        self.did(self.session.tag(tags, "Tags"))
        self.did(self.session.set_state(state, "State"))

    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        self.did(self.session.restore(data.draw(st.sampled_from(self.states)), "Restore"))

    @rule()
    def undo(self) -> None:
        self.position -= self.session.undo() is not None

    @rule()
    def redo(self) -> None:
        self.position += self.session.redo() is not None

    @invariant()
    def is_where_it_should_be(self) -> None:
        assert self.session.annotation == self.states[self.position]
        assert len(self.session.strokes) == self.position
        assert len(self.session.undone) == len(self.states) - 1 - self.position

    def teardown(self) -> None:
        while self.session.undo():
            pass
        assert self.session.annotation == self.states[0]
        while self.session.redo():
            pass
        assert self.session.annotation == self.states[-1]


TestEditing = Editing.TestCase
TestEditing.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
