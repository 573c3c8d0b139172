"""A second look at what images are labelled: a model sees each one, and what speaks against a label is told in a word.

`labeling.datasets.suspects` has the figures; here are the images they are made of, and the reason behind each.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from labeling.datasets.scan import Progress
from labeling.datasets.suspects import common_neighbours, suspicions
from vision.inspection import Frame, Trouble

WEIGHTY = 0.5
"""From here on, one thing that speaks against a label is told as the reason."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Sight:
    """What an eye makes of one image."""

    score: float | None
    """From 0 to 100 as screens show it; None where no model can judge the image."""
    code: NDArray[np.float32]
    """(d,): images that look alike point the same way."""


class Eye(Protocol):
    """Something that sees images."""

    def see(self, frame: Frame) -> Sight:
        """Look at one; called from a background thread."""


class ReasonKind(StrEnum):
    """What speaks against a label."""

    SEES_NOTHING = "sees_nothing"
    """A defect is marked, and the model sees a good part."""
    SEES_DEFECT = "sees_defect"
    """Nothing is marked, and the model sees something."""
    NEIGHBOURS = "neighbours"
    """The images that look alike carry another label."""


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why a label is suspect."""

    kind: ReasonKind
    label: str = ""
    """Of `NEIGHBOURS`: what most of them carry, the id of a class; empty is a good part."""


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """How much speaks against one label."""

    suspicion: float | None
    """From 0 to 1; None where nothing is known."""
    score: float | None
    """The model's, 0 to 100."""
    reason: Reason | None
    """None when nothing speaks loudly against it."""


@dataclass(frozen=True, kw_only=True)
class SecondLook:
    """What came of it."""

    doubts: Mapping[int, Doubt] = field(default_factory=dict)
    """By image id."""
    faults: Mapping[int, Trouble] = field(default_factory=dict)
    """By image id: why an image could not be looked at."""


def second_look(
    labels: Mapping[int, str],
    read: Callable[[int], Frame],
    eye: Eye,
    progress: Progress = lambda done, total: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> SecondLook | None:
    """Look at labelled images again; None when it was cancelled.

    Args:
        labels: by image id, the id of the defect class that stands for the image; empty for a good part.
        read: the image of an id. Raises `Trouble` when it is gone or unreadable.
        eye: what looks.
        progress: called with how many are done, of how many.
        is_cancelled: asked before each image.
    """
    sights: dict[int, Sight] = {}
    faults: dict[int, Trouble] = {}
    for done, image_id in enumerate(labels, 1):
        if is_cancelled():
            return None
        try:
            sights[image_id] = eye.see(read(image_id))
        except Trouble as trouble:
            faults[image_id] = trouble
        progress(done, len(labels))
    return SecondLook(doubts=_doubts({key: labels[key] for key in sights}, sights), faults=faults)


def _doubts(labels: Mapping[int, str], sights: Mapping[int, Sight]) -> dict[int, Doubt]:
    if not sights:
        return {}
    words = list(labels.values())
    scores = np.array([np.nan if sight.score is None else sight.score for sight in sights.values()])
    codes = np.stack([sight.code for sight in sights.values()])
    codes -= codes.mean(axis=0)  # what all images have in common says nothing about who looks like whom
    values = suspicions(words, scores=scores, embeddings=codes)
    others = common_neighbours(words, codes)
    return {
        key: Doubt(
            suspicion=float(value) if np.isfinite(value) else None,
            score=sights[key].score,
            reason=_reason(labels[key], sights[key].score, other, float(value)),
        )
        for key, value, other in zip(labels, values, others, strict=True)
    }


def model_reason(label: str, score: float | None) -> Reason | None:
    """What a model's score, 0 to 100, says against a label; None when it agrees or there is none."""
    if _model_doubt(label, score) < WEIGHTY:
        return None
    return Reason(kind=ReasonKind.SEES_NOTHING if label else ReasonKind.SEES_DEFECT)


def _reason(label: str, score: float | None, other: str, suspicion: float) -> Reason | None:
    """The model's objection goes first: a person can check it on the image itself."""
    reason = model_reason(label, score)
    if reason is None and other != label and suspicion > _model_doubt(label, score):
        return Reason(kind=ReasonKind.NEIGHBOURS, label=other)
    return reason


def _model_doubt(label: str, score: float | None) -> float:
    if score is None:
        return 0.0
    return 1 - score / 100 if label else score / 100
