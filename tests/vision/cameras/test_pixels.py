import numpy as np
import pytest

from vision.cameras.pixels import is_convertible, sfnc_name, to_pixels


def test_colour_orders_become_rgb():
    red = {"RGB8": [200, 10, 20], "BGR8": [20, 10, 200], "RGBa8": [200, 10, 20, 255], "BGRa8": [20, 10, 200, 255]}
    for name, pixel in red.items():
        data = np.array(pixel * 6, dtype=np.uint8)
        pixels, bits = to_pixels(data, (2, 3), name)
        assert pixels.shape == (2, 3, 3)
        assert bits == 8
        assert pixels[1, 2].tolist() == [200, 10, 20]


@pytest.mark.parametrize("bits", [8, 10, 12, 16])
def test_mono_keeps_every_bit_and_is_a_copy(bits):
    data = np.full(12, (1 << bits) - 1, dtype=np.uint8 if bits == 8 else np.uint16)
    pixels, depth = to_pixels(data, (3, 4), f"Mono{bits}")
    data[:] = 0
    assert depth == bits
    assert pixels.shape == (3, 4)
    assert (pixels == (1 << bits) - 1).all()


@pytest.mark.parametrize(("pattern", "red_at"), [("RG", (0, 0)), ("GR", (0, 1)), ("GB", (1, 0)), ("BG", (1, 1))])
@pytest.mark.parametrize("bits", [8, 12])
def test_bayer_puts_red_where_the_red_filter_is(pattern, red_at, bits):
    mosaic = np.zeros((16, 16), dtype=np.uint8 if bits == 8 else np.uint16)
    mosaic[red_at[0] :: 2, red_at[1] :: 2] = 200
    pixels, depth = to_pixels(mosaic, (16, 16), f"Bayer{pattern}{bits}")
    assert depth == bits
    assert pixels.dtype == mosaic.dtype
    assert pixels[8, 8].tolist() == [200, 0, 0]


def test_a_short_buffer_and_a_strange_format_are_refused():
    with pytest.raises(ValueError, match="reshape"):
        to_pixels(np.zeros(10, np.uint8), (3, 4), "Mono8")
    with pytest.raises(ValueError, match="YUV422_8"):
        to_pixels(np.zeros(24, np.uint8), (3, 4), "YUV422_8")
    assert not is_convertible("YUV422_8")


def test_older_names_are_understood():
    assert sfnc_name("BGR8Packed") == "BGR8"
    assert sfnc_name("Mono12") == "Mono12"
    assert not is_convertible("Mono12Packed")
