"""A line: which parts come, how often, how large their frames are, and what goes wrong."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from vision.synth.faults import Shot, parse_faults
from vision.synth.render import develop
from vision.synth.scene import FRAME_HEIGHT, FRAME_WIDTH, Scene, draw_scene


@dataclass(frozen=True, kw_only=True)
class Line:
    """What a spec asks for."""

    seed: int = 0
    defect_rate: float = 0.25
    """Share of defective parts, 0 to 1. Teaching by capture wants 0."""
    width: int = FRAME_WIDTH
    height: int = FRAME_HEIGHT
    rate: float = 60.0
    """Parts a minute that arrive by themselves (line trigger and free run)."""
    fault: str = ""
    """See `vision.synth.faults`."""

    def __post_init__(self) -> None:
        within = 0 <= self.defect_rate <= 1 and 0 < self.rate <= 6000 and self.seed >= 0
        if not (within and 64 <= self.width <= 8192 and 64 <= self.height <= 8192):
            raise ValueError("seed is not negative, defect_rate 0 to 1, rate up to 6000, width and height 64 to 8192")
        parse_faults(self.fault)

    def prime(self) -> None:
        """Render once, so that what all parts of this size share is there before the first trigger."""
        develop(draw_scene(self.seed, 0, size=(self.width, self.height)))

    def scene(self, shot: Shot) -> Scene:
        """What stands before the camera in that shot."""
        drawn = draw_scene(self.seed, shot.part, defect_rate=self.defect_rate, size=(self.width, self.height))
        return replace(drawn, brightness=drawn.brightness * shot.brightness, defocus_px=shot.defocus_px)


LINE_OPTIONS: dict[str, Callable[[str], int | float | str]] = {
    "seed": int,
    "defect_rate": float,
    "width": int,
    "height": int,
    "rate": float,
    "fault": str,
}
"""The options of a line as text, by name."""


def read_line(options: Mapping[str, str]) -> Line:
    """The line that options ask for. Raises `ValueError` naming what is not understood."""
    unknown = [key for key in options if key not in LINE_OPTIONS]
    if unknown:
        raise ValueError(f"{unknown[0]} is no option of it")
    values: dict[str, Any] = {key: _value(key, text) for key, text in options.items()}
    return Line(**values)


def _value(key: str, text: str) -> int | float | str:
    try:
        return LINE_OPTIONS[key](text)
    except ValueError as error:
        raise ValueError(f"{key} is not a number: {text}") from error
