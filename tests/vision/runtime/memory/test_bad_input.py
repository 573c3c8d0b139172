"""Bad frames and bad files: told in words, or judged as anything but good."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file, save

from tests.learning import SIZE, good_frame, learned_once
from vision.detectors import FittedModel, ModelTrouble, fit_model, load_predictor
from vision.inspection import Frame, Predictor
from vision.recipe import ModelReference, View


@pytest.fixture
def fitted() -> FittedModel:
    return learned_once("memory")


def load(fitted: FittedModel, folder: Path, content: bytes | None = None) -> Predictor:
    (folder / fitted.file_name).write_bytes(fitted.content if content is None else content)
    reference = ModelReference(kind="memory", settings=fitted.settings, file=fitted.file_name, hash="0" * 64)
    return load_predictor(
        View(name="v", image_width=SIZE[1], image_height=SIZE[0], model=reference, t1=0, t2=0), folder
    )


@pytest.mark.parametrize("grey", [0, 2, 255])
def test_a_black_or_saturated_frame_is_far_from_good(fitted: FittedModel, tmp_path: Path, grey: int) -> None:
    score = load(fitted, tmp_path).predict(Frame(pixels=np.full(SIZE, grey, np.uint8))).score
    assert score > 2 * max(fitted.good_scores)


def test_a_dark_frame_of_noise_is_far_from_good(fitted: FittedModel, tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 4, SIZE).astype(np.uint8)
    assert load(fitted, tmp_path).predict(Frame(pixels=noise)).score > 2 * max(fitted.good_scores)


def nothing(array: np.ndarray) -> np.ndarray:
    return array[:0]


def not_a_number(array: np.ndarray) -> np.ndarray:
    array[3] = np.nan
    return array


def not_above_zero(array: np.ndarray) -> np.ndarray:
    array[3] = 0
    return array


def of_no_image(array: np.ndarray) -> np.ndarray:
    array[3] = 99
    return array


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("usual", not_a_number),
        ("spread", not_a_number),
        ("places", not_a_number),
        ("spread", not_above_zero),
        ("owners", of_no_image),
        ("codes", nothing),
        ("backbone", nothing),
    ],
)
def test_numbers_that_are_none_and_parts_that_do_not_fit_are_told(
    fitted: FittedModel, tmp_path: Path, name: str, spoil: Callable[[np.ndarray], np.ndarray]
) -> None:
    tensors, notes = opened(fitted, tmp_path)
    key = next(key for key in tensors if key.startswith(name))
    with pytest.raises(ModelTrouble) as told:
        load(fitted, tmp_path, closed(tensors | {key: spoil(tensors[key].copy())}, notes))
    assert "Teach the recipe again" in told.value.remedy


def test_a_header_that_says_nan_is_told(fitted: FittedModel, tmp_path: Path) -> None:
    tensors, notes = opened(fitted, tmp_path)
    with pytest.raises(ModelTrouble, match="is no memory model"):
        load(fitted, tmp_path, closed(tensors, notes | {"light": float("nan")}))


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "template"},
        {"kind": None},
        {"images": "abcdef"},
        {"images": [1, 2, 3, 4, 5, 6]},
        {"memories": [2, 1]},
        {"memories": "21"},
        {"tolerated": "a"},
    ],
)
def test_a_header_of_another_kind_or_that_does_not_fit_is_told(
    fitted: FittedModel, tmp_path: Path, wrong: dict[str, object]
) -> None:
    tensors, notes = opened(fitted, tmp_path)
    spare = {
        f"tolerated.{name}.{place}": tensors[f"{name}.{place}.0"][:0]
        for name in ("codes", "owners")
        for place in (0, 1)
    }
    with pytest.raises(ModelTrouble, match="is no memory model"):
        load(fitted, tmp_path, closed(tensors | spare, notes | wrong))


@pytest.mark.parametrize("revision", [None, 2, 4, "3"])
def test_a_model_of_frames_seen_in_another_way_is_told(fitted: FittedModel, tmp_path: Path, revision: object) -> None:
    tensors, notes = opened(fitted, tmp_path)
    with pytest.raises(ModelTrouble, match="looks at frames in another way"):
        load(fitted, tmp_path, closed(tensors, notes | {"sight": revision}))


def test_a_header_that_names_no_kind_is_told(fitted: FittedModel, tmp_path: Path) -> None:
    tensors, notes = opened(fitted, tmp_path)
    with pytest.raises(ModelTrouble, match="is no memory model"):
        load(fitted, tmp_path, closed(tensors, {key: value for key, value in notes.items() if key != "kind"}))


def test_a_file_of_a_newer_loupe_says_so(fitted: FittedModel, tmp_path: Path) -> None:
    tensors, notes = opened(fitted, tmp_path)
    with pytest.raises(ModelTrouble, match="newer Loupe"):
        load(fitted, tmp_path, closed(tensors, notes | {"layout": 2}))


def opened(fitted: FittedModel, folder: Path) -> tuple[dict[str, np.ndarray], dict[str, object]]:
    path = folder / fitted.file_name
    path.write_bytes(fitted.content)
    length = int.from_bytes(fitted.content[:8], "little")
    notes = json.loads(json.loads(fitted.content[8 : 8 + length])["__metadata__"]["loupe"])
    return load_file(path), notes


def closed(tensors: dict[str, np.ndarray], notes: dict[str, object]) -> bytes:
    return save(tensors, metadata={"loupe": json.dumps(notes)})


def test_a_flipped_bit_anywhere_is_told_or_shows_in_the_hash(fitted: FittedModel, tmp_path: Path) -> None:
    """A recipe is loaded with its files' hashes compared, so a model of another hash never judges."""
    rng = np.random.default_rng(11)
    own = load(fitted, tmp_path).model_hash
    length = 8 + int.from_bytes(fitted.content[:8], "little")
    places = [*rng.integers(0, length, 20), *rng.integers(length, len(fitted.content), 30)]
    for place in places:
        content = bytearray(fitted.content)
        content[place] ^= 1 << int(rng.integers(8))
        assert told_hash(fitted, tmp_path, bytes(content)) != own


def told_hash(fitted: FittedModel, folder: Path, content: bytes) -> str:
    """The hash of the model in a file, "" for one that is refused."""
    try:
        return load(fitted, folder, content).model_hash
    except ModelTrouble:
        return ""


def test_a_file_cut_off_anywhere_is_told(fitted: FittedModel, tmp_path: Path) -> None:
    for length in np.random.default_rng(12).integers(0, len(fitted.content), 20):
        with pytest.raises(ModelTrouble, match=fitted.file_name):
            load(fitted, tmp_path, fitted.content[:length])


def test_good_frames_of_one_picture_make_every_other_one_odd(tmp_path: Path) -> None:
    same, settings = [good_frame(0)] * 6, learned_once("memory").settings
    fitted = fit_model("memory", settings, same, seed=0, progress=lambda *_: None, cancelled=lambda: False)
    spoiled = good_frame(0).pixels.copy()
    spoiled[10:30, 20:40] = 255
    predictor = load(fitted, tmp_path)
    assert predictor.predict(good_frame(0)).score <= max(fitted.good_scores)
    assert predictor.predict(Frame(pixels=spoiled)).score > 2 * max(fitted.good_scores)
