"""What patches see, also at the border."""

import numpy as np
import pytest

from vision.runtime.memory.coder import BEYOND_PX, EMBEDDED_FILE, Coder, Pixels

SIZE = (160, 192)
LINES = {
    "left": np.s_[40:120, :2],
    "right": np.s_[40:120, -2:],
    "upper": np.s_[:2, 40:150],
    "lower": np.s_[-2:, 40:150],
}


def surface() -> Pixels:
    return np.random.default_rng(0).normal(120, 4, SIZE).clip(0, 255).astype(np.uint8)


def moved_by(coder: Coder, line: tuple[slice, slice]) -> float:
    """How far the code of the patch that sees it best moves when a dark line is drawn."""
    marked = surface()
    marked[line] = 20
    plain, other = (coder.codes(picture).codes.astype(np.float32) for picture in (surface(), marked))
    return float(np.linalg.norm(other - plain, axis=1).max())


@pytest.mark.parametrize(("one", "other"), [("left", "right"), ("upper", "lower")])
def test_a_line_is_seen_alike_at_every_border(one: str, other: str) -> None:
    graph = EMBEDDED_FILE.read_bytes()
    coder, before = Coder(graph, BEYOND_PX), Coder(graph)
    assert moved_by(coder, LINES[other]) > 0.6 * moved_by(coder, LINES[one])
    assert moved_by(coder, LINES[other]) > 1.3 * moved_by(before, LINES[other])


def test_the_grid_is_that_of_the_picture() -> None:
    graph = EMBEDDED_FILE.read_bytes()
    grids = [Coder(graph, beyond_px).codes(surface()) for beyond_px in (0, BEYOND_PX)]
    assert {(grid.rows, grid.columns, grid.codes.shape) for grid in grids} == {(20, 24, (480, 192))}
    far = np.s_[:6, :8]
    seen = [grid.codes.reshape(20, 24, 192)[far] for grid in grids]
    assert np.array_equal(*seen)
