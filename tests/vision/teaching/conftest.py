"""A recipe of eight plates."""

from pathlib import Path

import pytest

from tests.vision.teaching.plates import picture, run_teach
from vision.recipe import RecipeLibrary
from vision.teaching import (
    Rates,
    Taught,
    TeachRequest,
)


@pytest.fixture
def library(tmp_path: Path) -> RecipeLibrary:
    return RecipeLibrary(tmp_path / "recipes")


@pytest.fixture
def images(tmp_path: Path) -> list[Path]:
    return [picture(tmp_path, f"{seed}.png", seed=seed) for seed in range(8)]


@pytest.fixture
def taught(library: RecipeLibrary, images: list[Path]) -> Taught:
    """A recipe of eight images, asked for 2 % and 10 %."""
    return run_teach(
        TeachRequest(recipes=library, recipe="plate", images=images, rates=Rates(overkill=0.02, review=0.1))
    )
