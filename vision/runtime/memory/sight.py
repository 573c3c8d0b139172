"""How a frame is seen: each look's picture in even light, and the codes of its patches."""

from dataclasses import dataclass

from vision.inspection import PixelMask
from vision.runtime.memory.coder import Coder, PatchGrid, Pixels, resized
from vision.runtime.memory.ignored import covered
from vision.runtime.memory.light import Light
from vision.runtime.memory.settings import MemorySettings
from vision.runtime.memory.tiles import tiled_codes

COARSER = (1, 2)
"""The two looks at the whole frame: how much smaller than the settings' size. The coarse one sees what is as large as
the part. With tiles there is a third look, before them."""

REVISION = 3
"""Of how frames are seen: ignored regions painted over since 2, beyond the border and shrunk sooner since 3. Distances
to what was taught only tell something in pictures made alike, so another revision's model is refused."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Sight:
    """Everything that lies between a frame and its codes."""

    coder: Coder
    light: Light
    settings: MemorySettings

    def grids(self, pixels: Pixels, counts: PixelMask | None) -> list[PatchGrid]:
        """The patch codes of each look, finest first. See `pictures`."""
        return [self.grid(picture) for picture in self.pictures(pixels, counts)]

    def grid(self, picture: Pixels) -> PatchGrid:
        """The patch codes of one of the `pictures`."""
        return tiled_codes(self.coder, picture)

    def pictures(self, pixels: Pixels, counts: PixelMask | None) -> list[Pixels]:
        """What each look looks at, finest first.

        Args:
            pixels: (H, W) or (H, W, 3) uint8.
            counts: (H, W) bool, False where nobody looks, see `ignored`; None for everywhere.
        """
        long_side_px, detail = self.settings.long_side_px, self.settings.detail
        lit = self._lit(pixels, counts, long_side_px // COARSER[0])
        whole = [lit, *(resized(lit, long_side_px // factor) for factor in COARSER[1:])]
        if not detail:
            return whole
        return [self._lit(pixels, counts, round(detail * max(pixels.shape[:2]))), *whole]

    def _lit(self, pixels: Pixels, counts: PixelMask | None, long_side_px: int) -> Pixels:
        return covered(pixels, counts, long_side_px).lit(self.light)


@dataclass(frozen=True, kw_only=True)
class PlannedLook:
    """What one look is to remember."""

    memories: int
    patches: int
    """In each of them."""


def planned(settings: MemorySettings) -> tuple[PlannedLook, ...]:
    """Of each look, finest first."""
    return tuple(_planned(settings, factor) for factor in ((1, *COARSER) if settings.detail else COARSER))


def _planned(settings: MemorySettings, factor: int) -> PlannedLook:
    memories = max(1, settings.memories // factor)
    return PlannedLook(memories=memories, patches=max(1, settings.memory_size // factor // memories))
