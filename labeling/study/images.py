"""The study's own copies of its images: retention may remove a frame, a folder may be tidied; a study stays whole."""

import hashlib
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from labeling.records.studies import StudyPart, StudyTrouble
from labeling.study.planning import Candidate
from vision.durable import make_folder, write_durably
from vision.images import encode_frame, read_image
from vision.inspection import Frame, Trouble, say
from vision.storage import Home
from vision.storage.trouble import translate_errors


@dataclass(frozen=True, eq=False, kw_only=True)
class PartImage:
    """The image of a candidate."""

    frame: Frame
    view: str = ""
    """The recipe's view that it shows."""


class PartSource(Protocol):
    """Where parts come from."""

    def candidates(self) -> Sequence[Candidate]:
        """All parts that a study could take."""

    def image(self, candidate: Candidate) -> PartImage:
        """A candidate's image. Raises `Trouble` when it is gone or damaged."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Copied:
    """What came of copying."""

    parts: tuple[StudyPart, ...]
    missing: tuple[Trouble, ...]
    """Of the candidates whose image could not be had."""


class StudyImages:
    """The images of one home's studies."""

    def __init__(self, home: Home) -> None:
        self._root = home.root
        self._folder = home.labels / "studies"  # what lies in `labels` is in every backup

    def copy(self, salt: str, source: PartSource, candidates: Iterable[Candidate]) -> Copied:
        """Copy the images of some candidates and number them; those without an image are left out and told.

        Raises:
            StorageTrouble: a copy cannot be written.
        """
        parts: list[StudyPart] = []
        missing: list[Trouble] = []
        for candidate in candidates:
            try:
                image = source.image(candidate)
            except Trouble as trouble:
                missing.append(trouble)
            else:
                parts.append(self._keep(salt, len(parts) + 1, candidate, image))
        return Copied(parts=tuple(parts), missing=tuple(missing))

    def drop(self, salt: str) -> None:
        """Remove the copies of a study that did not start."""
        shutil.rmtree(self._of(salt), ignore_errors=True)

    def load(self, part: StudyPart) -> Frame:
        """The image of a part. Raises `Trouble` when it is gone, damaged or was changed."""
        path = self._root / part.image
        pixels, depth = read_image(path)
        if hashlib.sha256(path.read_bytes()).hexdigest() != part.sha256:
            raise StudyTrouble(
                say("The image of part {number} was changed after the study began.", number=part.number),
                "Answers on it would not be about the same image.",
                "Bring the file back from a backup.",
                detail=str(path),
            )
        return Frame(pixels=pixels, bit_depth=part.bit_depth if depth == 16 else depth)

    def _keep(self, salt: str, number: int, candidate: Candidate, image: PartImage) -> StudyPart:
        path = self._of(salt) / f"part-{number:04d}.png"
        content = encode_frame(image.frame)
        with translate_errors(path):
            make_folder(path.parent)
            write_durably(path, content)
        return StudyPart(
            number=number,
            name=candidate.name,
            image=path.relative_to(self._root).as_posix(),
            sha256=hashlib.sha256(content).hexdigest(),
            bit_depth=image.frame.bit_depth,
            view=image.view,
            reference=candidate.reference,
        )

    def _of(self, salt: str) -> Path:
        return self._folder / salt[:16]
