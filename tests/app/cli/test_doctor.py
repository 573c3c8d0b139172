"""`loupe cameras` and `loupe doctor`: what answers, what is installed, and whether all is well."""

import json
import shutil
import sqlite3
from contextlib import closing
from hashlib import sha256
from importlib.metadata import version

import pytest

from app.cli import verb_cameras, verb_doctor
from tests.app.cli.calls import RECIPE, Loupe
from vision.cameras import CameraInfo, CameraTrouble, Discovery
from vision.recipe import RecipeLibrary
from vision.storage import AuditLog, Home, Store

FOUND = Discovery(
    cameras=(CameraInfo(spec="virtual", name="Virtual line"), CameraInfo(spec="usb:0", name="Kamera Ü")),
    troubles=(CameraTrouble("The search for gentl cameras ends.", "They are not listed.", "Check the driver."),),
)


@pytest.fixture(autouse=True)
def _found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A known search: what is plugged in here is not the test's."""
    monkeypatch.setattr(verb_cameras, "discover", lambda: FOUND)
    monkeypatch.setattr(verb_doctor, "discover", lambda: FOUND)


def test_cameras_are_objects_with_their_spec_and_troubles_are_words(loupe: Loupe) -> None:
    answer = loupe("cameras")
    assert answer.code == 0
    assert [(found["spec"], found["name"]) for found in answer.objects] == [
        ("virtual", "Virtual line"),
        ("usb:0", "Kamera Ü"),
    ]
    assert "The search for gentl cameras ends." in answer.err


def test_the_doctor_looks_at_everything_that_is_promised(loupe: Loupe, home: Home) -> None:
    loupe("inspect", "nowhere.png", "--recipe", RECIPE)
    findings = loupe("doctor").objects
    subjects = {found["subject"] for found in findings}
    assert subjects >= {"system", "package", "camera", "weights", "recipe", "disk", "database"}
    packages = {found["package"]: found["version"] for found in findings if found["subject"] == "package"}
    assert packages["numpy"] == version("numpy")
    by_subject = {found["subject"]: found for found in findings}
    assert by_subject["recipe"]["recipe"] == RECIPE
    assert by_subject["database"]["records"] == 1
    assert by_subject["disk"]["free_gb"] > 0


def test_the_doctor_names_the_weights_that_judge_and_those_that_were_brought(loupe: Loupe, home: Home) -> None:
    folder = home.root / "weights"
    folder.mkdir(exist_ok=True)
    (folder / "brought.safetensors").write_bytes(b"x")
    found = {one["weights"]: one["hash"] for one in loupe("doctor").objects if one["subject"] == "weights"}
    assert found.keys() == {"embedded.onnx", "embedded.safetensors", "brought.safetensors"}
    assert found["brought.safetensors"] == sha256(b"x").hexdigest()


def test_the_doctor_tells_what_is_ill_by_words_and_exit_code(
    loupe: Loupe, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = loupe("doctor")
    assert answer.code == 1
    assert [found["text"] for found in answer.objects if not found["well"]] == [str(FOUND.troubles[0])]
    monkeypatch.setattr(verb_doctor, "discover", Discovery)
    assert loupe("doctor").code == 0
    (home.recipes / RECIPE / "v0001" / "recipe.json").write_text("{")
    home.database.write_bytes(b"no database at all" * 100)
    answer = loupe("doctor")
    assert answer.code == 1
    assert {found["subject"] for found in answer.objects if not found["well"]} == {"recipe", "database"}


def test_a_recipe_whose_model_settings_are_wrong_is_ill(
    loupe: Loupe, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verb_doctor, "discover", Discovery)
    path = home.recipes / RECIPE / "v0001" / "recipe.json"
    told = json.loads(path.read_text())
    told["views"][0]["model"]["settings"] = {"memory_size": -1}
    path.write_text(json.dumps(told))
    [found] = [one for one in loupe("doctor").objects if one["subject"] == "recipe"]
    assert not found["well"]
    assert "memory_size is -1" in found["text"]


def test_a_recipe_whose_model_does_not_judge_is_ill(loupe: Loupe, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its file is as it was saved, and so is its hash: only loading it tells."""
    monkeypatch.setattr(verb_doctor, "discover", Discovery)
    library = RecipeLibrary(home.recipes)
    recipe = library.load(RECIPE)
    view = recipe.views[0]
    content = library.version_folder(RECIPE, recipe.version).joinpath(view.model.file).read_bytes()
    other = content.replace(b'sight\\": ', b'sight\\":9')  # still whole: JSON allows the blank that goes
    model = view.model.model_copy(update={"hash": sha256(other).hexdigest()})
    changed = view.model_copy(update={"model": model})
    library.save(recipe.model_copy(update={"version": 2, "views": (changed,)}), {view.model.file: other})
    [found] = [one for one in loupe("doctor").objects if one["subject"] == "recipe"]
    assert not found["well"]
    assert "looks at frames in another way" in found["text"]


def test_a_recipe_with_damaged_releases_is_ill_and_the_others_are_well(
    loupe: Loupe, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verb_doctor, "discover", Discovery)
    shutil.copytree(home.recipes / RECIPE, home.recipes / "Lid")
    (home.recipes / RECIPE / "releases.jsonl").write_bytes(b"")
    (home.recipes / ".trash" / "v0001").mkdir(parents=True)
    answer = loupe("doctor")
    assert answer.code == 1
    found = {one["recipe"]: one for one in answer.objects if one["subject"] == "recipe"}
    assert {name: one["well"] for name, one in found.items()} == {"Lid": True, RECIPE: False}
    assert "releases" in found[RECIPE]["text"]
    told = loupe("inspect", "nowhere.png", "--recipe", RECIPE)
    assert f"The releases of {RECIPE} are damaged." in told.err
    assert "Traceback" not in told.err


def test_the_doctor_comes_to_a_home_that_is_not_there(
    loupe: Loupe, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verb_doctor, "discover", Discovery)
    answer = loupe("doctor", "--home", home.root / "not" / "yet")
    assert answer.code == 0, answer
    assert not (home.root / "not").exists()


def test_the_doctor_sees_a_changed_log(loupe: Loupe, home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verb_doctor, "discover", Discovery)
    with Store(home) as store:
        AuditLog(store.database).add("Ada", "setting.change", "takt", before=1, after=2)
    assert loupe("doctor").code == 0
    with closing(sqlite3.connect(home.database)) as database, database:
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {trigger}")
        database.execute("UPDATE audit SET who = 'Bob'")
    answer = loupe("doctor")
    assert answer.code == 1
    assert {found["subject"] for found in answer.objects if not found["well"]} == {"database"}
