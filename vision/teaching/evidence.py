"""What a teaching rests on: how many good parts there were, what they scored, and what that is worth."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vision.inspection import say
from vision.recipe import Basis, Recipe
from vision.teaching.images import Survey
from vision.teaching.odd import odd_parts
from vision.teaching.request import HeldAside, SkippedImage, Taught
from vision.teaching.statement import statement
from vision.teaching.thresholds import Calibration

ENOUGH = 20
"""Good images from which on thresholds are more than a first guess."""
_SHOWN = 5
_FAR = 1.5
"""T1 beyond so many times the highest score of a good part rests on a tail that was never seen."""


@dataclass(frozen=True, kw_only=True)
class Saved:
    """A version on disk."""

    recipe: Recipe
    basis: Basis
    folder: Path


@dataclass(frozen=True, eq=False, kw_only=True)
class Evidence:
    """See `Taught`, which tells the same of a version that is saved."""

    n_images: int
    n_learned: int
    held_aside: tuple[HeldAside, ...]
    lines: Calibration
    leaves_out: bool
    skipped: tuple[SkippedImage, ...] = ()
    warnings: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    """Good images that show nothing."""
    prints: Mapping[str, str] | None = None
    """Fingerprint of every image that counts -> how people find it; None for versions that noted none."""

    @property
    def odd(self) -> tuple[HeldAside, ...]:
        """See `vision.teaching.odd`."""
        return odd_parts(self.held_aside, len(self.left_out))

    def notes(self) -> dict[str, Any]:
        """What the recipe version keeps of it."""
        return {
            "images": self.n_images,
            "learned": self.n_learned,
            "aside": len(self.held_aside),
            "skipped": [image.name for image in self.skipped],
            "left_out": list(self.left_out),
            "odd": [image.name for image in self.odd],
            "blank": list(self.blank),
            "leaves_out": self.leaves_out,
            "supported_rate": self.lines.promises.overkill.at_most,
            "promises": self.lines.promises.as_json(),
            "held_aside": [{"name": image.name, "score": image.score} for image in self.held_aside],
        } | ({} if self.prints is None else {"prints": dict(self.prints)})

    def told(self, saved: Saved, view: str, seconds: float) -> Taught:
        """The same of a version that is saved now."""
        return Taught(
            recipe=saved.recipe,
            basis=saved.basis,
            folder=saved.folder,
            view=view,
            t1=self.lines.thresholds.t1,
            t2=self.lines.thresholds.t2,
            n_images=self.n_images,
            n_learned=self.n_learned,
            n_aside=len(self.held_aside),
            held_aside=self.held_aside,
            skipped=self.skipped,
            warnings=(*self.warnings, *self._far_lines()),
            promises=self.lines.promises,
            statement=statement(
                self.n_images,
                self.lines.promises,
                leaves_out=self.leaves_out,
                n_left_out=len(self.left_out),
                n_blank=len(self.blank),
            ),
            odd=self.odd,
            left_out=self.left_out,
            leaves_out=self.leaves_out,
            seconds=seconds,
        )

    def _far_lines(self) -> tuple[str, ...]:
        """That T1 is a guess far from everything that was measured, which lets defects pass; () when it is not."""
        highest = max(image.score for image in self.held_aside)
        t1 = self.lines.thresholds.t1
        if highest == 0 or t1 <= _FAR * highest:
            return ()
        return (
            say(
                "T1 lies far above every good part, at {times} times the highest score: with so few that differ so much "
                "it is a guess, and defects below it are judged OK. Teach with {enough} or more.",
                times=float(f"{t1 / highest:.2g}"),
                enough=ENOUGH,
            ),
        )


def images_kept_aside(notes: Mapping[str, Any]) -> tuple[Path | None, ...]:
    """Where the image of each part lay that `Evidence.notes` tells a score of, in that order.

    None where that is not known. Files of several folders may share a name; their parts and their images were noted in
    the same order, so the n-th of one belongs to the n-th of the other, unless some of them were not kept aside.
    """
    names = [str(note["name"]) for note in notes.get("held_aside", ())]
    paths = [Path(key) for key in notes.get("prints", {}).values()]
    alike = {name: [path for path in paths if path.name == name] for name in names}
    left = {name: iter(found if len(found) == names.count(name) else ()) for name, found in alike.items()}
    return tuple(next(left[name], None) for name in names)


def warnings_of(survey: Survey, n_images: int) -> tuple[str, ...]:
    """What a person should know of images that were read, `n_images` with those of earlier teachings."""
    said = (_blank(survey), _faint(survey), _repeats(survey), _first_guess(n_images), _mixed(survey.sizes))
    return tuple(sentence for sentence in said if sentence)


def _blank(survey: Survey) -> str:
    if not survey.blank:
        return ""
    return say(
        "{blank} of {count} images are black, white or of one grey, so such frames count as good: {names}.",
        blank=len(survey.blank),
        count=len(survey.readable),
        names=in_short(list(survey.blank.values())),
    )


def _faint(survey: Survey) -> str:
    if not survey.faint:
        return ""
    return say(
        "{count} of the 16-bit images seem to hold 12 bits or fewer, and no note in the files says so: "
        "they are read as nearly black.",
        count=survey.faint,
    )


def _repeats(survey: Survey) -> str:
    if not survey.repeats:
        return ""
    return say(
        "{same} of {count} images repeat another one: each picture counts once.",
        same=len(survey.repeats),
        count=survey.n_read,
    )


def _first_guess(n_images: int) -> str:
    if n_images >= ENOUGH:
        return ""
    return say(
        "With {count} images the thresholds are a first guess. Teach with {enough} or more.",
        count=n_images,
        enough=ENOUGH,
    )


def _mixed(sizes: Sequence[tuple[int, int]]) -> str:
    if len(set(sizes)) < 2:
        return ""
    return say("The images have different sizes: frames of every size are accepted.")


def in_short(names: Sequence[str]) -> str:
    """The first few of them."""
    return ", ".join(names[:_SHOWN]) + (", ..." if len(names) > _SHOWN else "")
