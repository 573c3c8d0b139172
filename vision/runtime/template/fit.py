"""Learning: the good frames laid over the one most like the others, their mean and spread, and scores of copies."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.detectors.family import Cancelled, FitProgress, FitRequest, FitStage, Learned, ModelTrouble
from vision.images.copies import distorted_copy
from vision.inspection import Frame, as_pixels8, say
from vision.runtime.template.file import Taught, write_model
from vision.runtime.template.settings import TemplateSettings
from vision.runtime.template.template import Pixels, Template, grey_of

LEAST_ALIKE = 0.5
"""Correlation with the reference that a good frame must reach, and the share of the usual one that a part must reach."""
SPREADS = 3.0
"""Standard deviations of the good parts by which the tolerance is widened."""
SPOT = 0.2
"""Standard deviation of the spot as a share of the smallest defect's size. See `vision.runtime.template`."""
_THUMB_PX = 32
_COLOUR_LEVELS = 12
"""Channels that differ by more grey levels, at one pixel in a hundred, make a part coloured."""

_Steps = Callable[[int], Iterator[int]]
"""Counts to a number, telling the progress and asking whether to stop."""


def fit_template(request: FitRequest, progress: FitProgress, cancelled: Callable[[], bool]) -> Learned:
    """A model file; one frame is enough. The same frames, settings and seed give the same bytes.

    Raises:
        ModelTrouble: the frames do not show the same part in the same place.
        Cancelled: as asked.
    """
    settings = TemplateSettings.model_validate(request.settings.model_dump())
    looking = partial(_steps, FitStage.FEATURES, progress, cancelled)
    scoring = partial(_steps, FitStage.MEMORY, progress, cancelled)
    first = request.frames[_most_typical(request.frames, looking)]
    template, alike = _learn(request.frames, _start(first, settings), settings, looking)
    least = LEAST_ALIKE * float(np.median(list(alike.values())))
    rng = np.random.default_rng(request.seed)
    shown = [request.frames[index] for index in alike]
    scores = [_score_of_copy(template, shown[number % len(shown)], rng) for number in scoring(settings.copies)]
    taught = Taught(template=template, least_correlation=least, good_scores=tuple(scores))
    return Learned(content=write_model(taught, settings))


def _steps(stage: FitStage, progress: FitProgress, cancelled: Callable[[], bool], total: int) -> Iterator[int]:
    for number in range(total):
        if cancelled():
            raise Cancelled
        yield number
        progress(stage, number + 1, total)


def _most_typical(frames: Sequence[Frame], steps: _Steps) -> int:
    """Index of the frame that resembles the others most, so that an odd one is not taken for the reference."""
    thumbs = []
    for index in steps(len(frames)):
        small = cv2.resize(grey_of(as_pixels8(frames[index])), (_THUMB_PX, _THUMB_PX), interpolation=cv2.INTER_AREA)
        thumb = small.ravel().astype(np.float64) - small.mean()
        thumbs.append(thumb / max(float(np.linalg.norm(thumb)), 1e-9))
    alike = np.array(thumbs) @ np.array(thumbs).T
    return int(np.median(alike, axis=1).argmax())


def _start(first: Frame, settings: TemplateSettings) -> Template:
    pixels = as_pixels8(first)
    is_coloured = pixels.ndim == 3 and float(np.mean(np.ptp(pixels, axis=2) > _COLOUR_LEVELS)) > 0.01
    image = pixels if is_coloured else grey_of(pixels)
    return Template(reference=image, lower=image, upper=image, spot_px=SPOT * settings.defect_px)


def _learn(
    frames: Sequence[Frame], start: Template, settings: TemplateSettings, steps: _Steps
) -> tuple[Template, dict[int, float]]:
    """The template of the frames that show the part, and which they are, with their correlation."""
    means, lowest, highest = _Spread(start.reference), _Spread(start.reference), _Spread(start.reference)
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * settings.tolerance_px + 1,) * 2)
    alike: dict[int, float] = {}
    for index in steps(len(frames)):
        pixels = start.as_taught(as_pixels8(frames[index]))
        alignment = start.align(pixels)
        if alignment.is_held and alignment.correlation < LEAST_ALIKE:
            continue
        alike[index] = alignment.correlation
        laid = start.lay(pixels, alignment)
        means.add(laid)
        lowest.add(cv2.erode(laid, disc))
        highest.add(cv2.dilate(laid, disc))
    _check(len(alike), len(frames))
    template = Template(
        reference=means.shifted(0),
        lower=lowest.shifted(-SPREADS),
        upper=highest.shifted(SPREADS),
        spot_px=start.spot_px,
    )
    return template, alike


def _check(n_alike: int, n_frames: int) -> None:
    if 2 * n_alike <= n_frames:
        raise ModelTrouble(
            say("Only {alike} of {all} images show the same part in the same place.", alike=n_alike, all=n_frames),
            "The template cannot be taught.",
            "Fix the parts in one place, or choose a model that needs no reference.",
        )


def _score_of_copy(template: Template, frame: Frame, rng: np.random.Generator) -> float:
    """The score of a distorted copy of a good frame, as at the line."""
    copy = distorted_copy(template.as_taught(as_pixels8(frame)), rng)
    return float(template.differences(copy, template.align(copy)).max())


class _Spread:
    """Mean and standard deviation of images, one by one."""

    def __init__(self, like: Pixels) -> None:
        self._n = 0
        self._sum, self._squares = np.zeros(like.shape, np.float32), np.zeros(like.shape, np.float32)

    def add(self, image: NDArray[Any]) -> None:
        self._n += 1
        cv2.accumulate(image, self._sum)
        cv2.accumulateSquare(image, self._squares)

    def shifted(self, spreads: float) -> Pixels:
        """The mean, moved by so many standard deviations, as whole grey levels; away from the mean when in doubt."""
        mean = self._sum / self._n
        variance = (self._squares / self._n - mean**2).clip(0) * (self._n / max(1, self._n - 1))
        moved = (mean + spreads * np.sqrt(variance)).clip(0, 255)
        whole = np.ceil(moved) if spreads > 0 else np.floor(moved) if spreads < 0 else moved.round()
        return whole.astype(np.uint8)
