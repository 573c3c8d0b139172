"""`loupe dataset`: collections of images in place, and what is frozen of them."""

from pathlib import Path

import pytest

from app.compose import open_station
from labeling.annotation import Annotation, LabelState
from labeling.records.datasets import NewAnnotation
from labeling.storage import AnnotationBook, DatasetBook, FrozenBook
from tests.app.cli.calls import Loupe
from vision.storage import Home, Store

NAME = "Flansch 検査"


@pytest.fixture(autouse=True)
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home where nothing was done yet."""
    monkeypatch.setenv("LOUPE_HOME", str(tmp_path / "fresh home"))
    return Home(tmp_path / "fresh home")


def label_all(home: Home) -> None:
    with open_station(home.root) as premises:
        database = premises.store.database
        images = [
            image for one in DatasetBook(database).all() for image in DatasetBook(database).page(one.id, limit=-1)
        ]
        news = [
            NewAnnotation(
                image_id=image.id,
                annotation=Annotation(width=image.file.width, height=image.file.height, state=LabelState.DONE),
                base=image.version,
            )
            for image in images
        ]
        AnnotationBook(database).save_all(news, "Ada", "brush")


def test_a_dataset_is_made_and_listed(loupe: Loupe, dataset: Path) -> None:
    made = loupe("dataset", "create", NAME, dataset)
    assert made.code == 0
    assert made.one["images"] == made.one["added"] == 24 + 4 + 6
    assert (made.one["bad"], made.one["masks_left_out"]) == ([], 6)
    (listed,) = loupe("dataset", "list").objects
    assert listed.items() <= made.one.items()
    assert (listed["name"], listed["product"], listed["folder"]) == (NAME, NAME, str(dataset))
    text = loupe("dataset", "list", json=False).out
    assert NAME in text
    assert "34 images, 0 done" in text  # the word of the screens: what is marked is not yet done


def test_where_there_is_none_the_list_is_empty(loupe: Loupe, fresh: Home) -> None:
    fresh.prepare()
    assert (loupe("dataset", "list").code, loupe("dataset", "list").out) == (0, "")
    with Store(fresh):
        pass  # a station that never labelled
    assert (loupe("dataset", "list").code, loupe("dataset", "list").out) == (0, "")
    assert "no dataset" in loupe("dataset", "list", json=False).out


def test_unreadable_files_are_named_and_the_rest_joins(loupe: Loupe, dataset: Path, tmp_path: Path) -> None:
    folder = tmp_path / "some"
    folder.mkdir()
    good = next((dataset / "train").rglob("*.png")).read_bytes()
    (folder / "good.png").write_bytes(good)
    (folder / "cut ü.png").write_bytes(good[:-50])
    answer = loupe("dataset", "create", NAME, folder)
    assert (answer.code, answer.one["images"]) == (0, 1)
    assert [bad["path"] for bad in answer.one["bad"]] == ["cut ü.png"]
    assert "cut ü.png" in answer.err
    assert "Traceback" not in answer.err


def test_what_cannot_be_made_is_told(loupe: Loupe, dataset: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "no image" in loupe("dataset", "create", NAME, tmp_path / "empty").sentence
    assert "does not exist" in loupe("dataset", "create", NAME, tmp_path / "nowhere").sentence
    assert "cannot be used" in loupe("dataset", "create", " ", dataset).sentence
    loupe("dataset", "create", NAME, dataset)
    assert "already" in loupe("dataset", "create", NAME, dataset).sentence
    assert "no dataset Other" in loupe("dataset", "rescan", "Other").sentence


def test_looking_again_tells_what_moved_and_what_is_gone(loupe: Loupe, dataset: Path, tmp_path: Path) -> None:
    folder = tmp_path / "some"
    folder.mkdir()
    for number, path in enumerate(sorted((dataset / "train").rglob("*.png"))[:3]):
        (folder / f"{number}.png").write_bytes(path.read_bytes())
    loupe("dataset", "create", NAME, folder)
    (folder / "0.png").rename(folder / "moved.png")
    (folder / "1.png").unlink()
    (folder / "2.png").write_bytes((folder / "moved.png").read_bytes())
    found = loupe("dataset", "rescan", NAME).one
    assert (found["gone"], found["changed"]) == (["1.png"], ["2.png"])
    assert (found["moved"], found["images"], found["added"]) == ({"0.png": "moved.png"}, 3, 0)
    assert loupe("dataset", "list").one["missing"] == 1


def test_a_golden_set_is_signed_and_needs_every_image_labelled(loupe: Loupe, dataset: Path, fresh: Home) -> None:
    loupe("dataset", "create", NAME, dataset)
    assert "not labelled" in loupe("dataset", "freeze", NAME, "--as", "Gate 1", "--by", "Ada").sentence
    snapshot = loupe("dataset", "snapshot", NAME, "--as", "first").one
    label_all(fresh)
    golden = loupe("dataset", "freeze", NAME, "--as", "Gate 1", "--by", "Ada").one
    assert (golden["kind"], golden["author"], golden["images"]) == ("golden", "Ada", 34)
    assert golden["fingerprint"] != snapshot["fingerprint"]
    assert "frozen already" in loupe("dataset", "freeze", NAME, "--as", "gate 1", "--by", "Bo").sentence
    with open_station(fresh.root) as premises:
        assert FrozenBook(premises.store.database).load("Gate 1").fingerprint == golden["fingerprint"]


def test_home_and_json_stand_before_or_after_the_action(loupe: Loupe, dataset: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    assert loupe("dataset", "create", NAME, dataset, "--home", other).code == 0
    ways = [("--home", other, "dataset", "list"), ("dataset", "--home", other, "list"), ("dataset", "list", "--home", other)]  # fmt: skip
    assert [loupe(*way).one["name"] for way in ways] == [NAME] * 3
    assert loupe("--home", other, "dataset", "--json", "list", json=False).one["name"] == NAME
