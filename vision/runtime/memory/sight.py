"""How a frame is seen: each look's picture in even light, and the codes of its patches."""

from dataclasses import dataclass

from vision.runtime.memory.coder import Coder, PatchGrid, Pixels, resized
from vision.runtime.memory.light import Light
from vision.runtime.memory.settings import MemorySettings
from vision.runtime.memory.tiles import tiled_codes

COARSER = (1, 2)
"""The two looks at the whole frame: how much smaller than the settings' size. The coarse one sees what is as large as
the part. With tiles there is a third look, before them."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Sight:
    """Everything that lies between a frame and its codes."""

    coder: Coder
    light: Light
    settings: MemorySettings

    def grids(self, pixels: Pixels) -> list[PatchGrid]:
        """The patch codes of each look, finest first; (H, W) or (H, W, 3) uint8."""
        return [self.grid(picture) for picture in self.pictures(pixels)]

    def grid(self, picture: Pixels) -> PatchGrid:
        """The patch codes of one of the `pictures`."""
        return tiled_codes(self.coder, picture)

    def pictures(self, pixels: Pixels) -> list[Pixels]:
        """What each look looks at, finest first."""
        long_side_px, detail = self.settings.long_side_px, self.settings.detail
        lit = self.light.even(resized(pixels, long_side_px // COARSER[0]))
        whole = [lit, *(resized(lit, long_side_px // factor) for factor in COARSER[1:])]
        if not detail:
            return whole
        return [self.light.even(resized(pixels, round(detail * max(pixels.shape[:2])))), *whole]


def fewer(settings: MemorySettings) -> tuple[int, ...]:
    """Per look, finest first, how many times fewer patches it remembers than the settings say."""
    return (1, *COARSER) if settings.detail else COARSER
