"""The written set: MVTec layout, masks beside their frames, the same again."""

from pathlib import Path

import numpy as np

from vision.images.codec import read_image
from vision.synth.dataset import good_frames, write_dataset
from vision.synth.scene import DefectKind

SIZE = (160, 120)


def test_a_set_has_every_share_and_a_mask_for_every_defect(tmp_path: Path) -> None:
    write_dataset(tmp_path, 1, train_good=3, test_good=2, test_defect=9, size=SIZE)
    assert len(list((tmp_path / "train" / "good").glob("*.png"))) == 3
    assert len(list((tmp_path / "test" / "good").glob("*.png"))) == 2
    assert {path.name for path in (tmp_path / "test").iterdir()} == {"good", *DefectKind}
    defective = [path for kind in DefectKind for path in (tmp_path / "test" / kind).glob("*.png")]
    assert len(defective) == 9
    for path in defective:
        mask, _ = read_image(tmp_path / "ground_truth" / path.parent.name / f"{path.stem}_mask.png")
        assert mask.shape == read_image(path)[0].shape == (120, 160)
        assert set(np.unique(mask)) == {0, 255}


def test_a_longer_set_begins_with_the_shorter_one(tmp_path: Path) -> None:
    write_dataset(tmp_path / "short", 1, train_good=1, test_good=1, test_defect=1, size=SIZE)
    write_dataset(tmp_path / "long", 1, train_good=2, test_good=2, test_defect=2, size=SIZE)
    for path in (tmp_path / "short").rglob("*.png"):
        assert path.read_bytes() == (tmp_path / "long" / path.relative_to(tmp_path / "short")).read_bytes()


def test_train_and_test_share_no_part(tmp_path: Path) -> None:
    write_dataset(tmp_path, 1, train_good=2, test_good=2, test_defect=0, size=SIZE)
    frames = [path.read_bytes() for path in tmp_path.rglob("*.png")]
    assert len(set(frames)) == 4


def test_good_frames_are_those_of_the_set(tmp_path: Path) -> None:
    write_dataset(tmp_path, 7, train_good=2, test_good=0, test_defect=0, size=SIZE)
    for part, pixels in enumerate(good_frames(7, 2, size=SIZE)):
        assert np.array_equal(read_image(tmp_path / "train" / "good" / f"{part:03d}.png")[0], pixels)
