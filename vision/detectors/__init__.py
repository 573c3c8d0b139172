"""Detectors: what every kind of model offers, the table of kinds, and the regions of a view around them.

Each kind is one folder with the same anatomy, in `vision.runtime` (onnxruntime and numpy: the way to a verdict) or in
`vision.models` (torch and anomalib):

* `settings.py`: its settings as a frozen pydantic value; unknown keys are refused, every field has a default.
* `fit.py`: good frames in, the content of a model file out (safetensors, whole: it also carries the backbone's
  weights, so a recipe taught today gives the same scores after an update that brings better weights).
* `predictor.py`: reads that file and fulfils `PixelModel`; regions are applied around it by `ViewPredictor`.
* `__init__.py`: `FAMILY`, which names the three.

To add a kind: make such a folder, add one line to `MODELS` in `registry.py`, and add it to the list in
`tests/contracts/test_predictor_contract.py`. Nothing else changes.

The table holds names, not modules, since `vision.runtime` and `vision.models` stand above this package and are
strangers to each other: a station that judges with onnxruntime never loads torch. So importing this package loads
neither; the first fit or load does.
"""

from vision.detectors.explain import NearestGood, Place
from vision.detectors.family import (
    MOST_LEFT_OUT,
    Cancelled,
    FitProgress,
    FitStage,
    FittedModel,
    ModelTrouble,
    OpenModel,
    Tolerates,
)
from vision.detectors.regions import ViewPredictor, check_size, counts_inside, crop_frame
from vision.detectors.registry import (
    MODELS,
    check_models,
    check_settings,
    fit_model,
    load_predictor,
    model_family,
    open_model,
)

__all__ = [
    "MODELS",
    "MOST_LEFT_OUT",
    "Cancelled",
    "FitProgress",
    "FitStage",
    "FittedModel",
    "ModelTrouble",
    "NearestGood",
    "OpenModel",
    "Place",
    "Tolerates",
    "ViewPredictor",
    "check_models",
    "check_settings",
    "check_size",
    "counts_inside",
    "crop_frame",
    "fit_model",
    "load_predictor",
    "model_family",
    "open_model",
]
