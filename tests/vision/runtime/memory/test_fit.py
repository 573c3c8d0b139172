"""Learning: what is looked at, and what of it is remembered."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from tests.learning import SETTINGS, SIZE, good_frame, learned_once
from vision.detectors import ModelTrouble, fit_model
from vision.inspection import Frame, PixelMask
from vision.runtime.memory.file import FILE_NAME, read_model
from vision.runtime.memory.ignored import GREY, covered
from vision.runtime.memory.model import MemoryModel
from vision.runtime.memory.settings import MemorySettings

BAND = 16
"""Rows at the top in which nobody looks; whole patches of both looks."""


def printed_frame(seed: int, level: int = 0) -> Frame:
    """A good frame under a band that is another one each time, or of one grey level."""
    pixels = good_frame(seed).pixels.copy()
    pixels[:BAND] = level or np.random.default_rng(100 + seed).integers(0, 255, (BAND, SIZE[1]))
    return Frame(pixels=pixels, source=f"{seed}.png")


def below_the_band(_: Frame) -> PixelMask:
    counts = np.ones(SIZE, np.bool_)
    counts[:BAND] = False
    return counts


def taught(folder: Path, frames: list[Frame], **settings: object) -> MemoryModel:
    fitted = fit_model(
        "memory",
        SETTINGS["memory"] | settings,
        frames,
        seed=0,
        progress=lambda *_: None,
        cancelled=lambda: False,
        counts=below_the_band,
    )
    folder.mkdir(exist_ok=True)
    (folder / FILE_NAME).write_bytes(fitted.content)
    return read_model(folder / FILE_NAME, MemorySettings.model_validate(fitted.settings))[0]


@pytest.mark.parametrize("detail", [0.0, 1.0])
def test_nothing_is_remembered_where_nobody_looks(tmp_path: Path, detail: float) -> None:
    model = taught(tmp_path, [printed_frame(seed) for seed in range(8)], detail=detail)
    rows = [memory.places[:, 1] * SIZE[0] for look in model.looks for memory in look.memories]
    assert len(rows) == (3 if detail else 2)
    assert min(one.min() for one in rows) > BAND - 4  # half a patch of a turned support copy
    assert max(one.max() for one in rows) > 0.8 * SIZE[0]


def test_what_lies_where_nobody_looks_changes_nothing(tmp_path: Path) -> None:
    model = taught(tmp_path, [printed_frame(seed) for seed in range(8)])
    counts = below_the_band(printed_frame(9))
    seen = [model.sight.pictures(printed_frame(9, level).pixels, counts) for level in (0, 1, 255)]
    for picture, *others in zip(*seen, strict=True):
        assert all(np.array_equal(picture, other) for other in others)
    dark, bright = (model.sight.pictures(printed_frame(9, level).pixels, None)[0] for level in (1, 255))
    half = slice(len(dark) // 2, None)
    assert float(dark[half].mean()) - float(bright[half].mean()) > 15


def test_a_defect_right_beside_an_ignored_region_is_seen(tmp_path: Path) -> None:
    model = taught(tmp_path, [printed_frame(seed) for seed in range(8)])
    counts = below_the_band(printed_frame(9))
    scratched = printed_frame(9).pixels.copy()
    scratched[BAND, 20:44] = 255
    assert model.predict(scratched, counts).score > 2 * model.predict(printed_frame(9).pixels, counts).score


def test_a_narrow_strip_between_ignored_regions_is_seen() -> None:
    pixels = np.random.default_rng(0).integers(0, 255, (480, 640)).astype(np.uint8)
    counts = np.zeros(pixels.shape, np.bool_)
    counts[:, 303:305] = True
    pixels[counts] = 250
    seen = covered(pixels, counts, 128)
    strip = slice(303 // 5, 305 // 5 + 1)
    assert seen.picture[:, strip].max(axis=1).min() > GREY + 20
    assert (np.delete(seen.picture, strip, axis=1) == GREY).all()
    assert seen.counts is not None
    assert seen.counts.any()


@pytest.mark.parametrize("large", [{"memory_size": 20_000}, {"pool_size": 400_000}])
def test_more_than_fits_into_memory_is_refused(monkeypatch: pytest.MonkeyPatch, large: dict[str, int]) -> None:
    monkeypatch.setattr("psutil.virtual_memory", lambda: SimpleNamespace(available=825 * 10**6))
    usual = SETTINGS["memory"] | {"pool_size": 40_000}
    frames = [good_frame(seed) for seed in range(2)]

    def teach(settings: dict[str, object]) -> None:
        fit_model("memory", settings, frames, seed=0, progress=lambda *_: None, cancelled=lambda: False)

    teach(usual)
    with pytest.raises(ModelTrouble, match=r"needs \d+ MB of memory, and 786 MB are free") as told:
        teach(usual | large)
    assert "Close other programs" in told.value.remedy


def test_the_same_frames_settings_and_seed_give_the_same_file() -> None:
    frames = [good_frame(seed) for seed in range(6)]
    again = fit_model("memory", SETTINGS["memory"], frames, seed=3, progress=lambda *_: None, cancelled=lambda: False)
    assert again.content == learned_once("memory").content
