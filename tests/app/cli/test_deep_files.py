"""Frames of 12 bits as files: taught, inspected and evaluated as bright as the line saw them."""

import shutil
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from app.history.export import export_record
from tests.app.cli.calls import RECIPE, SIZE, Loupe
from tests.grabbing import grabbed
from tests.vision.storage.parts import Line
from tests.weights import TINY
from vision.detectors import load_predictor
from vision.images import encode_frame, find_images, read_image
from vision.inspection import Frame, InspectionRecord, ManualClock
from vision.recipe import CameraSettings, RecipeLibrary
from vision.storage import Home, Store
from vision.teaching import Taught, TeachRequest, teach


def deep_frames(count: int) -> list[Frame]:
    """Good parts as a camera of 12 bits delivers them."""
    spec = f"virtual:defect_rate=0,width={SIZE[0]},height={SIZE[1]},seed=3"
    return grabbed(spec, count, settings=CameraSettings(pixel_format="Mono12"))


def export(store: Store, record: InspectionRecord, folder: Path) -> None:
    export_record(record, lambda view: store.read_frame(record, view.view), folder)


def exported(frames: list[Frame], folder: Path) -> list[Path]:
    """The frames stored by Loupe and then exported as from History."""
    with Store(Home(folder / "line").prepare()) as store:
        line = Line(store, ManualClock())
        for frame in frames:
            intent = line.intent()
            sequence = store.begin(intent)
            stored = store.save_frame(intent.inspection_id, sequence, "top", frame, None)
            view = replace(line.see(intent, sequence, "other"), view="top", image=stored.path, image_hash=stored.sha256)
            record = store.complete(line.record(intent, sequence, views=(view,)))
            export(store, record, folder / "exported")
    return find_images(folder / "exported")


def taught_from(images: list[Path] | list[Frame], home: Home, name: str) -> Taught:
    request = TeachRequest(recipes=RecipeLibrary(home.recipes), recipe=name, images=images, model_settings=TINY, seed=3)
    return teach(request, progress=lambda _: None, cancelled=lambda: False)


def test_exported_frames_are_taught_and_inspected_as_the_frames_themselves(
    loupe: Loupe, home: Home, tmp_path: Path
) -> None:
    *frames, other = deep_frames(9)
    *files, last = exported([*frames, other], tmp_path)
    assert (other.bit_depth, other.pixels.max() > 1023) == (12, True)
    by_frames, by_files = taught_from(frames, home, "Frames"), taught_from(files, home, "Files")
    assert (by_files.t1, by_files.t2) == (by_frames.t1, by_frames.t2)
    score = load_predictor(by_frames.recipe.views[0], by_frames.folder).predict(other).score
    assert loupe("inspect", last, "--recipe", "Files").one["score"] == pytest.approx(score, rel=1e-6)


def twelve_bits(path: Path) -> None:
    """The same picture with four more bits, which 8-bit models do not see."""
    pixels = read_image(path)[0]
    fine = np.random.default_rng(0).integers(0, 16, pixels.shape, np.uint16)
    path.write_bytes(encode_frame(Frame(pixels=(pixels.astype(np.uint16) << 4) | fine, bit_depth=12)))


def test_a_labelled_set_of_12_bits_has_the_figures_of_8_bits(
    loupe: Loupe, home: Home, dataset: Path, tmp_path: Path
) -> None:
    for part in ("test", "ground_truth"):
        shutil.copytree(dataset / part, tmp_path / "set" / part)
    for path in find_images(tmp_path / "set" / "test"):
        twelve_bits(path)
    expected, found = (loupe("evaluate", folder, "--recipe", RECIPE).one for folder in (dataset, tmp_path / "set"))
    assert expected["image_auroc"] > 0
    for figures in (expected, found):
        del figures["latency_ms_p50"], figures["latency_ms_p99"]
    assert found == expected


def test_12_bits_without_a_note_are_refused_in_words(loupe: Loupe, home: Home, tmp_path: Path) -> None:
    for number, frame in enumerate(deep_frames(4)):
        cv2.imwrite(str(tmp_path / f"{number}.png"), frame.pixels)
    told = loupe("teach", tmp_path, "--recipe", "Neu").sentence
    assert "seem to hold 12 bits or fewer" in told
    assert "sBIT" in told
    assert "lens cap" not in told
    assert not RecipeLibrary(home.recipes).versions("Neu")
