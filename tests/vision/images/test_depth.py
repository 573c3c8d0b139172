"""The bit depth that files note: Loupe's own frames and those of other software."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray

from vision.images import ImageTrouble, encode_frame, encode_png, read_image
from vision.inspection import Frame, as_pixels8

TWELVE = (np.arange(48, dtype=np.uint16) * 85).reshape(6, 8)
"""Up to 3995 of 4095."""


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(pixels: NDArray[Any], *chunks: bytes) -> bytes:
    """A PNG with chunks between its header and its pixels."""
    plain = encode_png(pixels)
    return plain[:33] + b"".join(chunks) + plain[33:]


@pytest.fixture
def depth_of(tmp_path: Path) -> Callable[..., int]:
    def depth(content: bytes, name: str = "a.png") -> int:
        (tmp_path / name).write_bytes(content)
        return read_image(tmp_path / name)[1]

    return depth


@pytest.mark.parametrize("shape", [(6, 8), (6, 8, 3)])
@pytest.mark.parametrize("bits", [8, 10, 12, 14, 16])
def test_a_frame_comes_back_with_its_depth(tmp_path: Path, bits: int, shape: tuple[int, ...]) -> None:
    kind = np.dtype(np.uint8 if bits == 8 else np.uint16)
    pixels: NDArray[Any] = np.random.default_rng(bits).integers(0, 2**bits, shape).astype(kind)
    (tmp_path / "a.png").write_bytes(encode_frame(Frame(pixels=pixels, bit_depth=bits)))
    back, depth = read_image(tmp_path / "a.png")
    assert (back.dtype, depth) == (kind, bits)
    np.testing.assert_array_equal(back, pixels)


def test_the_note_is_found_behind_others(depth_of: Callable[..., int]) -> None:
    gamma = chunk(b"gAMA", struct.pack(">I", 100_000))
    assert depth_of(png(TWELVE, gamma, chunk(b"sBIT", b"\x0c"))) == 12


def test_colours_count_and_alpha_does_not(depth_of: Callable[..., int]) -> None:
    rgb = np.dstack([TWELVE] * 3)
    assert depth_of(png(rgb, chunk(b"sBIT", bytes([10, 12, 10])))) == 12
    rows = b"".join(b"\0" + row.tobytes() for row in np.dstack([rgb, rgb[:, :, :1]]).astype(">u2"))
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 6, 16, 6, 0, 0, 0))
    parts = header, chunk(b"sBIT", bytes([12, 12, 12, 16])), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")
    assert depth_of(b"\x89PNG\r\n\x1a\n" + b"".join(parts)) == 12


def test_pixels_moved_up_to_the_whole_range_use_16_bits(depth_of: Callable[..., int]) -> None:
    """As PNG wants it beside the note: other software does."""
    assert depth_of(png(TWELVE << 4, chunk(b"sBIT", b"\x0c"))) == 16


@pytest.mark.parametrize("noted", [0, 7, 17, 255])
def test_a_note_that_cannot_be_is_none(depth_of: Callable[..., int], noted: int) -> None:
    assert depth_of(png(np.zeros((6, 8), np.uint16), chunk(b"sBIT", bytes([noted])))) == 16


@pytest.mark.parametrize("noted", [5, 12])
def test_the_note_of_shallow_pixels_is_no_matter(depth_of: Callable[..., int], noted: int) -> None:
    plain = encode_png(np.zeros((6, 8), np.uint8))
    assert depth_of(plain[:33] + chunk(b"sBIT", bytes([noted])) + plain[33:]) == 8


def test_a_damaged_note_is_a_damaged_image(depth_of: Callable[..., int]) -> None:
    damaged = png(TWELVE, chunk(b"sBIT", b"\x0c")).replace(b"sBIT\x0c", b"sBIT\x0e")
    with pytest.raises(ImageTrouble, match=r"a\.png is damaged"):
        depth_of(damaged)


def test_dark_pixels_without_a_note_are_not_guessed_at(depth_of: Callable[..., int]) -> None:
    assert depth_of(encode_png(TWELVE)) == 16
    assert depth_of(png(TWELVE, chunk(b"gAMA", struct.pack(">I", 100_000)))) == 16


@pytest.mark.parametrize(
    ("tags", "depth"),
    [
        ([], 16),
        ([(341, 3, 1, 4095, True)], 12),
        ([(341, 3, 1, 16383, True)], 14),
        ([(341, 3, 1, 3995, True)], 16),  # no range but its brightest pixel
        ([(281, 3, 1, 4095, True)], 16),  # MaxSampleValue
        ([(341, 3, 1, 1023, True)], 16),  # below its own pixels
    ],
)
def test_a_tiff_notes_its_range(
    tmp_path: Path, depth_of: Callable[..., int], tags: list[tuple[int, int, int, Any, bool]], depth: int
) -> None:
    tifffile.imwrite(tmp_path / "made.tif", TWELVE, extratags=tags)
    assert depth_of((tmp_path / "made.tif").read_bytes(), "a.tif") == depth


def test_a_colour_tiff_notes_it_for_each_channel(tmp_path: Path, depth_of: Callable[..., int]) -> None:
    tags = [(341, 3, 3, (4095, 4095, 4095), True)]
    tifffile.imwrite(tmp_path / "made.tif", np.dstack([TWELVE] * 3), photometric="rgb", extratags=tags)
    assert depth_of((tmp_path / "made.tif").read_bytes(), "a.tif") == 12


def packed_tiff(pixels: NDArray[np.uint16], bits: int) -> bytes:
    """An uncompressed TIFF whose pixels take that many bits each; a row's bits fill whole bytes."""
    height, width = pixels.shape
    rows = np.packbits((pixels[:, :, None] >> np.arange(bits)[::-1] & 1).reshape(height, -1).astype(np.uint8), axis=1)
    tags = {256: width, 257: height, 258: bits, 259: 1, 262: 1, 273: 122, 277: 1, 278: height, 279: rows.size}
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags.items())
    return b"II*\0" + struct.pack("<IH", 8, len(tags)) + entries + bytes(4) + rows.tobytes()


def test_packed_bits_of_a_tiff_are_as_bright_as_a_frame(tmp_path: Path) -> None:
    (tmp_path / "a.tif").write_bytes(packed_tiff(TWELVE, 12))
    pixels, depth = read_image(tmp_path / "a.tif")
    seen = as_pixels8(Frame(pixels=pixels, bit_depth=depth))
    np.testing.assert_array_equal(seen, as_pixels8(Frame(pixels=TWELVE, bit_depth=12)))


@pytest.mark.parametrize(
    ("kind", "header", "depth"),
    [
        ("pgm", b"P5\n8 6\n4095\n", 12),
        ("pgm", b"P5\n# 8 bits? 255\n8 # wide\n6 4095\n", 12),
        ("pgm", b"P5 8 6 65535\n", 16),
        ("ppm", b"P6\n8 6\n4095\n", 12),
    ],
)
def test_pgm_and_ppm_note_it_in_their_header(
    depth_of: Callable[..., int], kind: str, header: bytes, depth: int
) -> None:
    pixels = TWELVE if kind == "pgm" else np.dstack([TWELVE] * 3)
    assert depth_of(header + pixels.astype(">u2").tobytes(), f"a.{kind}") == depth
