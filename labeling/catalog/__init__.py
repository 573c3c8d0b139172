"""The defect classes of a product: name, colour, severity, key, an example and a sentence of what counts."""

from labeling.catalog.catalog import Catalog, CatalogTrouble, DefectClass, Example, Severity
from labeling.catalog.colours import PALETTE, next_colour
from labeling.catalog.names import NameTrouble, name_key, proper_name

__all__ = [
    "PALETTE",
    "Catalog",
    "CatalogTrouble",
    "DefectClass",
    "Example",
    "NameTrouble",
    "Severity",
    "name_key",
    "next_colour",
    "proper_name",
]
