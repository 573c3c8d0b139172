"""The defect classes of a product, as values. A class keeps its id for ever; name, colour and key may change."""

import re
from dataclasses import dataclass
from enum import StrEnum

from labeling.catalog.colours import next_colour
from labeling.catalog.names import name_key
from vision.inspection import Trouble, say

KEYS = range(1, 10)
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class CatalogTrouble(Trouble):
    """A defect class that is not there, or cannot be as asked."""


class Severity(StrEnum):
    """What a defect of a class means for the part."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


@dataclass(frozen=True, kw_only=True)
class Example:
    """Where to see a typical defect: a rectangle of an image."""

    image_id: int
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class DefectClass:
    """One kind of defect of a product."""

    id: str
    product: str
    name: str
    colour: str
    """`#RRGGBB`."""
    severity: Severity = Severity.MAJOR
    key: int | None = None
    """The number key that chooses it, 1 to 9; None has no key."""
    sentence: str = ""
    """What counts as this defect, for the label book."""
    example: Example | None = None
    merged_into: str | None = None
    """The id of the class that took it over; None while it is in use."""

    def __post_init__(self) -> None:
        if not _COLOUR.fullmatch(self.colour):
            what = say("{colour} is no colour.", colour=self.colour)
            raise CatalogTrouble(what, "Nothing is changed.", "Write it as #RRGGBB.")
        if self.key is not None and self.key not in KEYS:
            raise CatalogTrouble("A key is a number from 1 to 9.", "Nothing is changed.", "Choose another key.")


@dataclass(frozen=True, kw_only=True)
class Catalog:
    """All classes a product ever had, in their order."""

    product: str
    classes: tuple[DefectClass, ...] = ()

    @property
    def current(self) -> tuple[DefectClass, ...]:
        """The classes in use."""
        return tuple(one for one in self.classes if one.merged_into is None)

    def find(self, class_id: str) -> DefectClass:
        """The class in use that this id stands for, also when its own class was merged into another.

        Raises:
            CatalogTrouble: no class ever had this id.
        """
        by_id = {one.id: one for one in self.classes}
        found = by_id.get(class_id)
        while found is not None and found.merged_into is not None:
            found = by_id.get(found.merged_into)
        if found is None:
            what = say("A defect class is not in the catalog of {product}.", product=self.product)
            remedy = "Choose a class of the catalog, or add one."
            raise CatalogTrouble(what, "Nothing is changed.", remedy, detail=f"id {class_id}")
        return found

    def alike(self, class_id: str) -> frozenset[str]:
        """All ids that stand for the same class in use as this one. Raises `CatalogTrouble` as `find` does."""
        wanted = self.find(class_id).id
        return frozenset(one.id for one in self.classes if self.find(one.id).id == wanted)

    def named(self, name: str) -> DefectClass | None:
        """The class in use with this name, upper and lower case alike."""
        return next((one for one in self.current if name_key(one.name) == name_key(name)), None)

    def with_key(self, key: int) -> DefectClass | None:
        """The class in use that a number key chooses."""
        return next((one for one in self.current if one.key == key), None)

    def free_key(self) -> int | None:
        """The lowest key that no class has; None when all nine are given."""
        return next((key for key in KEYS if self.with_key(key) is None), None)

    def free_colour(self) -> str:
        """A colour far from those of the classes in use."""
        return next_colour(one.colour for one in self.current)
