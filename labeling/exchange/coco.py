"""COCO object detection: one JSON file with images, categories and annotations (cocodataset.org, "Data format").

Reads polygons and run lengths, plain or compressed; an annotation with a box alone becomes a rectangle. Writes compressed
run lengths, which hold every mask exactly. Tags and state stand in the image entries under keys of our own, `tags` and
`state`, which other readers pass over.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
from pycocotools import mask as coco_mask

from labeling.annotation import LabelState, PlacedMask
from labeling.exchange import files, run_lengths
from labeling.exchange.known import KnownImage, KnownImages
from labeling.exchange.labelled import ExchangeTrouble, Gathering, LabelledImage, Mark, Reading, unknown_class
from labeling.exchange.outline import Points, fill, rectangle
from vision.inspection import say

FILE = "annotations.json"
_LONGEST = 20_000_000
"""Pixels; pycocotools takes memory for five points on each pixel of an outline."""


def read(source: Path, known: KnownImages) -> Reading:
    """The labels of a file, or of all JSON files in a folder."""
    gathering = Gathering()
    names: dict[str, None] = {}
    for file in files.label_files(source, ".json"):
        with gathering.entry(files.relative(file, source)):
            names |= dict.fromkeys(_File(file, files.relative(file, source), known, gathering).read())
    return gathering.reading(tuple(names))


class _File:
    """One file while it is read."""

    def __init__(self, path: Path, name: str, known: KnownImages, gathering: Gathering) -> None:
        content = files.read_json(path)
        self._lists = {key: files.as_list(content.get(key), key) for key in ("images", "categories", "annotations")}
        if "images" not in content:
            raise ExchangeTrouble(
                say("{path} is no COCO file.", path=path), "It lists no images.", "Choose another format."
            )
        self._name, self._known, self._gathering = name, known, gathering
        self._beside = [base / inner for base in (path.parent, path.parent.parent) for inner in ("", "images")]
        self._classes: dict[object, str] = {}
        self._used = {key: _ids(self._lists[key]) for key in ("images", "categories")}
        self._seen: set[object] = set()
        self._marked: dict[object, list[tuple[str, Mapping[str, Any]]]] = {}

    def read(self) -> list[str]:
        """Gather the images; returns the class names."""
        for where, category in self._entries("categories"):
            with self._gathering.entry(where):
                self._refuse_shared("categories", category)
                self._classes[_id(category)] = files.as_name(category.get("name"))
        self._sort_annotations()
        for where, image in self._entries("images"):
            with self._gathering.entry(where):
                self._read_image(where, image)
        for where, _ in (entry for entries in self._marked.values() for entry in entries):
            with self._gathering.entry(where):
                raise ExchangeTrouble(
                    "The annotation is of an image that the file does not list.", "It is not imported."
                )
        return list(self._classes.values())

    def _entries(self, key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Each entry of a list with its place; what is no object is a bad entry."""
        for number, value in enumerate(self._lists[key], 1):
            own = f" (id {value['id']})" if isinstance(value, dict) and isinstance(value.get("id"), int) else ""
            where = f"{self._name}, {key} {number}{own}"
            with self._gathering.entry(where):
                yield where, files.as_object(value)

    def _sort_annotations(self) -> None:
        for where, annotation in self._entries("annotations"):
            with self._gathering.entry(where):
                self._marked.setdefault(_id(annotation, "image_id"), []).append((where, annotation))

    def _read_image(self, where: str, entry: Mapping[str, Any]) -> None:
        marked = self._marked.pop(_id(entry), [])
        self._refuse_shared("images", entry)
        image = self._known.find(str(entry.get("file_name", "")), beside=self._beside)
        files.check_size(image, entry.get("width"), entry.get("height"))
        tags = entry.get("tags")
        labelled = LabelledImage(
            path=image.path,
            width=image.width,
            height=image.height,
            tags=None if tags is None else frozenset(map(files.as_name, files.as_list(tags, "tags"))),
            state=LabelState.DONE if entry.get("state", "done" if marked else "") == "done" else LabelState.OPEN,
        )
        if not marked and "state" not in entry:  # listed, but nobody says that it was looked at
            self._gathering.add(labelled)
            return
        with self._gathering.image(labelled, where) as marks:
            for place, annotation in marked:
                with self._gathering.entry(place):
                    self._refuse_twice(annotation.get("id"))
                    marks.append(Mark(class_name=self._class(annotation), mask=self._mask(place, annotation, image)))

    def _refuse_shared(self, key: str, entry: Mapping[str, Any]) -> None:
        """An id that several images or categories have says nothing: their annotations may be any of theirs."""
        if self._used[key][_id(entry)] > 1:
            what = say("Several of the {key} have the id {id}.", key=key, id=entry["id"])
            raise ExchangeTrouble(
                what, "Nobody can tell which one the annotations mean.", "Give each an id of its own."
            )

    def _refuse_twice(self, number: object) -> None:
        if isinstance(number, int | str) and number in self._seen:
            raise ExchangeTrouble(say("There is another annotation with id {id}.", id=number), "The first counts.")
        self._seen.add(number if isinstance(number, int | str) else None)

    def _class(self, annotation: Mapping[str, Any]) -> str:
        number = _id(annotation, "category_id")
        if number not in self._classes:
            raise unknown_class(number)
        return self._classes[number]

    def _mask(self, where: str, annotation: Mapping[str, Any], image: KnownImage) -> PlacedMask:
        shape = annotation.get("segmentation")
        if isinstance(shape, dict):
            size = files.as_list(shape.get("size"), "size")
            files.check_size(image, *(reversed(size) if len(size) == 2 else ("?", "?")))
            return files.something(run_lengths.decode(shape.get("counts"), image.width, image.height))
        if shape:
            rings = [files.as_points(ring) for ring in files.as_list(shape, "segmentation")]
            files.remark_on(rings, image, self._gathering, where)
            return files.something(_filled(rings, image))
        (left, top), (width, height) = files.as_points(annotation.get("bbox"), fewest=2)[:2]
        self._gathering.remark(where, say("A box without a mask became a rectangle."))
        return files.filled([rectangle(left, top, left + width, top + height)], image, self._gathering, where)


