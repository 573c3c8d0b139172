"""A damaged image file is refused, or nothing of the image is lost: whatever is cut off or written over."""

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from vision.images import ImageTrouble, read_image

HEAD = 700
"""Behind the headers of all files here: what is written over is the image itself."""


def picture() -> Image.Image:
    """A photograph's kind of picture, 320 x 256: soft shapes with noise."""
    rng = np.random.default_rng(5)
    shapes = cv2.resize(rng.integers(0, 255, (16, 20, 3)).astype(np.float32), (320, 256), interpolation=cv2.INTER_CUBIC)
    return Image.fromarray(np.clip(shapes + rng.normal(0, 4, shapes.shape), 0, 255).astype(np.uint8))


def pillow(form: str, mode: str = "RGB", **options: object) -> Callable[[], bytes]:
    def make() -> bytes:
        stream = BytesIO()
        picture().convert(mode).save(stream, form, **options)
        return stream.getvalue()

    return make


def deep(suffix: str) -> Callable[[], bytes]:
    def make() -> bytes:
        grey = np.asarray(picture().convert("L"))
        return cv2.imencode(suffix, grey.astype(np.uint16) * 200)[1].tobytes()

    return make


FORMS: dict[str, Callable[[], bytes]] = {
    "plain.jpg": pillow("JPEG", quality=90),
    "grey.jpg": pillow("JPEG", "L", quality=90),
    "fine.jpg": pillow("JPEG", quality=95, subsampling=0, optimize=True),
    "restarts.jpg": pillow("JPEG", quality=90, restart_marker_rows=1),
    "print.jpg": pillow("JPEG", "CMYK", quality=90),
    "progressive.jpg": pillow("JPEG", quality=90, progressive=True),
    "colour.png": pillow("PNG"),
    "palette.png": pillow("PNG", "P"),
    "deep.png": deep(".png"),
    "deflated.tif": pillow("TIFF", compression="tiff_deflate"),
    "lzw.tif": pillow("TIFF", compression="tiff_lzw"),
    "packed.tif": pillow("TIFF", compression="packbits"),
    "jpeg.tif": pillow("TIFF", compression="jpeg"),
    "plain.tif": pillow("TIFF"),
    "deep.tif": deep(".tif"),
    "colour.bmp": pillow("BMP"),
    "lossy.webp": pillow("WEBP"),
    "lossless.webp": pillow("WEBP", lossless=True),
    "grey.pgm": pillow("PPM", "L"),
    "deep.pgm": deep(".pgm"),
    "colour.ppm": pillow("PPM"),
}
TELLING = ["plain.jpg", "grey.jpg", "fine.jpg", "restarts.jpg", "print.jpg", "progressive.jpg"]
TELLING += ["colour.png", "palette.png", "deep.png", "deflated.tif", "lzw.tif", "jpeg.tif"]
"""The forms whose own rules tell that a kilobyte of them is foreign."""


@cache
def whole(name: str) -> bytes:
    return FORMS[name]()


def is_refused_or_the_same(path: Path, data: bytes, pixels: NDArray[np.generic]) -> bool:
    path.write_bytes(data)
    try:
        return np.array_equal(read_image(path)[0], pixels)
    except ImageTrouble as trouble:
        return path.name in str(trouble)


def judged_wrongly(path: Path, damaged: Iterator[tuple[str, bytes]]) -> list[str]:
    """What was done to the file, for each damage that changed the image and was not refused."""
    path.write_bytes(whole(path.name))
    pixels, _ = read_image(path)
    return [what for what, data in damaged if not is_refused_or_the_same(path, data, pixels)]


def cut(data: bytes, ending: bytes = b"") -> Iterator[tuple[str, bytes]]:
    places = np.random.default_rng(11).integers(2, len(data), 20)
    for place in (*map(int, places), len(data) - 1, len(data) - 2, len(data) - 9):
        yield f"cut at {place}", data[:place] + ending


def written_over(data: bytes, length: int, places: int = 12) -> Iterator[tuple[str, bytes]]:
    rng = np.random.default_rng(12)
    for kind in ("noise", "zeros", "ones"):
        for place in map(int, rng.integers(HEAD, len(data) - length, places)):
            filler = {"noise": rng.bytes(length), "zeros": bytes(length), "ones": b"\xff" * length}[kind]
            yield f"{kind} at {place}", data[:place] + filler + data[place + length :]


@pytest.mark.parametrize("name", FORMS)
def test_a_file_cut_anywhere_is_never_judged(tmp_path: Path, name: str) -> None:
    assert judged_wrongly(tmp_path / name, cut(whole(name))) == []


@pytest.mark.parametrize("name", [name for name in FORMS if name.endswith(".jpg")])
def test_a_cut_jpeg_with_an_end_marker_put_back_is_never_judged(tmp_path: Path, name: str) -> None:
    assert judged_wrongly(tmp_path / name, cut(whole(name), b"\xff\xd9")) == []


@pytest.mark.parametrize("name", TELLING)
def test_a_file_with_a_kilobyte_written_over_is_never_judged(tmp_path: Path, name: str) -> None:
    assert judged_wrongly(tmp_path / name, written_over(whole(name), 1024)) == []


def test_a_progressive_jpeg_is_held_to_the_stricter_reader(tmp_path: Path) -> None:
    """Many a foreign run still reads as valid codes to libjpeg."""
    assert judged_wrongly(tmp_path / "progressive.jpg", written_over(whole("progressive.jpg"), 512, places=40)) == []


@pytest.mark.parametrize("name", ["colour.png", "palette.png", "deep.png", "deflated.tif"])
def test_a_format_with_checksums_shows_a_single_foreign_byte(tmp_path: Path, name: str) -> None:
    assert judged_wrongly(tmp_path / name, written_over(whole(name), 1)) == []


def test_the_damage_is_told_with_what_to_do_and_what_the_reader_said(tmp_path: Path) -> None:
    data = whole("plain.jpg")
    (tmp_path / "a.jpg").write_bytes(data[: len(data) // 2] + b"\xff\xd9")
    with pytest.raises(ImageTrouble, match=r"a\.jpg is damaged") as told:
        read_image(tmp_path / "a.jpg")
    assert told.value.remedy
    assert "premature end" in told.value.detail
