"""Side by side: every judge sees every picture in turn, and times are its own."""

import time

import numpy as np

from vision.evaluation.side_by_side import Judge, Pixels, side_by_side

PICTURES = [np.full((2, 2), value, np.uint8) for value in (1, 2)]


def test_judges_take_turns_on_each_picture() -> None:
    seen: list[tuple[str, int]] = []
    told: list[int] = []

    def judge(name: str) -> Judge:
        return lambda pixels: seen.append((name, int(pixels[0, 0])))

    side_by_side({"a": judge("a"), "b": judge("b")}, PICTURES, 4, told.append)
    measured = seen[-16::2]
    assert measured == seen[-15::2] == [(name, value) for value in (1, 2, 1, 2) for name in ("a", "b")]
    assert {name for name, _ in seen[:-16]} == {"a", "b"}, "both were warm before the first round"
    assert told == [1, 2, 3, 4]


def test_times_are_of_the_judge_alone() -> None:
    def slow(_pixels: Pixels) -> None:
        time.sleep(0.02)

    quick, late = side_by_side({"quick": lambda pixels: None, "late": slow}, PICTURES, 5, lambda done: None)
    assert (quick.name, late.name) == ("quick", "late")
    assert late.min_ms >= 20 > quick.min_ms
    assert late.min_ms <= late.median_ms <= late.p99_ms
    assert late.cpu_s < 0.01, "sleeping uses no processor"
