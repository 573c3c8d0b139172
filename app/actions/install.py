"""Turns commands into actions with shortcuts on a window or a screen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.actions.command import Command


def install_commands(
    owner: QWidget,
    commands: tuple[Command, ...],
    handlers: object,
    may: Callable[[str], bool] = lambda _permission: True,
) -> dict[str, QAction]:
    """Give `owner` one action per command, called by its shortcuts while `owner` can be seen in the active window.

    Whatever has the keyboard: after a click on the rail the keys of the screen in front must work at once.

    `handlers` has a method of each command's handler name; `may` is asked at every use. Returns the actions by key.
    """
    return {command.key: _action(owner, command, handlers, may) for command in commands}


def _action(owner: QWidget, command: Command, handlers: object, may: Callable[[str], bool]) -> QAction:
    action = QAction(command.title, owner)
    action.setObjectName(command.key)
    action.setShortcuts([QKeySequence(shortcut) for shortcut in command.shortcuts])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    handle = getattr(handlers, command.handler)

    def trigger() -> None:
        if not command.permission or may(command.permission):
            handle()

    action.triggered.connect(trigger)
    owner.addAction(action)
    return action
