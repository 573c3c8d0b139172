"""The distillation on toy teachers: it learns, writes weights that the product reads, and goes on where it ended."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file
from torchvision.models import mobilenet_v2

from vision.models.backbone import catalog
from vision.models.backbone.distill import Run, Settings
from vision.models.backbone.pictures import Pairs


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few photographs and two teachers that know nothing."""
    made = tmp_path_factory.mktemp("distillation")
    (made / "photos").mkdir()
    rng = np.random.default_rng(0)
    for number in range(4):
        coarse = rng.integers(0, 256, (9, 12, 3), np.uint8)
        cv2.imwrite(str(made / "photos" / f"{number}.jpg"), cv2.resize(coarse, (160, 120)))
    for number in range(2):
        with torch.random.fork_rng():
            torch.manual_seed(number)
            save_file(mobilenet_v2().state_dict(), made / f"teacher-{number}.safetensors")
    return made


def test_teacher_and_student_see_the_same_place_and_mostly_another_light(folder: Path) -> None:
    pairs = iter(Pairs(sorted((folder / "photos").iterdir()), 64, 0))
    alike, same = [], []
    for shown, seen in (next(pairs) for _ in range(40)):
        assert shown.shape == seen.shape == (3, 64, 64)
        one, other = (planes.float().mean(0).flatten() for planes in (shown, seen))
        same.append(torch.equal(shown, seen))
        if one.std() > 8:  # a flat surface tells no place
            alike.append(float(torch.corrcoef(torch.stack([one, other]))[0, 1]))
    assert 0.05 < np.mean(same) < 0.6
    assert np.median(alike) > 0.9


def run_of(folder: Path, out: Path, minutes: float) -> Run:
    teachers = tuple(folder / f"teacher-{number}.safetensors" for number in range(2))
    toy = {"crop_px": 64, "batch": 4, "drawn_aside": False}
    run = Run(Settings(photos=folder / "photos", teachers=teachers, out=out, minutes=minutes, **toy))  # type: ignore[arg-type]
    run.resume()
    return run


def test_a_run_learns_is_read_by_the_product_and_goes_on(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run_of(folder, tmp_path, 0.04)
    before = {name: value.clone() for name, value in first.student.trunk.named_parameters()}
    first.train()
    assert first.step > 2
    assert all((value != before[name]).any() for name, value in first.student.trunk.named_parameters())
    again = run_of(folder, tmp_path, first.spent_s / 60 + 0.02)
    assert again.step == first.step
    for ours, theirs in zip(again.teachers, first.teachers, strict=True):
        assert all(torch.equal(ours.scale[name], theirs.scale[name]) for name in ours.scale)
    again.train()
    assert again.step > first.step
    monkeypatch.setattr(catalog, "EMBEDDED_FILE", tmp_path / "embedded.safetensors")
    weights = catalog.load_backbone("embedded").weights
    assert torch.equal(weights["stem.0.weight"], load_file(tmp_path / "embedded.safetensors")["stem.0.weight"])
    summary = json.loads((tmp_path / "training.json").read_text())
    assert summary["steps"] == again.step
    assert summary["settings"]["teachers"] == ["teacher-0.safetensors", "teacher-1.safetensors"]
    assert str(tmp_path) not in json.dumps(summary), "a summary tells no folders"
