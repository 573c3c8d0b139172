"""What stands before the virtual camera, as a frozen value: the same scene always renders to the same frame.

A line is a seed; a part is a seed and an index. Whatever the timing, part 17 of line 3 is the same part again, which is
what makes a rendered line usable as a test: its truth is known, and a failure can be looked at again.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

FRAME_WIDTH = 1280
FRAME_HEIGHT = 960


class DefectKind(StrEnum):
    """The flaws the renderer knows; the values are the folder names of a written set."""

    SCRATCH = "scratch"
    DENT = "dent"
    STAIN = "stain"
    CHIP = "chip"
    PIT = "pit"
    MISSING_HOLE = "missing_hole"
    BURR = "burr"
    FIBRE = "fibre"


@dataclass(frozen=True, kw_only=True)
class Defect:
    """One flaw: its kind, the seed of its shape and place, and how strongly it shows."""

    kind: DefectKind
    seed: int
    strength: float = 0.7
    """0 is barely visible to a person, 1 is obvious."""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One part under the camera. Lengths are pixels of the frame, angles degrees counter-clockwise."""

    width: int = FRAME_WIDTH
    height: int = FRAME_HEIGHT
    seed: int = 0
    """Machining marks, dust and belt; says nothing about defects."""
    shift_x_px: float = 0.0
    shift_y_px: float = 0.0
    turn_deg: float = 0.0
    brightness: float = 1.0
    """Lamp strength, 1 when new."""
    defocus_px: float = 0.0
    """Blur added to that of a well set lens, as standard deviation."""
    defects: tuple[Defect, ...] = ()

    def __post_init__(self) -> None:
        if self.width < 64 or self.height < 64:
            raise ValueError(f"a scene is at least 64 x 64 pixels, not {self.width} x {self.height}")

    @property
    def scale(self) -> float:
        """Pixels of this frame per pixel of the standard frame."""
        return min(self.width / FRAME_WIDTH, self.height / FRAME_HEIGHT)


def draw_defect(rng: np.random.Generator, kind: DefectKind | None = None) -> Defect:
    """A defect of random shape, place and strength; of random kind unless one is given."""
    drawn = list(DefectKind)[int(rng.integers(len(DefectKind)))]
    return Defect(
        kind=kind or drawn, seed=int(rng.integers(2**31)), strength=float(np.clip(rng.normal(0.65, 0.2), 0.25, 1))
    )


def draw_scene(seed: int, part: int, *, defect_rate: float = 0.0, size: tuple[int, int] | None = None) -> Scene:
    """Part number `part` (0 is the first) of the line with this seed.

    Args:
        seed: the line, not negative.
        part: the part's index, not negative.
        defect_rate: share of defective parts, 0 to 1. A defective part has one defect, one in six of them has two.
        size: (width, height) in pixels.
    """
    rng = np.random.default_rng([seed, part])
    width, height = size or (FRAME_WIDTH, FRAME_HEIGHT)
    scale = min(width / FRAME_WIDTH, height / FRAME_HEIGHT)
    shift_x_px, shift_y_px = np.clip(rng.normal(0, 3.0, 2), -8, 8) * scale
    turn_deg, brightness = float(rng.uniform(-1.6, 1.6)), float(rng.normal(1.0, 0.012))
    marks = int(rng.integers(2**31))
    defects: tuple[Defect, ...] = ()
    if rng.random() < defect_rate:
        defects = tuple(draw_defect(rng) for _ in range(2 if rng.random() < 1 / 6 else 1))
    return Scene(
        width=width, height=height, seed=marks, shift_x_px=float(shift_x_px), shift_y_px=float(shift_y_px),
        turn_deg=turn_deg, brightness=brightness, defects=defects,
    )  # fmt: skip
