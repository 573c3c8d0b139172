"""anomalib's models: what they need is told in words, their training leaves nothing behind, and their scores are raw."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
import torch
from safetensors.torch import load, load_file, save_file

from tests.learning import SETTINGS, SIZE, good_frame, learned_once
from tests.weights import use_random_weights
from vision.detectors import Cancelled, FittedModel, ModelTrouble, check_settings, fit_model, load_predictor
from vision.detectors.registry import model_family
from vision.inspection import Frame, Predictor, as_rgb8
from vision.models.backbone.catalog import import_weights, load_backbone
from vision.models.compute import quiet_import
from vision.models.model_file import write_model_file
from vision.models.zoo import parent
from vision.models.zoo.job import BACKBONE, JOB, Job
from vision.models.zoo.kinds import KINDS, NOISE
from vision.models.zoo.network import build_module, own_keys
from vision.models.zoo.parent import train_in_child
from vision.models.zoo.room import check_room, features_of
from vision.recipe import ModelReference, Region, View

pytestmark = pytest.mark.timeout(600)  # a training starts slowly on a busy computer
SMALL = SETTINGS | {"supersimplenet": {"long_side_px": 96}}


def fit(kind: str, folder: Path | None = None, cancelled: bool = False, **settings: object) -> FittedModel:
    def ask() -> bool:
        return cancelled and bool(psutil.Process().children())

    known = SMALL.get(kind, {}) | settings
    frames = [good_frame(seed) for seed in range(3)]
    return fit_model(kind, known, frames, seed=1, progress=lambda *_: None, cancelled=ask, weights_folder=folder)


def view_of(fitted: FittedModel, **changes: object) -> View:
    reference = ModelReference(kind=fitted.kind, settings=fitted.settings, file=fitted.file_name, hash="0" * 64)
    known = {"name": "v", "image_width": SIZE[1], "image_height": SIZE[0], "model": reference, "t1": 1, "t2": 2}
    return View.model_validate(known | changes)


def loaded(fitted: FittedModel, content: bytes, folder: Path, **changes: object) -> Predictor:
    (folder / fitted.file_name).write_bytes(content)
    return load_predictor(view_of(fitted, **changes), folder)


def changed(content: bytes, folder: Path, **tensors: torch.Tensor) -> bytes:
    """A model file with other tensors under the same header."""
    length = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + length])["__metadata__"]
    path = folder / "changed.safetensors"
    save_file(load(content) | tensors, path, metadata=header)
    return path.read_bytes()


@pytest.fixture(autouse=True, scope="module")
def random_weights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patched:
        yield use_random_weights(patched, tmp_path_factory.mktemp("weights"))


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A station's weights folder with a teacher for EfficientAD and a transformer for Dinomaly, both untaught."""
    quiet_import()
    import timm
    from anomalib.models.image.efficient_ad.torch_model import SmallPatchDescriptionNetwork

    folder, brought = tmp_path_factory.mktemp("station"), tmp_path_factory.mktemp("brought")
    transformer = "vit_small_patch14_reg4_dinov2"
    networks = {
        ("pretrained_teacher_small", "anomalib:efficientad_small"): SmallPatchDescriptionNetwork(384),
        ("dino", f"timm:{transformer}"): timm.create_model(transformer, pretrained=False),
    }
    for (stem, architecture), network in networks.items():
        path = brought / f"{stem}.safetensors"
        save_file(network.state_dict(), path)
        import_weights(path, architecture, folder)
    return folder


@pytest.fixture(scope="module")
def padim(random_weights: Path) -> FittedModel:
    return learned_once("padim")


def untrained(kind: str, folder: Path | None = None, **settings: object) -> FittedModel:
    """A model file of a network that has not learned yet."""
    checked = KINDS[kind].settings.model_validate(SMALL.get(kind, {}) | settings)
    backbone = load_backbone(checked.backbone, folder)
    with torch.random.fork_rng():
        torch.manual_seed(0)
        model = build_module(KINDS[kind], checked, backbone).model
    state = model.state_dict()
    tensors = {key: state[key] for key in own_keys(model, backbone)}
    notes = {"model": KINDS[kind].model, "input_size": (256, 266) if kind == "efficientad" else (84, 98)}
    content = write_model_file(backbone, tensors, checked, notes)
    settings_written = checked.model_dump(mode="json")
    return FittedModel(kind=kind, file_name=f"{kind}.safetensors", content=content, settings=settings_written)


