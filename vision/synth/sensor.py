"""From light to digital numbers, in the words of EMVA 1288 (release 4.0).

Photons free electrons, so the variance of the signal equals its mean (photon transfer); reading adds a noise of its
own; gain multiplies both; the well and the converter end the range. Light 1 fills the well at the nominal exposure and
gain 0 dB.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vision.inspection import PixelArray

NOMINAL_EXPOSURE_US = 4000.0
FULL_WELL_E = 10500.0
"""Saturation capacity in electrons, as of a common global shutter sensor with 3.45 um pixels."""
READ_NOISE_E = 6.0
BLACK_LEVEL = 0.004
"""Offset of a dark pixel as a share of full scale, so that noise is not cut off at zero."""


@dataclass(frozen=True, kw_only=True)
class Exposure:
    """How the sensor is set."""

    exposure_time_us: float = NOMINAL_EXPOSURE_US
    gain_db: float = 0.0
    bit_depth: int = 8
    """8 gives uint8; 10, 12 and 16 give uint16 with the value in the low bits."""


def expose(light: NDArray[np.float32], exposure: Exposure, rng: np.random.Generator) -> PixelArray:
    """Digital numbers for relative light (H, W); every call draws fresh noise from `rng`."""
    electrons = light * np.float32(FULL_WELL_E * exposure.exposure_time_us / NOMINAL_EXPOSURE_US)
    np.clip(electrons, 0.0, FULL_WELL_E, out=electrons)
    noise = rng.standard_normal(light.shape, np.float32)
    noise *= np.sqrt(electrons + np.float32(READ_NOISE_E**2))
    electrons += noise
    full_scale = 2**exposure.bit_depth - 1
    electrons *= np.float32(10 ** (exposure.gain_db / 20) * full_scale / FULL_WELL_E)
    electrons += np.float32(BLACK_LEVEL * full_scale + 0.5)
    np.clip(electrons, 0.0, full_scale, out=electrons)
    return electrons.astype(np.uint8) if exposure.bit_depth == 8 else electrons.astype(np.uint16)
