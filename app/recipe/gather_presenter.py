"""Step 1 without widgets: which good parts, for which recipe."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from app.i18n import told, translate
from app.recipe.capture_presenter import CapturePresenter
from app.recipe.ports import Background, Permits, Releases, TeachOrder
from app.recipe.scan import Found, look_through
from app.recipe.setup_presenter import SetupPresenter
from app.session import Permission, who_may
from vision.inspection import Frame, Trouble
from vision.recipe import RecipeTrouble
from vision.recipe.versions import check_name

FEWEST_IMAGES = 2


class PartSource(StrEnum):
    """Where good parts come from."""

    FOLDER = "folder"
    CAMERA = "camera"


class GatherView(Protocol):
    """What the presenter needs of the page."""

    def show_recipes(self, names: Sequence[str]) -> None:
        """Offer the station's recipes; what is typed stays."""

    def show_name(self, hint: str, *, exists: bool) -> None:
        """Say what the typed name leads to; Thresholds and Versions need a recipe that exists."""

    def show_source(self, source: PartSource) -> None:
        """Show the folder's or the camera's half."""

    def show_folder(self, folder: str, sentence: str, unreadable: Sequence[str]) -> None:
        """Say what was found in the folder of good parts, and list the files that cannot be read."""

    def show_defects(self, folder: str, sentence: str) -> None:
        """Say what was found in the folder of known defects; "" when none is given."""

    def show_setup(self, summary: str) -> None:
        """What more settings say, folded into one line."""

    def show_start(self, text: str, reason: str) -> None:
        """The primary button: its text, and why it is disabled ("" enables)."""

    def show_add(self, text: str, reason: str) -> None:
        """The button that adds to what the recipe knows; an empty text hides it."""

    def show_take_out(self, reason: str) -> None:
        """Why learned parts cannot be taken out, "" when they can."""

    def show_permits(self, reason: str) -> None:
        """Disable every field with a reason; "" enables."""

    def show_trouble(self, trouble: Trouble) -> None:
        """Tell a known trouble."""


