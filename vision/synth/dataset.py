"""Writes a rendered set in the layout of MVTec AD, with exact masks: for tests, the demo and a first try of a recipe."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.inspection import PixelArray
from vision.synth.render import Rendered, render
from vision.synth.scene import FRAME_HEIGHT, FRAME_WIDTH, DefectKind, draw_defect, draw_scene

_TRAIN, _TEST, _DEFECT = 0, 1, 2
"""Each share of a set is a line of its own, so that making one longer leaves the others as they are."""


def good_frames(seed: int, n: int, *, size: tuple[int, int] = (FRAME_WIDTH, FRAME_HEIGHT)) -> Iterator[PixelArray]:
    """The pixels of `n` good parts, (H, W) uint8 each; `size` is (width, height)."""
    return (_good(seed, _TRAIN, part, size).pixels for part in range(n))


def defective_parts(seed: int, n: int, *, size: tuple[int, int] = (FRAME_WIDTH, FRAME_HEIGHT)) -> Iterator[Rendered]:
    """`n` parts with one defect each, the kinds in turn."""
    for part in range(n):
        kind = list(DefectKind)[part % len(DefectKind)]
        yield _defective(seed, part, kind, size)


def write_dataset(
    folder: Path,
    seed: int = 0,
    *,
    train_good: int = 30,
    test_good: int = 10,
    test_defect: int = 16,
    size: tuple[int, int] = (FRAME_WIDTH, FRAME_HEIGHT),
) -> None:
    """Write `train/good`, `test/good`, `test/<kind>` and `ground_truth/<kind>/<name>_mask.png` below `folder`.

    Args:
        folder: made when missing; files of the same name are replaced.
        test_defect: defective parts in all, the kinds in turn.
        size: (width, height) in pixels.

    Raises:
        OSError: the folder cannot be written.
    """
    for part, pixels in enumerate(good_frames(seed, train_good, size=size)):
        _write(folder / "train" / "good" / f"{part:03d}.png", pixels)
    for part in range(test_good):
        _write(folder / "test" / "good" / f"{part:03d}.png", _good(seed, _TEST, part, size).pixels)
    for part, rendered in enumerate(defective_parts(seed, test_defect, size=size)):
        kind, name = rendered.defects[0].kind, f"{part // len(DefectKind):03d}"
        _write(folder / "test" / kind / f"{name}.png", rendered.pixels)
        _write(folder / "ground_truth" / kind / f"{name}_mask.png", rendered.mask.astype(np.uint8) * np.uint8(255))


def _good(seed: int, share: int, part: int, size: tuple[int, int]) -> Rendered:
    return render(draw_scene(_line(seed, share), part, size=size))


def _defective(seed: int, part: int, kind: DefectKind, size: tuple[int, int]) -> Rendered:
    """A part whose defect can be seen: one that shows on no pixel is drawn again."""
    scene = draw_scene(_line(seed, _DEFECT), part, size=size)
    for attempt in range(20):
        rng = np.random.default_rng([_line(seed, _DEFECT), part, attempt])
        rendered = render(replace(scene, defects=(draw_defect(rng, kind),)))
        if rendered.mask.any():
            break
    return rendered


def _line(seed: int, share: int) -> int:
    return 10 * seed + share + 1_000_000


def _write(path: Path, pixels: PixelArray | NDArray[np.uint8]) -> None:
    done, data = cv2.imencode(".png", pixels)
    if not done:
        raise OSError(f"{path} cannot be encoded")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.tobytes())