@pytest.mark.parametrize("kind", ["dinomaly", "efficientad"])
def test_missing_weights_are_told_with_the_command_that_brings_them(kind: str, tmp_path: Path) -> None:
    with pytest.raises(ModelTrouble, match="is not on this computer") as told:
        fit(kind, tmp_path)
    assert "loupe weights" in told.value.remedy


def test_a_broken_weight_file_is_told_by_name(weights: Path, tmp_path: Path) -> None:
    whole = (weights / "pretrained_teacher_small.safetensors").read_bytes()
    (tmp_path / "pretrained_teacher_small.safetensors").write_bytes(whole[:5000])
    with pytest.raises(ModelTrouble, match=r"pretrained_teacher_small\.safetensors is broken"):
        fit("efficientad", tmp_path)


@pytest.mark.parametrize("kind", ["dinomaly", "efficientad"])
def test_a_backbone_of_the_wrong_sort_is_told_before_anything_starts(kind: str) -> None:
    with pytest.raises(ModelTrouble, match="cannot be made with the backbone embedded"):
        fit(kind, backbone="embedded")


def test_missing_photographs_are_told_with_their_folder(weights: Path) -> None:
    with pytest.raises(ModelTrouble, match="photographs of other things") as told:
        fit("efficientad", weights)
    assert str(weights / "photographs") in told.value.remedy


def test_a_cancelled_training_leaves_no_process_and_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(Cancelled):
        fit("padim", cancelled=True)
    assert not psutil.Process().children()
    assert not list(tmp_path.iterdir())


def test_trouble_in_the_training_is_told_here_in_its_words(padim: FittedModel, tmp_path: Path) -> None:
    job = Job(
        kind="padim", settings=padim.settings, backbone="embedded", architecture="embedded", input_size=SIZE, seed=0
    )
    (tmp_path / JOB).write_text(job.model_dump_json(), encoding="utf-8")
    (tmp_path / BACKBONE).write_bytes(b"no weights")
    with pytest.raises(ModelTrouble, match=r"The weight file .* is broken"):
        train_in_child("PaDiM", tmp_path, lambda *_: None, lambda: False)


def test_the_last_words_of_a_training_that_broke_off_are_kept(tmp_path: Path) -> None:
    with pytest.raises(ModelTrouble, match="PaDiM cannot be trained") as told:
        train_in_child("PaDiM", tmp_path, lambda *_: None, lambda: False)
    assert "FileNotFoundError" in told.value.detail


def test_a_training_that_takes_the_stations_memory_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parent, "LEAST_FREE", psutil.virtual_memory().total * 2)
    with pytest.raises(ModelTrouble, match="memory of this computer ran short") as told:
        fit("padim", tmp_path)
    assert "MB were free" in told.value.detail
    assert not psutil.Process().children()


@pytest.mark.parametrize("kind", ["padim", "anomalib-patchcore"])
def test_more_images_than_the_computer_can_remember_are_refused_before_learning(kind: str) -> None:
    settings = KINDS[kind].settings()
    model = build_module(KINDS[kind], settings, load_backbone("embedded")).model
    image = torch.zeros(1, 3, 256, 256)
    check_room(KINDS[kind].needs(settings, features_of(model, image, 8)))  # type: ignore[misc]  # both remember
    with pytest.raises(ModelTrouble, match="MB are free"):
        check_room(KINDS[kind].needs(settings, features_of(model, image, 10_000_000)))  # type: ignore[misc]


