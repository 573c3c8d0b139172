"""An imported network of the SAM family: used when it fits, told apart in words when it does not."""

from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from labeling.painting import Click
from labeling.painting.sam import SamFile
from vision.detectors.family import ModelTrouble

SIDE = 64


def value(name: str, shape: list[int | str | None]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def write(path: Path, nodes: list, inputs: list, outputs: list, constants: dict[str, np.ndarray] | None = None) -> Path:
    weights = [numpy_helper.from_array(array, name) for name, array in (constants or {}).items()]
    graph = helper.make_graph(nodes, "tiny", inputs, outputs, weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 9
    path.write_bytes(model.SerializeToString())
    return path


def encoder(folder: Path, shape: list[int | str | None]) -> Path:
    """Its embedding is the picture that it was given."""
    node = helper.make_node("Identity", ["image"], ["image_embeddings"])
    return write(folder / "encoder.onnx", [node], [value("image", shape)], [value("image_embeddings", shape)])


def decoder(folder: Path, leave_out: str = "") -> Path:
    """Marks what is brighter than 100 in a (H, W, 3) embedding; a second mask, of lower promise, marks nothing."""
    names = ["image_embeddings", "point_coords", "point_labels", "mask_input", "has_mask_input", "orig_im_size"]
    shapes = [["h", "w", 3], [1, "n", 2], [1, "n"], [1, 1, 256, 256], [1], [2]]
    nodes = [
        helper.make_node("ReduceMean", ["image_embeddings"], ["grey"], axes=[2], keepdims=0),
        helper.make_node("Sub", ["grey", "line"], ["good"]),
        helper.make_node("Sub", ["good", "much"], ["bad"]),
        helper.make_node("Unsqueeze", ["good", "axes"], ["first"]),
        helper.make_node("Unsqueeze", ["bad", "axes"], ["second"]),
        helper.make_node("Concat", ["second", "first"], ["masks"], axis=1),
        helper.make_node("Identity", ["promise"], ["iou_predictions"]),
    ]
    constants = {
        "line": np.float32(100),
        "much": np.float32(1000),
        "axes": np.array([0, 1]),
        "promise": np.array([[0.2, 0.9]], np.float32),
    }
    inputs = [value(name, shape) for name, shape in zip(names, shapes, strict=True) if name != leave_out]
    outputs = [value("masks", [1, 2, "h", "w"]), value("iou_predictions", [1, 2])]
    return write(folder / "decoder.onnx", nodes, inputs, outputs, constants)


def part() -> np.ndarray:
    pixels = np.full((120, 200), 40, np.uint8)
    pixels[30:70, 50:140] = 200
    return pixels


@pytest.mark.parametrize("shape", [[SIDE, SIDE, 3], ["h", "w", 3]], ids=["fixed", "any size"])
def test_a_click_gives_the_mask_of_the_highest_promise_in_its_place(tmp_path: Path, shape: list) -> None:
    seen = SamFile(encoder(tmp_path, shape), decoder(tmp_path)).see(part())
    made = seen.mask_at([Click(x=60, y=40)]).on(120, 200)
    truth = part() > 100
    assert (made & truth).sum() / (made | truth).sum() > 0.9


def test_without_a_click_inside_nothing_is_marked(tmp_path: Path) -> None:
    seen = SamFile(encoder(tmp_path, ["h", "w", 3]), decoder(tmp_path)).see(part())
    assert seen.mask_at([Click(x=60, y=40, is_inside=False)]).area_px == 0


def test_the_clicks_reach_the_network_on_its_own_scale(tmp_path: Path) -> None:
    """A decoder that marks everything when the first point lies at (64 / 200 * 50, 64 / 200 * 25), else nothing."""
    names = ["image_embeddings", "point_coords", "point_labels", "mask_input", "has_mask_input", "orig_im_size"]
    shapes = [[1, 3, SIDE, SIDE], [1, "n", 2], [1, "n"], [1, 1, 256, 256], [1], [2]]
    nodes = [
        helper.make_node("Sub", ["point_coords", "wanted"], ["off"]),
        helper.make_node("Abs", ["off"], ["far"]),
        helper.make_node("ReduceMax", ["far"], ["farthest"], keepdims=0),
        helper.make_node("Sub", ["tenth", "farthest"], ["hit"]),
        helper.make_node("Mul", ["ones", "hit"], ["masks"]),
        helper.make_node("Identity", ["promise"], ["iou_predictions"]),
    ]
    constants = {
        "wanted": np.array([[[16, 8], [0, 0]]], np.float32),
        "tenth": np.float32(0.1),
        "ones": np.ones((1, 1, SIDE, SIDE), np.float32),
        "promise": np.ones((1, 1), np.float32),
    }
    inputs = [value(name, one) for name, one in zip(names, shapes, strict=True)]
    outputs = [value("masks", [1, 1, SIDE, SIDE]), value("iou_predictions", [1, 1])]
    path = write(tmp_path / "decoder.onnx", nodes, inputs, outputs, constants)
    seen = SamFile(encoder(tmp_path, [1, 3, SIDE, SIDE]), path).see(part())
    assert seen.mask_at([Click(x=50, y=25)]).area_px == 120 * 200
    assert seen.mask_at([Click(x=80, y=25)]).area_px == 0


def test_files_that_are_no_such_network_are_told_apart(tmp_path: Path) -> None:
    good = encoder(tmp_path, ["h", "w", 3]), decoder(tmp_path)
    text = tmp_path / "notes.onnx"
    text.write_text("no network")
    for files, words in (
        ((tmp_path / "gone.onnx", good[1]), "gone.onnx cannot be used for click to mask. The file cannot be read."),
        ((text, good[1]), "notes.onnx cannot be used .* no ONNX network"),
        (good[::-1], "decoder.onnx cannot be used .* An encoder takes one colour image"),
        ((good[0], good[0]), "A decoder's input is missing: has_mask_input, image_embeddings"),
    ):
        with pytest.raises(ModelTrouble, match=words):
            SamFile(*files)


def test_a_decoder_without_an_input_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelTrouble, match="input is missing: orig_im_size"):
        SamFile(encoder(tmp_path, ["h", "w", 3]), decoder(tmp_path, leave_out="orig_im_size"))


def test_a_network_that_fails_while_it_runs_is_told(tmp_path: Path) -> None:
    seen = SamFile(encoder(tmp_path, [1, 3, SIDE, SIDE]), decoder(tmp_path)).see(part())
    with pytest.raises(ModelTrouble, match="fails on this image"):
        seen.mask_at([Click(x=60, y=40)])
