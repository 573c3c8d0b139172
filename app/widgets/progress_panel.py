"""Long work: what is happening, a bar, "18 of 50, about 40 s left", and a Cancel that says what is kept."""

import time
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.i18n import translate
from app.widgets.button import Button
from app.widgets.card import row
from app.widgets.text import Size, Text, Tone, thousands

_MEASURE_S = 3.0


class ProgressPanel(QWidget):
    """Feed it with `start` and `show_progress`; the time left appears after three seconds of measuring."""

    cancelled = Signal()

    def __init__(self, *, cancel: str = "", kept: str = "", clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._begun_s = clock()
        self.what = Text(size=Size.TITLE, wraps=True)
        self.detail = Text(size=Size.BODY, tone=Tone.SOFT)
        self.bar = QProgressBar()
        self.bar.setProperty("tone", "work")
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("ProgressPanel", "Progress"))
        self.button = Button(cancel or translate("ProgressPanel", "Cancel"), icon_name="x")
        self.button.clicked.connect(self.cancelled)
        self.kept = Text(kept, Size.LABEL, Tone.SOFT, wraps=True)
        if not kept:  # showing it here, without a parent, would open a window of its own
            self.kept.hide()
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        for widget in (self.what, self.bar, self.detail):
            layout.addWidget(widget)
        layout.addLayout(row(self.button, self.kept, None))

    def start(self, what: str) -> None:
        """Begin: say what is happening and measure from now."""
        self._begun_s = self._clock()
        self.what.setText(what)
        self.detail.setText("")
        self.bar.setRange(0, 0)

    def show_progress(self, done: int, total: int, what: str = "") -> None:
        """`done` of `total` steps; `total` 0 means that nobody knows how many."""
        if what:
            self.what.setText(what)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.detail.setText(progress_text(done, total, self._clock() - self._begun_s))


def progress_text(done: int, total: int, elapsed_s: float) -> str:
    """ "18 of 50, about 40 s left"; the time only after three seconds of measuring."""
    if total <= 0:
        return ""
    text = translate("ProgressPanel", "{done} of {total}").format(done=thousands(done), total=thousands(total))
    if elapsed_s < _MEASURE_S or done <= 0 or done >= total:
        return text
    left_s = elapsed_s / done * (total - done)
    left = translate("ProgressPanel", "about {time} left").format(time=duration_text(left_s))
    return f"{text}, {left}"


def duration_text(seconds: float) -> str:
    """A time a person can use: 5 s, 40 s, 3 min."""
    if seconds < 100:
        rounded = max(1, round(seconds)) if seconds < 10 else round(seconds / 5) * 5
        return translate("ProgressPanel", "{count} s").format(count=rounded)
    return translate("ProgressPanel", "{count} min").format(count=round(seconds / 60))


if __name__ == "__main__":
    from app.widgets.alone import show_alone

    def _example() -> ProgressPanel:
        panel = ProgressPanel(kept="The 18 parts captured so far are kept.")
        panel.start("Learning what good parts look like")
        panel.show_progress(18, 50)
        return panel

    show_alone(_example)
