"""Networks that cannot be used are told when they are opened, not at the first part."""

from collections.abc import Callable

import numpy as np
import onnx
import pytest

from vision.detectors import ModelTrouble
from vision.runtime.memory.coder import EMBEDDED_FILE, Coder


def in_a_scale(graph: onnx.GraphProto) -> None:
    """Written as a list of floats."""
    next(one for one in graph.initializer if one.name == "stage4.0.weight_scale").float_data[7] = np.nan


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
    assert "NaN or infinity in st" in told.value.detail
    assert "install Loupe again" in told.value.remedy


def test_a_backbone_that_is_whole_is_opened_and_one_cut_off_is_told() -> None:
    graph = EMBEDDED_FILE.read_bytes()
    Coder(graph)
    with pytest.raises(ModelTrouble, match="network of a model cannot be used"):
        Coder(graph[:-1000])


def earlier(channels: int) -> bytes:
    """A graph that gives, many times over, the brightest of every 4x4 squares."""
    squares = onnx.helper.make_tensor_value_info("squares", onnx.TensorProto.UINT8, [1, "height", "width", channels])
    codes = onnx.helper.make_tensor_value_info("codes", onnx.TensorProto.UINT8, ["patches", 192])
    flat = onnx.numpy_helper.from_array(np.array([-1, 192]), "flat")
    nodes = [
        onnx.helper.make_node("Transpose", ["squares"], ["planes"], perm=[0, 3, 1, 2]),
        onnx.helper.make_node("MaxPool", ["planes"], ["highest"], kernel_shape=[4, 4], strides=[4, 4]),
        onnx.helper.make_node("Concat", ["highest"] * (192 // channels), ["all"], axis=1),
        onnx.helper.make_node("Transpose", ["all"], ["last"], perm=[0, 2, 3, 1]),
        onnx.helper.make_node("Reshape", ["last", "flat"], ["codes"]),
    ]
    graph = onnx.helper.make_graph(nodes, "earlier", [squares], [codes], [flat])
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 18)], ir_version=9)
    return model.SerializeToString()


def test_a_backbone_that_a_recipe_brings_along_gets_its_picture_in_squares_of_its_own_size() -> None:
    """Recipes hold the graph that they were taught with; the first one had squares of 2x2 pixels."""
    picture = np.zeros((32, 48, 3), np.uint8)
    picture[20, 30] = 99
    grid = Coder(earlier(12)).codes(picture)
    assert (grid.rows, grid.columns) == (4, 6)
    assert np.flatnonzero(grid.codes.reshape(24, 192).max(axis=1) == 99).tolist() == [2 * 6 + 3]


def test_a_graph_of_something_else_is_told_when_it_is_opened() -> None:
    with pytest.raises(ModelTrouble, match="network of a model cannot be used"):
        Coder(earlier(6))
