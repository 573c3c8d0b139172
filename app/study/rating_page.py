"""Rating blind: the image, and one large button with a key for every answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.i18n import told, translate
from app.study.rating_presenter import Asked
from app.study.wording import category_word, waits_line
from app.theme.tokens import GAP
from app.widgets.button import Button, Kind, Target
from app.widgets.card import Card, row
from app.widgets.image_view import ImageShown, ImageView
from app.widgets.text import Size, Text, Tone
from labeling.records.studies import GOOD, NOT_GOOD, Study
from vision.inspection import Frame, Trouble

_ROW_OF_BUTTONS = 5
_NUMBER_KEYS = "123456789"


class RatingPage(QWidget):
    """Setters of `RatingView` in, signals out."""

    answered = Signal(str)
    undo_asked = Signal()
    leave_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._categories: tuple[str, ...] = ()
        self.answers: dict[str, Button] = {}
        self._name = ""
        self.image = ImageView()
        self._title = Text("", Size.SCREEN_TITLE)
        self._line = Text("", Size.LABEL, Tone.SOFT)
        self._message = Text("", Size.TITLE, wraps=True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = QGridLayout()
        self._buttons.setSpacing(GAP)
        self.undo = Button(translate("Studies", "Undo"), icon_name="undo-2")
        self.undo.clicked.connect(self.undo_asked)
        self.leave = Button(translate("Studies", "Pause"), icon_name="pause", kind=Kind.QUIET)
        self.leave.clicked.connect(self.leave_asked)
        _add_key(self.undo, translate("Studies", "Take back the last answer"), QKeySequence.StandardKey.Undo)
        self._lay_out()

    # ---- setters of `RatingView`

    def show_asked(self, asked: Asked) -> None:
        """Which part it is, and what can be answered."""
        study, turn = asked.study, asked.turn
        if study.categories != self._categories:
            self._fill_answers(study)
        self._title.setText(turn.appraiser)
        self._show_place(asked)
        has_part = turn.part is not None
        for button in self.answers.values():
            button.setVisible(has_part)
        self.image.setVisible(has_part)
        self._message.setVisible(not has_part)
        self._message.setText("" if has_part else _nothing_to_do(asked))
        self.undo.set_reason(
            "" if turn.can_undo else translate("Studies", "Only the last answer can be taken back, once.")
        )
        self.leave.set_text(translate("Studies", "Pause") if has_part else translate("Studies", "Done"))

    def show_frame(self, frame: Frame | None) -> None:
        """The image, or nothing while it is read; answers wait for it."""
        if frame is None:
            self.image.show_no_image("", title=translate("Studies", "The image is being read."))
        else:
            self.image.show_image(ImageShown(frame=frame, name=self._name))
            self.image.setFocus()
        self._allow("" if frame is not None else translate("Studies", "The image is being read."))

    def show_no_frame(self, trouble: Trouble) -> None:
        """Why there is no image."""
        self.image.show_no_image(told(trouble.meaning, trouble.remedy), title=told(trouble.what))
        self._allow(told(trouble.what))

    # ---- inside

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(self.image, 1)
        card.body.addWidget(self._message, 1)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._line)
        top = row()
        top.addLayout(head, 1)
        top.addWidget(self.undo)
        top.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addWidget(card, 1)
        layout.addLayout(self._buttons)

    def _show_place(self, asked: Asked) -> None:
        turn, parts = asked.turn, len(asked.study.parts)
        if turn.part is None:
            self._line.setText("")
            return
        text = translate("Studies", "Part {place} of {parts} · trial {trial} of {trials} · {study}")
        self._line.setText(
            text.format(
                place=asked.place, parts=parts, trial=turn.trial, trials=asked.study.trials, study=asked.study.name
            )
        )
        self._name = translate("Studies", "Part {place} of {parts}").format(place=asked.place, parts=parts)

    def _fill_answers(self, study: Study) -> None:
        """The buttons and keys of another study."""
        for button in self.answers.values():
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._categories, self.answers = study.categories, {}
        for number, (category, key) in enumerate(zip(study.categories, keys_of(study.categories))):
            word = category_word(category)
            button = Button(f"{word} · {key}" if key else word, target=Target.DECISION, name=word)
            button.clicked.connect(lambda _=False, category=category: self.answered.emit(category))
            self._buttons.addWidget(button, number // _ROW_OF_BUTTONS, number % _ROW_OF_BUTTONS)
            self.answers[category] = button
            if key:
                _add_key(button, translate("Studies", "Answer {answer}").format(answer=word), key)

    def _allow(self, reason: str) -> None:
        for button in self.answers.values():
            button.set_reason(reason)


def _add_key(button: Button, text: str, key: str | QKeySequence.StandardKey) -> None:
    """A key that presses a button which can be seen; the sheet of keys lists it with this text."""
    action = QAction(text, button)
    action.setShortcut(QKeySequence(key))
    action.triggered.connect(lambda _checked: button.click())
    button.addAction(action)


def keys_of(categories: tuple[str, ...]) -> tuple[str, ...]:
    """The key of each answer: O and N, numbers for defect classes, "" for the tenth class and those after it."""
    numbers = iter(_NUMBER_KEYS)
    return tuple({GOOD: "O", NOT_GOOD: "N"}.get(category) or next(numbers, "") for category in categories)


def _nothing_to_do(asked: Asked) -> str:
    if asked.turn.not_before is not None:
        done = translate("Studies", "This trial is done.")
        return f"{done}\n{waits_line(asked.turn.not_before)}"
    return translate("Studies", "Everything is rated. Thank you.")
