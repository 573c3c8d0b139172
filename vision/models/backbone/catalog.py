"""Backbones by name: the embedded one, files a person imported, and torchvision or timm weights fetched on request.

Names: `embedded`; `file:NAME` for an imported file; `torchvision:ARCHITECTURE` or `timm:ARCHITECTURE` for weights that
a person asked to download. All but the embedded one lie in the station's weights folder as safetensors whose header
names the architecture. Nothing here is fetched on the way to a verdict, and no stored file is ever unpickled.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from vision.detectors.family import ModelTrouble
from vision.detectors.model_file import require_numbers
from vision.inspection import say
from vision.models.backbone.network import EmbeddedBackbone
from vision.models.compute import quiet_import

EMBEDDED = "embedded"
EMBEDDED_FILE = Path(__file__).resolve().parents[3] / "assets" / "backbone" / "embedded.safetensors"
_DOWNLOADS = ("torchvision", "timm")
_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*$")


@dataclass(frozen=True, eq=False, kw_only=True)
class Backbone:
    """A network with its weights, traceable by torch.fx."""

    name: str
    """As the recipe's settings name it."""
    architecture: str
    """`embedded`, `torchvision:...`, `timm:...` or `anomalib:...`: what `build_network` makes."""
    network: nn.Module

    @property
    def weights(self) -> dict[str, Tensor]:
        """The state dict, without counters that no prediction depends on."""
        state = self.network.state_dict()
        return {key: value.contiguous() for key, value in state.items() if not key.endswith("num_batches_tracked")}


class _Trunk(nn.Module):
    """The embedded backbone without its choice of taps, which torch.fx cannot trace; same modules, same keys."""

    def __init__(self) -> None:
        super().__init__()
        whole = EmbeddedBackbone()
        self.stem, self.stage4 = whole.stem, whole.stage4
        self.stage8, self.stage16 = whole.stage8, whole.stage16

    def forward(self, x: Tensor) -> Tensor:
        coarse: Tensor = self.stage16(self.stage8(self.stage4(self.stem(x))))
        return coarse


def load_backbone(name: str, weights_folder: Path | None = None) -> Backbone:
    """The backbone of that name, from this computer's files only.

    Raises:
        ModelTrouble: unknown name, or a weight file that is missing, broken or does not fit its architecture.
    """
    path = EMBEDDED_FILE if name == EMBEDDED else _weights_file(name, weights_folder)
    if not path.is_file():
        raise _missing(name, path)
    weights, notes = read_weights(path)
    architecture = EMBEDDED if name == EMBEDDED else notes.get("architecture", "")
    if not architecture:
        raise ModelTrouble(
            say("{path} does not say which network its weights belong to.", path=path),
            "It cannot be used as a backbone.",
            "Import it under Settings, which asks for the network.",
        )
    return Backbone(name=name, architecture=architecture, network=build_network(architecture, weights, str(path)))


def build_network(architecture: str, weights: Mapping[str, Tensor], origin: str) -> nn.Module:
    """A network with given weights, ready for inference. `origin` names the file in messages.

    Raises:
        ModelTrouble: unknown architecture, or weights of another shape.
    """
    network = _bare_network(architecture)
    try:
        missing, unexpected = network.load_state_dict(dict(weights), strict=False)
    except RuntimeError as error:
        raise _misfit(origin, architecture, str(error)) from error
    missing = [key for key in missing if not key.endswith("num_batches_tracked")]
    if missing or unexpected:
        raise _misfit(origin, architecture, f"missing {missing[:5]}, unexpected {unexpected[:5]}")
    return network.eval().requires_grad_(False)


def read_weights(path: Path) -> tuple[dict[str, Tensor], dict[str, str]]:
    """Tensors and header notes of a safetensors file.

    The tensors are copies: a memory-mapped one may lie unaligned, and then sums can differ in their last bit.

    Raises:
        ModelTrouble: broken, or with NaN or infinity.
    """
    try:
        with safe_open(path, framework="pt") as file:
            weights = {key: file.get_tensor(key).clone() for key in file.keys()}  # noqa: SIM118
            notes = dict(file.metadata() or {})
    except (OSError, SafetensorError) as error:
        raise ModelTrouble(
            say("The weight file {path} is broken.", path=path),
            "The model cannot be used.",
            "Put the file back from a backup, or choose another backbone.",
            detail=str(error),
        ) from error
    require_numbers(path, [key for key, value in weights.items() if not value.float().isfinite().all()])
    return weights, notes


def import_weights(source: Path, architecture: str, weights_folder: Path) -> str:
    """Take a person's safetensors file into the station: checked against its architecture, then copied.

    Args:
        architecture: `torchvision:NAME`, `timm:NAME`, or `anomalib:efficientad_small` for EfficientAD's teacher.

    Returns the name to put into a recipe, `file:NAME`.
    """
    weights, _ = read_weights(source)
    network = build_network(architecture, weights, str(source))
    stem = re.sub(r"[^A-Za-z0-9._-]", "-", source.stem).lstrip(".-_") or "weights"
    _store(network, architecture, weights_folder / f"{stem}.safetensors")
    return f"file:{stem}"


