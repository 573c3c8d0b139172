"""Labels of a dataset, in and out in other tools' formats: `labeling.exchange` with catalog, images and versions.

Importing is three steps, so that a person can look before anything is saved: `read` tells what is good and what is not,
`new_classes` what the catalog lacks, `save` makes the next version of every image that the labels speak of.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from labeling.annotation import Annotation, Defect, PlacedMask, new_defect_id
from labeling.catalog import Catalog, name_key
from labeling.datasets.service import Datasets
from labeling.exchange import KnownImage, KnownImages, LabelFormat, LabelledImage, Mark, Reading, read_labels
from labeling.records.datasets import Dataset, NewAnnotation
from labeling.storage import AnnotationBook, CatalogBook
from vision.storage import StationDatabase


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What an import came to."""

    images: int
    """That the labels speak of."""
    changed: int
    """That got a new version; the others said the same before."""
    new_classes: tuple[str, ...]
    """Added to the product's catalog."""


class DatasetLabels:
    """The labels of one dataset."""

    def __init__(self, database: StationDatabase, datasets: Datasets, dataset: Dataset) -> None:
        self._annotations = AnnotationBook(database)
        self._catalogs = CatalogBook(database)
        self._dataset = dataset
        pages = datasets.book.page(dataset.id, limit=-1)
        self._images = {image.file.path: image for image in pages}
        self._files = {image.file.path: datasets.path(dataset, image) for image in pages}

    def read(self, source: Path, format_: LabelFormat) -> Reading:
        """What labels say about the images of this dataset. Raises `Trouble` when nothing can be read at all."""
        return read_labels(source, format_, KnownImages(map(self._known, self._images), self._dataset.folder))

    def new_classes(self, reading: Reading) -> tuple[str, ...]:
        """The classes of the labels that the product's catalog lacks."""
        ids = _ids_by_name(self._catalog())
        fresh: dict[str, str] = {}
        for name in reading.classes:
            if name_key(name) not in ids:
                fresh.setdefault(name_key(name), name)
        return tuple(fresh.values())

    def save(self, reading: Reading, by: str, tool: str) -> Imported:
        """Make what was read the next version of each image, all or none; new classes join the catalog first.

        What a format says nothing of, tags or marks, stays as it was. A defect that is the same keeps its id.

        Raises:
            ConflictTrouble: somebody saved one of the images meanwhile.
            CatalogTrouble: somebody added one of the classes meanwhile.
        """
        fresh = self.new_classes(reading)
        for name in fresh:
            self._catalogs.add(self._dataset.product, name, by)
        ids = _ids_by_name(self._catalog())
        before = self._annotations.currents(self._images[image.path].id for image in reading.images)
        news = []
        for image in reading.images:
            image_id = self._images[image.path].id
            version = before.get(image_id)
            old = version.annotation if version else Annotation(width=image.width, height=image.height)
            new = _merged(old, image, ids)
            if new != old:
                news.append(NewAnnotation(image_id=image_id, annotation=new, base=version.number if version else 0))
        self._annotations.save_all(news, by, tool)
        return Imported(images=len(reading.images), changed=len(news), new_classes=fresh)

    def classes(self) -> tuple[str, ...]:
        """The names of the product's classes in use, in the catalog's order."""
        return tuple(one.name for one in self._catalog().current)

    def labelled(self) -> list[LabelledImage]:
        """Every image that somebody has marked, tagged or looked at, by path."""
        catalog = self._catalog()
        versions = self._annotations.currents(image.id for image in self._images.values() if image.version)
        paths = {image.id: path for path, image in self._images.items()}
        found = {paths[image_id]: version.annotation for image_id, version in versions.items()}
        return [self._labelled(path, found[path], catalog) for path in sorted(found)]

    def _labelled(self, path: str, annotation: Annotation, catalog: Catalog) -> LabelledImage:
        marks = (Mark(class_name=catalog.find(one.class_id).name, mask=one.mask) for one in annotation.defects)
        return LabelledImage(
            path=path,
            width=annotation.width,
            height=annotation.height,
            marks=tuple(marks),
            tags=annotation.tags,
            state=annotation.state,
            source=self._files[path],
        )

    def _known(self, path: str) -> KnownImage:
        file = self._images[path].file
        return KnownImage(path=path, width=file.width, height=file.height, sha256=file.sha256, source=self._files[path])

    def _catalog(self) -> Catalog:
        return self._catalogs.catalog(self._dataset.product)


def _ids_by_name(catalog: Catalog) -> dict[str, str]:
    """The id that each name stands for; a merged class's name stands for the class that took it over."""
    merged = {name_key(one.name): catalog.find(one.id).id for one in catalog.classes}
    return merged | {name_key(one.name): one.id for one in catalog.current}


def _merged(old: Annotation, image: LabelledImage, ids: dict[str, str]) -> Annotation:
    tags = old.tags if image.tags is None else image.tags
    if image.marks is None:
        return replace(old, tags=tags)
    return replace(old, defects=_defects(old.defects, image.marks, ids), tags=tags, state=image.state)


def _defects(old: Sequence[Defect], marks: Sequence[Mark], ids: dict[str, str]) -> tuple[Defect, ...]:
    """The marks as defects; one that was there before keeps its id."""
    known: dict[tuple[str, PlacedMask], str] = {(one.class_id, one.mask): one.id for one in old}
    found = [(ids[name_key(mark.class_name)], mark.mask) for mark in marks]
    return tuple(
        Defect(class_id=class_id, mask=mask, id=known.get((class_id, mask)) or new_defect_id())
        for class_id, mask in found
    )
