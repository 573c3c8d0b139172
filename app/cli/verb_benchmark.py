"""`loupe benchmark`: how fast this machine judges, side by side with anomalib's PatchCore and with float32."""

import tempfile
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.cli.output import Output
from app.cli.verb import Call, Verb
from vision.detectors.family import FitRequest
from vision.detectors.threads import usable_threads
from vision.evaluation import EvaluationItem, evaluate, read_mvtec
from vision.evaluation.side_by_side import Judge, Timing, side_by_side
from vision.images import find_images, read_image
from vision.inspection import Frame, Thresholds, as_pixels8
from vision.runtime.memory.file import FILE_NAME, read_model
from vision.runtime.memory.fit import fit_memory
from vision.runtime.memory.model import MemoryModel
from vision.runtime.memory.settings import MemorySettings
from vision.synth.render import render
from vision.synth.scene import draw_scene

GOOD_IMAGES = 200
"""What every memory is as large as."""
SMALL_PX = 256
OURS = "Loupe, default"
_SIZE = (1280, 1024)
_TAUGHT = 24
_SHOWN = 8
_ANY = Thresholds(t1=0, t2=0)
"""The AUROC asks for none."""
Pixels = NDArray[np.uint8]


@dataclass(frozen=True, kw_only=True)
class _Amount:
    repeats: int
    taught: int


_WHOLE = _Amount(repeats=40, taught=_TAUGHT)
_QUICK = _Amount(repeats=5, taught=6)


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--quick", action="store_true", help="fewer repeats, for a first impression")
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DATASET_DIR",
        help="train/good, test/ and ground_truth/ as in MVTec AD: also what whole numbers cost in image AUROC",
    )


def _run(call: Call) -> int:
    folder = call.arguments.data
    items = None if folder is None else read_mvtec(folder)
    amount, output = _QUICK if call.arguments.quick else _WHOLE, call.output
    output.say(f"Rendering {amount.taught + _SHOWN} pictures of {_SIZE[0]} x {_SIZE[1]} px")
    pictures = [
        np.asarray(render(draw_scene(0, part, size=_SIZE)).pixels, np.uint8) for part in range(amount.taught + _SHOWN)
    ]
    judges = _judges(pictures[_SHOWN:], output)
    timings = side_by_side(judges, pictures[:_SHOWN], amount.repeats, lambda done: _tell(output, done, amount.repeats))
    values: dict[str, Any] = {
        "unit": {"_ms": "milliseconds a picture", "_s": "seconds a picture", "ratio": "median beside Loupe's default"},
        "picture_width_px": _SIZE[0],
        "picture_height_px": _SIZE[1],
        "threads": usable_threads(),
        "repeats": amount.repeats,
        "good_images": GOOD_IMAGES,
        "judges": [one.as_json() | {"ratio": round(one.median_ms / timings[0].median_ms, 2)} for one in timings],
        "image_auroc": None if items is None else _quality(folder, items, output),
    }
    output.emit(values, "\n".join(_lines(timings, values)))
    return 0


def _judges(good: Sequence[Pixels], output: Output) -> dict[str, Judge]:
    """Everything that is timed; ours comes first."""
    from vision.export.float_twin import float_twin
    from vision.models.peers import MOBILE, WIDE, peer_judge

    output.say("Teaching")
    default, small = _taught(good, MemorySettings()), _taught(good, MemorySettings(long_side_px=SMALL_PX))
    twin = float_twin(default)
    output.say("Making the others; their weights and memories are random, which does not change their time")
    return {
        OURS: lambda pixels: default.predict(pixels, None),
        f"Loupe, {SMALL_PX} px": lambda pixels: small.predict(pixels, None),
        "Loupe in float32 (ONNX Runtime)": lambda pixels: twin.predict(pixels, None),
        "anomalib PatchCore, MobileNetV2, 256 px": peer_judge(MOBILE, GOOD_IMAGES),
        "anomalib PatchCore, its default (WRN50)": peer_judge(WIDE, GOOD_IMAGES),
    }


def _taught(good: Sequence[Pixels], settings: MemorySettings) -> MemoryModel:
    """Through the file, as at the line. What is remembered has the same size however many images it was chosen from."""
    request = FitRequest(settings=settings, frames=[Frame(pixels=pixels) for pixels in good])
    learned = fit_memory(request, lambda stage, done, total: None, lambda: False)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, FILE_NAME)
        path.write_bytes(learned.content)
        return read_model(path, settings)[0]


def _quality(folder: Path, items: Sequence[EvaluationItem], output: Output) -> dict[str, float] | None:
    """Image AUROC of a set in whole numbers and in float32; None for a set without both kinds."""
    from vision.export.float_twin import float_twin

    output.say("Teaching from the set's good images")
    found = map(read_image, find_images(folder / "train" / "good"))
    good = [as_pixels8(Frame(pixels=pixels, bit_depth=bit_depth)) for pixels, bit_depth in found]
    model = _taught(good, MemorySettings())
    output.say(f"Judging its {len(items)} images twice")
    whole, floats = _auroc(model, items), _auroc(float_twin(model), items)
    if whole is None or floats is None:
        return None
    return {"int8": round(whole, 4), "float32": round(floats, 4), "difference": round(whole - floats, 4)}


def _auroc(model: MemoryModel, items: Sequence[EvaluationItem]) -> float | None:
    return evaluate(lambda frame: model.predict(as_pixels8(frame), None), _ANY, items).image_auroc


def _tell(output: Output, done: int, total: int) -> None:
    if done % 10 == 0 or done == total:
        output.say(f"{done} of {total} rounds")


def _lines(timings: Sequence[Timing], values: dict[str, Any]) -> list[str]:
    lines = [f"{'ms a picture':<42}{'min':>9}{'median':>9}{'p99':>9}{'CPU':>9}{'ratio':>8}"]
    for one in timings:
        ratio = one.median_ms / timings[0].median_ms
        times = (one.min_ms, one.median_ms, one.p99_ms, one.cpu_s * 1000)
        lines.append(f"{one.name:<42}" + "".join(f"{time_ms:9.2f}" for time_ms in times) + f"{ratio:8.2f}")
    if values["image_auroc"] is not None:
        lines.append(
            "image AUROC  " + ", ".join(f"{name} {value:.4f}" for name, value in values["image_auroc"].items())
        )
    return lines


VERB = Verb(
    name="benchmark",
    help="Time the engine on this machine beside anomalib's PatchCore and float32.",
    run=_run,
    add_arguments=_add_arguments,
)
