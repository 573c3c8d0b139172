"""anomalib's PatchCore for the benchmark: it judges any picture, with a memory as large as anomalib's own."""

import math

import numpy as np
import pytest

from vision.models.peers import MOBILE, peer_judge


@pytest.mark.parametrize("shape", [(120, 160), (120, 160, 3)])
def test_a_peer_judges_mono_and_colour(shape: tuple[int, ...]) -> None:
    judge = peer_judge(MOBILE, good_images=2)
    score = judge(np.random.default_rng(0).integers(0, 256, shape, dtype=np.uint8))
    assert math.isfinite(score)
    assert score > 0
