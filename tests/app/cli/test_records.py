"""`loupe records` and `loupe replay`: what was inspected, told again, and judged again with the same score."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.app.cli.calls import RECIPE, Loupe
from vision.recipe import RecipeLibrary
from vision.storage import Home

KEYS = {"sequence", "inspection_id", "verdict", "score", "recipe", "recipe_version", "time", "image"}
N = 5


@pytest.fixture
def inspected(loupe: Loupe, home: Home, dataset: Path) -> list[dict[str, object]]:
    """What `inspect` said of four images and of a file that is not there."""
    paths = sorted((dataset / "test").rglob("*.png"))[: N - 1]
    return loupe("inspect", *paths, "nowhere.png", "--recipe", RECIPE, "--lot", "Charge Ü1").objects


def test_all_records_come_oldest_first_with_the_promised_keys(
    loupe: Loupe, home: Home, inspected: list[dict[str, object]]
) -> None:
    answer = loupe("records")
    assert answer.code == 0
    records = answer.objects
    assert [record["inspection_id"] for record in records] == [one["inspection_id"] for one in inspected]
    assert [record["sequence"] for record in records] == [1, 2, 3, 4, 5]
    for record, one in zip(records, inspected, strict=True):
        assert record.keys() >= KEYS
        assert (record["verdict"], record["score"]) == (one["verdict"], one["score"])
        assert (record["recipe"], record["recipe_version"], record["lot"]) == (RECIPE, 1, "Charge Ü1")


def test_the_time_is_iso_8601_in_utc(loupe: Loupe, inspected: list[dict[str, object]]) -> None:
    for record in loupe("records").objects:
        time = datetime.fromisoformat(record["time"])
        assert time.utcoffset() == timedelta(0)
        assert abs(datetime.now(UTC) - time) < timedelta(minutes=5)


def test_the_image_is_our_own_copy_inside_the_home(
    loupe: Loupe, home: Home, inspected: list[dict[str, object]]
) -> None:
    *seen, missed = loupe("records").objects
    assert missed["image"] is None
    for record in seen:
        path = (home.root / record["image"]).resolve()
        assert path.is_relative_to(home.root.resolve())
        assert path.is_file()
    assert len({record["image"] for record in seen}) == len(seen)


@pytest.mark.parametrize(("limit", "expected"), [(0, []), (1, [5]), (3, [3, 4, 5]), (5, [1, 2, 3, 4, 5]), (99, [1, 2, 3, 4, 5])])  # fmt: skip
def test_a_limit_takes_the_newest_and_keeps_their_order(
    loupe: Loupe, inspected: list[dict[str, object]], limit: int, expected: list[int]
) -> None:
    answer = loupe("records", "--limit", str(limit))
    assert answer.code == 0
    assert [record["sequence"] for record in answer.objects] == expected


def test_a_taught_home_without_parts_has_no_records(loupe: Loupe, home: Home) -> None:
    answer = loupe("records")
    assert (answer.code, answer.out) == (0, "")


def test_a_home_that_is_not_there_is_named(loupe: Loupe, tmp_path: Path) -> None:
    assert "nobody" in loupe("records", "--home", tmp_path / "nobody").sentence
    assert not (tmp_path / "nobody").exists()


def test_for_people_each_record_is_a_line(loupe: Loupe, inspected: list[dict[str, object]]) -> None:
    lines = loupe("records", json=False).out.splitlines()
    assert len(lines) == N
    assert "NOT_INSPECTED" in lines[-1]
    assert "nowhere.png does not exist" in lines[-1]


def test_a_replay_gives_the_same_score(loupe: Loupe, inspected: list[dict[str, object]]) -> None:
    for one in inspected[:2]:
        answer = loupe("replay", str(one["inspection_id"]))
        assert answer.code == 0
        assert answer.one["score"] == one["score"] == answer.one["recorded_score"]
        assert answer.one["verdict"] == one["verdict"]
        assert answer.one["same"] is True
        assert answer.one["inspection_id"] == one["inspection_id"]


def test_a_replay_takes_the_version_that_judged(loupe: Loupe, home: Home, inspected: list[dict[str, object]]) -> None:
    library = RecipeLibrary(home.recipes)
    recipe = library.load(RECIPE)
    model = library.version_folder(RECIPE, 1) / recipe.views[0].model.file
    stricter = tuple(view.model_copy(update={"t1": 0.001, "t2": 0.002}) for view in recipe.views)
    library.save(recipe.model_copy(update={"version": 2, "views": stricter}), {model.name: model})
    answer = loupe("replay", str(inspected[0]["inspection_id"]))
    assert answer.one["recipe_version"] == 1
    assert answer.one["verdict"] == inspected[0]["verdict"]


def test_what_cannot_be_replayed_is_told(loupe: Loupe, home: Home, inspected: list[dict[str, object]]) -> None:
    assert "no-such-id" in loupe("replay", "no-such-id").sentence
    assert loupe("replay", str(inspected[-1]["inspection_id"])).out == ""
    assert "frame" in loupe("replay", str(inspected[-1]["inspection_id"])).sentence.lower()
    image = home.root / loupe("records").objects[0]["image"]
    image.write_bytes(image.read_bytes()[:-20])
    assert image.name in loupe("replay", str(inspected[0]["inspection_id"])).sentence