def _id(entry: Mapping[str, Any], key: str = "id") -> object:
    """A number or a text that stands for an entry. Raises `ExchangeTrouble` when there is none."""
    value = entry.get(key)
    if not isinstance(value, int | str):
        raise ExchangeTrouble(
            say("The entry has no {key}.", key=key), "", "Export these labels again where they come from."
        )
    return value


def _ids(entries: Sequence[object]) -> Counter[object]:
    """How many entries of a list have each id."""
    found = (entry.get("id") for entry in entries if isinstance(entry, dict))
    return Counter(value for value in found if isinstance(value, int | str))


def _filled(rings: Sequence[Points], image: KnownImage) -> PlacedMask:
    """All outlines together, drawn by pycocotools, which is the format's measure.

    It cuts off at the border in its own way and fails on outlines without end: those are filled by the even-odd rule.
    """
    length = sum(float(np.abs(np.diff(ring, axis=0, append=ring[:1])).sum()) for ring in rings)
    if length > _LONGEST or files.is_outside(rings, image):
        whole = [fill([ring], image.width, image.height).on(image.height, image.width) for ring in rings]
        return PlacedMask.of(np.logical_or.reduce(whole))
    packed = coco_mask.frPyObjects([ring.ravel().tolist() for ring in rings], image.height, image.width)
    return PlacedMask.of(coco_mask.decode(coco_mask.merge(packed)).astype(np.bool_))


def write(images: Sequence[LabelledImage], classes: Sequence[str], folder: Path) -> None:
    """Write `annotations.json`; ids count from 1."""
    numbers = {name: number for number, name in enumerate(classes, 1)}
    ids = count(1)
    content = {
        "info": {"description": "Exported from Loupe"},
        "licenses": [],
        "images": [_image_entry(number, image) for number, image in enumerate(images, 1)],
        "categories": [{"id": number, "name": name, "supercategory": "defect"} for name, number in numbers.items()],
        "annotations": [
            {"id": next(ids), "image_id": number, "category_id": numbers[mark.class_name]} | _shape(mark.mask, image)
            for number, image in enumerate(images, 1)
            for mark in image.marks or ()
        ],
    }
    files.write_json(folder / FILE, content)


def _image_entry(number: int, image: LabelledImage) -> dict[str, Any]:
    entry = {"id": number, "file_name": image.path, "width": image.width, "height": image.height}
    return entry | {"tags": sorted(image.tags or ()), "state": image.state.value}


def _shape(mask: PlacedMask, image: LabelledImage) -> dict[str, Any]:
    height, width = mask.pixels.shape
    shape = {"segmentation": run_lengths.encode(mask, image.width, image.height), "area": mask.area_px}
    return shape | {"bbox": [mask.left, mask.top, width, height], "iscrowd": 0}
