"""The words of the Datasets pages."""

from pathlib import PurePosixPath

from app.datasets.ports import Which
from app.i18n import translate
from app.widgets.text import thousands
from labeling.annotation import LabelState
from labeling.catalog import Catalog, CatalogTrouble, DefectClass
from labeling.datasets import Reason, ReasonKind, Scan
from labeling.records.datasets import DatasetCounts, DatasetImage, FrozenKind, FrozenSet, ImageOrder

DOT = " \N{MIDDLE DOT} "


def short_path(path: str) -> str:
    """The file's name with the folder it lies in: the name alone repeats across folders."""
    return "/".join(PurePosixPath(path).parts[-2:])


def classes_of(image: DatasetImage, catalog: Catalog) -> tuple[DefectClass, ...]:
    """The classes that are marked on an image, the most frequent first; merged ones by the class that took them over."""
    counts: dict[DefectClass, int] = {}
    for class_id, count in image.classes.items():
        try:
            one = catalog.find(class_id)
        except CatalogTrouble:  # the catalog was read before the class was made
            continue
        counts[one] = counts.get(one, 0) + count
    return tuple(sorted(counts, key=lambda one: -counts[one]))


def label_line(image: DatasetImage, classes: tuple[DefectClass, ...]) -> str:
    """What an image is labelled."""
    if image.is_missing:
        return translate("Datasets", "File is gone")
    if classes:
        return ", ".join(one.name for one in classes)
    return translate("Datasets", "Good") if image.state is LabelState.DONE else translate("Datasets", "Not labelled")


def reason_line(reason: Reason, catalog: Catalog) -> str:
    """Why a label is suspect."""
    if reason.kind is ReasonKind.SEES_NOTHING:
        return translate("Datasets", "Model sees nothing here")
    if reason.kind is ReasonKind.SEES_DEFECT:
        return translate("Datasets", "Model sees a defect")
    if not reason.label:
        return translate("Datasets", "Its neighbours are labelled good")
    name = catalog.find(reason.label).name
    return translate("Datasets", "Its neighbours are labelled {name}").format(name=name)


def images_word(count: int) -> str:
    """How many images."""
    return translate("Datasets", "{count} images").format(count=thousands(count))


def counts_line(shown: int, chosen: int, counts: DatasetCounts) -> str:
    """How many there are, are shown, are chosen."""
    parts = [images_word(counts.images)]
    if shown != counts.images:
        parts.append(translate("Datasets", "{count} shown").format(count=thousands(shown)))
    parts.append(translate("Datasets", "{count} done").format(count=thousands(counts.done)))
    if counts.missing:
        parts.append(translate("Datasets", "{count} gone").format(count=thousands(counts.missing)))
    if chosen:
        parts.append(translate("Datasets", "{count} chosen").format(count=thousands(chosen)))
    return DOT.join(parts)


def scan_line(found: Scan) -> str:
    """What another look through the folder came to."""
    added = len(found.fresh) - len(found.changed) - len(found.moved)
    parts = [translate("Datasets", "{count} new").format(count=added)]
    parts += [translate("Datasets", "{count} changed").format(count=len(found.changed))] if found.changed else []
    parts += [translate("Datasets", "{count} moved").format(count=len(found.moved))] if found.moved else []
    parts += [translate("Datasets", "{count} gone").format(count=len(found.missing))] if found.missing else []
    return ", ".join(parts)


def order_word(order: ImageOrder) -> str:
    """What comes first."""
    return {
        ImageOrder.PATH: translate("Datasets", "By name"),
        ImageOrder.SCORE: translate("Datasets", "Highest score first"),
        ImageOrder.SUSPICION: translate("Datasets", "Suspect labels first"),
        ImageOrder.CHANGED: translate("Datasets", "Last labelled first"),
    }[order]


def which_word(which: Which) -> str:
    """Which inspected parts."""
    return {
        Which.ALL: translate("Datasets", "Every part"),
        Which.OK: translate("Datasets", "Judged OK"),
        Which.FLAGGED: translate("Datasets", "Judged NG or REVIEW"),
        Which.DEFECT: translate("Datasets", "Defects that a person confirmed"),
        Which.FALSE_ALARM: translate("Datasets", "False alarms"),
    }[which]


def kind_word(kind: FrozenKind) -> str:
    """What was frozen."""
    return translate("Datasets", "Golden set") if kind is FrozenKind.GOLDEN else translate("Datasets", "Snapshot")


def frozen_line(frozen: FrozenSet) -> str:
    """One line of the list."""
    return DOT.join((images_word(len(frozen.images)), f"{frozen.time.astimezone():%Y-%m-%d}", frozen.author))


def grouped(fingerprint: str) -> str:
    """A fingerprint in groups of eight, so that two of them can be compared by eye."""
    return " ".join(fingerprint[start : start + 8] for start in range(0, len(fingerprint), 8))
