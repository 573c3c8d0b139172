"""Pascal VOC: boxes in `Annotations/*.xml`, pixels in `SegmentationClass/*.png` and `SegmentationObject/*.png`.

Class numbers of the masks stand in `labelmap.txt` (name:red,green,blue::, as CVAT writes it) or `class_names.txt`, one name
a line. Where an image has a class mask its boxes are passed over; boxes alone become rectangles. 255 is VOC's border of
objects and no defect. Object numbers keep several defects of one class apart; image tags have no place here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

import numpy as np
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from labeling.annotation import LabelState
from labeling.exchange import files
from labeling.exchange.index_image import Colour, Indices, painted, pieces, read_indices, voc_colours, write_indices
from labeling.exchange.known import KnownImage, KnownImages
from labeling.exchange.labelled import ExchangeTrouble, Gathering, LabelledImage, Mark, Reading, unknown_class
from labeling.exchange.outline import rectangle
from vision.inspection import say

BOXES, CLASSES, OBJECTS = "Annotations", "SegmentationClass", "SegmentationObject"
LABEL_MAP = "labelmap.txt"
VOID = 255
_BACKGROUND = "background"


@dataclass(frozen=True, kw_only=True)
class _Labels:
    """The classes of a folder: the place of a name is its number; 0 is the background."""

    names: tuple[str, ...]
    colours: tuple[Colour, ...]

    def name(self, number: int) -> str:
        if not 0 < number < len(self.names):
            raise unknown_class(number)
        return self.names[number]


def read(source: Path, known: KnownImages) -> Reading:
    """The labels of a folder. Raises `ExchangeTrouble` when it holds none."""
    boxes, classes = _by_name(source, BOXES, ".xml"), _by_name(source, CLASSES, ".png")
    if not boxes and not classes:
        boxes = _by_name(source, "", ".xml")
    labels = _read_labels(source)
    gathering = Gathering()
    folder = _Folder(source=source, labels=labels, known=known, gathering=gathering)
    for name in sorted(boxes.keys() | classes.keys()):
        where = files.relative(classes.get(name) or boxes[name], source)
        with gathering.entry(where):
            folder.read_image(name, where, boxes.get(name), classes.get(name))
    return gathering.reading(labels.names[1:])


def _by_name(source: Path, folder: str, suffix: str) -> dict[str, Path]:
    """The files of one kind by their place without suffix. Raises `ExchangeTrouble` when the whole has none."""
    place = source / folder
    if folder and not place.is_dir():
        return {}
    found = files.label_files(place, suffix)
    return {PurePosixPath(files.relative(path, place)).with_suffix("").as_posix(): path for path in found}


def _read_labels(source: Path) -> _Labels:
    if (source / LABEL_MAP).is_file():
        lines = [line.strip() for line in files.read_text(source / LABEL_MAP).splitlines()]
        rows = [line.rsplit(":", 3) for line in lines if line and not line.startswith("#")]
        try:
            colours = [(int(red), int(green), int(blue)) for red, green, blue in (row[1].split(",") for row in rows)]
        except (IndexError, ValueError) as error:
            what = say("{path} cannot be read.", path=source / LABEL_MAP)
            raise ExchangeTrouble(what, "Nobody can tell the classes.", "Write lines like crack:128,0,0::") from error
        return _Labels(names=tuple(row[0] for row in rows), colours=tuple(colours))
    if (source / "class_names.txt").is_file():
        names = [line.strip() for line in files.read_text(source / "class_names.txt").splitlines() if line.strip()]
        names = [name for name in names if name not in ("__ignore__", "_background_", _BACKGROUND)]
        return _Labels(names=(_BACKGROUND, *names), colours=tuple(voc_colours(len(names) + 1)))
    return _Labels(names=(_BACKGROUND,), colours=())


@dataclass(frozen=True, kw_only=True)
class _Folder:
    """A folder while it is read."""

    source: Path
    labels: _Labels
    known: KnownImages
    gathering: Gathering

    def read_image(self, name: str, where: str, boxes: Path | None, classes: Path | None) -> None:
        """Gather one image. Raises `ExchangeTrouble` when nothing of it can be used."""
        xml = _parse(boxes) if boxes else None
        image = self._find(name, xml)
        if xml is not None:
            files.check_size(image, *(_whole(xml.findtext(f"size/{side}")) for side in ("width", "height")))
        with self.gathering.image(replace(files.blank(image), state=LabelState.DONE), where) as marks:
            if classes is not None:
                marks.extend(self._pixel_marks(classes, self.source / OBJECTS / f"{name}.png", image))
                return
            for number, entry in enumerate(xml.iter("object") if xml is not None else (), 1):
                place = f"{where}, object {number}"
                with self.gathering.entry(place):
                    marks.append(self._box(entry, image, place))

    def _find(self, name: str, xml: ElementTree.Element | None) -> KnownImage:
        said = xml.findtext("filename") if xml is not None else None
        beside = [self.source / "JPEGImages", self.source]
        if not said:
            return self.known.find_bare(f"{name}.png", beside=beside)
        path = PurePosixPath(said.replace("\\", "/"))
        inner = str(PurePosixPath(name).parent / path.name)
        if len(path.parts) > 1:
            return self.known.find(inner, said, beside=beside)
        return self.known.find(inner, said=said, beside=beside)

    def _pixel_marks(self, classes: Path, objects: Path, image: KnownImage) -> list[Mark]:
        """A mark for each object, or for each class where objects are not told apart."""
        of_class = _without_void(read_indices(classes, image, self.labels.colours))
        if not objects.is_file():
            return [Mark(class_name=self.labels.name(number), mask=mask) for number, mask in pieces(of_class)]
        of_object = _without_void(read_indices(objects, image, voc_colours(256)))
        both = of_object.astype(np.uint32) * 65536 + of_class
        marked = pieces(np.where(of_class > 0, both, 0))
        return [Mark(class_name=self.labels.name(number % 65536), mask=mask) for number, mask in marked]

    def _box(self, entry: ElementTree.Element, image: KnownImage, where: str) -> Mark:
        """VOC counts pixels from 1 and means both ends."""
        corners = [entry.findtext(f"bndbox/{side}") or "nan" for side in ("xmin", "ymin", "xmax", "ymax")]
        (left, top), (right, bottom) = files.as_points(corners, fewest=2)
        self.gathering.remark(where, say("A box without a mask became a rectangle."))
        ring = rectangle(left - 1, top - 1, right, bottom)
        return Mark(
            class_name=files.as_name(entry.findtext("name")), mask=files.filled([ring], image, self.gathering, where)
        )


def _without_void(indices: Indices) -> Indices:
    return np.where(indices == VOID, 0, indices).astype(np.uint16)


def _whole(text: str | None) -> int | str | None:
    """A size that is said; 0 and nothing say none."""
    return int(text) or None if text and text.strip().isdecimal() else text or None


def _parse(path: Path) -> ElementTree.Element:
    try:
        root: ElementTree.Element = fromstring(files.read_bytes(path))
    except (ElementTree.ParseError, DefusedXmlException, ValueError, LookupError) as error:
        what = say("{path} is no whole XML file.", path=path)
        raise ExchangeTrouble(what, "", "Repair the file or leave it out.", detail=str(error)) from error
    return root


def write(images: Sequence[LabelledImage], classes: Sequence[str], folder: Path) -> None:
    """Write boxes, class masks, object masks and the label map.

    Raises:
        ExchangeTrouble: more classes or more defects on an image than a palette has room for.
    """
    most = max([len(classes), *(len(image.marks or ()) for image in images)])
    if most >= VOID:
        what = say("{count} classes, or defects on one image, are too many for this format.", count=most)
        raise ExchangeTrouble(what, "Nothing is exported.", "Choose another format: COCO has room for any number.")
    colours = voc_colours(len(classes) + 1)
    rows = [f"{name}:{red},{green},{blue}::\n" for name, (red, green, blue) in zip((_BACKGROUND, *classes), colours)]
    files.write_file(folder / LABEL_MAP, "".join(rows))
    numbers = {name: number for number, name in enumerate(classes, 1)}
    for image, name in zip(images, files.file_names(images, "")):
        marks = image.marks or ()
        files.write_file(folder / BOXES / f"{name}.xml", ElementTree.tostring(_xml(image), "utf-8"))
        write_indices(folder / CLASSES / f"{name}.png", painted(image, [numbers[mark.class_name] for mark in marks]))
        write_indices(folder / OBJECTS / f"{name}.png", painted(image, range(1, len(marks) + 1)))


def _xml(image: LabelledImage) -> ElementTree.Element:
    path = PurePosixPath(image.path)
    content = {
        "folder": path.parent.name,
        "filename": path.name,
        "size": {"width": image.width, "height": image.height, "depth": 3},
        "segmented": 1,
    }
    root = _element("annotation", content)
    root.extend(_element("object", _object(mark)) for mark in image.marks or () if mark.mask.area_px)
    return root


def _object(mark: Mark) -> Mapping[str, object]:
    left, top, (height, width) = mark.mask.left, mark.mask.top, mark.mask.pixels.shape
    box = {"xmin": left + 1, "ymin": top + 1, "xmax": left + width, "ymax": top + height}
    return {"name": mark.class_name, "pose": "Unspecified", "truncated": 0, "difficult": 0, "bndbox": box}


def _element(tag: str, content: object) -> ElementTree.Element:
    """Nested names and values as XML."""
    element = ElementTree.Element(tag)
    if isinstance(content, Mapping):
        element.extend(_element(name, value) for name, value in content.items())
    else:
        element.text = str(content)
    return element
