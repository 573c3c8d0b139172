"""Looking through a folder of images: what is new, changed, moved or gone. Images stay where they are.

Folder names are no labels: what `test/crack/` holds is for a person to say, or for an import in MVTec's format. Only
the masks of that layout, in `ground_truth` beside `test`, are known to be no images of parts, and are left out.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from labeling.datasets.looks import look
from labeling.records.datasets import DatasetTrouble, ImageFile
from vision.images import find_images, read_image
from vision.inspection import Frame, Trouble, say

Progress = Callable[[int, int], None]
"""Told after each file: how many of how many."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """An image file that cannot be used."""

    path: str
    trouble: Trouble


@dataclass(kw_only=True)
class Scan:
    """What looking through a folder found, compared with what was known."""

    fresh: list[ImageFile] = field(default_factory=list)
    """New files, and those whose content changed."""
    changed: list[str] = field(default_factory=list)
    """Paths of known images whose content is another now; what was marked on them may no longer fit."""
    moved: dict[str, str] = field(default_factory=dict)
    """Old path -> new path of images that lie elsewhere in the folder now."""
    missing: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unchanged: int = 0
    masks: int = 0
    """Files of MVTec's `ground_truth`, left out."""
    is_whole: bool = True
    """False when it was cancelled; what is gone is not known then."""


def scan(
    folder: Path,
    known: Mapping[str, ImageFile],
    *,
    progress: Progress = lambda done, total: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Scan:
    """Look through a folder; files of known size and time stamp are not read again.

    Raises:
        ImageTrouble: no such folder, or no image in it.
    """
    found = Scan()
    paths = find_images(folder)
    images = [path for path in paths if not _is_mask(path, folder)]
    found.masks = len(paths) - len(images)
    seen: set[str] = set()
    for done, path in enumerate(images, 1):
        if is_cancelled():
            found.is_whole = False
            return found
        name = path.relative_to(folder).as_posix()
        seen.add(name)
        _look_at(path, name, known.get(name), found)
        progress(done, len(images))
    found.missing = [name for name in known if name not in seen]
    _follow_moves(found, known)
    return found


def read_file(path: Path, name: str) -> ImageFile:
    """All there is to know of an image file; `name` is its path in the dataset.

    Raises:
        ImageTrouble: it is gone or cannot be read.
        DatasetTrouble: its name is no text, or it was written to meanwhile.
    """
    if not _is_text(name):
        what = say("The name of {path} is no text.", path=path)
        raise DatasetTrouble(what, "It is left out.", "Give the file a name in Unicode (UTF-8).")
    before = path.stat()
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    pixels, bit_depth = read_image(path)
    after = path.stat()
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise DatasetTrouble(say("{path} is being written.", path=path), "It is left out.", "Look again later.")
    return ImageFile(
        path=name,
        sha256=sha256,
        byte_count=after.st_size,
        modified_ns=after.st_mtime_ns,
        width=pixels.shape[1],
        height=pixels.shape[0],
        look=look(Frame(pixels=pixels, bit_depth=bit_depth)),
    )


def _look_at(path: Path, name: str, known: ImageFile | None, found: Scan) -> None:
    try:
        if known is not None and _is_as_known(path, known):
            found.unchanged += 1
            return
        file = read_file(path, name)
    except Trouble as trouble:
        found.faults.append(Fault(path=name, trouble=trouble))
        return
    except OSError as error:
        what = say("{path} cannot be read.", path=path)
        forbidden = DatasetTrouble(what, "It is left out.", "Check the file and its rights.", detail=str(error))
        found.faults.append(Fault(path=name, trouble=forbidden))
        return
    found.fresh.append(file)
    if known is not None and known.sha256 != file.sha256:
        found.changed.append(name)


def _is_as_known(path: Path, known: ImageFile) -> bool:
    about = path.stat()
    return (about.st_size, about.st_mtime_ns) == (known.byte_count, known.modified_ns)


def _follow_moves(found: Scan, known: Mapping[str, ImageFile]) -> None:
    """A missing image whose content came up once under one new name has moved; anything less clear has not."""
    arrived: dict[str, list[str]] = {}
    gone: dict[str, list[str]] = {}
    for file in found.fresh:
        if file.path not in known:
            arrived.setdefault(file.sha256, []).append(file.path)
    for name in found.missing:
        gone.setdefault(known[name].sha256, []).append(name)
    pairs = ((old, arrived.get(sha256, [])) for sha256, old in gone.items())
    found.moved = {old[0]: new[0] for old, new in pairs if len(old) == len(new) == 1}
    found.missing = [name for name in found.missing if name not in found.moved]


def _is_mask(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    return "ground_truth" in parts and (folder / Path(*parts[: parts.index("ground_truth")]) / "test").is_dir()


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
