"""The recipes of a station: folders of versions, each written whole or not at all and never changed."""

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from vision.durable import sync_folder, write_durably, write_synced
from vision.inspection import say
from vision.recipe.file import RecipeTrouble, dump_recipe, parse_recipe
from vision.recipe.recipe import Recipe

_VERSION = re.compile(r"^v(\d{4,})$")
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]|^\.|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)$', re.IGNORECASE)


RELEASES = "releases.jsonl"
TURN = ".turn.lock"
_LONGEST_TURN_S = 30.0
"""Saving takes less than one; a program that is stopped in between must not stop all others."""


class Release(BaseModel):
    """A version became the active one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: int = Field(ge=1)
    by: str
    time: datetime


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What work on a recipe's next version goes on from. Such work takes minutes, and others work meanwhile."""

    active: int | None
    """The version that was active then; None when there was none, or none known."""


class RecipeLibrary:
    """Recipes below one folder: `<name>/v0001/recipe.json` and the model files beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def names(self) -> list[str]:
        """Names of the recipes that have at least one version, sorted; folders of other names are no recipes."""
        if not self.folder.is_dir():
            return []
        folders = [path.name for path in self.folder.iterdir() if path.is_dir() and _is_name(path.name)]
        return sorted(name for name in folders if self.versions(name))

    def versions(self, name: str) -> list[int]:
        """Version numbers of a recipe, ascending, damaged ones too; empty when there is none."""
        check_name(name)
        folder = self.folder / name
        if not folder.is_dir():
            return []
        found = (_VERSION.match(path.name) for path in folder.iterdir() if path.is_dir())
        return sorted(int(match[1]) for match in found if match)

    def version_folder(self, name: str, version: int) -> Path:
        """Where a version lives (or would live)."""
        check_name(name)
        return self.folder / name / f"v{version:04d}"

    def load(self, name: str, version: int | None = None) -> Recipe:
        """One version of a recipe, the active one by default, with its model files checked against their hashes.

        Raises:
            RecipeTrouble: no such recipe, a broken file, or a model file that is missing or changed.
        """
        asked = self.active_version(name) if version is None else version
        if asked not in self.versions(name):
            raise self._unknown(name, version) if version is not None else _lost(name, asked)
        folder = self.version_folder(name, asked)
        path = folder / "recipe.json"
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise _unusable(say("{path} cannot be read.", path=path), str(error)) from error
        recipe = parse_recipe(text, str(path))
        for view in recipe.views:
            _check_model(folder / view.model.file, view.model.hash)
        return recipe

    def basis(self, name: str) -> Basis:
        """As the recipe stands now: asked before work on its next version begins, checked when that is saved."""
        return Basis(active=self.active_if_known(name))

    def save(self, recipe: Recipe, files: Mapping[str, Path | bytes], basis: Basis | None = None) -> Path:
        """Write a new version: `files` maps file names to their content or to a file to copy.

        Args:
            basis: what it goes on from; None where it goes on from nothing.

        Returns:
            The version's folder, durable on disk.

        Raises:
            RecipeTrouble: that version exists already, or another one than its basis is active by now.
        """
        folder = self.version_folder(recipe.name, recipe.version)
        folder.parent.mkdir(parents=True, exist_ok=True)
        with self._turn():
            self.check_basis(recipe.name, recipe.version, basis)
            if folder.exists():
                raise _begin_again(
                    say("Recipe {name} has a version {version} already.", name=recipe.name, version=recipe.version)
                )
            self._write(recipe, files, folder)
        return folder

    def check_basis(self, name: str, version: int, basis: Basis | None) -> None:
        """Whether what a version goes on from is still active; None for a version that goes on from nothing.

        Raises:
            RecipeTrouble: another one is active by now, whose changes this version would undo.
        """
        now = self.active_if_known(name)
        if basis is None or now in (basis.active, version):  # the newest is active where none was ever released
            return
        raise _begin_again(
            say("Version {version} of recipe {name} was made active meanwhile.", version=now, name=name)
            if now is not None
            else say("Which version of recipe {name} is active is not known any more.", name=name)
        )

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """One at a time: the station, an open draft and a command line may save and release at once."""
        lock = FileLock(self.folder / TURN, timeout=_LONGEST_TURN_S)
        try:
            lock.acquire()
        except Timeout as error:
            raise RecipeTrouble(
                "Another Loupe does not finish saving a recipe.",
                "Nothing is changed.",
                "Close what else of Loupe runs on these recipes, then try again.",
                detail=str(error),
            ) from error
        try:
            yield
        finally:
            lock.release()

    def _write(self, recipe: Recipe, files: Mapping[str, Path | bytes], folder: Path) -> None:
        draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=folder.parent))
        try:
            for name, content in files.items():
                write_synced(draft / name, content.read_bytes() if isinstance(content, Path) else content)
            write_synced(draft / "recipe.json", dump_recipe(recipe).encode())
            sync_folder(draft)
            os.rename(draft, folder)
            sync_folder(folder.parent)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise

    def active_version(self, name: str) -> int:
        """The version that inspects: the one released last, or the newest where none was ever released.

        Also when that one is lost or damaged: no other takes its place unless a person says so.

        Raises:
            RecipeTrouble: no such recipe, or its releases are damaged.
        """
        known = self.versions(name)
        if not known:
            raise self._unknown(name, None)
        releases = self.releases(name)
        return releases[-1].version if releases else known[-1]

    def active_if_known(self, name: str) -> int | None:
        """As `active_version`, for lists of recipes: None instead of the trouble."""
        try:
            return self.active_version(name)
        except RecipeTrouble:
            return None

    def next_version(self, name: str) -> int:
        """The number of the version that is taught next: above all that are there, and all that were ever released.

        A lost version's number is never given again: records tell of it. Of damaged releases the readable ones count.
        """
        released = [entry.version for entry in self._readable_releases(name)[0]]
        return max([*self.versions(name), *released], default=0) + 1

    def releases(self, name: str) -> list[Release]:
        """Every release and roll-back of a recipe, oldest first.

        Raises:
            RecipeTrouble: they cannot be read, or are damaged: a line is broken, or the file is empty, which is never
                written so.
        """
        known, fault = self._readable_releases(name)
        if fault is not None:
            raise RecipeTrouble(
                say("The releases of {name} are damaged.", name=name),
                "Which version was released is not known. The recipe is not used.",
                say(
                    "Make a version active on Teach, under Versions, or put {file} back from a backup.",
                    file=self.folder / name / RELEASES,
                ),
                detail=fault,
            )
        return known

    def release(self, name: str, version: int, *, by: str, time: datetime, basis: Basis | None = None) -> None:
        """Make a version the active one, forward or back; durable when this returns.

        Mends damaged releases: the readable ones stay.

        Args:
            basis: what the version goes on from; None where a person chose it, whatever is active.

        Raises:
            RecipeTrouble: no such version, or another one than its basis is active by now.
        """
        if version not in self.versions(name):
            raise self._unknown(name, version)
        entry = Release(version=version, by=by, time=time)
        path = self.folder / name / RELEASES
        with self._turn():
            self.check_basis(name, version, basis)
            lines = [known.model_dump_json() for known in [*self._readable_releases(name)[0], entry]]
            write_durably(path, ("\n".join(lines) + "\n").encode())

    def _readable_releases(self, name: str) -> tuple[list[Release], str | None]:
        """The releases that can be read, oldest first, and what is wrong with the others; None when all is well."""
        check_name(name)
        path = self.folder / name / RELEASES
        try:
            lines = list(filter(bytes.strip, path.read_bytes().splitlines()))
        except FileNotFoundError:
            return [], None
        except OSError as error:
            raise RecipeTrouble(
                say("The releases of {name} cannot be read.", name=name),
                "Which version was released is not known. The recipe is not used.",
                say("Give Loupe the right to read {file}.", file=path),
                detail=str(error),
            ) from error
        known, fault = [], None if lines else "The file is empty."
        for line in lines:
            try:
                known.append(Release.model_validate_json(line))
            except ValidationError as error:
                fault = str(error)
        return known, fault

    def _unknown(self, name: str, version: int | None) -> RecipeTrouble:
        what = say(
            "There is no recipe {name}." if version is None else "Recipe {name} has no version {version}.",
            name=name,
            version=version,
        )
        known = ", ".join(self.names()) or say("none yet")
        return RecipeTrouble(
            what,
            say("Recipes of this station: {known}.", known=known),
            say('Teach it: loupe teach IMAGES_DIR --recipe "{name}"', name=name),
        )


def check_name(name: str) -> None:
    """Refuse names that are no folder name on Linux and Windows alike."""
    if not _is_name(name):
        raise RecipeTrouble(
            say('"{name}" cannot be a recipe name.', name=name),
            "",
            "Use letters, digits, spaces, dashes or dots inside.",
        )


def _is_name(name: str) -> bool:
    return bool(name) and len(name) <= 80 and not _UNSAFE.search(name)


def _begin_again(what: str) -> RecipeTrouble:
    return RecipeTrouble(
        what, "Nothing is changed, since that would be undone.", "Begin again: it goes on from what is active now."
    )


def _lost(name: str, version: int) -> RecipeTrouble:
    return _unusable(
        say("Version {version} of recipe {name}, the one released last, is missing.", name=name, version=version)
    )


def _check_model(path: Path, expected: str) -> None:
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise _unusable(say("The model file {path} cannot be read.", path=path), str(error)) from error
    if found != expected:
        raise _unusable(say("The model file {path} is damaged or was changed.", path=path))


def _unusable(what: str, detail: str = "") -> RecipeTrouble:
    return RecipeTrouble(
        what,
        "The recipe is not used.",
        "Choose another version on Teach, under Versions, or teach it again.",
        detail=detail,
    )
