"""Snapshots and golden sets: the list at the left; who signed the chosen one, and whether it is still the same."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from app.datasets.grid import ImageGrid
from app.datasets.shown import FrozenRow
from app.datasets.wording import frozen_line, grouped, images_word, kind_word, short_path
from app.i18n import told, translate
from app.theme.tokens import GAP
from app.widgets.button import Button, Target
from app.widgets.card import Card, row
from app.widgets.choice_list import ChoiceList
from app.widgets.choice_row import ChoiceRow
from app.widgets.empty_state import EmptyState
from app.widgets.note import WarnNote
from app.widgets.scroll import scrolled
from app.widgets.text import Size, Text, Tone, thousands
from labeling.datasets import Comparison, Fault
from labeling.records.datasets import FrozenKind, FrozenSet

_SIDE_WIDTH = 420
_NAMED = 3
"""Changed files that are named; the others are counted."""
_ICONS = {FrozenKind.GOLDEN: "lock", FrozenKind.SNAPSHOT: "camera"}


class FrozenPage(QWidget):
    """Setters in, signals out; see `FrozenPresenter`."""

    chosen = Signal(str)
    check_asked = Signal()
    opened = Signal(int)

    def __init__(self, grid: ImageGrid) -> None:
        super().__init__()
        self.grid = grid
        self._sets = ChoiceList()
        self._sets.chosen.connect(self.chosen.emit)
        self.name = Text("", Size.CARD_TITLE, serial=True)
        self.signed = Text("", Size.BODY, wraps=True)
        self.fingerprint = Text("", Size.CAPTION, Tone.SOFT, serial=True, wraps=True)
        self.fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state = Text("", Size.LABEL, wraps=True)
        self.changed = WarnNote()
        self.check = Button(translate("Datasets", "Compare the files"), icon_name="scan", target=Target.TOUCH)
        self.check.clicked.connect(self.check_asked)
        self.grid.opened.connect(self.opened)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.none = EmptyState(
            translate("Datasets", "Nothing is frozen yet"),
            translate(
                "Datasets",
                "Freeze the images of the gallery: as a snapshot for training, or as a golden set that releases a recipe.",
            ),
            icon_name="lock",
        )
        self._stack.addWidget(self.none)
        self._stack.addWidget(self._make_work())

    # ---- setters

    def show_sets(self, rows: Sequence[FrozenRow], chosen: str) -> None:
        """The list: golden sets first, each kind newest first."""
        self._sets.show_rows({one.name: _choice(one) for one in rows}, chosen)
        self._stack.setCurrentIndex(1 if rows else 0)

    def show_set(self, one: FrozenRow, compared: Comparison | None) -> None:
        """One set; `compared` is what a comparison of the files found, None before there was one."""
        self.name.setText(one.name)
        self.check.setVisible(one.frozen is not None)
        if one.frozen is None:
            self.changed.show_text(told(one.trouble.sentence) if one.trouble else "")
            self.signed.setText(kind_word(one.kind))
            self.fingerprint.setText("")
            self.state.setText("")
            self.grid.show_ids([])
            return
        self.signed.setText(_signed(one.frozen))
        spoken = translate("Datasets", "Fingerprint {groups}")
        self.fingerprint.setText(spoken.format(groups=grouped(one.frozen.fingerprint)))
        self.state.setText(_state(compared))
        self.changed.show_text(_changes(compared.faults) if compared and compared.faults else "")
        self.grid.show_ids([line.image_id for line in one.frozen.images])

    def set_busy(self, reason: str) -> None:
        """Nothing else long begins meanwhile; "" ends it."""
        self.check.set_reason(reason)

    # ---- inside

    def _make_work(self) -> QWidget:
        side = scrolled(self._sets)
        side.setFixedWidth(_SIDE_WIDTH)
        card = Card(gap=8)
        head = row(self.name, None, self.check)
        for item in (head, self.signed, self.state, self.changed, self.fingerprint):
            if isinstance(item, QHBoxLayout):
                card.body.addLayout(item)
            else:
                card.body.addWidget(item)
        card.body.addWidget(self.grid, 1)
        page = QWidget()
        layout = QHBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(side)
        layout.addWidget(card, 1)
        return page


def _choice(one: FrozenRow) -> ChoiceRow:
    line = frozen_line(one.frozen) if one.frozen else translate("Datasets", "Changed after it was frozen")
    return ChoiceRow(one.name, line, icon_name=_ICONS[one.kind] if one.frozen else "triangle-alert")


def _signed(frozen: FrozenSet) -> str:
    count = images_word(len(frozen.images))
    day = f"{frozen.time.astimezone():%Y-%m-%d %H:%M}"
    if frozen.kind is FrozenKind.GOLDEN:
        text = translate("Datasets", "Golden set of {count}, signed by {name} on {day}")
    else:
        text = translate("Datasets", "Snapshot of {count}, made by {name} on {day}")
    return text.format(count=count, name=frozen.author, day=day)


def _state(compared: Comparison | None) -> str:
    if compared is None:
        return translate("Datasets", "List and labels unchanged. The files were not compared yet.")
    if not compared.is_whole:
        text = translate("Datasets", "List and labels unchanged. Stopped: {done} of {total} files compared.")
        return text.format(done=thousands(compared.compared), total=thousands(compared.total))
    if compared.faults:
        return translate("Datasets", "List and labels unchanged.")
    return translate("Datasets", "Unchanged: list, labels and every file.")


def _changes(faults: Sequence[Fault]) -> str:
    names = ", ".join(short_path(fault.path) for fault in faults[:_NAMED])
    more = len(faults) - _NAMED
    if more > 0:
        names = translate("Datasets", "{names} and {count} more").format(names=names, count=more)
    text = translate("Datasets", "Files gone or changed: {count}. {names}.")
    return text.format(count=len(faults), names=names)
