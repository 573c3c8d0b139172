"""A made-up part for widgets that open alone and for tests: brushed metal with one bright scratch. Deterministic."""

import numpy as np

from app.widgets.image_view import ImageShown
from vision.inspection import Frame, Thresholds

THRESHOLDS = Thresholds(t1=0.50, t2=0.62)


def example_frame(width: int = 720, height: int = 600, *, seed: int = 1) -> Frame:
    """A mono frame of brushed metal."""
    noise = np.random.default_rng(seed)
    stripes = noise.normal(120, 18, width)[None, :] + noise.normal(0, 6, (height, width))
    shade = np.linspace(1.15, 0.7, width)[None, :]
    return Frame(pixels=np.clip(stripes * shade, 0, 255).astype(np.uint8), camera="Camera 1")


def example_map(width: int = 720, height: int = 600, *, peak: float = 1.07) -> np.ndarray:
    """An anomaly map with one region of that peak at the upper right."""
    y, x = np.mgrid[0:height, 0:width]
    bump = np.exp(-(((x - 0.75 * width) / (0.05 * width)) ** 2 + ((y - 0.25 * height) / (0.12 * height)) ** 2))
    return (0.15 + (peak - 0.15) * bump).astype(np.float32)


def example_image(*, peak: float = 1.07, seed: int = 1) -> ImageShown:
    """Frame and map together."""
    return ImageShown(frame=example_frame(seed=seed), anomaly_map=example_map(peak=peak), thresholds=THRESHOLDS)
