"""What goes wrong at a line, on purpose and by plan: pure functions from a part to the shots that come of it.

A plan is a list of faults, each due at a part or at a moment. In a camera spec it reads `fault=unplug@20:3+late@12.5s`:
the cable is out for 3 s at part 20, and the first part after 12.5 s is late. A new fault is a `FaultKind` and a line
in `_EFFECTS`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import exp, isfinite


class FaultKind(StrEnum):
    """The faults by the names a camera spec uses."""

    UNPLUG = "unplug"
    """The cable is out; value: seconds."""
    MISSING = "missing"
    """The trigger gets lost: no frame."""
    LATE = "late"
    """The frame comes late; value: seconds."""
    DOUBLE = "double"
    """The sensor bounces: two frames of one part."""
    HALF = "half"
    """Only the upper half of the frame arrives."""
    FAILED = "failed"
    """The buffer arrives damaged."""
    LAMP = "lamp"
    """The lamps fade from here on; value: parts until 37 % (1/e) is left."""
    DEFOCUS = "defocus"
    """The lens works loose from here on; value: pixels of blur added per part."""


class Damage(StrEnum):
    """How a frame arrives."""

    NONE = "none"
    HALF = "half"
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True)
class Shot:
    """One frame about to be taken."""

    part: int
    repeat: int = 0
    """1 for the second frame of the same part."""
    delay_s: float = 0.0
    damage: Damage = Damage.NONE
    unplugged_s: float = 0.0
    """More than 0: instead of a frame, the cable is out for so long."""
    brightness: float = 1.0
    defocus_px: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One planned fault: due at part `part`, or else at the first part `after_s` seconds after the camera was opened."""

    kind: FaultKind
    part: int | None = None
    after_s: float | None = None
    value: float | None = None
    """Its strength in the unit of its kind; None is the usual one."""

    def __post_init__(self) -> None:
        if (self.part is None) == (self.after_s is None):
            raise ValueError("a fault is due either at a part or after a time")
        if self.value is not None and not (isfinite(self.value) and self.value > 0):
            raise ValueError(f"a fault's value is a positive number, not {self.value}")


@dataclass(frozen=True)
class _Effect:
    usual: float
    is_lasting: bool
    apply: Callable[[Shot, float, int], tuple[Shot, ...]]
    """(shot, value, parts since the fault began) to the shots that come of it."""


_EFFECTS: dict[FaultKind, _Effect] = {
    FaultKind.UNPLUG: _Effect(3.0, False, lambda shot, value, age: (replace(shot, unplugged_s=value),)),
    FaultKind.MISSING: _Effect(1.0, False, lambda shot, value, age: ()),
    FaultKind.LATE: _Effect(0.5, False, lambda shot, value, age: (replace(shot, delay_s=value),)),
    FaultKind.DOUBLE: _Effect(1.0, False, lambda shot, value, age: (shot, replace(shot, repeat=shot.repeat + 1))),
    FaultKind.HALF: _Effect(1.0, False, lambda shot, value, age: (replace(shot, damage=Damage.HALF),)),
    FaultKind.FAILED: _Effect(1.0, False, lambda shot, value, age: (replace(shot, damage=Damage.FAILED),)),
    FaultKind.LAMP: _Effect(
        50.0, True, lambda shot, value, age: (replace(shot, brightness=shot.brightness * exp(-age / value)),)
    ),
    FaultKind.DEFOCUS: _Effect(
        0.05, True, lambda shot, value, age: (replace(shot, defocus_px=shot.defocus_px + age * value),)
    ),
}


class FaultPlan:
    """Faults in order. Remembers only at which part a timed fault struck."""

    def __init__(self, faults: Sequence[Fault] = ()) -> None:
        self._faults = tuple(faults)
        self._struck: dict[int, int] = {}

    def shots(self, part: int, elapsed_s: float) -> tuple[Shot, ...]:
        """What comes of part number `part`, `elapsed_s` seconds after the camera was first opened; usually one shot."""
        shots: tuple[Shot, ...] = (Shot(part=part),)
        for index, fault in enumerate(self._faults):
            onset = self._onset(index, part, elapsed_s)
            effect = _EFFECTS[fault.kind]
            if onset is None or part < onset or (part > onset and not effect.is_lasting):
                continue
            value = effect.usual if fault.value is None else fault.value
            shots = tuple(hit for shot in shots for hit in effect.apply(shot, value, part - onset))
        return shots

    def _onset(self, index: int, part: int, elapsed_s: float) -> int | None:
        fault = self._faults[index]
        if fault.after_s is None:
            return fault.part
        if elapsed_s >= fault.after_s:
            return self._struck.setdefault(index, part)
        return None


_FAULT = re.compile(r"(?P<kind>[a-z]+)@(?P<when>\d+(?:\.\d+)?)(?P<timed>s?)(?::(?P<value>\d+(?:\.\d+)?))?")


def parse_faults(text: str) -> tuple[Fault, ...]:
    """Read `KIND@PART[:VALUE]` or `KIND@SECONDSs[:VALUE]`, several joined by `+`.

    Raises:
        ValueError: naming the part of the text that is not understood.
    """
    return tuple(_parse_fault(piece) for piece in text.split("+") if piece)


def _parse_fault(text: str) -> Fault:
    found = _FAULT.fullmatch(text)
    if found is None or found["kind"] not in list(FaultKind) or (not found["timed"] and "." in found["when"]):
        kinds = ", ".join(FaultKind)
        raise ValueError(f"'{text}' is no fault; write for example unplug@20:3 or late@12.5s with one of {kinds}")
    when, value = float(found["when"]), found["value"]
    return Fault(
        kind=FaultKind(found["kind"]),
        part=None if found["timed"] else int(when),
        after_s=when if found["timed"] else None,
        value=None if value is None else float(value),
    )
