"""The recipe's values. Frozen, validated, unknown keys refused."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from vision.inspection import Thresholds

FORMAT = 1
"""Version of the recipe file's own layout; `vision.recipe.file` migrates older ones and refuses newer ones."""

Name = Annotated[str, Field(min_length=1, max_length=80)]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class TriggerMode(StrEnum):
    """Who says when a frame is taken."""

    SOFTWARE = "software"
    """The station asks for each frame (SFNC TriggerSource Software)."""
    LINE = "line"
    """A sensor at the camera's input does (SFNC TriggerSource Line1)."""
    FREE = "free"
    """The camera runs freely; every frame is a part."""
    INTERVAL = "interval"
    """The station asks for a frame at a fixed interval."""


class Region(_Value):
    """A rectangle in frame pixels, origin at the upper left."""

    x: int = Field(ge=0)
    y: int = Field(ge=0)
    width: int = Field(gt=0)
    height: int = Field(gt=0)


class CameraSettings(_Value):
    """What is asked of a camera, in SFNC words. None leaves the camera's own value alone."""

    exposure_time_us: float | None = Field(default=None, gt=0)
    gain_db: float | None = Field(default=None, ge=0)
    pixel_format: str | None = None
    """SFNC name, for example Mono8, RGB8, BGR8, BayerRG8, Mono12."""
    roi: Region | None = None
    """Sensor region (SFNC OffsetX, OffsetY, Width, Height)."""
    trigger_mode: TriggerMode = TriggerMode.SOFTWARE
    trigger_line: str = "Line1"
    """SFNC TriggerSource for `TriggerMode.LINE`."""
    interval_ms: float | None = Field(default=None, gt=0)
    """Milliseconds between frames for `TriggerMode.INTERVAL`."""


class ModelReference(_Value):
    """Which model a view uses: its kind, its settings, and the hash of the file that holds what it learned."""

    kind: Name
    """A key of the model table, for example `patchcore`."""
    settings: dict[str, Any] = Field(default_factory=dict)
    """The kind's own settings; the kind checks them when it is loaded."""
    file: str
    """File name inside the recipe version's folder (safetensors or ONNX, never a pickle)."""
    hash: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """SHA-256 of that file."""


class View(_Value):
    """One look at the part: a camera and a shot, a region, a model, two thresholds."""

    name: Name
    camera: Name = "camera-1"
    """Key into `Recipe.cameras`."""
    shot: int = Field(default=1, ge=1)
    """1 for the first shot of this camera after a trigger, 2 for the next, and so on."""
    image_width: int = Field(gt=0)
    image_height: int = Field(gt=0)
    """Size of the frames it was taught on, in pixels; a frame of another size is not inspected."""
    any_size: bool = False
    """True when the taught images had mixed sizes: then frames of every size are accepted."""
    region_of_interest: Region | None = None
    """Only this part of the frame is judged; None is the whole frame."""
    ignore_regions: tuple[Region, ...] = ()
    """Parts of the frame whose anomalies do not count."""
    model: ModelReference
    t1: float = Field(ge=0)
    t2: float = Field(ge=0)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.t1 > self.t2:
            raise ValueError("t1 must not be above t2")
        return self

    @property
    def thresholds(self) -> Thresholds:
        """The view's T1 and T2 as the value that judges."""
        return Thresholds(t1=self.t1, t2=self.t2)


class IdentityRule(_Value):
    """Where a part's serial comes from."""

    kind: Literal["none", "counter", "filename"] = "counter"
    """`counter`: prefix and running number; `filename`: the image file's stem; `none`: parts have no serial."""
    prefix: str = ""
    digits: int = Field(default=6, ge=1, le=12)


class Recipe(_Value):
    """A product's inspection configuration, one version of it."""

    format: int = FORMAT
    name: Name
    version: int = Field(ge=1)
    created: datetime
    created_by: str = ""
    note: str = ""
    cameras: dict[str, CameraSettings] = Field(default_factory=lambda: {"camera-1": CameraSettings()})
    views: tuple[View, ...] = Field(min_length=1)
    """A part may be seen by several cameras or in several shots; the worst view decides."""
    identity: IdentityRule = IdentityRule()
    takt_deadline_ms: float | None = Field(default=None, gt=0)
    """A verdict later than this after its trigger is NOT_INSPECTED; None means no deadline."""
    teaching: dict[str, Any] = Field(default_factory=dict)
    """What teaching noted per view (keyed by view name): images used and kept aside, seed, held-aside scores."""

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        names = [view.name for view in self.views]
        if len(set(names)) != len(names):
            raise ValueError("two views have the same name")
        missing = {view.camera for view in self.views} - set(self.cameras)
        if missing:
            raise ValueError(f"views name cameras that the recipe lacks: {', '.join(sorted(missing))}")
        return self
