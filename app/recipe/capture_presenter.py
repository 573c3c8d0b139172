"""Capturing good parts from the camera, without widgets."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from app.i18n import told, translate
from app.recipe.captures import Captures
from app.recipe.ports import Background, PartCamera
from vision.inspection import Frame, Trouble


class CaptureView(Protocol):
    """What the presenter needs of the camera's half of step 1."""

    def show_live(self, frame: Frame | None, why: str) -> None:
        """The live image, or in one line why there is none."""

    def show_captured(self, paths: Sequence[Path]) -> None:
        """The captured parts, oldest first."""

    def show_capture(self, reason: str) -> None:
        """Why Capture is disabled, "" enables it."""

    def show_trouble(self, trouble: Trouble) -> None:
        """Tell a known trouble."""


class CapturePresenter:
    """Keeps frames as good parts, one by one. Lives on the window's thread.

    Capture keeps the next frame to arrive, not the one on the screen: what the person pressed for is what is kept.
    """

    def __init__(
        self, view: CaptureView, background: Background, camera: PartCamera, folder: Callable[[str], Path]
    ) -> None:
        self._view = view
        self._background = background
        self._camera = camera
        self._folder = folder
        self._owner = ("", "")
        self._captures: Captures | None = None
        self._paths: tuple[Path, ...] = ()
        self._wants_next = False
        self._by_trigger = False
        self._is_running = False
        self.on_changed: Callable[[], None] = lambda: None

    def paths(self) -> tuple[Path, ...]:
        """The captured parts of the chosen recipe, oldest first."""
        return self._paths

    def choose_recipe(self, name: str, view: str = "") -> None:
        """Captured parts belong to a view of a recipe; those of an earlier, cancelled teaching are still there.

        `view` "" is the recipe's first one.
        """
        if (name, view) == self._owner:
            return
        self._owner = (name, view)
        folder = self._folder(name) / quote(view, safe=" ") if view else self._folder(name)
        self._captures = Captures(folder) if name else None
        self._read()
        self._show_capture()

    def look_through(self, camera: str) -> None:
        """Take good parts from another of the recipe's cameras; "" is the first one."""
        self._camera.look_through(camera)
        if self._is_running:
            self.start()

    def start(self) -> None:
        """Show the live image."""
        self.stop()
        reason = self._camera.unavailable()
        if reason:
            self._view.show_live(None, reason)
        else:
            self._is_running = True
            self._view.show_live(None, translate("Teach", "Waiting for the camera"))
            self._camera.start(self._take, self._lost, by_trigger=self._by_trigger)
        self._show_capture()

    def stop(self) -> None:
        """Give the camera back; what was captured stays."""
        self._camera.stop()
        self._is_running = False
        self._wants_next = False

    def capture(self) -> None:
        """Keep the next frame."""
        self._wants_next = True

    def capture_by_trigger(self, on: bool) -> None:
        """Keep every triggered frame by itself."""
        self._by_trigger = on
        if self._is_running:
            self.start()

    def undo(self) -> None:
        """Forget the newest captured part."""
        if self._captures is not None:
            self._background.run(self._captures.undo, lambda _: self._read(), self._told)

    def keep(self, frames: Sequence[Frame]) -> None:
        """Keep frames that were inspected before; they stay when the station removes its own."""
        captures = self._captures
        if captures is not None:
            self._background.run(lambda: [captures.add(frame) for frame in frames], lambda _: self._read(), self._told)

    def clear(self) -> None:
        """Forget all captured parts of this recipe."""
        if self._captures is not None:
            self._background.run(self._captures.clear, lambda _: self._read(), self._told)

    def _take(self, frame: Frame, triggered: bool) -> None:
        self._view.show_live(frame, "")
        captures = self._captures
        if captures is None or not (self._wants_next or (self._by_trigger and triggered)):
            return
        self._wants_next = False
        self._background.run(lambda: captures.add(frame), lambda _: self._read(), self._told)

    def _lost(self, trouble: Trouble) -> None:
        self._is_running = False
        self._view.show_live(None, told(trouble.what))
        self._show_capture()

    def _read(self) -> None:
        self._paths = self._captures.paths() if self._captures else ()
        self._view.show_captured(self._paths)
        self.on_changed()

    def _show_capture(self) -> None:
        if self._captures is None:
            self._view.show_capture(translate("Teach", "The recipe needs a name first."))
        elif not self._is_running:
            self._view.show_capture(self._camera.unavailable() or translate("Teach", "The camera gives no image."))
        else:
            self._view.show_capture("")

    def _told(self, trouble: Exception) -> None:
        if not isinstance(trouble, Trouble):
            raise trouble
        self._view.show_trouble(trouble)
