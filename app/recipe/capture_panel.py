"""The camera's half of step 1: the live image, and a big button that keeps a part."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import translate
from app.theme.tokens import GAP
from app.widgets.button import Button, Kind, Target
from app.widgets.card import row
from app.widgets.confirm_dialog import ConfirmDialog
from app.widgets.image_view import ImageShown, ImageView
from app.widgets.text import Size, Text
from vision.inspection import Frame, Trouble


class CapturePanel(QWidget):
    """Setters in, signals out; see `CapturePresenter`."""

    capture_asked = Signal()
    undo_asked = Signal()
    clear_asked = Signal()
    by_trigger_chosen = Signal(bool)
    trouble = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.image = ImageView()
        self.capture = Button(translate("Teach", "Capture"), icon_name="camera")
        self.capture.clicked.connect(self.capture_asked)
        self.undo = Button(translate("Teach", "Undo last"), icon_name="undo-2")
        self.undo.clicked.connect(self.undo_asked)
        self.by_trigger = Button(translate("Teach", "On every trigger"), icon_name="radio")
        self.by_trigger.setCheckable(True)
        self.by_trigger.toggled.connect(self.by_trigger_chosen)
        self.count = Text("", Size.TITLE)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.start_over = Button(translate("Teach", "Start over"), kind=Kind.BARE, target=Target.DESK)
        self.start_over.clicked.connect(self._ask_start_over)
        kept = QVBoxLayout()
        kept.setSpacing(0)
        kept.addWidget(self.count)
        kept.addWidget(self.start_over)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.image, 1)
        line = row(self.capture, self.undo, self.by_trigger, None)
        line.addLayout(kept)
        layout.addLayout(line)
        self.show_captured(())

    def show_live(self, frame: Frame | None, why: str) -> None:
        """The live image, or why there is none."""
        if frame is None:
            self.image.show_no_image(why)
        else:
            self.image.show_image(ImageShown(frame=frame, name=translate("Teach", "Live image")))

    def show_captured(self, paths: Sequence[Path]) -> None:
        """How many parts are kept."""
        self.count.setText(translate("Teach", "{count} captured").format(count=len(paths)))
        reason = "" if paths else translate("Teach", "Nothing is captured yet.")
        self.undo.set_reason(reason)
        self.start_over.set_reason(reason)

    def show_capture(self, reason: str) -> None:
        """Why Capture is disabled, "" enables it."""
        self.capture.set_reason(reason)

    def show_trouble(self, trouble: Trouble) -> None:
        """Tell a known trouble."""
        self.trouble.emit(trouble)

    def _ask_start_over(self) -> None:
        agreed = ConfirmDialog.ask(
            self,
            translate("Teach", "Forget all captured parts?"),
            meaning=translate(
                "Teach", "Their images are deleted. Recipes that were taught from them stay as they are."
            ),
            go_on=translate("Teach", "Forget them"),
            stay=translate("Teach", "Keep them"),
        )
        if agreed:
            self.clear_asked.emit()
