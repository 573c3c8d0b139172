"""Step 1: which camera looks at the parts, with a small live picture of the chosen one."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.first_start.picture import LittlePicture
from app.first_start.ports import CameraChoice, ChoiceKind
from app.i18n import told, translate
from app.widgets.button import Button, Kind, PrimaryButton, Target
from app.widgets.card import row
from app.widgets.choice_list import ChoiceList
from app.widgets.choice_row import ChoiceRow
from app.widgets.scroll import scrolled
from app.widgets.text import Size, Text, Tone
from vision.inspection import Trouble

_ICONS = {
    ChoiceKind.VIRTUAL: "play",
    ChoiceKind.CAMERA: "camera",
    ChoiceKind.USB: "usb",
    ChoiceKind.FOLDER: "folder-open",
}
_DARK_LEVEL, _BRIGHT_SHARE = 40, 0.01


class CameraPage(QWidget):
    """`chosen` carries a spec, `folder_chosen` a path."""

    search_asked = Signal()
    chosen = Signal(str)
    folder_chosen = Signal(object)
    use_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choices: tuple[CameraChoice, ...] = ()
        self._rows = ChoiceList(gap=14)
        self._rows.chosen.connect(self._on_choice)
        self._search = Button(icon_name="refresh-cw", kind=Kind.BARE, target=Target.DESK)
        self._search.clicked.connect(self.search_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        title = Text(translate("FirstStart", "Which camera looks at the parts?"), Size.SCREEN_TITLE)
        layout.addLayout(row(title, None, self._search))
        layout.addWidget(scrolled(self._rows), 1)
        layout.addLayout(self._build_bottom())
        self.show_searching(False)

    def show_choices(self, choices: tuple[CameraChoice, ...]) -> None:
        """Show the rows; the chosen one names the button."""
        if choices != self._choices:
            self._choices = choices
            self._fill()
        now = next((choice for choice in choices if choice.chosen), None)
        self._use.set_text(_use_text(now))
        self._use.setEnabled(now is not None)

    def show_searching(self, searching: bool) -> None:
        text = translate("FirstStart", "Searching …") if searching else translate("FirstStart", "Searched just now")
        self._search.set_text(text)
        self._search.setEnabled(not searching)

    def show_look(self, sight: Any) -> None:
        self._picture.show_frame(sight.frame)
        rate = translate("FirstStart", "{rate} frames/s").format(rate=f"{sight.frames_per_s:.0f}")
        light = _light(sight.quality) if sight.quality is not None else ""
        self._look.setText("\n".join(filter(None, (light, rate))))

    def show_no_look(self, trouble: Trouble | None) -> None:
        self._picture.show_frame(None)
        waiting = translate("FirstStart", "Waiting for the first frame.")
        self._look.setText(waiting if trouble is None else told(trouble.what, trouble.remedy))

    def _build_bottom(self) -> QHBoxLayout:
        self._picture = LittlePicture(translate("FirstStart", "Preview"))
        self._look = Text("", Size.LABEL, Tone.SOFT, wraps=True)
        self._use = PrimaryButton("")
        self._use.setMinimumWidth(252)
        self._use.clicked.connect(self.use_asked)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(Text(translate("FirstStart", "Preview"), Size.STRONG))
        words.addWidget(self._look)
        words.addStretch(1)
        layout = QHBoxLayout()
        layout.setSpacing(16)
        layout.addWidget(self._picture)
        layout.addLayout(words, 1)
        layout.addWidget(self._use)
        return layout

    def _fill(self) -> None:
        chosen = next((_key(choice) for choice in self._choices if choice.chosen), None)
        self._rows.show_rows({_key(choice): _row(choice) for choice in self._choices}, chosen)

    def _on_choice(self, key: str | ChoiceKind) -> None:
        if key is not ChoiceKind.FOLDER:
            self.chosen.emit(key)
            return
        folder = QFileDialog.getExistingDirectory(self, translate("FirstStart", "Folder of images"))
        if folder:
            self.folder_chosen.emit(Path(folder))
        else:
            self._fill()


def _key(choice: CameraChoice) -> str | ChoiceKind:
    """Its spec; a folder has none until one is picked."""
    return ChoiceKind.FOLDER if choice.kind is ChoiceKind.FOLDER else choice.spec


def _row(choice: CameraChoice) -> ChoiceRow:
    title, line, state = _words(choice)
    return ChoiceRow(title, line, icon_name=_ICONS[choice.kind], state=state)


def _words(choice: CameraChoice) -> tuple[str, str, str]:
    """Title, line, and what stands at the right."""
    ready = translate("FirstStart", "Ready")
    if choice.kind is ChoiceKind.VIRTUAL:
        line = translate("FirstStart", "Machined parts with known defects, 40 per minute")
        return translate("FirstStart", "Virtual line"), line, ready
    if choice.kind is ChoiceKind.FOLDER:
        line = choice.detail or translate("FirstStart", "Replays images from a disk")
        return translate("FirstStart", "Folder of images"), line, translate("FirstStart", "Choose …")
    return choice.name, choice.detail or choice.spec, ready


def _use_text(choice: CameraChoice | None) -> str:
    if choice is None:
        return translate("FirstStart", "Choose a camera")
    return {
        ChoiceKind.VIRTUAL: translate("FirstStart", "Use the virtual line"),
        ChoiceKind.FOLDER: translate("FirstStart", "Use this folder"),
    }.get(choice.kind, translate("FirstStart", "Use this camera"))


def _light(quality: Any) -> str:
    """Too bright, too dark, or well lit, by the grey levels."""
    levels = quality.levels
    mean = float((levels * range(len(levels))).sum()) / max(1.0, float(levels.sum()))
    if quality.clipped_share > _BRIGHT_SHARE:
        return translate("FirstStart", "Too bright in places")
    return translate("FirstStart", "Too dark") if mean < _DARK_LEVEL else translate("FirstStart", "Well lit")
