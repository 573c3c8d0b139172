"""Planned faults: what comes of a part, and how a plan is written."""

from math import exp

import pytest

from vision.synth.faults import Damage, Fault, FaultKind, FaultPlan, Shot, parse_faults


def shots(text: str, part: int, elapsed_s: float = 0.0) -> tuple[Shot, ...]:
    return FaultPlan(parse_faults(text)).shots(part, elapsed_s)


def test_without_a_fault_each_part_gives_one_shot() -> None:
    assert shots("", 3) == (Shot(part=3),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("unplug@4:2.5", (Shot(part=4, unplugged_s=2.5),)),
        ("missing@4", ()),
        ("late@4:0.7", (Shot(part=4, delay_s=0.7),)),
        ("double@4", (Shot(part=4), Shot(part=4, repeat=1))),
        ("half@4", (Shot(part=4, damage=Damage.HALF),)),
        ("failed@4", (Shot(part=4, damage=Damage.FAILED),)),
    ],
)
def test_a_passing_fault_strikes_its_part_alone(text: str, expected: tuple[Shot, ...]) -> None:
    assert shots(text, 4) == expected
    assert shots(text, 3) == (Shot(part=3),)
    assert shots(text, 5) == (Shot(part=5),)


def test_lamps_fade_and_lenses_drift_from_their_part_on() -> None:
    text = "lamp@10:20+defocus@10:0.1"
    assert shots(text, 9) == (Shot(part=9),)
    (later,) = shots(text, 30)
    assert later.brightness == pytest.approx(exp(-1))
    assert later.defocus_px == pytest.approx(2.0)


def test_a_timed_fault_strikes_the_first_part_after_its_time_and_only_that() -> None:
    plan = FaultPlan([Fault(kind=FaultKind.MISSING, after_s=2.0)])
    assert [len(plan.shots(part, 0.9 * part)) for part in range(5)] == [1, 1, 1, 0, 1]


def test_a_plan_can_mix_parts_and_times() -> None:
    assert parse_faults("unplug@20:3+late@12.5s") == (
        Fault(kind=FaultKind.UNPLUG, part=20, value=3.0),
        Fault(kind=FaultKind.LATE, after_s=12.5),
    )


@pytest.mark.parametrize("text", ["unplug", "fire@3", "late@1.5", "late@3:", "late@-1", "half@@2", "LATE@3"])
def test_a_fault_nobody_understands_is_named(text: str) -> None:
    with pytest.raises(ValueError, match=f"'{text}' is no fault"):
        parse_faults(f"double@1+{text}")


def test_a_fault_needs_one_moment_and_a_positive_value() -> None:
    with pytest.raises(ValueError, match="either"):
        Fault(kind=FaultKind.LATE, part=1, after_s=1.0)
    with pytest.raises(ValueError, match="positive"):
        Fault(kind=FaultKind.LATE, part=1, value=0.0)
