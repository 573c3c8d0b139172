"""Models: what looks at pixels and says how anomalous they are. torch and anomalib live here and nowhere else.

Each kind of model is one folder with the same anatomy:

* `settings.py`: its settings as a frozen pydantic value; unknown keys are refused, every field has a default.
* `fit.py`: good frames in, the content of a model file out (safetensors, whole: it also carries the backbone's
  weights, so a recipe taught today gives the same scores after an update that brings better weights).
* `predictor.py`: reads that file and fulfils `PixelModel`; regions are applied around it by `ViewPredictor`.
* `__init__.py`: `FAMILY`, which names the three.

To add a model: make such a folder, add one line to `MODELS` in `registry.py`, and add its kind to the list in
`tests/contracts/test_predictor_contract.py`. Nothing else changes.

Importing this package loads neither torch nor anomalib; the first fit or load does.
"""

from vision.models.family import Cancelled, FitProgress, FitStage, FittedModel, ModelTrouble
from vision.models.regions import ViewPredictor, crop_frame
from vision.models.registry import MODELS, check_settings, fit_model, load_predictor

__all__ = [
    "MODELS",
    "Cancelled",
    "FitProgress",
    "FitStage",
    "FittedModel",
    "ModelTrouble",
    "ViewPredictor",
    "check_settings",
    "crop_frame",
    "fit_model",
    "load_predictor",
]
