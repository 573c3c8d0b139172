"""What is too small to be seen in large frames."""

from pathlib import Path
from typing import Any

import pytest

from tests.vision.teaching.plates import picture, run_teach
from vision.recipe import RecipeLibrary, Region
from vision.teaching import TeachRequest
from vision.teaching.smallest import too_small


def test_what_is_missed_in_a_large_frame_is_said_with_what_finds_it() -> None:
    (said,) = too_small("memory", {}, 2448)
    assert "Frames of 2448 pixels are looked at in 512: a scratch narrower than about 10 pixels is missed." in said
    assert "--detail 0.5" in said
    assert too_small("memory", {"detail": 0.1}, 2448) == (said,), "tiles coarser than the whole frame show nothing more"


@pytest.mark.parametrize(
    ("kind", "settings", "long_side_px"),
    [
        ("memory", {}, 1280),
        ("memory", {"detail": 0.5}, 2448),
        ("memory", {"long_side_px": 1024}, 2448),
        ("template", {}, 2448),
        ("padim", {}, 2448),
    ],
)
def test_nothing_is_said_where_it_is_seen_or_cannot_be_chosen(
    kind: str, settings: dict[str, Any], long_side_px: int
) -> None:
    assert too_small(kind, settings, long_side_px) == ()


@pytest.mark.parametrize(("region", "is_said"), [(None, True), (Region(x=0, y=0, width=200, height=48), False)])
def test_teaching_says_it_of_what_is_judged_of_a_frame(tmp_path: Path, region: Region | None, is_said: bool) -> None:
    images = [picture(tmp_path, f"{seed}.png", seed=seed, size=(48, 300)) for seed in range(3)]
    library = RecipeLibrary(tmp_path / "recipes")
    request = TeachRequest(recipes=library, recipe="strip", images=images, kind="memory", region_of_interest=region)
    assert any("300 pixels are looked at in 64" in one for one in run_teach(request).warnings) is is_said
