"""Everything that was done to an annotation since it was opened, and how far of it is undone."""

from collections.abc import Iterator, Mapping
from typing import Any

from labeling.annotation import Annotation
from labeling.editing.edit import Edit, applied
from labeling.editing.memo import annotation_memo, annotation_of, edit_memo, edit_of


class History:
    """Edits in their order, without limit."""

    def __init__(self, base: Annotation) -> None:
        self._base = base
        self._annotation = base
        self._edits: list[Edit] = []
        self._position = 0

    @property
    def annotation(self) -> Annotation:
        """As it is now."""
        return self._annotation

    @property
    def done(self) -> tuple[Edit, ...]:
        return tuple(self._edits[: self._position])

    @property
    def undone(self) -> tuple[Edit, ...]:
        """What redo brings back, the next one first."""
        return tuple(self._edits[self._position :])

    def add(self, edit: Edit) -> Mapping[str, Any]:
        """Do an edit; what was undone is gone. Returns the line that tells it to `replay`.

        Raises `ValueError` when the edit was made on another annotation.
        """
        self._annotation = applied(self._annotation, edit)
        self._edits[self._position :] = [edit]
        self._position += 1
        return {"edit": edit_memo(edit)}

    def go(self, position: int) -> Mapping[str, Any]:
        """Undo or redo until so many edits are done. Returns the line that tells it to `replay`."""
        if not 0 <= position <= len(self._edits):
            raise ValueError("there are not so many edits")
        while self._position > position:
            self._position -= 1
            self._annotation = applied(self._annotation, self._edits[self._position].undone())
        while self._position < position:
            self._annotation = applied(self._annotation, self._edits[self._position])
            self._position += 1
        return {"done": position}

    def lines(self) -> Iterator[Mapping[str, Any]]:
        """All of it, JSON-ready, the first one for `begun`, the others for `replay`."""
        yield {"journal": 1, "base": annotation_memo(self._base)}
        for edit in self._edits:
            yield {"edit": edit_memo(edit)}
        if self._position < len(self._edits):
            yield {"done": self._position}

    def replay(self, line: Mapping[str, Any]) -> None:
        """Do again what a line tells. Raises `ValueError`, `KeyError` or `TypeError` when that is not possible."""
        if "done" in line:
            self.go(int(line["done"]))
        else:
            self.add(edit_of(line["edit"]))


def begun(line: Mapping[str, Any]) -> History:
    """The history that begins with this line. Raises `ValueError`, `KeyError` or `TypeError` when none does."""
    if line["journal"] != 1:
        raise ValueError("a journal of a newer Loupe")
    return History(annotation_of(line["base"]))
