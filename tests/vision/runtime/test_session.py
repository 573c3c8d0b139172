"""Networks that cannot be used are told when they are opened, not at the first part."""

from collections.abc import Callable

import numpy as np
import onnx
import pytest

from vision.detectors import ModelTrouble
from vision.runtime.memory.coder import EMBEDDED_FILE, Coder


def in_a_scale(graph: onnx.GraphProto) -> None:
    """Written as a list of floats."""
    next(one for one in graph.initializer if one.name == "stem.3.weight_scale").float_data[7] = np.nan


def in_a_bias(graph: onnx.GraphProto) -> None:
    """Written as raw bytes."""
    bias = next(one for one in graph.initializer if one.data_type == onnx.TensorProto.FLOAT and len(one.raw_data) > 16)
    values = np.frombuffer(bias.raw_data, np.float32).copy()
    values[-1] = np.inf
    bias.raw_data = values.tobytes()


@pytest.mark.parametrize("spoil", [in_a_scale, in_a_bias])
def test_a_backbone_with_a_number_that_is_none_is_told_with_its_place(spoil: Callable[[onnx.GraphProto], None]) -> None:
    model = onnx.load(EMBEDDED_FILE)
    spoil(model.graph)
    with pytest.raises(ModelTrouble, match="network of a model cannot be used") as told:
        Coder(model.SerializeToString())
    assert "NaN or infinity in stem." in told.value.detail
    assert "install Loupe again" in told.value.remedy


def test_a_backbone_that_is_whole_is_opened_and_one_cut_off_is_told() -> None:
    graph = EMBEDDED_FILE.read_bytes()
    Coder(graph)
    with pytest.raises(ModelTrouble, match="network of a model cannot be used"):
        Coder(graph[:-1000])
