"""The form that the others are made of: a title, fields, a safe button and one that goes on."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from app.i18n import translate
from app.widgets.button import Button, Kind, PrimaryButton
from app.widgets.card import row
from app.widgets.confirm_dialog import Sheet
from app.widgets.line_field import LineField
from app.widgets.text import Size, Text, Tone


class AskingSheet(Sheet):
    """A form with a safe button and one that goes on; `finish` makes both."""

    def finish(self, go_on: str, take: Callable[[], object], *, stay: str = "") -> PrimaryButton:
        """The two buttons below; `take` is called after the form has closed."""
        leave = Button(stay or translate("Annotate", "Leave it"), kind=Kind.QUIET)
        leave.clicked.connect(self.reject)
        leave.setAutoDefault(False)
        take_it = PrimaryButton(go_on)
        take_it.setDefault(True)

        def taken() -> None:
            self.accept()
            take()

        take_it.clicked.connect(taken)
        self.buttons.addLayout(row(None, leave, take_it))
        return take_it

    def field(self, name: str, text: str = "", *, longest: int = 200) -> LineField:
        """A named field for one line."""
        field = LineField(name, longest=longest)
        field.setText(text)
        box = QVBoxLayout()
        box.setSpacing(4)
        box.addWidget(Text(name, Size.LABEL, Tone.SOFT))
        box.addWidget(field)
        self.body.addLayout(box)
        return field
