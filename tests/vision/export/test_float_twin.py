"""The float twin: the same network and memory without whole numbers says nearly the same."""

from pathlib import Path

import numpy as np

from vision.detectors.family import FitRequest
from vision.export.float_twin import float_twin
from vision.inspection import Frame
from vision.runtime.memory.file import read_model
from vision.runtime.memory.fit import fit_memory
from vision.runtime.memory.settings import MemorySettings
from vision.synth.render import render
from vision.synth.scene import draw_scene

SETTINGS = MemorySettings(long_side_px=160, memory_size=200, memories=2, pool_size=2000)


def pixels_of(part: int, defect_rate: float) -> np.ndarray:
    return np.asarray(render(draw_scene(3, part, defect_rate=defect_rate, size=(320, 256))).pixels, np.uint8)


def test_scores_and_maps_agree(tmp_path: Path) -> None:
    frames = [Frame(pixels=pixels_of(part, 0.0)) for part in range(6)]
    learned = fit_memory(FitRequest(settings=SETTINGS, frames=frames), lambda *_: None, lambda: False)
    path = tmp_path / "memory.safetensors"
    path.write_bytes(learned.content)
    model = read_model(path, SETTINGS)[0]
    twin = float_twin(model)
    for part in range(6, 10):
        pixels = pixels_of(part, 1.0)
        ours, floats = model.predict(pixels, None), twin.predict(pixels, None)
        assert ours.score != floats.score, "the twin works in floats"
        assert abs(ours.score - floats.score) < 0.1 * floats.score + 0.1
        assert np.corrcoef(ours.anomaly_map.ravel(), floats.anomaly_map.ravel())[0, 1] > 0.95
