"""`loupe evaluate`: the figures of a recipe on a labelled set; undefined ones are null, and no record is written."""

import shutil
from pathlib import Path

import pytest

from tests.app.cli.calls import RECIPE, Loupe
from vision.storage import Home

SHARES = {"overkill_rate", "escape_rate", "review_rate_good", "review_rate_defect"}
AREAS = {"image_auroc", "pixel_auroc", "aupro"}
LATENCIES = {"latency_ms_p50", "latency_ms_p99"}


@pytest.fixture
def labelled(dataset: Path, tmp_path: Path) -> Path:
    """A copy of the set to take things from."""
    for part in ("test", "ground_truth"):
        shutil.copytree(dataset / part, tmp_path / "Satz 集" / part)
    return tmp_path / "Satz 集"


def test_all_figures_are_there_and_no_record(loupe: Loupe, home: Home, labelled: Path) -> None:
    answer = loupe("evaluate", labelled, "--recipe", RECIPE)
    assert answer.code == 0, answer
    found = answer.one
    assert (found["n_good"], found["n_defect"]) == (4, 6)
    for key in SHARES | AREAS:
        assert 0 <= found[key] <= 1, key
    assert 0 < found["latency_ms_p50"] <= found["latency_ms_p99"]
    kinds = {path.name for path in (labelled / "test").iterdir()} - {"good"}
    assert found["per_defect"].keys() == kinds
    assert sum(one["n"] for one in found["per_defect"].values()) == 6
    assert not home.database.exists()


def test_the_figures_agree_with_inspect(loupe: Loupe, home: Home, labelled: Path) -> None:
    found = loupe("evaluate", labelled, "--recipe", RECIPE).one
    defective = sorted(path for path in (labelled / "test").rglob("*.png") if path.parent.name != "good")
    verdicts = [one["verdict"] for one in loupe("inspect", *defective, "--recipe", RECIPE).objects]
    assert found["escape_rate"] == pytest.approx(verdicts.count("OK") / 6, abs=1e-5)
    assert found["review_rate_defect"] == pytest.approx(verdicts.count("REVIEW") / 6, abs=1e-5)


def test_without_defects_their_figures_are_null(loupe: Loupe, home: Home, labelled: Path) -> None:
    for kind in (labelled / "test").iterdir():
        if kind.name != "good":
            shutil.rmtree(kind)
    found = loupe("evaluate", labelled, "--recipe", RECIPE).one
    assert (found["n_good"], found["n_defect"], found["per_defect"]) == (4, 0, {})
    assert all(found[key] is None for key in AREAS | {"escape_rate", "review_rate_defect"})
    assert found["overkill_rate"] is not None


def test_without_good_parts_their_figures_are_null(loupe: Loupe, home: Home, labelled: Path) -> None:
    shutil.rmtree(labelled / "test" / "good")
    found = loupe("evaluate", labelled, "--recipe", RECIPE).one
    assert (found["n_good"], found["n_defect"]) == (0, 6)
    assert all(found[key] is None for key in ("image_auroc", "overkill_rate", "review_rate_good"))
    assert found["escape_rate"] is not None


def test_without_masks_the_pixel_figures_are_null(loupe: Loupe, home: Home, labelled: Path) -> None:
    shutil.rmtree(labelled / "ground_truth")
    answer = loupe("evaluate", labelled, "--recipe", RECIPE)
    assert answer.code == 0
    assert answer.one["pixel_auroc"] is None
    assert answer.one["aupro"] is None
    assert answer.one["image_auroc"] is not None


def test_an_unreadable_image_is_named_in_both_ways_of_telling(loupe: Loupe, home: Home, labelled: Path) -> None:
    (labelled / "test" / "good" / "kaputt.png").write_bytes(b"")
    (one,) = loupe("evaluate", labelled, "--recipe", RECIPE).one["not_inspected"]
    assert Path(one["path"]).name == "kaputt.png"
    said = loupe("evaluate", labelled, "--recipe", RECIPE, json=False).out
    assert "kaputt.png is empty." in said
    assert "(" not in said.split("image_auroc")[0]


def test_what_is_no_set_is_told(loupe: Loupe, home: Home, labelled: Path, tmp_path: Path) -> None:
    assert "nowhere" in loupe("evaluate", tmp_path / "nowhere", "--recipe", RECIPE).sentence
    assert "no folder named test" in loupe("evaluate", labelled / "test", "--recipe", RECIPE).sentence
    shutil.rmtree(labelled / "test")
    (labelled / "test" / "good").mkdir(parents=True)
    assert "no image" in loupe("evaluate", labelled, "--recipe", RECIPE).sentence
    assert "There is no recipe X." in loupe("evaluate", labelled, "--recipe", "X").sentence


def test_a_golden_set_is_measured_as_its_folder_is(loupe: Loupe, home: Home, labelled: Path) -> None:
    folder = loupe("evaluate", labelled, "--recipe", RECIPE).one
    assert "no golden set" in loupe("evaluate", "--golden", "first", "--recipe", RECIPE).sentence
    assert loupe("dataset", "create", "Satz", labelled).code == 0
    assert loupe("labels", "import", labelled, "--format", "mvtec", "--dataset", "Satz").code == 0
    assert "Nothing is frozen" in loupe("evaluate", "--golden", "first", "--recipe", RECIPE).sentence
    assert loupe("dataset", "snapshot", "Satz", "--as", "early").code == 0
    assert loupe("dataset", "freeze", "Satz", "--as", "first", "--by", "Ada").code == 0
    golden = loupe("evaluate", "--golden", "first", "--recipe", RECIPE).one
    assert golden.keys() == folder.keys()
    assert all(golden[key] == folder[key] for key in folder.keys() - LATENCIES)
    assert "is a snapshot" in loupe("evaluate", "--golden", "early", "--recipe", RECIPE).sentence
    next((labelled / "test" / "good").iterdir()).write_bytes(b"other")
    assert "another image than was frozen" in loupe("evaluate", "--golden", "first", "--recipe", RECIPE).sentence


def test_one_set_at_a_time(loupe: Loupe, home: Home, labelled: Path) -> None:
    assert loupe("evaluate", labelled, "--golden", "first", "--recipe", RECIPE).code == 2
    assert loupe("evaluate", "--recipe", RECIPE).code == 2
