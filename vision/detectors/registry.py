"""The one table of model kinds, and the two doors to them: load a view's predictor, fit a new model."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import BaseModel, ValidationError

from vision.detectors.family import FitProgress, FitRequest, FittedModel, ModelFamily, ModelTrouble, OpenModel
from vision.detectors.regions import ViewPredictor
from vision.inspection import Frame, PixelMask, Predictor, say
from vision.recipe import View

MODELS = {
    "memory": "vision.runtime.memory",
    "patchcore": "vision.models.patchcore",
    "template": "vision.runtime.template",
    "padim": "vision.models.zoo:PADIM",
    "anomalib-patchcore": "vision.models.zoo:PATCHCORE",
    "supersimplenet": "vision.models.zoo:SUPERSIMPLENET",
    "dinomaly": "vision.models.zoo:DINOMALY",
    "efficientad": "vision.models.zoo:EFFICIENTAD",
    "fused": "vision.detectors.fusion:FUSED",
}
"""Kind -> where its `ModelFamily` lies, `package` (there as `FAMILY`) or `package:NAME`.

Imported only when that kind is used, since some bring torch along.
"""


_FAULTS = {
    "extra_forbidden": say("The model setting {key} is not known."),
    "missing": say("The model setting {key} is missing."),
    "less_than_equal": say("The model setting {key} is {value}: it can be {le} at most."),
    "greater_than_equal": say("The model setting {key} is {value}: it can be {ge} at least."),
    "greater_than": say("The model setting {key} is {value}: it must be more than {gt}."),
}
_FAULT = say("The model setting {key} cannot be {value}.")
_LONGEST = 40
"""Characters of a wrong value that are told."""


def model_family(kind: str) -> ModelFamily:
    """The family of a kind. Raises `ModelTrouble` for a kind this Loupe does not know."""
    if kind not in MODELS:
        raise ModelTrouble(
            say("The model kind {kind} is not known.", kind=kind),
            "The recipe is not used.",
            say("Choose one of {known}, or update Loupe.", known=", ".join(sorted(MODELS))),
        )
    package, _, name = MODELS[kind].partition(":")
    family: ModelFamily = getattr(import_module(package), name or "FAMILY")
    return family


def check_settings(kind: str, settings: Mapping[str, Any]) -> BaseModel:
    """The settings of a kind, complete and checked. Raises `ModelTrouble` naming the wrong key."""
    try:
        return model_family(kind).settings.model_validate(dict(settings))
    except ValidationError as error:
        raise ModelTrouble(
            _in_words(error),
            "The recipe is not used.",
            "Correct it in the recipe file, or choose another version on Teach, under Versions.",
            detail=str(error),
        ) from error


def check_models(views: Iterable[View]) -> None:
    """Raises `ModelTrouble` when a view's kind of model is unknown or its settings are wrong; no model is loaded."""
    for view in views:
        check_settings(view.model.kind, view.model.settings)


def _in_words(error: ValidationError) -> str:
    fault = error.errors()[0]
    key = ".".join(str(step) for step in fault["loc"]) or "settings"
    value = str(fault["input"])[:_LONGEST]
    return say(_FAULTS.get(fault["type"], _FAULT), **fault.get("ctx", {}) | {"key": key, "value": value})


def load_predictor(view: View, folder: Path) -> ViewPredictor:
    """The predictor of a view, warmed up. `folder` is the recipe version's folder, which holds the model file.

    Raises:
        ModelTrouble: unknown kind or setting, ignore regions over everything, or a model file that is missing, broken or
            of a newer Loupe.
    """
    settings = check_settings(view.model.kind, view.model.settings)
    model = model_family(view.model.kind).load(folder / view.model.file, settings)
    predictor = ViewPredictor(model, view.region_of_interest, view.ignore_regions)
    _warm_up(predictor, view)
    return predictor


def open_model(view: View, folder: Path) -> OpenModel:
    """The model of a view, for good parts to be added or taken out; nothing on disk changes.

    Raises:
        ModelTrouble: a kind that cannot learn part by part, or what `load_predictor` raises.
    """
    settings = check_settings(view.model.kind, view.model.settings)
    family = model_family(view.model.kind)
    if family.open is None:
        raise ModelTrouble(
            say("A model of the kind {kind} cannot learn part by part.", kind=view.model.kind),
            "Nothing is changed.",
            "Teach the recipe again with all images of good parts.",
        )
    return family.open(folder / view.model.file, settings)


def _warm_up(predictor: Predictor, view: View) -> None:
    """Predict grey frames of the view's own size: kernels are chosen per size, and no part shall wait for that."""
    grey = np.full((view.image_height, view.image_width), 128, np.uint8)
    for _ in range(2):
        predictor.predict(Frame(pixels=grey, camera="warm-up"))


def fit_model(
    kind: str,
    settings: Mapping[str, Any],
    frames: Sequence[Frame],
    *,
    seed: int,
    progress: FitProgress,
    cancelled: Callable[[], bool],
    weights_folder: Path | None = None,
    counts: Callable[[Frame], PixelMask | None] = lambda _frame: None,
) -> FittedModel:
    """Learn from good frames (already cropped to the region of interest, never empty).

    Args:
        counts: where anomalies count on such a frame, (H, W) bool; None for everywhere.

    Raises:
        ModelTrouble: wrong settings, or weights that are missing or broken.
        Cancelled: `cancelled` returned True.
    """
    checked = check_settings(kind, settings)
    family = model_family(kind)
    request = FitRequest(settings=checked, frames=frames, counts=counts, seed=seed, weights_folder=weights_folder)
    learned = family.fit(request, progress, cancelled)
    return FittedModel(
        kind=kind,
        file_name=family.file_name,
        content=learned.content,
        settings=checked.model_dump(mode="json"),
        good_scores=learned.good_scores,
    )
