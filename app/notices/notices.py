"""The one place that screens tell their news to; the main window shows it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.i18n import told, translate
from app.notices.board import Cause, NoticeBoard, Severity
from vision.inspection import Trouble

Act = Callable[[], None]


class Notices(QObject):
    """Banner causes, toasts and told trouble. Lives in the window's thread."""

    banner_changed = Signal()
    """Look at `board.causes`."""
    toast_wanted = Signal(str, object, str)
    """Text, what its button does (None without one), and what that says ("" is Undo)."""

    def __init__(self) -> None:
        super().__init__()
        self.board = NoticeBoard()
        self._acts: dict[str, Act] = {}

    def raise_cause(self, cause: Cause, act: Act | None = None) -> None:
        """Show a banner until `clear` is called with the same key; `act` is what its button does."""
        if act is not None:
            self._acts[cause.key] = act
        if self.board.put(cause):
            self.banner_changed.emit()

    def clear(self, key: str) -> None:
        """The cause is gone."""
        self._acts.pop(key, None)
        if self.board.remove(key):
            self.banner_changed.emit()

    def act(self, key: str) -> None:
        """The button of a cause was pressed."""
        act = self._acts.get(key)
        if act is not None:
            act()

    def toast(self, text: str, undo: Act | None = None, offer: str = "") -> None:
        """Say briefly that something was done; `undo` takes it back, or does what `offer` says."""
        self.toast_wanted.emit(text, undo, offer)

    def tell(self, trouble: Trouble) -> None:
        """Tell a known trouble in its three sentences; the person takes note of it."""
        words = (told(sentence) for sentence in (trouble.what, trouble.meaning, trouble.remedy))
        self._told(f"told:{type(trouble).__name__}", *words)

    def tell_bug(self, error: BaseException) -> None:
        """Show that Loupe itself made a mistake; the trace is in the log."""
        what = translate("Notices", "Loupe made a mistake of its own.")
        meaning = translate("Notices", "{kind}. Records written before are safe; look at the last part yourself.")
        remedy = translate("Notices", "Go on, or start Loupe again. The details are in the log.")
        self._told("bug", what, meaning.format(kind=type(error).__name__), remedy)

    def tell_error(self, error: BaseException) -> None:
        """Tell what a worker brought home: known trouble or a bug."""
        if isinstance(error, Trouble):
            self.tell(error)
        else:
            self.tell_bug(error)

    def _told(self, key: str, what: str, meaning: str, remedy: str) -> None:
        cause = Cause(
            key=key,
            severity=Severity.AMBER,
            what=what,
            meaning=meaning,
            remedy=remedy,
            action=translate("Notices", "Understood"),
        )
        self.raise_cause(cause, lambda: self.clear(key))
