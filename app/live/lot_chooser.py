"""Choosing the recipe, its version and the lot."""

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.i18n import translate
from app.live.presenter import Choice
from app.theme.tokens import TOUCH
from app.widgets.button import Button, Kind
from app.widgets.card import row
from app.widgets.confirm_dialog import Sheet
from app.widgets.text import Size, Text, Tone

_Field = TypeVar("_Field", QComboBox, QLineEdit)


class LotChooser(Sheet):
    """`taken` with recipe, version and lot when the person agrees; the newest version unless chosen otherwise."""

    taken = Signal(str, int, str)

    def __init__(self, parent: QWidget | None, choice: Choice) -> None:
        super().__init__(parent, translate("LotChooser", "Which parts come now?"))
        self._choice = choice
        self.recipe = _field(QComboBox(), translate("LotChooser", "Recipe"))
        self.version = _field(QComboBox(), translate("LotChooser", "Version"))
        self.lot = _field(QLineEdit(choice.lot or ""), translate("LotChooser", "Lot"))
        self.new_lot = Button(translate("LotChooser", "New lot"), icon_name="plus", kind=Kind.QUIET)
        self.cancel = Button(translate("LotChooser", "Leave as it is"))
        self.agree = Button(translate("LotChooser", "Take these"), kind=Kind.PRIMARY)
        self.missing = Text("", Size.LABEL, wraps=True)
        """Why it cannot be taken."""
        self._lay_out()
        self._fill()

    def _lay_out(self) -> None:
        captions = (self.recipe, self.version, self.lot)
        for field in captions:
            caption = Text(field.accessibleName(), Size.LABEL, Tone.SOFT)
            caption.setBuddy(field)
            self.body.addWidget(caption)
            self.body.addLayout(row(field, self.new_lot) if field is self.lot else row(field))
        self.body.addWidget(self.missing)
        self.buttons.addLayout(row(None, self.cancel, self.agree))
        self.new_lot.clicked.connect(self._begin_lot)
        self.cancel.clicked.connect(self.reject)
        self.agree.clicked.connect(self._agree)
        self.recipe.currentIndexChanged.connect(self._fill_versions)

    def _fill(self) -> None:
        names = [offer.name for offer in self._choice.offers]
        self.recipe.addItems(names)
        if self._choice.recipe in names:
            self.recipe.setCurrentIndex(names.index(self._choice.recipe))
        self._fill_versions()

    def _fill_versions(self) -> None:
        self.version.clear()
        index = self.recipe.currentIndex()
        missing = self._missing(index)
        self.agree.set_reason(missing)
        self.missing.setText(missing)
        self.missing.setVisible(bool(missing))
        if index < 0:
            return
        offer = self._choice.offers[index]
        for version in offer.versions:
            self.version.addItem(f"v{version}", version)
        if offer.name == self._choice.recipe and self._choice.version in offer.versions:
            self.version.setCurrentIndex(offer.versions.index(self._choice.version))

    def _missing(self, index: int) -> str:
        """Why this choice cannot be taken; empty when it can."""
        if index < 0:
            return translate("LotChooser", "No recipe was taught yet.")
        if not self._choice.offers[index].versions:
            return translate("LotChooser", "Which version was released is not known: one must be released again.")
        return ""

    def _begin_lot(self) -> None:
        self.lot.clear()
        self.lot.setPlaceholderText(translate("LotChooser", "Name of the new lot"))
        self.lot.setFocus()

    def _agree(self) -> None:
        self.taken.emit(self.recipe.currentText(), int(self.version.currentData()), self.lot.text())
        self.accept()


def _field(widget: _Field, name: str) -> _Field:
    widget.setAccessibleName(name)
    widget.setMinimumHeight(TOUCH)
    return widget
