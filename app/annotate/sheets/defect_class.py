"""The form of a defect class: what it is called, what it means, what counts; and letting another take it over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from app.annotate.sheets.asking import AskingSheet, listed
from app.annotate.shown import ClassChange
from app.annotate.wording import DOT, severity_word
from app.i18n import translate
from app.theme.tokens import DESK
from app.widgets.button import Button, Kind, Target
from app.widgets.card import row
from app.widgets.choice_field import ChoiceField
from app.widgets.confirm_dialog import ConfirmDialog, Sheet
from app.widgets.text import Size, Text, Tone
from labeling.catalog import PALETTE, DefectClass, Example, Severity

_KEYS = range(1, 10)
_HISTORY_HEIGHT = 320


@dataclass(frozen=True, kw_only=True)
class ClassActs:
    """What the form can do."""

    add: Callable[[str, Severity, str], None]
    change: Callable[[DefectClass], None]
    merge: Callable[[str, str], None]
    example: Callable[[], Example | None]
    """The defect in hand with its surroundings."""
    history: Callable[[str], Sequence[ClassChange]]
    """What happened to the class of this id, newest first."""


class ClassSheet(AskingSheet):
    """A new class, or one that is there."""

    def __init__(
        self, parent: QWidget, known: DefectClass | None, classes: Sequence[DefectClass], acts: ClassActs
    ) -> None:
        title = (
            translate("Annotate", "Change this defect class") if known else translate("Annotate", "New defect class")
        )
        super().__init__(parent, title, width=620)
        self._known, self._acts = known, acts
        self._severity = known.severity if known else Severity.MAJOR
        self._colour = known.colour if known else ""
        self._key = known.key if known else None
        self._example = known.example if known else None
        self.name = self.field(translate("Annotate", "Name"), known.name if known else "", longest=40)
        severity = self._severity_field()
        self.body.addLayout(row(severity, self._key_field(known, classes)) if known else row(severity))
        if known:
            self._add_colour(known)
        self.sentence = self.field(
            translate("Annotate", "What counts, in one sentence"), known.sentence if known else "", longest=300
        )
        if known:
            self._add_rest(known, [one for one in classes if one.id != known.id])
        words = translate("Annotate", "Keep") if known else translate("Annotate", "Add")
        self.go_on = self.finish(words, self._take)
        self.name.textChanged.connect(self._on_text)
        self._on_text(self.name.text())
        self.name.setFocus()

    def _severity_field(self) -> ChoiceField:
        field = ChoiceField(translate("Annotate", "Severity"))
        field.show_items([(severity_word(one), one) for one in Severity], self._severity)
        field.chosen.connect(partial(setattr, self, "_severity"))
        return field

    def _add_colour(self, known: DefectClass) -> None:
        group, line = QButtonGroup(self), row(gap=8)
        colours = list(dict.fromkeys((*PALETTE, known.colour)))
        for number, colour in enumerate(colours, start=1):
            swatch = QPushButton()
            swatch.setCheckable(True)
            swatch.setChecked(colour == known.colour)
            swatch.setFixedSize(DESK, DESK)
            swatch.setAutoDefault(False)
            swatch.setAccessibleName(translate("Annotate", "Colour {number}").format(number=number))
            swatch.setStyleSheet(
                f"QPushButton {{ background: {colour}; padding: 0; }} QPushButton:checked {{ border-width: 4px; }}"
            )
            swatch.clicked.connect(partial(self._set_colour, colour))
            group.addButton(swatch)
            line.addWidget(swatch)
        line.addStretch(1)
        self.body.addWidget(Text(translate("Annotate", "Colour"), Size.LABEL, Tone.SOFT))
        self.body.addLayout(line)

    def _set_colour(self, colour: str, _checked: bool = False) -> None:
        self._colour = colour

    def _key_field(self, known: DefectClass, classes: Sequence[DefectClass]) -> ChoiceField:
        taken = {one.key for one in classes if one.id != known.id}
        none: tuple[str, object] = (translate("Annotate", "no key"), None)
        field = ChoiceField(translate("Annotate", "Key"))
        field.show_items([none, *((str(key), key) for key in _KEYS if key not in taken)], known.key)
        field.chosen.connect(partial(setattr, self, "_key"))
        return field

    def _add_rest(self, known: DefectClass, others: Sequence[DefectClass]) -> None:
        """The example, what happened before, and merging."""
        show = Button(translate("Annotate", "The defect in hand is the example"), kind=Kind.QUIET, target=Target.DESK)
        found = self._acts.example()
        show.set_reason("" if found else translate("Annotate", "Mark a defect first."))
        show.setAutoDefault(False)
        show.setCheckable(True)
        show.toggled.connect(lambda on: setattr(self, "_example", found if on else known.example))
        past = Button(translate("Annotate", "History"), kind=Kind.QUIET, target=Target.DESK)
        past.setAutoDefault(False)
        past.clicked.connect(lambda: HistorySheet(self, known, self._acts.history(known.id)).open())
        self.body.addLayout(row(show, past, None))
        if others:
            merge = ChoiceField(translate("Annotate", "Let another class take it over"))
            merge.show_items([(one.name, one.id) for one in others], None)
            merge.chosen.connect(lambda other: self._merge(known, next(one for one in others if one.id == other)))
            self.body.addWidget(merge)

    def _merge(self, known: DefectClass, other: DefectClass) -> None:
        question = translate("Annotate", "Shall {other} take over {name}?").format(other=other.name, name=known.name)
        agreed = ConfirmDialog.ask(
            self,
            question,
            meaning=translate(
                "Annotate", "Everything marked as {name} counts as {other} from now on. Old versions stay readable."
            ).format(other=other.name, name=known.name),
            go_on=translate("Annotate", "Take over"),
            stay=translate("Annotate", "Leave both"),
        )
        if agreed:
            self.accept()
            self._acts.merge(known.id, other.id)

    def _take(self) -> None:
        name, sentence = self.name.text().strip(), self.sentence.text().strip()
        if self._known is None:
            self._acts.add(name, self._severity, sentence)
            return
        self._acts.change(
            replace(
                self._known,
                name=name,
                sentence=sentence,
                severity=self._severity,
                colour=self._colour,
                key=self._key,
                example=self._example,
            )
        )

    def _on_text(self, text: str) -> None:
        self.go_on.set_reason("" if text.strip() else translate("Annotate", "Write a name first."))


class HistorySheet(Sheet):
    """What happened to a class; a renaming is taken back by renaming."""

    def __init__(self, parent: QWidget, known: DefectClass, changes: Sequence[ClassChange]) -> None:
        title = translate("Annotate", "What happened to {name}").format(name=known.name)
        super().__init__(parent, title, width=560)
        lines = (DOT.join((f"{one.time.astimezone():%Y-%m-%d %H:%M}", one.who, one.words)) for one in changes)
        self.body.addWidget(listed(list(lines), height=_HISTORY_HEIGHT))
        close = Button(translate("Annotate", "Close"))
        close.clicked.connect(self.accept)
        self.buttons.addLayout(row(None, close))
        self.finished.connect(self.deleteLater)
