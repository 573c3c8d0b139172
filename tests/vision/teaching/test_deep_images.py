"""Good images whose files say 16 bits: one dark picture proves nothing, a whole set of them is told."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from vision.images import encode_frame, encode_png
from vision.inspection import Frame
from vision.teaching import TeachTrouble
from vision.teaching.evidence import warnings_of
from vision.teaching.images import Survey, survey_images


def pixels(seed: int, high: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(high // 3, high, (48, 64)).astype(np.uint16)


def write(folder: Path, contents: Sequence[bytes]) -> list[Path]:
    paths = [folder / f"{number}.png" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return paths


def survey(images: Sequence[Path | Frame]) -> Survey:
    return survey_images(images, skip_bad=False, progress=lambda *_: None, cancelled=lambda: False)


BLACK = encode_png(pixels(9, 60))
"""What a covered lens leaves in 16 bits."""


@pytest.mark.parametrize("high", [1024, 4096])
def test_a_set_of_fewer_bits_in_16_is_refused(tmp_path: Path, high: int) -> None:
    files = write(tmp_path, [encode_png(pixels(seed, high)) for seed in range(3)] + [BLACK])
    with pytest.raises(TeachTrouble, match=r"above 4095 of 65535: they seem to hold 12 bits or fewer") as told:
        survey(files)
    assert told.value.meaning == "Nothing is taught."
    assert "bit depth" in told.value.remedy
    with pytest.raises(TeachTrouble, match="12 bits or fewer"):
        survey([*files, Frame(pixels=np.full((48, 64), 90, np.uint8))])


def test_one_dark_picture_among_brighter_ones_is_taught(tmp_path: Path) -> None:
    files = write(tmp_path, [encode_png(pixels(seed, 4000 if seed else 5000)) for seed in range(3)])
    found = survey(files)
    assert found.n_read == 3
    [said] = warnings_of(found, 40)
    assert said.startswith("2 of the 16-bit images seem to hold 12 bits or fewer")


def test_noted_bits_and_frames_of_a_camera_are_taught(tmp_path: Path) -> None:
    frames = [Frame(pixels=pixels(seed, 4096), bit_depth=12) for seed in range(3)]
    found = survey(write(tmp_path, [encode_frame(frame) for frame in frames]))
    assert (found.n_read, found.blank) == (3, {})
    assert survey([Frame(pixels=pixels(seed, 4000), bit_depth=16) for seed in range(3)]).n_read == 3


def test_black_pictures_of_16_bits_are_still_told_as_black(tmp_path: Path) -> None:
    files = write(tmp_path, [encode_png(pixels(seed, 60)) for seed in range(3)])
    with pytest.raises(TeachTrouble, match="black, white or of one grey"):
        survey(files)
