"""What is too small to be seen in large frames, said while there is a choice."""

from collections.abc import Mapping
from typing import Any

from vision.detectors import model_family
from vision.inspection import say

_LARGE = 4.0
"""Times that a frame is shrunk, from which on it is said."""
_SEEN_PX = 2
"""Of scratches 2 px wide where they are looked at 9 of 16 lay above T2, of those 0.8 px wide none: `bench_tiles`."""


def too_small(kind: str, settings: Mapping[str, Any], long_side_px: int) -> tuple[str, ...]:
    """Which defects are missed without finer tiles; () for kinds that offer none, and for frames that are hardly shrunk.

    Args:
        kind: of model.
        settings: those asked for; the others are the kind's defaults.
        long_side_px: the longer side of what is judged of a frame.
    """
    chosen = model_family(kind).settings.model_validate(settings).model_dump()
    if "detail" not in chosen:
        return ()
    seen_px = max(chosen["long_side_px"], round(chosen["detail"] * long_side_px))
    if long_side_px <= _LARGE * seen_px:
        return ()
    return (
        say(
            "Frames of {long_side} pixels are looked at in {seen}: a scratch narrower than about {least} pixels is missed. "
            "Tiles find more, but take many times longer: --detail 0.5, or Small defects on Teach.",
            long_side=long_side_px,
            seen=seen_px,
            least=round(_SEEN_PX * long_side_px / seen_px),
        ),
    )
