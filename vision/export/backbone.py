"""Make the embedded backbone's ONNX files: `python -m vision.export.backbone --photos FOLDER`.

Static quantisation by ONNX Runtime: unsigned 8-bit activations, signed 7-bit weights per channel. Seven bits, because
CPUs without VNNI add products in pairs into 16 bits and would saturate; so one file gives the same scores on every
station (a file per CPU would be a third faster nowhere that was measured). Ranges come from photographs and procedural
pictures at several brightnesses, as the distillation saw them, and from no inspection data.
"""

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import onnx
from numpy.typing import NDArray
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static
from safetensors.numpy import load_file

from vision.export.backbone_graph import code_graph, float_backbone, search_graph, squares_of
from vision.images import read_image
from vision.runtime.memory.coder import LARGEST_CODE
from vision.synth.procedural import procedural_picture

ASSETS = Path(__file__).resolve().parents[2] / "assets" / "backbone"
LARGEST_FEATURE = 6.0
"""What the largest code stands for; one feature in 30,000 of a natural picture lies above."""
PICTURES = 96
_SIDE_PX = 256
_GAINS = (0.7, 1.4)


class _Pictures(CalibrationDataReader):  # type: ignore[misc]  # onnxruntime ships no types
    """Natural pictures, every fourth one procedural, every third one grey, at several brightnesses."""

    def __init__(self, photos: list[Path]) -> None:
        self._feeds = self._made(photos)

    def get_next(self) -> dict[str, NDArray[np.float32]] | None:
        return next(self._feeds, None)

    def _made(self, photos: list[Path]) -> Iterator[dict[str, NDArray[np.float32]]]:
        rng = np.random.default_rng(0)
        for number in range(PICTURES):
            photo = read_image(photos[number * len(photos) // PICTURES])[0]
            picture = procedural_picture(_SIDE_PX, rng) if number % 4 == 3 else photo
            small = cv2.resize(picture, (_SIDE_PX, _SIDE_PX)).astype(np.float32)
            if number % 3 == 0:
                small = small.mean(axis=2, keepdims=True).repeat(3, axis=2)
            lit = (small * rng.uniform(*_GAINS)).clip(0, 255)
            yield {"image": squares_of(lit.transpose(2, 0, 1)[None].astype(np.float32))}


def quantised_backbone(weights: Path, photos: list[Path]) -> onnx.ModelProto:
    """The code graph of a weight file, quantised on photographs."""
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder, "float.onnx"), Path(folder, "int8.onnx")
        onnx.save(float_backbone(load_file(weights)), plain)
        quantize_static(
            plain,
            small,
            _Pictures(photos),
            quant_format=QuantFormat.QDQ,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["Conv", "Add", "Relu"],
        )
        return code_graph(onnx.load(small), LARGEST_FEATURE / LARGEST_CODE)


def main() -> None:
    parser = argparse.ArgumentParser(description="Quantise the embedded backbone for ONNX Runtime.")
    parser.add_argument("--photos", type=Path, required=True, help="folder of natural photographs (.jpg)")
    parser.add_argument("--weights", type=Path, default=ASSETS / "embedded.safetensors")
    parser.add_argument("--out", type=Path, default=ASSETS, help="folder for embedded.onnx and search.onnx")
    options = parser.parse_args()
    photos = sorted(options.photos.glob("**/*.jpg"))
    if not photos:
        raise SystemExit(f"No .jpg photographs under {options.photos}.")
    onnx.save(quantised_backbone(options.weights, photos), options.out / "embedded.onnx")
    onnx.save(search_graph(), options.out / "search.onnx")


if __name__ == "__main__":
    main()
