"""The golden template's settings."""

from pydantic import BaseModel, ConfigDict, Field


class TemplateSettings(BaseModel):
    """What can be chosen per recipe. The defaults suit most parts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    tolerance_px: int = Field(default=2, ge=0, le=20)
    """How far an edge may wander, beyond what the good parts themselves show; narrower features are not judged."""
    defect_px: int = Field(default=5, ge=1, le=101)
    """Size of the smallest defect that matters: differences are averaged over such a spot, which hides single pixels."""
    copies: int = Field(default=40, ge=20, le=1_000)
    """Distorted copies of the good frames on which the model measures its own scores."""
