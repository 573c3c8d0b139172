"""Settings of anomalib's models."""

from pydantic import BaseModel, ConfigDict, Field


class ZooSettings(BaseModel):
    """What can be chosen for every model; the frame is brought to one size, so all frames should have one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    backbone: str = "embedded"
    """`embedded`, `file:NAME`, `torchvision:NAME` or `timm:NAME`; see `vision.models.backbone.catalog`."""
    long_side_px: int = Field(default=256, ge=32, le=2048)
    """The longer side of the good frames is brought to this size; their aspect ratio is kept, within the model's step."""
    batch_size: int = Field(default=8, ge=1, le=256)
    """Images looked at together while learning."""
    steps: int = Field(default=0, ge=0, le=1_000_000)
    """Training steps, rounded up to whole passes over the images; 0 is one pass."""


class TapSettings(ZooSettings):
    """Of a model that looks at taps of a backbone."""

    layers: tuple[str, ...] = ()
    """Taps of the backbone, finest first; empty takes the backbone's usual ones (strides 8 and 16)."""


class PadimSettings(TapSettings):
    """PaDiM: a Gaussian at each place of the picture."""

    n_features: int = Field(default=100, ge=1, le=2_000)
    """Channels kept, drawn at random: the model file grows with their square."""


class SupersimplenetSettings(TapSettings):
    """SuperSimpleNet: a small network that tells features from the same features with noise.

    A step of 8 images of 256 px takes seconds on two cores, so 300 steps are a matter of half an hour; its authors train
    300 passes over the images, which asks for a GPU.
    """

    steps: int = Field(default=300, ge=0, le=1_000_000)


class PatchcoreSettings(TapSettings):
    """anomalib's own PatchCore, unbounded: slow to choose, exact to the paper."""

    coreset_sampling_ratio: float = Field(default=0.1, gt=0, le=1)
    """Share of the patches remembered."""
    num_neighbors: int = Field(default=9, ge=1, le=100)
    """Neighbours that weight the score."""


class DinomalySettings(ZooSettings):
    """Dinomaly: a decoder that can only rebuild what good parts look like to a DINOv2 transformer."""

    backbone: str = "timm:vit_small_patch14_reg4_dinov2"
    long_side_px: int = Field(default=392, ge=32, le=2048)
    steps: int = Field(default=500, ge=0, le=1_000_000)


class EfficientadSettings(ZooSettings):
    """EfficientAD: a student that follows its teacher on good parts only, and an autoencoder."""

    backbone: str = "file:pretrained_teacher_small"
    """The teacher: `anomalib:efficientad_small` or `anomalib:efficientad_medium`, imported."""
    batch_size: int = Field(default=1, ge=1, le=1)
    """The method asks for 1."""
    steps: int = Field(default=1_000, ge=0, le=1_000_000)