def download_backbone(name: str, weights_folder: Path) -> Path:
    """Fetch `torchvision:NAME` or `timm:NAME` from its publisher: only ever called because a person asked for it.

    Raises:
        ModelTrouble: unknown name, or no way to the publisher.
    """
    library, _, architecture = name.partition(":")
    _bare_network(name)
    try:
        network = _fetch_torchvision(architecture) if library == "torchvision" else _fetch_timm(architecture)
    except Exception as error:  # the network stack below raises its own kinds: URLError, HTTPError, hub errors
        raise ModelTrouble(
            say("{name} cannot be downloaded.", name=name),
            "Recipes that ask for it cannot be taught yet.",
            "Check the network, or import a weight file instead.",
            detail=f"{type(error).__name__}: {error}",
        ) from error
    path = _weights_file(name, weights_folder)
    _store(network, name, path)
    return path


def usual_layers(backbone: Backbone) -> tuple[str, ...]:
    """The last taps at stride 8 and 16, found by looking at what each block gives for a 256 px image."""
    if backbone.architecture == EMBEDDED:
        return ("stage8", "stage16")
    found: dict[int, str] = {}

    def note(name: str, output: object) -> None:
        if isinstance(output, Tensor) and output.ndim == 4 and output.shape[-1] in (32, 16):
            found[int(output.shape[-1])] = name

    blocks = [(name, module) for name, module in backbone.network.named_modules() if name and name.count(".") <= 1]
    handles = [block.register_forward_hook(lambda _m, _i, out, n=name: note(n, out)) for name, block in blocks]
    with torch.inference_mode():
        backbone.network(torch.zeros(1, 3, 256, 256))
    for handle in handles:
        handle.remove()
    if set(found) != {32, 16}:
        raise ModelTrouble(
            say("The backbone {name} has no taps at stride 8 and 16.", name=backbone.name),
            "",
            "Name its layers in the settings.",
        )
    return found[32], found[16]


def _bare_network(architecture: str) -> nn.Module:
    library, _, name = architecture.partition(":")
    try:
        if architecture == EMBEDDED:
            return _Trunk()
        if library == "torchvision":
            import torchvision

            network: nn.Module = torchvision.models.get_model(name, weights=None)
            return network
        if library == "timm":
            import timm

            made: nn.Module = timm.create_model(name, pretrained=False)
            return made
        if library == "anomalib":
            return _bare_teacher(name)
    except (ValueError, RuntimeError) as error:
        raise _unknown(architecture, str(error)) from error
    raise _unknown(architecture)


def _bare_teacher(name: str) -> nn.Module:
    """The networks EfficientAD's student follows, as anomalib publishes them."""
    quiet_import()
    from anomalib.models.image.efficient_ad import torch_model

    teachers = {
        "efficientad_small": torch_model.SmallPatchDescriptionNetwork,
        "efficientad_medium": torch_model.MediumPatchDescriptionNetwork,
    }
    if name not in teachers:
        raise ValueError(f"anomalib has {', '.join(teachers)}")
    network: nn.Module = teachers[name](out_channels=384)
    return network


def _fetch_torchvision(architecture: str) -> nn.Module:
    import torchvision

    weights = torchvision.models.get_model_weights(architecture).DEFAULT
    network: nn.Module = torchvision.models.get_model(architecture, weights=None)
    # torchvision publishes pickles: weights_only refuses anything but tensors, check_hash anything but its own file
    network.load_state_dict(weights.get_state_dict(progress=False, check_hash=True, weights_only=True))
    return network


def _fetch_timm(architecture: str) -> nn.Module:
    import timm

    network: nn.Module = timm.create_model(architecture, pretrained=True)
    return network


def _store(network: nn.Module, architecture: str, path: Path) -> None:
    """Write whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".part")
    state = {key: value.contiguous() for key, value in network.state_dict().items()}
    save_file(state, draft, metadata={"architecture": architecture})
    draft.replace(path)


def stored_backbones(weights_folder: Path) -> list[str]:
    """Names of the backbones in a weights folder, as a recipe's settings name them, sorted."""
    return sorted(_name_of(path.stem) for path in weights_folder.glob("*.safetensors"))


def _name_of(stem: str) -> str:
    library, _, rest = stem.partition("-")
    return f"{library}:{rest}" if library in _DOWNLOADS and rest else f"file:{stem}"


def _weights_file(name: str, weights_folder: Path | None) -> Path:
    library, _, rest = name.partition(":")
    if library not in (*_DOWNLOADS, "file") or not _NAME.match(rest):
        raise _unknown(name)
    stem = rest if library == "file" else f"{library}-{rest}"
    return (weights_folder or Path("weights")) / f"{stem}.safetensors"


def _unknown(name: str, detail: str = "") -> ModelTrouble:
    return ModelTrouble(
        say('The backbone "{name}" is not known.', name=name),
        "The model cannot be taught with it.",
        "Use embedded, file:NAME, torchvision:NAME or timm:NAME.",
        detail=detail,
    )


def _missing(name: str, path: Path) -> ModelTrouble:
    if name == EMBEDDED:
        return ModelTrouble(
            say("{path} is missing.", path=path), "Loupe cannot teach without its own backbone.", "Install Loupe again."
        )
    remedy = say("Download it or import a weight file under Settings, or choose the embedded backbone.")
    return ModelTrouble(
        say("The backbone {name} is not on this computer ({path}).", name=name, path=path), "Nothing is taught.", remedy
    )


def _misfit(origin: str, architecture: str, detail: str) -> ModelTrouble:
    return ModelTrouble(
        say("The weights in {origin} do not fit {architecture}.", origin=origin, architecture=architecture),
        "They cannot be used.",
        "Choose the file that belongs to this network.",
        detail=detail,
    )
