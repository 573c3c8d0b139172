""" "More settings" of step 1: a good part to draw on, and everything that is usually left as it is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import translate
from app.recipe.choices import Choices
from app.recipe.region_editor import RegionEditor
from app.recipe.regions import Drawn, FrameSize
from app.recipe.setup_cards import ModelCard, PartCard, RegionCard, ViewCard
from app.theme.tokens import GAP
from app.widgets.button import Button, Kind, PrimaryButton, Target
from app.widgets.card import Card, row
from app.widgets.image_view import ImageShown
from app.widgets.scroll import scrolled
from app.widgets.text import Size, Text, Tone
from vision.inspection import Frame, Trouble

RIGHT_COLUMN = 348


class SetupPage(QWidget):
    """Setters in, signals out; see `SetupPresenter`."""

    done = Signal()
    image_stepped = Signal(int)
    tool_chosen = Signal(bool)
    """True draws the region of interest, False ignore regions."""
    add_asked = Signal()
    undo_asked = Signal()
    chosen = Signal(str, object)
    """A field name of `Choices` and its value."""
    trouble = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.editor = RegionEditor()
        self.region, self.view = RegionCard(), ViewCard()
        self.part, self.model = PartCard(), ModelCard()
        for card in (self.part, self.model):
            card.chosen.connect(self.chosen)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._make_image_card(), 1)
        layout.addLayout(self._make_right_column())
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.undo_asked)

    # ---- setters of `SetupView`

    def show_image(self, frame: Frame | None, caption: str) -> None:
        """The good part to draw on, or a sentence."""
        self._caption.setText(caption if frame is not None else "")
        for button in (self.before, self.after):
            button.setVisible(frame is not None)
        if frame is None:
            self.editor.show_no_image(caption, title=translate("Teach", "No good part yet"))
        else:
            self.editor.show_image(ImageShown(frame=frame, name=translate("Teach", "Good part with its regions")))
        reason = "" if frame is not None else caption
        for tool in (*self._tools.buttons(), self.add):
            tool.setEnabled(not reason)
            tool.setToolTip(reason)
            tool.setAccessibleDescription(reason)

    def show_regions(self, drawn: Drawn, chosen: int | None, size: FrameSize | None, *, can_undo: bool) -> None:
        """All regions, and the numbers of the chosen one."""
        self.editor.show_regions(drawn, chosen)
        self.region.show_region(drawn, chosen, size)
        self.undo.set_reason("" if can_undo else translate("Teach", "Nothing was drawn yet."))

    def show_views(self, names: Sequence[str], cameras: Sequence[str], choices: Choices) -> None:
        """The recipe's views and cameras."""
        self.view.show_views(names, cameras, choices)

    def show_choices(self, choices: Choices) -> None:
        """Deadline, identity and model."""
        self.part.show_choices(choices)
        self.model.show_choices(choices)

    def show_kinds(self, kinds: Sequence[str]) -> None:
        """The model kinds to choose from."""
        self.model.offer_kinds(kinds)

    def show_model(self, backbones: Sequence[str], details: Sequence[float]) -> None:
        """The backbones and the details to choose from."""
        self.model.offer_backbones(backbones)
        self.model.offer_details(details)

    def show_permits(self, reason: str) -> None:
        """Disable every field with a reason; "" enables."""
        for widget in (self._image_card, self.region, self.view, self.part, self.model):
            widget.setEnabled(not reason)
            widget.setToolTip(reason)
        self._why_not.setText(reason)
        self._why_not.setVisible(bool(reason))

    def show_trouble(self, trouble: Trouble) -> None:
        """Tell a known trouble."""
        self.trouble.emit(trouble)

    # ---- building

    def _make_image_card(self) -> Card:
        self._image_card = card = Card(padding=20)
        card.body.addWidget(Text(translate("Teach", "Where shall Loupe look?"), Size.TITLE))
        hint = translate("Teach", "Nothing has to be drawn: then the whole frame is judged.")
        card.body.addWidget(Text(hint, Size.LABEL, Tone.SOFT))
        card.body.addWidget(self.editor, 1)
        card.body.addLayout(self._make_tools())
        return card

    def _make_tools(self) -> QHBoxLayout:
        self._tools = QButtonGroup(self)
        self.interest = Button(translate("Teach", "Region of interest"), icon_name="scan", target=Target.TOUCH)
        self.ignore = Button(translate("Teach", "Ignore region"), icon_name="eye-off", target=Target.TOUCH)
        for tool in (self.interest, self.ignore):
            tool.setCheckable(True)
            self._tools.addButton(tool)
        self.interest.setChecked(True)
        self._tools.buttonClicked.connect(lambda _: self._choose_tool())
        self.add = Button(icon_name="plus", target=Target.TOUCH, name=translate("Teach", "Add a region in the middle"))
        self.add.setToolTip(self.add.accessibleName())
        self.add.clicked.connect(self.add_asked)
        self.undo = Button(icon_name="undo-2", target=Target.TOUCH, name=translate("Teach", "Undo"))
        self.undo.clicked.connect(self.undo_asked)
        self.before = self._make_step("chevron-left", translate("Teach", "Good part before"), -1)
        self.after = self._make_step("chevron-right", translate("Teach", "Next good part"), 1)
        self._caption = Text("", Size.LABEL, Tone.SOFT)
        return row(self.interest, self.ignore, self.add, self.undo, None, self.before, self._caption, self.after, gap=8)

    def _make_step(self, icon: str, name: str, step: int) -> Button:
        button = Button(icon_name=icon, kind=Kind.QUIET, target=Target.TOUCH, name=name)
        button.clicked.connect(lambda: self.image_stepped.emit(step))
        return button

    def _make_right_column(self) -> QVBoxLayout:
        cards = QWidget()
        inner = QVBoxLayout(cards)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GAP)
        for card in (self.region, self.view, self.part, self.model):
            inner.addWidget(card)
        inner.addStretch(1)
        area = scrolled(cards)
        area.setFixedWidth(RIGHT_COLUMN)
        self._why_not = Text("", Size.SMALL, Tone.SOFT, wraps=True)
        self._why_not.setFixedWidth(RIGHT_COLUMN)
        self.close_page = PrimaryButton(translate("Teach", "Done"), icon_name="check")
        self.close_page.clicked.connect(self.done)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(area, 1)
        column.addWidget(self._why_not)
        column.addWidget(self.close_page)
        return column

    def _choose_tool(self) -> None:
        interest = self.interest.isChecked()
        self.editor.set_tool(interest=interest)
        self.tool_chosen.emit(interest)
