"""Released versions on a `RecipeLibrary`, and drafts that become versions only when a person releases them."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.i18n import told, translate
from app.recipe.ports import Draft, ScoredPart, VersionNote, ViewEvidence
from vision.inspection import Thresholds
from vision.recipe import Basis, Recipe, RecipeLibrary, RecipeTrouble, View
from vision.storage.trouble import beside_the_line
from vision.teaching import (
    NOTHING_RELEASED,
    calibrate,
    images_kept_aside,
    noted_rates,
    promised,
    standing_recipe,
)

GOOD_KEY = "held_aside"
"""Where teaching notes the scores of good parts kept aside, per view."""
DEFECTS_KEY = "known_defects"
"""Where a release notes the scores of known defects, per view."""

IMAGE_KEY = "image"
"""Where a release notes the image of such a part: a path on this computer."""

Told = Callable[[str, str, str], None]
"""Who, what was done ("recipe released"), and to what ("Magnet tile 42 v8"): for the audit log."""


class DraftLibrary(RecipeLibrary):
    """Reads the station's recipes and writes elsewhere: teaching into it leaves the station's recipes alone."""

    def __init__(self, library: RecipeLibrary, folder: Path) -> None:
        super().__init__(library.folder)
        self._drafts = RecipeLibrary(folder)

    def save(self, recipe: Recipe, files: Mapping[str, Path | bytes], basis: Basis | None = None) -> Path:
        """Write the version among the drafts."""
        self.check_basis(recipe.name, recipe.version, basis)
        return self._drafts.save(recipe, files)


class LibraryReleases:
    """Fulfils `app.recipe.ports.Releases`."""

    def __init__(self, library: RecipeLibrary, told: Told) -> None:
        self._library = library
        self._told = told

    def names(self) -> list[str]:
        """Recipes of this station, sorted."""
        return self._library.names()

    def standing(self, name: str) -> Recipe | None:
        """The version that teaching goes on from, the active one; None for a new name."""
        return standing_recipe(self._library, name)

    def next_version(self, name: str) -> int:
        """The version a release would make."""
        return self._library.next_version(name)

    def versions(self, name: str) -> tuple[VersionNote, ...]:
        """Newest first; a version whose file is broken is listed with what is wrong.

        None is the active one when the releases are damaged.
        """
        active = self._library.active_if_known(name)
        return tuple(self._note(name, version, version == active) for version in reversed(self._library.versions(name)))

    def reopen(self, name: str) -> Draft:
        """The active version with the scores it keeps. Raises `RecipeTrouble` when it keeps none."""
        basis, recipe = self._library.basis(name), self._library.load(name)
        folder = self._library.version_folder(name, recipe.version)
        evidence = tuple(found for view in recipe.views if (found := stored_evidence(recipe, view)) is not None)
        if not evidence:
            raise RecipeTrouble(
                translate("Teach", "{recipe} v{version} keeps no scores of good parts.").format(
                    recipe=name, version=recipe.version
                ),
                translate("Teach", "Its lines stay where they are."),
                translate("Teach", "Teach it again to move them."),
            )
        return Draft(
            recipe=recipe.model_copy(update={"version": self.next_version(name)}),
            basis=basis,
            files={view.model.file: folder / view.model.file for view in recipe.views},
            evidence=evidence,
        )

    def release(self, draft: Draft, lines: Mapping[str, Thresholds], note: str, who: str) -> int:
        """Write the draft as the next version and make it active; its number.

        Raises `RecipeTrouble` when another version was made active since the draft was begun.
        """
        now = datetime.now(UTC)
        changes: dict[str, Any] = {
            "version": self.next_version(draft.recipe.name),
            "created": now,
            "created_by": who,
            "note": note,
            "views": tuple(_with_lines(view, lines.get(view.name)) for view in draft.recipe.views),
            "teaching": _with_evidence(draft),
        }
        recipe = Recipe.model_validate(dict(draft.recipe) | changes)
        with beside_the_line(self._library.folder, NOTHING_RELEASED):
            self._library.save(recipe, draft.files, draft.basis)
            self._library.release(recipe.name, recipe.version, by=who, time=now, basis=draft.basis)
        self._told(who, "recipe released", f"{recipe.name} v{recipe.version}")
        return recipe.version

    def activate(self, name: str, version: int, who: str) -> None:
        """Make a version the active one; one that cannot be loaded is refused."""
        self._library.load(name, version)
        with beside_the_line(self._library.folder, NOTHING_RELEASED):
            self._library.release(name, version, by=who, time=datetime.now(UTC))
        self._told(who, "recipe made active", f"{name} v{version}")

    def _note(self, name: str, version: int, is_active: bool) -> VersionNote:
        try:
            recipe = self._library.load(name, version)
        except RecipeTrouble as trouble:
            made = datetime.fromtimestamp(self._library.version_folder(name, version).stat().st_mtime, UTC)
            return VersionNote(version=version, created=made, who="", note=told(trouble.what), is_active=is_active)
        return VersionNote(
            version=version, created=recipe.created, who=recipe.created_by, note=recipe.note, is_active=is_active
        )


def stored_evidence(recipe: Recipe, view: View) -> ViewEvidence | None:
    """The scores a version keeps of one view; None when there are too few to judge lines by."""
    notes = recipe.teaching.get(view.name, {})
    good = tuple(map(_good, notes.get(GOOD_KEY, []), images_kept_aside(notes)))
    if len(good) < 2:
        return None
    lines = calibrate([part.score for part in good], noted_rates(notes))
    return ViewEvidence(
        view=view.name,
        parts=good + tuple(map(_defect, notes.get(DEFECTS_KEY, []))),
        suggested=lines.thresholds,
        promise=promised(
            notes.get("images", len(good)),
            lines.promises.overkill,
            leaves_out=notes.get("leaves_out", False),
            n_left_out=len(notes.get("left_out", ())),
        ),
    )


def _good(note: dict[str, Any], taught: Path | None) -> ScoredPart:
    """`taught`: where teaching says that its image lay; a release may have noted it as well."""
    return ScoredPart(
        name=str(note["name"]), score=float(note["score"]), image=still_there(_noted_image(note) or taught)
    )


def _defect(note: dict[str, Any]) -> ScoredPart:
    image = still_there(_noted_image(note))
    return ScoredPart(name=str(note["name"]), score=float(note["score"]), is_defect=True, image=image)


def _noted_image(note: dict[str, Any]) -> Path | None:
    return Path(note[IMAGE_KEY]) if note.get(IMAGE_KEY) else None


def still_there(image: Path | None) -> Path | None:
    """The image file as long as it lies where it was taught from."""
    return image if image is not None and image.is_file() else None


def _noted(part: ScoredPart) -> dict[str, Any]:
    note = {"name": part.name, "score": part.score}
    return note if part.image is None else note | {IMAGE_KEY: str(part.image)}


def _with_lines(view: View, lines: Thresholds | None) -> View:
    return view if lines is None else view.model_copy(update={"t1": lines.t1, "t2": lines.t2})


def _with_evidence(draft: Draft) -> dict[str, Any]:
    """The notes of teaching with the known defects and where the images lie, so that the lines can be moved later."""
    notes = dict(draft.recipe.teaching)
    for evidence in draft.evidence:
        parts = {
            GOOD_KEY: [_noted(part) for part in evidence.parts if not part.is_defect],
            DEFECTS_KEY: [_noted(part) for part in evidence.parts if part.is_defect],
        }
        notes[evidence.view] = dict(notes.get(evidence.view, {})) | parts
    return notes
