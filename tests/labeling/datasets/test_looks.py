"""Near-duplicates, suspect labels and thumbnails."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from labeling.datasets import Thumbnails, mask_gap, near_duplicates, suspicions
from labeling.datasets.looks import look
from tests.labeling.datasets.conftest import write_image
from vision.images import ImageTrouble, find_images, read_image
from vision.inspection import Frame
from vision.storage import Home


def photo(seed: int) -> np.ndarray:
    """Cloudy, as photographs are."""
    noise = np.random.default_rng(seed).random((120, 160)).astype(np.float32)
    return cv2.normalize(cv2.GaussianBlur(noise, (0, 0), 6), None, 20, 220, cv2.NORM_MINMAX).astype(np.uint8)


def copies(pixels: np.ndarray) -> list[np.ndarray]:
    jpeg = cv2.imdecode(cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, 70])[1], cv2.IMREAD_GRAYSCALE)
    brighter = (pixels * 1.1).astype(np.uint8)
    deeper = pixels.astype(np.uint16) * 257
    return [pixels, jpeg, brighter, cv2.resize(pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), deeper]


def test_copies_are_grouped_and_strangers_are_not() -> None:
    images = [copy for seed in range(4) for copy in copies(photo(seed))] + [photo(9)]
    depths = [8 * image.itemsize for image in images]
    looks = {100 + n: look(Frame(pixels=image, bit_depth=d)) for n, (image, d) in enumerate(zip(images, depths))}
    assert near_duplicates(looks) == [list(range(start, start + 5)) for start in (100, 105, 110, 115)]


def test_a_series_of_small_steps_is_one_group_and_the_largest_comes_first() -> None:
    steps = [f"{(1 << 10 * n) - 1:064x}" for n in range(6)]
    other = "f" * 64
    assert near_duplicates(dict(enumerate([other, *steps, other]))) == [[1, 2, 3, 4, 5, 6], [0, 7]]
    assert near_duplicates({}) == near_duplicates({1: other}) == []


def test_pairs_are_found_over_the_edge_of_a_block() -> None:
    chance = np.random.default_rng(0)
    looks = {n: chance.bytes(32).hex() for n in range(1100)}
    looks[1099], looks[700] = looks[3], looks[600]
    assert near_duplicates(looks) == [[3, 1099], [600, 700]]


def test_real_photographs_stay_apart(dev_data: Path) -> None:
    paths = find_images(dev_data / "aws_cookie")[:40]
    frames = [Frame(pixels=pixels, bit_depth=depth) for pixels, depth in map(read_image, paths)]
    assert sum(map(len, near_duplicates({n: look(frame) for n, frame in enumerate(frames)}))) <= 2


def test_the_same_tile_at_several_exposures_is_found(dev_data: Path) -> None:
    """Defective tiles were taken several times; a group is one tile, so it never holds two defect classes."""
    folder = dev_data / "magnetic_tile" / "tile" / "test"
    paths = [path for path in find_images(folder) if path.parent.name != "good"]
    looks = {n: look(Frame(pixels=pixels, bit_depth=depth)) for n, (pixels, depth) in enumerate(map(read_image, paths))}
    groups = near_duplicates(looks)
    assert len(groups) > 20
    assert [group for group in groups if len({paths[n].parent.name for n in group}) > 1] == []


def test_labels_that_model_and_neighbours_speak_against_come_first() -> None:
    chance = np.random.default_rng(0)
    truth = ["", "crack", "dent"] * 20
    centres = {"": [1, 0, 0], "crack": [0, 1, 0], "dent": [0, 0, 1]}
    embeddings = np.array([centres[name] for name in truth]) + 0.1 * chance.standard_normal((60, 3))
    scores = np.array([20.0 if name == "" else 80.0 for name in truth])
    labels = [*truth]
    labels[0], labels[4], labels[8] = "crack", "", "crack"  # a good part, a missed crack, a dent called crack
    doubts = suspicions(labels, scores=scores, embeddings=embeddings)
    assert set(np.argsort(-doubts)[:3]) == {0, 4, 8}
    assert np.all((doubts >= 0) & (doubts <= 1))
    by_neighbours = suspicions(labels, embeddings=embeddings)
    assert np.sort(by_neighbours)[-3] > 0.5 > np.sort(by_neighbours)[-4]


def test_nobody_is_their_own_neighbour() -> None:
    assert suspicions(["", "crack"], embeddings=np.array([[1.0, 0.0], [0.0, 1.0]])) == pytest.approx([1, 1])


def test_what_is_not_known_does_not_count() -> None:
    scores = np.array([90.0, np.nan, np.nan])
    gaps = np.array([np.nan, 0.5, np.nan])
    assert suspicions(["", "crack", ""], scores=scores, gaps=gaps) == pytest.approx([0.9, 0.5, np.nan], nan_ok=True)
    assert np.isnan(suspicions(["", ""])).all()
    assert np.isnan(suspicions([""], embeddings=np.ones((1, 4)))).all()


def test_a_mask_and_a_region_miss_each_other_more_or_less() -> None:
    marked, found = np.zeros((60, 80), bool), np.zeros((60, 80), bool)
    marked[10:20, 10:20] = True
    assert mask_gap(marked, marked) == 0
    assert mask_gap(marked, found) == 1
    found[13:23, 12:22] = True  # a few pixels beside it are the same place
    assert mask_gap(marked, found) == 0
    found[40:50, 60:70] = True
    assert mask_gap(marked, found) == pytest.approx(100 / 300)
    assert mask_gap(np.zeros((5, 5), bool), np.zeros((5, 5), bool)) == 0


def test_a_thumbnail_is_made_once_and_again_when_it_was_deleted(tmp_path: Path) -> None:
    thumbnails, image = Thumbnails(Home(tmp_path / "home")), write_image(tmp_path / "wide.png", 1, (300, 1200))
    assert thumbnails.find("ab" * 32) is None
    made = thumbnails.make("ab" * 32, image)
    assert read_image(made)[0].shape == (64, 256, 3)
    assert thumbnails.find("ab" * 32) == made
    stamp = made.stat().st_mtime_ns
    assert thumbnails.make("ab" * 32, image).stat().st_mtime_ns == stamp
    made.unlink()
    assert thumbnails.make("ab" * 32, image) == made
    assert [path.name for path in made.parent.iterdir()] == [made.name]
    with pytest.raises(ImageTrouble, match="does not exist"):
        thumbnails.make("cd" * 32, tmp_path / "gone.png")


def test_a_small_image_is_not_blown_up(tmp_path: Path) -> None:
    made = Thumbnails(Home(tmp_path / "home")).make("a" * 64, write_image(tmp_path / "dot.png", 1, (1, 3)))
    assert read_image(made)[0].shape == (1, 3, 3)
