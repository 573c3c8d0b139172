"""Recipe files: unknown keys and broken files are refused with the line at fault."""

import json
from typing import Any

import pytest

from tests.twins import shade_recipe
from vision.recipe import FORMAT, RecipeTrouble, dump_recipe, parse_recipe, recipe_hash
from vision.recipe import file as recipe_file

TEXT = dump_recipe(shade_recipe())


def line_with(text: str, word: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if word in line)


def test_text_and_back_is_the_same_recipe() -> None:
    assert parse_recipe(TEXT, "recipe.json") == shade_recipe()


def test_equal_recipes_have_equal_hashes_and_others_do_not() -> None:
    assert recipe_hash(shade_recipe()) == recipe_hash(parse_recipe(TEXT, "x"))
    assert recipe_hash(shade_recipe()) != recipe_hash(shade_recipe(takt_deadline_ms=100.0))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"shot"', '"shut"', "shut is not known"),
        ('"t2": 0.6', '"t2": -1', "t2 is wrong"),
        ('"image_width": 64', '"image_width": "wide"', "image_width is wrong"),
        ('"t1": 0.3', '"t1": NaN', "t1 is wrong"),
    ],
)
def test_a_wrong_entry_is_named_with_its_line(old: str, new: str, problem: str) -> None:
    broken = TEXT.replace(old, new)
    with pytest.raises(RecipeTrouble) as caught:
        parse_recipe(broken, "recipe.json")
    assert f"line {line_with(broken, new.split(':')[0])}:" in caught.value.what
    assert problem in caught.value.what


def test_a_broken_file_is_named_with_its_line() -> None:
    broken = TEXT.replace('"views"', "views")
    with pytest.raises(RecipeTrouble, match=f"broken at line {line_with(broken, 'views:')}"):
        parse_recipe(broken, "recipe.json")


@pytest.mark.parametrize("text", ["[]", "3", '"x"', "null"])
def test_json_that_is_no_recipe_is_refused(text: str) -> None:
    with pytest.raises(RecipeTrouble, match="holds no recipe"):
        parse_recipe(text, "recipe.json")


@pytest.mark.parametrize("change", [{"views": []}, {"views": [], "cameras": {}}])
def test_a_recipe_without_views_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(RecipeTrouble, match="views"):
        parse_recipe(json.dumps(json.loads(TEXT) | change, indent=2), "recipe.json")


def test_a_recipe_of_a_newer_loupe_is_refused_and_says_so() -> None:
    with pytest.raises(RecipeTrouble, match="newer Loupe"):
        parse_recipe(TEXT.replace(f'"format": {FORMAT}', f'"format": {FORMAT + 1}'), "recipe.json")


def test_an_old_layout_is_migrated_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    old = {key: value for key, value in json.loads(TEXT).items() if key != "format"} | {"format": FORMAT - 1}
    old["remark"] = old.pop("note")
    migration = {FORMAT - 1: lambda raw: {("note" if key == "remark" else key): raw[key] for key in raw}}
    monkeypatch.setattr(recipe_file, "MIGRATIONS", migration)
    assert parse_recipe(json.dumps(old), "recipe.json") == shade_recipe()


def test_two_views_of_one_name_and_views_of_unknown_cameras_are_refused() -> None:
    raw = json.loads(TEXT)
    with pytest.raises(RecipeTrouble, match="same name"):
        parse_recipe(json.dumps(raw | {"views": raw["views"] * 2}), "recipe.json")
    raw["views"][0]["camera"] = "camera-9"
    with pytest.raises(RecipeTrouble, match="camera-9"):
        parse_recipe(json.dumps(raw), "recipe.json")
