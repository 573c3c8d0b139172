"""The two short forms of Review: why a defective part is used, and how many OK parts are looked at."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.i18n import translate
from app.review.wording import percent
from app.theme import font
from app.theme.tokens import TOUCH
from app.widgets.button import Button, Kind, PrimaryButton
from app.widgets.card import row
from app.widgets.confirm_dialog import Sheet
from app.widgets.text import Size, Text, Tone

SHARES = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2)
_LONGEST = 200


class ReasonSheet(Sheet):
    """Asks why; Enter takes it, Esc leaves the part undecided."""

    def __init__(self, parent: QWidget | None, offered: str, take: Callable[[str], None]) -> None:
        super().__init__(parent, translate("Review", "Why is this part used as it is?"))
        self._take = take
        words = translate("Review", "The defect stands in the record, and so does the reason, with your name.")
        self.body.addWidget(Text(words, Size.BODY, Tone.SOFT, wraps=True))
        self.field = QLineEdit(offered)
        self.field.setAccessibleName(translate("Review", "Reason"))
        self.field.setPlaceholderText(translate("Review", "Agreed with the customer ..."))
        self.field.setFont(font(18))
        self.field.setMaxLength(_LONGEST)
        self.field.setStyleSheet(f"QLineEdit {{ min-height: {TOUCH - 2}px; }}")
        self.field.selectAll()
        self.body.addWidget(self.field)
        self.use = PrimaryButton(translate("Review", "Use as is"), icon_name="thumbs-up")
        leave = Button(translate("Review", "Decide otherwise"), kind=Kind.QUIET)
        self.use.clicked.connect(self._on_use)
        leave.clicked.connect(self.reject)
        leave.setAutoDefault(False)
        self.use.setDefault(True)
        self.buttons.addLayout(row(None, leave, self.use))
        self.field.textChanged.connect(self._on_text)
        self._on_text(offered)
        self.field.setFocus()

    def _on_text(self, text: str) -> None:
        self.use.set_reason("" if text.strip() else translate("Review", "Write the reason first."))

    def _on_use(self) -> None:
        self.accept()
        self._take(self.field.text())


class ShareSheet(Sheet):
    """Chooses how many of the OK parts come here as well."""

    def __init__(self, parent: QWidget | None, share: float, take: Callable[[float], None]) -> None:
        super().__init__(parent, translate("Review", "How many OK parts are looked at?"), width=640)
        self._take = take
        words = translate(
            "Review",
            "They come blind among the flagged parts and give the escape rate. It holds for parts inspected from now on.",
        )
        self.body.addWidget(Text(words, Size.BODY, Tone.SOFT, wraps=True))
        grid = QGridLayout()
        grid.setSpacing(8)
        self.choices: dict[float, Button] = {}
        for number, one in enumerate(SHARES):
            button = Button(percent(one) if one else translate("Review", "None"))
            button.setCheckable(True)
            button.setChecked(one == share)
            button.clicked.connect(partial(self._on_choice, one))
            self.choices[one] = button
            grid.addWidget(button, number // 3, number % 3)
        self.body.addLayout(grid)
        close = Button(translate("Review", "Leave it"), kind=Kind.QUIET)
        close.clicked.connect(self.reject)
        self.buttons.addLayout(row(None, close))

    def _on_choice(self, share: float, _checked: bool = False) -> None:
        self.accept()
        self._take(share)
