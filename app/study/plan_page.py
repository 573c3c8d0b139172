"""Planning a study: parts at the left, who rates and how often at the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import translate
from app.study.draft import MOST_PARTS, MOST_TRIALS, Draft, Pause, Supply
from app.study.plan_presenter import Offer
from app.study.wording import model_name, pause_word, supply_line
from app.theme.tokens import GAP
from app.widgets.button import Button, Kind, PrimaryButton, Target
from app.widgets.card import Card, row
from app.widgets.choice_field import ChoiceField
from app.widgets.line_field import LineField
from app.widgets.number_field import NumberField
from app.widgets.scroll import scrolled
from app.widgets.text import Size, Text, Tone
from labeling.study.planning import FEWEST_PARTS


class PlanPage(QWidget):
    """Setters of `PlanView` in, signals out."""

    changed = Signal(str, object)
    """A field of `Draft` and its value."""
    appraiser_toggled = Signal(str, bool)
    guest_added = Signal(str)
    start_asked = Signal()
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._starting = False
        self._reason = ""
        self._people_buttons = QButtonGroup(self)
        self._people_buttons.setExclusive(False)
        cards = QHBoxLayout()
        cards.setSpacing(GAP)
        cards.addWidget(self._make_parts_card(), 1)
        cards.addWidget(self._make_people_card(), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(Text(translate("Studies", "Plan an agreement study"), Size.SCREEN_TITLE))
        layout.addLayout(cards, 1)
        layout.addLayout(self._make_foot())

    # ---- setters of `PlanView`

    def show_offer(self, offer: Offer) -> None:
        """What can be chosen."""
        self.place.show_items([(place.name, place) for place in offer.places], None)
        for button in self._people_buttons.buttons():
            self._people_buttons.removeButton(button)
            self._people.removeWidget(button)
            button.hide()
            button.deleteLater()
        for number, name in enumerate(offer.people):
            button = Button(name, icon_name="user", target=Target.TOUCH)
            button.setCheckable(True)
            button.clicked.connect(lambda checked, name=name: self.appraiser_toggled.emit(name, checked))
            self._people_buttons.addButton(button)
            self._people.insertWidget(number, button)
        self._model = offer.model
        model = offer.model
        self.model.set_text(f"{model_name(model)} · {model.recipe}" if model else translate("Studies", "The model"))

    def show_draft(self, draft: Draft) -> None:
        """What was chosen so far."""
        self.name.show_text(draft.name)
        self._choose_place(draft)
        has_classes = draft.place is not None and bool(draft.place.classes)
        answers = [(translate("Studies", "OK or NG"), False)]
        answers += [(translate("Studies", "OK or the defect class"), True)] if has_classes else []
        self.answers.show_items(answers, draft.by_class)
        self.count.set_value(draft.count)
        self.trials.set_value(draft.trials)
        self.pause.show_items([(pause_word(pause), pause) for pause in Pause], draft.pause)
        self.pause.setEnabled(draft.trials > 1)
        for button in self._people_buttons.buttons():
            button.setChecked(button.text() in draft.appraisers)
        self.model.setChecked(draft.with_model)
        self.model.set_reason(self._why_no_model(draft))

    def show_supply(self, supply: Supply | None, draft: Draft) -> None:
        """How many parts there are."""
        self._supply.setText(supply_line(supply, draft))
        known = (translate("Studies", "Only parts whose truth is known"), True)
        every = (translate("Studies", "All parts, without truth"), False)
        self.known.show_items([known, every] if supply and supply.known >= FEWEST_PARTS else [every], draft.known_only)

    def allow_start(self, reason: str) -> None:
        """Disable the start with a reason; "" enables."""
        self._reason = reason
        self._show_start()

    def show_starting(self, starting: bool) -> None:
        """Images are being copied, or no longer."""
        self._starting = starting
        self._show_start()

    # ---- building

    def _make_parts_card(self) -> QWidget:
        card = Card(translate("Studies", "Parts"), gap=8)
        self.name = LineField(translate("Studies", "Name of the study"), longest=80)
        self.name.textEdited.connect(lambda text: self.changed.emit("name", text))
        self.place = ChoiceField(translate("Studies", "Parts from"))
        self.place.chosen.connect(lambda place: self.changed.emit("place", place))
        self.answers = ChoiceField(translate("Studies", "What is answered"))
        self.answers.chosen.connect(lambda by_class: self.changed.emit("by_class", by_class))
        self.known = ChoiceField(translate("Studies", "Which parts"))
        self.known.chosen.connect(lambda known: self.changed.emit("known_only", known))
        self.count = NumberField(translate("Studies", "Number of parts"), step=5)
        self.count.set_limits(FEWEST_PARTS, MOST_PARTS)
        self.count.value_changed.connect(lambda value: self.changed.emit("count", round(value)))
        self._supply = Text("", Size.LABEL, Tone.SOFT, wraps=True)
        content, body = _column()
        body.addWidget(Text(self.name.accessibleName(), Size.LABEL, Tone.SOFT))
        for widget in (self.name, self.place, self.answers, self.known):
            body.addWidget(widget)
        body.addWidget(Text(translate("Studies", "Number of parts"), Size.LABEL, Tone.SOFT))
        body.addWidget(self.count)
        body.addWidget(self._supply)
        body.addStretch(1)
        card.body.addWidget(scrolled(content), 1)
        return card

    def _make_people_card(self) -> QWidget:
        card = Card(translate("Studies", "Appraisers"), gap=8)
        content, self._people = _column()
        self.guest = LineField(translate("Studies", "Somebody else"), longest=80)
        self.guest.setPlaceholderText(translate("Studies", "Somebody else"))
        self.guest.returnPressed.connect(self._on_guest)
        self.add = Button(translate("Studies", "Add"), icon_name="plus", target=Target.TOUCH)
        self.add.clicked.connect(self._on_guest)
        guest = row(self.guest, self.add, gap=8)
        guest.setStretch(0, 1)
        self.model = Button(translate("Studies", "The model"), icon_name="cpu", target=Target.TOUCH)
        self.model.setCheckable(True)
        self.model.clicked.connect(lambda checked: self.changed.emit("with_model", checked))
        self._people.addLayout(guest)
        self._people.addWidget(self.model)
        self._people.addWidget(
            Text(translate("Studies", "A part that the model sends to review counts as NG."), Size.CAPTION, Tone.FAINT,
                 wraps=True)
        )  # fmt: skip
        self._people.addStretch(1)
        self.trials = NumberField(translate("Studies", "Trials of each part"))
        self.trials.set_limits(1, MOST_TRIALS)
        self.trials.value_changed.connect(lambda value: self.changed.emit("trials", round(value)))
        self.pause = ChoiceField(translate("Studies", "The next trial begins"))
        self.pause.chosen.connect(lambda pause: self.changed.emit("pause", pause))
        card.body.addWidget(scrolled(content), 1)
        card.body.addWidget(Text(self.trials.spin.accessibleName(), Size.LABEL, Tone.SOFT))
        card.body.addWidget(self.trials)
        card.body.addWidget(self.pause)
        return card

    def _make_foot(self) -> QHBoxLayout:
        self.back = Button(translate("Studies", "Back"), icon_name="arrow-left", kind=Kind.QUIET)
        self.back.clicked.connect(self.back_asked)
        self._why_not = Text("", Size.LABEL, Tone.SOFT)
        self.start = PrimaryButton(translate("Studies", "Start the study"), icon_name="play")
        self.start.clicked.connect(self.start_asked)
        return row(self.back, None, self._why_not, self.start)

    # ---- inside

    def _choose_place(self, draft: Draft) -> None:
        names = [self.place.box.itemText(number) for number in range(self.place.box.count())]
        self.place.box.setCurrentIndex(names.index(draft.place.name) if draft.place else -1)

    def _why_no_model(self, draft: Draft) -> str:
        if self._model is None:
            return translate("Studies", "No recipe is released yet.")
        if draft.by_class:
            return translate("Studies", "The model tells good from bad, not which defect.")
        return ""

    def _show_start(self) -> None:
        copying = translate("Studies", "Parts are being prepared.")
        reason = copying if self._starting else self._reason
        self.start.set_reason(reason)
        self._why_not.setText(reason)

    def _on_guest(self) -> None:
        self.guest_added.emit(self.guest.text())
        self.guest.clear()


def _column() -> tuple[QWidget, QVBoxLayout]:
    content = QWidget()
    layout = QVBoxLayout(content)
    layout.setContentsMargins(0, 0, 8, 0)
    layout.setSpacing(8)
    return content, layout
