"""The form that the others are made of: a title, fields, a safe button and one that goes on."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import translate
from app.widgets.button import Button, Kind, PrimaryButton
from app.widgets.card import row
from app.widgets.confirm_dialog import Sheet
from app.widgets.line_field import LineField
from app.widgets.scroll import scrolled
from app.widgets.text import Size, Text, Tone


def listed(lines: Sequence[str], *, height: int) -> QWidget:
    """Lines one below the other, as high as they need and at most `height` pixels; the others are scrolled to."""
    content = QWidget()
    box = QVBoxLayout(content)
    box.setContentsMargins(0, 0, 8, 0)
    for line in lines:
        box.addWidget(Text(line, Size.SMALL, Tone.SOFT, wraps=True))
    box.addStretch(1)
    area = scrolled(content)
    area.setFixedHeight(min(height, 44 * len(lines) + 8))
    return area


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
