"""The net below everything: what nobody caught is told or logged, and the app stays alive."""

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from app.notices.notices import Notices
from vision.inspection import Trouble

log = logging.getLogger(__name__)


class _Net(QObject):
    """Brings an exception of any thread into the window's."""

    caught = Signal(object)

    def __init__(self, notices: Notices) -> None:
        super().__init__(notices)
        self._notices = notices
        self.caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def _tell(self, error: BaseException) -> None:
        self._notices.tell_error(error)

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, Trouble):
            log.warning("%s %s", error, error.detail)
        else:
            log.error("bug", exc_info=(kind, error, trace))
        self.caught.emit(error)

    def on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.on_exception(args.exc_type, args.exc_value, args.exc_traceback)


def install_hooks(notices: Notices) -> Callable[[], None]:
    """Catch what nobody caught, in every thread; returns the way to take the net down again."""
    net = _Net(notices)
    before = sys.excepthook, threading.excepthook
    sys.excepthook, threading.excepthook = net.on_exception, net.on_thread_exception

    def restore() -> None:
        sys.excepthook, threading.excepthook = before

    return restore
