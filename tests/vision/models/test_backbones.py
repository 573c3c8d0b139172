"""Backbones by name, and files that are not what they should be."""

from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from tests.weights import use_random_weights
from vision.detectors import ModelTrouble
from vision.models.backbone import catalog
from vision.models.backbone.catalog import download_backbone, import_weights, load_backbone, usual_layers


@pytest.fixture
def embedded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return use_random_weights(monkeypatch, tmp_path)


@pytest.fixture(scope="module")
def squeezenet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small torchvision network's weights, as a person might bring them."""
    import torchvision

    path = tmp_path_factory.mktemp("brought") / "my weights.safetensors"
    save_file(torchvision.models.shufflenet_v2_x0_5(weights=None).state_dict(), path)
    return path


def test_the_embedded_backbone_is_read_from_its_file(embedded: Path) -> None:
    backbone = load_backbone("embedded")
    assert backbone.architecture == "embedded"
    assert usual_layers(backbone) == ("stage8", "stage16")
    torch.testing.assert_close(backbone.weights["stem.0.weight"], load_file(embedded)["stem.0.weight"])


def test_a_missing_embedded_file_is_told(embedded: Path) -> None:
    embedded.unlink()
    with pytest.raises(ModelTrouble, match="is missing"):
        load_backbone("embedded")


def test_a_truncated_file_and_weights_of_another_network_are_told_by_name(embedded: Path) -> None:
    # copies: what load_file gives is mapped to the file that is cut next
    weights = {key: value.clone() for key, value in load_file(embedded).items()}
    embedded.write_bytes(embedded.read_bytes()[:5000])
    with pytest.raises(ModelTrouble, match=r"random\.safetensors is broken"):
        load_backbone("embedded")
    weights["stem.0.weight"] = torch.zeros(8, 3, 3, 3)
    save_file(weights, embedded)
    with pytest.raises(ModelTrouble, match="do not fit embedded"):
        load_backbone("embedded")


@pytest.mark.parametrize("kind", [torch.float32, torch.bfloat16])
def test_weights_that_are_no_numbers_are_told_and_not_imported(
    embedded: Path, tmp_path: Path, kind: torch.dtype
) -> None:
    weights = {key: value.clone() for key, value in load_file(embedded).items()}
    weights["stem.0.weight"] = torch.full((32, 3, 3, 3), torch.nan, dtype=kind)
    save_file(weights, embedded)
    with pytest.raises(ModelTrouble, match=r"random\.safetensors is damaged: some of its numbers are none") as told:
        load_backbone("embedded")
    assert told.value.detail == "NaN or infinity in stem.0.weight"
    with pytest.raises(ModelTrouble, match="some of its numbers are none"):
        import_weights(embedded, "embedded", tmp_path / "station")
    assert not (tmp_path / "station").exists()


def test_a_pickle_is_refused_and_not_opened(tmp_path: Path, embedded: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return Path.touch, (tmp_path / "sprung",)

    torch.save({"x": Trap()}, embedded)
    with pytest.raises(ModelTrouble, match="is broken"):
        load_backbone("embedded")
    assert not (tmp_path / "sprung").exists()


def test_an_imported_file_is_found_by_its_name_and_taps_are_chosen_by_stride(squeezenet: Path, tmp_path: Path) -> None:
    name = import_weights(squeezenet, "torchvision:shufflenet_v2_x0_5", tmp_path)
    assert name == "file:my-weights"
    backbone = load_backbone(name, tmp_path)
    assert backbone.architecture == "torchvision:shufflenet_v2_x0_5"
    assert usual_layers(backbone) == ("stage2", "stage3")


def test_importing_for_another_network_changes_nothing(squeezenet: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelTrouble, match="do not fit torchvision:resnet18"):
        import_weights(squeezenet, "torchvision:resnet18", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_names_no_network_is_told(squeezenet: Path, tmp_path: Path) -> None:
    (tmp_path / "plain.safetensors").write_bytes(squeezenet.read_bytes())
    with pytest.raises(ModelTrouble, match="does not say which network"):
        load_backbone("file:plain", tmp_path)


def test_weights_that_are_not_here_are_never_fetched_silently(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(architecture: str) -> None:
        raise AssertionError(f"{architecture} was fetched")

    monkeypatch.setattr(catalog, "_fetch_torchvision", fetch)
    with pytest.raises(ModelTrouble, match="is not on this computer"):
        load_backbone("torchvision:resnet18", tmp_path)


def test_an_asked_download_is_stored_and_used_and_a_failed_one_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torchvision

    def fetch(architecture: str) -> torch.nn.Module:
        if architecture == "resnet18":
            raise OSError("no route to host")
        network: torch.nn.Module = torchvision.models.get_model(architecture, weights=None)
        return network

    monkeypatch.setattr(catalog, "_fetch_torchvision", fetch)
    name = "torchvision:shufflenet_v2_x0_5"
    assert download_backbone(name, tmp_path).is_file()
    assert load_backbone(name, tmp_path).architecture == name
    with pytest.raises(ModelTrouble, match="cannot be downloaded"):
        download_backbone("torchvision:resnet18", tmp_path)


@pytest.mark.parametrize("name", ["", "nonsense", "file:../x", "torchvision:no_such_net", "ftp:resnet18"])
def test_unknown_names_are_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(ModelTrouble, match=r"is not known|is not on this computer"):
        load_backbone(name, tmp_path)
