"""Choosing some of the good parts by their images, without widgets: which to leave out, which to take out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.recipe.images import read_small
from app.recipe.ports import Background, GoodPart
from vision.inspection import Frame, Thresholds


@dataclass(frozen=True, kw_only=True)
class PickQuestion:
    """What is asked about which parts."""

    title: str
    meaning: str
    """What choosing them does."""
    parts: tuple[GoodPart, ...]
    lines: Thresholds
    """The lines that scores are told against."""
    go_on: str
    """The button, with {count} for how many are chosen."""
    go_on_with_none: str
    """The same button while none is."""
    stay: str


class PickView(Protocol):
    """What the presenter needs of the screen."""

    def show_question(self, question: PickQuestion) -> None:
        """Ask; nothing is chosen yet. Returns at once."""

    def show_frame(self, path: Path, frame: Frame) -> None:
        """The image of one of the parts has come."""


class PickPresenter:
    """Asks one question at a time and fetches the images for it. Lives on the window's thread."""

    def __init__(self, view: PickView, background: Background) -> None:
        self._view = view
        self._background = background
        self._agreed: Callable[[tuple[GoodPart, ...]], None] = lambda _parts: None
        self._question = 0
        """Counts the questions: images for an older one are late."""

    def ask(self, question: PickQuestion, agreed: Callable[[tuple[GoodPart, ...]], None]) -> None:
        """`agreed` is told the chosen parts, never none of them."""
        self._question += 1
        self._agreed = agreed
        self._view.show_question(question)
        self._fetch(self._question, [part.image for part in question.parts if part.image])

    def pick(self, parts: tuple[GoodPart, ...]) -> None:
        """These were chosen."""
        self.close()
        if parts:
            self._agreed(parts)

    def close(self) -> None:
        """The question is answered or taken back."""
        self._question += 1

    def _fetch(self, question: int, paths: list[Path]) -> None:
        """One image after the other: there may be hundreds. One that cannot be read stays without."""
        if question != self._question or not paths:
            return
        path, *others = paths

        def show(frame: Frame) -> None:
            if question == self._question:
                self._view.show_frame(path, frame)
            self._fetch(question, others)

        self._background.run(lambda: read_small(path), show, lambda _trouble: self._fetch(question, others))
