"""Every command as data: key, text, shortcut, permission and the name of its handler.

Shortcuts, the sheet of keys (`?`) and the command finder (`Ctrl+K`) are all built from the one table, so a key that
works is a key that is listed, and one test walks all of them.
"""

from app.actions.command import EVERYWHERE, Command, Place
from app.actions.install import install_commands
from app.actions.table import COMMANDS, commands_of

__all__ = ["COMMANDS", "EVERYWHERE", "Command", "Place", "commands_of", "install_commands"]
