"""Suspect labels with a reason: what the model says, what the neighbours carry, and what cannot be looked at."""

import numpy as np

from labeling.datasets import Reason, ReasonKind, SecondLook, Sight, second_look
from vision.inspection import Frame, Trouble

CRACK = "id of crack"
GONE = 99


class Plain:
    """An eye that sees the score in the first pixel and the kind in the second; 255 cannot be scored."""

    def see(self, frame: Frame) -> Sight:
        score, kind = (int(value) for value in frame.pixels[0, :2])
        code = np.array([1, 0.01 * score] if kind else [0.01 * score, 1], np.float32)
        return Sight(score=None if score == 255 else float(score), code=code)


def look(labels: dict[int, str], images: dict[int, tuple[int, int]]) -> SecondLook:
    def read(image_id: int) -> Frame:
        if image_id == GONE:
            raise Trouble("It is gone.")
        return Frame(pixels=np.array([images[image_id]], np.uint8))

    found = second_look(labels, read, Plain())
    assert found is not None
    return found


def test_the_wrong_labels_come_first_each_with_its_reason() -> None:
    labels = {n: CRACK if n >= 20 else "" for n in range(40)}
    images = {n: (90, 1) if n >= 20 else (10, 0) for n in range(40)}
    images[3], images[25] = (90, 0), (5, 1)  # the model sees what nobody marked, and nothing where a crack is
    images[7] = (40, 1)  # looks like the cracks
    doubts = look(labels, images).doubts
    worst = sorted(doubts, key=lambda key: doubts[key].suspicion or 0, reverse=True)
    assert set(worst[:3]) == {3, 7, 25}
    assert doubts[3].reason == Reason(kind=ReasonKind.SEES_DEFECT)
    assert doubts[25].reason == Reason(kind=ReasonKind.SEES_NOTHING)
    assert doubts[7].reason == Reason(kind=ReasonKind.NEIGHBOURS, label=CRACK)
    assert doubts[0].reason is None
    assert doubts[25].score == 5


def test_without_a_model_the_neighbours_speak_alone() -> None:
    labels = {n: CRACK if n >= 20 else "" for n in range(40)}
    images = {n: (255, int(n >= 20)) for n in range(40)}
    images[30] = (255, 0)
    doubts = look(labels, images).doubts
    assert doubts[30].suspicion == 1
    assert doubts[30].reason == Reason(kind=ReasonKind.NEIGHBOURS)
    assert doubts[0].suspicion == 0
    assert doubts[30].score is None


def test_what_is_gone_is_named_and_the_rest_is_looked_at() -> None:
    found = look({1: "", GONE: CRACK}, {1: (10, 0)})
    assert found.doubts[1].reason is None
    assert found.doubts[1].suspicion == 0.1
    assert str(found.faults[GONE]) == "It is gone."
    assert look({GONE: CRACK}, {}).doubts == {}


def test_cancelled_says_nothing_at_all() -> None:
    asked: list[int] = []
    frame = Frame(pixels=np.zeros((1, 2), np.uint8))
    found = second_look(
        dict.fromkeys(range(5), ""),
        lambda _: frame,
        Plain(),
        progress=lambda done, total: asked.append(done),
        is_cancelled=lambda: len(asked) == 2,
    )
    assert found is None
    assert asked == [1, 2]