class GatherPresenter:
    """Collects the order for teaching. Lives on the window's thread."""

    def __init__(
        self,
        view: GatherView,
        background: Background,
        releases: Releases,
        permits: Permits,
        capture: CapturePresenter,
        setup: SetupPresenter,
    ) -> None:
        self._view = view
        self._background = background
        self._releases = releases
        self._permits = permits
        self._capture = capture
        self._setup = setup
        self._source = PartSource.FOLDER
        self._name = ""
        self._good: Found | None = None
        self._defects: Found | None = None
        self._scan_number = 0
        self._defect_scan_number = 0
        self._names: Sequence[str] = ()
        capture.on_changed = self._show_start
        setup.on_changed = self._on_setup

    @property
    def name(self) -> str:
        """The recipe's name as typed, without blanks around it."""
        return self._name

    def refresh(self) -> None:
        """Read the recipes again and see who stands here."""
        reason = "" if self._permits.may(Permission.TEACH) else _needs(Permission.TEACH)
        self._view.show_permits(reason)
        self._view.show_setup(self._setup.summary())
        self._setup.person_changed()
        self._background.run(self._releases.names, self._show_names, self._told)
        if self._source is PartSource.CAMERA:
            self._capture.start()
        self._show_start()

    def pause(self) -> None:
        """Another step or screen is looked at: give the camera back."""
        self._capture.stop()

    def choose_name(self, name: str) -> None:
        """The recipe to make, or to make a new version of."""
        self._name = name.strip()
        self._setup.choose_recipe(self._name, exists=self._name in self._names)
        self._choose_captures()
        self._show_name()
        self._show_start()

    def choose_source(self, source: PartSource) -> None:
        """From a folder, or from the camera."""
        self._source = source
        self._view.show_source(source)
        if source is PartSource.CAMERA:
            self._capture.start()
        else:
            self._capture.stop()
        self._show_start()

    def choose_folder(self, folder: Path) -> None:
        """Look through a folder of good parts; a later choice overtakes this one."""
        self._scan_number += 1
        number = self._scan_number
        self._good = None
        self._show_start()

        def show(done: int, total: int) -> None:
            if number == self._scan_number:
                counted = translate("Teach", "Looking at {done} of {total} images").format(done=done, total=total)
                self._view.show_folder(str(folder), counted, ())

        self._scan(folder, show, lambda: number != self._scan_number, self._take_good)

    def choose_defects(self, folder: Path | None) -> None:
        """Look through a folder of known defects; None goes without."""
        self._defect_scan_number += 1
        number = self._defect_scan_number
        self._defects = None
        if folder is None:
            self._view.show_defects("", "")
            return

        def show(done: int, total: int) -> None:
            if number == self._defect_scan_number:
                counted = translate("Teach", "Looking at {done} of {total} images").format(done=done, total=total)
                self._view.show_defects(str(folder), counted)

        self._scan(folder, show, lambda: number != self._defect_scan_number, self._take_defects)

    def keep(self, frames: Sequence[Frame]) -> None:
        """Inspected parts join the captured ones."""
        self._capture.keep(frames)

    def order(self) -> TeachOrder:
        """What shall be learned, as collected. Only when nothing is missing."""
        return TeachOrder(
            recipe=self._name,
            images=self._images(),
            defects=self._defects.readable if self._defects else (),
            who=self._permits.who,
            setup=self._setup.setup(),
        )

    @property
    def who(self) -> str:
        """Who stands here."""
        return self._permits.who

    @property
    def view(self) -> str | None:
        """The view that is taught; None is the recipe's first one."""
        return self._setup.view_name or None

    def missing(self) -> str:
        """Why teaching cannot begin, "" when it can."""
        if not self._permits.may(Permission.TEACH):
            return _needs(Permission.TEACH)
        if not self._name:
            return translate("Teach", "The recipe needs a name.")
        if trouble := _name_trouble(self._name):
            return told(trouble.what, trouble.remedy)
        if len(self._images()) < FEWEST_IMAGES:
            return translate("Teach", "Teaching needs at least {fewest} good parts.").format(fewest=FEWEST_IMAGES)
        return self._setup.missing()

    def missing_to_add(self) -> str:
        """Why the good parts cannot be added to what the recipe knows, "" when they can."""
        if not self._permits.may(Permission.TEACH):
            return _needs(Permission.TEACH)
        if reason := self._setup.missing_to_add():
            return reason
        return "" if self._images() else translate("Teach", "Choose good parts first.")

    def _on_setup(self) -> None:
        self._choose_captures()
        self._view.show_setup(self._setup.summary())
        self._show_start()

    def _choose_captures(self) -> None:
        """Good parts of another view are kept apart: another camera sees them."""
        self._capture.choose_recipe(self._name, self._setup.view_name)

    def _scan(
        self,
        folder: Path,
        show: Callable[[int, int], None],
        overtaken: Callable[[], bool],
        take: Callable[[Found], None],
    ) -> None:
        def progress(done: int, total: int) -> None:
            self._background.post(lambda: show(done, total))

        self._background.run(
            lambda: look_through(folder, progress, overtaken),
            lambda found: None if overtaken() else take(found),
            lambda trouble: None if overtaken() else self._told(trouble),
        )

    def _take_good(self, found: Found) -> None:
        self._good = found
        sentence = translate("Teach", "{count} good parts").format(count=len(found.readable))
        if found.unreadable:
            sentence = translate("Teach", "{bad} of {count} images cannot be read.").format(
                bad=len(found.unreadable), count=found.count
            )
        self._view.show_folder(str(found.folder), sentence, [told(trouble.what) for trouble in found.unreadable])
        self._show_start()

    def _take_defects(self, found: Found) -> None:
        self._defects = found
        sentence = translate("Teach", "{count} known defects").format(count=len(found.readable))
        if found.unreadable:
            sentence += ". " + translate("Teach", "{bad} files cannot be read.").format(bad=len(found.unreadable))
        self._view.show_defects(str(found.folder), sentence)

    def _images(self) -> tuple[Path, ...]:
        if self._source is PartSource.CAMERA:
            return self._capture.paths()
        return self._good.readable if self._good else ()

    def _show_names(self, names: Sequence[str]) -> None:
        self._names = names
        self._view.show_recipes(names)
        self._setup.choose_recipe(self._name, exists=self._name in names)
        self._show_name()
        self._show_start()

    def _show_name(self) -> None:
        exists = self._name in self._names
        if not self._name:
            self._view.show_name(translate("Teach", "A new name makes a new recipe."), exists=False)
        elif not exists:
            self._view.show_name(translate("Teach", "Makes a new recipe."), exists=False)
        else:
            name = self._name
            self._background.run(
                lambda: self._releases.next_version(name), lambda version: self._show_version(name, version), self._told
            )

    def _show_version(self, name: str, version: int) -> None:
        if name == self._name:
            self._view.show_name(translate("Teach", "Makes version {version}.").format(version=version), exists=True)

    def _show_start(self) -> None:
        self._setup.offer_images(self._images())
        count, exists = len(self._images()), self._name in self._names
        text = translate("Teach", "Teach")
        if self._source is PartSource.FOLDER and self._good and self._good.unreadable:
            text = translate("Teach", "Go on with {count}").format(count=count)
        elif count >= FEWEST_IMAGES:
            anew, first = translate("Teach", "Teach anew with {count} parts"), translate("Teach", "Teach {count} parts")
            text = (anew if exists else first).format(count=count)
        self._view.show_start(text, self.missing())
        self._show_changes(count, exists=exists)

    def _show_changes(self, count: int, *, exists: bool) -> None:
        """What can be done to a recipe that exists without teaching it again."""
        self._view.show_add(_added(count) if exists and count else "", self.missing_to_add())
        may = self._permits.may(Permission.TEACH)
        self._view.show_take_out(self._setup.missing_to_take_out() if may else _needs(Permission.TEACH))

    def _told(self, trouble: Exception) -> None:
        if not isinstance(trouble, Trouble):
            raise trouble
        self._view.show_trouble(trouble)


def _needs(permission: Permission) -> str:
    return translate("Teach", "{who} can teach: sign in first.").format(who=told(who_may(permission)))


def _added(count: int) -> str:
    if count == 1:
        return translate("Teach", "Add 1 part")
    return translate("Teach", "Add {count} parts").format(count=count)


def _name_trouble(name: str) -> RecipeTrouble | None:
    try:
        check_name(name)
    except RecipeTrouble as trouble:
        return trouble
    return None
