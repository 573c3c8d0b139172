"""A taught patch memory in float32: the same network, memory and ONNX Runtime, for seeing what whole numbers give and cost."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper
from safetensors.numpy import load_file

from vision.export.backbone import ASSETS, LARGEST_FEATURE
from vision.export.backbone_graph import SQUARE, float_backbone, squares_of
from vision.runtime.memory.coder import FEATURES, LARGEST_CODE, PATCH_PX, Codes, PatchGrid, Pixels, framed
from vision.runtime.memory.look import Look, Remembered, of_image
from vision.runtime.memory.model import MemoryModel
from vision.runtime.memory.search import Nearest
from vision.runtime.memory.sight import Sight
from vision.runtime.session import Session


def float_twin(model: MemoryModel, weights: Path = ASSETS / "embedded.safetensors") -> MemoryModel:
    """The model with its network and searches in float32. Raises `ModelTrouble` for weights that do not fit."""
    network = Session(float_backbone(load_file(weights)).SerializeToString())
    sight = model.sight
    seen = _FloatSight(coder=sight.coder, light=sight.light, settings=sight.settings, network=network)
    return replace(
        model, sight=seen, looks=[_FloatLook(look.memories).tolerating(look.tolerated) for look in model.looks]
    )


@dataclass(frozen=True, eq=False, kw_only=True)
class _FloatSight(Sight):
    """Gives codes that are neither rounded nor cut."""

    network: Session

    def grid(self, picture: Pixels) -> PatchGrid:
        planes = framed(picture, SQUARE, self.coder.beyond_px).astype(np.float32).transpose(2, 0, 1)[None]
        features = np.asarray(self.network.run(image=squares_of(planes)), np.float32)
        codes = self.coder.inside(features.reshape(FEATURES, -1).T, picture) * (LARGEST_CODE / LARGEST_FEATURE)
        rows, columns = picture.shape[0] // PATCH_PX, picture.shape[1] // PATCH_PX
        return PatchGrid(codes=codes, rows=rows, columns=columns)  # type: ignore[arg-type]  # floats, for once


class _FloatLook(Look):
    def __init__(self, memories: Sequence[Remembered]) -> None:
        super().__init__(memories)
        self._session = Session(_float_search().SerializeToString())
        floats = [memory.codes.astype(np.float32) for memory in self.memories]
        self._floats = [(np.ascontiguousarray(one.T), (one**2).sum(axis=1) / -2) for one in floats]

    def nearest(self, codes: Codes, without: int | None = None) -> list[Nearest]:
        floats = codes.astype(np.float32)
        lengths = np.einsum("pf,pf->p", floats, floats)
        found = []
        for memory, (columns, halves) in zip(self.memories, self._floats, strict=True):
            out = None if without is None else of_image(memory, without)
            known = halves if out is None else np.where(out, -np.inf, halves).astype(np.float32)
            found.append(self._nearest(floats, lengths, columns, known))
        return found

    def _nearest(
        self,
        codes: NDArray[np.float32],
        lengths: NDArray[np.float32],
        memory: NDArray[np.float32],
        halves: NDArray[np.float32],
    ) -> Nearest:
        closeness = np.asarray(self._session.run(codes=codes, memory=memory, halves=halves), np.float32)
        index = closeness.argmax(axis=1)
        best = closeness[np.arange(len(index)), index]
        return Nearest(distance=np.sqrt((lengths - 2 * best).clip(0)), index=index)


def _float_search() -> onnx.ModelProto:
    """`closeness` of (P, D) codes to a (D, M) memory, by one product."""
    inputs = [
        helper.make_tensor_value_info("codes", TensorProto.FLOAT, ["patches", "features"]),
        helper.make_tensor_value_info("memory", TensorProto.FLOAT, ["features", "remembered"]),
        helper.make_tensor_value_info("halves", TensorProto.FLOAT, ["remembered"]),
    ]
    closeness = helper.make_tensor_value_info("closeness", TensorProto.FLOAT, ["patches", "remembered"])
    node = helper.make_node("Gemm", ["codes", "memory", "halves"], ["closeness"])
    graph = helper.make_graph([node], "float search", inputs, [closeness])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9, producer_name="loupe")
