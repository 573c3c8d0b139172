"""PatchCore's settings."""

from pydantic import BaseModel, ConfigDict, Field


class PatchcoreSettings(BaseModel):
    """What can be chosen per recipe. The defaults suit most parts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    backbone: str = "embedded"
    """`embedded`, `file:NAME`, `torchvision:NAME` or `timm:NAME`; see `vision.models.backbone.catalog`."""
    layers: tuple[str, ...] = ()
    """Taps of the backbone, finest first; empty takes the backbone's usual ones (strides 8 and 16)."""
    long_side_px: int = Field(default=448, ge=64, le=2048)
    """The frame's longer side is brought to this size, the aspect ratio is kept."""
    memory_size: int = Field(default=2_000, ge=1, le=20_000)
    """Patches remembered at most."""
    pool_size: int = Field(default=20_000, ge=1, le=200_000)
    """Random patches from which they are chosen."""
