"""From pictures to a recipe's model and on to a verdict, neither torch nor anomalib is loaded."""

import json
import subprocess
import sys

WAY = """
import json, sys, tempfile
from pathlib import Path
import numpy as np
from vision.detectors import fit_model, load_predictor
from vision.inspection import Frame
from vision.recipe import ModelReference, View

rng = np.random.default_rng(0)
frames = [Frame(pixels=rng.integers(0, 256, (96, 128), dtype=np.uint8)) for _ in range(4)]
settings = {"long_side_px": 96, "memory_size": 20, "pool_size": 200}
model = fit_model("memory", settings, frames, seed=0, progress=lambda *_: None, cancelled=lambda: False)
with tempfile.TemporaryDirectory() as folder:
    Path(folder, model.file_name).write_bytes(model.content)
    reference = ModelReference(kind="memory", settings=model.settings, file=model.file_name, hash="0" * 64)
    view = View(name="top", image_width=128, image_height=96, model=reference, t1=1, t2=2)
    prediction = load_predictor(view, Path(folder)).predict(frames[0])
heavy = [name for name in ("torch", "anomalib", "onnx", "PySide6") if name in sys.modules]
print(json.dumps([prediction.score, heavy]))
"""


def test_neither_torch_nor_anomalib_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", WAY], capture_output=True, text=True, timeout=110, check=True)
    score, heavy = json.loads(done.stdout.splitlines()[-1])
    assert score > 0
    assert heavy == []
