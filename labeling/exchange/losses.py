"""What a format cannot hold of some labels, counted before they are written."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from labeling.annotation import LabelState, PlacedMask
from labeling.exchange.formats import LabelFormat, Trait
from labeling.exchange.labelled import LabelledImage
from vision.inspection import Sentence, say


@dataclass(frozen=True, kw_only=True)
class Loss:
    """One kind of what is left out."""

    trait: Trait
    count: int
    """Images that it is about."""
    what: Sentence


def losses(images: Sequence[LabelledImage], format_: LabelFormat) -> list[Loss]:
    """What is not kept; nothing when all comes back pixel for pixel."""
    found = [(trait, sum(map(_IS_THERE[trait], images))) for trait in Trait if trait not in format_.holds]
    hides_marks = Trait.MASKS not in format_.holds
    told = [(trait, count) for trait, count in found if count and not (hides_marks and trait in _OF_MARKS)]
    return [Loss(trait=trait, count=count, what=say(_WORDS[trait], count=count)) for trait, count in told]


def _has_several_of_a_class(image: LabelledImage) -> bool:
    return max(Counter(mark.class_name for mark in image.marks or ()).values(), default=0) > 1


def _overlaps(image: LabelledImage) -> bool:
    masks = [mark.mask for mark in image.marks or ()]
    return any(_share_pixels(one, other) for number, one in enumerate(masks) for other in masks[:number])


def _share_pixels(one: PlacedMask, other: PlacedMask) -> bool:
    """Looks at the part that the two rectangles have in common, which is mostly none."""
    left, top = max(one.left, other.left), max(one.top, other.top)
    right = min(one.left + one.pixels.shape[1], other.left + other.pixels.shape[1])
    bottom = min(one.top + one.pixels.shape[0], other.top + other.pixels.shape[0])
    if right <= left or bottom <= top:
        return False
    first, second = (
        mask.pixels[top - mask.top : bottom - mask.top, left - mask.left : right - mask.left] for mask in (one, other)
    )
    return bool(np.any(first & second))


_OF_MARKS = frozenset({Trait.CLASSES, Trait.INSTANCES, Trait.OVERLAPS, Trait.OPEN})
_IS_THERE: Mapping[Trait, Callable[[LabelledImage], bool]] = {
    Trait.MASKS: lambda image: bool(image.marks),
    Trait.CLASSES: lambda image: len({mark.class_name for mark in image.marks or ()}) > 1,
    Trait.INSTANCES: _has_several_of_a_class,
    Trait.OVERLAPS: _overlaps,
    Trait.TAGS: lambda image: bool(image.tags),
    Trait.OPEN: lambda image: image.state is LabelState.OPEN,
}
_WORDS = {
    Trait.MASKS: say("Masks are left out, on {count} images."),
    Trait.CLASSES: say("Several classes on one image become the one that covers most, on {count} images."),
    Trait.INSTANCES: say("Defects of one class become one mark, on {count} images."),
    Trait.OVERLAPS: say("Where defects overlap only the later one is kept, on {count} images."),
    Trait.TAGS: say("Tags are left out, on {count} images."),
    Trait.OPEN: say("That an image is not finished is left out, on {count} images."),
}