def test_anomalibs_choice_is_the_same_in_our_form_and_leaves_no_pieces_behind() -> None:
    code = (
        "import numpy, torch, psutil; from vision.models.compute import quiet_import; quiet_import()\n"
        "from anomalib.models.components.sampling import KCenterGreedy; from vision.models.greedy import update_distances\n"
        "def pick(n):\n"
        "    torch.manual_seed(1); numpy.random.seed(1)\n"
        "    return KCenterGreedy(torch.randn(n, 80), 0.1).select_coreset_idxs()\n"
        "theirs = pick(800); KCenterGreedy.update_distances = update_distances; print(theirs == pick(800))\n"
        "before = psutil.Process().memory_info().rss; pick(6000)\n"
        "print(psutil.Process().memory_info().rss - before < 400 * 2**20)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert told.stdout == "True\nTrue\n", told.stderr


def test_the_training_reaches_no_network() -> None:
    code = (
        "import socket; from vision.models.offline import stay_offline; stay_offline()\n"
        "with socket.socket() as door: door.connect(('127.0.0.1', 9))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert "Loupe trains without the network." in told.stderr


def test_training_leaves_the_backbone_as_it_was(padim: FittedModel, random_weights: Path) -> None:
    kept = load(padim.content)
    for key, value in load_file(random_weights).items():
        torch.testing.assert_close(kept[f"backbone.{key}"], value, rtol=0, atol=0)


def test_scores_follow_the_anomaly_and_stop_at_the_mask(padim: FittedModel, tmp_path: Path) -> None:
    pixels = good_frame(0).pixels.copy()
    good = loaded(padim, padim.content, tmp_path).predict(Frame(pixels=pixels))
    pixels[20:40, 10:30] = 255
    bad = loaded(padim, padim.content, tmp_path).predict(Frame(pixels=pixels))
    assert bad.score > 2 * good.score
    right = loaded(padim, padim.content, tmp_path, ignore_regions=[Region(x=0, y=0, width=36, height=48)])
    masked = right.predict(Frame(pixels=pixels))
    assert masked.score == masked.anomaly_map.max() < bad.score
    assert not masked.anomaly_map[:, :36].any()


def test_a_memory_that_is_no_number_is_told_before_the_first_part(padim: FittedModel, tmp_path: Path) -> None:
    mean = load(padim.content)["gaussian.mean"]
    content = changed(padim.content, tmp_path, **{"gaussian.mean": torch.full_like(mean, torch.nan)})
    with pytest.raises(ModelTrouble, match="some of its numbers are none"):
        loaded(padim, content, tmp_path)


@pytest.mark.parametrize(
    ("name", "told"), [("gaussian.mean", "PaDiM cannot look at this image"), ("surplus", "is no PaDiM model")]
)
def test_a_file_with_other_tensors_is_told(padim: FittedModel, tmp_path: Path, name: str, told: str) -> None:
    content = changed(padim.content, tmp_path, **{name: torch.zeros(3, 5)})
    with pytest.raises(ModelTrouble, match=told):
        loaded(padim, content, tmp_path)


def test_the_file_of_another_kind_is_no_model(padim: FittedModel, tmp_path: Path) -> None:
    backbone = load_backbone("embedded")
    settings = KINDS["padim"].settings.model_validate(padim.settings)
    content = write_model_file(backbone, {}, settings, {"model": "Patchcore", "input_size": (64, 64)})
    with pytest.raises(ModelTrouble, match="is no PaDiM model"):
        loaded(padim, content, tmp_path)


@pytest.mark.parametrize(
    ("kind", "settings"),
    [("supersimplenet", {}), ("dinomaly", {"backbone": "file:dino"}), ("efficientad", {})],
)
def test_every_network_is_built_again_from_its_file(
    kind: str, settings: dict[str, object], weights: Path, tmp_path: Path
) -> None:
    fitted = untrained(kind, weights, **settings)
    (tmp_path / fitted.file_name).write_bytes(fitted.content)
    model = model_family(kind).load(tmp_path / fitted.file_name, check_settings(kind, fitted.settings))
    prediction = model.predict_pixels(as_rgb8(good_frame(0)), None)  # once, not warmed up: these are slow
    assert prediction.anomaly_map.shape == SIZE
    assert prediction.anomaly_map.std() > 0
    assert prediction.score > 0


def test_plain_defects_are_told_apart_where_a_probability_would_be_one(tmp_path: Path) -> None:
    fitted = untrained("supersimplenet")
    name = "segdec.seg_head.3.weight"
    scores = []
    for gain in (-1_000, -2_000):  # an untaught head finds nothing anywhere; turned over, everything
        content = changed(fitted.content, tmp_path, **{name: load(fitted.content)[name] * gain})
        scores.append(loaded(fitted, content, tmp_path).predict(good_frame(0)).score)
    assert scores[0] > 20  # whose sigmoid is 1
    assert scores[1] == pytest.approx(2 * scores[0], rel=0.01)


def test_supersimplenets_noise_is_as_large_as_its_backbones_features_ask() -> None:
    kind = KINDS["supersimplenet"]
    backbone = load_backbone("embedded")
    model: Any = build_module(kind, kind.settings(), backbone).model
    images = torch.rand(2, 3, 96, 96, generator=torch.Generator().manual_seed(0))
    kind.prepare(model, images)
    small = model.anomaly_generator.noise_std
    spread = float(model.feature_extractor(images).std())
    backbone.network.load_state_dict({key: value * 3 for key, value in backbone.network.state_dict().items()})
    kind.prepare(model, images)
    assert small == pytest.approx(NOISE * spread)
    assert model.anomaly_generator.noise_std > 2 * small
