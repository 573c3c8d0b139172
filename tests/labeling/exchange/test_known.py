"""Which image a label file means: by path, by its tail, by content; never by a name that fits several."""

import hashlib
import unicodedata
from pathlib import Path

import pytest

from labeling.exchange import ExchangeTrouble, KnownImage, KnownImages

PATHS = (
    "test/crack/001.png",
    "test/good/001.png",
    "test/good/002.jpg",
    "train/good/003.png",
    "train/bad/003.png",
    "Prüf 検査/größe.png",
    "a.b/c.d.png",
)
KNOWN = KnownImages(
    KnownImage(path=path, width=4, height=3, sha256=hashlib.sha256(path.encode()).hexdigest()) for path in PATHS
)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("test/crack/001.png", "test/crack/001.png"),
        ("crack/001.png", "test/crack/001.png"),
        ("./crack//001.png", "test/crack/001.png"),
        ("002.jpg", "test/good/002.jpg"),
        ("C:\\Daten\\tiles\\test\\crack\\001.png", "test/crack/001.png"),
        ("/home/ada/tiles/test/good/001.png", "test/good/001.png"),
        ("../../test/crack/001.png", "test/crack/001.png"),
        ("\\\\server\\share\\test\\good\\002.jpg", "test/good/002.jpg"),
        (unicodedata.normalize("NFD", "Prüf 検査/größe.png"), "Prüf 検査/größe.png"),
        ("größe.png", "Prüf 検査/größe.png"),
    ],
)
def test_a_path_or_its_tail_decides(name: str, path: str) -> None:
    assert KNOWN.find(name).path == path


@pytest.mark.parametrize(
    "name", ["001.png", "3/001.png", "good/009.png", "train/crack/001.png", "001.jpg", "", "..", "\0"]
)
def test_what_fits_none_or_several_is_refused(name: str) -> None:
    with pytest.raises(ExchangeTrouble) as told:
        KNOWN.find(name)
    assert told.value.remedy


def test_the_more_telling_name_comes_first() -> None:
    assert KNOWN.find("good/003.png", "003.png").path == "train/good/003.png"
    assert KNOWN.find("003.png", "bad/003.png").path == "train/bad/003.png"


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("test/crack/001.txt", "test/crack/001.png"),
        ("good/002.xml", "test/good/002.jpg"),
        ("test/good/002.jpg.png", "test/good/002.jpg"),
        ("a.b/c.d.txt", "a.b/c.d.png"),
    ],
)
def test_a_label_file_means_the_image_of_its_name(name: str, path: str) -> None:
    assert KNOWN.find_bare(name).path == path
    with pytest.raises(ExchangeTrouble):
        KNOWN.find_bare("001.txt")


@pytest.mark.parametrize("name", ["other/names.png", "001.png"])
def test_content_decides_where_no_name_does(name: str, tmp_path: Path) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("test/good/001.png")
    assert KNOWN.find(name, beside=[tmp_path / "nowhere", tmp_path]).path == "test/good/001.png"


def test_nothing_outside_the_folder_is_looked_at(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_text("test/good/001.png")
    (tmp_path / "labels").mkdir()
    for name in ("../secret.png", str(tmp_path / "secret.png"), "x/../../secret.png"):
        with pytest.raises(ExchangeTrouble):
            KNOWN.find(name, beside=[tmp_path / "labels"])


def test_two_images_of_one_content_are_not_told_apart(tmp_path: Path) -> None:
    same = hashlib.sha256(b"same").hexdigest()
    twins = KnownImages(KnownImage(path=path, width=4, height=3, sha256=same) for path in ("a.png", "b.png"))
    (tmp_path / "c.png").write_text("same")
    with pytest.raises(ExchangeTrouble, match="fits 2"):
        twins.find("c.png", beside=[tmp_path])


def test_ten_thousand_images_of_one_name() -> None:
    many = KnownImages(KnownImage(path=f"part {n}/view.png", width=4, height=3, sha256="") for n in range(10_000))
    assert many.find("D:\\x\\part 9999\\view.png").path == "part 9999/view.png"
    with pytest.raises(ExchangeTrouble, match="fits 10000"):
        many.find("view.png")
