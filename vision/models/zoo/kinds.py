"""The table of anomalib's models: how each is made around a backbone, fed and read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import softplus

from vision.inspection import say
from vision.models.backbone.catalog import Backbone, usual_layers
from vision.models.compute import MIN_SIDE_PX, STRIDE_PX
from vision.models.greedy import update_distances
from vision.models.zoo.room import Needs, needs_of_padim, needs_of_patchcore
from vision.models.zoo.settings import (
    DinomalySettings,
    EfficientadSettings,
    PadimSettings,
    PatchcoreSettings,
    SupersimplenetSettings,
    TapSettings,
    ZooSettings,
)


def _as_told(model: nn.Module, images: Tensor) -> tuple[Tensor, Tensor]:
    """anomalib's own map and score."""
    told = model(images)
    return told.anomaly_map, told.pred_score


def _as_made(model: nn.Module, images: Tensor) -> None:
    """Nothing to set."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Kind:
    """One of anomalib's models."""

    name: str
    """In recipes."""
    title: str
    """For people."""
    model: str
    """The class in `anomalib.models`."""
    settings: type[ZooSettings]
    arguments: Callable[[Any, Backbone], Mapping[str, Any]]
    """Settings and backbone -> what the class is made with. A `ValueError` says that the two do not fit."""
    lends_to: str = ""
    """The submodule that takes the backbone's weights; empty when the class takes any network itself."""
    remedy: str = ""
    """Where its own backbone comes from; empty when every backbone will do."""
    judge: Callable[[Any, Tensor], tuple[Tensor, Tensor]] = _as_told
    """anomalib's torch model and (1, 3, H, W) images -> map (1, 1, H, W) and score (1,), >= 0 and without upper end."""
    prepare: Callable[[Any, Tensor], None] = _as_made
    """Sets anomalib's untrained torch model up for what the backbone gives for some good images, (N, 3, H, W)."""
    needs: Needs | None = None
    """Memory that it takes to remember all images; None for a model that learns step by step."""
    multiple_px: int = STRIDE_PX
    """Both sides of the input are multiples of it."""
    min_side_px: int = MIN_SIDE_PX
    is_normalised: bool = True
    """Whether the input is normalised; some models do that themselves."""
    needs_photographs: bool = False
    """Whether it learns from pictures of other things too, and sets its scale on a few good images kept aside."""


def _taps(settings: TapSettings, backbone: Backbone) -> dict[str, Any]:
    return {"backbone": backbone.network, "layers": list(settings.layers or usual_layers(backbone))}


def _of_padim(settings: PadimSettings, backbone: Backbone) -> dict[str, Any]:
    return _taps(settings, backbone) | {"n_features": settings.n_features}


def _of_patchcore(settings: PatchcoreSettings, backbone: Backbone) -> dict[str, Any]:
    ratio, neighbours = settings.coreset_sampling_ratio, settings.num_neighbors
    return _taps(settings, backbone) | {"coreset_sampling_ratio": ratio, "num_neighbors": neighbours}


def _of_dinomaly(_: DinomalySettings, backbone: Backbone) -> dict[str, Any]:
    library, _colon, name = backbone.architecture.partition(":")
    if library != "timm":
        raise ValueError(f"{backbone.architecture} is no transformer of timm")
    return {"encoder_name": name}


def _of_efficientad(_: EfficientadSettings, backbone: Backbone) -> dict[str, Any]:
    library, _line, size = backbone.architecture.partition("_")
    if library != "anomalib:efficientad":
        raise ValueError(f"{backbone.architecture} is no teacher of EfficientAD")
    return {"model_size": size}


def _choose_leanly(_: Any, _images: Tensor) -> None:
    """In this process, which is the training's own, anomalib chooses as `vision.models.greedy` does."""
    from anomalib.models.components.sampling import KCenterGreedy

    KCenterGreedy.update_distances = update_distances  # type: ignore[assignment, method-assign]


NOISE = 0.4
"""Noise that SuperSimpleNet learns to tell, as a share of the standard deviation of the backbone's features."""


@torch.inference_mode()
def _noise_of_features(model: Any, images: Tensor) -> None:
    """anomalib's noise of 0.015 is meant for one network, a WideResNet-50, whose features are small.

    The embedded backbone's have a standard deviation of about 1: there 0.015 is no noise at all, and the training
    learns nothing. After 100 steps of 4 images of 160 px on `aws_cookie/cookie` the loss stood at 1.10 and the peak of
    the map told good from bad with AUROC 0.85; with this noise 0.49 and 0.94.
    """
    model.anomaly_generator.noise_std = NOISE * float(model.feature_extractor(images).std())


def _judge_supersimplenet(model: Any, images: Tensor) -> tuple[Tensor, Tensor]:
    """Before anomalib's sigmoid, which is 1 for every plain defect; softplus keeps the order and begins at 0.

    The score is the map's peak. The classifying head learns more slowly than the map: where the map reached AUROC 0.94,
    its score stood at 0.40.
    """
    features = model.feature_extractor(images)
    found, _ = model.segdec(seg_features=model.adaptor(features), cls_features=features)
    anomaly_map = softplus(model.anomaly_map_generator(found, final_size=images.shape[-2:]))
    return anomaly_map, anomaly_map.amax(dim=(1, 2, 3))


def _judge_efficientad(model: Any, images: Tensor) -> tuple[Tensor, Tensor]:
    """anomalib's scale has its zero at the 90 % quantile of good places; what lies below is as good as can be."""
    found, score = _as_told(model, images)
    return found.clamp_min(0), score.clamp_min(0)


_TABLE = (
    Kind(name="padim", title="PaDiM", model="Padim", settings=PadimSettings, arguments=_of_padim, needs=needs_of_padim),
    Kind(
        name="anomalib-patchcore",
        title="anomalib PatchCore",
        model="Patchcore",
        settings=PatchcoreSettings,
        arguments=_of_patchcore,
        prepare=_choose_leanly,
        needs=needs_of_patchcore,
    ),
    Kind(
        name="supersimplenet",
        title="SuperSimpleNet",
        model="Supersimplenet",  # experimental: measured on small pictures and short trainings only
        settings=SupersimplenetSettings,
        arguments=_taps,
        prepare=_noise_of_features,
        judge=_judge_supersimplenet,
        min_side_px=80,  # its noise is made of 32 x 32 places at least
    ),
    Kind(
        name="dinomaly",
        title="Dinomaly",
        model="Dinomaly",
        settings=DinomalySettings,
        arguments=_of_dinomaly,
        lends_to="encoder.feature_extractor",
        remedy=say("Fetch a DINOv2 transformer: loupe weights download timm:vit_small_patch14_reg4_dinov2."),
        multiple_px=14,  # the side of a DINOv2 patch
    ),
    Kind(
        name="efficientad",
        title="EfficientAD",
        model="EfficientAd",
        settings=EfficientadSettings,
        arguments=_of_efficientad,
        lends_to="teacher",
        remedy=say(
            "Save anomalib's pretrained_teacher_small as safetensors and import it: "
            "loupe weights import FILE --architecture anomalib:efficientad_small."
        ),
        judge=_judge_efficientad,
        min_side_px=256,  # its autoencoder squeezes 256 px to a single place
        is_normalised=False,
        needs_photographs=True,
    ),
)
KINDS = {kind.name: kind for kind in _TABLE}
