"""Teaching: from good parts to a recipe version with a model and two thresholds. Knows nothing of windows."""

from vision.detectors import Cancelled
from vision.teaching.add import (
    AddRequest,
    ChangeRequest,
    LearnedPart,
    RemoveRequest,
    add_parts,
    learned_parts,
    remove_parts,
)
from vision.teaching.bounds import Consequence, Consequences, consequences, rate_in_words, upper_bound
from vision.teaching.evidence import images_kept_aside
from vision.teaching.promise import LEAST_RATE, MOST_RATE, Promise, Promises, Rates, RatesTrouble, noted_rates
from vision.teaching.request import (
    NOTHING_RELEASED,
    NOTHING_TAUGHT,
    USUAL_KIND,
    HeldAside,
    SkippedImage,
    Taught,
    TeachProgress,
    TeachRequest,
    TeachStage,
    TeachTrouble,
    UnreadableTrouble,
)
from vision.teaching.statement import promised
from vision.teaching.teach import teach
from vision.teaching.thresholds import Calibration, calibrate, thresholds_from
from vision.teaching.tolerate import (
    KnownDefect,
    NotTolerated,
    ToleranceRequest,
    take_back,
    taught_alike,
    tolerate_place,
    tolerated_places,
)
from vision.teaching.version import kept_rates, standing_recipe, view_taught

__all__ = [
    "LEAST_RATE",
    "MOST_RATE",
    "NOTHING_RELEASED",
    "NOTHING_TAUGHT",
    "USUAL_KIND",
    "AddRequest",
    "Calibration",
    "Cancelled",
    "ChangeRequest",
    "Consequence",
    "Consequences",
    "HeldAside",
    "KnownDefect",
    "LearnedPart",
    "NotTolerated",
    "Promise",
    "Promises",
    "Rates",
    "RatesTrouble",
    "RemoveRequest",
    "SkippedImage",
    "Taught",
    "TeachProgress",
    "TeachRequest",
    "TeachStage",
    "TeachTrouble",
    "ToleranceRequest",
    "UnreadableTrouble",
    "add_parts",
    "calibrate",
    "consequences",
    "images_kept_aside",
    "kept_rates",
    "learned_parts",
    "noted_rates",
    "promised",
    "rate_in_words",
    "remove_parts",
    "standing_recipe",
    "take_back",
    "taught_alike",
    "teach",
    "thresholds_from",
    "tolerate_place",
    "tolerated_places",
    "upper_bound",
    "view_taught",
]
