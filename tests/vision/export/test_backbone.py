"""The shipped graphs: made by what stands here, and the quantised network says what the float one says."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from safetensors.numpy import load_file

from vision.export import backbone
from vision.export.backbone_graph import SQUARE, float_backbone, search_graph, squares_of
from vision.runtime.memory import coder
from vision.runtime.memory.coder import LARGEST_CODE, Coder
from vision.runtime.memory.search import SEARCH_FILE
from vision.runtime.session import Session
from vision.synth.procedural import procedural_picture

WEIGHTS = backbone.ASSETS / "embedded.safetensors"


def test_the_shipped_search_is_made_by_this_graph() -> None:
    assert SEARCH_FILE.read_bytes() == search_graph().SerializeToString()


def test_codes_of_the_quantised_network_are_the_floats_in_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backbone, "PICTURES", 8)
    rng = np.random.default_rng(0)
    for number in range(4):
        cv2.imwrite(str(tmp_path / f"{number}.jpg"), procedural_picture(128, rng))
    made = Coder(backbone.quantised_backbone(WEIGHTS, sorted(tmp_path.iterdir())).SerializeToString())
    picture = procedural_picture(160, rng)
    codes = made.codes(picture).codes.astype(np.float32)
    planes = coder.framed(picture, SQUARE).astype(np.float32).transpose(2, 0, 1)[None]
    floats = np.asarray(Session(float_backbone(load_file(WEIGHTS)).SerializeToString()).run(image=squares_of(planes)))
    steps = floats.reshape(floats.shape[1], -1).T * (LARGEST_CODE / backbone.LARGEST_FEATURE)
    assert codes.shape == steps.shape
    assert np.abs(codes - steps.clip(0, LARGEST_CODE)).mean() < 2
    assert np.corrcoef(codes.ravel(), steps.ravel())[0, 1] > 0.98
