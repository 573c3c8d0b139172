"""The embedded backbone as an ONNX graph: resized picture in, patch codes out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from vision.runtime.memory.coder import FEATURES, LARGEST_CODE
from vision.runtime.memory.search import MIDDLE

Weights = Mapping[str, NDArray[np.float32]]
SQUARE = 4
"""Pixels along a side of what the first convolution takes for one place; its kernel has two of them."""
_MEAN = np.array((0.485, 0.456, 0.406), np.float32)
_DEVIATION = np.array((0.229, 0.224, 0.225), np.float32)
_EPSILON = 1e-5
_OPSET = 18
_IR_VERSION = 9
"""Old enough for every ONNX Runtime that knows the operators."""


@dataclass
class _Graph:
    """Nodes and constants while they are put together; every method returns the name of its output."""

    weights: Weights
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: list[onnx.TensorProto] = field(default_factory=list)

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, **attributes: object) -> str:
        made = helper.make_node(kind, inputs, [output], name=output, **attributes)  # type: ignore[arg-type]  # its overload
        self.nodes.append(made)
        return output

    def folded(self, conv: str, norm: str) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Weight and bias of a convolution with its batch norm folded in."""
        gain = self.weights[f"{norm}.weight"] / np.sqrt(self.weights[f"{norm}.running_var"] + _EPSILON)
        bias = self.weights[f"{norm}.bias"] - self.weights[f"{norm}.running_mean"] * gain
        return self.weights[f"{conv}.weight"] * gain[:, None, None, None], bias

    def conv(self, source: str, conv: str, norm: str, *, stride: int, relu: bool = True) -> str:
        weight, bias = self.folded(conv, norm)
        return self.convolve(source, conv, weight, bias, stride=stride, padding=weight.shape[2] // 2, relu=relu)

    def convolve(
        self,
        source: str,
        name: str,
        weight: NDArray[np.float32],
        bias: NDArray[np.float32],
        *,
        stride: int,
        padding: int,
        relu: bool,
    ) -> str:
        inputs = [source, self.constant(f"{name}.weight", weight), self.constant(f"{name}.bias", bias)]
        found = self.node("Conv", inputs, f"{name}.out", strides=[stride] * 2, pads=[padding] * 4)
        return self.node("Relu", [found], f"{name}.relu") if relu else found

    def block(self, source: str, name: str) -> str:
        """A residual block; see `vision.models.backbone.network.ResidualBlock`."""
        body = self.conv(source, f"{name}.body.0", f"{name}.body.1", stride=1)
        body = self.conv(body, f"{name}.body.3", f"{name}.body.4", stride=1, relu=False)
        return self.node("Relu", [self.node("Add", [body, source], f"{name}.sum")], f"{name}.out")

    def stage(self, source: str, name: str) -> str:
        """Half the size, then a residual block."""
        return self.block(self.conv(source, f"{name}.0", f"{name}.1", stride=2), f"{name}.3")


def float_backbone(weights: Weights) -> onnx.ModelProto:
    """`image` (1, 48, H / 4 + 1, W / 4 + 1) float 0..255 to `features` (1, 192, H / 8, W / 8) float.

    The image comes in squares of 4x4 pixels, see `squares_of`: a convolution of 48 channels without stride takes a third
    of the time of one of 3 channels with stride 4. It has two pixels of border, which stand for the first convolution's
    zero padding; in the unnormalised picture that is the mean colour, so mean and deviation fold into its weights.
    """
    graph = _Graph(weights)
    weight, bias = graph.folded("stem.0", "stem.1")
    scaled = weight / (255 * _DEVIATION)[None, :, None, None]
    shift = bias - (weight * (_MEAN / _DEVIATION)[None, :, None, None]).sum((1, 2, 3))
    stem = graph.convolve("image", "stem.0", squares_of(scaled), shift, stride=1, padding=0, relu=True)
    fine = graph.stage(graph.conv(stem, "stage4.0", "stage4.1", stride=1), "stage8")
    _join(graph, fine, graph.stage(fine, "stage16"))
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, [1, 3 * SQUARE**2, "height", "width"])
    features = helper.make_tensor_value_info("features", TensorProto.FLOAT, [1, FEATURES, "rows", "columns"])
    return _named(graph, [image], [features])


def squares_of(planes: NDArray[np.float32]) -> NDArray[np.float32]:
    """(N, 3, H, W) to (N, 48, H / 4, W / 4): squares of 4x4 pixels, row by row, each pixel's three colours together."""
    count, colours, height, width = planes.shape
    rows, columns = height // SQUARE, width // SQUARE
    squares = planes.reshape(count, colours, rows, SQUARE, columns, SQUARE).transpose(0, 3, 5, 1, 2, 4)
    return np.ascontiguousarray(squares.reshape(count, colours * SQUARE**2, rows, columns))


