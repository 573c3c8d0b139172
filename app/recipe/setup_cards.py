"""The right column of "More settings": the chosen region, the view, time and serials, the model."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import translate
from app.recipe.choices import Choices
from app.recipe.name_box import NameBox
from app.recipe.regions import INTEREST, Drawn, FrameSize
from app.recipe.wording import detail_cost, detail_words, model_words
from app.widgets.button import Button, Target
from app.widgets.card import Card
from app.widgets.choice_field import ChoiceField
from app.widgets.line_field import LineField
from app.widgets.number_field import NumberField
from app.widgets.region_numbers import RegionNumbers
from app.widgets.text import Size, Text, Tone
from vision.recipe import IdentityRule

_LONGEST_DEADLINE_MS = 3_600_000
_MOST_SHOTS = 16


class RegionCard(Card):
    """Exact numbers of the chosen region. `changed` carries its key and the `Region`."""

    changed = Signal(int, object)
    removed = Signal()

    def __init__(self) -> None:
        super().__init__(translate("Teach", "Region"), gap=8)
        self._key = INTEREST
        self._hint = Text(translate("Teach", "Draw on the image, or tap a region."), Size.LABEL, Tone.SOFT, wraps=True)
        self.numbers = RegionNumbers(step=1)
        self.numbers.changed.connect(lambda region: self.changed.emit(self._key, region))
        self.remove = Button(translate("Teach", "Remove"), icon_name="trash-2", target=Target.TOUCH)
        self.remove.clicked.connect(self.removed)
        for widget in (self._hint, self.numbers, self.remove):
            self.body.addWidget(widget)

    def show_region(self, drawn: Drawn, key: int | None, size: FrameSize | None) -> None:
        """The region with that key; only a hint while none is chosen."""
        region = None if key is None else drawn.by_key.get(key)
        is_shown = region is not None and size is not None
        self._hint.setVisible(not is_shown)
        self.numbers.setVisible(is_shown)
        self.remove.setVisible(is_shown)
        self.title.setText(translate("Teach", "Region"))
        if key is None or region is None or size is None:
            return
        self._key = key
        number = translate("Teach", "Ignore region {number}").format(number=key + 1)
        self.title.setText(translate("Teach", "Region of interest") if key == INTEREST else number)
        self.numbers.show_region(size, region)


class ViewCard(Card):
    """Which of the recipe's views is taught, or the name and the camera of a new one."""

    view_chosen = Signal(str)
    new_asked = Signal()
    named = Signal(str, str)
    """Name of the new view, and the recipe's name for its camera."""
    shot_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(translate("Teach", "View of the part"), gap=8)
        self.views = ChoiceField(translate("Teach", "Teach this view"))
        self.views.chosen.connect(lambda name: self.view_chosen.emit(name) if name else self.new_asked.emit())
        self.name = LineField(translate("Teach", "Name of the new view"), longest=80)
        self.camera = NameBox(translate("Teach", "The recipe's name for its camera"))
        self.shot = NumberField(translate("Teach", "Shot after the trigger"))
        self.shot.set_limits(1, _MOST_SHOTS)
        self.shot.value_changed.connect(lambda value: self.shot_chosen.emit(round(value)))
        self.name.textEdited.connect(lambda _: self._tell())
        self.camera.editTextChanged.connect(lambda _: self._tell())
        self._new: list[QWidget] = []
        self.body.addWidget(self.views)
        for field, name in (
            (self.name, self.name.accessibleName()),
            (self.camera, self.camera.accessibleName()),
            (self.shot, self.shot.spin.accessibleName()),
        ):
            caption = Text(name, Size.LABEL, Tone.SOFT)
            self._new += [caption, field]
            self.body.addWidget(caption)
            self.body.addWidget(field)

    def show_views(self, names: Sequence[str], cameras: Sequence[str], choices: Choices) -> None:
        """Nothing to choose in a new recipe."""
        self.setVisible(bool(names))
        items = [*((name, name) for name in names), (translate("Teach", "A further view"), "")]
        self.views.show_items(items, "" if choices.is_new_view else choices.view)
        for widget in self._new:
            widget.setVisible(choices.is_new_view)
        self.camera.blockSignals(True)
        self.camera.clear()
        self.camera.addItems([*cameras, *({choices.camera} - {*cameras, ""})])
        self.camera.setEditText(choices.camera)
        self.camera.blockSignals(False)
        self.name.show_text(choices.view if choices.is_new_view else "")
        self.shot.set_value(choices.shot)

    def _tell(self) -> None:
        self.named.emit(self.name.text(), self.camera.currentText())


