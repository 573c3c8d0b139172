"""`loupe inspect`: one durable inspection per path and call, a verdict for everything that can be handed to it."""

import os
import shutil
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from tests.app.cli.calls import RECIPE, Answer, Loupe, program, read_line, start
from vision.images import read_image
from vision.storage import Home, open_reader

KEYS = {"path", "inspection_id", "verdict", "score", "score_0_100", "t1", "t2", "latency_ms", "recorded_ms", "reason"}
VERDICTS = {"OK", "NG", "REVIEW"}


@pytest.fixture
def good(dataset: Path) -> Path:
    return dataset / "test" / "good" / "000.png"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no path on Windows")
def test_a_pipe_is_not_waited_for(loupe: Loupe, home: Home, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    answer = inspect(loupe, tmp_path / "pipe.png", "/dev/zero")
    assert answer.code == 1
    assert ["no ordinary file" in found["reason"] for found in answer.objects] == [True, True]


@pytest.fixture
def picture(good: Path) -> Image.Image:
    return Image.open(good).convert("RGB")


def inspect(loupe: Loupe, *paths: str | Path) -> Answer:
    return loupe("inspect", *paths, "--recipe", RECIPE)


def test_each_path_gets_one_object_with_the_promised_keys(loupe: Loupe, home: Home, dataset: Path) -> None:
    paths = sorted(str(path) for path in (dataset / "test").rglob("*.png"))
    answer = inspect(loupe, *paths)
    assert answer.code == 0
    assert [found["path"] for found in answer.objects] == paths
    for found in answer.objects:
        assert found.keys() >= KEYS
        assert found["verdict"] in VERDICTS
        assert all(isinstance(found[key], float) for key in ("score", "t1", "t2", "latency_ms"))
        assert isinstance(found["reason"], str)
        assert found["recorded_ms"] > found["latency_ms"] > 0
        expected = "OK" if found["score"] < found["t1"] else "NG" if found["score"] > found["t2"] else "REVIEW"
        assert (found["score_0_100"] < 50, found["score_0_100"] > 70) == (expected == "OK", expected == "NG")
        assert found["verdict"] == expected
    assert len({found["inspection_id"] for found in answer.objects}) == len(paths)
    stored = {found["inspection_id"]: found["recorded_ms"] for found in loupe("records").objects}
    assert stored == {found["inspection_id"]: found["recorded_ms"] for found in answer.objects}


def test_the_same_file_is_a_new_inspection_each_time(loupe: Loupe, home: Home, good: Path) -> None:
    first, second = inspect(loupe, good, good).objects
    third = inspect(loupe, good).one
    assert len({first["inspection_id"], second["inspection_id"], third["inspection_id"]}) == 3
    assert first["score"] == second["score"] == third["score"]
    with open_reader(home) as store:
        assert store.count() == 3


def test_the_path_is_told_as_it_was_given(
    loupe: Loupe, home: Home, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Schäden 瑕疵").mkdir()
    shutil.copy(good, tmp_path / "Schäden 瑕疵" / "a b.png")
    monkeypatch.chdir(tmp_path)
    given = ["./Schäden 瑕疵//a b.png", "Schäden 瑕疵/../Schäden 瑕疵/a b.png"]
    assert [found["path"] for found in inspect(loupe, *given).objects] == given


def bad_files(folder: Path, picture: Image.Image) -> dict[str, str]:
    """Path -> a word of the reason, for everything that holds no image."""
    folder.mkdir()
    picture.save(folder / "whole.png")
    data = (folder / "whole.png").read_bytes()
    (folder / "cut.png").write_bytes(data[: len(data) // 2])
    (folder / "empty.png").write_bytes(b"")
    (folder / "text.png").write_text("no image")
    (folder / "folder.png").mkdir()
    Image.new("1", (20_000, 20_000)).save(folder / "huge.png")
    words = {"cut": "readable", "empty": "empty", "text": "readable", "folder": "folder", "huge": "too large"}
    return {str(folder / f"{name}.png"): word for name, word in words.items()} | {"nowhere.png": "does not exist"}


def test_what_holds_no_image_is_not_inspected_and_named(
    loupe: Loupe, home: Home, picture: Image.Image, tmp_path: Path
) -> None:
    expected = bad_files(tmp_path / "bad", picture)
    answer = inspect(loupe, *expected)
    assert answer.code == 1
    assert "Traceback" not in answer.err
    assert [found["path"] for found in answer.objects] == list(expected)
    for found in answer.objects:
        assert found["verdict"] == "NOT_INSPECTED"
        assert found["score"] is None
        assert found["latency_ms"] is None
        assert Path(found["path"]).name in found["reason"]
        assert expected[found["path"]] in found["reason"]
    with open_reader(home) as store:
        assert store.count() == len(expected)


def damaged(folder: Path, picture: Image.Image) -> list[Path]:
    """What a lenient decoder shows half grey, or shifted: JPEG files written over in the middle, or cut and closed."""
    folder.mkdir()
    for name, options in (("plain", {}), ("progressive", {"progressive": True})):
        picture.save(folder / f"{name}.jpg", quality=92, **options)
        data = (folder / f"{name}.jpg").read_bytes()
        middle = len(data) // 2
        foreign = np.random.default_rng(1).bytes(600)
        (folder / f"{name}.jpg").write_bytes(data[:middle] + foreign + data[middle + 600 :])
        (folder / f"{name}_cut.jpg").write_bytes(data[:middle] + b"\xff\xd9")
    return sorted(folder.iterdir())


def test_a_damaged_jpeg_is_never_judged(loupe: Loupe, home: Home, picture: Image.Image, tmp_path: Path) -> None:
    answer = inspect(loupe, *damaged(tmp_path / "damaged", picture))
    assert answer.code == 1
    assert [found["verdict"] for found in answer.objects] == ["NOT_INSPECTED"] * 4
    assert all("is damaged" in found["reason"] for found in answer.objects)


def test_one_bad_file_does_not_take_the_others_along(loupe: Loupe, home: Home, good: Path) -> None:
    answer = inspect(loupe, good, "nowhere.png", good)
    assert [found["verdict"] == "NOT_INSPECTED" for found in answer.objects] == [False, True, False]
    assert answer.code == 1


def unusual(folder: Path, picture: Image.Image) -> list[Path]:
    """Images of the recipe's size in forms that cameras and people save them in."""
    folder.mkdir()
    deep = np.asarray(picture.convert("L")).astype(np.uint16) * 257
    cv2.imwrite(str(folder / "deep.png"), deep)
    picture.convert("CMYK").save(folder / "cmyk.jpg", quality=95)
    picture.convert("RGBA").save(folder / "alpha.png")
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera stood on its side: the file's columns are the picture's rows
    picture.rotate(90, expand=True).save(folder / "turned.jpg", exif=exif, quality=95)
    picture.save(folder / "colour.bmp")
    return sorted(folder.iterdir())


def test_unusual_images_of_the_right_size_are_inspected(
    loupe: Loupe, home: Home, picture: Image.Image, tmp_path: Path
) -> None:
    paths = unusual(tmp_path / "unusual", picture)
    answer = inspect(loupe, *paths)
    assert answer.code == 0, answer
    assert {found["verdict"] for found in answer.objects} <= VERDICTS


def test_an_image_of_the_wrong_size_is_not_inspected(
    loupe: Loupe, home: Home, picture: Image.Image, tmp_path: Path
) -> None:
    picture.resize((200, 200)).save(tmp_path / "small.png")
    answer = inspect(loupe, tmp_path / "small.png")
    assert answer.code == 1
    assert answer.one["verdict"] == "NOT_INSPECTED"
    assert "200 x 200" in answer.one["reason"]


def test_without_json_a_person_reads_verdict_and_path(loupe: Loupe, home: Home, good: Path) -> None:
    answer = loupe("inspect", good, "--recipe", RECIPE, json=False)
    assert answer.code == 0
    assert str(good) in answer.out
    assert answer.out.split()[0] in VERDICTS


def test_an_unknown_recipe_is_one_plain_message_and_no_record(loupe: Loupe, home: Home, good: Path) -> None:
    answer = loupe("inspect", good, "--recipe", "Nirgends")
    assert "There is no recipe Nirgends." in answer.sentence
    assert RECIPE in answer.err
    assert answer.out == ""


def test_a_line_is_read_only_after_its_record_is_durable(home: Home, dataset: Path) -> None:
    """Also: standard output is UTF-8 whatever the locale, and a file name that is no UTF-8 harms nothing."""
    odd = bytes(home.root / "Stück ") + b"\xff\xe9.png"
    good = dataset / "test" / "good" / "000.png"
    try:
        Path(odd.decode(errors="surrogateescape")).write_bytes(good.read_bytes())
    except OSError:  # some file systems take text only
        odd = bytes(good)
    paths = [bytes(good), odd, b"nirgends-\xff.png", bytes(good)]
    locale = {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1"}
    found = []
    with start(home.root, "inspect", *paths, "--recipe", RECIPE, "--json", more=locale) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        for line in child.stdout:
            found.append(read_line(line.decode("utf-8")))
            with open_reader(home) as store:
                record = store.get(found[-1]["inspection_id"])
            assert (record.verdict, record.score) == (found[-1]["verdict"], found[-1]["score"])
        errors = child.stderr.read().decode()
        assert child.wait() == 1
    assert "Traceback" not in errors
    assert [one["verdict"] in VERDICTS for one in found] == [True, True, False, True]
    assert [one["path"].encode(errors="surrogateescape") for one in found] == paths


def test_text_that_is_no_utf8_is_a_usage_error(home: Home) -> None:
    answer = program(home.root, "replay", b"\xff", "--json")
    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err


def test_the_stored_copy_is_the_image_pixel_for_pixel(loupe: Loupe, home: Home, good: Path) -> None:
    inspect(loupe, good)
    record = loupe("records").one
    stored, _ = read_image(home.root / record["image"])
    np.testing.assert_array_equal(stored, read_image(good)[0])
