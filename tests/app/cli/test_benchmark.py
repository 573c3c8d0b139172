"""`loupe benchmark`: the table of the engine beside others, with and without a labelled set."""

from pathlib import Path

import pytest

from tests.app.cli.calls import Loupe
from vision.storage import Home

TIMES = {"min_ms", "median_ms", "p99_ms", "cpu_s", "ratio"}


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_table_has_everyone_beside_the_default(loupe: Loupe, home: Home, dataset: Path) -> None:
    answer = loupe("benchmark", "--quick", "--data", dataset)
    assert answer.code == 0, answer
    found = answer.one
    names = [one["name"] for one in found["judges"]]
    assert names[0] == "Loupe, default"
    assert sum("anomalib" in name for name in names) == 2
    for one in found["judges"]:
        assert one.keys() == TIMES | {"name"}
        assert 0 < one["min_ms"] <= one["median_ms"] <= one["p99_ms"]
    assert found["judges"][0]["ratio"] == 1
    assert set(found["unit"]) == {"_ms", "_s", "ratio"}
    quality = found["image_auroc"]
    assert abs(quality["int8"] - quality["float32"] - quality["difference"]) < 2e-4
    assert not home.database.exists(), "nothing is recorded"


def test_a_folder_that_is_no_set_is_told_before_anything_is_timed(loupe: Loupe, tmp_path: Path) -> None:
    answer = loupe("benchmark", "--quick", "--data", tmp_path / "missing")
    assert answer.code == 1
    assert "missing" in answer.err
    assert "Teaching" not in answer.err
