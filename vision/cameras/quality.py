"""Numbers about one frame for the person who sets focus and light."""

import cv2
import numpy as np
from numpy.typing import NDArray

from vision.inspection import Frame, as_rgb8


def focus_measure(frame: Frame) -> float:
    """Sharpness: the variance of the Laplacian over the squared mean grey, at least 0; higher is sharper.

    The variance of the Laplacian is Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy" (ICPR 2000);
    dividing by the squared mean makes it blind to a change of exposure. Compare it only under one scene and light.
    """
    grey = _grey(frame).astype(np.float32)
    mean = float(grey.mean())
    if mean == 0:
        return 0.0
    return float(cv2.Laplacian(grey, cv2.CV_32F).var()) / mean**2


def histogram(frame: Frame) -> NDArray[np.int64]:
    """(256,) counts of grey levels; deeper frames by their upper 8 bits."""
    return np.bincount(_grey(frame).ravel(), minlength=256).astype(np.int64)


def clipped_share(frame: Frame) -> float:
    """Share of pixels, 0 to 1, where at least one channel is at the end of its range: light that is lost."""
    clipped = frame.pixels >= (1 << frame.bit_depth) - 1
    return float((clipped.any(axis=2) if clipped.ndim == 3 else clipped).mean())


def _grey(frame: Frame) -> NDArray[np.uint8]:
    if frame.pixels.ndim == 2 and frame.pixels.dtype == np.uint8:
        return frame.pixels.astype(np.uint8, copy=False)
    return np.asarray(cv2.cvtColor(as_rgb8(frame), cv2.COLOR_RGB2GRAY), dtype=np.uint8)