class PartCard(Card):
    """How long a verdict may take, and where serials come from. `chosen` carries a field name of `Choices`."""

    chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(translate("Teach", "Part"), gap=8)
        self._identity = IdentityRule()
        self.deadline = NumberField(translate("Teach", "Takt deadline"), unit="ms", step=10)
        self.deadline.set_limits(0, _LONGEST_DEADLINE_MS)
        self.deadline.value_changed.connect(lambda value: self.chosen.emit("deadline_ms", value))
        why = translate("Teach", "A verdict later than this is NOT INSPECTED; 0 sets no deadline.")
        self.kind = ChoiceField(translate("Teach", "Serial of a part"))
        self.kind.chosen.connect(lambda kind: self._change(kind=kind))
        self.prefix = LineField(translate("Teach", "Letters before the number"), longest=20)
        self.prefix.settled.connect(lambda prefix: self._change(prefix=prefix))
        self.digits = NumberField(translate("Teach", "Digits"))
        self.digits.set_limits(1, 12)
        self.digits.value_changed.connect(lambda value: self._change(digits=round(value)))
        self.body.addWidget(Text(self.deadline.spin.accessibleName(), Size.LABEL, Tone.SOFT))
        self.body.addWidget(self.deadline)
        self.body.addWidget(Text(why, Size.CAPTION, Tone.FAINT, wraps=True))
        self.body.addWidget(self.kind)
        self._counted: list[QWidget] = []
        for field, name in ((self.prefix, self.prefix.accessibleName()), (self.digits, translate("Teach", "Digits"))):
            caption = Text(name, Size.LABEL, Tone.SOFT)
            self._counted += [caption, field]
            self.body.addWidget(caption)
            self.body.addWidget(field)

    def show_choices(self, choices: Choices) -> None:
        """Deadline and identity rule."""
        self._identity = choices.identity
        self.deadline.set_value(choices.deadline_ms)
        kinds = (
            (translate("Teach", "Running number"), "counter"),
            (translate("Teach", "Name of the image file"), "filename"),
            (translate("Teach", "No serial"), "none"),
        )
        self.kind.show_items(kinds, choices.identity.kind)
        self.prefix.show_text(choices.identity.prefix)
        self.digits.set_value(choices.identity.digits)
        for widget in self._counted:
            widget.setVisible(choices.identity.kind == "counter")

    def _change(self, **changes: object) -> None:
        self.chosen.emit("identity", self._identity.model_copy(update=changes))


class ModelCard(Card):
    """Which kind of model learns, on which backbone. `chosen` carries a field name of `Choices`."""

    chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(translate("Teach", "Model"), gap=8)
        self._kinds: Sequence[str] = ()
        self._backbones: Sequence[str] = ()
        self._details: Sequence[float] = ()
        self.kind = ChoiceField(translate("Teach", "Kind"))
        self.kind.chosen.connect(lambda kind: self.chosen.emit("kind", kind))
        self.backbone = ChoiceField(translate("Teach", "Backbone"))
        self.backbone.chosen.connect(lambda name: self.chosen.emit("backbone", name))
        self.detail = ChoiceField(translate("Teach", "Small defects"))
        self.detail.chosen.connect(lambda share: self.chosen.emit("detail", share))
        self.cost = Text("", Size.CAPTION, Tone.FAINT, wraps=True)
        for widget in (self.kind, self.backbone, self.detail, self.cost):
            self.body.addWidget(widget)

    def offer_kinds(self, kinds: Sequence[str]) -> None:
        """The kinds of this Loupe, the usual one first."""
        self._kinds = kinds

    def offer_backbones(self, names: Sequence[str]) -> None:
        """The station's backbones for the chosen kind, the usual one first."""
        self._backbones = names

    def offer_details(self, shares: Sequence[float]) -> None:
        """How closely the chosen kind can look, 0 for off first; none hides the choice."""
        self._details = shares

    def show_choices(self, choices: Choices) -> None:
        """The usual one stands for None: it is whatever this Loupe teaches with."""
        self.kind.show_items(_with_usual([(model_words(kind), kind) for kind in self._kinds]), choices.kind)
        self.backbone.setVisible(bool(self._backbones))
        self.backbone.show_items(_with_usual([(name, name) for name in self._backbones]), choices.backbone)
        shares = sorted({*self._details, choices.detail})
        self.detail.show_items([(detail_words(share), share) for share in shares], choices.detail)
        self.cost.setText(detail_cost(choices.detail))
        for widget in (self.detail, self.cost):
            widget.setVisible(bool(self._details))


def _with_usual(items: list[tuple[str, str]]) -> list[tuple[str, str | None]]:
    usual = translate("Teach", "{name} (usual)")
    return [
        (usual.format(name=text), None) if number == 0 else (text, value) for number, (text, value) in enumerate(items)
    ]
