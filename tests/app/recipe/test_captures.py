"""Captured good parts on disk."""

from pathlib import Path

import numpy as np
import pytest

from app.recipe.captures import Captures
from app.recipe.images import read_part
from vision.inspection import Frame, as_pixels8


@pytest.mark.parametrize(("bit_depth", "dtype"), [(8, np.uint8), (10, np.uint16), (12, np.uint16), (16, np.uint16)])
def test_a_captured_part_is_taught_as_bright_as_the_line_sees_it(tmp_path: Path, bit_depth: int, dtype: type) -> None:
    pixels = np.linspace(0, 2**bit_depth - 1, 48).reshape(6, 8).astype(dtype)
    frame = Frame(pixels=pixels, bit_depth=bit_depth)
    kept = read_part(Captures(tmp_path).add(frame))
    assert np.array_equal(as_pixels8(kept), as_pixels8(frame))
