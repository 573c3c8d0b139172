"""The table of screens. Rail, function keys and the command finder are built from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, repeat

from PySide6.QtWidgets import QWidget

from app.i18n import QT_TRANSLATE_NOOP, translate


class RailPlace(StrEnum):
    """Upper part of the rail for the work, lower part for setting up."""

    TOP = "top"
    BOTTOM = "bottom"


@dataclass(frozen=True, kw_only=True)
class ScreenSpec:
    """One screen of the rail."""

    key: str
    text: str
    """English; `title` translates it."""
    icon: str
    shortcut: str
    place: RailPlace = RailPlace.TOP
    make: Callable[[], QWidget]
    """Builds the screen, once, when it is first opened."""

    @property
    def title(self) -> str:
        """The word of the rail in the station's language."""
        return translate("Screens", self.text)


_TABLE = (
    ("live", QT_TRANSLATE_NOOP("Screens", "Live"), "radio", RailPlace.TOP),
    ("review", QT_TRANSLATE_NOOP("Screens", "Review"), "clipboard-check", RailPlace.TOP),
    ("annotate", QT_TRANSLATE_NOOP("Screens", "Annotate"), "brush", RailPlace.TOP),
    ("teach", QT_TRANSLATE_NOOP("Screens", "Teach"), "graduation-cap", RailPlace.TOP),
    ("history", QT_TRANSLATE_NOOP("Screens", "History"), "history", RailPlace.TOP),
    ("studies", QT_TRANSLATE_NOOP("Screens", "Studies"), "users-round", RailPlace.TOP),
    ("cameras", QT_TRANSLATE_NOOP("Screens", "Cameras"), "camera", RailPlace.BOTTOM),
    ("people", QT_TRANSLATE_NOOP("Screens", "People"), "users", RailPlace.BOTTOM),
    ("settings", QT_TRANSLATE_NOOP("Screens", "Settings"), "settings", RailPlace.BOTTOM),
)


_KEYS = (*(f"F{number}" for number in range(1, 9)), "F10")
"""F9 starts the station. Screens below have no key of their own; the command finder has them all."""


def screen_table(makers: Mapping[str, Callable[[], QWidget]]) -> tuple[ScreenSpec, ...]:
    """The screens that have a maker, top to bottom; F1 is the first, F2 the second."""
    shown = [entry for entry in _TABLE if entry[0] in makers]
    return tuple(
        ScreenSpec(key=key, text=text, icon=icon, shortcut=shortcut, place=place, make=makers[key])
        for (key, text, icon, place), shortcut in zip(shown, chain(_KEYS, repeat("")), strict=False)
    )
