"""Wrong model settings are told in plain words: which, what it is, and what it can be."""

from typing import Any

import pytest

from vision.detectors import ModelTrouble, check_settings


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"memory_size": 10**9}, "The model setting memory_size is 1000000000: it can be 20000 at most."),
        ({"memory_size": 1}, "The model setting memory_size is 1: it can be 8 at least."),
        ({"detail": float("nan")}, "The model setting detail is nan: it can be 1 at most."),
        ({"even_light": "dim"}, "The model setting even_light cannot be dim."),
        ({"long_side_px": "x" * 99}, "The model setting long_side_px cannot be " + "x" * 40 + "."),
        ({"colour": 1}, "The model setting colour is not known."),
    ],
)
def test_a_wrong_setting_is_told_in_plain_words(settings: dict[str, Any], words: str) -> None:
    with pytest.raises(ModelTrouble) as told:
        check_settings("memory", settings)
    assert told.value.what == words
    assert told.value.meaning
    assert "another version" in told.value.remedy
    assert "validation error" in told.value.detail


def test_a_setting_of_a_model_within_one_is_told_with_its_place() -> None:
    with pytest.raises(ModelTrouble, match=r"setting first\.kind is missing"):
        check_settings("fused", {"first": {"settings": {}}})


def test_a_setting_that_must_be_more_is_told() -> None:
    with pytest.raises(ModelTrouble, match="is 0: it must be more than 0"):
        check_settings("anomalib-patchcore", {"coreset_sampling_ratio": 0})
