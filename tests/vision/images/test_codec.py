"""Image files: what a person would call an image becomes pixels, everything else a sentence that names the file."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from vision.images import ImageTrouble, encode_png, find_images, read_image

RGB = np.arange(6 * 8 * 3, dtype=np.uint8).reshape(6, 8, 3)


def save(path: Path, image: Image.Image, **options: object) -> Path:
    image.save(path, **options)  # type: ignore[arg-type]
    return path


def test_colour_comes_back_in_rgb_order(tmp_path: Path) -> None:
    pixels, depth = read_image(save(tmp_path / "a.png", Image.fromarray(RGB)))
    assert depth == 8
    np.testing.assert_array_equal(pixels, RGB)


def test_grey_stays_one_channel(tmp_path: Path) -> None:
    pixels, _ = read_image(save(tmp_path / "a.png", Image.fromarray(RGB[:, :, 0])))
    np.testing.assert_array_equal(pixels, RGB[:, :, 0])


def test_an_alpha_channel_is_dropped(tmp_path: Path) -> None:
    rgba = np.dstack([RGB, np.full((6, 8), 128, np.uint8)])
    pixels, _ = read_image(save(tmp_path / "a.png", Image.fromarray(rgba)))
    np.testing.assert_array_equal(pixels, RGB)


def test_sixteen_bits_are_kept(tmp_path: Path) -> None:
    deep = (np.arange(48, dtype=np.uint16) * 1000).reshape(6, 8)
    cv2.imwrite(str(tmp_path / "a.png"), deep)
    pixels, depth = read_image(tmp_path / "a.png")
    assert (pixels.dtype, depth) == (np.uint16, 16)
    np.testing.assert_array_equal(pixels, deep)


def test_a_cmyk_jpeg_is_read_as_a_person_sees_it(tmp_path: Path) -> None:
    red = Image.new("RGB", (16, 16), (200, 30, 30)).convert("CMYK")
    pixels, _ = read_image(save(tmp_path / "a.jpg", red, quality=95))
    assert pixels.shape == (16, 16, 3)
    assert pixels[8, 8, 0] > pixels[8, 8, 1] + 80


def test_exif_rotation_is_applied(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    pixels, _ = read_image(save(tmp_path / "a.jpg", Image.new("RGB", (40, 20)), exif=exif))
    assert pixels.shape[:2] == (40, 20)


def test_png_bytes_are_lossless(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(encode_png(RGB))
    np.testing.assert_array_equal(read_image(tmp_path / "a.png")[0], RGB)


def noise_file(path: Path) -> bytes:
    noise = np.random.default_rng(0).integers(0, 255, (64, 64, 3)).astype(np.uint8)
    return save(path, Image.fromarray(noise)).read_bytes()


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".bmp", ".tif", ".webp"])
def test_a_truncated_file_is_refused_and_named(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"cut{suffix}"
    data = noise_file(path)
    for share in (0.05, 0.5, 0.95):
        path.write_bytes(data[: int(len(data) * share)])
        with pytest.raises(ImageTrouble, match=f"cut{suffix}"):
            read_image(path)


@pytest.mark.parametrize("content", [b"", b"not an image", b"\x89PNG\r\n\x1a\n" + b"\0" * 64, b"GIF89a\0\0"])
def test_files_that_are_no_image_are_refused_and_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "strange.png"
    path.write_bytes(content)
    with pytest.raises(ImageTrouble, match=r"strange\.png"):
        read_image(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImageTrouble, match="does not exist") as missing:
        read_image(tmp_path / "missing.png")
    with pytest.raises(ImageTrouble, match="is a folder") as folder:
        read_image(tmp_path)
    assert missing.value.remedy
    assert folder.value.remedy
    with pytest.raises(ImageTrouble):
        read_image(Path("a\0b.png"))


def test_an_image_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    Image.new("1", (40_000, 40_000)).save(path)
    with pytest.raises(ImageTrouble, match=r"bomb\.png is too large"):
        read_image(path)


def test_images_are_found_below_a_folder_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.png", "a.JPG", "sub/c.tif", ".hidden.png", "notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in find_images(tmp_path)] == ["a.JPG", "b.png", "c.tif"]


def test_folders_without_images_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImageTrouble, match="no image in"):
        find_images(tmp_path)
    with pytest.raises(ImageTrouble, match="does not exist") as missing:
        find_images(tmp_path / "missing")
    assert missing.value.remedy
