"""The menus of Annotate: more about image and dataset, the recipes to ask, and a defect's own."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from app.i18n import translate
from labeling.catalog import DefectClass
from labeling.exchange import FORMATS


class More(StrEnum):
    """The entries of the menu at the image's corner."""

    TAGS = "tags"
    VERSIONS = "versions"
    REOPEN = "reopen"
    RECIPE = "recipe"
    SAM = "sam"
    BUILT_IN = "built_in"
    IMPORT = "import"
    EXPORT = "export"
    GALLERY = "gallery"
    RESCAN = "rescan"
    DATASETS = "datasets"


def more_menu(parent: QWidget, choose: Callable[[str, object], None], *, is_done: bool) -> QMenu:
    """Everything that is needed now and then; `choose` is given the entry, and the format of an import or export."""
    menu = _menu(parent, translate("Annotate", "More"))

    def add(entry: More, text: str) -> None:
        menu.addAction(text).triggered.connect(lambda _=False: choose(entry, None))

    add(More.TAGS, translate("Annotate", "Tags of this image"))
    add(More.VERSIONS, translate("Annotate", "Versions of this image"))
    if is_done:
        add(More.REOPEN, translate("Annotate", "Not done after all"))
    menu.addSeparator()
    add(More.RECIPE, translate("Annotate", "Another recipe for the map"))
    add(More.SAM, translate("Annotate", "Import a network for clicks (SAM)"))
    add(More.BUILT_IN, translate("Annotate", "Use the built-in click again"))
    menu.addSeparator()
    for entry, title in (
        (More.IMPORT, translate("Annotate", "Import labels")),
        (More.EXPORT, translate("Annotate", "Export labels")),
    ):
        formats = menu.addMenu(title)
        formats.setAccessibleName(title)
        for one in FORMATS.values():
            formats.addAction(one.title).triggered.connect(partial(_chosen, choose, entry, one))
    menu.addSeparator()
    add(More.GALLERY, translate("Annotate", "Gallery, near-duplicates, golden sets"))
    add(More.RESCAN, translate("Annotate", "Look through the folder again"))
    add(More.DATASETS, translate("Annotate", "All datasets"))
    return menu


def recipe_menu(parent: QWidget, names: Sequence[str], take: Callable[[str], None]) -> QMenu:
    """Whose model gives the map."""
    menu = _menu(parent, translate("Annotate", "Map of which recipe?"))
    for name in names:
        menu.addAction(name).triggered.connect(lambda _=False, name=name: take(name))
    return menu


def defect_menu(parent: QWidget, classes: Sequence[DefectClass], take: Callable[[str | None], None]) -> QMenu:
    """Another class for the defect, or none at all."""
    menu = _menu(parent, translate("Annotate", "This defect"))
    words = translate("Annotate", "It is: {name}")
    for one in classes:
        menu.addAction(words.format(name=one.name)).triggered.connect(lambda _=False, key=one.id: take(key))
    menu.addSeparator()
    menu.addAction(translate("Annotate", "Remove it")).triggered.connect(lambda _=False: take(None))
    return menu


def _menu(parent: QWidget, name: str) -> QMenu:
    menu = QMenu(parent)
    menu.setAccessibleName(name)
    return menu


def _chosen(choose: Callable[[str, object], None], entry: More, format_: object, _checked: bool = False) -> None:
    choose(entry, format_)