def _join(graph: _Graph, fine: str, coarse: str) -> None:
    """3x3 means of both taps, the coarse one brought to the fine grid."""
    pooling = {"kernel_shape": [3, 3], "pads": [1] * 4, "count_include_pad": 1}
    fine = graph.node("AveragePool", [fine], "fine", **pooling)
    coarse = graph.node("AveragePool", [coarse], "coarse", **pooling)
    scales = graph.constant("scales", np.array([1, 1, 2, 2], np.float32))
    how = {"mode": "linear", "coordinate_transformation_mode": "half_pixel"}
    coarse = graph.node("Resize", [coarse, "", scales], "coarse.resized", **how)
    graph.node("Concat", [fine, coarse], "features", axis=1)


def code_graph(quantised: onnx.ModelProto, step: float) -> onnx.ModelProto:
    """`squares` (1, H / 4 + 1, W / 4 + 1, 48) uint8 to `codes` (patches, 192) uint8. One code is `step` of a feature.

    Codes above `LARGEST_CODE` are the reader's to cut: there is no unsigned 7-bit type to saturate at.
    """
    graph = _Graph({})
    quantiser = _image_quantiser(quantised.graph)
    graph.node("Transpose", ["squares"], quantiser.output[0], perm=[0, 3, 1, 2])
    before, graph.nodes = graph.nodes, []
    steps = [graph.constant("step", np.array(step, np.float32)), graph.constant("zero", np.array(0, np.uint8))]
    whole = graph.node("QuantizeLinear", ["features", *steps], "whole")
    last = graph.node("Transpose", [whole], "last", perm=[0, 2, 3, 1])
    graph.node("Reshape", [last, graph.constant("flat", np.array([-1, FEATURES]))], "codes")
    nodes = [*before, *(node for node in quantised.graph.node if node != quantiser), *graph.nodes]
    squares = helper.make_tensor_value_info("squares", TensorProto.UINT8, [1, "height", "width", 3 * SQUARE**2])
    codes = helper.make_tensor_value_info("codes", TensorProto.UINT8, ["patches", FEATURES])
    constants = [*quantised.graph.initializer, *graph.constants]
    return _model_of(helper.make_graph(nodes, "codes", [squares], [codes], constants), quantised.opset_import)


def _image_quantiser(graph: onnx.GraphProto) -> onnx.NodeProto:
    """The node that makes 8 bits of the image, which has them already. Raises `ValueError` when it does more."""
    found: onnx.NodeProto
    [found] = [node for node in graph.node if node.op_type == "QuantizeLinear" and node.input[0] == "image"]
    values = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    if not np.isclose(values[found.input[1]], 1) or values[found.input[2]] != 0:
        raise ValueError("the pictures of the calibration reach from 0 to 255 nowhere")
    return found


def search_graph() -> onnx.ModelProto:
    """From codes to `closeness` (P, M) int32, as `vision.runtime.memory.search` asks for it.

    `codes` (P, D) uint8 are placed by `directions` (D, K) int8, `unit` and `offset` (K,) float: 7 bits, MIDDLE in the
    middle. With `memory` (K, M) int8, closeness = (place - MIDDLE) . memory.
    """
    graph = _Graph({})
    one = graph.constant("one", np.array(1, np.float32))
    middle = graph.constant("middle", np.array(MIDDLE, np.uint8))
    ends = [graph.constant(f"places.{end}", np.array(end, np.float32)) for end in (0, LARGEST_CODE)]
    zero = graph.constant("zero", np.array(0, np.uint8))
    placing = ["codes", "directions", "unit", one, "", "", "offset"]
    graph.node("MatMulIntegerToFloat", placing, "exact", domain="com.microsoft")
    graph.node("Clip", ["exact", *ends], "places")
    graph.node("QuantizeLinear", ["places", one, zero], "whole")
    graph.node("MatMulInteger", ["whole", "memory", middle], "closeness")
    inputs = [
        helper.make_tensor_value_info("codes", TensorProto.UINT8, ["patches", "features"]),
        helper.make_tensor_value_info("directions", TensorProto.INT8, ["features", "directions"]),
        helper.make_tensor_value_info("unit", TensorProto.FLOAT, []),
        helper.make_tensor_value_info("offset", TensorProto.FLOAT, ["directions"]),
        helper.make_tensor_value_info("memory", TensorProto.INT8, ["directions", "remembered"]),
    ]
    closeness = helper.make_tensor_value_info("closeness", TensorProto.INT32, ["patches", "remembered"])
    whole = helper.make_graph(graph.nodes, "search", inputs, [closeness], graph.constants)
    return _model_of(whole, [helper.make_opsetid("", _OPSET), helper.make_opsetid("com.microsoft", 1)])


def _named(graph: _Graph, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]) -> onnx.ModelProto:
    whole = helper.make_graph(graph.nodes, "backbone", inputs, outputs, graph.constants)
    return _model_of(whole, [helper.make_opsetid("", _OPSET)])


def _model_of(graph: onnx.GraphProto, opsets: Iterable[onnx.OperatorSetIdProto]) -> onnx.ModelProto:
    return helper.make_model(graph, opset_imports=list(opsets), ir_version=_IR_VERSION, producer_name="loupe")
