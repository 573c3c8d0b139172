"""The short forms of Review: what happens to a part, why a defective one is used, how many OK parts are looked at."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.i18n import translate
from app.review.decisions import DecisionButton
from app.review.wording import percent
from app.theme import font
from app.theme.tokens import TOUCH
from app.widgets.button import Button, Kind, PrimaryButton
from app.widgets.card import row
from app.widgets.confirm_dialog import Sheet
from app.widgets.text import Size, Text, Tone
from labeling.records.reviews import Disposition

SHARES = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2)
_LONGEST = 200


class DispositionSheet(Sheet):
    """Asks what happens to a part whose defect has a class already; Esc leaves the part undecided."""

    def __init__(self, parent: QWidget | None, name: str, take: Callable[[Disposition], None]) -> None:
        super().__init__(parent, translate("Review", "{name}: what happens to the part?").format(name=name))
        self._take = take
        self.choices = {
            Disposition.USE_AS_IS: DecisionButton(translate("Review", "Use as is"), icon_name="thumbs-up", key="U"),
            Disposition.REWORK: DecisionButton(translate("Review", "Rework"), icon_name="wrench", key="R"),
            Disposition.SCRAP: DecisionButton(translate("Review", "Scrap"), icon_name="trash-2", key="S"),
        }
        for disposition, button in self.choices.items():
            button.setShortcut(button.key)
            button.clicked.connect(partial(self._on_choice, disposition))
        self.body.addLayout(row(*self.choices.values(), gap=8))
        leave = Button(translate("Review", "Decide otherwise"), kind=Kind.QUIET)
        leave.clicked.connect(self.reject)
        self.buttons.addLayout(row(None, leave))

    def _on_choice(self, disposition: Disposition, _checked: bool = False) -> None:
        self.accept()
        self._take(disposition)


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
