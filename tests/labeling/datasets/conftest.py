"""A folder of small images, a home, and its datasets."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from labeling.datasets import Datasets
from labeling.storage import prepare
from vision.images import encode_png
from vision.storage import Home, Store

NAMES = ["test/crack/000.png", "test/crack/001.png", "test/good/000.png", "Über 検査.png"]


def write_image(path: Path, seed: int, size: tuple[int, int] = (30, 40)) -> Path:
    """An image of (height, width) that looks like no other."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encode_png(np.random.default_rng(seed).integers(0, 255, size, np.uint8)))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for seed, name in enumerate(NAMES):
        write_image(tmp_path / "images" / name, seed)
    return tmp_path / "images"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(Home(tmp_path / "home with ü")) as opened:
        prepare(opened.database)
        yield opened


@pytest.fixture
def datasets(store: Store) -> Datasets:
    return Datasets(store.home, store.database)
