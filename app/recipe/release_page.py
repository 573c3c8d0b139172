"""Step 4: what is released, under whose name, and the way back to an older version."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.i18n import translate
from app.recipe.ports import VersionNote
from app.recipe.release_presenter import Summary
from app.theme.tokens import GAP
from app.widgets.button import Button, PrimaryButton, Target
from app.widgets.card import Card, Line, row
from app.widgets.confirm_dialog import ConfirmDialog
from app.widgets.scroll import scrolled
from app.widgets.text import Size, Text, Tone
from vision.inspection import Trouble

_VERSIONS_WIDTH = 520


class ReleasePage(QWidget):
    """Setters in, signals out; see `ReleasePresenter`."""

    release_asked = Signal(str)
    """With the note."""
    activate_asked = Signal(int)
    back_asked = Signal()
    told = Signal(str)
    trouble = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._reason = ""
        self._version_buttons: list[Button] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(self._make_left(), 1)
        layout.addWidget(self._make_versions_card())

    def show_summary(self, summary: Summary | None) -> None:
        """What is about to be released; None when only older versions are looked at."""
        for widget in (self.lines, self.note, self.note_label, self.release):
            widget.setVisible(summary is not None)
        if summary is None:
            self.title.setText(translate("Teach", "Released versions"))
            self.remarks.setText(translate("Teach", "One version is active: with it every part is judged."))
            return
        text = translate("Teach", "Release v{version}").format(version=summary.version)
        self.release.set_text(text)
        self.title.setText(f"{summary.recipe} v{summary.version}")
        self.lines.setText(_lines_text(summary))
        who = translate("Teach", "Will be released by {who}.").format(who=summary.who)
        self.remarks.setText("\n".join((*summary.remarks, who)))

    def show_versions(self, versions: Sequence[VersionNote]) -> None:
        """The released versions, newest first."""
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        self._version_buttons = []
        for version in versions:
            rows.addLayout(self._version_row(version))
            rows.addWidget(Line())
        if not versions:
            rows.addWidget(Text(translate("Teach", "This will be the first version."), Size.BODY, Tone.SOFT))
        rows.addStretch(1)
        old = self._list.takeWidget()
        if old is not None:
            old.deleteLater()
        self._list.setWidget(inside)
        self.show_permits(self._reason)

    def show_permits(self, reason: str) -> None:
        """Disable releasing and rolling back with a reason; "" enables."""
        self._reason = reason
        self.release.set_reason(reason)
        self.note.setEnabled(not reason)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        for button in self._version_buttons:
            button.set_reason(reason)

    def show_message(self, sentence: str) -> None:
        """Tell in passing what was done."""
        self.note.clear()
        self.told.emit(sentence)

    def show_trouble(self, trouble: Trouble) -> None:
        """Tell a known trouble."""
        self.trouble.emit(trouble)

    def _make_left(self) -> QVBoxLayout:
        card = Card(padding=20)
        self.title = Text("", Size.SCREEN_TITLE, wraps=True)
        self.lines = Text("", Size.CARD_TITLE, wraps=True)
        self.remarks = Text("", Size.BODY, Tone.SOFT, wraps=True)
        self.note_label = Text(translate("Teach", "Note: why this version?"), Size.LABEL, Tone.SOFT)
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(translate("Teach", "Note about this version"))
        self.note.setTabChangesFocus(True)
        self.note.setMaximumHeight(140)
        self.reason = Text("", Size.LABEL, wraps=True)
        self.reason.hide()
        for widget in (self.title, self.lines, self.remarks, self.note_label, self.note, self.reason):
            card.body.addWidget(widget)
        card.body.addStretch(1)
        self.back = Button(translate("Teach", "Back"), icon_name="arrow-left")
        self.back.clicked.connect(self.back_asked)
        self.release = PrimaryButton(translate("Teach", "Release"))
        self.release.clicked.connect(lambda: self.release_asked.emit(self.note.toPlainText()))
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(card, 1)
        left.addLayout(row(self.back, None, self.release))
        return left

    def _make_versions_card(self) -> Card:
        card = Card(translate("Teach", "Versions"), padding=18)
        card.setFixedWidth(_VERSIONS_WIDTH)
        self._list = scrolled(QWidget())
        card.body.addWidget(self._list, 1)
        return card

    def _version_row(self, version: VersionNote) -> QHBoxLayout:
        made = f"{version.created.astimezone():%Y-%m-%d %H:%M}"
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(f"v{version.version}", Size.CARD_TITLE))
        words.addWidget(Text(", ".join(part for part in (made, version.who) if part), Size.LABEL, Tone.SOFT))
        if version.note:
            words.addWidget(Text(version.note, Size.LABEL, wraps=True))
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addLayout(words, 1)
        if version.is_active:
            line.addWidget(Text("✓ " + translate("Teach", "Active"), Size.STRONG))
        else:
            line.addWidget(self._activate_button(version.version))
        return line

    def _activate_button(self, version: int) -> Button:
        button = Button(translate("Teach", "Make active"), target=Target.TOUCH)
        button.setAccessibleName(translate("Teach", "Make version {version} active").format(version=version))
        button.clicked.connect(lambda: self._ask_activate(version))
        self._version_buttons.append(button)
        return button

    def _ask_activate(self, version: int) -> None:
        agreed = ConfirmDialog.ask(
            self,
            translate("Teach", "Judge with version {version} from now on?").format(version=version),
            meaning=translate("Teach", "Parts already inspected keep their verdict. You can come back at any time."),
            go_on=translate("Teach", "Make it active"),
            stay=translate("Teach", "Keep the present one"),
        )
        if agreed:
            self.activate_asked.emit(version)


def _lines_text(summary: Summary) -> str:
    """One line of text a view; the view's name only when there is more than one.

    No figures: wherever the lines are drawn, people read T1 as 50 and T2 as 70.
    """
    by_hand, suggested = translate("Teach", "T1 and T2 drawn by hand"), translate("Teach", "T1 and T2 as suggested")
    texts = {view: by_hand if is_drawn else suggested for view, is_drawn in summary.drawn.items()}
    if len(texts) == 1:
        return "".join(texts.values())
    return "\n".join(f"{view}: {text}" for view, text in texts.items())
