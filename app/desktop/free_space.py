"""Room on the home's disk for the state bar, asked in the background: a disk that sleeps must not hold the window."""

from PySide6.QtCore import QObject, QTimer

from app.i18n import translate
from app.workers.background import WorkerBackground
from vision.inspection import Trouble
from vision.storage import DiskSpace, Home, disk_space

_EVERY_MS = 10_000


class FreeSpace(QObject):
    """Asks now and then, never twice at once. `text` is what was found last, empty before the first answer."""

    def __init__(self, home: Home, background: WorkerBackground) -> None:
        super().__init__()
        self._home, self._background = home, background
        self._is_asking = False
        self.text = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.ask)
        self._timer.start()
        self.ask()

    def ask(self) -> None:
        """Look again, unless the last look has not ended."""
        if not self._is_asking:
            self._is_asking = True
            self._background.run(lambda: disk_space(self._home), self._found, self._failed)

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()

    def _found(self, space: DiskSpace) -> None:
        self._is_asking = False
        self.text = translate("States", "{free} GB free").format(free=f"{space.free_bytes / 1e9:.0f}")

    def _failed(self, trouble: Exception) -> None:
        self._is_asking = False
        self.text = translate("States", "Disk does not answer")
        if not isinstance(trouble, Trouble):
            raise trouble
