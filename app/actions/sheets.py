"""The keys of this screen (`?`) and the command finder (`Ctrl+K`)."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.i18n import translate
from app.widgets.button import Button
from app.widgets.card import row
from app.widgets.confirm_dialog import Sheet
from app.widgets.text import Size, Text

_ACTION = Qt.ItemDataRole.UserRole


def key_text(action: QAction) -> str:
    """The action's keys as written on a keyboard."""
    keys = [shortcut.toString(QKeySequence.SequenceFormat.NativeText) for shortcut in action.shortcuts()]
    return ", ".join(keys[:1])


class KeySheet(Sheet):
    """All keys that work here, in two columns."""

    def __init__(self, parent: QWidget, actions: Sequence[QAction]) -> None:
        super().__init__(parent, translate("Keys", "Keys of this screen"), width=760)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        half = (len(actions) + 1) // 2
        for index, action in enumerate(actions):
            column = 2 * (index // half)
            grid.addWidget(Text(key_text(action), Size.STRONG_LABEL), index % half, column)
            grid.addWidget(Text(action.text(), Size.LABEL), index % half, column + 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self.body.addLayout(grid)
        close = Button(translate("Keys", "Close"))
        close.clicked.connect(self.accept)
        self.buttons.addLayout(row(None, close))


class CommandFinder(Sheet):
    """Type a few letters, press Enter. `chosen` is the action afterwards, None when nothing was chosen."""

    def __init__(self, parent: QWidget, actions: Sequence[QAction]) -> None:
        super().__init__(parent, translate("Keys", "Find a command"))
        self.chosen: QAction | None = None
        self._actions = tuple(actions)
        self.field = QLineEdit()
        self.field.setAccessibleName(translate("Keys", "Command"))
        self.field.setPlaceholderText(translate("Keys", "Start, map, History ..."))
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Keys", "Commands"))
        self.list.setMinimumHeight(320)
        self.body.addWidget(self.field)
        self.body.addWidget(self.list)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._take)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self._fill("")
        self.field.setFocus()

    def _fill(self, typed: str) -> None:
        words = typed.casefold().split()
        self.list.clear()
        for action in self._actions:
            if all(word in action.text().casefold() for word in words):
                keys = key_text(action)
                item = QListWidgetItem(f"{action.text()}    {keys}" if keys else action.text())
                item.setData(_ACTION, action)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen = item.data(_ACTION)
            self.accept()
