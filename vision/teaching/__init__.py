"""Teaching: from good parts to a recipe version with a model and two thresholds. Knows nothing of windows."""

from vision.detectors import Cancelled
from vision.teaching.rates import Consequence, Consequences, consequences, rate_in_words, upper_bound
from vision.teaching.request import (
    HeldAside,
    SkippedImage,
    Taught,
    TeachProgress,
    TeachRequest,
    TeachStage,
    TeachTrouble,
)
from vision.teaching.teach import teach
from vision.teaching.thresholds import thresholds_from

__all__ = [
    "Cancelled",
    "Consequence",
    "Consequences",
    "HeldAside",
    "SkippedImage",
    "Taught",
    "TeachProgress",
    "TeachRequest",
    "TeachStage",
    "TeachTrouble",
    "consequences",
    "rate_in_words",
    "teach",
    "thresholds_from",
    "upper_bound",
]
