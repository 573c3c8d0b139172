import json

import numpy as np

from app.history.export import export_record
from tests.app.history.records import make_record
from vision.images import read_image
from vision.inspection import Frame, Verdict


def test_the_exported_files_say_all_and_can_be_written_again(tmp_path):
    frame = Frame(pixels=np.arange(48, dtype=np.uint16).reshape(6, 8) * 80, bit_depth=12)
    record = make_record(42, Verdict.NG)
    first = export_record(record, lambda view: frame, tmp_path)
    assert export_record(record, lambda view: frame, tmp_path) == first
    assert first.name == "part-000042-00000000"
    pixels, bit_depth = read_image(first / "view-1.png")
    assert np.array_equal(pixels, frame.pixels)
    assert bit_depth == 12
    told = json.loads((first / "record.json").read_text(encoding="utf-8"))
    assert (told["sequence"], told["verdict"], told["part"]["lot"]) == (42, "NG", "L-2419")
    assert told["views"][0]["t2"] == 0.62
    assert told["time"].endswith("+00:00")
    assert not list(first.glob("*.tmp"))


def test_a_record_without_image_is_exported_too(tmp_path):
    target = export_record(make_record(4, Verdict.NOT_INSPECTED), lambda view: 1 / 0, tmp_path)
    assert [path.name for path in target.iterdir()] == ["record.json"]
