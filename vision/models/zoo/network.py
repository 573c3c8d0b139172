"""One of anomalib's models around a backbone: made without the network, fed at one size, its own tensors told apart."""

import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from vision.detectors.family import ModelTrouble
from vision.inspection import PixelMask, Prediction, say
from vision.models.backbone.catalog import Backbone
from vision.models.backbone.network import normalise
from vision.models.compute import finite_prediction, frame_sized, quiet_import, resized, set_threads
from vision.models.zoo.kinds import Kind
from vision.models.zoo.settings import ZooSettings

if TYPE_CHECKING:
    from anomalib.models.components import AnomalibModule


def build_module(
    kind: Kind, settings: ZooSettings, backbone: Backbone, pre_processor: nn.Module | None = None
) -> "AnomalibModule":
    """anomalib's Lightning module around the backbone; its `model` is the torch model.

    Raises:
        ModelTrouble: settings and backbone do not fit this model.
    """
    set_threads()
    quiet_import()
    import anomalib.models

    arguments = arguments_of(kind, settings, backbone)
    switches = dict.fromkeys(("post_processor", "evaluator", "visualizer"), False)
    try:
        with _no_trained_weights():
            module: AnomalibModule = getattr(anomalib.models, kind.model)(
                **arguments, pre_processor=pre_processor or False, **switches
            )
        if kind.lends_to:
            _lend(backbone.network, module.model.get_submodule(kind.lends_to))
    except (ValueError, RuntimeError, TypeError) as error:
        raise _misfit(kind, backbone, error) from error
    return module


def arguments_of(kind: Kind, settings: ZooSettings, backbone: Backbone) -> dict[str, Any]:
    """What anomalib's class is made with. Raises `ModelTrouble` when the backbone is none for this model."""
    try:
        return dict(kind.arguments(settings, backbone))
    except ValueError as error:
        raise _misfit(kind, backbone, error) from error


def own_keys(model: nn.Module, backbone: Backbone) -> list[str]:
    """Names in the model's state that are not the backbone's. Asked before training, which may move tensors."""
    lent = {value.data_ptr() for value in backbone.network.state_dict().values()}
    return [key for key, value in model.state_dict().items() if value.data_ptr() not in lent]


def take_up(model: nn.Module, backbone: Backbone, state: Mapping[str, Tensor]) -> None:
    """Put what was learned into a bare model. Raises `ValueError` or `RuntimeError` for another model's state."""
    if set(state) != set(own_keys(model, backbone)):
        raise ValueError(f"the file holds {sorted(state)[:5]}")
    for name, buffer in model.named_buffers():
        if name in state and buffer.numel() == 0:  # a memory has no size before it has learned
            buffer.resize_(state[name].shape)
    model.load_state_dict(dict(state), strict=False)


def input_size(kind: Kind, settings: ZooSettings, height: int, width: int) -> tuple[int, int]:
    """(height, width) of the model's input for frames of this size."""
    scale = settings.long_side_px / max(height, width)
    return _side(kind, height * scale), _side(kind, width * scale)


def _side(kind: Kind, side: float) -> int:
    least = -(-kind.min_side_px // kind.multiple_px)
    return max(least, round(side / kind.multiple_px)) * kind.multiple_px


class ZooNetwork:
    """anomalib's torch model at the line."""

    def __init__(self, kind: Kind, model: nn.Module, size: tuple[int, int]) -> None:
        self._kind = kind
        self._model = model.eval().requires_grad_(False)
        self._size = size

    @torch.inference_mode()
    def predict(self, pixels: NDArray[np.uint8], counts: PixelMask | None) -> Prediction:
        """Score and map of one image; see `PixelModel.predict_pixels`.

        With a mask the score is the map's peak where it counts: anomalib's own score looks at everything.
        """
        try:
            found, score = self._kind.judge(self._model, self._input(pixels))
        except RuntimeError as error:  # torch's, for a memory of another shape or a full computer
            raise ModelTrouble(
                say("{model} cannot look at this image.", model=self._kind.title),
                "The part is not inspected.",
                "Teach the recipe again.",
                detail=str(error),
            ) from error
        anomaly_map = frame_sized(found[0, 0].float().numpy(), pixels.shape[:2], counts)
        return finite_prediction(float(score if counts is None else anomaly_map.max()), anomaly_map)

    def _input(self, pixels: NDArray[np.uint8]) -> Tensor:
        """Grey pixels are resized as they are, and repeated only then."""
        return as_input(self._kind, resized(pixels, self._size))


def as_input(kind: Kind, pixels: NDArray[np.uint8]) -> Tensor:
    """(1, 3, H, W) of pixels that have the model's size."""
    colour = pixels if pixels.ndim == 3 else pixels[:, :, None].repeat(3, axis=2)
    planes = torch.from_numpy(colour).permute(2, 0, 1)[None].to(torch.float32).div_(255)
    return normalise(planes) if kind.is_normalised else planes


def _misfit(kind: Kind, backbone: Backbone, error: Exception) -> ModelTrouble:
    return ModelTrouble(
        say("{model} cannot be made with the backbone {name}.", model=kind.title, name=backbone.name),
        "The model cannot be used.",
        kind.remedy or "Choose another backbone, or other settings.",
        detail=str(error),
    )


@contextmanager
def _no_trained_weights() -> Iterator[None]:
    """anomalib asks timm for weights from the network by itself; inside, networks come bare, and nothing warns."""
    import timm

    create = timm.create_model

    def create_bare(name: str, **how: Any) -> nn.Module:
        network: nn.Module = create(name, **how | {"pretrained": False})
        return network

    timm.create_model = create_bare  # type: ignore[assignment]  # for as long as anomalib makes its network
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        timm.create_model = create


def _lend(network: nn.Module, place: nn.Module) -> None:
    """Let `place`, of the same architecture, use the network's tensors."""
    place.load_state_dict(network.state_dict(), assign=True)
    place.requires_grad_(False)
