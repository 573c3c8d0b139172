"""Step 1: which good parts, from a folder or from the camera, for which recipe."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.i18n import translate
from app.recipe.capture_panel import CapturePanel
from app.recipe.gather_presenter import PartSource
from app.recipe.name_box import NameBox
from app.recipe.setup_page import RIGHT_COLUMN, SetupPage
from app.theme.tokens import GAP
from app.widgets.button import Button, PrimaryButton, Target
from app.widgets.card import Card, row
from app.widgets.scroll import scrolled
from app.widgets.text import Size, Text, Tone
from vision.inspection import Trouble


class GatherPage(QWidget):
    """Setters in, signals out; see `GatherPresenter`."""

    source_chosen = Signal(object)
    folder_chosen = Signal(object)
    """A `Path`."""
    defects_chosen = Signal(object)
    """A `Path`, or None to go without."""
    name_changed = Signal(str)
    teach_asked = Signal()
    setup_asked = Signal()
    """More settings were unfolded."""
    add_asked = Signal()
    learned_asked = Signal()
    stored_asked = Signal()
    lines_asked = Signal()
    versions_asked = Signal()
    trouble = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.capture = CapturePanel()
        self._halves = QStackedWidget()
        self._halves.addWidget(self._make_folder_half())
        self._halves.addWidget(self.capture)
        self.setup = SetupPage()
        self.setup.done.connect(self.close_setup)
        parts = QWidget()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(parts)
        self._stack.addWidget(self.setup)
        layout = QHBoxLayout(parts)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._make_parts_card(), 1)
        layout.addLayout(self._make_right_column())

    def show_recipes(self, names: Sequence[str]) -> None:
        """Offer the station's recipes; what is typed stays."""
        typed = self.name.currentText()
        self.name.blockSignals(True)
        self.name.clear()
        self.name.addItems(list(names))
        self.name.setEditText(typed)
        self.name.blockSignals(False)
        if not typed and names:
            self.name.setCurrentIndex(0)

    def show_name(self, hint: str, *, exists: bool) -> None:
        """Say what the typed name leads to."""
        self.hint.setText(hint)
        reason = "" if exists else translate("Teach", "Choose a recipe that exists.")
        self.lines.set_reason(reason)
        self.versions.set_reason(reason)
        self.stored.set_reason(reason)

    def show_source(self, source: PartSource) -> None:
        """Show the folder's or the camera's half."""
        self._halves.setCurrentIndex(0 if source is PartSource.FOLDER else 1)
        self.stored.setVisible(source is PartSource.CAMERA)
        for known, button in self._sources.items():
            button.setChecked(known is source)

    def show_folder(self, folder: str, sentence: str, unreadable: Sequence[str]) -> None:
        """Say what was found; list the files that cannot be read."""
        self.folder.setText(folder)
        self.found.setText(sentence)
        self.found_hint.setText(
            translate("Teach", "Teaching can go on with the others; nothing is changed in your folder.")
            if unreadable
            else ""
        )
        self.files.clear()
        self.files.addItems(list(unreadable))
        self.show_files.setVisible(bool(unreadable))
        self.files.setVisible(self.files.isVisible() and bool(unreadable))

    def show_defects(self, folder: str, sentence: str) -> None:
        """Say what was found in the folder of known defects."""
        self.defects.setText(sentence or translate("Teach", "None given: escapes cannot be measured."))
        self.defects.setToolTip(folder)
        self.no_defects.setVisible(bool(sentence))

    def show_setup(self, summary: str) -> None:
        """What more settings say, folded into one line."""
        self.summary.setText(summary)

    def open_setup(self) -> None:
        """Unfold more settings."""
        self._stack.setCurrentIndex(1)
        self.setup_asked.emit()

    def close_setup(self) -> bool:
        """Fold them again; False when they were folded."""
        was_open = self._stack.currentIndex() == 1
        self._stack.setCurrentIndex(0)
        return was_open

    def show_start(self, text: str, reason: str) -> None:
        """The primary button."""
        self.start.set_text(text)
        self.start.set_reason(reason)
        self.start_reason.setText(reason)
        self.start_reason.setVisible(bool(reason))

    def show_add(self, text: str, reason: str) -> None:
        """The button that adds to what the recipe knows; an empty text hides it."""
        self.add.setVisible(bool(text))
        self.add.set_text(text)
        self.add.set_reason(reason)

    def show_take_out(self, reason: str) -> None:
        """Why learned parts cannot be taken out, "" when they can."""
        self.learned.set_reason(reason)

    def show_permits(self, reason: str) -> None:
        """Disable every field with a reason; "" enables."""
        for widget in (self._parts, self.name, self.choose_defects, self.no_defects):
            widget.setEnabled(not reason)
            widget.setToolTip(reason)

    def show_trouble(self, trouble: Trouble) -> None:
        """Tell a known trouble."""
        self.trouble.emit(trouble)

    def _make_parts_card(self) -> Card:
        self._parts = Card(padding=20)
        self._parts.body.addWidget(Text(translate("Teach", "Which good parts shall Loupe learn?"), Size.TITLE))
        hint = translate("Teach", "20 to 50 parts that are surely good. No defects are needed.")
        self._parts.body.addWidget(Text(hint, Size.LABEL, Tone.SOFT))
        texts = {
            PartSource.FOLDER: (translate("Teach", "From a folder"), "folder-open"),
            PartSource.CAMERA: (translate("Teach", "From the camera"), "camera"),
        }
        self._sources = {}
        for source, (text, icon_name) in texts.items():
            button = Button(text, icon_name=icon_name, target=Target.TOUCH)
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, source=source: self.source_chosen.emit(source))
            self._sources[source] = button
        self._sources[PartSource.FOLDER].setChecked(True)
        self.stored = Button(translate("Teach", "From history"), icon_name="history", target=Target.TOUCH)
        self.stored.clicked.connect(self.stored_asked)
        self.stored.hide()
        self._parts.body.addLayout(row(*self._sources.values(), None, self.stored))
        self._parts.body.addWidget(self._halves, 1)
        return self._parts

    def _make_folder_half(self) -> QWidget:
        half = QWidget()
        self.choose_folder = Button(translate("Teach", "Choose a folder …"), icon_name="folder-open")
        self.choose_folder.clicked.connect(self._ask_folder)
        self.folder = Text("", Size.LABEL, Tone.SOFT, wraps=True)
        self.found = Text("", Size.FIGURE, wraps=True)
        self.found_hint = Text("", Size.BODY, Tone.SOFT, wraps=True)
        self.show_files = Button(translate("Teach", "Show files"), target=Target.TOUCH)
        self.show_files.hide()
        self.files = QListWidget()
        self.show_files.clicked.connect(lambda: self.files.setVisible(not self.files.isVisible()))
        self.files.setAccessibleName(translate("Teach", "Files that cannot be read"))
        self.files.hide()
        layout = QVBoxLayout(half)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(row(self.choose_folder, None))
        for widget in (self.folder, self.found, self.found_hint):
            layout.addWidget(widget)
        layout.addLayout(row(self.show_files, None))
        layout.addWidget(self.files, 1)
        layout.addStretch(0)
        return half

    def _make_right_column(self) -> QVBoxLayout:
        self.start = PrimaryButton(translate("Teach", "Teach"), icon_name="graduation-cap")
        self.start.clicked.connect(self.teach_asked)
        self.add = Button(translate("Teach", "Add parts"), target=Target.TOUCH)
        self.add.clicked.connect(self.add_asked)
        self.add.hide()
        self.start_reason = Text("", Size.SMALL, Tone.SOFT, wraps=True)
        self.start_reason.setFixedWidth(RIGHT_COLUMN)
        cards = QWidget()
        inner = QVBoxLayout(cards)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GAP)
        inner.addWidget(self._make_recipe_card())
        inner.addWidget(self._make_defects_card())
        inner.addStretch(1)
        area = scrolled(cards)
        area.setFixedWidth(RIGHT_COLUMN)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(area, 1)
        column.addWidget(self.start_reason)
        column.addWidget(self.add)
        column.addWidget(self.start)
        return column

    def _make_recipe_card(self) -> Card:
        card = Card(translate("Teach", "Recipe"), gap=8)
        self.name = NameBox(translate("Teach", "Name of the recipe"), translate("Teach", "For example: Magnet tile 42"))
        self.name.editTextChanged.connect(self.name_changed)
        self.hint = Text("", Size.LABEL, Tone.SOFT, wraps=True)
        self.lines = Button(translate("Teach", "Thresholds"), target=Target.TOUCH)
        self.lines.clicked.connect(self.lines_asked)
        self.versions = Button(translate("Teach", "Versions"), target=Target.TOUCH)
        self.versions.clicked.connect(self.versions_asked)
        card.body.addWidget(self.name)
        card.body.addWidget(self.hint)
        self.learned = Button(translate("Teach", "Learned parts"), target=Target.TOUCH)
        self.learned.clicked.connect(self.learned_asked)
        card.body.addLayout(row(self.lines, self.versions, gap=8))
        self.more = Button(translate("Teach", "More settings"), target=Target.TOUCH)
        self.more.clicked.connect(self.open_setup)
        self.summary = Text("", Size.SMALL, Tone.SOFT, wraps=True)
        card.body.addLayout(row(self.learned, self.more, gap=8))
        card.body.addWidget(self.summary)
        return card

    def _make_defects_card(self) -> Card:
        card = Card(translate("Teach", "Known defects"), gap=8)
        why = translate("Teach", "Optional. Nothing is learned from them; they show what the lines would miss.")
        self.defects = Text(translate("Teach", "None given: escapes cannot be measured."), Size.LABEL, wraps=True)
        self.choose_defects = Button(translate("Teach", "Choose …"), target=Target.TOUCH)
        self.choose_defects.setAccessibleName(translate("Teach", "Choose a folder of known defects"))
        self.choose_defects.clicked.connect(self._ask_defects)
        self.no_defects = Button(translate("Teach", "Without"), target=Target.TOUCH)
        self.no_defects.setAccessibleName(translate("Teach", "Go without known defects"))
        self.no_defects.clicked.connect(lambda: self.defects_chosen.emit(None))
        self.no_defects.hide()
        choices = QVBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.choose_defects)
        choices.addWidget(self.no_defects)
        found = row(self.defects, gap=8)
        found.setStretch(0, 1)
        found.addLayout(choices)
        card.body.addWidget(Text(why, Size.SMALL, Tone.SOFT, wraps=True))
        card.body.addLayout(found)
        return card

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, translate("Teach", "Where are the good parts?"))
        if folder:
            self.folder_chosen.emit(Path(folder))

    def _ask_defects(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, translate("Teach", "Where are the known defects?"))
        if folder:
            self.defects_chosen.emit(Path(folder))
