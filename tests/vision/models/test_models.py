"""PatchCore's own promises, and the package's."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load, save_file

from tests.weights import TINY, use_random_weights
from vision.detectors import FittedModel, ModelTrouble, fit_model, load_predictor
from vision.inspection import Frame
from vision.models.compute import input_size
from vision.recipe import ModelReference, View


@pytest.fixture
def fitted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FittedModel:
    use_random_weights(monkeypatch, tmp_path)
    rng = np.random.default_rng(0)
    frames = [Frame(pixels=rng.integers(0, 255, size, dtype=np.uint8)) for size in ((40, 60), (64, 64), (30, 90))]
    return fit_model("patchcore", TINY, frames, seed=0, progress=lambda *_: None, cancelled=lambda: False)


def view_of(fitted: FittedModel, **settings: object) -> View:
    reference = ModelReference(
        kind="patchcore", settings=fitted.settings | settings, file=fitted.file_name, hash="0" * 64
    )
    return View(name="v", image_width=60, image_height=40, model=reference, t1=1, t2=2)


def test_importing_the_package_loads_neither_torch_nor_anomalib() -> None:
    code = (
        "import sys, vision.models, vision.teaching, vision.evaluation; print({'torch', 'anomalib'} & set(sys.modules))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"


def test_memory_is_bounded_and_made_of_frames_of_any_size(fitted: FittedModel) -> None:
    memory = load(fitted.content)["memory"]
    assert memory.shape == (TINY["memory_size"], 64 + 128)
    assert len(torch.unique(memory, dim=0)) == len(memory)


def test_a_model_keeps_its_backbone_whatever_is_installed_later(fitted: FittedModel, tmp_path: Path) -> None:
    (tmp_path / "random.safetensors").unlink()
    (tmp_path / fitted.file_name).write_bytes(fitted.content)
    prediction = load_predictor(view_of(fitted), tmp_path).predict(Frame(pixels=np.zeros((40, 60), np.uint8)))
    assert prediction.score > 0


def test_settings_other_than_taught_are_refused(fitted: FittedModel, tmp_path: Path) -> None:
    (tmp_path / fitted.file_name).write_bytes(fitted.content)
    with pytest.raises(ModelTrouble, match="not those"):
        load_predictor(view_of(fitted, long_side_px=96), tmp_path)


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ({}, "is no patchcore model"),
        ({"loupe": "no json"}, "is no patchcore model"),
        ({"loupe": json.dumps({"layout": 1})}, "is no patchcore model"),
        ({"loupe": json.dumps({"layout": 2})}, "was written by a newer Loupe"),
    ],
)
def test_foreign_and_newer_model_files_are_told(
    fitted: FittedModel, tmp_path: Path, header: dict[str, str], told: str
) -> None:
    save_file(load(fitted.content), tmp_path / fitted.file_name, metadata=header)
    with pytest.raises(ModelTrouble, match=told):
        load_predictor(view_of(fitted), tmp_path)


def with_memory(fitted: FittedModel, folder: Path, value: float) -> None:
    """Write the model with a memory of that value alone."""
    tensors = load(fitted.content)
    length = int.from_bytes(fitted.content[:8], "little")
    header = json.loads(fitted.content[8 : 8 + length])["__metadata__"]
    tensors["memory"] = torch.full_like(tensors["memory"], value)
    save_file(tensors, folder / fitted.file_name, metadata=header)


@pytest.mark.parametrize("value", [torch.nan, torch.inf])
def test_a_memory_that_is_no_number_is_told_before_the_first_part(
    fitted: FittedModel, tmp_path: Path, value: float
) -> None:
    with_memory(fitted, tmp_path, value)
    with pytest.raises(ModelTrouble, match="some of its numbers are none") as told:
        load_predictor(view_of(fitted), tmp_path)
    assert told.value.detail == "NaN or infinity in memory"


def test_a_score_beyond_all_numbers_is_trouble_and_no_score(fitted: FittedModel, tmp_path: Path) -> None:
    with_memory(fitted, tmp_path, 1e30)
    with pytest.raises(ModelTrouble, match="no finite score"):
        load_predictor(view_of(fitted), tmp_path).predict(Frame(pixels=np.zeros((40, 60), np.uint8)))


def test_unknown_kinds_are_told(fitted: FittedModel, tmp_path: Path) -> None:
    view = view_of(fitted)
    with pytest.raises(ModelTrouble, match="kind guesswork is not known"):
        load_predictor(view.model_copy(update={"model": view.model.model_copy(update={"kind": "guesswork"})}), tmp_path)


@pytest.mark.parametrize(
    ("size", "expected"), [((768, 576), (448, 336)), ((100, 100), (448, 448)), ((10, 4000), (32, 448))]
)
def test_the_networks_input_keeps_the_aspect_ratio(size: tuple[int, int], expected: tuple[int, int]) -> None:
    assert input_size(*size, long_side_px=448) == expected
