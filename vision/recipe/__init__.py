"""The recipe: a product's inspection configuration as a typed, versioned, frozen value.

A recipe on disk is a folder of versions, `recipes/<name>/v0001/` with `recipe.json` and the model files it names by
hash; a version is written once, whole or not at all, and never changed. JSON and not TOML, because Python writes JSON
without another library and the file is made by Loupe far more often than by hand; the loader still names the line at
fault.
"""

from vision.recipe.file import RecipeTrouble, dump_recipe, parse_recipe, recipe_hash
from vision.recipe.recipe import (
    FORMAT,
    CameraSettings,
    IdentityRule,
    ModelReference,
    Recipe,
    Region,
    TriggerMode,
    View,
)
from vision.recipe.versions import Basis, RecipeLibrary, Release

__all__ = [
    "FORMAT",
    "Basis",
    "CameraSettings",
    "IdentityRule",
    "ModelReference",
    "Recipe",
    "RecipeLibrary",
    "RecipeTrouble",
    "Region",
    "Release",
    "TriggerMode",
    "View",
    "dump_recipe",
    "parse_recipe",
    "recipe_hash",
]
