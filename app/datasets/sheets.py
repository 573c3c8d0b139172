"""The short forms: tags, whose model looks, which parts join, and what is frozen under which name."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.datasets.ports import PartsWanted, Which
from app.datasets.shown import FreezeAsked
from app.datasets.wording import which_word
from app.i18n import translate
from app.widgets.button import Button, PrimaryButton, Target
from app.widgets.card import row
from app.widgets.choice_field import ChoiceField
from app.widgets.confirm_dialog import Sheet
from app.widgets.line_field import LineField
from app.widgets.text import Size, Text, Tone, thousands
from labeling.records.datasets import FrozenKind

_TAGS_SHOWN = 12
_COLUMNS = 3


class FormSheet(Sheet):
    """A form with one way on and one way back; it is gone once it was closed."""

    def __init__(self, parent: QWidget | None, title: str, go_on: str) -> None:
        super().__init__(parent, title)
        self.go_on = PrimaryButton(go_on, target=Target.TOUCH)
        self.stay = Button(translate("Datasets", "Cancel"), target=Target.TOUCH)
        self.go_on.clicked.connect(self.accept)
        self.stay.clicked.connect(self.reject)
        self.buttons.addLayout(row(None, self.stay, self.go_on))
        self.finished.connect(self.deleteLater)


class TagSheet(FormSheet):
    """`agreed` with the tags to put on and those to take off."""

    agreed = Signal(list, list)

    def __init__(self, parent: QWidget | None, count: int, known: Sequence[str]) -> None:
        title = translate("Datasets", "Tag {count} images").format(count=thousands(count))
        super().__init__(parent, title, translate("Datasets", "Put on"))
        self.field = LineField(translate("Datasets", "New tags, with commas between them"))
        self.field.setPlaceholderText(self.field.accessibleName())
        self.take_off = Button(translate("Datasets", "Take off"), target=Target.TOUCH)
        self.buttons.insertWidget(0, self.take_off)
        self._known = [Button(tag, target=Target.TOUCH) for tag in known[:_TAGS_SHOWN]]
        self.body.addWidget(self.field)
        tags = QGridLayout()
        tags.setSpacing(8)
        for number, button in enumerate(self._known):
            button.setCheckable(True)
            button.clicked.connect(self._look)
            tags.addWidget(button, number // _COLUMNS, number % _COLUMNS)
        self.body.addLayout(tags)
        self.field.textChanged.connect(self._look)
        self.accepted.connect(lambda: self.agreed.emit(self._tags(), []))
        self.take_off.clicked.connect(self._take_off)
        self._look()

    def _tags(self) -> list[str]:
        written = (tag.strip() for tag in self.field.text().split(","))
        chosen = (button.text() for button in self._known if button.isChecked())
        return list(dict.fromkeys(tag for tag in (*written, *chosen) if tag))

    def _take_off(self) -> None:
        self.agreed.emit([], self._tags())
        self.reject()

    def _look(self) -> None:
        reason = "" if self._tags() else translate("Datasets", "Write a tag, or choose one.")
        self.go_on.set_reason(reason)
        self.take_off.set_reason(reason)


class LookSheet(FormSheet):
    """`agreed` with the recipe whose model looks; None is no model."""

    agreed = Signal(object)

    def __init__(self, parent: QWidget | None, recipes: Sequence[str], chosen: str | None, count: int) -> None:
        super().__init__(
            parent, translate("Datasets", "Who takes a second look?"), translate("Datasets", "Look at the labels")
        )
        text = translate(
            "Datasets",
            "The model and the images that look alike are asked about {count} labels. What they disagree with comes first; "
            "no label is changed.",
        ).format(count=thousands(count))
        self.body.addWidget(Text(text, Size.BODY, Tone.SOFT, wraps=True))
        self.recipe = ChoiceField(translate("Datasets", "Model"))
        items: list[tuple[str, object]] = [(name, name) for name in recipes]
        items.append((translate("Datasets", "No model, only images that look alike"), None))
        self.recipe.show_items(items, chosen)
        self._chosen: object = chosen
        self.recipe.chosen.connect(self._choose)
        self.body.addWidget(self.recipe)
        self.accepted.connect(lambda: self.agreed.emit(self._chosen))

    def _choose(self, value: object) -> None:
        self._chosen = value


class PartsSheet(FormSheet):
    """`agreed` with the inspected parts that join."""

    agreed = Signal(object)

    def __init__(self, parent: QWidget | None, recipes: Sequence[str], wanted: PartsWanted) -> None:
        super().__init__(
            parent, translate("Datasets", "Which inspected parts?"), translate("Datasets", "Add their images")
        )
        self._wanted = wanted
        self.recipe = ChoiceField(translate("Datasets", "Recipe"))
        any_recipe: list[tuple[str, object]] = [(translate("Datasets", "Any"), None)]
        self.recipe.show_items([*any_recipe, *((name, name) for name in recipes)], wanted.recipe)
        self.which = ChoiceField(translate("Datasets", "Judgement"))
        self.which.show_items([(which_word(which), which) for which in Which], wanted.which)
        self.lot = LineField(translate("Datasets", "Lot, or empty for every lot"))
        self.lot.setPlaceholderText(self.lot.accessibleName())
        self.recipe.chosen.connect(lambda value: self._change(recipe=value))
        self.which.chosen.connect(lambda value: self._change(which=value))
        for widget in (self.recipe, self.which, self.lot):
            self.body.addWidget(widget)
        note = translate("Datasets", "A copy of each image is kept for the dataset, so that no tidying up takes it.")
        self.body.addWidget(Text(note, Size.LABEL, Tone.SOFT, wraps=True))
        self.accepted.connect(self._agree)

    def _change(self, **fields: object) -> None:
        self._wanted = replace(self._wanted, **fields)  # type: ignore[arg-type]

    def _agree(self) -> None:
        self.agreed.emit(replace(self._wanted, lot=self.lot.text().strip() or None))


class FreezeSheet(FormSheet):
    """`agreed` with the name, and with who signs where nobody is signed in."""

    agreed = Signal(str, str)

    def __init__(self, parent: QWidget | None, asked: FreezeAsked) -> None:
        is_golden = asked.kind is FrozenKind.GOLDEN
        go_on = translate("Datasets", "Sign and freeze") if is_golden else translate("Datasets", "Freeze")
        super().__init__(parent, _question(asked), go_on)
        self._needs_name = is_golden and asked.signed_by is None
        self.body.addWidget(Text(_meaning(asked), Size.BODY, Tone.SOFT, wraps=True))
        self.name = LineField(translate("Datasets", "Name"), longest=80)
        self.name.setPlaceholderText(translate("Datasets", "Its name, for good"))
        self.by = LineField(translate("Datasets", "Signed by"), longest=80)
        self.by.setPlaceholderText(translate("Datasets", "Your name, as the signature"))
        self.by.setVisible(self._needs_name)
        self.body.addWidget(self.name)
        self.body.addWidget(self.by)
        if is_golden and asked.signed_by:
            text = translate("Datasets", "Signed by {name} on {day}").format(name=asked.signed_by, day=asked.day)
            self.body.addWidget(Text(text, Size.STRONG_LABEL))
        self.name.textChanged.connect(self._look)
        self.by.textChanged.connect(self._look)
        self.accepted.connect(lambda: self.agreed.emit(self.name.text().strip(), self.by.text().strip()))
        self.go_on.setAutoDefault(False)
        self.stay.setDefault(True)  # it cannot be undone: Enter takes the safe one
        self._look()

    def _look(self) -> None:
        is_whole = bool(self.name.text().strip()) and (not self._needs_name or bool(self.by.text().strip()))
        self.go_on.set_reason("" if is_whole else translate("Datasets", "It needs a name."))


def _question(asked: FreezeAsked) -> str:
    if asked.kind is FrozenKind.GOLDEN:
        return translate("Datasets", "Freeze {count} images as a golden set?").format(count=thousands(asked.count))
    return translate("Datasets", "Freeze {count} images as a snapshot?").format(count=thousands(asked.count))


def _meaning(asked: FreezeAsked) -> str:
    which = (
        translate("Datasets", "These are the {count} chosen images.")
        if asked.is_chosen
        else translate("Datasets", "These are all {count} images that are shown.")
    ).format(count=thousands(asked.count))
    if asked.kind is FrozenKind.GOLDEN:
        why = translate(
            "Datasets", "Images and labels stay as they are now, for good: this cannot be undone or changed."
        )
    else:
        why = translate("Datasets", "Images and labels stay as they are now, and training uses exactly these.")
    return f"{which} {why}"
