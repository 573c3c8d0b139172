"""Copy from the previous image: the same flaws on the next part, to be corrected instead of drawn."""

from dataclasses import dataclass

from labeling.annotation import Annotation, Defect
from labeling.painting.masks import clipped
from vision.inspection import Sentence, say


@dataclass(frozen=True, kw_only=True)
class Copied:
    """What another image's defects are on this one."""

    defects: tuple[Defect, ...]
    """With ids of their own."""
    note: Sentence | None
    """What was lost because the images differ in size; None when nothing was."""


def copied(previous: Annotation, *, width: int, height: int) -> Copied:
    """The defects of another image at the same pixels of this one; what lies outside of it is cut off."""
    masks = [clipped(defect.mask, width, height) for defect in previous.defects]
    kept = [
        Defect(class_id=defect.class_id, mask=mask) for defect, mask in zip(previous.defects, masks) if mask.area_px
    ]
    cut = sum(mask.area_px < defect.mask.area_px for defect, mask in zip(previous.defects, masks))
    return Copied(defects=tuple(kept), note=_note(previous, cut) if cut else None)


def _note(previous: Annotation, cut: int) -> Sentence:
    return say(
        "The previous image is {width} x {height}: {count} of its defects reach outside this one and are cut off.",
        width=previous.width,
        height=previous.height,
        count=cut,
    )
