"""`loupe teach`: a recipe or a new version of it, with what its thresholds rest on; on the smallest settings."""

import re
import shutil
import signal
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from app.recipe.releases import LibraryReleases
from tests.app.cli.calls import RECIPE, Answer, Loupe, start
from tests.weights import TINY, use_random_weights
from vision.models.patchcore.settings import PatchcoreSettings
from vision.recipe import RecipeLibrary
from vision.storage import Home


@pytest.fixture(autouse=True)
def _tiny(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let the defaults be tiny ones: the command offers no model settings."""
    use_random_weights(monkeypatch, tmp_path)
    for name, value in TINY.items():
        monkeypatch.setattr(PatchcoreSettings.model_fields[name], "default", value)
    PatchcoreSettings.model_rebuild(force=True)
    assert PatchcoreSettings().long_side_px == TINY["long_side_px"]


@pytest.fixture(scope="module", autouse=True)
def _defaults_again() -> object:
    yield None
    PatchcoreSettings.model_rebuild(force=True)


@pytest.fixture
def images(dataset: Path, tmp_path: Path) -> Path:
    """Twelve good images below a folder with a space, some of them deeper."""
    folder = tmp_path / "gute Teile"
    (folder / "more").mkdir(parents=True)
    for index, path in enumerate(sorted((dataset / "train" / "good").iterdir())[:12]):
        shutil.copy(path, folder / ("more" if index % 3 == 0 else ".") / path.name)
    return folder


def teach(loupe: Loupe, images: Path, *words: str | Path, name: str = RECIPE) -> Answer:
    return loupe("teach", images, "--recipe", name, *words)


def test_a_new_name_is_version_1_and_can_inspect(loupe: Loupe, home: Home, images: Path, dataset: Path) -> None:
    answer = teach(loupe, images, name="Neu é 1")
    assert answer.code == 0, answer
    taught = answer.one
    assert (taught["recipe"], taught["recipe_version"]) == ("Neu é 1", 1)
    assert taught["images"] == 12
    assert 0 < taught["aside"] <= 12
    assert 0 < taught["learned"] <= 12
    assert taught["t1"] <= taught["t2"]
    assert taught["seconds"] > 0
    assert "kept aside" in taught["statement"]
    assert f"0 of {taught['aside']}" in taught["statement"]
    rate = taught["supported_false_reject_rate"]
    assert rate == pytest.approx(1 - 0.05 ** (1 / taught["aside"]))  # none of so many, at 95 %
    assert "reading" in answer.err
    assert "100%" in answer.err
    inspected = loupe("inspect", next((dataset / "test" / "good").iterdir()), "--recipe", "Neu é 1")
    assert (inspected.code, inspected.one["t1"]) == (0, taught["t1"])


def test_stated_rates_move_the_lines_and_are_answered_for(loupe: Loupe, home: Home, images: Path) -> None:
    usual = teach(loupe, images, name="usual").one
    assert (usual["promises"]["overkill"]["rate"], usual["promises"]["review"]["rate"]) == (0.01, 0.05)
    assert usual["promises"]["overkill"]["guaranteed"] is False
    lenient = teach(loupe, images, "--overkill", "0.1", "--review", "0.2", name="lenient").one
    assert lenient["t1"] < usual["t1"]
    assert lenient["t2"] < usual["t2"]
    assert lenient["promises"]["overkill"]["guaranteed"] is (lenient["aside"] >= 9)
    answer = teach(loupe, images, "--overkill", "0.1", name="wrong")
    assert answer.code == 1
    assert "overkill" in answer.err
    assert "Nothing is taught." in answer.err


def test_a_known_name_gets_a_new_version_which_inspects(loupe: Loupe, home: Home, images: Path, dataset: Path) -> None:
    assert teach(loupe, images).one["recipe_version"] == 2
    loupe("inspect", next((dataset / "test" / "good").iterdir()), "--recipe", RECIPE)
    assert loupe("records").one["recipe_version"] == 2


def test_people_read_how_many_were_kept_aside_the_rate_and_the_seconds(loupe: Loupe, home: Home, images: Path) -> None:
    answer = loupe("teach", images, "--recipe", "Neu", json=False)
    assert "12 good images" in answer.out
    assert re.search(r"kept aside .* Good parts judged NG: 0 of \d+, at most [\d.]+ %", answer.out)
    assert " s.\n" in answer.out


def test_a_seed_gives_the_same_thresholds_again(loupe: Loupe, home: Home, images: Path) -> None:
    def thresholds(seed: str) -> tuple[float, float]:
        taught = teach(loupe, images, "--seed", seed, name=f"Seed {seed}").one
        return taught["t1"], taught["t2"]

    assert thresholds("7") == thresholds("7")


def test_a_broken_image_stops_teaching_unless_it_may_be_left_out(loupe: Loupe, home: Home, images: Path) -> None:
    (images / "kaputt.png").write_bytes(b"no image")
    told = teach(loupe, images, name="Neu").sentence
    assert told.count("kaputt.png") == 1
    assert "--skip-bad" in told
    told = loupe("teach", "--add", images, "--recipe", RECIPE).sentence
    assert (told.count("kaputt.png"), told.count("--skip-bad")) == (1, 1)
    assert "There is no recipe Neu" in loupe("inspect", "a.png", "--recipe", "Neu").sentence
    answer = teach(loupe, images, "--skip-bad", name="Neu")
    assert (answer.code, answer.one["recipe_version"], answer.one["images"]) == (0, 1, 12)
    assert [Path(name).name for name in answer.one["skipped"]] == ["kaputt.png"]
    assert "kaputt.png" in answer.err


@pytest.mark.parametrize("option", [(), ("--add",)])
def test_a_folder_without_images_is_told_with_what_it_means_and_what_to_do(
    loupe: Loupe, home: Home, tmp_path: Path, option: tuple[str, ...]
) -> None:
    (tmp_path / "empty").mkdir()
    for folder, told in (("empty", "There is no image in "), ("none", "does not exist")):
        said = loupe("teach", *option, tmp_path / folder, "--recipe", RECIPE).sentence
        assert told in said
        assert "Nothing is taught; the running recipe stays." in said
        assert "Give a folder with images of good parts." in said


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT to one process is POSIX")
def test_ctrl_c_says_that_nothing_was_taught_and_leaves_the_recipe(loupe: Loupe, home: Home, images: Path) -> None:
    with start(home.root, "teach", images, "--recipe", RECIPE, "--json") as child:
        assert child.stderr is not None
        assert child.stderr.readline().startswith(b"reading")
        child.send_signal(signal.SIGINT)
        said = child.stderr.read().decode()
        assert child.wait(30) == 130
    assert said.splitlines()[-1] == "Stopped. Nothing is taught; the running recipe stays."
    assert "Traceback" not in said
    assert RecipeLibrary(home.recipes).versions(RECIPE) == [1]


def test_images_of_unusual_kinds_are_taught(loupe: Loupe, home: Home, images: Path) -> None:
    picture = Image.open(next(images.glob("*.png")))
    picture.convert("CMYK").save(images / "cmyk.jpg")
    picture.convert("RGBA").save(images / "alpha.png")
    deep = np.asarray(picture.convert("L"), np.uint16) * 257  # the whole range of 16 bits
    Image.fromarray(deep).save(images / "deep.png")
    picture.resize((100, 60)).save(images / "small.png")
    answer = teach(loupe, images, name="Neu")
    assert (answer.code, answer.one["images"]) == (0, 16)
    assert any("different sizes" in warning for warning in answer.one["warnings"])


def test_folders_that_teach_nothing_are_told(loupe: Loupe, home: Home, images: Path, tmp_path: Path) -> None:
    empty = tmp_path / "leer"
    empty.mkdir()
    assert str(empty) in teach(loupe, empty).sentence
    assert "nowhere" in teach(loupe, tmp_path / "nowhere").sentence
    file = next(images.glob("*.png"))
    assert file.name in teach(loupe, file).sentence
    shutil.copy(file, empty / "only.png")
    assert "only one" in teach(loupe, empty).sentence
    (empty / "only.png").write_bytes(b"")
    assert "There is no readable image" in teach(loupe, empty, "--skip-bad").sentence


@pytest.mark.parametrize("name", ["", "a/b", "..", "con", "x" * 81])
def test_a_name_that_is_no_folder_name_is_refused(loupe: Loupe, home: Home, images: Path, name: str) -> None:
    assert "cannot be a recipe name" in teach(loupe, images, name=name).sentence


def test_a_second_opinion_is_taught_along_and_judges(loupe: Loupe, images: Path, home: Home) -> None:
    answer = teach(loupe, images, "--second", "template", name="Fixture")
    assert answer.code == 0, answer
    (view,) = RecipeLibrary(home.recipes).load("Fixture", 1).views
    assert view.model.kind == "fused"
    assert view.model.settings["second"]["kind"] == "template"


def test_a_second_opinion_of_the_same_model_is_refused(loupe: Loupe, images: Path, home: Home) -> None:
    answer = teach(loupe, images, "--model", "template", "--second", "template", name="Fixture")
    assert answer.code != 0
    assert "the same model as the first" in answer.sentence
    assert "Fixture" not in RecipeLibrary(home.recipes).names()


def test_parts_are_added_to_a_recipe_and_taken_out_again(
    loupe: Loupe, home: Home, images: Path, dataset: Path, tmp_path: Path
) -> None:
    first = teach(loupe, images, name="Neu").one
    assert (first["added"], first["removed"]) == ([], [])
    more = tmp_path / "more parts"
    more.mkdir()
    for path in sorted((dataset / "test" / "good").iterdir())[:2]:
        shutil.copy(path, more / f"new {path.name}")
    answer = loupe("teach", "--add", more, "--recipe", "Neu")
    assert answer.code == 0, answer
    added = answer.one
    assert (added["recipe_version"], added["images"], added["learned"], added["aside"]) == (2, 14, 14, 14)
    names = [part["name"] for part in added["added"]]
    assert names == sorted(path.name for path in more.iterdir())
    assert RecipeLibrary(home.recipes).active_version("Neu") == 2
    removed = loupe("teach", "--recipe", "Neu", "--remove", *names).one
    assert [Path(path).name for path in removed["removed"]] == names
    assert (removed["recipe_version"], removed["t1"], removed["t2"]) == (3, first["t1"], first["t2"])
    assert loupe("inspect", next(more.iterdir()), "--recipe", "Neu").code == 0


def test_parts_that_are_ng_are_added_only_when_a_person_says_so(
    loupe: Loupe, home: Home, images: Path, tmp_path: Path
) -> None:
    teach(loupe, images, name="Neu")
    more = tmp_path / "more parts"
    more.mkdir()
    pixels = cv2.imread(str(next(iter(sorted(images.iterdir())))))
    for number in range(2):
        cv2.rectangle(pixels, (20, 20), (60, 50 + number), (0, 0, 255), -1)
        cv2.imwrite(str(more / f"bad {number}.png"), pixels)
    told = loupe("teach", "--add", more, "--recipe", "Neu").sentence
    assert "2 of the parts to add are judged NG by the running version: bad 0.png, bad 1.png." in told
    assert "--even-if-ng" in told
    assert RecipeLibrary(home.recipes).versions("Neu") == [1]
    answer = loupe("teach", "--add", more, "--recipe", "Neu", "--even-if-ng")
    assert (answer.code, RecipeLibrary(home.recipes).active_version("Neu")) == (0, 2)
    assert any("2 of the added parts would have been judged NG" in one for one in answer.one["warnings"])


@pytest.mark.parametrize("words", [(), ("a", "--add", "b"), ("--add", "b", "--remove", "c.png")])
def test_one_thing_at_a_time_is_asked_of_teaching(loupe: Loupe, home: Home, words: tuple[str, ...]) -> None:
    answer = loupe("teach", "--recipe", RECIPE, *words)
    assert answer.code == 2
    assert "usage" in answer.err


def test_adding_to_a_recipe_of_another_kind_is_told(loupe: Loupe, home: Home, images: Path) -> None:
    teach(loupe, images, "--model", "template", name="Fixture")
    assert "cannot learn part by part" in loupe("teach", "--add", images, "--recipe", "Fixture").sentence
    assert RecipeLibrary(home.recipes).versions("Fixture") == [1]


def test_tiles_for_small_defects_are_asked_for_by_name(loupe: Loupe, home: Home, images: Path) -> None:
    assert teach(loupe, images, "--detail", "0.5", name="Fine").code == 0
    (view,) = RecipeLibrary(home.recipes).load("Fine", 1).views
    assert view.model.settings["detail"] == 0.5
    assert teach(loupe, images, "--detail", "0", name="Fine").code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--model", "memory", "--backbone", "embedded"), "--backbone cannot be chosen for the model memory."),
        (("--model", "template", "--detail", "1"), "--detail cannot be chosen for the model template."),
        (("--backbone", "embedded", "--detail", "1"), "--detail cannot be chosen for the model patchcore."),
        (
            ("--model", "memory", "--backbone", "embedded", "--second", "template"),
            "--backbone cannot be chosen for the model memory.",
        ),
    ],
)
def test_an_option_of_other_models_is_refused_before_anything_is_taught(
    loupe: Loupe, home: Home, images: Path, words: tuple[str, ...], told: str
) -> None:
    said = teach(loupe, images, *words).sentence
    assert told in said
    assert "Nothing is taught." in said
    option = told.split()[0]
    assert f"with --model: {'memory' if option == '--detail' else 'anomalib-patchcore, '}" in said
    assert RecipeLibrary(home.recipes).versions(RECIPE) == [1]


@pytest.mark.parametrize(
    ("option", "values", "told"),
    [
        ("--overkill", ("0", "1e-9", "0.6", "-1", "nan", "few"), "from 0.0001 (1 in 10000) to 0.5"),
        ("--review", ("0", "1e-17", "1"), "from 0.0001 (1 in 10000) to 0.5"),
        ("--deadline-ms", ("-3", "0", "inf", "soon"), "milliseconds above 0"),
        ("--detail", ("5", "nan", "-0.1", "much"), "from 0 to 1"),
    ],
)
def test_a_number_out_of_its_range_is_told_with_the_range(
    loupe: Loupe, home: Home, images: Path, option: str, values: tuple[str, ...], told: str
) -> None:
    for value in values:
        answer = teach(loupe, images, f"{option}={value}")
        assert answer.code == 2
        assert answer.err.splitlines()[-1].endswith(told)
        assert f"argument {option}: '{value}' is no " in answer.err
    assert RecipeLibrary(home.recipes).versions(RECIPE) == [1]


def test_a_recipe_taught_here_shows_the_images_of_its_parts_on_teach(loupe: Loupe, home: Home, images: Path) -> None:
    teach(loupe, images, name="Neu")
    releases = LibraryReleases(RecipeLibrary(home.recipes), lambda *what: None)
    assert {part.image for part in releases.reopen("Neu").evidence[0].parts} == set(images.rglob("*.png"))
    gone = next(images.glob("*.png"))
    gone.unlink()
    assert [part.name for part in releases.reopen("Neu").evidence[0].parts if part.image is None] == [gone.name]


def test_odd_parts_are_named_and_left_out_by_name(loupe: Loupe, home: Home, images: Path) -> None:
    for number, path in enumerate(sorted(images.rglob("*.png"))):
        similar = Image.open(path)
        similar.putpixel((0, 0), similar.getpixel((1, 1)))
        similar.save(images / f"similar {number}.png")
    odd = images / "odd.png"
    picture = Image.open(next(images.glob("*.png")))
    picture.paste(255, (0, 0, picture.width // 2, picture.height // 2))
    picture.save(odd)
    answer = teach(loupe, images, name="Neu")
    assert [part["name"] for part in answer.one["odd"]] == ["odd.png"]
    assert "--leave-out" in answer.err
    kept = teach(loupe, images, "--leave-out", "odd.png", name="Neu").one
    assert (kept["images"], kept["left_out"], kept["odd"]) == (24, ["odd.png"], [])
    assert kept["t2"] < answer.one["t2"]
    assert "left out by choice" in kept["statement"]
    assert "none of the 25 images" in teach(loupe, images, "--leave-out", "gone.png", name="Neu").sentence


def test_teaching_again_keeps_what_was_not_asked_otherwise(loupe: Loupe, home: Home, images: Path) -> None:
    def model() -> tuple[str, dict[str, object]]:
        library = RecipeLibrary(home.recipes)
        found = library.load("Neu", max(library.versions("Neu"))).views[0].model
        return found.kind, found.settings

    teach(loupe, images, "--detail", "0.5", "--overkill", "0.1", "--review", "0.2", name="Neu")
    again = teach(loupe, images, "--overkill", "0.15", name="Neu").one["promises"]
    assert (again["overkill"]["rate"], again["review"]["rate"]) == (0.15, 0.2)
    assert (model()[0], model()[1]["detail"]) == ("memory", 0.5)
    teach(loupe, images, "--second", "template", name="Neu")
    kind, settings = model()
    assert (kind, settings["first"]["settings"]["detail"]) == ("fused", 0.5)
    teach(loupe, images, name="Neu")
    assert model() == (kind, settings)
    teach(loupe, images, "--model", "memory", "--detail", "0", name="Neu")
    assert (model()[0], model()[1]["detail"]) == ("memory", 0)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--add", "x", "--overkill", "0.1", "--seed", "0"), "--overkill, --seed cannot be combined with --add"),
        (("--add", "x", "--ignore", "0,0,5,5"), "--ignore cannot be combined with --add"),
        (("x", "--even-if-ng"), "--even-if-ng goes with --add alone"),
        (("--remove", "x.png", "--skip-bad"), "--skip-bad cannot be combined with --remove"),
        (("--remove", "x.png", "--whole-frame"), "--whole-frame cannot be combined with --remove"),
    ],
)
def test_options_that_would_have_no_effect_are_refused_by_name(
    loupe: Loupe, home: Home, words: tuple[str, ...], told: str
) -> None:
    assert told in loupe("teach", "--recipe", RECIPE, *words).sentence
    assert RecipeLibrary(home.recipes).versions(RECIPE) == [1]
