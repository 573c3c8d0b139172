"""Rows of a table and whole files that cannot be read: trouble that is told, never anything else."""

from pathlib import Path

import numpy as np
import pytest

from labeling.exchange import FORMATS, ExchangeTrouble
from labeling.exchange import files as exchange_files
from tests.labeling.exchange.readings import GOOD, HEIGHT, WIDTH, assert_told, coco, read, where
from vision.inspection import Trouble


@pytest.mark.parametrize("tag", ["z" * 5000, "a\u200bb"])
def test_a_tag_that_cannot_be_kept_is_a_bad_row(tag: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f"path,tag\n{GOOD},{tag}\ntest/crack/001.png,matt\n", "utf-8")
    reading = read("csv", tmp_path / "t.csv")
    assert where(reading) == ["t.csv, line 2"]
    assert [(image.path, image.tags) for image in reading.images] == [("test/crack/001.png", frozenset({"matt"}))]


def test_bad_rows_of_a_table(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        f"path,tag\n{GOOD},matt\nnowhere.png,matt\n001.png,matt\n,matt\n{GOOD},nass\n", "utf-8"
    )
    reading = read("csv", tmp_path / "t.csv")
    assert where(reading) == [f"t.csv, line {n}" for n in (3, 4, 5)]
    assert [(image.path, image.tags) for image in reading.images] == [(GOOD, frozenset({"matt", "nass"}))]
    assert_told(reading)


SPOILT: dict[str, bytes] = {
    "empty": b"",
    "binary": bytes(range(256)) * 9,
    "zeros": bytes(999),
    "cut": b'{"images": [{"id": 1',
    "deep": b"[" * 200_000,
    "number": b"7",
    "long number": b'{"images": [' + b"9" * 9999 + b"]}",
    "other": b'{"images": 3, "shapes": 4}',
}


@pytest.mark.parametrize("spoilt", SPOILT)
@pytest.mark.parametrize(("name", "suffix"), [("coco", ".json"), ("labelme", ".json"), ("csv", ".csv")])
def test_a_spoilt_file_is_told(name: str, suffix: str, spoilt: str, tmp_path: Path) -> None:
    file = tmp_path / f"Datei 検{suffix}"
    file.write_bytes(SPOILT[spoilt])
    with pytest.raises(Trouble):
        read(name, file)


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_not_there_is_told(name: str, tmp_path: Path) -> None:
    for source in (tmp_path / "nowhere", tmp_path):
        with pytest.raises(Trouble):
            read(name, source)


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange_files, "MAX_BYTES", 10)
    with pytest.raises(ExchangeTrouble, match="larger"):
        read("coco", coco(tmp_path))


def test_noise_never_raises_anything_but_trouble(tmp_path: Path) -> None:
    chance = np.random.default_rng(0)
    plain = coco(tmp_path, {}, {"segmentation": {"size": [HEIGHT, WIDTH], "counts": [0, WIDTH * HEIGHT]}}).read_bytes()
    for number in range(300):
        data = bytearray(plain)
        for place in chance.integers(0, len(data), number % 5 + 1):
            data[place] = chance.integers(32, 127)
        (tmp_path / "c.json").write_bytes(data)
        try:
            assert_told(read("coco", tmp_path / "c.json"))
        except Trouble:
            continue
