"""The patch memory's settings."""

from pydantic import BaseModel, ConfigDict, Field


class MemorySettings(BaseModel):
    """What can be chosen per recipe. The defaults suit most parts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    long_side_px: int = Field(default=512, ge=64, le=2048)
    """The frame's longer side is brought to this size for the fine look, half of it for the coarse one.

    At 448 a verdict takes a fifth less and tells less of parts with many places: image AUROC of the rendered flange 0.901
    instead of 0.920 (0.864 / 0.882 with four images), boards 0.729 / 0.777, magnetic tile 0.926 / 0.922 (six teachings).
    """
    memory_size: int = Field(default=1_400, ge=8, le=20_000)
    """Patches remembered of the fine look at most, half as many of the coarse one. See `look` for what more tell."""
    memories: int = Field(default=1, ge=1, le=16)
    """How many memories share them in the fine look, each chosen by itself; half as many in the coarse one, at least one.

    A memory must hold all places of a part: one told more of the rendered flange and of boards than two half as large
    (see `look`), little less of textures, and takes a tenth less time.
    """
    pool_size: int = Field(default=40_000, ge=100, le=400_000)
    """Random patches from which they are chosen and on which distances are calibrated."""
    even_light: bool = True
    """Bring every frame to one brightness; off when the brightness itself is the defect."""
    detail: float = Field(default=0, ge=0, le=1)
    """Share of the frame's own resolution at which tiles show it besides: 1 is every pixel, for defects a few pixels wide.
    0 leaves the tiles out, which is many times faster on large frames."""
