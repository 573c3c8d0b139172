"""Pixel masks as a few bytes, for undo without limit and for the journal: one bit a pixel, deflated."""

import base64
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from labeling.annotation import PlacedMask

_QUICK = 1
"""zlib's level: strokes are written while a hand draws."""
_MOST_PIXELS = 1 << 31


@dataclass(frozen=True, kw_only=True)
class PackedMask:
    """A placed mask that takes little room: a stroke across 24 megapixels some kilobytes."""

    left: int
    top: int
    height: int
    width: int
    bits: bytes
    """Row by row, the highest bit first, zlib."""

    @classmethod
    def of(cls, mask: PlacedMask) -> Self:
        height, width = mask.pixels.shape
        bits = zlib.compress(np.packbits(mask.pixels).tobytes(), _QUICK)
        return cls(left=mask.left, top=mask.top, height=height, width=width, bits=bits)

    def mask(self) -> PlacedMask:
        """Raises `ValueError` when the bits are not those of a mask of this size."""
        count = self.height * self.width
        if min(self.height, self.width) < 0 or count > _MOST_PIXELS:
            raise ValueError("no size of a mask")
        inflater = zlib.decompressobj()
        try:
            packed = np.frombuffer(inflater.decompress(self.bits, (count + 7) // 8 + 1), np.uint8)
        except zlib.error as error:
            raise ValueError(str(error)) from error
        if len(packed) != (count + 7) // 8:
            raise ValueError("bits of a mask of another size")
        pixels = np.unpackbits(packed, count=count).astype(np.bool_).reshape(self.height, self.width)
        return PlacedMask(left=self.left, top=self.top, pixels=pixels)

    def memo(self) -> dict[str, Any]:
        """Ready for JSON; `recall` makes it again."""
        bits = base64.b64encode(self.bits).decode("ascii")
        return {"left": self.left, "top": self.top, "height": self.height, "width": self.width, "bits": bits}

    @classmethod
    def recall(cls, memo: Mapping[str, Any]) -> Self:
        """The mask of a `memo`. Raises `ValueError`, `KeyError` or `TypeError` for anything else."""
        places = {name: int(memo[name]) for name in ("left", "top", "height", "width")}
        return cls(**places, bits=base64.b64decode(memo["bits"], validate=True))
