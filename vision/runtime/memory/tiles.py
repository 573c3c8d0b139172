"""Large pictures in overlapping tiles: the codes of the whole picture, in memory that does not grow with it.

What lies farther than 98 px from a patch does not reach its code. So each tile looks `MARGIN_PX` beyond the part
whose codes it gives, and no seam shows. On two cores this takes as long as the whole picture at once: the margins cost
what the processor's cache saves.
"""

from itertools import pairwise

import numpy as np

from vision.runtime.memory.coder import FEATURES, PATCH_PX, STRIDE_PX, Coder, PatchGrid, Pixels

PIECE_PX = 832
"""Side of the square that one tile gives codes for, at most; the tile itself is two margins larger."""
MARGIN_PX = 112


def tiled_codes(coder: Coder, picture: Pixels) -> PatchGrid:
    """As `Coder.codes`, for pictures of any size."""
    height, width = picture.shape[:2]
    if max(height, width) <= PIECE_PX:
        return coder.codes(picture)
    rows, columns = height // PATCH_PX, width // PATCH_PX
    codes = np.empty((rows, columns, FEATURES), np.uint8)
    for down in _pieces(height):
        for across in _pieces(width):
            tile = _wider(down, height), _wider(across, width)
            grid = coder.codes(picture[tile])
            square = grid.codes.reshape(grid.rows, grid.columns, FEATURES)
            inner = _patches(down, tile[0].start), _patches(across, tile[1].start)
            codes[_patches(down), _patches(across)] = square[inner]
    return PatchGrid(codes=codes.reshape(-1, FEATURES), rows=rows, columns=columns)


def _pieces(side_px: int) -> list[slice]:
    """A side cut into pieces that are nearly alike, at multiples of the backbone's stride."""
    count = -(-side_px // PIECE_PX)
    cuts = [side_px * number // (count * STRIDE_PX) * STRIDE_PX for number in range(count + 1)]
    return [slice(start, stop) for start, stop in pairwise(cuts)]


def _wider(piece: slice, side_px: int) -> slice:
    return slice(max(0, piece.start - MARGIN_PX), min(side_px, piece.stop + MARGIN_PX))


def _patches(piece: slice, origin: int = 0) -> slice:
    return slice((piece.start - origin) // PATCH_PX, (piece.stop - origin) // PATCH_PX)
