"""One image under the hand: what the tools made becomes defects, stroke by stroke, and any stroke can be taken back."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from labeling.annotation import Annotation, Defect, LabelState, PlacedMask
from labeling.editing.edit import Edit, differences
from labeling.editing.history import History
from labeling.editing.journal import Journal, JournalTrouble, keep_aside, recover
from labeling.painting import clipped, joined, without
from vision.inspection import Clock, Sentence, SystemClock, say


@dataclass(frozen=True, eq=False, kw_only=True)
class Proposal:
    """A mask that is shown but not marked yet: from the map, from a click."""

    name: Sentence
    """For the list of strokes, when it is accepted."""
    make: Callable[[float], PlacedMask]
    """The mask at a value of its slider."""
    value: float
    mask: PlacedMask


class EditSession:
    """The annotation of one image while it is edited; belongs to one thread.

    Every change is one stroke in `strokes`, named as the screen wants to read it there, and is on disk when the call
    returns; `trouble` says when it is not. Masks are clipped to the image; a defect that becomes empty goes; what
    changes nothing is no stroke.
    """

    def __init__(
        self, history: History, *, saved: Annotation, journal: Journal | None = None, clock: Clock | None = None
    ) -> None:
        """See `of` and `reopened`, which are how sessions begin."""
        self._history = history
        self._saved = saved
        self._journal = journal
        self._clock = clock or SystemClock()
        self.proposal: Proposal | None = None
        self.note: Sentence | JournalTrouble | None = None
        """What a person shall know of the journal that was found when the image was opened."""

    @classmethod
    def of(cls, annotation: Annotation, clock: Clock | None = None) -> Self:
        """Without a journal."""
        return cls(History(annotation), saved=annotation, clock=clock)

    @classmethod
    def reopened(cls, saved: Annotation, journal: Path, clock: Clock | None = None) -> Self:
        """With the strokes of the journal that was left there, if one was; new ones go to the same file.

        Args:
            saved: the last version, or an empty annotation of the image's size. What the journal holds is newer.

        Raises:
            JournalTrouble: a journal is there that cannot be read, or does not fit and cannot be kept aside.
        """
        found = recover(journal)
        history, note = History(saved), found and found.trouble
        if found and found.history:
            left = found.history.annotation
            if (left.width, left.height) == (saved.width, saved.height):
                history = found.history
            else:
                note = _of_another_image(journal)
        is_whole = found is not None and found.is_whole and history is found.history
        writer = Journal(journal, history.lines, is_whole=is_whole)
        session = cls(history, saved=saved, journal=writer, clock=clock)
        session.note = note or (say("Strokes that were not saved are back.") if session.is_changed else None)
        if note:
            writer.renew()  # the file aside holds what was there; the next opening finds a good one
        return session

    @property
    def annotation(self) -> Annotation:
        return self._history.annotation

    @property
    def strokes(self) -> tuple[Edit, ...]:
        """What is done, oldest first."""
        return self._history.done

    @property
    def undone(self) -> tuple[Edit, ...]:
        """What `redo` brings back, the next one first."""
        return self._history.undone

    @property
    def is_changed(self) -> bool:
        """It differs from what was saved last."""
        return self.annotation != self._saved

    @property
    def trouble(self) -> JournalTrouble | None:
        """Why strokes are in memory only; stays the same one until they are on disk."""
        return self._journal.trouble if self._journal else None

    def retry(self) -> None:
        """Write to disk what is in memory only, if anything is: for a timer while there is `trouble`."""
        if self._journal:
            self._journal.retry()

    def saved(self, annotation: Annotation) -> None:
        """`annotation` is stored as a version. If nothing was drawn since it was taken, the journal goes."""
        self._saved = annotation
        if self._journal and not self.is_changed:
            self._journal.remove()

    def defect(self, defect_id: str) -> Defect | None:
        return next((defect for defect in self.annotation.defects if defect.id == defect_id), None)

    def paint(
        self,
        mask: PlacedMask,
        class_id: str,
        name: str,
        *,
        onto: str | None = None,
        alike: Collection[str] = (),
    ) -> str | None:
        """Mark pixels as a class: more of the defect `onto` if it is of that class, else a new defect.

        Args:
            alike: ids of classes that this one has taken over; their defects count as of this class.

        Returns:
            The defect's id; None when nothing of the mask lies in the image.
        """
        chosen = self.defect(onto) if onto else None
        if chosen is not None and chosen.class_id in {class_id, *alike}:
            self.reshape(chosen.id, joined(chosen.mask, self._inside(mask)), name)
            return chosen.id
        new = Defect(class_id=class_id, mask=mask)
        self.add([new], name)
        return new.id if self.defect(new.id) else None

    def erase(self, mask: PlacedMask, name: str, *, class_id: str | None = None) -> bool:
        """Take pixels out of every defect, or of those of one class. Returns whether there were any."""
        kept = [
            replace(defect, mask=without(defect.mask, mask)) if class_id in (None, defect.class_id) else defect
            for defect in self.annotation.defects
        ]
        return self._become(replace(self.annotation, defects=tuple(kept)), name)

    def reshape(self, defect_id: str, mask: PlacedMask, name: str) -> bool:
        """Give a defect another mask: filled, grown, shrunk, refined. An empty one takes the defect away."""
        return self._exchange(defect_id, lambda defect: replace(defect, mask=mask), name)

    def classify(self, defect_id: str, class_id: str, name: str) -> bool:
        return self._exchange(defect_id, lambda defect: replace(defect, class_id=class_id), name)

    def remove(self, defect_id: str, name: str) -> bool:
        kept = tuple(defect for defect in self.annotation.defects if defect.id != defect_id)
        return self._become(replace(self.annotation, defects=kept), name)

    def add(self, defects: Iterable[Defect], name: str) -> bool:
        """Add defects as they are, all in one stroke: copied from another image, imported."""
        return self._become(replace(self.annotation, defects=(*self.annotation.defects, *defects)), name)

    def tag(self, tags: Iterable[str], name: str) -> bool:
        """Exchange the image's tags."""
        return self._become(replace(self.annotation, tags=frozenset(tags)), name)

    def set_state(self, state: LabelState, name: str) -> bool:
        return self._become(replace(self.annotation, state=state), name)

    def restore(self, earlier: Annotation, name: str) -> bool:
        """Make everything as it was in an earlier version of this image; one stroke, can be undone."""
        return self._become(replace(earlier, width=self.annotation.width, height=self.annotation.height), name)

    def undo(self) -> Edit | None:
        """Take the last stroke back; None when there is none."""
        return self._go(-1, self.strokes[-1:])

    def redo(self) -> Edit | None:
        """Do the last undone stroke again; None when there is none."""
        return self._go(+1, self.undone[:1])

    def propose(self, make: Callable[[float], PlacedMask], value: float, name: str) -> Proposal:
        """Open a proposal, instead of the one that may be open."""
        self.proposal = Proposal(name=Sentence.of(name), make=make, value=value, mask=make(value))
        return self.proposal

    def adjust(self, value: float) -> None:
        """Move the open proposal's slider; nothing happens without one."""
        if self.proposal:
            self.proposal = replace(self.proposal, value=value, mask=self.proposal.make(value))

    def accept(self, class_id: str, *, onto: str | None = None) -> str | None:
        """Mark the open proposal's mask; see `paint`."""
        proposal, self.proposal = self.proposal, None
        return self.paint(proposal.mask, class_id, proposal.name, onto=onto) if proposal else None

    def discard(self) -> None:
        """Close the open proposal."""
        self.proposal = None

    def _exchange(self, defect_id: str, how: Callable[[Defect], Defect], name: str) -> bool:
        defects = tuple(how(one) if one.id == defect_id else one for one in self.annotation.defects)
        return self._become(replace(self.annotation, defects=defects), name)

    def _become(self, wanted: Annotation, name: str) -> bool:
        now = self.annotation
        changes = differences(now.defects, self._tidy(wanted.defects))
        edit = Edit(
            name=Sentence.of(name),
            time=self._clock.wall(),
            changes=changes,
            tags=now.tags ^ wanted.tags,
            state=None if wanted.state is now.state else wanted.state,
        )
        if not (edit.changes or edit.tags or edit.state):
            return False
        line = self._history.add(edit)
        if self._journal:
            self._journal.record(line)
        return True

    def _go(self, step: int, edits: Sequence[Edit]) -> Edit | None:
        if not edits:
            return None
        line = self._history.go(len(self.strokes) + step)
        if self._journal:
            self._journal.record(line)
        return edits[0]

    def _inside(self, mask: PlacedMask) -> PlacedMask:
        return clipped(mask, self.annotation.width, self.annotation.height)

    def _tidy(self, defects: Iterable[Defect]) -> tuple[Defect, ...]:
        inside = [(defect, self._inside(defect.mask)) for defect in defects]
        kept = [defect if mask is defect.mask else replace(defect, mask=mask) for defect, mask in inside]
        return tuple(defect for defect in kept if defect.mask.pixels.any())


def _of_another_image(journal: Path) -> JournalTrouble:
    aside = keep_aside(journal)
    return JournalTrouble(
        "There are strokes for this image that were drawn on one of another size.",
        "They are not used; what was saved is shown.",
        say("Check that the right image file is here. The strokes are kept as {aside}.", aside=aside.name),
    )
