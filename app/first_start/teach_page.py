"""Step 2: what good parts look like, captured from the camera or taken from a folder."""

from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.first_start.picture import LittlePicture
from app.first_start.ports import LEAST_GOOD_PARTS, MOST_GOOD_PARTS, USUAL_GOOD_PARTS, TeachProgress, TeachStage
from app.i18n import translate
from app.theme import font
from app.theme.tokens import TOUCH
from app.widgets.button import Button, Kind, PrimaryButton
from app.widgets.card import row
from app.widgets.choice_row import ChoiceRow
from app.widgets.number_field import NumberField
from app.widgets.progress_panel import ProgressPanel
from app.widgets.text import Size, Text, Tone

_FIELD_WIDTH = 284


class _Source(IntEnum):
    CAMERA = 0
    FOLDER = 1


class TeachPage(QWidget):
    """`teach_asked` carries the recipe's name, the number of parts and the folder (None for the camera)."""

    teach_asked = Signal(str, int, object)
    cancel_asked = Signal()
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._folder: Path | None = None
        self._stage: TeachStage | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(Text(translate("FirstStart", "What do good parts look like?"), Size.SCREEN_TITLE))
        layout.addWidget(self._build_form())
        layout.addWidget(self._build_progress())
        layout.addStretch(1)
        layout.addLayout(self._build_bottom())
        self.show_progress(None)
        self._refresh()

    def show_progress(self, progress: TeachProgress | None) -> None:
        """None while nothing is taught."""
        self._form.setVisible(progress is None)
        self._buttons.setVisible(progress is None)
        self._work.setVisible(progress is not None)
        if progress is None:
            self._stage = None
            return
        if progress.stage is not self._stage:
            self._stage = progress.stage
            self._panel.start(_stage_words(progress.stage))
        self._panel.show_progress(progress.done, progress.total)
        if progress.frame is not None:
            self._picture.show_frame(progress.frame)
        self._picture.setVisible(progress.frame is not None)

    def allow_teaching(self, allowed: bool) -> None:
        reason = translate("FirstStart", "A quality engineer or line lead can teach: sign in first.")
        self._teach.set_reason("" if allowed else reason)
        self._why_not.setText("" if allowed else reason)
        self._why_not.setVisible(not allowed)

    def _build_form(self) -> QWidget:
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(14)
        self._name = QLineEdit(translate("FirstStart", "First recipe"))
        self._name.setStyleSheet(f"QLineEdit {{ min-height: {TOUCH - 2}px; }}")
        self._name.setFont(font(18))
        self._name.setMaxLength(80)
        self._name.setAccessibleName(translate("FirstStart", "Name of the product or recipe"))
        form.addWidget(Text(translate("FirstStart", "Name of the product or recipe"), Size.LABEL, Tone.SOFT))
        form.addWidget(self._name)
        form.addLayout(self._build_sources())
        self._parts = NumberField(translate("FirstStart", "Good parts to capture"), step=10)
        self._parts.set_limits(LEAST_GOOD_PARTS, MOST_GOOD_PARTS)
        self._parts.set_value(USUAL_GOOD_PARTS)
        self._parts.spin.valueChanged.connect(lambda _: self._refresh())
        self._parts.setFixedWidth(_FIELD_WIDTH)
        self._parts_row = QWidget()
        self._parts_row.setLayout(row(Text(translate("FirstStart", "Good parts to capture")), None, self._parts))
        form.addWidget(self._parts_row)
        return self._form

    def _build_sources(self) -> QVBoxLayout:
        self._camera = ChoiceRow(
            translate("FirstStart", "From the camera"),
            translate("FirstStart", "Put good parts on the line; each is looked at once"),
            icon_name="camera",
        )
        self._from_folder = self._folder_row()
        self._sources = QButtonGroup(self)
        column = QVBoxLayout()
        column.setSpacing(14)
        for source, choice in ((_Source.CAMERA, self._camera), (_Source.FOLDER, self._from_folder)):
            self._sources.addButton(choice, source)
            column.addWidget(choice)
        self._column = column
        self._camera.setChecked(True)
        self._sources.idClicked.connect(self._on_source)
        return column

    def _folder_row(self) -> ChoiceRow:
        line = str(self._folder or translate("FirstStart", "Images of good parts, taken before"))
        title = translate("FirstStart", "From a folder")
        return ChoiceRow(title, line, icon_name="folder-open", state=translate("FirstStart", "Choose …"))

    def _build_progress(self) -> QWidget:
        kept = translate("FirstStart", "Cancelling keeps nothing and makes no recipe.")
        self._panel = ProgressPanel(kept=kept)
        self._panel.cancelled.connect(self.cancel_asked)
        self._picture = LittlePicture(translate("FirstStart", "The part captured last"))
        self._work = QWidget()
        work = QHBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(24)
        work.addWidget(self._panel, 1)
        work.addWidget(self._picture)
        return self._work

    def _build_bottom(self) -> QVBoxLayout:
        self._why_not = Text("", Size.CAPTION, Tone.SOFT, wraps=True)
        self._why_not.hide()
        self._back = Button(translate("FirstStart", "Back"), icon_name="arrow-left", kind=Kind.QUIET)
        self._teach = PrimaryButton("")
        self._teach.setMinimumWidth(252)
        self._back.clicked.connect(self.back_asked)
        self._teach.clicked.connect(self._on_teach)
        self._buttons = QWidget()
        self._buttons.setLayout(row(self._back, None, self._teach))
        column = QVBoxLayout()
        column.addWidget(self._why_not)
        column.addWidget(self._buttons)
        return column

    def _refresh(self) -> None:
        from_camera = self._sources.checkedId() == _Source.CAMERA
        self._parts_row.setVisible(from_camera)
        count = round(self._parts.value)
        text = translate("FirstStart", "Teach {count} good parts").format(count=count)
        self._teach.set_text(text if from_camera else translate("FirstStart", "Teach this folder"))

    def _on_source(self, source: int) -> None:
        if source == _Source.FOLDER:
            folder = QFileDialog.getExistingDirectory(self, translate("FirstStart", "Folder of good parts"))
            if folder:
                self._folder = Path(folder)
                self._show_folder()
            elif self._folder is None:
                self._camera.setChecked(True)
        self._refresh()

    def _show_folder(self) -> None:
        """The row's line is fixed once it is made, so the row is made anew."""
        old = self._from_folder
        self._from_folder = self._folder_row()
        self._sources.removeButton(old)
        self._column.replaceWidget(old, self._from_folder)
        old.deleteLater()
        self._sources.addButton(self._from_folder, _Source.FOLDER)
        self._from_folder.setChecked(True)

    def _on_teach(self) -> None:
        from_camera = self._sources.checkedId() == _Source.CAMERA
        self.teach_asked.emit(self._name.text(), round(self._parts.value), None if from_camera else self._folder)


def _stage_words(stage: TeachStage) -> str:
    if stage is TeachStage.CAPTURING:
        return translate("FirstStart", "Capturing good parts")
    return translate("FirstStart", "Learning what good parts look like")
